//! Certificates: from DER to every outcome, beside the bare decoding of other crates.
//!
//! The same certificates in every run: P-256 under an EC issuer, and RSA 3072 under an RSA issuer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use kanta_cert::{Certificate, CertificateRequest, Environment, Holder, Profile, Question};
use kanta_conformance::{Date, OutcomeKind};
use kanta_testkit::{Key, request, server_certificate};
use x509_cert::der::Decode;
use x509_parser::prelude::FromDer;

const DAY: Date = Date::constant(2025, 12, 1);

fn certificates() -> [(&'static str, Vec<u8>); 2] {
    let rsa = server_certificate()
        .issuer(
            "C=FI, O=Digi- ja vaestotietovirasto CA, \
             OU=Sosiaali- ja terveydenhuollon palveluvarmenteet, \
             CN=DVV Social Welfare and Healthcare Service Certificates - G3R",
        )
        .issuer_key(Key::Rsa4096)
        .key(Key::Rsa3072);
    [("ec", server_certificate().der()), ("rsa", rsa.der())]
}

fn question() -> Question<'static> {
    Question::on(DAY)
        .environment(Environment::Production)
        .access_point("1.2.246.10.12345671.10.0.13.1")
        .dns_name("kanta.klinikka.example")
        .holder(Holder {
            administrator: "Esimerkkiklinikka Oy",
            others: &[],
        })
}

/// How many requirements are met; every one of them is looked at.
fn judge(der: &[u8], question: &Question<'_>) -> usize {
    let certificate = Certificate::from_der(der).expect("a good certificate");
    let outcomes = Profile::Server.outcomes(&certificate, question);
    outcomes
        .iter()
        .filter(|(_, outcome)| outcome.kind() == OutcomeKind::Satisfied)
        .count()
}

fn certificate(c: &mut Criterion) {
    let question = question();
    for (name, der) in &certificates() {
        // Equal answers first: all three read the same names and times.
        let ours = Certificate::from_der(der).expect("ours");
        let theirs = x509_cert::Certificate::from_der(der).expect("x509-cert");
        let (_, third) = x509_parser::certificate::X509Certificate::from_der(der).expect("third");
        let end = ours.validity().not_after.unix_seconds();
        let validity = theirs.tbs_certificate().validity();
        assert_eq!(
            validity.not_after.to_unix_duration().as_secs(),
            end.unsigned_abs()
        );
        assert_eq!(third.validity().not_after.timestamp(), end);
        assert_eq!(judge(der, &question), judge(der, &question));

        let mut group = c.benchmark_group(format!("certificate/{name}"));
        group.bench_function("ours, read and every outcome", |b| {
            b.iter(|| judge(black_box(der), black_box(&question)));
        });
        group.bench_function("ours, read", |b| {
            b.iter(|| Certificate::from_der(black_box(der)));
        });
        group.bench_function("x509-cert, decode", |b| {
            b.iter(|| x509_cert::Certificate::from_der(black_box(der)));
        });
        group.bench_function("x509-parser, decode", |b| {
            b.iter(|| {
                x509_parser::certificate::X509Certificate::from_der(black_box(der)).map(|_| ())
            });
        });
        group.finish();
    }
}

fn certificate_request(c: &mut Criterion) {
    let der = request().der();
    let question = question();
    c.bench_function("request/ours, read and every outcome", |b| {
        b.iter(|| {
            let request = CertificateRequest::from_der(black_box(&der)).expect("a good request");
            Profile::Server.outcomes(&request, &question).len()
        });
    });
    let pem = server_certificate().pem();
    c.bench_function("certificate/ec/ours, from PEM", |b| {
        b.iter(|| Certificate::from_pem_or_der(black_box(pem.as_bytes())));
    });
}

criterion_group!(benches, certificate, certificate_request);
criterion_main!(benches);
