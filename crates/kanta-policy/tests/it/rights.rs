//! From a plan to rights and back: the order of a conforming plan permits exactly what the plan uses.

use std::collections::BTreeSet;

use crate::harness::{edited, example, plan};
use kanta_address_index::{AddressIndex, DataSet, Form, Header, Request, Service, Source};
use kanta_conformance::Date;
use kanta_policy::ConnectionPlan;
use kanta_policy::rights::{self, Rights};
use proptest::prelude::*;

const DAY: Date = Date::constant(2025, 12, 1);

pub(crate) fn header() -> Header {
    let (issued, expires) = (Date::constant(2025, 1, 1), Date::constant(2027, 1, 1));
    Header::new("1", issued, expires)
}

/// The index that an order makes of nothing.
pub(crate) fn index(rights: &Rights) -> AddressIndex {
    let data = rights.order.applied_to(DataSet::new(header())).unwrap();
    AddressIndex::build(data).unwrap_or_else(|faults| panic!("{faults}"))
}

/// Whether the index permits a use, asked with the identifiers that the plan itself gives.
fn permits(
    plan: &ConnectionPlan,
    index: &AddressIndex,
    user: &str,
    point: &str,
    service: Service,
    day: Date,
) -> bool {
    let who = plan.who(user).unwrap();
    let point = plan.access_point(point).unwrap().oid.unwrap();
    let request = match who {
        kanta_policy::plan::Who::Tenant(tenant) => {
            let host = plan.party.as_ref().unwrap().oid.unwrap();
            Request::new(host, point, service, day).by_tenant(tenant.oid.unwrap())
        }
        _ => match who.oid() {
            Some(oid) => Request::new(oid, point, service, day),
            None => return false,
        },
    };
    let units: Vec<_> = plan
        .uses
        .iter()
        .filter(|its| its.service == service && its.user == user)
        .flat_map(|its| its.service_units.iter().flatten())
        .map(|unit| unit.oid.as_deref().unwrap().parse().unwrap())
        .collect();
    if service == Service::RenewalRequests && !units.is_empty() {
        return units
            .iter()
            .all(|unit| index.decide(&request.for_unit(*unit)).is_permit());
    }
    index.decide(&request).is_permit()
}

/// The uses of the plan that need a right, and those that the index permits: every user, point and service is asked.
fn both(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let file = plan(text);
    let plan = &file.plan;
    let rights = rights::of(plan, DAY);
    assert!(rights.missing.is_empty(), "{:?}", rights.missing);
    let index = index(&rights);
    let mut users = vec!["party".to_owned()];
    users.extend(plan.pharmacies.iter().map(|its| its.id.clone()));
    users.extend(plan.tenants.iter().map(|its| its.id.clone()));
    let (mut wanted, mut permitted) = (BTreeSet::new(), BTreeSet::new());
    for user in &users {
        for point in &plan.access_points {
            for service in Service::ALL.iter().copied() {
                let key = format!("{user} {} {}", point.id, service.code());
                // A tenant acts with the joining party's rights.
                let acts_with = |its: &kanta_policy::plan::Use| {
                    its.user == *user
                        || (plan.tenants.iter().any(|t| t.id == *user) && its.user == "party")
                };
                let by_tenant = |its: &kanta_policy::plan::Use| {
                    user == "party" && plan.tenants.iter().any(|tenant| tenant.id == its.user)
                };
                let tenants = |its: &kanta_policy::plan::Use| {
                    plan.tenants.iter().any(|t| t.id == *user)
                        && plan.tenants.iter().any(|t| t.id == its.user)
                };
                let used = plan.uses.iter().any(|its| {
                    its.service == service
                        && its.access_point == point.id
                        && (acts_with(its) || by_tenant(its) || tenants(its))
                });
                if used && !service.is_reimbursement() {
                    wanted.insert(key.clone());
                }
                if permits(plan, &index, user, &point.id, service, DAY) {
                    permitted.insert(key);
                }
            }
        }
    }
    (wanted, permitted)
}

#[track_caller]
fn round_trip(text: &str) {
    let (wanted, permitted) = both(text);
    assert!(!wanted.is_empty());
    assert_eq!(permitted, wanted, "{text}");
}

/// Without receiving renewal requests, which a tenant asks for by its unit.
fn without_renewals(text: &str) -> String {
    edited(text, &[("use[2]", "")])
}

#[test]
fn the_order_of_each_base_permits_exactly_its_uses() {
    round_trip(&crate::bases::clinic());
    round_trip(&without_renewals(&crate::bases::joint()));
    round_trip(&crate::bases::through_intermediary());
    round_trip(&crate::bases::packaged());
    round_trip(&crate::bases::pharmacist());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_a_conforming_plan_permits_exactly_its_uses(
        base in 0_usize..3,
        services in prop::sample::subsequence(vec!["patient-data", "imaging", "prescription"], 1..=3),
        renewals in any::<bool>(),
        unit in 1_u8..9,
        tenant_uses in any::<bool>(),
    ) {
        let text = [crate::bases::clinic(), crate::bases::through_intermediary(), crate::bases::joint()][base].clone();
        let mut edits = vec![("use[2]", String::new()), ("use[1]", String::new()), ("use[0]", String::new())];
        let user = if base == 2 && tenant_uses { ", for = \"t1\"" } else { "" };
        for service in &services {
            edits.push(("use[+]", format!("{{ service = \"{service}\", access_point = \"ap1\", system = \"emr\"{user} }}")));
        }
        if renewals && base != 2 && services.contains(&"prescription") {
            let renewal = format!(
                "{{ service = \"renewal-requests\", access_point = \"ap1\", system = \"emr\", \
                 service_units = [{{ oid = \"1.2.246.10.12345671.10.{unit}\", annotated = true }}] }}"
            );
            edits.push(("use[+]", renewal));
        }
        let edits: Vec<(&str, &str)> = edits.iter().map(|(path, value)| (*path, value.as_str())).collect();
        round_trip(&edited(&text, &edits));
    }
}

