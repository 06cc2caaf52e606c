//! How many findings there are of each requirement, and of each party.

use std::collections::BTreeMap;

use kanta_conformance::{Outcome, Requirement};

use super::IndexFinding;

/// How many findings there are of each requirement, and of each party or pharmacy; the most first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FindingCounts {
    /// Of each requirement that was not plainly satisfied.
    pub requirements: Vec<(&'static Requirement, OutcomeCounts)>,
    /// Of each party or pharmacy, by id.
    pub parties: Vec<(String, OutcomeCounts)>,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct OutcomeCounts {
    /// What is forbidden.
    pub violated: usize,
    /// What is not known, or left open by the guide.
    pub undetermined: usize,
}

impl OutcomeCounts {
    fn add(&mut self, outcome: &Outcome) {
        let count = match outcome {
            Outcome::Violated { .. } => &mut self.violated,
            _ => &mut self.undetermined,
        };
        *count = count.saturating_add(1);
    }

    /// Both together.
    #[must_use]
    pub const fn sum(self) -> usize {
        self.violated.saturating_add(self.undetermined)
    }
}

impl FindingCounts {
    /// Counts findings.
    #[must_use]
    pub fn of(findings: &[IndexFinding]) -> Self {
        let mut requirements: BTreeMap<&str, (&'static Requirement, OutcomeCounts)> =
            BTreeMap::new();
        let mut parties: BTreeMap<&str, (String, OutcomeCounts)> = BTreeMap::new();
        for finding in findings {
            let requirement = finding.requirement;
            let none = || (requirement, OutcomeCounts::default());
            let of = requirements.entry(requirement.id()).or_insert_with(none);
            of.1.add(&finding.outcome);
            let none = || (finding.party.clone(), OutcomeCounts::default());
            let of = parties.entry(&finding.party).or_insert_with(none);
            of.1.add(&finding.outcome);
        }
        Self {
            requirements: most_first(requirements.into_values()),
            parties: most_first(parties.into_values()),
        }
    }
}

/// In their order where they are equally many.
fn most_first<T>(counted: impl Iterator<Item = (T, OutcomeCounts)>) -> Vec<(T, OutcomeCounts)> {
    let mut counted: Vec<(T, OutcomeCounts)> = counted.collect();
    counted.sort_by_key(|&(_, tally)| core::cmp::Reverse(tally.sum()));
    counted
}
