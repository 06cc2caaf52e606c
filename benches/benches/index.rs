//! The address index: ours beside the frozen floor and other engines, with equal answers first.
//!
//! Prints ratios taken in one run, and the budgets beside them; with `--enforce` a budget missed
//! is an exit status of 1. `--sizes 10000,100000` leaves sizes out, `--peers` adds Cedar and
//! regorus.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use std::hint::black_box;
use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;
use std::time::{Duration, Instant};

use cedar_policy::{
    Authorizer, Context, Decision as CedarDecision, Entities, Entity, EntityId, EntityTypeName,
    EntityUid, PolicySet, Request as CedarRequest, RestrictedExpression,
};
use ipnet::{IpNet, Ipv4Net};
use kanta_address_index::{
    AccessPoint, AddressIndex, DataSet, Form, Header, Party, PartyKind, Request, Service, Source,
};
use kanta_benches::floors::index::{Key, Rights};
use kanta_benches::world::{Dice, point, world};
use kanta_conformance::Date;
use kanta_oid::{AccessPointOid, OwnerOid};
use prefix_trie::PrefixMap;

const DAY: Date = Date::constant(2025, 12, 1);
fn key(subject: OwnerOid, point: AccessPointOid, service: Service) -> Key {
    let owner = |oid: OwnerOid| {
        u128::from(oid.code())
            | u128::from(oid.unit().unwrap_or(0)) << 64
            | (oid.form() as u128) << 120
    };
    let number = u128::from(point.number()) << 96;
    (
        owner(subject),
        owner(point.owner()) ^ number ^ ((service as u128) << 112),
    )
}

/// The best of several rounds, for each of several pieces of work done in turn.
fn race<const N: usize>(mut work: [&mut dyn FnMut(); N], rounds: usize) -> [Duration; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..rounds {
        for (work, best) in work.iter_mut().zip(&mut best) {
            let start = Instant::now();
            work();
            *best = start.elapsed().min(*best);
        }
    }
    best
}

fn per(time: Duration, count: usize) -> f64 {
    time.as_secs_f64() * 1e9 / f64::from(u32::try_from(count).expect("small"))
}

struct Table {
    missed: bool,
}

