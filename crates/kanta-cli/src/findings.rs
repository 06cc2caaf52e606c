//! Findings of one requirement on one thing, found again in another judgement.

use std::collections::BTreeMap;

use kanta_conformance::{Finding, Path};
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
    pub(crate) fn place(&self, path: &Path) -> String {
        let subject = path.subject();
        let named = self
            .by_content(subject)
            .unwrap_or_else(|| subject.to_owned());
        format!("{named}.{}", path.field())
    }

    fn by_content(&self, subject: &str) -> Option<String> {
        let (list, rest) = subject.split_once('[')?;
        let (index, rest) = rest.split_once(']')?;
        let index: usize = index.parse().ok()?;
        let point = |id: &str| self.points.get(id);
        let name = if list == "use" {
            let used = self.plan.uses.get(index)?;
            let (service, user) = (used.service.code(), &used.user);
            format!("{service} {user} {}", used.access_point)
        } else if let Some(id) = inside(list, ".addresses") {
            let ip = point(id)?.addresses.as_ref()?.get(index)?.ip?;
            ip.to_string()
        } else {
            let id = inside(list, ".servers")?;
            point(id)?.servers.as_ref()?.get(index)?.name.clone()?
        };
        Some(format!("{list}[{name:?}]{rest}"))
    }
}

/// The id of the access point in whose list an entry stands.
fn inside<'a>(list: &'a str, name: &str) -> Option<&'a str> {
    list.strip_suffix(name)?.strip_prefix("access_point.")
}
