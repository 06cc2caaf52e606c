//! Findings of one requirement on one thing, found again in another judgement.

use std::collections::BTreeMap;

use kanta_conformance::{FieldPath, Finding, Key as Entry};
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::AccessPoint;

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
        let requirement = finding.requirement.id;
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

/// What the entries of a plan are called that have no name of their own.
pub(crate) struct Names<'a> {
    plan: &'a ConnectionPlan,
    points: BTreeMap<&'a str, &'a AccessPoint>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(plan: &'a ConnectionPlan) -> Self {
        let points = plan.access_points.iter();
        Self {
            plan,
            points: points.map(|point| (point.id.as_str(), point)).collect(),
        }
    }

    /// A path in which no entry is told by its position.
    pub(crate) fn place(&self, path: &FieldPath) -> String {
        let mut place = String::new();
        let mut outer = Entry::Whole;
        for (list, entry) in path.names() {
            let content = match entry {
                Entry::Index(index) => self.content(outer, list, index),
                _ => None,
            };
            place.push('.');
            place.push_str(&match content {
                Some(name) => format!("{list}[{name:?}]"),
                None => format!("{list}{entry}"),
            });
            outer = entry;
        }
        place
    }

    /// What the entry of a list says, where that tells it from the others.
    fn content(&self, outer: Entry<&str>, list: &str, index: usize) -> Option<String> {
        if list == "use" {
            let used = self.plan.uses.get(index)?;
            let (service, user) = (used.service.code(), &used.user);
            return Some(format!("{service} {user} {}", used.access_point));
        }
        let Entry::Id(id) = outer else { return None };
        let point = self.points.get(id)?;
        match list {
            "addresses" => Some(point.addresses.as_ref()?.get(index)?.ip?.to_string()),
            "servers" => point.servers.as_ref()?.get(index)?.name.clone(),
            _ => None,
        }
    }
}
