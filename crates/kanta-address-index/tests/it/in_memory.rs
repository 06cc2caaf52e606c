//! Records made in memory: a `new` states what a record cannot be without, and leaves open what a file may leave out.

use crate::example::{day, read};
use kanta_address_index::{
    AccessPoint, AddressIndex, Agreement, Annotation, Basis, BasisKind, DataSet, Header, KELA,
    Order, Party, PartyKind, Period, Pharmacy, RecordedCertificate, Records, Request, Right,
    Service, Tenant,
};
use kanta_oid::{AccessPointOid, OwnerOid};

/// A file in which every record has nothing but the fields that `docs/address-index.md` calls needed, and its id.
const LEAST: &str = r#"
format = 1
version = "7"
issued = 2025-12-01
expires = 2026-03-01

[[party]]
id = "clinic"
oid = "1.2.246.10.12345671.10.0"
kind = "provider"

[[party]]
id = "pharmacist"
kind = "pharmacist"

[[pharmacy]]
id = "apteekki"
oid = "1.2.246.553.1.1234"
pharmacist = "pharmacist"
held_from = 2025-01-01

[[tenant]]
id = "doctor"
oid = "1.2.246.537.28.77"
host = "clinic"

[[access_point]]
id = "ap"
oid = "1.2.246.10.12345671.10.0.13.1"
administrator = "clinic"
certificates = [{ serial = "9f2a01", from = 2025-01-01 }]

[[agreement]]
between = ["kela", "apteekki"]
from = 2025-01-01

[[annotation]]
party = "clinic"
from = 2025-01-01

[[right]]
for = "clinic"
access_point = "ap"
service = "prescription"
from = 2025-01-01
"#;

fn least() -> DataSet {
    let since = Period::since(day("2025-01-01"));
    let clinic: OwnerOid = "1.2.246.10.12345671.10.0".parse().unwrap();
    let point: AccessPointOid = "1.2.246.10.12345671.10.0.13.1".parse().unwrap();
    let header = Header::new("7", day("2025-12-01"), day("2026-03-01"));
    let mut data = DataSet::new(header);
    let mut party = Party::new("clinic", PartyKind::Provider);
    party.oid = Some(clinic);
    data.parties = vec![party, Party::new("pharmacist", PartyKind::Pharmacist)];
    let pharmacy = OwnerOid::pharmacy(1234);
    data.pharmacies = vec![Pharmacy::new("apteekki", pharmacy, "pharmacist", since)];
    data.tenants = vec![Tenant::new("doctor", OwnerOid::valvira(77), "clinic")];
    let mut speaks = AccessPoint::new("ap", point, "clinic");
    speaks.certificates = vec![RecordedCertificate::new("9f2a01", since)];
    data.access_points = vec![speaks];
    data.agreements = vec![Agreement::new(KELA, "apteekki", since)];
    data.annotations = vec![Annotation::new("clinic", since)];
    data.rights = vec![Right::new(clinic, point, Service::Prescription, since)];
    data
}

#[test]
fn what_new_leaves_open_is_what_a_file_leaves_out() {
    let from_file = read(LEAST);
    assert!(AddressIndex::build(least()).unwrap() == from_file);
    // Each field that is left open tells when it is filled in: the two above are not equal by being blind.
    let edits: [fn(&mut DataSet); 11] = [
        |data| data.parties[0].name = Some("Klinikka".into()),
        |data| data.parties[0].health_care = Some(true),
        |data| data.pharmacies[0].branch = true,
        |data| data.pharmacies[0].name = Some("Apteekki".into()),
        |data| data.tenants[0].name = Some("Vastaanotto".into()),
        |data| data.access_points[0].addresses = vec!["192.0.2.1/32".parse().unwrap()],
        |data| data.access_points[0].certificates.clear(),
        |data| data.agreements[0].states_duties = Some(false),
        |data| data.annotations[0].unit = Some(OwnerOid::sote(12345671, 1)),
        |data| data.rights[0].basis.kind = BasisKind::AddressBookLink,
        |data| data.rights[0].basis.reference = Some("12/2025".into()),
    ];
    for (at, edit) in edits.into_iter().enumerate() {
        let mut data = least();
        edit(&mut data);
        assert!(AddressIndex::build(data).unwrap() != from_file, "edit {at}");
    }
}

#[test]
fn what_needs_nothing_has_a_default() {
    assert_eq!(
        Basis::default(),
        Right::new(
            OwnerOid::pharmacy(1),
            OwnerOid::pharmacy(1).access_point(1).unwrap(),
            Service::Prescription,
            Period::default(),
        )
        .basis
    );
    let (order, none) = (Order::default(), Records::default());
    assert_eq!(
        (order.header, &order.withdraw, &order.add),
        (None, &none, &none)
    );
    let data = least();
    let header = data.header.clone();
    assert_eq!(Records::of(data.clone()).under(header), data);
    let mut request = Request::new(
        OwnerOid::pharmacy(1),
        OwnerOid::pharmacy(1).access_point(1).unwrap(),
        Service::Prescription,
        day("2025-12-01"),
    );
    assert_eq!((request.tenant, request.service_unit), (None, None));
    request.tenant = Some(OwnerOid::valvira(77));
    assert_eq!(request.tenant, Some(OwnerOid::valvira(77)));
}
