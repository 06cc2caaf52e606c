//! Ids and OIDs: each once, and none that dangles.

mod ids;

use core::cell::LazyCell;

use hashbrown::{HashMap, HashSet};
use kanta_oid::OwnerOid;
use kanta_source::{Problem, Type};

use super::{Checker, Kind};
use crate::fault::{ExpectedRecord, FaultKind, TWO_IDS};
use crate::{DataSet, KELA, PartyKind};

type At = (Kind, usize);

/// Looks at every id and OID of the actors and access points, and at every id that one names.
pub(super) fn check(data: &DataSet, checker: &mut Checker<'_>) {
    let actors = unique_ids(data, checker);
    unique_oids(data, checker);
    ids::check(data, checker);
    references(data, &actors, checker);
    tenants(data, &actors, checker);
}

fn unique_ids<'a>(data: &'a DataSet, checker: &mut Checker<'_>) -> HashMap<&'a str, At> {
    let count = data.parties.len().saturating_add(data.pharmacies.len());
    let mut actors = HashMap::with_capacity(count.saturating_add(data.tenants.len()));
    let parties = data.parties.iter().map(|party| party.id.as_str());
    let pharmacies = data.pharmacies.iter().map(|pharmacy| pharmacy.id.as_str());
    let tenants = data.tenants.iter().map(|tenant| tenant.id.as_str());
    let points = data.access_points.iter().map(|point| point.id.as_str());
    unique(parties, Kind::Party, &mut actors, checker);
    unique(pharmacies, Kind::Pharmacy, &mut actors, checker);
    unique(tenants, Kind::Tenant, &mut actors, checker);
    let mut seen = HashMap::with_capacity(data.access_points.len());
    unique(points, Kind::AccessPoint, &mut seen, checker);
    actors
}

fn unique<'a>(
    ids: impl Iterator<Item = &'a str>,
    kind: Kind,
    seen: &mut HashMap<&'a str, At>,
    checker: &mut Checker<'_>,
) {
    for (at, id) in ids.enumerate() {
        if id.is_empty() || id == KELA {
            checker.fault(kind, at, "id", FaultKind::ReservedId(id.to_owned()));
        } else if let Some(&first) = seen.get(id) {
            checker.clash(
                (kind, at),
                first,
                "id",
                FaultKind::DuplicateId(id.to_owned()),
            );
        } else {
            seen.insert(id, (kind, at));
        }
    }
}

fn unique_oids(data: &DataSet, checker: &mut Checker<'_>) {
    let count = data.parties.len().saturating_add(data.pharmacies.len());
    let mut owners: HashMap<OwnerOid, At> = HashMap::with_capacity(count);
    for (at, party) in data.parties.iter().enumerate() {
        match party.oid {
            Some(_) if party.kind == PartyKind::Pharmacist => {
                checker.fault(Kind::Party, at, "oid", FaultKind::PharmacistWithOid);
            }
            Some(oid) => one_oid(oid, (Kind::Party, at), &mut owners, checker),
            None if party.kind != PartyKind::Pharmacist => {
                checker.fault(
                    Kind::Party,
                    at,
                    "",
                    Problem::MissingKey { key: "oid" }.into(),
                );
            }
            None => {}
        }
    }
    for (at, pharmacy) in data.pharmacies.iter().enumerate() {
        one_oid(pharmacy.oid, (Kind::Pharmacy, at), &mut owners, checker);
    }
    // A tenant may be a joining party elsewhere, and a tenant of several.
    let mut tenants = HashMap::with_capacity(data.tenants.len());
    for (at, tenant) in data.tenants.iter().enumerate() {
        let key = (tenant.host.as_str(), tenant.oid);
        if let Some(&first) = tenants.get(&key) {
            let oid = tenant.oid.to_string();
            let clash = FaultKind::DuplicateOid(oid);
            checker.clash((Kind::Tenant, at), (Kind::Tenant, first), "oid", clash);
        } else {
            tenants.insert(key, at);
        }
    }
    let mut points = HashMap::with_capacity(data.access_points.len());
    for (at, point) in data.access_points.iter().enumerate() {
        if let Some(&first) = points.get(&point.oid) {
            let clash = FaultKind::DuplicateOid(point.oid.to_string());
            let kind = Kind::AccessPoint;
            checker.clash((kind, at), (kind, first), "oid", clash);
        } else {
            points.insert(point.oid, at);
        }
    }
}

