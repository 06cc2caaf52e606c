//! From what was found in an address index to its view.

use kanta_address_index::{self as of, AddressIndex, Places as Records};
use kanta_conformance::{Date, Edition, FieldPath, Language, Level, Outcome};

use super::Places;
use crate::view::{
    FORMAT, Fault, Finding, IndexCounts, IndexFinding, IndexReport, OfParty, OfRequirement, Place,
    RefusedInput, Right, Verdict, Words,
};

/// The place of a record, which is that of everything in it.
pub(super) struct AtRecord(pub(super) Option<Place>);

impl Places for AtRecord {
    fn place(&self, _: &FieldPath) -> Option<Place> {
        self.0.clone()
    }

    /// In the index's own words.
    fn location(&self, path: &FieldPath) -> Words {
        Words::said(|_| format!("`{}`", kanta_conformance::Escaped(&path.to_string())))
    }
}

/// A place of a source among files.
fn place_in(files: &[String], place: &of::Place) -> Place {
    let file = usize::try_from(place.source).ok();
    let file = file.and_then(|at| files.get(at));
    let number = |number: u32| usize::try_from(number).ok().filter(|&number| number > 0);
    Place {
        file: file.cloned().unwrap_or_default(),
        line: number(place.line),
        column: number(place.column),
        path: Some(place.path.clone()).filter(|path| !path.is_empty()),
    }
}

impl IndexReport {
    /// What was found in an index that was read from these files, on a day.
    #[must_use]
    pub fn new(
        index: &AddressIndex,
        findings: &[of::IndexFinding],
        records: &Records,
        files: &[String],
        day: Date,
    ) -> Self {
        let edition = Edition::on(day);
        let counts = of::FindingCounts::of(findings);
        let expired = index.is_expired(day);
        let finding = |its: &of::IndexFinding| {
            let place = records.place(its.record);
            IndexFinding::new(index, its, place.map(|place| place_in(files, &place)), day)
        };
        Self {
            format: FORMAT,
            files: files.to_vec(),
            version: index.header().version.clone(),
            on: day.into(),
            edition: edition.map(|edition| edition.version.to_string()),
            verdict: verdict(findings, expired),
            set_aside: None,
            expired,
            expires: index.header().expires.into(),
            rights: index.len(),
            counts: IndexCounts {
                requirements: counts
                    .requirements
                    .iter()
                    .map(|(requirement, tally)| OfRequirement {
                        id: requirement.id().to_owned(),
                        violated: tally.violated,
                        undetermined: tally.undetermined,
                    })
                    .collect(),
                parties: counts
                    .parties
                    .iter()
                    .map(|(party, tally)| OfParty {
                        party: party.clone(),
                        violated: tally.violated,
                        undetermined: tally.undetermined,
                    })
                    .collect(),
            },
            findings: findings.iter().map(finding).collect(),
        }
    }
}

impl IndexFinding {
    /// What was found in an index, at a place of a file, told by the clauses of a day.
    pub(super) fn new(
        index: &AddressIndex,
        its: &of::IndexFinding,
        place: Option<Place>,
        day: Date,
    ) -> Self {
        let edition = Edition::on(day);
        let rights = its.rights.iter().filter_map(|&id| index.right(id));
        let mut finding = Finding::of(its.requirement, &its.outcome, edition, &AtRecord(None));
        finding.place_at(&its.path, &AtRecord(place));
        Self {
            finding,
            party: its.party.clone(),
            judged_on: its.judged_on.into(),
            rights: rights.map(|right| Right::from(&right)).collect(),
        }
    }
}

fn verdict(findings: &[of::IndexFinding], expired: bool) -> Verdict {
    let binding = |its: &&of::IndexFinding| its.requirement.level() == Level::Must;
    let violated = |its: &of::IndexFinding| matches!(its.outcome, Outcome::Violated { .. });
    let mut binding = findings.iter().filter(binding).peekable();
    if expired {
        return Verdict::NonConforming;
    }
    match (binding.peek().is_some(), binding.any(violated)) {
        (_, true) => Verdict::NonConforming,
        (true, false) => Verdict::Undetermined,
        (false, false) => Verdict::Conforming,
    }
}

impl From<&of::Right> for Right {
    fn from(right: &of::Right) -> Self {
        Self {
            subject: right.subject.to_string(),
            access_point: right.access_point.to_string(),
            service: right.service.code().to_owned(),
            from: right.validity.from.map(Into::into),
            until: right.validity.until.map(Into::into),
            organiser: right.organiser.clone(),
            basis: right.basis.kind.code().to_owned(),
            agreed: right.basis.agreed.map(Into::into),
            reference: right.basis.reference.clone(),
        }
    }
}

impl RefusedInput {
    /// Files of an index with their faults, told in that language.
    #[must_use]
    pub fn of_index(files: &[String], faults: &of::Faults, language: Language) -> Self {
        let faults = faults.as_slice().iter().map(|its| {
            let messages = Words::said(|language| its.message(language));
            let place = place_in(files, &its.place);
            let mut fault = Fault::new(messages, Some(place), language);
            fault.other = its.other.as_ref().map(|place| place_in(files, place));
            fault
        });
        Self::new(files.first().cloned().unwrap_or_default(), faults.collect())
    }
}
