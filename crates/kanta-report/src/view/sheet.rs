//! What the formats ask of a report, whatever it is about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::format::Report;

use super::{
    AcceptanceReport, Calendar, CertificateReport, Day, FailuresReport, Fault, Finding,
    IndexReport, MissingFile, PlanReport, ReadyItem, ReadyReport, RefusedInput, SetAside, Verdict,
    Words,
};
use crate::picture::PictureView;
use crate::words;

/// A file that was judged, or one that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Checked<T> {
    /// It could not be understood.
    Refused(RefusedInput),
    /// It was judged.
    Judged(T),
    /// It is a file of accepted findings, in which something is out of date.
    Accepted(AcceptanceReport),
}

/// What every format tells of one file: its verdict, its findings, its faults.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReportSheet<'a> {
    /// The file, as it was called.
    pub file: &'a str,
    /// Which of several in the file it is, counted from 1, and how many there are.
    pub number: Option<(usize, usize)>,
    /// Whose it is, where that is known.
    pub party: Option<&'a str>,
    /// The day asked about.
    pub on: Option<Day>,
    /// The edition of the guide on that day.
    pub edition: Option<&'a str>,
    /// What it came to; none where it could not be understood.
    pub verdict: Option<Verdict>,
    /// The same in people's words.
    pub verdict_words: Words,
    /// What else is worth knowing of the whole: what was not checked, what is missing.
    pub notes: Vec<Words>,
    /// What was found, but for the entries of a checklist.
    pub found: Vec<&'a Finding>,
    /// The checklist before going live.
    pub items: &'a [ReadyItem],
    /// Counted back from going live.
    pub calendar: Option<&'a Calendar>,
    /// Why it could not be understood.
    pub faults: &'a [Fault],
    /// What the page of a plan shows beside what was found.
    pub annexes: Annexes<'a>,
    /// What the verdict is at best, whatever becomes of the findings.
    pub beyond: Verdict,
    /// What is left of the verdict when accepted findings and those of the baseline are set aside.
    pub set_aside: Option<SetAside>,
    /// Accepted findings are not told.
    pub drop_accepted: bool,
}

/// What the page of a plan shows beside what was found; every other format tells none of it.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Annexes<'a> {
    /// The plan as a picture.
    pub picture: Option<&'a PictureView>,
    /// The checklist before going live of a plan that was held against the guide.
    pub checklist: &'a [ReadyItem],
    /// What each single failure cuts off.
    pub failures: Option<&'a FailuresReport>,
}

impl Default for ReportSheet<'_> {
    fn default() -> Self {
        Self {
            file: "",
            number: None,
            party: None,
            on: None,
            edition: None,
            verdict: None,
            verdict_words: Words::default(),
            notes: Vec::new(),
            found: Vec::new(),
            items: &[],
            calendar: None,
            faults: &[],
            annexes: Annexes::default(),
            beyond: Verdict::Conforming,
            set_aside: None,
            drop_accepted: false,
        }
    }
}

impl<'a> ReportSheet<'a> {
    /// Everything that was found, the entries of a checklist first.
    pub fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        let items = self.items.iter().map(|item| &item.finding);
        let all = items.chain(self.found.iter().copied());
        let dropped = self.drop_accepted;
        all.filter(move |its| !dropped || its.accepted.is_none())
    }

    /// With what is left of the verdict among what is worth knowing.
    fn with_left(mut self) -> Self {
        if let Some(left) = self.set_aside {
            let words = Words::said(|language| words::set_aside(left, language));
            self.notes.insert(0, words);
        }
        self
    }

    /// The verdict that the exit status follows.
    #[must_use]
    pub fn left(&self) -> Option<Verdict> {
        self.set_aside.map(|left| left.verdict).or(self.verdict)
    }
}

/// The verdict at best where something beside the findings keeps it undetermined.
const fn at_best(open: bool) -> Verdict {
    if open {
        Verdict::Undetermined
    } else {
        Verdict::Conforming
    }
}

impl AcceptanceReport {
    /// What every format tells of it.
    #[must_use]
    pub fn sheet(&self) -> ReportSheet<'_> {
        ReportSheet {
            file: &self.file,
            on: Some(self.on),
            verdict: Some(self.verdict),
            verdict_words: Words::said(|language| words::stale(self, language)),
            found: self.findings.iter().collect(),
            ..ReportSheet::default()
        }
    }
}

