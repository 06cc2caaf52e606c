//! Certificates: from DER to every outcome, beside the bare decoding of other crates.
//!
//! The same certificates in every run: P-256 under an EC issuer, and RSA 3072 under an RSA issuer. Arguments and output:
//! `kanta_benches::table`.

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

use kanta_benches::table::{Bench, Unit};
use kanta_cert::{Certificate, CertificateRequest, Environment, Holder, Profile, Question};
use kanta_conformance::{Date, OutcomeKind};
use kanta_testkit::{TestKey, request, server_certificate};
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
        .issuer_key(TestKey::Rsa4096)
        .key(TestKey::Rsa3072);
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

fn certificates_of_both_kinds(bench: &mut Bench) {
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

        let [read_and_judged, read, judged, x509_cert, x509_parser] = bench.compare(
            &format!("certificate/{name}"),
            [
                ("ours, read and every outcome", &mut || {
                    black_box(judge(black_box(der), black_box(&question)));
                }),
                ("ours, read", &mut || {
                    black_box(Certificate::from_der(black_box(der)).is_ok());
                }),
                ("ours, every outcome", &mut || {
                    black_box(Profile::Server.outcomes(black_box(&ours), &question));
                }),
                ("x509-cert, decode", &mut || {
                    black_box(x509_cert::Certificate::from_der(black_box(der)).is_ok());
                }),
                ("x509-parser, decode", &mut || {
                    let parsed =
                        x509_parser::certificate::X509Certificate::from_der(black_box(der));
                    black_box(parsed.is_ok());
                }),
            ],
        );
        bench.section(&format!("A certificate ({name})"), "peer");
        bench.at_most(
            "read, and every outcome, beside x509-cert's bare decoding",
            Unit::Time,
            x509_cert,
            read_and_judged,
            1.25,
        );
        bench.at_most(
            "every outcome alone, beside the same",
            Unit::Time,
            x509_cert,
            judged,
            0.5,
        );
        bench.beside("read, beside x509-cert", Unit::Time, x509_cert, read);
        bench.beside(
            "read, beside x509-parser, which lends and does not look inside extensions",
            Unit::Time,
            x509_parser,
            read,
        );
    }
}

fn requests_and_pem(bench: &mut Bench) {
    let der = request().der();
    let question = question();
    let pem = server_certificate().pem();
    let [requested, from_pem] = bench.compare(
        "request and PEM",
        [
            ("request, read and every outcome", &mut || {
                let request =
                    CertificateRequest::from_der(black_box(&der)).expect("a good request");
                black_box(Profile::Server.outcomes(&request, &question).len());
            }),
            ("certificate from PEM", &mut || {
                black_box(Certificate::from_pem_or_der(black_box(pem.as_bytes())).is_ok());
            }),
        ],
    );
    bench.section("A request, and PEM", "");
    bench.alone("a request read, and every outcome", Unit::Time, requested);
    bench.alone("a certificate read from PEM", Unit::Time, from_pem);
}

fn main() -> ExitCode {
    let mut bench = Bench::from_arguments();
    certificates_of_both_kinds(&mut bench);
    requests_and_pem(&mut bench);
    bench.finish()
}
