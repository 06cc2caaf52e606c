//! A naive model over random worlds: plain strings and a list of rules, written apart from the engine.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::net::Ipv4Addr;
use std::sync::OnceLock;

use kanta_address_index::Service;
use kanta_admission::{Attempt, Connection, Policy, Presented, State};
use kanta_cert::{Certificate, Moment};
use kanta_conformance::Date;
use kanta_testkit::chain;

use crate::harness::{explained, index, missing, owner, trust};

const PARTIES: [&str; 3] = [
    "1.2.246.10.12345671.10.0",
    "1.2.246.10.76543212.10.0",
    "1.2.246.10.22222229.10.0",
];
const STRANGER: &str = "1.2.246.10.99999999.10.0";
const RANGES: [(&str, u32, u32); 4] = [
    ("192.31.196.0/24", 0xc01f_c400, 24),
    ("192.31.196.0/28", 0xc01f_c400, 28),
    ("192.31.196.7/32", 0xc01f_c407, 32),
    ("192.175.48.0/28", 0xc0af_3000, 28),
];
const SOURCES: [u32; 5] = [
    0xc01f_c407,
    0xc01f_c408,
    0xc01f_c4ff,
    0xc0af_3001,
    0x0a00_0001,
];
const SERIALS: [&str; 2] = ["aa01", "aa02"];
const DAYS: [&str; 3] = ["2025-11-30", "2025-12-01", "2025-12-02"];
const SERVICES: [&str; 2] = ["prescription", "imaging"];

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn chance(&mut self, in_ten: usize) -> bool {
        self.below(10) < in_ten
    }
}

/// A time, from a day on and until before another; either may be absent.
type Days = (Option<&'static str>, Option<&'static str>);

fn days(dice: &mut Dice) -> Days {
    let from = if dice.chance(7) {
        Some("2025-11-01")
    } else {
        Some(DAYS[1])
    };
    let until = dice.chance(3).then(|| dice.pick(&DAYS[1..]));
    let from = if until == Some(DAYS[1]) {
        Some("2025-11-01")
    } else {
        from
    };
    (from.filter(|_| dice.chance(9)), until)
}

fn covers((from, until): Days, day: &str) -> bool {
    from.is_some_and(|from| from <= day) && until.is_none_or(|until| day < until)
}

#[derive(Default)]
struct World {
    expires: &'static str,
    /// By party: the ranges and the certificates of its access point.
    ranges: [Vec<usize>; 3],
    records: [Vec<(usize, Days)>; 3],
    rights: Vec<(usize, &'static str, Days)>,
}

fn world(dice: &mut Dice) -> World {
    let mut world = World {
        expires: if dice.chance(8) {
            "2026-12-01"
        } else {
            DAYS[2]
        },
        ..World::default()
    };
    for party in 0..3 {
        for range in 0..RANGES.len() {
            if dice.chance(4) {
                world.ranges[party].push(range);
            }
        }
        for serial in 0..SERIALS.len() {
            if dice.chance(6) {
                world.records[party].push((serial, days(dice)));
            }
        }
        for service in SERVICES {
            if dice.chance(7) {
                world.rights.push((party, service, days(dice)));
            }
        }
    }
    world
}

fn text(world: &World) -> String {
    let mut text = format!(
        "format = 1\nversion = \"1\"\nissued = 2025-11-01\nexpires = {}\n",
        world.expires
    );
    let ends = |(from, until): Days, line: &str| {
        let from = from.map_or(String::new(), |day| format!("from = {day}{line}"));
        let until = until.map_or(String::new(), |day| format!("until = {day}{line}"));
        format!("{from}{until}")
    };
    for (party, oid) in PARTIES.iter().enumerate() {
        write!(
            text,
            "[[party]]\nid = \"p{party}\"\noid = \"{oid}\"\nkind = \"provider\"\nsector = \"private\"\n\
             register = \"sote\"\nhealth_care = true\n[[access_point]]\nid = \"ap{party}\"\n\
             oid = \"{oid}.13.1\"\nadministrator = \"p{party}\"\n"
        )
        .unwrap();
        let ranges: Vec<_> = world.ranges[party]
            .iter()
            .map(|at| format!("\"{}\"", RANGES[*at].0))
            .collect();
        writeln!(text, "addresses = [{}]", ranges.join(", ")).unwrap();
        let records: Vec<_> = world.records[party]
            .iter()
            .map(|(serial, time)| {
                let ends = ends(*time, ", ");
                format!("{{ serial = \"{}\", {} }}", SERIALS[*serial], ends).replace(",  }", " }")
            })
            .collect();
        writeln!(text, "certificates = [{}]", records.join(", ")).unwrap();
    }
    for (party, service, time) in &world.rights {
        write!(
            text,
            "[[right]]\nfor = \"p{party}\"\naccess_point = \"ap{party}\"\nservice = \"{service}\"\n{}",
            ends(*time, "\n")
        )
        .unwrap();
    }
    text
}

/// What is asked: which party's access point the certificate names (3: a stranger's, 4: none), its serial number …
#[derive(Clone, Copy, Debug)]
struct Question {
    named: usize,
    serial: usize,
    source: u32,
    subject: usize,
    service: &'static str,
    day: &'static str,
}

/// The ids that the model knows, each by a rule of its own.
fn expected(world: &World, ask: Question) -> BTreeSet<&'static str> {
    let mut missing = BTreeSet::new();
    let mut rule = |broken: bool, id: &'static str| {
        if broken {
            missing.insert(id);
        }
    };
    let known = ask.named < 3;
    let holds = |range: usize| {
        let (_, network, length) = RANGES[range];
        (ask.source ^ network).leading_zeros() >= length
    };
    let narrowest = |party: usize| {
        let own = world.ranges[party].iter().filter(|range| holds(**range));
        own.map(|range| RANGES[*range].2).max()
    };
    let best = (0..3).filter_map(narrowest).max();
    let speaking: Vec<usize> = (0..3)
        .filter(|party| best.is_some() && narrowest(*party) == best)
        .collect();
    rule(world.expires <= ask.day, "address-index/data-set-expired");
    rule(
        ask.named == 4,
        "connection-models/server-certificate-without-access-point",
    );
    rule(
        speaking.is_empty(),
        "private-network/source-of-no-access-point",
    );
    rule(
        known && !speaking.is_empty() && !speaking.contains(&ask.named),
        "private-network/source-of-another-access-point",
    );
    let on_record =
        |(serial, time): &(usize, Days)| *serial == ask.serial && covers(*time, ask.day);
    rule(
        known && !world.records[ask.named].iter().any(on_record),
        "admission/certificate-not-on-record",
    );
    rule(
        ask.subject == 3,
        "connection-models/right-subject-not-in-index",
    );
    rule(
        ask.named == 3,
        "connection-models/access-point-not-in-index",
    );
    let through = if ask.named < 4 {
        Some(ask.named)
    } else {
        speaking.first().copied().filter(|_| speaking.len() == 1)
    };
    let right = |(party, service, time): &(usize, &str, Days)| {
        *party == ask.subject
            && Some(*party) == through
            && *service == ask.service
            && covers(*time, ask.day)
    };
    rule(
        through.is_some() && !world.rights.iter().any(right),
        "connection-models/no-right-on-the-day",
    );
    missing
}

