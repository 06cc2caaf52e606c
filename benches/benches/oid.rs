//! Access-point OIDs: ours beside the frozen floor and other crates.
//!
//! Every run reads the same thirty OIDs, six of each form; the figures are for one. Answers are compared before
//! anything is measured. Arguments and output: `kanta_benches::table`.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "benches"
)]

use std::fmt::Write;
use std::hint::black_box;
use std::process::ExitCode;

use kanta_benches::floors;
use kanta_benches::table::{Bench, Unit};
use kanta_oid::{AccessPointOid, MAX_DER_LEN, MAX_TEXT_LEN, OwnerOid, diagnose};

fn values() -> Vec<AccessPointOid> {
    let mut values = Vec::new();
    for (code, unit, number) in [
        (12345671, 1, 1),
        (2048198, 0, 2),
        (32213086, 100_012, 1),
        (1602257, 12, 3),
        (15675350, 0, 14),
        (10000222, 4, 1),
    ] {
        for owner in [
            OwnerOid::sote(code, unit),
            OwnerOid::sote_537(code, unit),
            // Ten digits: the eleven of real codes do not fit into the peers' arcs of 32 bits.
            OwnerOid::valvira(code * 100 + 7),
            OwnerOid::pharmacy(code % 9_000 + 1_000),
            OwnerOid::intermediary(code % 90 + 10),
        ] {
            values.push(owner.access_point(number).expect("short"));
        }
    }
    values
}

fn consume<T>(value: T) {
    black_box(value);
}

/// Prints the times of thirty as those of one: ours first, then a floor or peers.
fn table<const N: usize>(
    bench: &mut Bench,
    title: &str,
    names: [&str; N],
    times: [f64; N],
    budget: Option<f64>,
) {
    let times = times.map(|time| time / 30.0);
    bench.section(title, "floor or peer");
    for (at, (name, time)) in names.into_iter().zip(times).enumerate().skip(1) {
        let what = format!("beside {name}");
        match budget.filter(|_| at == 1) {
            Some(budget) => bench.at_most(&what, Unit::Time, time, times[0], budget),
            None => bench.beside(&what, Unit::Time, time, times[0]),
        }
    }
}

fn floor_parts(oid: &AccessPointOid) -> floors::oid::Parts {
    let owner = oid.owner();
    let form = floors::oid::ROOTS
        .iter()
        .position(|root| root.trim_end_matches('.') == owner.form().root())
        .expect("one of five");
    (
        form as u8,
        owner.code(),
        owner.unit().unwrap_or(0),
        oid.number(),
    )
}

