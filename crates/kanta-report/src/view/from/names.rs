//! What the entries of a plan are called that have no name of their own.

use std::collections::BTreeMap;

use kanta_conformance::{EntryKey as Entry, FieldPath};
use kanta_policy::ConnectionPlan;
use kanta_policy::plan::AccessPoint;

/// What the entries of a plan are called that have no name of their own.
#[derive(Debug)]
pub(super) struct Names<'a> {
    plan: &'a ConnectionPlan,
    points: BTreeMap<&'a str, &'a AccessPoint>,
}

impl<'a> Names<'a> {
    /// The names of a plan's entries.
    pub(super) fn of(plan: &'a ConnectionPlan) -> Self {
        let points = plan.access_points.iter();
        Self {
            plan,
            points: points.map(|point| (point.id.as_str(), point)).collect(),
        }
    }

    /// A path in which no entry is told by its position.
    pub(super) fn place(&self, path: &FieldPath) -> String {
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
