//! From what the other crates answer to views: nothing else knows both.

mod admission;
mod asked;
mod attempt;
mod audit;
mod catalogue;
mod certificate;
mod changes;
mod difference;
mod editions;
mod expiring;
mod failures;
mod gateway;
mod ids;
mod index;
mod names;
mod oid;
mod questions;
mod ready;
mod refused;
mod rights;
mod shown;

use kanta_conformance as of;
use kanta_conformance::{Assessment, Edition, FieldPath, Language, Requirement};
use kanta_policy::PlanFile;

use super::whereabouts::{clauses, location, place};
use super::{
    Bound, Citation, Counts, Editions, FORMAT, Fault, Finding, Ground, InForce, Missing,
    MissingFile, Outcome, Place, PlanReport, RefusedInput, Unused, Why, Words,
};
use crate::words;

use names::Names;

pub use certificate::CheckedCertificate;
pub use difference::JudgedPlan;
pub use expiring::Endings;

/// Tells of a path where it stands, in words and in a file.
pub(crate) trait Places {
    /// In a file.
    fn place(&self, path: &FieldPath) -> Option<Place>;

    /// In words.
    fn location(&self, path: &FieldPath) -> Words {
        location(path)
    }

    /// By what it says, where the path counts positions in lists.
    fn identity(&self, _: &FieldPath) -> Option<String> {
        None
    }

    /// Whether rulings are recorded there.
    fn has_rulings(&self) -> bool {
        false
    }
}

/// A plan's file under its name.
pub(crate) struct InPlan<'a> {
    pub(crate) name: &'a str,
    pub(crate) file: &'a PlanFile,
    names: Names<'a>,
}

impl<'a> InPlan<'a> {
    pub(crate) fn new(name: &'a str, file: &'a PlanFile) -> Self {
        let names = Names::of(&file.plan);
        Self { name, file, names }
    }
}

/// A line or a column, where it is known.
fn known(number: u32) -> Option<usize> {
    usize::try_from(number).ok().filter(|&number| number > 0)
}

impl Places for InPlan<'_> {
    fn place(&self, path: &FieldPath) -> Option<Place> {
        self.file.place(path).map(|place| Place {
            file: self.name.to_owned(),
            line: known(place.line),
            column: known(place.column),
            path: None,
        })
    }

    fn has_rulings(&self) -> bool {
        true
    }

    fn identity(&self, path: &FieldPath) -> Option<String> {
        let counted = path
            .names()
            .into_iter()
            .any(|(_, entry)| matches!(entry, of::EntryKey::Index(_)));
        counted.then(|| self.names.place(path).trim_start_matches('.').to_owned())
    }

    /// With the file that is named there and is not there.
    fn location(&self, path: &FieldPath) -> Words {
        let Some(name) = self.file.absent_at(path) else {
            return location(path);
        };
        Words::said(|language| {
            let absent = words::absent(name, language);
            format!("{}: {absent}", place(path, language))
        })
    }
}

impl PlanReport {
    /// What a plan came to; `name` is what its file is called.
    #[must_use]
    pub fn new(name: &str, file: &PlanFile, assessment: &Assessment) -> Self {
        Self::with(name, file, assessment, |_| true)
    }

    /// The same with the findings that are open alone: for a line of a table, where nothing else is told.
    #[must_use]
    pub fn of_open(name: &str, file: &PlanFile, assessment: &Assessment) -> Self {
        Self::with(name, file, assessment, |finding| {
            let kind = finding.outcome.kind();
            matches!(
                kind,
                of::OutcomeKind::Violated | of::OutcomeKind::Undetermined
            )
        })
    }

