//! Identifiers on both sides of what the fast answer has room for: a long one is no stranger.

use kanta_address_index::{
    AccessPoint, AddressIndex, Agreement, DataSet, Header, Party, PartyKind, Period, Register,
    RegisterEntry, Request, Right, Sector, Service,
};
use kanta_conformance::Date;
use kanta_oid::OwnerOid;

const DAY: Date = Date::constant(2025, 12, 1);

#[test]
fn everybody_uses_their_own_access_points_however_long_the_identifiers() {
    let owners = [
        OwnerOid::sote(1, 0),
        OwnerOid::sote((1 << 37) - 1, (1 << 36) - 1),
        OwnerOid::sote(1 << 37, 0),
        OwnerOid::sote(0, 1 << 36),
        OwnerOid::sote((1 << 37) + 1, 1 << 36),
        OwnerOid::sote(99_999_999_999_999_999, 0),
    ];
    let numbers = [1, (1 << 19) - 1, 1 << 19, (1 << 19) + 1, u64::MAX];
    let since = Period::since(Date::constant(2025, 9, 1));
    let mut data = DataSet::new(Header::new("long", DAY, DAY.plus_years(1)));
    for (at, owner) in owners.into_iter().enumerate() {
        let mut party = Party::new(format!("party-{at}"), PartyKind::Provider);
        party.oid = Some(owner);
        party.sector = Some(Sector::Private);
        party.health_care = Some(true);
        party.social_welfare = Some(true);
        party.register = Some(Register::Sote);
        data.parties.push(party);
        for number in numbers {
            let oid = owner.access_point(number).unwrap();
            data.access_points.push(AccessPoint::new(
                format!("point-{at}-{number}"),
                oid,
                format!("party-{at}"),
            ));
            data.rights
                .push(Right::new(owner, oid, Service::PatientData, since));
        }
    }
    let points: Vec<_> = data.access_points.iter().map(|point| point.oid).collect();
    let index = AddressIndex::build(data).unwrap();
    for owner in owners {
        for &point in &points {
            for service in [Service::PatientData, Service::Imaging] {
                for day in [DAY, Date::constant(2025, 8, 31)] {
                    let request = Request::new(owner, point, service, day);
                    let own = point.owner() == owner && service == Service::PatientData;
                    let decision = index.decide(&request);
                    assert_eq!(decision.is_permit(), own && day == DAY, "{request:?}");
                    assert_eq!(index.explain(&request).decision, decision, "{request:?}");
                }
            }
        }
    }
    // One that is as long, and that the index does not know.
    let stranger = OwnerOid::sote((1 << 37) + 2, 0);
    let request = Request::new(stranger, points[0], Service::PatientData, DAY);
    assert!(!index.decide(&request).is_permit());
}

/// A right through one access point is none through another, in whatever bit of its identifier the two differ.
#[test]
fn a_right_runs_through_its_own_access_point_alone() {
    const CODE: u64 = (1 << 37) - 1;
    let own = OwnerOid::sote(CODE, 0);
    let owners: Vec<_> = (0..36)
        .map(|bit| OwnerOid::sote(CODE, 1 << bit))
        .chain((0..37).map(|bit| OwnerOid::sote(CODE ^ (1 << bit), 0)))
        .collect();
    let since = Period::since(Date::constant(2025, 9, 1));
    let mut data = DataSet::new(Header::new("bits", DAY, DAY.plus_years(1)));
    for (at, owner) in core::iter::once(own).chain(owners).enumerate() {
        let mut party = Party::new(format!("party-{at}"), PartyKind::Provider);
        party.oid = Some(owner);
        party.sector = Some(Sector::Private);
        party.register = Some(Register::Sote);
        data.parties.push(party);
        let bits = if owner == own { 0..64 } else { 0..1 };
        for number in bits.map(|bit| 1_u64 << bit) {
            let oid = owner.access_point(number).unwrap();
            let id = format!("point-{at}-{number}");
            data.access_points
                .push(AccessPoint::new(id, oid, format!("party-{at}")));
            if owner == own && number.trailing_zeros() % 2 == 0 {
                let right = Right::new(own, oid, Service::PatientData, since);
                data.rights.push(right);
            }
        }
    }
    let points: Vec<_> = data.access_points.iter().map(|point| point.oid).collect();
    let index = AddressIndex::build(data).unwrap();
    assert_eq!(index.len(), 32);
    for point in points {
        let request = Request::new(own, point, Service::PatientData, DAY);
        let has = point.owner() == own && point.number().trailing_zeros() % 2 == 0;
        assert_eq!(index.decide(&request).is_permit(), has, "{request:?}");
    }
}

/// Two rights of a party through the access points of two intermediaries, and two parties' rights through those of
/// two intermediaries: their identifiers differ by the same bits in several places.
#[test]
fn rights_whose_identifiers_differ_alike_are_kept_apart() {
    let clinic = OwnerOid::sote(12_345_671, 0);
    let neighbour = OwnerOid::sote(12_345_671, 1 << 12);
    let relays = [
        OwnerOid::intermediary(1 << 10),
        OwnerOid::intermediary((1 << 10) | (1 << 9)),
        OwnerOid::sote(76_543_212, 2),
        OwnerOid::sote(76_543_212, 3),
    ];
    let since = Period::since(Date::constant(2025, 9, 1));
    let mut data = DataSet::new(Header::new("alike", DAY, DAY.plus_years(1)));
    for (id, owner) in [("a-clinic", clinic), ("b-neighbour", neighbour)] {
        let mut party = Party::new(id, PartyKind::Provider);
        party.oid = Some(owner);
        party.sector = Some(Sector::Private);
        party.register = Some(Register::Sote);
        data.parties.push(party);
    }
    let mut points = Vec::new();
    for ((at, owner), number) in relays.into_iter().enumerate().zip([2, 3, 1, 1]) {
        let id = format!("relay-{at}");
        let mut party = Party::new(&id, PartyKind::Intermediary);
        party.oid = Some(owner);
        party.register = (at > 1).then_some(Register::Sote);
        party.register_entry = Some(RegisterEntry::Entered(since));
        data.parties.push(party);
        let point = owner.access_point(number).unwrap();
        let name = format!("point-{at}");
        data.access_points.push(AccessPoint::new(name, point, &id));
        for joiner in ["a-clinic", "b-neighbour"] {
            data.agreements.push(Agreement::new(joiner, &id, since));
        }
        points.push(point);
    }
    let pairs = [
        [(clinic, points[0]), (clinic, points[1])],
        [(clinic, points[2]), (neighbour, points[3])],
    ];
    for rights in pairs {
        let mut data = data.clone();
        for (subject, point) in rights {
            let right = Right::new(subject, point, Service::PatientData, since);
            data.rights.push(right);
        }
        let index = AddressIndex::build(data).unwrap();
        for (subject, point) in rights {
            let request = Request::new(subject, point, Service::PatientData, DAY);
            assert!(index.decide(&request).is_permit(), "{request:?}");
            assert_eq!(index.explain(&request).decision, index.decide(&request));
        }
    }
}
