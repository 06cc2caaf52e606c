//! Findings of one requirement on one thing, found again in another judgement.

use std::collections::BTreeMap;

use kanta_conformance::Finding;
use kanta_policy::ConnectionPlan;
pub(crate) use kanta_report::view::Names;

/// What makes two findings the same question: the requirement, and the thing it is asked of.
///
/// The entries of `[[use]]`, `addresses` and `servers` have no name: they are told apart by what they say, so that
/// their order does not matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    requirement: &'static str,
    place: String,
    /// Which of several with the same name.
    nth: usize,
}

/// Findings with their keys, in their order.
pub(crate) fn keyed<'a>(plan: &ConnectionPlan, findings: &'a [Finding]) -> Vec<(Key, &'a Finding)> {
    let names = Names::of(plan);
    let mut seen: BTreeMap<(&'static str, String), usize> = BTreeMap::new();
    let mut keyed = Vec::with_capacity(findings.len());
    for finding in findings {
        let requirement = finding.requirement.id();
        let place = names.place(&finding.path);
        let count = seen.entry((requirement, place.clone())).or_default();
        let nth = *count;
        *count = count.saturating_add(1);
        let key = Key {
            requirement,
            place,
            nth,
        };
        keyed.push((key, finding));
    }
    keyed
}