fn parse(bench: &mut Bench) {
    let values = values();
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    // Equal answers first.
    for (oid, text) in values.iter().zip(&texts) {
        assert_eq!(AccessPointOid::parse(text), Ok(*oid));
        assert_eq!(floors::oid::parse(text), floor_parts(oid));
        assert_eq!(
            &const_oid::ObjectIdentifier::new_unwrap(text).to_string(),
            text
        );
        let peer: oid::ObjectIdentifier = text.as_str().try_into().expect("an OID");
        assert_eq!(&String::from(&peer), text);
        let peer: asn1_rs::Oid<'static> = text.parse().expect("an OID");
        assert_eq!(&peer.to_id_string(), text);
    }
    let work: [(&str, &mut dyn FnMut()); 5] = [
        ("kanta-oid", &mut || {
            texts
                .iter()
                .for_each(|t| consume(AccessPointOid::parse(black_box(t))));
        }),
        ("the floor", &mut || {
            texts
                .iter()
                .for_each(|t| consume(floors::oid::parse(black_box(t))));
        }),
        ("const-oid", &mut || {
            texts.iter().for_each(|t| {
                consume(const_oid::ObjectIdentifier::new(black_box(t)));
            });
        }),
        ("oid", &mut || {
            texts.iter().for_each(|t| {
                consume(oid::ObjectIdentifier::try_from(black_box(t.as_str())));
            });
        }),
        ("asn1-rs", &mut || {
            texts
                .iter()
                .for_each(|t| consume(black_box(t).parse::<asn1_rs::Oid<'_>>()));
        }),
    ];
    let names = work.each_ref().map(|(name, _)| *name);
    let times = bench.compare("oid/parse", work);
    table(
        bench,
        "An access-point OID read from text",
        names,
        times,
        Some(2.0),
    );
}

fn print(bench: &mut Bench) {
    let values = values();
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    let parts: Vec<_> = values.iter().map(floor_parts).collect();
    let const_oids: Vec<_> = texts
        .iter()
        .map(|t| const_oid::ObjectIdentifier::new_unwrap(t))
        .collect();
    let asn1_oids: Vec<asn1_rs::Oid<'_>> =
        texts.iter().map(|t| t.parse().expect("an OID")).collect();
    let rasn_oids: Vec<_> = texts
        .iter()
        .map(|t| {
            let arcs: Vec<u32> = t
                .split('.')
                .map(|arc| arc.parse().expect("32 bits"))
                .collect();
            rasn::types::ObjectIdentifier::new(arcs).expect("an OID")
        })
        .collect();
    for ((oid, text), (parts, rasn)) in values.iter().zip(&texts).zip(parts.iter().zip(&rasn_oids))
    {
        assert_eq!(oid.encode_text(&mut [0; MAX_TEXT_LEN]), text);
        assert_eq!(floors::oid::format(*parts, &mut [0; 64]), text);
        assert_eq!(&rasn.to_string(), text);
    }
    let (mut ours, mut theirs, mut third) = (String::new(), String::new(), String::new());
    let work: [(&str, &mut dyn FnMut()); 6] = [
        ("kanta-oid", &mut || {
            let mut buffer = [0; MAX_TEXT_LEN];
            for oid in &values {
                black_box(black_box(oid).encode_text(&mut buffer));
            }
        }),
        ("the floor", &mut || {
            let mut buffer = [0; 64];
            for parts in &parts {
                black_box(floors::oid::format(*black_box(parts), &mut buffer));
            }
        }),
        ("its own Display", &mut || {
            for oid in &values {
                ours.clear();
                write!(ours, "{}", black_box(oid)).expect("a string");
                black_box(&ours);
            }
        }),
        ("const-oid", &mut || {
            for oid in &const_oids {
                theirs.clear();
                write!(theirs, "{}", black_box(oid)).expect("a string");
                black_box(&theirs);
            }
        }),
        ("asn1-rs", &mut || {
            asn1_oids
                .iter()
                .for_each(|oid| consume(black_box(oid).to_id_string()));
        }),
        ("rasn", &mut || {
            for oid in &rasn_oids {
                third.clear();
                write!(third, "{}", black_box(oid)).expect("a string");
                black_box(&third);
            }
        }),
    ];
    let names = work.each_ref().map(|(name, _)| *name);
    let times = bench.compare("oid/print", work);
    table(bench, "An access-point OID printed", names, times, None);
}

fn der(bench: &mut Bench) {
    let values = values();
    let contents: Vec<Vec<u8>> = values
        .iter()
        .map(|oid| oid.encode_der_content(&mut [0; MAX_DER_LEN]).to_vec())
        .collect();
    for (oid, content) in values.iter().zip(&contents) {
        let text = oid.to_string();
        assert_eq!(AccessPointOid::from_der_content(content), Ok(*oid));
        assert_eq!(
            const_oid::ObjectIdentifier::new_unwrap(&text).as_bytes(),
            content
        );
        assert_eq!(asn1_rs::Oid::new(content.into()).to_id_string(), text);
    }
    // What a decoder of whole values is given: tag, length, content.
    let whole: Vec<Vec<u8>> = contents
        .iter()
        .map(|d| [&[6, d.len() as u8], d.as_slice()].concat())
        .collect();
    for (oid, whole) in values.iter().zip(&whole) {
        let peer: rasn::types::ObjectIdentifier = rasn::der::decode(whole).expect("an OID");
        assert_eq!(peer.to_string(), oid.to_string());
        assert_eq!(rasn::der::encode(&peer).expect("octets"), *whole);
        let peer = oid::ObjectIdentifier::try_from(&whole[2..]).expect("an OID");
        assert_eq!(String::from(&peer), oid.to_string());
    }
    let rasn_oids: Vec<rasn::types::ObjectIdentifier> = whole
        .iter()
        .map(|d| rasn::der::decode(d).expect("an OID"))
        .collect();
    let work: [(&str, &mut dyn FnMut()); 4] = [
        ("kanta-oid", &mut || {
            contents
                .iter()
                .for_each(|d| consume(AccessPointOid::from_der_content(black_box(d))));
        }),
        ("const-oid", &mut || {
            contents.iter().for_each(|d| {
                consume(const_oid::ObjectIdentifier::<39>::from_bytes(black_box(d)));
            });
        }),
        ("oid", &mut || {
            contents.iter().for_each(|d| {
                consume(oid::ObjectIdentifier::try_from(black_box(d.as_slice())));
            });
        }),
        ("rasn", &mut || {
            whole.iter().for_each(|d| {
                consume(rasn::der::decode::<rasn::types::ObjectIdentifier>(
                    black_box(d),
                ));
            });
        }),
    ];
    let names = work.each_ref().map(|(name, _)| *name);
    let times = bench.compare("oid/der, read", work);
    table(
        bench,
        "An access-point OID read from DER",
        names,
        times,
        None,
    );
    let work: [(&str, &mut dyn FnMut()); 2] = [
        ("kanta-oid", &mut || {
            let mut buffer = [0; MAX_DER_LEN];
            for oid in &values {
                black_box(black_box(oid).encode_der_content(&mut buffer));
            }
        }),
        ("rasn", &mut || {
            rasn_oids
                .iter()
                .for_each(|oid| consume(rasn::der::encode(black_box(oid))));
        }),
    ];
    let names = work.each_ref().map(|(name, _)| *name);
    let times = bench.compare("oid/der, write", work);
    table(
        bench,
        "An access-point OID written as DER",
        names,
        times,
        None,
    );
}

fn diagnosis(bench: &mut Bench) {
    let texts: Vec<String> = values()
        .iter()
        .map(|oid| format!(" urn:oid:{}.11.0{}.", oid.owner(), oid.number()))
        .collect();
    assert!(
        texts
            .iter()
            .all(|text| AccessPointOid::parse(text).is_err())
    );
    let work: [(&str, &mut dyn FnMut()); 1] = [("kanta-oid", &mut || {
        for text in &texts {
            let diagnosis = diagnose(black_box(text)).expect_err("five faults");
            black_box((diagnosis.span(), diagnosis.suggestion()));
            diagnosis.hints().for_each(consume);
        }
    })];
    let [time] = bench.compare("oid/diagnose", work);
    bench.section("A text with five faults", "");
    bench.alone(
        "told where, why and what was meant",
        Unit::Time,
        time / 30.0,
    );
}

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    parse(&mut bench);
    print(&mut bench);
    der(&mut bench);
    diagnosis(&mut bench);
    bench.finish()
}
