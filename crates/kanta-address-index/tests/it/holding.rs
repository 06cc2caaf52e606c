//! What an index holds, and how much memory its rights take.

use crate::example::{EXAMPLE, read};
use crate::good::GOOD;
use kanta_address_index::{
    AccessPoint, AddressIndex, DataSet, Header, Party, PartyKind, Period, Records, Register,
    Request, Right, Sector, Service,
};
use kanta_conformance::Date;
use kanta_oid::OwnerOid;

const DAY: Date = Date::constant(2025, 12, 1);

#[test]
fn the_records_of_a_kind_stand_in_the_order_of_their_ids() {
    let index = read(EXAMPLE);
    let pharmacies: Vec<_> = index.pharmacies().iter().map(|it| &it.id).collect();
    assert_eq!(pharmacies, ["branch-pharmacy", "main-pharmacy"]);
    assert_eq!(index.pharmacies(), index.to_data_set().pharmacies);
}

/// Section 4.1.2: the pharmacist joins, and each pharmacy has rights of its own.
#[test]
fn a_pharmacist_has_its_pharmacies_and_nobody_else_has_any() {
    let other = "[[party]]\nid = \"proviisori\"\nkind = \"pharmacist\"\n";
    let index = read(&format!("{EXAMPLE}\n{other}"));
    let pharmacies = |of: &str| {
        let all = index.pharmacies_of(of)?;
        Some(all.iter().map(|it| it.id.as_str()).collect::<Vec<_>>())
    };
    assert_eq!(
        pharmacies("apteekkari"),
        Some(vec!["branch-pharmacy", "main-pharmacy"])
    );
    assert_eq!(pharmacies("proviisori"), Some(vec![]));
    for nobody in ["clinic", "valittaja", "main-pharmacy", "physio", "kela", ""] {
        assert_eq!(pharmacies(nobody), None, "{nobody}");
    }
}

#[test]
fn an_index_without_rights_is_empty() {
    let with = read(GOOD);
    assert_eq!((with.len(), with.is_empty()), (1, false));
    let (without, _) = GOOD.split_once("[[right]]").unwrap();
    let without = read(without);
    assert_eq!((without.len(), without.is_empty()), (0, true));
}

#[test]
fn records_are_counted_whatever_their_kind() {
    let none = Records::default();
    assert_eq!((none.len(), none.is_empty()), (0, true));
    let all = Records::of(read(EXAMPLE).to_data_set());
    assert_eq!(all.len(), EXAMPLE.matches("\n[[").count());
    let edits: [fn(&mut Records, &Records); 7] = [
        |to, of| to.parties.push(of.parties[0].clone()),
        |to, of| to.pharmacies.push(of.pharmacies[0].clone()),
        |to, of| to.tenants.push(of.tenants[0].clone()),
        |to, of| to.access_points.push(of.access_points[0].clone()),
        |to, of| to.agreements.push(of.agreements[0].clone()),
        |to, of| to.annotations.push(of.annotations[0].clone()),
        |to, of| to.rights.push(of.rights[0].clone()),
    ];
    for (at, edit) in edits.into_iter().enumerate() {
        let mut one = Records::default();
        edit(&mut one, &all);
        assert_eq!((one.len(), one.is_empty()), (1, false), "kind {at}");
    }
}

/// A right is five columns of 17 bytes and an entry of 32 that answers requests; more than three of four places
/// for entries are taken, also where a power of two would leave every other place free.
#[test]
fn a_right_takes_no_more_memory_than_it_needs() {
    const COUNT: u32 = 1_793;
    let since = Period::since(Date::constant(2025, 9, 1));
    let mut data = DataSet::new(Header::new("many", DAY, DAY.plus_years(1)));
    for unit in 0..COUNT {
        let owner = OwnerOid::sote(12_345_671, unit.into());
        let point = owner.access_point(1).unwrap();
        let id = format!("unit-{unit}");
        let mut party = Party::new(&id, PartyKind::Provider);
        party.oid = Some(owner);
        party.sector = Some(Sector::Private);
        party.register = Some(Register::Sote);
        data.parties.push(party);
        let name = format!("point-{unit}");
        data.access_points.push(AccessPoint::new(name, point, id));
        let right = Right::new(owner, point, Service::PatientData, since);
        data.rights.push(right);
    }
    let index = AddressIndex::build(data).unwrap();
    let each = index.bytes_of_rights() / usize::try_from(COUNT).unwrap();
    assert!((17 + 32..=76).contains(&each), "{each}");
    for right in index.rights() {
        let request = Request::new(right.subject, right.access_point, right.service, DAY);
        assert!(index.decide(&request).is_permit(), "{request:?}");
    }
}
