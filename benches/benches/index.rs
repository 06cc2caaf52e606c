//! The address index: ours beside the frozen floor, with equal answers first.
//!
//! `--sizes 10000,100000` leaves sizes out. Other arguments and output: `kanta_benches::table`.

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
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ipnet::{IpNet, Ipv4Net};
use kanta_address_index::{
    AccessPoint, AddressIndex, DataSet, Form, Header, Party, PartyKind, Request, Service, Source,
};
use kanta_benches::floors::index::{Key, Rights};
use kanta_benches::table::{Bench, Unit, nanos, nanos_each};
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

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    let arguments: Vec<String> = std::env::args().collect();
    let sizes = arguments
        .iter()
        .position(|argument| argument == "--sizes")
        .and_then(|at| arguments.get(at + 1));
    let sizes: Vec<usize> = match sizes {
        Some(sizes) => sizes
            .split(',')
            .map(|size| size.parse().expect("a number"))
            .collect(),
        None if bench.is_measured() => vec![10_000, 100_000, 1_000_000],
        None => vec![1_000],
    };
    for size in sizes {
        rights(size, &mut bench);
    }
    addresses(&mut bench);
    bench.finish()
}

fn rights(size: usize, bench: &mut Bench) {
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

    bench.section(&format!("The address index with {size} rights"), "floor");
    // Building, from records in memory. Copies are made outside the clock.
    let (mut fill, mut build) = (Duration::MAX, Duration::MAX);
    for _ in 0..bench.size(if size >= 1_000_000 { 5 } else { 50 }, 1) {
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
    let (fill, build) = (nanos(fill), nanos(build));
    if size >= 1_000_000 {
        bench.at_most("built from records in memory", Unit::Time, fill, build, 4.0);
    } else {
        // The budget is for a million: the map of fewer stays in the cache.
        bench.beside("built from records in memory", Unit::Time, fill, build);
    }

    let floor = Rights::fill(&keys);
    let index = AddressIndex::build(data.clone()).expect("understood");
    for (request, key) in requests.iter().zip(&asked) {
        assert_eq!(index.decide(request).is_permit(), floor.get(key).is_some());
    }
    // A gateway has just made its request: the questions are near, the rights where they may be.
    let count = requests.len();
    let (mut by_floor, mut by_us) = (f64::MAX, f64::MAX);
    for _ in 0..bench.size(100, 1) {
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
        by_floor = by_floor.min(nanos_each(floors, count));
        by_us = by_us.min(nanos_each(ours, count));
    }
    bench.at_most("a decision", Unit::Time, by_floor, by_us, 1.5);
    let bytes = index.bytes_of_rights() as f64 / size as f64;
    bench.at_most(
        "bytes a right; the floor is the limit",
        Unit::Bytes,
        64.0,
        bytes,
        1.0,
    );

    let denied: Vec<&Request> = requests
        .iter()
        .filter(|request| !index.decide(request).is_permit())
        .take(4_096)
        .collect();
    let [explain] = bench.race(
        [&mut || {
            for request in &denied {
                black_box(index.explain(black_box(request)));
            }
        }],
        10,
    );
    bench.at_most(
        "a denial explained, beside a decision",
        Unit::Time,
        by_us,
        nanos_each(explain, denied.len()),
        100.0,
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
    bench.alone(
        "rights read from JSON Lines",
        Unit::PerSecond,
        size as f64 / seconds,
    );
}

/// 100,000 prefixes of IPv4, and a million addresses, half of them covered.
fn addresses(bench: &mut Bench) {
    let mut dice = Dice(3);
    let owner = OwnerOid::intermediary(1);
    let mut trie = PrefixMap::<Ipv4Net, u64>::new();
    let mut data = DataSet::new(Header::new("bench", DAY, DAY.plus_years(1)));
    let mut relay = Party::new("relay", PartyKind::Intermediary);
    relay.oid = Some(owner);
    data.parties.push(relay);
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
        let mut speaks = AccessPoint::new(number.to_string(), point(owner, number), "relay");
        speaks.addresses = vec![IpNet::V4(net)];
        data.access_points.push(speaks);
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
    let [by_trie, by_us] = bench.race(
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
    let each = |time| nanos_each(time, addresses.len());
    bench.section(
        "Addresses: 100,000 prefixes, a million questions",
        "prefix-trie",
    );
    bench.at_most(
        "the access point of an address",
        Unit::Time,
        each(by_trie),
        each(by_us),
        1.0,
    );
}
