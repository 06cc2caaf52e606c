//! From what differs between two judged plans to its view.

use kanta_conformance::Assessment;

use crate::view::{Change, Changed, DifferenceReport, FORMAT, Finding, Side, Way};

impl DifferenceReport {
    /// What differs between two judged plans, finding by finding.
    #[must_use]
    pub fn new(before: Side, after: Side, changes: Vec<Change>) -> Self {
        let count = |way: Way| changes.iter().filter(|change| change.way == way).count();
        Self {
            format: FORMAT,
            before,
            after,
            worse: count(Way::Worse),
            better: count(Way::Better),
            other: count(Way::Other),
            changes,
        }
    }
}

impl Side {
    /// A judged plan; `name` is what its file is called.
    #[must_use]
    pub fn new(name: &str, assessment: &Assessment) -> Self {
        Self {
            plan: name.to_owned(),
            on: assessment.on.into(),
            edition: assessment
                .edition
                .map(|edition| edition.version.to_string()),
            verdict: assessment.verdict().into(),
            gaps: assessment.gaps.iter().map(|&gap| gap.into()).collect(),
            counts: assessment.counts().into(),
        }
    }
}

impl Change {
    /// A finding before and after.
    #[must_use]
    pub fn new(before: Option<Finding>, after: Option<Finding>, way: Way) -> Self {
        let either = after.as_ref().or(before.as_ref());
        Self {
            requirement: either.map_or_else(String::new, |its| its.requirement.clone()),
            change: match (&before, &after) {
                (None, _) => Changed::Appears,
                (_, None) => Changed::Vanishes,
                _ => Changed::Changes,
            },
            way,
            before,
            after,
        }
    }
}
