//! From two judged plans to what differs between them.

use std::collections::BTreeMap;

use kanta_conformance::{self as of, Assessment, OutcomeKind};
use kanta_policy::PlanFile;

use super::{InPlan, Names};
use crate::view::{Change, Changed, DifferenceReport, FORMAT, Finding, Gap, Side, Verdict, Way};

/// A plan that was read, and what it came to.
#[derive(Clone, Copy, Debug)]
pub struct JudgedPlan<'a> {
    /// The file, as it was called.
    pub name: &'a str,
    /// The plan.
    pub file: &'a PlanFile,
    /// What it came to.
    pub assessment: &'a Assessment,
}

impl DifferenceReport {
    /// What differs between two judged plans, or two states of one, finding by finding.
    ///
    /// A finding that does not apply, or is not in force, counts as not there. The entries of lists without a name of their
    /// own are told apart by what they say, so that their order makes no difference.
    #[must_use]
    pub fn between(before: &JudgedPlan<'_>, after: &JudgedPlan<'_>) -> Self {
        let (earlier, later) = (Judged::of(before), Judged::of(after));
        let mut left: BTreeMap<Key, &of::Finding> = earlier.spoken().into_iter().collect();
        let order = earlier.spoken().into_iter().map(|(key, _)| key);
        let mut changes = Vec::new();
        for (key, now) in later.spoken() {
            let then = left.remove(&key);
            let same = |then: &of::Finding| {
                let names = [&earlier.places.names, &later.places.names];
                then.ground == now.ground && same(names, &then.outcome, &now.outcome)
            };
            if !then.is_some_and(same) {
                changes.push((then, Some(now)));
            }
        }
        changes.extend(order.filter_map(|key| Some((Some(left.remove(&key)?), None))));
        let changes: Vec<Change> = changes
            .into_iter()
            .map(|(then, now)| {
                let way = way(then, now);
                let then = then.map(|its| earlier.view(its));
                Change::new(then, now.map(|its| later.view(its)), way)
            })
            .collect();
        let count = |way: Way| changes.iter().filter(|change| change.way == way).count();
        Self {
            format: FORMAT,
            before: Side::new(before.name, before.assessment),
            after: Side::new(after.name, after.assessment),
            worse: count(Way::Worse),
            better: count(Way::Better),
            other: count(Way::Other),
            changes,
        }
    }

    /// What the later plan lacks, and the earlier one did not.
    pub fn new_gaps(&self) -> impl Iterator<Item = Gap> {
        let old = &self.before.gaps;
        let new = self.after.gaps.iter().copied();
        new.filter(|gap| !old.contains(gap))
    }

    /// Whether a finding, the verdict or what the plan holds got worse.
    #[must_use]
    pub fn is_worse(&self) -> bool {
        rank(self.after.verdict) > rank(self.before.verdict)
            || self.new_gaps().next().is_some()
            || self.worse > 0
    }
}

impl Side {
    fn new(name: &str, assessment: &Assessment) -> Self {
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
    fn new(before: Option<Finding>, after: Option<Finding>, way: Way) -> Self {
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

/// What makes two findings the same question: the requirement, and the thing it is asked of.
///
/// The entries of `[[use]]`, `addresses` and `servers` have no name: they are told apart by what they say, so that
/// their order does not matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    requirement: &'static str,
    place: String,
    /// Which of several with the same name.
    nth: usize,
}

/// A judged plan, and how its places are told.
struct Judged<'a> {
    assessment: &'a Assessment,
    places: InPlan<'a>,
}

impl<'a> Judged<'a> {
    fn of(plan: &JudgedPlan<'a>) -> Self {
        Self {
            assessment: plan.assessment,
            places: InPlan::new(plan.name, plan.file),
        }
    }

    fn view(&self, finding: &of::Finding) -> Finding {
        Finding::new(finding, self.assessment.edition, &self.places)
    }

    /// The findings that say something, with their keys: the requirement is in force and applies.
    fn spoken(&self) -> Vec<(Key, &'a of::Finding)> {
        let mut seen: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
        let mut spoken = Vec::new();
        for finding in &self.assessment.findings {
            let requirement = finding.requirement.id();
            let place = self.places.names.place(&finding.path);
            let count = seen.entry((requirement, place.clone())).or_default();
            let nth = *count;
            *count = count.saturating_add(1);
            let silent = [OutcomeKind::NotApplicable, OutcomeKind::NotInForce];
            if !silent.contains(&finding.outcome.kind()) {
                let key = Key {
                    requirement,
                    place,
                    nth,
                };
                spoken.push((key, finding));
            }
        }
        spoken
    }
}

fn way(before: Option<&of::Finding>, after: Option<&of::Finding>) -> Way {
    match weight(after).cmp(&weight(before)) {
        core::cmp::Ordering::Greater => Way::Worse,
        core::cmp::Ordering::Less => Way::Better,
        core::cmp::Ordering::Equal => Way::Other,
    }
}

/// How much a finding weighs against a plan.
fn weight(finding: Option<&of::Finding>) -> u8 {
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

/// Whether two outcomes are the same; fields that have to be filled in are compared without the position of entries.
fn same([names, other_names]: [&Names<'_>; 2], one: &of::Outcome, other: &of::Outcome) -> bool {
    match (one, other) {
        (
            of::Outcome::Undetermined(of::Why::InputMissing(some)),
            of::Outcome::Undetermined(of::Why::InputMissing(others)),
        ) => {
            let some = some.iter().map(|path| names.place(path));
            let others = others.iter().map(|path| other_names.place(path));
            some.eq(others)
        }
        _ => one == other,
    }
}
