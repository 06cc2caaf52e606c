//! How often the permission of one right may change, and that it changes with nobody else's records.

use crate::good::faults;
use kanta_address_index::{
    AccessPoint, AddressIndex, Agreement, DataSet, Faults, Header, Party, PartyKind, Period,
    Register, RegisterEntry, Request, Right, Sector, Service,
};
use kanta_conformance::{Date, Language};
use kanta_oid::OwnerOid;

const FIRST: Date = Date::constant(2025, 1, 1);
const RELAY: OwnerOid = OwnerOid::intermediary(42);

/// So many clinics, each with a right through the intermediary's access point, and agreements with it.
fn clinics(count: u64, agreements: impl Fn(u64) -> Vec<Period>) -> DataSet {
    let mut data = DataSet::new(Header::new("turns", FIRST, FIRST.plus_years(2)));
    let mut relay = Party::new("relay", PartyKind::Intermediary);
    relay.oid = Some(RELAY);
    let entry = Period::since(Date::constant(2020, 1, 1));
    relay.register_entry = Some(RegisterEntry::Entered(entry));
    data.parties.push(relay);
    let point = RELAY.access_point(1).unwrap();
    data.access_points
        .push(AccessPoint::new("relay-ap", point, "relay"));
    for number in 0..count {
        let id = format!("clinic-{number}");
        let mut party = Party::new(&id, PartyKind::Provider);
        let oid = OwnerOid::sote(10_000_000 + number, 0);
        party.oid = Some(oid);
        party.sector = Some(Sector::Private);
        party.register = Some(Register::Sote);
        data.parties.push(party);
        let right = Right::new(oid, point, Service::PatientData, Period::since(FIRST));
        data.rights.push(right);
        for time in agreements(number) {
            data.agreements.push(Agreement::new(&id, "relay", time));
        }
    }
    data
}

/// The first clinic's agreements: every other day one, the last of them without an end or with one.
fn every_other_day(count: i32, ends: bool) -> Result<AddressIndex, Faults> {
    let times = |_| {
        let time = |at: i32| {
            let from = FIRST.plus_days(at * 2);
            let until = (ends || at + 1 < count).then(|| from.plus_days(1));
            Period::new(Some(from), until)
        };
        (0..count).map(time).collect()
    };
    AddressIndex::build(clinics(1, times))
}

fn permits(index: &AddressIndex, number: u64, day: Date) -> bool {
    let (oid, point) = (
        OwnerOid::sote(10_000_000 + number, 0),
        RELAY.access_point(1).unwrap(),
    );
    let request = Request::new(oid, point, Service::PatientData, day);
    let decision = index.decide(&request);
    assert_eq!(index.explain(&request).decision, decision, "{request:?}");
    decision.is_permit()
}

/// Sixty-four days inside the time of a right may change what it permits: its own first day is none of them.
#[test]
fn the_permission_of_a_right_changes_on_64_days_at_most() {
    let index = every_other_day(33, false).unwrap_or_else(|faults| panic!("{faults}"));
    for at in -1..70 {
        let covered = (0..66).contains(&at) && at % 2 == 0 || at >= 64;
        assert_eq!(permits(&index, 0, FIRST.plus_days(at)), covered, "{at}");
    }
    let refused = every_other_day(33, true).unwrap_err();
    let told = Language::ALL.map(|language| refused.as_slice()[0].message(language));
    assert_eq!(
        told,
        [
            "the days on which the right permits change more often than: 64",
            "päivät, joina käyttövaltuus on voimassa, vaihtuvat useammin kuin: 64",
            "dagarna då rättigheten gäller växlar oftare än: 64",
        ]
    );
    assert_eq!(faults(every_other_day(33, true)).len(), 1);
    assert!(every_other_day(300, true).is_err());
}

/// Each clinic's agreement begins on a day of its own: what one right permits does not turn with another's.
#[test]
fn a_right_turns_with_its_own_records_alone() {
    let day = |number: u64| FIRST.plus_days(i32::try_from(number).unwrap() + 1);
    let data = clinics(80, |number| vec![Period::since(day(number))]);
    let index = AddressIndex::build(data).unwrap_or_else(|faults| panic!("{faults}"));
    for number in 0..80 {
        assert!(!permits(&index, number, day(number).plus_days(-1)));
        assert!(permits(&index, number, day(number)));
    }
}
