//! An order tried: what it would change, break, bring and take.

use kanta_conformance::{Date, FieldPath, Outcome};

use super::{Changes, RightSpan, TenantSpan, UnitSpan, sorted, triple};
use crate::build::Origins;
use crate::case::case_of;
use crate::findings::IndexFinding;
use crate::order::Places;
use crate::rows;
use crate::store::Store;
use crate::{AddressIndex, Condition, Faults, Order, Right, RightId};

/// An order, tried.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Trial {
    /// The index as it would be.
    pub index: AddressIndex,
    /// What would change.
    pub changes: Changes,
    /// What it would break: rights that the order does not withdraw, and days that they lose.
    pub broken: Vec<RightSpan>,
    /// Tenants that the order leaves in the index, and days that they lose.
    pub broken_tenants: Vec<TenantSpan>,
    /// Service units whose annotation the order does not withdraw, and days that they lose.
    pub broken_units: Vec<UnitSpan>,
    /// Rights that the order adds and that would permit on no day at all.
    pub idle: Vec<IdleRight>,
}

/// A right that permits on no day, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdleRight {
    /// The right.
    pub right: Right,
    /// What it lacks on its own first day.
    pub missing: Vec<Condition>,
}

/// The findings that an order brings, and those that it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FindingChanges {
    /// Found with the order, and not without it; their rights are those of the index as it would
    /// be.
    pub brought: Vec<IndexFinding>,
    /// Found without the order, and not with it.
    pub taken: Vec<IndexFinding>,
}

impl Trial {
    /// The order breaks something that it does not itself withdraw.
    #[must_use]
    pub fn breaks(&self) -> bool {
        !(self.broken.is_empty() && self.broken_tenants.is_empty() && self.broken_units.is_empty())
    }

    /// The findings that the order brings to an index on a day, and those that it takes.
    #[must_use]
    pub fn findings(&self, before: &AddressIndex, day: Date) -> FindingChanges {
        let (old, new) = (before.findings(day), self.index.findings(day));
        let keys = |findings: &[IndexFinding]| sorted(findings.iter().map(key));
        let (old_keys, new_keys) = (keys(&old), keys(&new));
        let not_in =
            |keys: &[Key], finding: &IndexFinding| keys.binary_search(&key(finding)).is_err();
        FindingChanges {
            brought: new.into_iter().filter(|it| not_in(&old_keys, it)).collect(),
            taken: old.into_iter().filter(|it| not_in(&new_keys, it)).collect(),
        }
    }
}

/// What makes two findings the same: requirement, place and what came of it.
type Key = (&'static str, FieldPath, &'static str);

fn key(finding: &IndexFinding) -> Key {
    let outcome = match &finding.outcome {
        Outcome::Undetermined(why) => why.code(),
        outcome => outcome.kind().code(),
    };
    (finding.requirement.id(), finding.path.clone(), outcome)
}

impl AddressIndex {
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
            idle: index.idle(&order.add.rights),
            index,
            changes,
        })
    }

    /// Of these rights, those that permit on no day.
    fn idle(&self, rights: &[Right]) -> Vec<IdleRight> {
        if rights.is_empty() {
            return Vec::new();
        }
        let added = sorted(rights.iter());
        let permitted = self.grants.permitted();
        let mut permitted = permitted.into_iter().map(|(right, ..)| right).peekable();
        let mut idle = Vec::new();
        for number in 0..self.store.rights.len() {
            while permitted.next_if(|&right| right < number).is_some() {}
            let permits = permitted.peek() == Some(&number);
            let right = self.right(RightId(number)).filter(|_| !permits);
            let right = right.filter(|right| added.binary_search(&right).is_ok());
            idle.extend(right.map(|right| IdleRight {
                right,
                missing: missing(&self.store, number),
            }));
        }
        idle
    }
}

/// What a right lacks on its first day.
fn missing(store: &Store, right: u32) -> Vec<Condition> {
    let Some(case) = case_of(store, store.rights.subject(right), right) else {
        return Vec::new();
    };
    let links = rows::of_rights().map(|link| {
        let outcome = link.look(case, case.day);
        Condition {
            requirement: link.row.requirement,
            responsible: link.responsible.given(&outcome),
            outcome,
        }
    });
    let mut missing: Vec<Condition> = links.filter(Condition::is_missing).collect();
    if case.validity.from.is_none() {
        let outcome = Outcome::missing(rows::right_path(case).field("from"));
        missing.push(Condition {
            requirement: rows::NO_RIGHT.row.requirement,
            responsible: rows::NO_RIGHT.responsible.given(&outcome),
            outcome,
        });
    }
    missing
}
