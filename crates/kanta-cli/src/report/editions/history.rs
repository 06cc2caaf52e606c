//! A plan under every edition, each judged as of its own day; and how each finding runs through them.

use kanta_conformance::{
    Assessment, EDITIONS, Edition, FieldPath, Finding, Outcome, OutcomeKind, Requirement,
};
use kanta_policy::{ConnectionPlan, evaluate_editions};
use kanta_report::view;

/// A plan under every edition.
pub(crate) struct History {
    /// The file, as it was called.
    pub(super) name: String,
    pub(super) party: Option<String>,
    pub(super) verdicts: Vec<(&'static Edition, Assessment)>,
    /// In the order of the catalogue.
    pub(super) runs: Vec<Run>,
}

/// How the outcome of one finding runs through the editions.
pub(super) struct Run {
    pub(super) requirement: &'static Requirement,
    pub(super) path: FieldPath,
    pub(super) stretches: Vec<Stretch>,
}

/// Editions that follow each other, in which an outcome is of the same kind for the same reason.
pub(super) struct Stretch {
    pub(super) first: &'static Edition,
    pub(super) last: &'static Edition,
    /// The outcome in the last of them.
    pub(super) outcome: Outcome,
}

/// The kind of an outcome and, of one that is not known, why.
pub(super) type Sort = (OutcomeKind, Option<&'static str>);

pub(super) fn sort(outcome: &Outcome) -> Sort {
    let why = match outcome {
        Outcome::Undetermined(why) => Some(why.code()),
        _ => None,
    };
    (outcome.kind(), why)
}

impl Run {
    /// The first edition under which the outcome is of that kind.
    pub(super) fn first(&self, kind: OutcomeKind) -> Option<&'static Edition> {
        let mut stretches = self.stretches.iter();
        stretches
            .find(|stretch| stretch.outcome.kind() == kind)
            .map(|stretch| stretch.first)
    }
}

impl History {
    pub(crate) fn of(name: String, plan: &ConnectionPlan) -> Self {
        let verdicts: Vec<(&'static Edition, Assessment)> = evaluate_editions(plan).collect();
        let mut runs: Vec<Run> = Vec::new();
        for (edition, assessment) in &verdicts {
            for (position, finding) in assessment.findings.iter().enumerate() {
                // The same rows are run on every day, so that a finding is where it was; if not, it is looked for.
                let asks = |run: &Run| {
                    run.requirement.id() == finding.requirement.id() && run.path == finding.path
                };
                let place = match runs.get(position) {
                    Some(run) if asks(run) => Some(position),
                    None if Some(*edition) == EDITIONS.first() => None,
                    _ => runs.iter().position(asks),
                };
                match place.and_then(|place| runs.get_mut(place)) {
                    Some(run) if run.stretches.last().is_none_or(|s| s.last != *edition) => {
                        run.extend(edition, finding);
                    }
                    // Two links of one point, say, are asked the same in one place.
                    _ => {
                        let mut run = Run {
                            requirement: finding.requirement,
                            path: finding.path.clone(),
                            stretches: Vec::new(),
                        };
                        run.extend(edition, finding);
                        runs.push(run);
                    }
                }
            }
        }
        Self {
            name,
            party: plan.party.as_ref().and_then(|party| party.name.clone()),
            verdicts,
            runs,
        }
    }

    /// The same as a view.
    pub(crate) fn view(&self) -> view::History {
        let runs = self.runs.iter().map(Run::view).collect();
        view::History::new(&self.name, &self.verdicts, runs)
    }
}

impl Run {
    fn extend(&mut self, edition: &'static Edition, finding: &Finding) {
        let outcome = finding.outcome.clone();
        match self.stretches.last_mut() {
            Some(stretch) if sort(&stretch.outcome) == sort(&outcome) => {
                stretch.last = edition;
                stretch.outcome = outcome;
            }
            _ => self.stretches.push(Stretch {
                first: edition,
                last: edition,
                outcome,
            }),
        }
    }

    fn view(&self) -> view::Run {
        let stretch = |its: &Stretch| view::Stretch::new(its.first, its.last, &its.outcome);
        let outcomes = self.stretches.iter().map(stretch).collect();
        view::Run::new(self.requirement, &self.path, outcomes)
    }
}
