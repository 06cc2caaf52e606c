//! Joining parties that nobody is, their access points and their rights.

use std::net::{IpAddr, Ipv6Addr};

use kanta_address_index::{
    AccessPoint, Agreement, DataSet, Header, Party, PartyKind, Period, RecordedCertificate,
    Register, RegisterEntry, Right, Sector, Service,
};
use kanta_conformance::Date;
use kanta_oid::{AccessPointOid, BusinessId, CheckDigit, OwnerOid};

/// The first day of the log.
pub(super) const FIRST: Date = Date::constant(2025, 1, 1);
/// The day after its last.
pub(super) const END: Date = Date::constant(2026, 1, 1);
/// Since when rights are given.
const GIVEN: Date = Date::constant(2024, 3, 1);
/// The day on which some of the rights end.
pub(super) const RIGHTS_END: Date = Date::constant(2025, 7, 1);
/// The day on which some agreements with the intermediary end.
pub(super) const AGREEMENTS_END: Date = Date::constant(2026, 2, 1);

/// Some speak through its access point.
const INTERMEDIARY: OwnerOid = OwnerOid::intermediary(42);

/// A party and its access point.
pub(super) struct Actor {
    pub(super) oid: OwnerOid,
    pub(super) point: AccessPointOid,
    pub(super) address: IpAddr,
    /// Speaks through the intermediary's access point.
    pub(super) by_intermediary: bool,
    /// Its right to prescriptions ends within the year.
    pub(super) ends: bool,
}

/// Everybody.
pub(super) struct World {
    pub(super) actors: Vec<Actor>,
}

/// Of these services everybody has the first two, whatever ends.
pub(super) const SERVICES: [Service; 3] = [
    Service::PatientData,
    Service::Imaging,
    Service::Prescription,
];
/// This nobody has.
pub(super) const NOT_GIVEN: Service = Service::SocialWelfare;

/// An address of the range that was given to AS 112, which is public and nobody's.
fn address(number: u32) -> IpAddr {
    let [a, b, c, d] = number.to_be_bytes();
    let [high, low] = [u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d])];
    Ipv6Addr::new(0x2620, 0x4f, 0x8000, 0, 0, 0, high, low).into()
}

/// An address that is on record for nobody.
pub(super) fn foreign(number: u32) -> IpAddr {
    address(number | 0x8000_0000)
}

/// Codes of the SOTE register that are business IDs with the right check digit.
fn codes() -> impl Iterator<Item = u64> {
    (10_000_000_u64..).filter(|code| {
        BusinessId::from_arc(*code).is_some_and(|id| id.check_digit() == CheckDigit::Right)
    })
}

impl World {
    pub(super) fn new(parties: u32) -> Self {
        let actors = (0..parties).zip(codes()).filter_map(|(number, code)| {
            let oid = OwnerOid::sote(code, 0);
            let by_intermediary = number % 10 == 9;
            let through = if by_intermediary { INTERMEDIARY } else { oid };
            let speaks = if by_intermediary {
                0
            } else {
                number.saturating_add(1)
            };
            Some(Actor {
                oid,
                point: through.access_point(1).ok()?,
                address: address(speaks),
                by_intermediary,
                ends: number % 10 == 4,
            })
        });
        let actors = actors.collect();
        Self { actors }
    }

    /// The index that fits it.
    pub(super) fn data_set(&self) -> DataSet {
        let mut data = DataSet::new(Header::new("2025", END, Date::constant(2027, 1, 1)));
        let mut intermediary = Party::new("valittaja", PartyKind::Intermediary);
        intermediary.oid = Some(INTERMEDIARY);
        intermediary.register_entry = Some(RegisterEntry::Entered(Period::since(GIVEN)));
        data.parties.push(intermediary);
        let spoken_from = |id: &str, administrator: &str, oid, speaks, number: u32| {
            let validity = Period::new(Some(GIVEN), Some(Date::constant(2026, 3, 1)));
            let serial = format!("{number:08x}");
            let mut point = AccessPoint::new(id, oid, administrator);
            point.addresses = vec![IpAddr::into(speaks)];
            point.certificates = vec![RecordedCertificate::new(serial, validity)];
            point
        };
        if let Ok(oid) = INTERMEDIARY.access_point(1) {
            let point = spoken_from("valittaja-ap", "valittaja", oid, address(0), 0);
            data.access_points.push(point);
        }
        for (actor, number) in self.actors.iter().zip(1_u32..) {
            let id = format!("party-{number}");
            if actor.by_intermediary {
                let validity = Period::new(Some(GIVEN), Some(AGREEMENTS_END));
                data.agreements
                    .push(Agreement::new(&id, "valittaja", validity));
            } else {
                let (oid, speaks) = (actor.point, actor.address);
                let own = spoken_from(&format!("{id}-ap"), &id, oid, speaks, number);
                data.access_points.push(own);
            }
            let mut party = Party::new(id, PartyKind::Provider);
            party.oid = Some(actor.oid);
            party.sector = Some(Sector::Private);
            party.health_care = Some(true);
            party.social_welfare = Some(false);
            party.register = Some(Register::Sote);
            data.parties.push(party);
            for service in SERVICES {
                let ends = actor.ends && service == Service::Prescription;
                let validity = Period::new(Some(GIVEN), ends.then_some(RIGHTS_END));
                let right = Right::new(actor.oid, actor.point, service, validity);
                data.rights.push(right);
            }
        }
        data
    }
}
