//! Which access point speaks from where, before and after.

use ipnet::IpNet;
use kanta_oid::AccessPointOid;

use super::ChangeKind;
use crate::AddressIndex;
use crate::addresses::normalised;

/// A prefix whose addresses change hands.
///
/// It is one that either index states; both sides are those of the longest prefix that covers it
/// there. An address whose access points change lies in such a prefix, and the longest such
/// prefix tells them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct AddressChange {
    /// The prefix; IPv4-mapped ones count as IPv4.
    pub prefix: IpNet,
    /// The access points that speak from it before; none: nobody does.
    pub before: Vec<AccessPointOid>,
    /// The access points that speak from it after.
    pub after: Vec<AccessPointOid>,
}

impl AddressChange {
    /// Added: from nobody's to somebody's. Withdrawn: to nobody's. Changed: to somebody else's.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        match (self.before.is_empty(), self.after.is_empty()) {
            (true, _) => ChangeKind::Added,
            (_, true) => ChangeKind::Withdrawn,
            _ => ChangeKind::Changed,
        }
    }
}

type Stated = (IpNet, AccessPointOid);

fn stated(index: &AddressIndex) -> Vec<Stated> {
    let points = index.access_points().iter();
    let all = points.flat_map(|point| point.addresses.iter().map(|&net| (net, point.oid)));
    let mut all: Vec<_> = all.map(|(net, oid)| (normalised(net), oid)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The prefixes of one index as they are met in order: those that cover the present one lie open.
struct Walk<'a> {
    rest: &'a [Stated],
    open: Vec<&'a [Stated]>,
}

impl<'a> Walk<'a> {
    const fn over(rest: &'a [Stated]) -> Self {
        let open = Vec::new();
        Self { rest, open }
    }

    /// The next prefix that it states.
    fn next(&self) -> Option<IpNet> {
        self.rest.first().map(|&(net, _)| net)
    }

    /// Those of the longest prefix that covers this one, which is not before any met so far.
    fn at(&mut self, net: IpNet) -> &'a [Stated] {
        let covers =
            |stated: &[Stated]| stated.first().is_some_and(|(wide, _)| wide.contains(&net));
        while self.open.last().is_some_and(|last| !covers(last)) {
            self.open.pop();
        }
        let same = self.rest.partition_point(|&(other, _)| other <= net);
        let (stated, rest) = self.rest.split_at_checked(same).unwrap_or_default();
        if !stated.is_empty() {
            self.rest = rest;
            self.open.push(stated);
        }
        self.open.last().copied().unwrap_or_default()
    }
}

pub(super) fn changes(before: &AddressIndex, after: &AddressIndex) -> Vec<AddressChange> {
    let (old, new) = (stated(before), stated(after));
    let (mut old, mut new) = (Walk::over(&old), Walk::over(&new));
    let mut changes = Vec::new();
    while let Some(prefix) = [old.next(), new.next()].into_iter().flatten().min() {
        let (before, after) = (old.at(prefix), new.at(prefix));
        let points = |stated: &[Stated]| stated.iter().map(|&(_, oid)| oid).collect::<Vec<_>>();
        let (before, after) = (points(before), points(after));
        if before != after {
            changes.push(AddressChange {
                prefix,
                before,
                after,
            });
        }
    }
    changes
}
