//! Two states of an index, and an order tried: what changes for those who use it.

mod addresses;
mod carried;
mod days;
mod records;
mod trial;

use kanta_oid::{AccessPointOid, OwnerOid};

use crate::order::{Order, Records};
use crate::{AddressIndex, Period, Right, Service};

pub use addresses::AddressChange;
pub use records::{ChangeKind, RecordChange, RecordKind};
pub use trial::{FindingChanges, IdleRight, Trial};

use carried::Side;
use days::{Kept, validity_of, without};

/// Who, through what, to which service; and the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct RightSpan {
    /// The joining party or the pharmacy.
    pub subject: OwnerOid,
    /// The access point.
    pub access_point: AccessPointOid,
    /// The service.
    pub service: Service,
    /// The days.
    pub days: Period,
}

/// A tenant of a joining party; and the days, from the first to the last on which that party has
/// a right for the tenant to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct TenantSpan {
    /// The joining party.
    pub host: OwnerOid,
    /// The tenant.
    pub tenant: OwnerOid,
    /// The days.
    pub days: Period,
}

/// A service unit that receives renewal requests; and the days, from the first to the last on
/// which its party has a right to receive them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct UnitSpan {
    /// The joining party.
    pub party: OwnerOid,
    /// The service unit; absent: every unit without an annotation of its own, and requests that
    /// name none.
    pub unit: Option<OwnerOid>,
    /// The days.
    pub days: Period,
}

/// What changes from one index to another.
///
/// Every request that the one allows and the other does not lies in a span of rights, of tenants
/// or of units: where the right stays and what the request carries does not, it is told under
/// tenants or units. `records` names every record that differs, so that no change at all means
/// that the two indexes are equal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Changes {
    /// Rights allowed now and not before, without regard to which record allows them.
    pub gained: Vec<RightSpan>,
    /// Rights allowed before, and not now.
    pub lost: Vec<RightSpan>,
    /// Tenants in order now, and not before.
    pub tenants_gained: Vec<TenantSpan>,
    /// Tenants in order before, and not now.
    pub tenants_lost: Vec<TenantSpan>,
    /// Service units that may receive renewal requests now, and not before.
    pub units_gained: Vec<UnitSpan>,
    /// Service units that might receive renewal requests before, and may not now.
    pub units_lost: Vec<UnitSpan>,
    /// Prefixes whose addresses are an access point's now, or no longer, or another's.
    pub addresses: Vec<AddressChange>,
    /// Every record that was added, withdrawn or changed.
    pub records: Vec<RecordChange>,
}

impl Changes {
    /// The two indexes are equal.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

type Triple = (OwnerOid, AccessPointOid, Service);

impl AddressIndex {
    /// What changes from this index to another. For rights, tenants and units the expiry of
    /// either counts as an end.
    #[must_use]
    pub fn changes_to(&self, other: &Self) -> Changes {
        let (before, after) = Side::both(self, other);
        let spans = |spans: Vec<Kept<Triple>>| spans.into_iter().map(span).collect();
        Changes {
            gained: spans(without(&after.allowed, &before.allowed)),
            lost: spans(without(&before.allowed, &after.allowed)),
            tenants_gained: after.tenants_without(&before),
            tenants_lost: before.tenants_without(&after),
            units_gained: after.units_without(&before),
            units_lost: before.units_without(&after),
            addresses: addresses::changes(self, other),
            records: records::changes(self, other),
        }
    }

    /// The order that makes this index another, record by record.
    #[must_use]
    pub fn order_to(&self, other: &Self) -> Order {
        let (before, after) = (self.to_data_set(), other.to_data_set());
        let header = (before.header != after.header).then(|| after.header.clone());
        let (before, after) = (Records::of(before), Records::of(after));
        Order {
            header,
            withdraw: before.without(&after),
            add: after.without(&before),
        }
    }

    fn tenancy(&self, host: &str, tenant: OwnerOid) -> Option<(OwnerOid, OwnerOid)> {
        Some((self.owner_named(host)?, tenant))
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort_unstable();
    items
}

fn triple(right: &Right) -> Triple {
    (right.subject, right.access_point, right.service)
}

fn span(((subject, access_point, service), from, until): Kept<Triple>) -> RightSpan {
    RightSpan {
        subject,
        access_point,
        service,
        days: validity_of(from, until),
    }
}
