//! The certificates of the vectors in the repository are the ones that this kit makes; `KANTA_VECTORS=1` writes them anew.

use std::fmt::Write as _;
use std::path::Path;

use kanta_testkit::{
    CertificateBuilder, KeyUsage, RequestBuilder, TestKey, chain, request, server_certificate,
    system_signature_certificate, system_signature_request,
};

/// Certificates by their difference from a good server certificate.
fn servers() -> Vec<(&'static str, CertificateBuilder)> {
    let good = server_certificate;
    let valid = |from: &str, until: &str| good().valid(from, until);
    let bare = |builder: CertificateBuilder| {
        builder
            .common_name("192.31.196.7")
            .without_san()
            .ip_address("192.31.196.7")
            .email("tuki@klinikka.example")
    };
    vec![
        ("server", good()),
        (
            "server-of-point-2",
            good().serial_number("1.2.246.10.12345671.10.0.13.2"),
        ),
        (
            "server-without-serial-number",
            good().without_serial_number(),
        ),
        ("server-with-business-id", good().serial_number("1234567-1")),
        (
            "server-with-leading-zero",
            good().serial_number("1.2.246.10.12345671.10.0.13.01"),
        ),
        (
            "server-with-owner-oid",
            good().serial_number("1.2.246.10.12345671.10.0"),
        ),
        (
            "server-of-another-name",
            good().primary_name("other.example"),
        ),
        (
            "server-with-another-common-name",
            good().common_name("other.example"),
        ),
        (
            "server-with-wildcard-as-common-name",
            good().common_name("*.klinikka.example"),
        ),
        ("server-without-common-name", good().without_common_name()),
        (
            "server-with-common-name-in-capitals",
            good().common_name("KANTA.Klinikka.example"),
        ),
        (
            "server-with-dot-after-common-name",
            good().common_name("kanta.klinikka.example."),
        ),
        ("server-without-alternative-names", good().without_san()),
        (
            "server-with-address-alone",
            good().without_san().ip_address("192.31.196.7"),
        ),
        (
            "server-with-wildcard-as-alternative-name",
            good().without_san().dns_name("*.klinikka.example"),
        ),
        (
            "server-with-alternative-name-in-capitals",
            good().without_san().dns_name("KANTA.klinikka.EXAMPLE"),
        ),
        (
            "server-with-dot-after-alternative-name",
            good().without_san().dns_name("kanta.klinikka.example."),
        ),
        (
            "server-with-name-as-uri",
            good().without_san().uri("kanta.klinikka.example"),
        ),
        (
            "server-with-further-names",
            good()
                .dns_name("vara.klinikka.example")
                .ip_address("192.31.196.7"),
        ),
        (
            "server-with-name-after-others",
            good()
                .without_san()
                .dns_name("a.example")
                .dns_name("kanta.klinikka.example"),
        ),
        (
            "server-of-another-organisation",
            good().organisation("Toinen Oy"),
        ),
        ("server-without-organisation", good().without_organisation()),
        (
            "server-with-organisation-transliterated",
            good().organisation("ESIMERKKIKLINIKKA OY"),
        ),
        (
            "server-of-another-issuer",
            good().issuer("C=US, O=Let's Encrypt, CN=E7"),
        ),
        (
            "server-with-e-mail-address",
            good().email("tuki@klinikka.example"),
        ),
        (
            "server-with-e-mail-in-subject",
            good().subject_attribute("emailAddress", "tuki@klinikka.example"),
        ),
        (
            "server-bare-before-15-9-2023",
            bare(valid("2023-09-14T20:59:59Z", "2024-09-14T20:59:59Z")),
        ),
        (
            "server-bare-from-15-9-2023",
            bare(valid("2023-09-14T21:00:00Z", "2024-09-14T20:59:59Z")),
        ),
        (
            "server-to-end-of-same-date",
            valid("2025-08-31T21:00:00Z", "2026-09-01T20:59:59Z"),
        ),
        (
            "server-a-second-over-a-year",
            valid("2025-08-31T21:00:00Z", "2026-09-01T21:00:00Z"),
        ),
        (
            "server-over-a-leap-day",
            valid("2023-12-31T22:00:00Z", "2024-12-31T22:00:00Z"),
        ),
        (
            "server-from-leap-day-to-1-march",
            valid("2024-02-29T10:00:00Z", "2025-02-28T22:00:00Z"),
        ),
        (
            "server-two-years-before-1-9-2020",
            valid("2020-08-31T20:59:59Z", "2022-08-31T20:59:59Z"),
        ),
        (
            "server-over-two-years-before-1-9-2020",
            valid("2020-08-31T20:59:59Z", "2022-08-31T21:00:00Z"),
        ),
        (
            "server-two-years-from-1-9-2020",
            valid("2020-08-31T21:00:00Z", "2022-08-31T20:59:59Z"),
        ),
        (
            "server-from-noon",
            valid("2025-09-01T09:00:00Z", "2026-08-31T20:59:59Z"),
        ),
        ("server-rsa-3072", good().key(TestKey::Rsa3072)),
        (
            "server-with-address-as-dns-name",
            good().dns_name("192.31.196.7"),
        ),
        (
            "server-with-dns-name-not-ascii",
            good().dns_name("lääkäri.example"),
        ),
        ("server-with-empty-alternative-names", good().empty_san()),
        ("server-with-serial-zero", good().certificate_serial(&[0])),
        (
            "server-with-negative-serial",
            good().certificate_serial(&[0x81, 0x01]),
        ),
        (
            "server-with-serial-of-20-octets",
            good().certificate_serial(&[0x11; 20]),
        ),
        (
            "server-with-serial-of-21-octets",
            good().certificate_serial(&[0x11; 21]),
        ),
        (
            "server-with-extension-twice",
            good().duplicate_extension("2.5.29.15"),
        ),
        (
            "server-with-critical-extension",
            good().extension("1.3.6.1.4.1.99999.1", true, &[5, 0]),
        ),
        ("server-of-version-1", good().version(None)),
        ("server-without-purposes", good().extended_key_usage(&[])),
        ("server-with-trailing-bytes", good().trailing_bytes(&[0])),
        (
            "server-on-record",
            good().certificate_serial(&[0x4f, 0x2a, 0x01]),
        ),
    ]
}

