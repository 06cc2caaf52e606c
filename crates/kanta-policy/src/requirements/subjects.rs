//! What a plan holds, with the path of each thing.

use kanta_conformance::FieldPath;

use super::about::Point;
use super::certificates;
use crate::plan::{AccessPoint, Address, ConnectionPlan, Link};

/// What a plan holds, with the path of each thing.
pub(crate) struct Subjects<'a> {
    pub(super) party: FieldPath,
    pub(super) volume: FieldPath,
    pub(super) certificates: certificates::Certificates<'a>,
    pub(super) intermediaries: Vec<FieldPath>,
    pub(super) other_parties: Vec<FieldPath>,
    pub(super) tenants: Vec<FieldPath>,
    pub(super) pharmacies: Vec<FieldPath>,
    pub(super) systems: Vec<FieldPath>,
    pub(super) uses: Vec<FieldPath>,
    pub(super) access_points: Vec<FieldPath>,
    pub(super) addresses: Vec<(FieldPath, (&'a AccessPoint, Option<&'a Address>))>,
    pub(super) consolidation_points: Vec<FieldPath>,
    pub(super) links: Vec<FieldPath>,
    pub(super) link_pairs: Vec<(FieldPath, (&'a Link, &'a Link))>,
}

impl<'a> Subjects<'a> {
    pub(crate) fn of(plan: &'a ConnectionPlan) -> Self {
        fn named<T>(table: &'static str, items: &[T], id: impl Fn(&T) -> &str) -> Vec<FieldPath> {
            items
                .iter()
                .map(|item| FieldPath::named(table, id(item)))
                .collect()
        }
        let access_points = named("access_point", &plan.access_points, |p| &p.id);
        Self {
            party: FieldPath::table("party"),
            volume: FieldPath::table("volume"),
            certificates: certificates::Certificates::of(plan),
            intermediaries: named("intermediary", &plan.intermediaries, |i| &i.id),
            other_parties: named("other_party", &plan.other_parties, |o| &o.id),
            tenants: named("tenant", &plan.tenants, |t| &t.id),
            pharmacies: named("pharmacy", &plan.pharmacies, |p| &p.id),
            systems: named("system", &plan.systems, |s| &s.id),
            uses: (0..plan.uses.len())
                .map(|index| FieldPath::entry("use", index))
                .collect(),
            addresses: addresses(plan, &access_points),
            access_points,
            consolidation_points: named("consolidation_point", &plan.consolidation_points, |p| {
                &p.id
            }),
            links: named("link", &plan.links, |l| &l.id),
            link_pairs: link_pairs(plan),
        }
    }
}

/// Every address; of an access point whose addresses are not known, one that stands for them all.
fn addresses<'a>(
    plan: &'a ConnectionPlan,
    paths: &[FieldPath],
) -> Vec<(FieldPath, (&'a AccessPoint, Option<&'a Address>))> {
    let mut all = Vec::new();
    for (point, path) in plan.access_points.iter().zip(paths) {
        let listed = point.addresses.as_deref().unwrap_or_default();
        if point.addresses.is_none() || (listed.is_empty() && !Point::Access(point).is_own(plan)) {
            all.push((path.clone(), (point, None)));
        }
        for (index, address) in listed.iter().enumerate() {
            all.push((path.inner_entry("addresses", index), (point, Some(address))));
        }
    }
    all
}

/// Every two links that start at the same point, the primary first where the roles are known.
fn link_pairs(plan: &ConnectionPlan) -> Vec<(FieldPath, (&Link, &Link))> {
    use crate::plan::LinkRole;
    let mut all = Vec::new();
    for (index, one) in plan.links.iter().enumerate() {
        for other in plan.links.iter().skip(index.saturating_add(1)) {
            if one.from != other.from {
                continue;
            }
            let turned = (one.role == Some(LinkRole::Backup)
                && other.role != Some(LinkRole::Backup))
                || (other.role == Some(LinkRole::Primary) && one.role != Some(LinkRole::Primary));
            let (first, second) = if turned { (other, one) } else { (one, other) };
            all.push((FieldPath::named("link", &second.id), (first, second)));
        }
    }
    all
}
