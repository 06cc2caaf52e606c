//! An index's own words for the OIDs that a view names.

use std::collections::BTreeMap;

use kanta_address_index::{self as of, AddressIndex};
use kanta_oid::{AccessPointOid, OwnerOid};

/// Collects the own words of some indexes, of which the first that has one is heard.
pub(super) struct Ids<'a> {
    indexes: &'a [&'a AddressIndex],
    found: BTreeMap<String, String>,
}

impl<'a> Ids<'a> {
    pub(super) const fn of(indexes: &'a [&'a AddressIndex]) -> Self {
        Self {
            indexes,
            found: BTreeMap::new(),
        }
    }

    pub(super) fn owner(&mut self, oid: OwnerOid) {
        let mut indexes = self.indexes.iter();
        if let Some(id) = indexes.find_map(|index| index.id_of_owner(oid)) {
            self.found.insert(oid.to_string(), id.to_owned());
        }
    }

    pub(super) fn point(&mut self, oid: AccessPointOid) {
        let mut indexes = self.indexes.iter();
        if let Some(id) = indexes.find_map(|index| index.id_of_access_point(oid)) {
            self.found.insert(oid.to_string(), id.to_owned());
        }
    }

    pub(super) fn right(&mut self, right: &of::Right) {
        self.owner(right.subject);
        self.point(right.access_point);
    }

    pub(super) fn span(&mut self, span: &of::RightSpan) {
        self.owner(span.subject);
        self.point(span.access_point);
    }

    pub(super) fn tenant(&mut self, span: &of::TenantSpan) {
        self.owner(span.host);
        self.owner(span.tenant);
    }

    pub(super) fn unit(&mut self, span: &of::UnitSpan) {
        self.owner(span.party);
        if let Some(unit) = span.unit {
            self.owner(unit);
        }
    }

    pub(super) fn changes(&mut self, its: &of::Changes) {
        for span in its.gained.iter().chain(&its.lost) {
            self.span(span);
        }
        for span in its.tenants_gained.iter().chain(&its.tenants_lost) {
            self.tenant(span);
        }
        for span in its.units_gained.iter().chain(&its.units_lost) {
            self.unit(span);
        }
        for change in &its.addresses {
            for &point in change.before.iter().chain(&change.after) {
                self.point(point);
            }
        }
    }

    pub(super) fn told(self) -> BTreeMap<String, String> {
        self.found
    }
}
