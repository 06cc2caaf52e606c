//! From the changes of an address index to their views.

use kanta_address_index as of;
use kanta_address_index::AddressIndex;
use kanta_conformance::Date;
use kanta_oid::AccessPointOid;

use super::ids::Ids;
use crate::view::{
    AddressChange, Brought, FORMAT, IdleRight, IndexChanges, IndexFinding, Reason, RecordChange,
    RightSpan, TenantSpan, TrialReport, Turned, UnitSpan,
};

/// The views of all.
fn all<'a, T, V: From<&'a T>>(items: &'a [T]) -> Vec<V> {
    items.iter().map(V::from).collect()
}

impl IndexChanges {
    /// What changes from one index to another.
    #[must_use]
    pub fn new([before, after]: [&AddressIndex; 2], its: &of::Changes) -> Self {
        // What is lost may be known to the index before alone.
        let indexes = [after, before];
        let mut ids = Ids::of(&indexes);
        ids.changes(its);
        Self::with(its, ids)
    }

    fn with(its: &of::Changes, ids: Ids<'_>) -> Self {
        Self {
            format: FORMAT,
            equal: its.is_empty(),
            gained: all(&its.gained),
            lost: all(&its.lost),
            tenants: Turned {
                gained: all(&its.tenants_gained),
                lost: all(&its.tenants_lost),
            },
            units: Turned {
                gained: all(&its.units_gained),
                lost: all(&its.units_lost),
            },
            addresses: all(&its.addresses),
            records: all(&its.records),
            ids: ids.told(),
        }
    }
}

impl TrialReport {
    /// What an order does to an index, judged on a day.
    #[must_use]
    pub fn new(
        before: &AddressIndex,
        trial: &of::Trial,
        findings: &of::FindingChanges,
        day: Date,
    ) -> Self {
        let found = |index: &AddressIndex, all: &[of::IndexFinding]| {
            let view = |its| IndexFinding::new(index, its, None, day);
            all.iter().map(view).collect()
        };
        let idle = |its: &of::IdleRight| IdleRight {
            right: (&its.right).into(),
            missing: its
                .missing
                .iter()
                .map(|link| Reason::new(link, day))
                .collect(),
        };
        let indexes = [&trial.index, before];
        let mut ids = Ids::of(&indexes);
        ids.changes(&trial.changes);
        for span in &trial.broken {
            ids.span(span);
        }
        for span in &trial.broken_tenants {
            ids.tenant(span);
        }
        for span in &trial.broken_units {
            ids.unit(span);
        }
        for its in &trial.idle {
            ids.right(&its.right);
        }
        Self {
            changes: IndexChanges::with(&trial.changes, ids),
            broken: all(&trial.broken),
            broken_tenants: all(&trial.broken_tenants),
            broken_units: all(&trial.broken_units),
            findings: Brought {
                brought: found(&trial.index, &findings.brought),
                taken: found(before, &findings.taken),
            },
            never_permitting: trial.idle.iter().map(idle).collect(),
        }
    }
}

impl From<&of::RightSpan> for RightSpan {
    fn from(its: &of::RightSpan) -> Self {
        Self {
            subject: its.subject.to_string(),
            access_point: its.access_point.to_string(),
            service: its.service.code().to_owned(),
            from: its.days.from.map(Into::into),
            until: its.days.until.map(Into::into),
        }
    }
}

impl From<&of::TenantSpan> for TenantSpan {
    fn from(its: &of::TenantSpan) -> Self {
        Self {
            host: its.host.to_string(),
            tenant: its.tenant.to_string(),
            from: its.days.from.map(Into::into),
            until: its.days.until.map(Into::into),
        }
    }
}

impl From<&of::UnitSpan> for UnitSpan {
    fn from(its: &of::UnitSpan) -> Self {
        Self {
            party: its.party.to_string(),
            unit: its.unit.map(|unit| unit.to_string()),
            from: its.days.from.map(Into::into),
            until: its.days.until.map(Into::into),
        }
    }
}

impl From<&of::AddressChange> for AddressChange {
    fn from(its: &of::AddressChange) -> Self {
        let oids = |all: &[AccessPointOid]| all.iter().map(ToString::to_string).collect();
        Self {
            prefix: its.prefix.to_string(),
            change: its.kind().code().to_owned(),
            before: oids(&its.before),
            after: oids(&its.after),
        }
    }
}

impl From<&of::RecordChange> for RecordChange {
    fn from(its: &of::RecordChange) -> Self {
        Self {
            record: its.record.code().to_owned(),
            id: its.id.clone(),
            change: its.change.code().to_owned(),
            fields: its.fields.iter().map(|&field| field.to_owned()).collect(),
        }
    }
}