    fn with(
        name: &str,
        file: &PlanFile,
        assessment: &Assessment,
        told: impl Fn(&of::Finding) -> bool,
    ) -> Self {
        let plan = &file.plan;
        let certificates = plan
            .access_points
            .iter()
            .any(|point| point.certificate.is_some())
            || plan.signature_certificate.is_some();
        let places = InPlan::new(name, file);
        let mut not_checked = Vec::new();
        if certificates && plan.trust.is_none() {
            not_checked.push("path-and-revocation".to_owned());
        }
        Self {
            format: FORMAT,
            plan: name.to_owned(),
            party: plan.party.as_ref().and_then(|party| party.name.clone()),
            on: assessment.on.into(),
            edition: assessment
                .edition
                .map(|edition| edition.version.to_string()),
            later_edition_possible: assessment.may_be_outdated(),
            verdict: assessment.verdict().into(),
            set_aside: None,
            gaps: assessment.gaps.iter().map(|&gap| gap.into()).collect(),
            not_checked,
            missing_files: missing_files(file),
            counts: assessment.counts().into(),
            unused: kanta_policy::unused(plan, assessment)
                .into_iter()
                .map(|its| Unused {
                    place: places.place(&its.path),
                    location: places.location(&its.path),
                    path: its.path.to_string(),
                    requirement: its.requirement.to_owned(),
                    words: its.words.to_owned(),
                })
                .collect(),
            findings: assessment
                .findings
                .iter()
                .filter(|finding| told(finding))
                .map(|finding| Finding::new(finding, assessment.edition, &places))
                .collect(),
            picture: None,
            checklist: Vec::new(),
            failures: None,
        }
    }
}

/// The files that a plan names and that are not there.
#[doc(hidden)]
#[must_use]
pub fn missing_files(file: &PlanFile) -> Vec<MissingFile> {
    file.absent()
        .map(|(path, name)| MissingFile {
            path: path.to_string(),
            location: location(path),
            file: name.to_owned(),
        })
        .collect()
}

impl Finding {
    /// A finding of a plan, whose file is called `name`.
    #[must_use]
    pub fn in_plan(
        finding: &of::Finding,
        name: &str,
        file: &PlanFile,
        edition: Option<&Edition>,
    ) -> Self {
        Self::new(finding, edition, &InPlan::new(name, file))
    }

    /// A finding; `edition` is that of the day asked about, whose clauses are cited.
    pub(crate) fn new(
        finding: &of::Finding,
        edition: Option<&Edition>,
        places: &dyn Places,
    ) -> Self {
        let mut view = Self::of(finding.requirement, &finding.outcome, edition, places);
        view.place_at(&finding.path, places);
        view.ground = finding.ground.as_ref().map(Ground::from);
        view
    }

    fn place_at(&mut self, path: &FieldPath, places: &dyn Places) {
        self.subject = path.subject().to_string();
        self.field = path.field_name().to_owned();
        self.path = path.to_string();
        self.location = places.location(path);
        self.place = places.place(path);
        self.identity = places.identity(path);
    }

    /// What was found of a requirement, wherever.
    pub(crate) fn of(
        requirement: &Requirement,
        outcome: &of::Outcome,
        edition: Option<&Edition>,
        places: &dyn Places,
    ) -> Self {
        let citations: Vec<Citation> = requirement.citations().iter().map(Citation::from).collect();
        let mut view = Self {
            requirement: requirement.id().to_owned(),
            level: requirement.level().into(),
            certainty: requirement.certainty().into(),
            evidence: requirement.evidence().into(),
            outcome: Outcome::from(outcome.kind()),
            clause: Words::said(|language| clauses(requirement.citations(), edition, language)),
            citations,
            in_force: requirement.in_force().into(),
            decisive_day: requirement.judged_on().into(),
            statement: requirement.statement().into(),
            fault: requirement.fault().into(),
            remedy: requirement.remedy().into(),
            reading: requirement.reading().map(Words::from),
            ..Self::default()
        };
        match outcome {
            of::Outcome::Violated { found, required } => {
                view.found = Some(found.into());
                view.required = Some(required.into());
            }
            of::Outcome::Undetermined(why) => view.not_known(why, places),
            _ => {}
        }
        view
    }

