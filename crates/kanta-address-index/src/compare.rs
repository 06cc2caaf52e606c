//! Two states of an index, and an order tried: what changes for those who use it.

mod addresses;
mod carried;
mod days;
mod records;

use kanta_oid::{AccessPointOid, OwnerOid};

use crate::build::Origins;
use crate::order::{Order, Places, Records};
use crate::{AddressIndex, Faults, Right, Service, Validity};

pub use addresses::AddressChange;
pub use records::{ChangeKind, RecordChange, RecordKind};

use carried::Side;
use days::{Kept, validity_of, without};

/// Who, through what, to which service; and the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The joining party or the pharmacy.
    pub subject: OwnerOid,
    /// The access point.
    pub access_point: AccessPointOid,
    /// The service.
    pub service: Service,
    /// The days.
    pub days: Validity,
}

/// A tenant of a joining party; and the days, from the first to the last on which that party has
/// a right for the tenant to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TenantSpan {
    /// The joining party.
    pub host: OwnerOid,
    /// The tenant.
    pub tenant: OwnerOid,
    /// The days.
    pub days: Validity,
}

/// A service unit that receives renewal requests; and the days, from the first to the last on
/// which its party has a right to receive them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitSpan {
    /// The joining party.
    pub party: OwnerOid,
    /// The service unit; absent: every unit without an annotation of its own, and requests that
    /// name none.
    pub unit: Option<OwnerOid>,
    /// The days.
    pub days: Validity,
}

/// What changes from one index to another.
///
/// Every request that the one allows and the other does not lies in a span of rights, of tenants
/// or of units: where the right stays and what the request carries does not, it is told under
/// tenants or units. `records` names every record that differs, so that no change at all means
/// that the two indexes are equal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Rights allowed now and not before, without regard to which record allows them.
    pub gained: Vec<Span>,
    /// Rights allowed before, and not now.
    pub lost: Vec<Span>,
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

/// An order, tried.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The index as it would be.
    pub index: AddressIndex,
    /// What would change.
    pub changes: Changes,
    /// What it would break: rights that the order does not withdraw, and days that they lose.
    pub broken: Vec<Span>,
    /// Tenants that the order leaves in the index, and days that they lose.
    pub broken_tenants: Vec<TenantSpan>,
    /// Service units whose annotation the order does not withdraw, and days that they lose.
    pub broken_units: Vec<UnitSpan>,
}

impl Trial {
    /// The order breaks something that it does not itself withdraw.
    #[must_use]
    pub fn breaks(&self) -> bool {
        !(self.broken.is_empty() && self.broken_tenants.is_empty() && self.broken_units.is_empty())
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

    /// Tries an order without changing this index.
    ///
    /// # Errors
    /// The order withdraws what is not there, or leaves records that cannot be understood.
    pub fn try_order(&self, order: &Order) -> Result<Trial, Faults> {
        let index = order.leaves(self.to_data_set(), Origins::default(), &Places::default())?;
        let changes = self.changes_to(&index);
        let rights = sorted(order.withdraw.rights.iter().map(triple));
        let broken = changes.lost.iter().filter(|span| {
            let triple = (span.subject, span.access_point, span.service);
            rights.binary_search(&triple).is_err()
        });
        let left = index.tenants().iter();
        let left = sorted(left.filter_map(|tenant| index.tenancy(&tenant.host, tenant.oid)));
        let broken_tenants = changes
            .tenants_lost
            .iter()
            .filter(|span| left.binary_search(&(span.host, span.tenant)).is_ok());
        let units = order.withdraw.annotations.iter();
        let units = sorted(units.filter_map(|it| Some((self.owner_named(&it.party)?, it.unit))));
        let broken_units = changes
            .units_lost
            .iter()
            .filter(|span| units.binary_search(&(span.party, span.unit)).is_err());
        Ok(Trial {
            broken: broken.copied().collect(),
            broken_tenants: broken_tenants.copied().collect(),
            broken_units: broken_units.copied().collect(),
            index,
            changes,
        })
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

fn span(((subject, access_point, service), from, until): Kept<Triple>) -> Span {
    Span {
        subject,
        access_point,
        service,
        days: validity_of(from, until),
    }
}