fn signatures() -> Vec<(&'static str, CertificateBuilder)> {
    let good = system_signature_certificate;
    vec![
        ("signature", good()),
        (
            "signature-of-another-issuer",
            good().issuer("C=US, O=Let's Encrypt, CN=E7"),
        ),
        (
            "signature-to-end-of-same-date",
            good().valid("2025-08-31T21:00:00Z", "2027-09-01T20:59:59Z"),
        ),
        (
            "signature-a-second-over-two-years",
            good().valid("2025-08-31T21:00:00Z", "2027-09-01T21:00:00Z"),
        ),
        (
            "signature-without-non-repudiation",
            good().key_usage(&[KeyUsage::DigitalSignature]),
        ),
    ]
}

fn requests() -> Vec<(&'static str, RequestBuilder)> {
    vec![
        ("request", request()),
        ("request-with-false-signature", request().broken_signature()),
        ("request-unsigned", request().without_signing()),
        (
            "request-of-point-2",
            request().with(|it| it.serial_number("1.2.246.10.12345671.10.0.13.2")),
        ),
        ("signature-request", system_signature_request()),
        (
            "signature-request-with-false-signature",
            system_signature_request().broken_signature(),
        ),
    ]
}

/// Every document by its name, in the order of this file.
fn all() -> Vec<(&'static str, String)> {
    let certificates = servers().into_iter().chain(signatures());
    let mut all: Vec<(&str, String)> = certificates.map(|(name, it)| (name, it.pem())).collect();
    all.extend(requests().into_iter().map(|(name, it)| (name, it.pem())));
    let whole = all[0].1.clone();
    let lines: Vec<&str> = whole.lines().collect();
    let cut = [&lines[..4], &lines[lines.len() - 1..]].concat().join("\n");
    all.push(("cut-short", cut + "\n"));
    all.push(("no-pem", "kanta.klinikka.example\n".to_owned()));
    // What an access point presents, and what its path rests on.
    let on_record = |it: CertificateBuilder| it.certificate_serial(&[0x4f, 0x2a, 0x01]);
    let good = chain().quick().with_end_entity(on_record);
    let peer = |change: fn(CertificateBuilder) -> CertificateBuilder| {
        good.clone().with_end_entity(change).end_entity.pem()
    };
    all.push(("trust", good.trust_pem()));
    all.push(("trust-without-ca", good.clone().without_ca().trust_pem()));
    all.push((
        "trust-without-lists",
        good.clone().without_crls().trust_pem(),
    ));
    all.push((
        "trust-that-revokes",
        good.clone()
            .with_crl(|it| it.revoke(&[0x4f, 0x2a, 0x01], "2025-11-01T00:00:00Z", None))
            .trust_pem(),
    ));
    all.push(("peer", peer(|it| it)));
    all.push((
        "peer-not-on-record",
        peer(|it| it.certificate_serial(&[0x4f, 0x2a, 0x02])),
    ));
    all.push((
        "peer-of-point-2",
        peer(|it| it.serial_number("1.2.246.10.12345671.10.0.13.2")),
    ));
    all.push((
        "peer-of-unknown-point",
        peer(|it| it.serial_number("1.2.246.10.99999999.10.0.13.1")),
    ));
    all.push((
        "peer-without-access-point",
        peer(CertificateBuilder::without_serial_number),
    ));
    all.push((
        "peer-with-false-signature",
        peer(CertificateBuilder::broken_signature),
    ));
    all.push((
        "peer-expired",
        peer(|it| it.valid("2024-08-31T21:00:00Z", "2025-08-31T20:59:59Z")),
    ));
    all.push((
        "peer-not-yet-valid",
        peer(|it| it.valid("2025-12-02T00:00:00Z", "2026-08-31T20:59:59Z")),
    ));
    all
}

#[test]
fn the_certificates_of_the_vectors_are_what_this_kit_makes() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/make/certificates.json");
    if !file.exists() && std::env::var_os("KANTA_VECTORS").is_none() {
        // A packaged crate comes without the repository's vectors.
        eprintln!("SKIPPED: {} is absent", file.display());
        return;
    }
    let mut text = "{\n".to_owned();
    for (at, (name, pem)) in all().into_iter().enumerate() {
        let comma = if at == 0 { "" } else { ",\n" };
        write!(text, "{comma}\"{name}\": \"{}\"", pem.replace('\n', "\\n")).unwrap();
    }
    text += "\n}\n";
    if std::env::var_os("KANTA_VECTORS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}