    fn not_known(&mut self, why: &of::Why, places: &dyn Places) {
        self.why = Some(Why::from(why));
        self.takes_ruling = places.has_rulings() && why.takes_a_ruling();
        match why {
            of::Why::InputMissing(fields) => {
                self.missing = fields
                    .iter()
                    .map(|field| Missing {
                        location: places.location(field),
                        place: places.place(field),
                        path: field.to_string(),
                    })
                    .collect();
            }
            of::Why::GuideSilent(question) | of::Why::GuideAmbiguous(question) => {
                self.question = Some((*question).into());
            }
            of::Why::ByReading(by) => {
                self.question = Some(by.reading.into());
                self.found = Some((&by.found).into());
                self.required = Some((&by.required).into());
            }
            of::Why::EvidenceOutside(document) => {
                self.document = Some(document.id.to_owned());
                self.document_title = Some(document.title.into());
            }
            of::Why::Unchecked(obstacle) => self.obstacle = Some(obstacle.into()),
            of::Why::DateUnknown => {}
        }
    }
}

impl From<&of::Citation> for Citation {
    fn from(citation: &of::Citation) -> Self {
        Self {
            document: citation.document.id.to_owned(),
            title: citation.document.title.into(),
            date: citation.document.date.map(Into::into),
            clause: citation.clause.to_owned(),
            editions: citation.editions.map(|editions| Editions {
                first: editions.first.to_string(),
                last: editions.last.map(|last| last.to_string()),
            }),
        }
    }
}

impl From<of::InForce> for InForce {
    fn from(in_force: of::InForce) -> Self {
        let bound = |bound: of::Bound| match bound {
            of::Bound::Open => None,
            of::Bound::On(day) => Some(Bound::On { on: day.into() }),
            of::Bound::Between { not_yet, seen } => Some(Bound::Between {
                not_yet: not_yet.map(Into::into),
                seen: Some(seen.into()),
            }),
            of::Bound::NotYet(day) => Some(Bound::Between {
                not_yet: Some(day.into()),
                seen: None,
            }),
        };
        Self {
            from: bound(in_force.from),
            until: bound(in_force.until),
        }
    }
}

impl From<&of::Ground> for Ground {
    fn from(ground: &of::Ground) -> Self {
        match ground {
            of::Ground::Attested(a) => Self::Attestation {
                met: a.met,
                by: a.by.clone(),
                on: a.on.into(),
                ground: a.ground.clone(),
            },
            of::Ground::Ruled(r) => Self::Ruling {
                met: r.met,
                by: r.by.clone(),
                on: r.on.into(),
                reference: r.reference.clone(),
            },
        }
    }
}

impl From<of::Counts> for Counts {
    fn from(counts: of::Counts) -> Self {
        Self {
            violated: counts.violated,
            undetermined: counts.undetermined,
            satisfied: counts.satisfied,
            attested: counts.attested,
            ruled: counts.ruled,
            recommendations: counts.advice,
            notes: counts.notes,
            not_applicable: counts.not_applicable,
            not_in_force: counts.not_in_force,
        }
    }
}

impl RefusedInput {
    /// A plan's file with its faults, told in that language.
    #[must_use]
    pub fn of_plan(name: &str, faults: &[kanta_policy::Fault], language: Language) -> Self {
        let faults = faults.iter();
        let faults = faults.map(|fault| Fault::of_plan(name, fault, language));
        Self {
            plan: Some(name.to_owned()),
            ..Self::new(name, faults.collect())
        }
    }
}

impl RefusedInput {
    /// A file with one fault that has no place in it.
    #[must_use]
    pub fn of_file(name: &str, message: impl Fn(Language) -> String, language: Language) -> Self {
        let fault = Fault::new(Words::said(message), None, language);
        Self::new(name, vec![fault])
    }
}

impl Fault {
    /// A fault of a plan's file, told in that language.
    #[must_use]
    pub fn of_plan(name: &str, fault: &kanta_policy::Fault, language: Language) -> Self {
        let place = fault.place.position().map(|place| Place {
            file: name.to_owned(),
            line: known(place.line),
            column: known(place.column),
            path: None,
        });
        let messages = Words::said(|language| fault.message(language));
        Self::new(messages, place, language)
    }
}