fn one_oid(oid: OwnerOid, at: At, seen: &mut HashMap<OwnerOid, At>, checker: &mut Checker<'_>) {
    if let Some(&first) = seen.get(&oid) {
        checker.clash(at, first, "oid", FaultKind::DuplicateOid(oid.to_string()));
    } else {
        seen.insert(oid, at);
    }
}

fn references(data: &DataSet, actors: &HashMap<&str, At>, checker: &mut Checker<'_>) {
    let points = LazyCell::new(|| -> HashSet<&str> {
        let points = data.access_points.iter();
        points.map(|point| point.id.as_str()).collect()
    });
    let mut check = |at: At, field: &str, id: &str, expected: ExpectedRecord| {
        let fits = match actors.get(id) {
            None if id == KELA || points.contains(id) => false,
            None => {
                let dangling = FaultKind::Dangling(id.to_owned());
                return checker.fault(at.0, at.1, field, dangling);
            }
            Some(&(kind, named)) => fits(data, kind, named, expected),
        };
        if !fits {
            let wrong = FaultKind::WrongKind {
                id: id.to_owned(),
                expected,
            };
            checker.fault(at.0, at.1, field, wrong);
        }
    };
    for (at, pharmacy) in data.pharmacies.iter().enumerate() {
        let place = (Kind::Pharmacy, at);
        check(
            place,
            "pharmacist",
            &pharmacy.pharmacist,
            ExpectedRecord::Pharmacist,
        );
    }
    for (at, tenant) in data.tenants.iter().enumerate() {
        check(
            (Kind::Tenant, at),
            "host",
            &tenant.host,
            ExpectedRecord::Party,
        );
    }
    for (at, point) in data.access_points.iter().enumerate() {
        let place = (Kind::AccessPoint, at);
        let expected = ExpectedRecord::PartyOrPharmacy;
        check(place, "administrator", &point.administrator, expected);
    }
    for (at, annotation) in data.annotations.iter().enumerate() {
        let place = (Kind::Annotation, at);
        check(place, "party", &annotation.party, ExpectedRecord::Party);
    }
    for (at, right) in data.rights.iter().enumerate() {
        if let Some(organiser) = &right.organiser {
            check(
                (Kind::Right, at),
                "organiser",
                organiser,
                ExpectedRecord::Party,
            );
        }
    }
    for (at, agreement) in data.agreements.iter().enumerate() {
        let [a, b] = &agreement.between;
        let place = (Kind::Agreement, at);
        for id in [a, b] {
            if id != KELA {
                check(place, "between", id, ExpectedRecord::Actor);
            }
        }
    }
    for (at, agreement) in data.agreements.iter().enumerate() {
        let [a, b] = &agreement.between;
        if a == b {
            let wrong = Problem::WrongType {
                key: "between".to_owned(),
                expected: TWO_IDS,
                found: Type::List,
            }
            .into();
            checker.fault(Kind::Agreement, at, "between", wrong);
        }
    }
}

/// No tenant is its own host.
fn tenants(data: &DataSet, actors: &HashMap<&str, At>, checker: &mut Checker<'_>) {
    for (at, tenant) in data.tenants.iter().enumerate() {
        let Some(&(Kind::Party, host)) = actors.get(tenant.host.as_str()) else {
            continue;
        };
        if data.parties.get(host).and_then(|host| host.oid) == Some(tenant.oid) {
            let own = FaultKind::OwnTenant(tenant.oid.to_string());
            checker.clash((Kind::Tenant, at), (Kind::Party, host), "oid", own);
        }
    }
}

fn fits(data: &DataSet, kind: Kind, at: usize, expected: ExpectedRecord) -> bool {
    let party = || data.parties.get(at).map(|party| party.kind);
    match (expected, kind) {
        (ExpectedRecord::Actor, _) | (ExpectedRecord::PartyOrPharmacy, Kind::Pharmacy) => true,
        (ExpectedRecord::Pharmacist, Kind::Party) => party() == Some(PartyKind::Pharmacist),
        (ExpectedRecord::PartyOrPharmacy, Kind::Party) => party() != Some(PartyKind::Pharmacist),
        (ExpectedRecord::Party, Kind::Party) => true,
        _ => false,
    }
}
