//! Findings that somebody lives with: accepted by name until a day, or there already in an earlier report.

mod accept;
mod baseline;
mod stale;
mod written;

use std::collections::BTreeSet;

use kanta_conformance::Date;

pub use accept::{AcceptFault, Acceptances};
pub use baseline::{Baseline, NotABaseline};
pub use written::NewBaseline;

use baseline::{Key, plain};

use crate::format::Report;
use crate::told;
use crate::view::{
    AcceptanceReport, Against, Finding, Level, Outcome, ReportSheet, SetAside, Verdict,
};

/// What is accepted, and what was there before.
///
/// The verdict of a report stays what it is; what is left of it beside the findings that are set aside is its
/// [`SetAside`].
#[derive(Clone, Debug, Default)]
pub struct Settled {
    acceptances: Option<Acceptances>,
    baseline: Option<Baseline>,
    /// The files that were looked at, and what was found in them.
    judged: BTreeSet<String>,
    found: BTreeSet<Key>,
}

impl Settled {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            acceptances: None,
            baseline: None,
            judged: BTreeSet::new(),
            found: BTreeSet::new(),
        }
    }

    /// With a file of accepted findings, as of a day; `judged` are the ids of the requirements that are held against.
    #[must_use]
    pub fn accept(
        mut self,
        acceptances: Acceptances,
        on: Date,
        judged: BTreeSet<&'static str>,
    ) -> Self {
        self.acceptances = Some(acceptances.on(on, judged));
        self
    }

    /// With the findings of an earlier report.
    #[must_use]
    pub fn baseline(mut self, baseline: Baseline) -> Self {
        self.baseline = Some(baseline);
        self
    }

    /// Whether nothing is accepted and nothing was there before: no finding will be marked.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.acceptances.is_none() && self.baseline.is_none()
    }

    /// Marks the findings of a report that are accepted or were there before.
    pub fn mark<T: Report>(&mut self, report: &mut T) {
        if self.is_empty() {
            return;
        }
        let file = report.sheet().file.to_owned();
        if let Some(acceptances) = &mut self.acceptances {
            acceptances.look_at(&file);
        }
        if self.baseline.is_some() {
            self.judged.insert(plain(&file).to_owned());
        }
        for finding in report.findings_mut() {
            if !told::is_open(finding) {
                continue;
            }
            if let Some(acceptances) = &mut self.acceptances {
                finding.accepted = acceptances.covering(&file, finding);
            }
            if let Some(baseline) = &self.baseline {
                self.found.insert(Key::of(&file, finding));
                finding.against = Some(if baseline.has(&file, finding) {
                    Against::Unchanged
                } else {
                    Against::New
                });
            }
        }
        let left = left(&report.sheet());
        report.set_aside(left);
    }

    /// The baseline without what occurs no longer, once every report is marked, and how much was taken out: of the files
    /// that were looked at what was not found of the requirements that are judged, and everything of files that are gone.
    /// Nothing is added.
    #[must_use]
    pub fn pruned(
        &self,
        is_judged: impl Fn(&str) -> bool,
        is_there: impl Fn(&str) -> bool,
    ) -> Option<(Baseline, usize)> {
        let baseline = self.baseline.as_ref()?;
        Some(baseline.without(|key| {
            if self.judged.contains(key.file()) {
                is_judged(key.requirement()) && !self.found.contains(key)
            } else {
                !is_there(key.file())
            }
        }))
    }

    /// What is wrong with the file of accepted findings, once every report is marked.
    #[must_use]
    pub fn stale(&self) -> Option<AcceptanceReport> {
        self.acceptances.as_ref()?.stale()
    }
}

/// What is left of a verdict.
fn left(sheet: &ReportSheet<'_>) -> SetAside {
    let open: Vec<&Finding> = sheet.findings().filter(|its| told::is_open(its)).collect();
    let accepted = open.iter().filter(|its| its.accepted.is_some()).count();
    let aside = open.iter().filter(|its| told::is_set_aside(its)).count();
    let rest = verdict_of(&mut open.iter().filter(|its| !told::is_set_aside(its)));
    SetAside {
        accepted,
        unchanged: aside.saturating_sub(accepted),
        verdict: rest.min(beyond(sheet)),
    }
}

/// The verdict of what is open.
fn verdict_of(all: &mut dyn Iterator<Item = &&Finding>) -> Verdict {
    let binding = all.filter(|its| its.level == Level::Must);
    let verdicts = binding.map(|its| match its.outcome {
        Outcome::Violated => Verdict::NonConforming,
        _ => Verdict::Undetermined,
    });
    verdicts.min().unwrap_or(Verdict::Conforming)
}

/// What is left of the verdict of a file that was judged where every finding is set aside: a plan without a party, say, stays
/// undetermined.
#[must_use]
pub fn beyond(sheet: &ReportSheet<'_>) -> Verdict {
    let open: Vec<&Finding> = sheet.findings().filter(|its| told::is_open(its)).collect();
    let own = sheet.verdict.unwrap_or_default();
    // What the findings do not explain, none that is set aside takes away.
    let unexplained = if own < verdict_of(&mut open.iter()) {
        own
    } else {
        Verdict::Conforming
    };
    unexplained.min(sheet.beyond)
}
