//! The entitlements of a plan beside an address index, both ways.

use std::collections::{BTreeMap, BTreeSet};

use kanta_address_index::{AddressIndex, Agreement, Order, Records, Right};
use kanta_conformance::{Date, FieldPath, Value};
use kanta_oid::OwnerOid;

use super::{Entitlement, Rights};
use crate::plan::ConnectionPlan;

/// A plan and an index that say different things of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Contradiction {
    /// Where the plan says it.
    pub at: FieldPath,
    /// What the plan says.
    pub plan: Value,
    /// What the index says.
    pub index: Value,
}

/// What a plan and an index come to, on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// Entitlements of the plan that the index does not permit.
    pub missing: Vec<Entitlement>,
    /// Rights that the index permits to the actors of the plan, and that no use of it needs.
    pub too_much: Vec<Right>,
    /// Where both say something, and not the same.
    pub contradictions: Vec<Contradiction>,
    /// What to add to the index and to withdraw from it, so that it permits what the plan uses and nothing more.
    pub order: Order,
}

impl Comparison {
    /// Whether plan and index agree.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.missing.is_empty() && self.too_much.is_empty() && self.contradictions.is_empty()
    }
}

/// Holds the entitlements of a plan against an index, as of a day.
///
/// The actors of the plan are the joining party, its pharmacies and the parties that it serves. The order leaves out
/// what the index holds, and names actors and access points as the index does.
#[must_use]
pub fn compare(
    plan: &ConnectionPlan,
    rights: &Rights,
    index: &AddressIndex,
    on: Date,
) -> Comparison {
    let refused = |its: &&Entitlement| {
        !its.requests(on)
            .all(|asked| index.decide(&asked).is_permit())
    };
    let missing: Vec<Entitlement> = rights
        .entitlements
        .iter()
        .filter(refused)
        .cloned()
        .collect();
    let needed: BTreeSet<_> = rights
        .entitlements
        .iter()
        .map(|its| (its.subject, its.access_point, its.service))
        .collect();
    let own = plan.party.iter().filter_map(|party| party.oid);
    let pharmacies = plan.pharmacies.iter().filter_map(|pharmacy| pharmacy.oid);
    let subjects: BTreeSet<OwnerOid> = own
        .chain(pharmacies)
        .chain(rights.entitlements.iter().map(|its| its.subject))
        .collect();
    let mut too_much = BTreeSet::new();
    for subject in subjects {
        for permitted in index.what(subject, on) {
            let right = permitted.right;
            let triple = (right.subject, right.access_point, right.service);
            if right.subject == subject
                && !right.service.is_reimbursement()
                && !needed.contains(&triple)
            {
                too_much.insert(right);
            }
        }
    }
    let too_much: Vec<Right> = too_much.into_iter().collect();
    let mut order = Order::default();
    order.withdraw.rights.clone_from(&too_much);
    order.add = lacking(rights, index, &missing);
    Comparison {
        contradictions: contradictions(plan, index),
        order,
        missing,
        too_much,
    }
}

fn contradictions(plan: &ConnectionPlan, index: &AddressIndex) -> Vec<Contradiction> {
    let mut all = Vec::new();
    let mut differ = |at: FieldPath, plan: Option<Value>, index: Option<Value>| match (plan, index)
    {
        (Some(plan), Some(index)) if plan != index => {
            all.push(Contradiction { at, plan, index });
        }
        _ => {}
    };
    if let Some(party) = &plan.party {
        let held = index
            .parties()
            .iter()
            .find(|its| its.oid.is_some() && its.oid == party.oid);
        if let Some(held) = held {
            let at = |field| FieldPath::table("party").field(field);
            let kind = party.kind.map(|its| Value::Term(its.name()));
            differ(at("kind"), kind, Some(Value::Term(held.kind.name())));
            let [here, there] =
                [party.sector, held.sector].map(|s| s.map(|s| Value::Term(s.name())));
            differ(at("sector"), here, there);
            let [here, there] =
                [party.register, held.register].map(|r| r.map(|r| Value::Term(r.name())));
            differ(at("register"), here, there);
        }
    }
    let names = oids(index);
    for point in &plan.access_points {
        let held = index
            .access_points()
            .iter()
            .find(|its| Some(its.oid) == point.oid);
        let Some(held) = held else { continue };
        let administrator = plan.administrator(point).and_then(|who| who.oid());
        let oid = |oid: OwnerOid| Value::Oid(oid.to_string());
        let there = names.get(held.administrator.as_str()).copied();
        let at = FieldPath::named("access_point", &point.id).field("administrator");
        differ(at, administrator.map(oid), there.map(oid));
    }
    all
}

