//! Allocations of reading and judging a certificate, counted and explained.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a bench stops at what it does not expect"
)]

use kanta_cert::{Certificate, CertificateOrRequest, Environment, Holder, Profile, Question};
use kanta_conformance::{Date, FieldPath};
use kanta_testkit::{TestKey, request, server_certificate};

fn counted(work: impl FnOnce()) -> u64 {
    allocation_counter::measure(work).count_total
}

#[test]
fn allocations_are_counted() {
    let question = Question::on(Date::constant(2025, 12, 1))
        .environment(Environment::Production)
        .access_point("1.2.246.10.12345671.10.0.13.1")
        .dns_name("kanta.klinikka.example")
        .holder(Holder {
            administrator: "Esimerkkiklinikka Oy",
            others: &[],
        });
    let ec = server_certificate().der();
    let rsa = server_certificate().key(TestKey::Rsa3072).der();
    let asked = request().der();
    // The list of CAs and the time zone are read once in a process.
    let first = Certificate::from_der(&ec).expect("good");
    drop(Profile::Server.outcomes(&first, &question));

    for der in [&ec, &rsa] {
        // Reading keeps a copy of the bytes, and the places of the attributes of both names.
        let read = counted(|| drop(Certificate::from_der(der)));
        assert_eq!(read, 3);
        // Judging makes the list of outcomes, and one for each attribute that should stand there
        // once; a requirement that is met costs nothing more.
        let certificate = Certificate::from_der(der).expect("good");
        let judged = counted(|| drop(Profile::Server.outcomes(&certificate, &question)));
        assert_eq!(judged, 4);
    }
    // The box of whichever of the two it is, beside the bytes and the name.
    assert_eq!(counted(|| drop(CertificateOrRequest::from_der(&asked))), 3);
    // Findings share the place of the certificate: their list grows, and nothing else.
    let place = FieldPath::named("access_point", "x").inner("certificate");
    let told = counted(|| drop(Profile::Server.findings(&first, &question, &place)));
    assert!(told <= 5, "{told}");
}
