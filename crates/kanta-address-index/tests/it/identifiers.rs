//! Identifiers on both sides of what the fast answer has room for: a long one is no stranger.

use kanta_address_index::{
    AccessPoint, AddressIndex, DataSet, Header, Party, PartyKind, Period, Register, Request, Right,
    Sector, Service,
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