const KNOWN: [&str; 8] = [
    "address-index/data-set-expired",
    "connection-models/server-certificate-without-access-point",
    "private-network/source-of-no-access-point",
    "private-network/source-of-another-access-point",
    "admission/certificate-not-on-record",
    "connection-models/right-subject-not-in-index",
    "connection-models/access-point-not-in-index",
    "connection-models/no-right-on-the-day",
];

/// By who is named, and by serial number.
fn certificates() -> &'static (String, Vec<Vec<Certificate>>) {
    static MADE: OnceLock<(String, Vec<Vec<Certificate>>)> = OnceLock::new();
    MADE.get_or_init(|| {
        let chain = chain()
            .quick()
            .with_crl(|it| {
                it.this_update("2025-11-01T00:00:00Z")
                    .next_update("2026-01-20T00:00:00Z")
            })
            .with_root_crl(|it| {
                it.this_update("2025-11-01T00:00:00Z")
                    .next_update("2026-01-20T00:00:00Z")
            });
        let made = |named: Option<&str>, serial: &[u8]| {
            let certificate = chain.end_entity.clone().certificate_serial(serial);
            let certificate = match named {
                Some(owner) => certificate.serial_number(&format!("{owner}.13.1")),
                None => certificate.without_serial_number(),
            };
            Certificate::from_der(&certificate.der()).unwrap()
        };
        let named = [
            Some(PARTIES[0]),
            Some(PARTIES[1]),
            Some(PARTIES[2]),
            Some(STRANGER),
            None,
        ];
        let all = named.map(|named| vec![made(named, &[0, 0xaa, 1]), made(named, &[0, 0xaa, 2])]);
        (chain.trust_pem(), all.to_vec())
    })
}

#[test]
fn the_engine_answers_as_the_naive_model_does() {
    let (pem, certificates) = certificates();
    let mut dice = Dice(20_251_201);
    let mut permits = 0;
    for turn in 0..150 {
        let world = world(&mut dice);
        let state = State::new(index(&text(&world)), trust(pem), Policy::access_points());
        for _ in 0..24 {
            let named = if dice.chance(8) {
                dice.below(3)
            } else {
                3 + dice.below(2)
            };
            let same = named < 3 && dice.chance(8);
            let ask = Question {
                named,
                serial: dice.below(2),
                source: dice.pick(&SOURCES),
                subject: if same { named } else { dice.below(4) },
                service: dice.pick(&SERVICES),
                day: dice.pick(&DAYS),
            };
            let certificate = certificates[ask.named][ask.serial].clone();
            let source = Ipv4Addr::from(ask.source).into();
            let connection = Connection::new(Presented::new(certificate, source));
            let subject = PARTIES.get(ask.subject).unwrap_or(&STRANGER);
            let noon =
                Moment::start_of(ask.day.parse::<Date>().unwrap()).unix_seconds() + 12 * 3600;
            let service: Service = ask.service.parse().unwrap();
            let attempt = Attempt::new(owner(subject), service, Moment::from_unix_seconds(noon));
            let explanation = explained(&state, &connection, &attempt);
            let expected = expected(&world, ask);
            let told = || format!("world {turn}, {ask:?}\n{}", text(&world));
            assert_eq!(
                explanation.evaluation.would_permit(),
                expected.is_empty(),
                "{}",
                told()
            );
            let mut found = missing(&explanation);
            found.retain(|id| KNOWN.contains(id));
            assert_eq!(found, expected, "{}", told());
            permits += usize::from(expected.is_empty());
        }
    }
    assert!(permits > 100, "{permits}");
}
