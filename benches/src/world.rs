//! An address index of any size, the same in every run.

#![allow(
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use kanta_address_index::{
    AccessPoint, Agreement, DataSet, Header, Party, PartyKind, Period, Register, RegisterEntry,
    Right, Sector, Service,
};
use kanta_conformance::Date;
use kanta_oid::{AccessPointOid, OwnerOid};

/// The day of a world.
pub const DAY: Date = Date::constant(2025, 12, 1);
/// The services of a world.
pub const SERVICES: [Service; 4] = [
    Service::PatientData,
    Service::Imaging,
    Service::Prescription,
    Service::SocialWelfare,
];

/// Numbers that look like nothing in particular; the same in every run.
#[derive(Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// The next number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(limit).expect("small")).expect("small")
    }
}

/// An access point of an owner.
#[must_use]
pub fn point(owner: OwnerOid, number: u64) -> AccessPointOid {
    owner.access_point(number).expect("short")
}

/// Providers with ten rights each: four services through each of two access points of their own,
/// and two through one of the intermediaries' access points.
#[must_use]
pub fn world(rights: usize) -> DataSet {
    let since = Period::since(Date::constant(2024, 1, 15));
    let header = Header::new("bench", DAY, DAY.plus_years(1));
    let mut data = DataSet::new(header);
    let relays = (rights / 5_000).max(3);
    for relay in 0..relays {
        let oid = OwnerOid::intermediary(u64::try_from(relay).expect("small"));
        let id = format!("relay-{relay}");
        data.access_points
            .push(AccessPoint::new(&id, point(oid, 1), &id));
        let mut intermediary = Party::new(id, PartyKind::Intermediary);
        intermediary.oid = Some(oid);
        intermediary.register_entry = Some(RegisterEntry::Entered(since));
        data.parties.push(intermediary);
    }
    let mut dice = Dice(7);
    for provider in 0..rights / 10 {
        let scattered = u64::try_from(provider).expect("small") * 7_919 % 89_999_999;
        let oid = OwnerOid::sote(10_000_000 + scattered, 0);
        let id = format!("provider-{provider}");
        let relay = dice.below(relays);
        data.agreements
            .push(Agreement::new(&id, format!("relay-{relay}"), since));
        for number in [1, 2] {
            data.access_points.push(AccessPoint::new(
                format!("{id}-{number}"),
                point(oid, number),
                &id,
            ));
            for service in SERVICES {
                data.rights
                    .push(Right::new(oid, point(oid, number), service, since));
            }
        }
        let relay = OwnerOid::intermediary(u64::try_from(relay).expect("small"));
        for service in [Service::PatientData, Service::Prescription] {
            data.rights
                .push(Right::new(oid, point(relay, 1), service, since));
        }
        let mut party = Party::new(id, PartyKind::Provider);
        party.oid = Some(oid);
        party.sector = Some(Sector::Private);
        party.health_care = Some(true);
        party.social_welfare = Some(true);
        party.register = Some(Register::Sote);
        data.parties.push(party);
    }
    // Rights come in no order.
    for at in (1..data.rights.len()).rev() {
        let other = dice.below(at + 1);
        data.rights.swap(at, other);
    }
    data
}
