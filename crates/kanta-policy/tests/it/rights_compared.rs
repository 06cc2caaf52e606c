//! A plan beside an address index: what one of them has and the other has not, in the names of the index.

use crate::bases::{clinic, joint, pharmacist};
use crate::harness::{edited, plan};
use crate::rights::{header, index};
use kanta_address_index::{
    AccessPoint, AddressIndex, DataSet, Party, PartyKind, Period, Pharmacy, Records, Right, Sector,
    Service,
};
use kanta_conformance::{Date, Value};
use kanta_policy::rights::{self, Comparison};

const DAY: Date = Date::constant(2025, 12, 1);

/// What the order of a plan makes of an index without records.
fn data(text: &str) -> DataSet {
    index(&rights::of(&plan(text).plan, DAY)).to_data_set()
}

fn build(data: DataSet) -> AddressIndex {
    AddressIndex::build(data).unwrap_or_else(|faults| panic!("{faults}"))
}

fn compared(text: &str, data: DataSet) -> Comparison {
    let file = plan(text);
    let needed = rights::of(&file.plan, DAY);
    rights::compare(&file.plan, &needed, &build(data), DAY)
}

/// Takes records out of a data set.
type Take = fn(&mut DataSet, &mut Records);

/// The index with another party and its access point before all others.
fn with_others(mut data: DataSet) -> DataSet {
    let mut other = Party::new("a-other", PartyKind::Intermediary);
    other.oid = Some("1.2.246.537.6.918.18.77".parse().unwrap());
    other.sector = Some(Sector::Public);
    let oid = "1.2.246.537.6.918.18.77.13.1".parse().unwrap();
    data.parties.insert(0, other);
    data.access_points
        .insert(0, AccessPoint::new("a-point", oid, "a-other"));
    data
}

#[test]
fn plan_and_index_agree_where_nothing_is_missing_and_too_much_and_contradicted() {
    let less = edited(&clinic(), &[("use[2]", "")]);
    let public = edited(&clinic(), &[("party.sector", "\"public\"")]);
    for (text, data, expected) in [
        (clinic(), data(&clinic()), (0, 0, 0)),
        (clinic(), data(&less), (1, 0, 0)),
        (less, data(&clinic()), (0, 1, 0)),
        (public, data(&clinic()), (0, 0, 1)),
    ] {
        let its = compared(&text, data);
        let counts = (
            its.missing.len(),
            its.too_much.len(),
            its.contradictions.len(),
        );
        assert_eq!(counts, expected);
        assert_eq!(its.agrees(), expected == (0, 0, 0), "{expected:?}");
    }
}

#[test]
fn party_and_access_point_are_held_against_those_of_the_same_oid() {
    let full = || with_others(data(&clinic()));
    assert!(compared(&clinic(), full()).agrees());
    // Of one without an OID the index cannot tell which it is.
    let without = edited(&clinic(), &[("party.oid", "")]);
    let mut owner = full();
    let mut pharmacist = Party::new("a-pharmacist", PartyKind::Pharmacist);
    pharmacist.sector = Some(Sector::Public);
    owner.parties.insert(0, pharmacist);
    assert_eq!(compared(&without, owner).contradictions, []);
    // The index has somebody else as the administrator.
    let mut other = full();
    let of_clinic = "1.2.246.10.12345671.10.0.13.1".parse().unwrap();
    for point in &mut other.access_points {
        if point.oid == of_clinic {
            point.administrator = "a-other".into();
        }
    }
    let its = compared(&clinic(), other).contradictions;
    let [its] = its.as_slice() else {
        panic!("{its:?}")
    };
    assert_eq!(its.at, "access_point.ap1.administrator");
    assert_eq!(its.plan, Value::Oid("1.2.246.10.12345671.10.0".into()));
    assert_eq!(its.index, Value::Oid("1.2.246.537.6.918.18.77".into()));
}

#[test]
fn the_rights_of_the_host_are_not_those_of_a_tenant_that_joins_itself() {
    let tenant = edited(
        &clinic(),
        &[
            ("party.oid", "\"1.2.246.10.12345671.10.7\""),
            ("access_point.ap1.oid", "\"1.2.246.10.12345671.10.7.13.1\""),
        ],
    );
    let its = compared(&tenant, data(&joint()));
    assert_eq!(its.missing.len(), 3);
    assert_eq!(its.too_much, []);
}

#[test]
fn the_order_adds_what_the_index_lacks_and_nothing_that_it_holds() {
    assert!(compared(&joint(), data(&joint())).order.add.is_empty());
    let takes: [(&str, Take); 4] = [
        ("tenant with its agreement", |data, taken| {
            taken.tenants.append(&mut data.tenants);
            taken.agreements.append(&mut data.agreements);
        }),
        ("agreement", |data, taken| {
            taken.agreements.append(&mut data.agreements);
        }),
        ("annotation", |data, taken| {
            taken.annotations.append(&mut data.annotations);
        }),
        ("right", |data, taken| {
            let is_prescription = |right: &Right| right.service == Service::Prescription;
            taken
                .rights
                .extend(data.rights.iter().find(|its| is_prescription(its)).cloned());
            data.rights.retain(|its| !is_prescription(its));
        }),
    ];
    for (what, take) in takes {
        let (mut less, mut taken) = (data(&joint()), Records::default());
        take(&mut less, &mut taken);
        assert!(!taken.is_empty(), "{what}");
        let order = compared(&joint(), less).order;
        assert_eq!(order.add, taken, "{what}");
        assert!(order.withdraw.is_empty(), "{what}");
    }
}

#[test]
fn a_pharmacist_is_known_by_a_pharmacy_that_the_index_holds() {
    let main_only = edited(
        &pharmacist(),
        &[
            ("use[2]", ""),
            ("access_point.ap2", ""),
            ("pharmacy.branch", ""),
        ],
    );
    let mut there = data(&main_only);
    there.parties[0].id = "owner".into();
    there.pharmacies[0].pharmacist = "owner".into();
    let held = Period::since(Date::constant(2020, 1, 1));
    let other = "1.2.246.553.1.2001".parse().unwrap();
    there
        .parties
        .insert(0, Party::new("a-owner", PartyKind::Pharmacist));
    there
        .pharmacies
        .insert(0, Pharmacy::new("a-pharmacy", other, "a-owner", held));
    let order = compared(&pharmacist(), there).order;
    assert_eq!(order.add.parties, []);
    let added: Vec<(&str, &str)> = order
        .add
        .pharmacies
        .iter()
        .map(|its| (its.id.as_str(), its.pharmacist.as_str()))
        .collect();
    assert_eq!(added, [("branch", "owner")]);
}

#[test]
fn a_new_record_takes_no_name_that_the_index_has_given_away() {
    let mut there = DataSet::new(header());
    let mut other = Party::new("party", PartyKind::Intermediary);
    other.oid = Some("1.2.246.537.6.918.18.77".parse().unwrap());
    there.parties.push(other);
    let order = compared(&clinic(), there).order;
    assert_eq!(order.add.parties[0].id, "party-new");
    assert_eq!(order.add.access_points[0].administrator, "party-new");
}