impl Report for PlanReport {
    fn sheet(&self) -> ReportSheet<'_> {
        let mut notes: Vec<Words> = Vec::new();
        notes.extend(self.gaps.iter().map(|&gap| words::gap(gap).into()));
        notes.extend(self.missing_files.iter().map(MissingFile::words));
        if !self.not_checked.is_empty() {
            notes.push(words::PATH_NOT_CHECKED.into());
        }
        if self.later_edition_possible {
            notes.push(words::LATER_EDITION.into());
        }
        ReportSheet {
            file: &self.plan,
            party: self.party.as_deref(),
            on: Some(self.on),
            edition: self.edition.as_deref(),
            verdict: Some(self.verdict),
            verdict_words: words::conformity(self.verdict).into(),
            notes,
            found: self.findings.iter().collect(),
            annexes: Annexes {
                picture: self.picture.as_deref(),
                checklist: &self.checklist,
                failures: self.failures.as_deref(),
            },
            beyond: at_best(!self.gaps.is_empty()),
            set_aside: self.set_aside,
            ..ReportSheet::default()
        }
        .with_left()
    }

    fn findings_mut(&mut self) -> Vec<&mut Finding> {
        self.findings.iter_mut().collect()
    }

    fn set_aside(&mut self, left: SetAside) {
        self.set_aside = Some(left);
    }
}

impl RefusedInput {
    /// What every format tells of it.
    #[must_use]
    pub fn sheet(&self) -> ReportSheet<'_> {
        ReportSheet {
            file: &self.file,
            verdict_words: words::UNREADABLE.into(),
            faults: &self.faults,
            ..ReportSheet::default()
        }
    }
}

impl Report for CertificateReport {
    fn sheet(&self) -> ReportSheet<'_> {
        let fits = words::fitness(self.verdict);
        let words = |language| {
            let profile = self.profile_name.get(language);
            format!("{} {profile}", fits.get(language))
        };
        let not_asked = self.not_asked_names.iter().map(|name| {
            Words::said(|language| {
                let label = words::NOT_ASKED.get(language);
                format!("{label}: {}", name.get(language))
            })
        });
        ReportSheet {
            file: &self.file,
            number: (self.count > 1).then_some((self.number, self.count)),
            on: Some(self.on),
            edition: self.edition.as_deref(),
            verdict: Some(self.verdict),
            verdict_words: Words::said(words),
            notes: core::iter::once(self.kind_name.clone())
                .chain(not_asked)
                .collect(),
            found: self.findings.iter().collect(),
            beyond: at_best(!self.gaps.is_empty()),
            set_aside: self.set_aside,
            ..ReportSheet::default()
        }
        .with_left()
    }

    fn findings_mut(&mut self) -> Vec<&mut Finding> {
        self.findings.iter_mut().collect()
    }

    fn set_aside(&mut self, left: SetAside) {
        self.set_aside = Some(left);
    }
}

impl Report for ReadyReport {
    fn sheet(&self) -> ReportSheet<'_> {
        // What the guide refuses does not go live, however much of the list is done.
        let verdict = self.verdict.min(self.guide.verdict);
        ReportSheet {
            file: &self.plan,
            on: Some(self.on),
            verdict: Some(verdict),
            verdict_words: words::readiness(verdict).into(),
            notes: self.missing_files.iter().map(MissingFile::words).collect(),
            found: self.guide.refused.iter().collect(),
            items: &self.items,
            calendar: self.calendar.as_ref(),
            annexes: Annexes {
                picture: self.picture.as_deref(),
                checklist: &[],
                failures: self.failures.as_deref(),
            },
            beyond: at_best(self.guide.undetermined > 0),
            set_aside: self.set_aside,
            ..ReportSheet::default()
        }
        .with_left()
    }

    fn findings_mut(&mut self) -> Vec<&mut Finding> {
        let items = self.items.iter_mut().map(|item| &mut item.finding);
        items.chain(&mut self.guide.refused).collect()
    }

    fn set_aside(&mut self, left: SetAside) {
        self.set_aside = Some(left);
    }
}

impl Report for IndexReport {
    fn sheet(&self) -> ReportSheet<'_> {
        let expired = self
            .expired
            .then(|| Words::said(|language| words::expired(self.expires.0, language)));
        ReportSheet {
            file: self.files.first().map_or("", String::as_str),
            on: Some(self.on),
            edition: self.edition.as_deref(),
            verdict: Some(self.verdict),
            verdict_words: words::conformity(self.verdict).into(),
            notes: expired.into_iter().collect(),
            found: self.findings.iter().map(|its| &its.finding).collect(),
            beyond: if self.expired {
                Verdict::NonConforming
            } else {
                Verdict::Conforming
            },
            set_aside: self.set_aside,
            ..ReportSheet::default()
        }
        .with_left()
    }

    fn findings_mut(&mut self) -> Vec<&mut Finding> {
        let all = self.findings.iter_mut();
        all.map(|its| &mut its.finding).collect()
    }

    fn set_aside(&mut self, left: SetAside) {
        self.set_aside = Some(left);
    }
}

impl MissingFile {
    fn words(&self) -> Words {
        Words::said(|language| {
            let location = self.location.get(language);
            format!("{location}: {}", words::absent(&self.file, language))
        })
    }
}