/// The OIDs of an index by their ids.
fn oids(index: &AddressIndex) -> BTreeMap<&str, OwnerOid> {
    let parties = index.parties().iter();
    let parties = parties.filter_map(|its| Some((its.id.as_str(), its.oid?)));
    let pharmacies = index
        .pharmacies()
        .iter()
        .map(|its| (its.id.as_str(), its.oid));
    let tenants = index.tenants().iter().map(|its| (its.id.as_str(), its.oid));
    parties.chain(pharmacies).chain(tenants).collect()
}

/// What of an order an index does not hold yet, in the names of the index.
fn lacking(rights: &Rights, index: &AddressIndex, missing: &[Entitlement]) -> Records {
    let wanted = &rights.order.add;
    let held = index.to_data_set();
    let known: BTreeMap<OwnerOid, String> = oids(index)
        .into_iter()
        .map(|(id, oid)| (oid, id.to_owned()))
        .collect();
    let taken: BTreeSet<&str> = {
        let ids = held.parties.iter().map(|its| its.id.as_str());
        let ids = ids.chain(held.pharmacies.iter().map(|its| its.id.as_str()));
        let ids = ids.chain(held.tenants.iter().map(|its| its.id.as_str()));
        ids.chain(held.access_points.iter().map(|its| its.id.as_str()))
            .collect()
    };
    // The pharmacist has no OID: it is known by its pharmacies.
    let pharmacist = wanted.pharmacies.iter().find_map(|wanted| {
        let held = held.pharmacies.iter().find(|its| its.oid == wanted.oid)?;
        Some(held.pharmacist.clone())
    });
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut name = |id: &str, known: Option<&String>| {
        let mut new = known.cloned().unwrap_or_else(|| id.to_owned());
        while known.is_none() && taken.contains(new.as_str()) {
            new.push_str("-new");
        }
        names.insert(id.to_owned(), new);
    };
    for party in &wanted.parties {
        let by_oid = party.oid.and_then(|oid| known.get(&oid));
        name(
            &party.id,
            by_oid.or(pharmacist.as_ref().filter(|_| party.oid.is_none())),
        );
    }
    for pharmacy in &wanted.pharmacies {
        name(&pharmacy.id, known.get(&pharmacy.oid));
    }
    for tenant in &wanted.tenants {
        name(&tenant.id, known.get(&tenant.oid));
    }
    for point in &wanted.access_points {
        let held = held.access_points.iter().find(|its| its.oid == point.oid);
        name(&point.id, held.map(|its| &its.id));
    }
    let called = |id: &str| names.get(id).cloned().unwrap_or_else(|| id.to_owned());
    let mut add = wanted.clone();
    for party in &mut add.parties {
        party.id = called(&party.id);
    }
    add.parties
        .retain(|its| held.parties.iter().all(|old| old.id != its.id));
    for pharmacy in &mut add.pharmacies {
        pharmacy.id = called(&pharmacy.id);
        pharmacy.pharmacist = called(&pharmacy.pharmacist);
    }
    add.pharmacies
        .retain(|its| held.pharmacies.iter().all(|old| old.oid != its.oid));
    for tenant in &mut add.tenants {
        tenant.id = called(&tenant.id);
        tenant.host = called(&tenant.host);
    }
    add.tenants.retain(|its| {
        held.tenants
            .iter()
            .all(|old| (old.oid, &old.host) != (its.oid, &its.host))
    });
    for point in &mut add.access_points {
        point.id = called(&point.id);
        point.administrator = called(&point.administrator);
    }
    add.access_points
        .retain(|its| held.access_points.iter().all(|old| old.oid != its.oid));
    let pair = |agreement: &Agreement| {
        let mut between = agreement.between.clone();
        between.sort_unstable();
        between
    };
    for agreement in &mut add.agreements {
        agreement.between = agreement.between.clone().map(|id| called(&id));
    }
    add.agreements
        .retain(|its| held.agreements.iter().all(|old| pair(old) != pair(its)));
    for annotation in &mut add.annotations {
        annotation.party = called(&annotation.party);
    }
    add.annotations.retain(|its| {
        held.annotations
            .iter()
            .all(|old| (&old.party, old.unit) != (&its.party, its.unit))
    });
    let lacks = |right: &Right| {
        missing.iter().any(|its| {
            (its.subject, its.access_point, its.service)
                == (right.subject, right.access_point, right.service)
        }) && held.rights.iter().all(|old| {
            (old.subject, old.access_point, old.service)
                != (right.subject, right.access_point, right.service)
        })
    };
    add.rights.retain(lacks);
    add
}