impl Table {
    fn line(&mut self, what: &str, floor: f64, ours: f64, budget: f64, unit: &str) {
        let ratio = ours / floor;
        let met = ratio <= budget;
        self.missed |= !met;
        let verdict = if met { "met" } else { "MISSED" };
        println!(
            "{what:<46} {floor:>10.1} {ours:>10.1} {unit:<3} {ratio:>6.2} × (budget {budget}) {verdict}"
        );
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let sizes: Vec<usize> = arguments
        .iter()
        .position(|argument| argument == "--sizes")
        .and_then(|at| arguments.get(at + 1))
        .map_or_else(
            || vec![10_000, 100_000, 1_000_000],
            |sizes| {
                sizes
                    .split(',')
                    .map(|n| n.parse().expect("a number"))
                    .collect()
            },
        );
    println!("{:<46} {:>10} {:>10}", "", "floor/peer", "ours");
    let mut table = Table { missed: false };
    for size in sizes {
        rights(size, has("--peers"), &mut table);
    }
    addresses(&mut table);
    if table.missed && has("--enforce") {
        std::process::exit(1);
    }
}

fn rights(size: usize, peers: bool, table: &mut Table) {
    let data = world(size);
    let keys: Vec<Key> = data
        .rights
        .iter()
        .map(|right| key(right.subject, right.access_point, right.service))
        .collect();
    // Half of the requests are for a right that is there, half for the next provider's.
    let mut dice = Dice(11);
    let requests: Vec<Request> = (0..1 << 16)
        .map(|at| {
            let right = &data.rights[dice.below(data.rights.len())];
            let other = &data.rights[dice.below(data.rights.len())];
            let subject = if at % 2 == 0 {
                right.subject
            } else {
                other.subject
            };
            Request::new(subject, right.access_point, right.service, DAY)
        })
        .collect();
    let asked: Vec<Key> = requests
        .iter()
        .map(|request| key(request.subject, request.access_point, request.service))
        .collect();

    // Building, from records in memory. Copies are made outside the clock.
    let rounds = if size >= 1_000_000 { 5 } else { 50 };
    let (mut fill, mut build) = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds {
        let copy = data.clone();
        let start = Instant::now();
        let filled = black_box(Rights::fill(&keys));
        fill = fill.min(start.elapsed());
        drop(filled);
        let start = Instant::now();
        let built = black_box(AddressIndex::build(copy)).expect("understood");
        build = build.min(start.elapsed());
        drop(built);
    }
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let what = format!("build, {size} rights");
    if size >= 1_000_000 {
        table.line(&what, ms(fill), ms(build), 4.0, "ms");
    } else {
        // The budget is for a million: the map of fewer stays in the cache.
        let (fill, build) = (ms(fill), ms(build));
        let ratio = build / fill;
        println!("{what:<46} {fill:>10.1} {build:>10.1} ms  {ratio:>6.2} ×");
    }

    let floor = Rights::fill(&keys);
    let index = AddressIndex::build(data.clone()).expect("understood");
    for (request, key) in requests.iter().zip(&asked) {
        assert_eq!(index.decide(request).is_permit(), floor.get(key).is_some());
    }
    // A gateway has just made its request: the questions are near, the rights where they may be.
    let count = requests.len();
    let (mut by_floor, mut by_us) = (f64::MAX, f64::MAX);
    for _ in 0..100 {
        let mut floors = Duration::ZERO;
        for keys in asked.chunks(1 << 8) {
            for key in keys {
                black_box(key.0 ^ key.1);
            }
            let start = Instant::now();
            for key in keys {
                black_box(floor.get(black_box(key)));
            }
            floors += start.elapsed();
        }
        let mut ours = Duration::ZERO;
        for requests in requests.chunks(1 << 8) {
            for request in requests {
                black_box(*request);
            }
            let start = Instant::now();
            for request in requests {
                let _ = black_box(index.decide(black_box(request)));
            }
            ours += start.elapsed();
        }
        by_floor = by_floor.min(per(floors, count));
        by_us = by_us.min(per(ours, count));
    }
    let decide = by_us;
    table.line(
        &format!("decide, {size} rights"),
        by_floor,
        decide,
        2.0,
        "ns",
    );
    let bytes = index.bytes_of_rights() as f64 / size as f64;
    table.line(
        &format!("bytes a right, {size} rights"),
        64.0,
        bytes,
        1.0,
        "B",
    );

    let denied: Vec<&Request> = requests
        .iter()
        .filter(|request| !index.decide(request).is_permit())
        .take(4_096)
        .collect();
    let [explain] = race(
        [&mut || {
            for request in &denied {
                black_box(index.explain(black_box(request)));
            }
        }],
        10,
    );
    table.line(
        &format!("explain a denial beside a decision, {size}"),
        decide,
        per(explain, denied.len()),
        100.0,
        "ns",
    );

    let mut lines = String::new();
    index.write_json_lines(&mut lines).expect("memory");
    let source = Source {
        form: Form::JsonLines,
        bytes: lines.as_bytes(),
    };
    let start = Instant::now();
    let read = AddressIndex::read(&[source]).expect("understood");
    let seconds = start.elapsed().as_secs_f64();
    assert!(read == index);
    println!(
        "  read from {:.0} MB of JSON Lines in {seconds:.2} s: {:.0} rights/s",
        lines.len() as f64 / 1e6,
        size as f64 / seconds
    );
    if peers {
        engines(size, &data, &index, &requests, decide);
    }
}

/// Cedar and regorus with the same rights and the same requests.
fn engines(size: usize, data: &DataSet, index: &AddressIndex, requests: &[Request], decide: f64) {
    let few = &requests[..1 << 12];
    // Cedar: one policy; the rights are an attribute of the party.
    let uid = |kind: &str, id: &str| {
        EntityUid::from_type_name_and_id(
            EntityTypeName::from_str(kind).expect("a name"),
            EntityId::new(id),
        )
    };
    let name = |point: AccessPointOid, service: Service| format!("{point} {service}");
    let policies = PolicySet::from_str(
        "permit(principal, action, resource) when { principal.rights.contains(resource) };",
    )
    .expect("a policy");
    let mut by_party = std::collections::HashMap::<OwnerOid, Vec<RestrictedExpression>>::new();
    for right in &data.rights {
        let resource = uid("Right", &name(right.access_point, right.service));
        by_party
            .entry(right.subject)
            .or_default()
            .push(RestrictedExpression::new_entity_uid(resource));
    }
    let entities = by_party.into_iter().map(|(party, rights)| {
        let rights = RestrictedExpression::new_set(rights);
        let attributes = [("rights".to_owned(), rights)].into_iter().collect();
        Entity::new(
            uid("Party", &party.to_string()),
            attributes,
            std::collections::HashSet::new(),
        )
        .expect("an entity")
    });
    let entities = Entities::from_entities(entities, None).expect("entities");
    let cedar = Authorizer::new();
    let asked: Vec<CedarRequest> = few
        .iter()
        .map(|request| {
            CedarRequest::new(
                uid("Party", &request.subject.to_string()),
                uid("Action", "use"),
                uid("Right", &name(request.access_point, request.service)),
                Context::empty(),
                None,
            )
            .expect("a request")
        })
        .collect();
    // regorus: the rights are a map of data, looked up by one rule.
    let mut rego = regorus::Engine::new();
    let policy = "package kanta\nimport rego.v1\ndefault allow := false\nallow if data.rights[input.party][input.right]";
    rego.add_policy("kanta.rego".into(), policy.into())
        .expect("a policy");
    let mut by_party = std::collections::BTreeMap::<String, Vec<String>>::new();
    for right in &data.rights {
        by_party
            .entry(right.subject.to_string())
            .or_default()
            .push(format!(
                "\"{}\":true",
                name(right.access_point, right.service)
            ));
    }
    let parties: Vec<String> = by_party
        .iter()
        .map(|(party, rights)| format!("\"{party}\":{{{}}}", rights.join(",")))
        .collect();
    let json = format!("{{\"rights\":{{{}}}}}", parties.join(","));
    rego.add_data_json(&json).expect("data");
    let inputs: Vec<regorus::Value> = few
        .iter()
        .map(|request| {
            let right = name(request.access_point, request.service);
            let input = format!(
                "{{\"party\":\"{}\",\"right\":\"{right}\"}}",
                request.subject
            );
            regorus::Value::from_json_str(&input).expect("an input")
        })
        .collect();
    let rule = "data.kanta.allow".to_owned();
    for ((request, cedars), input) in few.iter().zip(&asked).zip(&inputs) {
        let ours = index.decide(request).is_permit();
        let answer = cedar.is_authorized(cedars, &policies, &entities).decision();
        assert_eq!(ours, answer == CedarDecision::Allow);
        rego.set_input(input.clone());
        assert_eq!(
            rego.eval_rule(rule.clone()).expect("an answer"),
            regorus::Value::from(ours)
        );
    }
    let [by_cedar, by_rego] = race(
        [
            &mut || {
                for request in &asked {
                    black_box(cedar.is_authorized(request, &policies, &entities));
                }
            },
            &mut || {
                for input in &inputs {
                    rego.set_input(input.clone());
                    black_box(rego.eval_rule(rule.clone())).expect("an answer");
                }
            },
        ],
        5,
    );
    for (name, time) in [("Cedar", by_cedar), ("regorus", by_rego)] {
        let theirs = per(time, few.len());
        println!(
            "  {name}, {size} rights: {theirs:.0} ns a decision, {:.0} × ours",
            theirs / decide
        );
    }
}

/// 100,000 prefixes of IPv4, and a million addresses, half of them covered.
fn addresses(table: &mut Table) {
    let mut dice = Dice(3);
    let owner = OwnerOid::intermediary(1);
    let mut trie = PrefixMap::<Ipv4Net, u64>::new();
    let mut data = DataSet::new(Header {
        version: "bench".into(),
        issued: DAY,
        expires: DAY.plus_years(1),
    });
    data.parties.push(Party {
        id: "relay".into(),
        oid: Some(owner),
        name: None,
        kind: PartyKind::Intermediary,
        sector: None,
        health_care: None,
        social_welfare: None,
        register: None,
        register_entry: None,
    });
    let mut number = 0;
    while trie.len() < 100_000 {
        let bits = u32::try_from(dice.roll() >> 32).expect("32 bits");
        let length = u8::try_from(16 + dice.below(17)).expect("small");
        let net = Ipv4Net::new_assert(Ipv4Addr::from(bits), length).trunc();
        if trie.contains_key(&net) {
            continue;
        }
        number += 1;
        trie.insert(net, number);
        data.access_points.push(AccessPoint {
            id: number.to_string(),
            oid: point(owner, number),
            administrator: "relay".into(),
            addresses: vec![IpNet::V4(net)],
            certificates: vec![],
        });
    }
    let index = AddressIndex::build(data).expect("understood");
    let addresses: Vec<Ipv4Addr> = (0..1_000_000)
        .map(|_| Ipv4Addr::from(u32::try_from(dice.roll() >> 32).expect("32 bits")))
        .collect();
    for &address in &addresses {
        let ours = index.access_points_at(IpAddr::V4(address)).next();
        let peer = trie
            .get_lpm(&Ipv4Net::from(address))
            .map(|(_, number)| *number);
        assert_eq!(ours.map(|point| point.oid.number()), peer);
    }
    let [by_trie, by_us] = race(
        [
            &mut || {
                for &address in &addresses {
                    black_box(trie.get_lpm(&Ipv4Net::from(black_box(address))));
                }
            },
            &mut || {
                for &address in &addresses {
                    black_box(
                        index
                            .access_points_at(IpAddr::V4(black_box(address)))
                            .next(),
                    );
                }
            },
        ],
        10,
    );
    let count = addresses.len();
    table.line(
        "address to access point, 100,000 prefixes",
        per(by_trie, count),
        per(by_us, count),
        1.0,
        "ns",
    );
}
