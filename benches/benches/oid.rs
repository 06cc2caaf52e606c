//! Access-point OIDs: ours beside the frozen floor and other crates.
//!
//! Every run reads the same thirty OIDs, six of each form; the figures are for all thirty. Answers are
//! compared before anything is measured.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "benches"
)]

use std::fmt::Write;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kanta_benches::floors;
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

fn parse(c: &mut Criterion) {
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
    let mut group = c.benchmark_group("oid/parse");
    group.bench_function("floor", |b| {
        b.iter(|| {
            texts
                .iter()
                .for_each(|t| consume(floors::oid::parse(black_box(t))))
        });
    });
    group.bench_function("kanta-oid", |b| {
        b.iter(|| {
            texts
                .iter()
                .for_each(|t| consume(AccessPointOid::parse(black_box(t))))
        });
    });
    group.bench_function("const-oid", |b| {
        b.iter(|| {
            texts
                .iter()
                .for_each(|t| consume(const_oid::ObjectIdentifier::new(black_box(t))));
        });
    });
    group.bench_function("oid", |b| {
        b.iter(|| {
            texts.iter().for_each(|t| {
                consume(oid::ObjectIdentifier::try_from(black_box(t.as_str())));
            });
        });
    });
    group.bench_function("asn1-rs", |b| {
        b.iter(|| {
            texts
                .iter()
                .for_each(|t| consume(black_box(t).parse::<asn1_rs::Oid<'_>>()));
        });
    });
    group.finish();
}

fn print(c: &mut Criterion) {
    let values = values();
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    let parts: Vec<_> = values.iter().map(floor_parts).collect();
    let const_oids: Vec<_> = texts
        .iter()
        .map(|t| const_oid::ObjectIdentifier::new_unwrap(t))
        .collect();
    let oids: Vec<oid::ObjectIdentifier> = texts
        .iter()
        .map(|t| t.as_str().try_into().expect("an OID"))
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
    let mut group = c.benchmark_group("oid/print");
    group.bench_function("floor", |b| {
        b.iter(|| {
            let mut buffer = [0; 64];
            for parts in &parts {
                black_box(floors::oid::format(*black_box(parts), &mut buffer));
            }
        });
    });
    group.bench_function("kanta-oid", |b| {
        b.iter(|| {
            let mut buffer = [0; MAX_TEXT_LEN];
            for oid in &values {
                black_box(black_box(oid).encode_text(&mut buffer));
            }
        });
    });
    let mut text = String::with_capacity(64);
    group.bench_function("kanta-oid, Display", |b| {
        b.iter(|| {
            for oid in &values {
                text.clear();
                write!(text, "{}", black_box(oid)).expect("a string");
                black_box(&text);
            }
        });
    });
    group.bench_function("const-oid", |b| {
        b.iter(|| {
            for oid in &const_oids {
                text.clear();
                write!(text, "{}", black_box(oid)).expect("a string");
                black_box(&text);
            }
        });
    });
    group.bench_function("oid", |b| {
        b.iter(|| {
            oids.iter()
                .for_each(|oid| consume(String::from(black_box(oid))))
        });
    });
    group.bench_function("asn1-rs", |b| {
        b.iter(|| {
            asn1_oids
                .iter()
                .for_each(|oid| consume(black_box(oid).to_id_string()))
        });
    });
    group.bench_function("rasn", |b| {
        b.iter(|| {
            for oid in &rasn_oids {
                text.clear();
                write!(text, "{}", black_box(oid)).expect("a string");
                black_box(&text);
            }
        });
    });
    group.finish();
}

fn der(c: &mut Criterion) {
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
    let mut group = c.benchmark_group("oid/der");
    group.bench_function("kanta-oid, read", |b| {
        b.iter(|| {
            contents
                .iter()
                .for_each(|d| consume(AccessPointOid::from_der_content(black_box(d))))
        });
    });
    group.bench_function("const-oid, read", |b| {
        b.iter(|| {
            contents.iter().for_each(|d| {
                consume(const_oid::ObjectIdentifier::<39>::from_bytes(black_box(d)));
            });
        });
    });
    group.bench_function("oid, read", |b| {
        b.iter(|| {
            contents.iter().for_each(|d| {
                consume(oid::ObjectIdentifier::try_from(black_box(d.as_slice())));
            });
        });
    });
    group.bench_function("rasn, read", |b| {
        b.iter(|| {
            whole.iter().for_each(|d| {
                consume(rasn::der::decode::<rasn::types::ObjectIdentifier>(
                    black_box(d),
                ));
            });
        });
    });
    group.bench_function("rasn, write", |b| {
        b.iter(|| {
            rasn_oids
                .iter()
                .for_each(|oid| consume(rasn::der::encode(black_box(oid))))
        });
    });
    group.bench_function("kanta-oid, write", |b| {
        b.iter(|| {
            let mut buffer = [0; MAX_DER_LEN];
            for oid in &values {
                black_box(black_box(oid).encode_der_content(&mut buffer));
            }
        });
    });
    group.finish();
}

fn diagnosis(c: &mut Criterion) {
    let texts: Vec<String> = values()
        .iter()
        .map(|oid| format!(" urn:oid:{}.11.0{}.", oid.owner(), oid.number()))
        .collect();
    assert!(
        texts
            .iter()
            .all(|text| AccessPointOid::parse(text).is_err())
    );
    let mut group = c.benchmark_group("oid/diagnose");
    group.bench_function("kanta-oid", |b| {
        b.iter(|| {
            for text in &texts {
                let diagnosis = diagnose(black_box(text)).expect_err("five faults");
                black_box((diagnosis.span(), diagnosis.suggestion()));
                diagnosis.hints().for_each(consume);
            }
        });
    });
    group.finish();
}

criterion_group!(benches, parse, print, der, diagnosis);
criterion_main!(benches);
