//! The records that the rights of an order need beside them.

use std::collections::BTreeSet;

use ipnet::IpNet;
use kanta_address_index::{
    AccessPoint, Agreement, Annotation, KELA, Party, PartyKind, Period, Pharmacy, Register,
    RegisterEntry, Service, Tenant,
};
use kanta_conformance::FieldPath;
use kanta_oid::OwnerOid;

use super::Rights;
use crate::plan::{self, Claim, ConnectionPlan, Done, PharmacyKind, Use, Who};

/// Adds the actors, access points, agreements and annotations on which the uses of a plan rest.
pub(super) fn collect(plan: &ConnectionPlan, rights: &mut Rights) {
    let mut actors = BTreeSet::new();
    let mut points = BTreeSet::new();
    for its in &plan.uses {
        if plan.who(&its.user).is_some() {
            actors.insert(its.user.as_str());
        }
        points.insert(its.access_point.as_str());
    }
    for point in plan
        .access_points
        .iter()
        .filter(|its| points.contains(its.id.as_str()))
    {
        actors.extend(access_point(plan, point, rights));
    }
    // Tenants act with the joining party's rights, whether or not a use names them.
    actors.extend(plan.tenants.iter().map(|its| its.id.as_str()));
    let rests_on_party =
        |id: &&str| matches!(plan.who(id), Some(Who::Pharmacy(_) | Who::Tenant(_)));
    if actors.iter().any(rests_on_party) {
        actors.insert("party");
    }
    for id in actors {
        if let Some(who) = plan.who(id) {
            actor(plan, who, rights);
        }
    }
    for its in &plan.uses {
        annotations(plan, its, rights);
    }
}

fn access_point<'a>(
    plan: &'a ConnectionPlan,
    point: &'a plan::AccessPoint,
    rights: &mut Rights,
) -> Option<&'a str> {
    let path = FieldPath::named("access_point", &point.id);
    rights.ask(point.oid.is_none(), &path, "oid");
    rights.ask(point.administrator.is_none(), &path, "administrator");
    let (oid, administrator) = (point.oid?, point.administrator.as_deref()?);
    let addresses = point.addresses.iter().flatten();
    let mut addresses: Vec<IpNet> = addresses
        .filter_map(|address| address.ip.map(|ip| IpNet::from(ip.to_canonical())))
        .collect();
    addresses.sort_unstable();
    addresses.dedup();
    let points = &mut rights.order.add.access_points;
    if points.iter().all(|its| its.oid != oid) {
        let mut added = AccessPoint::new(&point.id, oid, administrator);
        added.addresses = addresses;
        points.push(added);
    }
    plan.who(administrator).map(|_| administrator)
}

fn actor(plan: &ConnectionPlan, who: Who<'_>, rights: &mut Rights) {
    let path = who.path();
    let add = &mut rights.order.add;
    match who {
        Who::Party(party) => match party.kind {
            None => rights.ask(true, &path, "kind"),
            Some(kind) => {
                let is_person = kind == PartyKind::Pharmacist;
                let mut added = Party::new("party", kind);
                added.oid = party.oid.filter(|_| !is_person);
                added.name.clone_from(&party.name);
                added.sector = party.sector;
                added.health_care = party.health_care;
                added.social_welfare = party.social_welfare;
                added.register = party.register;
                add.parties.push(added);
                rights.ask(party.oid.is_none() && !is_person, &path, "oid");
            }
        },
        Who::Intermediary(its) => {
            let mut added = Party::new(&its.id, PartyKind::Intermediary);
            added.oid = its.oid;
            added.name.clone_from(&its.name);
            added.register = Some(Register::Intermediary);
            added.register_entry = its.registered.as_ref().map(entry);
            add.parties.push(added);
            let agreed = its.agreement.as_ref();
            agreement(agreed, ["party", &its.id], &path.inner("agreement"), rights);
            rights.ask(its.oid.is_none(), &path, "oid");
        }
        Who::Pharmacy(its) => {
            if let (Some(oid), Some(kind)) = (its.oid, its.kind) {
                let held = Period::since(rights.from);
                let mut added = Pharmacy::new(&its.id, oid, "party", held);
                added.name.clone_from(&its.name);
                added.branch = kind == PharmacyKind::Branch;
                add.pharmacies.push(added);
            }
            let queries = |u: &&Use| u.service.is_reimbursement() && u.user == its.id;
            if plan.uses.iter().any(|u| queries(&u)) {
                let agreed = its.reimbursement_agreement.as_ref();
                let at = path.inner("reimbursement_agreement");
                agreement(agreed, [KELA, &its.id], &at, rights);
            }
            rights.ask(its.oid.is_none(), &path, "oid");
            rights.ask(its.kind.is_none(), &path, "kind");
        }
        Who::Tenant(its) => {
            if let Some(oid) = its.oid {
                let mut added = Tenant::new(&its.id, oid, "party");
                added.name.clone_from(&its.name);
                added.sector = its.sector;
                added.register = its.register;
                add.tenants.push(added);
            }
            let agreed = its.agreement.as_ref();
            agreement(agreed, ["party", &its.id], &path.inner("agreement"), rights);
        }
        Who::OtherParty(its) => {
            rights.assumed.push(path.clone());
            let agreed = its.agreement.as_ref();
            agreement(agreed, ["party", &its.id], &path.inner("agreement"), rights);
        }
        Who::Organiser(_) => rights.assumed.push(path),
    }
}

fn entry(registered: &Done) -> RegisterEntry {
    match registered {
        Claim::Denied => RegisterEntry::Denied,
        Claim::Stated(day) => RegisterEntry::Entered(Period::new(*day, None)),
    }
}

fn agreement(
    agreed: Option<&Claim<plan::Agreement>>,
    [one, other]: [&str; 2],
    at: &FieldPath,
    rights: &mut Rights,
) {
    match agreed {
        Some(Claim::Stated(agreed)) => {
            let until = match agreed.until {
                Some(Claim::Stated(day)) => Some(day),
                _ => None,
            };
            let validity = Period::new(agreed.signed, until);
            rights.ask(agreed.signed.is_none(), at, "signed");
            if !validity.is_inverted() {
                let mut added = Agreement::new(one, other, validity);
                added.states_duties = agreed.states_duties;
                rights.order.add.agreements.push(added);
            }
        }
        Some(Claim::Denied) => {}
        None => rights.ask(true, at, ""),
    }
}

fn annotations(plan: &ConnectionPlan, its: &Use, rights: &mut Rights) {
    if its.service != Service::RenewalRequests || its.user != "party" {
        return;
    }
    let Some(party) = &plan.party else { return };
    let mut add = |unit: Option<OwnerOid>| {
        let mut annotation = Annotation::new("party", Period::since(rights.from));
        annotation.unit = unit;
        let all = &mut rights.order.add.annotations;
        if !all.contains(&annotation) {
            all.push(annotation);
        }
    };
    if party.register == Some(Register::Valvira) {
        if its.annotated == Some(true) {
            add(None);
        }
        return;
    }
    for unit in its.service_units.iter().flatten() {
        let oid = unit
            .oid
            .as_deref()
            .and_then(|text| OwnerOid::parse(text).ok());
        if let (Some(oid), Some(true)) = (oid, unit.annotated) {
            add(Some(oid));
        }
    }
}
