//! Two judged plans, and the findings that differ between them.

mod text;

use std::collections::BTreeMap;

use kanta_conformance::{Finding, Gap, Outcome, OutcomeKind, Verdict, Why};
use kanta_report::view::{self, DifferenceReport, Side, Way};

use super::outcomes;
use crate::commands::check::Checked;
use crate::findings::{Key, Names, keyed};

/// What differs between two judged plans.
pub(crate) struct Difference<'a> {
    before: &'a Checked,
    after: &'a Checked,
    /// In the order of the later plan's findings; then those that only the earlier one has.
    changes: Vec<Change<'a>>,
}

/// One finding that differs; at least one side is there.
struct Change<'a> {
    before: Option<&'a Finding>,
    after: Option<&'a Finding>,
}

impl<'a> Difference<'a> {
    pub(crate) fn of(before: &'a Checked, after: &'a Checked) -> Self {
        let mut earlier: BTreeMap<Key, &Finding> = spoken(before).into_iter().collect();
        let order: Vec<Key> = spoken(before).into_iter().map(|(key, _)| key).collect();
        let names = [before, after].map(|side| Names::of(&side.file.plan));
        let mut changes = Vec::new();
        for (key, now) in spoken(after) {
            let then = earlier.remove(&key);
            let same = |then: &Finding| {
                then.ground == now.ground && same(&names, &then.outcome, &now.outcome)
            };
            if !then.is_some_and(same) {
                changes.push(Change {
                    before: then,
                    after: Some(now),
                });
            }
        }
        for key in order {
            if let Some(then) = earlier.remove(&key) {
                changes.push(Change {
                    before: Some(then),
                    after: None,
                });
            }
        }
        Self {
            before,
            after,
            changes,
        }
    }

    /// Whether a finding, the verdict or what the plan holds got worse.
    pub(crate) fn is_worse(&self) -> bool {
        let [before, after] = [self.before, self.after].map(|side| side.assessment.verdict());
        rank(after) > rank(before)
            || self.new_gaps().next().is_some()
            || self.changes.iter().any(|change| change.way() == Way::Worse)
    }

    /// What the later plan lacks, and the earlier one did not.
    fn new_gaps(&self) -> impl Iterator<Item = Gap> {
        let old = &self.before.assessment.gaps;
        let new = self.after.assessment.gaps.iter().copied();
        new.filter(|gap| !old.contains(gap))
    }

    fn count(&self, way: Way) -> usize {
        self.changes
            .iter()
            .filter(|change| change.way() == way)
            .count()
    }

    /// The same as a view.
    pub(crate) fn view(&self) -> DifferenceReport {
        let side = |its: &Checked| Side::new(&its.name, &its.assessment);
        let change = |its: &Change<'_>| {
            let before = its.before.map(|finding| self.before.view(finding));
            let after = its.after.map(|finding| self.after.view(finding));
            view::Change::new(before, after, its.way())
        };
        let changes = self.changes.iter().map(change).collect();
        DifferenceReport::new(side(self.before), side(self.after), changes)
    }
}

impl Change<'_> {
    fn way(&self) -> Way {
        match weight(self.after).cmp(&weight(self.before)) {
            core::cmp::Ordering::Greater => Way::Worse,
            core::cmp::Ordering::Less => Way::Better,
            core::cmp::Ordering::Equal => Way::Other,
        }
    }
}

/// How much a finding weighs against a plan.
fn weight(finding: Option<&Finding>) -> u8 {
    match finding.map(|finding| finding.outcome.kind()) {
        Some(OutcomeKind::Violated) => 2,
        Some(OutcomeKind::Undetermined) => 1,
        _ => 0,
    }
}

const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Conforming => 0,
        Verdict::Undetermined => 1,
        Verdict::NonConforming => 2,
    }
}

/// The findings that say something: the requirement is in force and applies.
fn spoken(checked: &Checked) -> Vec<(Key, &Finding)> {
    let mut findings = keyed(&checked.file.plan, &checked.assessment.findings);
    findings.retain(|(_, finding)| {
        !matches!(
            finding.outcome,
            Outcome::NotApplicable | Outcome::NotInForce
        )
    });
    findings
}

/// Whether two outcomes are the same; fields that have to be filled in are compared without the position of entries.
fn same([names, other_names]: &[Names<'_>; 2], one: &Outcome, other: &Outcome) -> bool {
    match (one, other) {
        (
            Outcome::Undetermined(Why::InputMissing(some)),
            Outcome::Undetermined(Why::InputMissing(others)),
        ) => {
            let some = some.iter().map(|path| names.place(path));
            let others = others.iter().map(|path| other_names.place(path));
            some.eq(others)
        }
        _ => one == other,
    }
}
