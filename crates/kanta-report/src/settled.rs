//! Findings that somebody lives with: accepted by name until a day, or there already in an earlier report.

mod accept;
mod baseline;
mod stale;

use std::collections::BTreeSet;

use kanta_conformance::Date;

pub use accept::{AcceptFault, Acceptances};
pub use baseline::{Baseline, NotABaseline};

use crate::format::Report;
use crate::told;
use crate::view::{AcceptanceReport, Against, Finding, Level, Outcome, SetAside, Sheet, Verdict};

/// What is accepted, and what was there before.
///
/// The verdict of a report stays what it is; what is left of it beside the findings that are set aside is its
/// [`SetAside`].
#[derive(Clone, Debug, Default)]
pub struct Settled {
    acceptances: Option<Acceptances>,
    baseline: Option<Baseline>,
}

impl Settled {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            acceptances: None,
            baseline: None,
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

    /// Marks the findings of a report that are accepted or were there before.
    pub fn mark<T: Report>(&mut self, report: &mut T) {
        if self.acceptances.is_none() && self.baseline.is_none() {
            return;
        }
        let file = report.sheet().file.to_owned();
        if let Some(acceptances) = &mut self.acceptances {
            acceptances.look_at(&file);
        }
        for finding in report.findings_mut() {
            if !told::is_open(finding) {
                continue;
            }
            if let Some(acceptances) = &mut self.acceptances {
                finding.accepted = acceptances.covering(&file, finding);
            }
            if let Some(baseline) = &self.baseline {
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

    /// What is wrong with the file of accepted findings, once every report is marked.
    #[must_use]
    pub fn stale(&self) -> Option<AcceptanceReport> {
        self.acceptances.as_ref()?.stale()
    }
}

/// What is left of a verdict.
fn left(sheet: &Sheet<'_>) -> SetAside {
    let open: Vec<&Finding> = sheet.findings().filter(|its| told::is_open(its)).collect();
    let accepted = open.iter().filter(|its| its.accepted.is_some()).count();
    let aside = open.iter().filter(|its| told::is_set_aside(its)).count();
    let verdict_of = |all: &mut dyn Iterator<Item = &&Finding>| {
        let binding = all.filter(|its| its.level == Level::Must);
        let verdicts = binding.map(|its| match its.outcome {
            Outcome::Violated => Verdict::NonConforming,
            _ => Verdict::Undetermined,
        });
        verdicts.min().unwrap_or(Verdict::Conforming)
    };
    let own = sheet.verdict.unwrap_or_default();
    // What the findings do not explain, no accepted finding takes away.
    let explained = verdict_of(&mut open.iter());
    let unexplained = if own < explained {
        own
    } else {
        Verdict::Conforming
    };
    let rest = verdict_of(&mut open.iter().filter(|its| !told::is_set_aside(its)));
    SetAside {
        accepted,
        unchanged: aside.saturating_sub(accepted),
        verdict: rest.min(unexplained).min(sheet.beyond),
    }
}