#[test]
fn reimbursement_rests_on_the_agreement_and_not_on_a_right() {
    let file = plan(&crate::bases::pharmacist());
    let rights = rights::of(&file.plan, DAY);
    assert_eq!(rights.on_agreement, ["use[1]"]);
    assert!(
        rights
            .order
            .add
            .rights
            .iter()
            .all(|right| !right.service.is_reimbursement())
    );
    let kela: Vec<_> = rights
        .order
        .add
        .agreements
        .iter()
        .map(|its| its.between.clone())
        .collect();
    assert_eq!(kela, [["kela".to_owned(), "main".to_owned()]]);
}

#[test]
fn rights_are_asked_for_from_the_start_of_production_else_from_the_approval() {
    let from = |edits: &[(&str, &str)]| {
        rights::of(&plan(&edited(&crate::bases::clinic(), edits)).plan, DAY).from
    };
    assert_eq!(from(&[]), Date::constant(2025, 10, 6));
    assert_eq!(
        from(&[("readiness", "{ production_start = 2026-02-02 }")]),
        Date::constant(2026, 2, 2)
    );
    assert_eq!(from(&[("party.joining.approved", "")]), DAY);
}

#[test]
fn what_the_plan_does_not_tell_is_asked_for() {
    let text = edited(
        &crate::bases::clinic(),
        &[("access_point.ap1.oid", ""), ("party.oid", "")],
    );
    let rights = rights::of(&plan(&text).plan, DAY);
    let missing: Vec<String> = rights.missing.iter().map(ToString::to_string).collect();
    assert_eq!(missing, ["access_point.ap1.oid", "party.oid"]);
    assert!(rights.entitlements.is_empty());
}

#[test]
fn plan_and_index_are_compared_both_ways() {
    let file = plan(&crate::bases::clinic());
    let needed = rights::of(&file.plan, DAY);
    let full = index(&needed);
    assert!(rights::compare(&file.plan, &needed, &full, DAY).agrees());
    assert!(
        rights::compare(&file.plan, &needed, &full, DAY)
            .order
            .add
            .is_empty()
    );

    // The plan uses less than the index permits.
    let less = plan(&edited(&crate::bases::clinic(), &[("use[2]", "")]));
    let compared = rights::compare(&less.plan, &rights::of(&less.plan, DAY), &full, DAY);
    assert!(compared.missing.is_empty());
    let services: Vec<Service> = compared
        .too_much
        .iter()
        .map(|right| right.service)
        .collect();
    assert_eq!(services, [Service::RenewalRequests]);

    // The plan uses more than the index permits: the order adds it, and it is enough.
    let smaller = index(&rights::of(&less.plan, DAY));
    let compared = rights::compare(&file.plan, &needed, &smaller, DAY);
    let services: Vec<Service> = compared.missing.iter().map(|its| its.service).collect();
    assert_eq!(services, [Service::RenewalRequests]);
    assert!(compared.too_much.is_empty());
    let trial = smaller.try_order(&compared.order).unwrap();
    assert!(rights::compare(&file.plan, &needed, &trial.index, DAY).agrees());

    // They contradict each other.
    let public = plan(&edited(
        &crate::bases::clinic(),
        &[("party.sector", "\"public\"")],
    ));
    let compared = rights::compare(&public.plan, &rights::of(&public.plan, DAY), &full, DAY);
    let at: Vec<String> = compared
        .contradictions
        .iter()
        .map(|its| its.at.to_string())
        .collect();
    assert_eq!(at, ["party.sector"]);
}

#[test]
fn the_order_speaks_in_the_names_of_an_index_that_is_there() {
    let bytes = example("index.toml");
    let source = Source {
        form: Form::Toml,
        bytes: bytes.as_bytes(),
    };
    let there = AddressIndex::read(&[source]).unwrap();
    for text in [
        crate::bases::clinic(),
        crate::bases::through_intermediary(),
        crate::bases::pharmacist(),
    ] {
        let file = plan(&text);
        let needed = rights::of(&file.plan, DAY);
        let compared = rights::compare(&file.plan, &needed, &there, DAY);
        let trial = there
            .try_order(&compared.order)
            .unwrap_or_else(|faults| panic!("{faults}"));
        let after = rights::compare(&file.plan, &needed, &trial.index, DAY);
        assert!(after.too_much.is_empty(), "{:?}", after.too_much);
    }
}

#[test]
fn an_order_reads_as_it_was_written() {
    let needed = rights::of(&plan(&crate::bases::pharmacist()).plan, DAY);
    let mut lines = String::new();
    needed.order.write_json_lines(&mut lines).unwrap();
    let nothing = AddressIndex::build(DataSet::new(header())).unwrap();
    let source = Source {
        form: Form::JsonLines,
        bytes: lines.as_bytes(),
    };
    let read = kanta_address_index::Order::read(&source, &nothing).unwrap();
    assert_eq!(read.add.len(), needed.order.add.len());
}
