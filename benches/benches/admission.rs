//! Admission: a bare evaluation beside the index's own decision, and the record of a decision beside serialising and
//! hashing the same record; with equal answers first.
//!
//! Arguments and output: `kanta_benches::table`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use std::hint::black_box;
use std::process::ExitCode;

use kanta_address_index::{
    AccessPoint, AddressIndex, DataSet, Header, Party, PartyKind, Period, RecordedCertificate,
    Register, Request, Right, Sector, Service,
};
use kanta_admission::audit::{Checkpoint, Head, Log, OnFull, Record, Sink, SinkError};
use kanta_admission::{Attempt, Connection, Gate, Live, Policy, Presented, State};
use kanta_benches::table::{Bench, Unit, nanos_each};
use kanta_cert::{Certificate, Moment, TrustStore};
use kanta_conformance::Date;
use kanta_oid::OwnerOid;
use kanta_testkit::chain;
use sha2::{Digest, Sha256};

const DAY: Date = Date::constant(2025, 12, 1);
const NOON: Moment = Moment::from_unix_seconds(1_764_583_200);
const SERVICES: [Service; 4] = [
    Service::PatientData,
    Service::Imaging,
    Service::Prescription,
    Service::SocialWelfare,
];
/// So many access points have a connection open.
const OPEN: usize = 32;

fn owner(provider: usize) -> OwnerOid {
    let scattered = u64::try_from(provider).unwrap() * 7_919 % 89_999_999;
    OwnerOid::sote(10_000_000 + scattered, 0)
}

/// Providers with four services each through an access point of their own, which speaks from an address of its own.
fn world(rights: usize) -> AddressIndex {
    let since = Period::since(Date::constant(2024, 1, 15));
    let mut data = DataSet::new(Header::new("bench", DAY, DAY.plus_years(1)));
    for provider in 0..rights / SERVICES.len() {
        let (oid, id) = (owner(provider), format!("provider-{provider}"));
        let point = oid.access_point(1).unwrap();
        let serial = format!("{:x}", 0x1_0000 + provider);
        let mut own = AccessPoint::new(format!("{id}-1"), point, &id);
        own.addresses = vec![address(provider).into()];
        own.certificates = vec![RecordedCertificate::new(serial, since)];
        data.access_points.push(own);
        for service in SERVICES {
            data.rights.push(Right::new(oid, point, service, since));
        }
        let mut party = Party::new(id, PartyKind::Provider);
        party.oid = Some(oid);
        party.sector = Some(Sector::Private);
        party.health_care = Some(true);
        party.social_welfare = Some(true);
        party.register = Some(Register::Sote);
        data.parties.push(party);
    }
    AddressIndex::build(data).unwrap()
}

fn address(provider: usize) -> std::net::IpAddr {
    std::net::Ipv4Addr::from(0x0b00_0000 + u32::try_from(provider).unwrap()).into()
}

/// Takes everything, and keeps nothing.
struct Nowhere;

impl Sink for Nowhere {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        black_box(line);
        Ok(())
    }

    fn checkpoint(&mut self, _: &Checkpoint) -> Result<(), SinkError> {
        Ok(())
    }

    fn wait(&mut self) {}
}

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    let rights = bench.size(100_000, 1_000);
    let chain = chain().quick();
    let connections: Vec<Connection> = (0..OPEN)
        .map(|provider| {
            let point = owner(provider).access_point(1).unwrap();
            let serial = u32::try_from(0x1_0000 + provider).unwrap().to_be_bytes();
            let made = chain.end_entity.clone().certificate_serial(&serial[1..]);
            let made = made.serial_number(&point.to_string());
            let certificate = Certificate::from_der(&made.der()).unwrap();
            Connection::new(Presented::new(certificate, address(provider)))
        })
        .collect();
    let mut trust = TrustStore::new();
    trust.trust("trust", chain.trust_pem().as_bytes()).unwrap();
    let log = Log::new(
        "bench",
        Head::empty("bench"),
        Box::new(Nowhere),
        OnFull::Refuse,
        1 << 20,
    );
    let live = Live::new(State::new(world(rights), trust, Policy::access_points()));
    let state = live.state();
    let gate = Gate::new(live, log.unwrap());
    // Half of the questions are denied: no such right.
    let asked: Vec<(usize, Attempt, Request)> = (0..4096_usize)
        .map(|at| {
            let (peer, subject) = (
                at % OPEN,
                if at % 2 == 0 {
                    at % OPEN
                } else {
                    at % OPEN + 1
                },
            );
            let service = SERVICES[at / OPEN % SERVICES.len()];
            let point = owner(peer).access_point(1).unwrap();
            let request = Request::new(owner(subject), point, service, DAY);
            (peer, Attempt::new(owner(subject), service, NOON), request)
        })
        .collect();
    // Equal answers first.
    for (peer, attempt, request) in &asked {
        let ours = state.evaluate(&connections[*peer], attempt).would_permit();
        assert_eq!(ours, state.index().decide(request).is_permit());
        assert_eq!(
            gate.admit(&connections[*peer], attempt).answer.is_ok(),
            ours
        );
    }
    let [bare, evaluated] = bench.race(
        [
            &mut || {
                for (_, _, request) in &asked {
                    black_box(state.index().decide(black_box(request)).is_permit());
                }
            },
            &mut || {
                for (peer, attempt, _) in &asked {
                    let connection = black_box(&connections[*peer]);
                    black_box(
                        state
                            .evaluate(connection, black_box(attempt))
                            .would_permit(),
                    );
                }
            },
        ],
        800,
    );
    let records: Vec<Record> = asked
        .iter()
        .map(|(peer, attempt, _)| {
            let connection = &connections[*peer];
            let explanation = state.explain(connection, attempt);
            Record::of(connection.presented(), attempt, &explanation)
        })
        .collect();
    let [floor, decided, admitted] = bench.race(
        [
            &mut || {
                for record in &records {
                    let text = serde_json::to_vec(black_box(record)).unwrap();
                    black_box(Sha256::digest(&text));
                }
            },
            // All that admitting does before the line is written.
            &mut || {
                for (peer, attempt, _) in &asked {
                    let connection = &connections[*peer];
                    black_box(state.evaluate(connection, attempt).would_permit());
                    let explanation = state.explain(connection, attempt);
                    black_box(Record::of(connection.presented(), attempt, &explanation));
                }
            },
            &mut || {
                for (peer, attempt, _) in &asked {
                    black_box(gate.admit(&connections[*peer], attempt).answer.is_ok());
                }
            },
        ],
        40,
    );
    let each = |time| nanos_each(time, asked.len());
    bench.section(
        &format!("Admission: {} attempts at {rights} rights", asked.len()),
        "floor",
    );
    bench.at_most(
        "an attempt evaluated, beside the index's own decision",
        Unit::Time,
        each(bare),
        each(evaluated),
        5.0,
    );
    bench.at_most(
        "an audit line, beside serialising and hashing the same record",
        Unit::Time,
        each(floor),
        each(admitted.saturating_sub(decided)),
        2.0,
    );
    bench.alone(
        "admitted, with its reason and its line",
        Unit::Time,
        each(admitted),
    );
    bench.finish()
}
