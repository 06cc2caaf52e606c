//! Real certificates of DVV, which stay outside the repository: read, named rightly, and a genuine
//! one inside its validity never fails its own profile.
//!
//! They are looked for in the folder that `KANTA_SAMPLE_CERTIFICATES` names, else beside the
//! repository. Where they are absent, the tests say so and pass.

use std::path::PathBuf;

use kanta_cert::{
    Certificate, CertificateKind, Environment, IssuerList, Key, Profile, Question, kind_of,
};
use kanta_conformance::{Date, Level, OutcomeKind};

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("KANTA_SAMPLE_CERTIFICATES").map(PathBuf::from);
    let beside =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples/certificates");
    let folder = named.unwrap_or(beside);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: no sample certificates in {}", folder.display());
    None
}

fn read(name: &str) -> Option<Certificate> {
    let bytes = std::fs::read(folder()?.join(name)).expect(name);
    Some(Certificate::from_pem_or_der(&bytes).unwrap_or_else(|error| panic!("{name}: {error}")))
}

const KINDS: [(&str, CertificateKind, Key); 13] = [
    ("ca-service-g5e.pem", CertificateKind::Ca, Key::P384),
    ("ca-sote-g3e.pem", CertificateKind::Ca, Key::P384),
    (
        "ca-sote-g3r.pem",
        CertificateKind::Ca,
        Key::Rsa { bits: 4096 },
    ),
    (
        "ca-sote-vrk-g2.pem",
        CertificateKind::Ca,
        Key::Rsa { bits: 4096 },
    ),
    (
        "ca-sote-vrk-gen1.pem",
        CertificateKind::Ca,
        Key::Rsa { bits: 4096 },
    ),
    ("root-dvv-g3-ecc.pem", CertificateKind::Ca, Key::P384),
    (
        "root-vrk-g2.pem",
        CertificateKind::Ca,
        Key::Rsa { bits: 4096 },
    ),
    (
        "service-server-g5e-2025-11.pem",
        CertificateKind::GeneralServer,
        Key::P256,
    ),
    (
        "service-signature-g5e-2025-11.pem",
        CertificateKind::GeneralSignature,
        Key::P256,
    ),
    (
        "service-test-server-rsa2048-2017.pem",
        CertificateKind::GeneralServer,
        Key::Rsa { bits: 2048 },
    ),
    (
        "sote-system-signature-g3e-2022-06.pem",
        CertificateKind::SystemSignature,
        Key::P256,
    ),
    (
        "sote-system-signature-g3e-2023-12.pem",
        CertificateKind::SystemSignature,
        Key::P256,
    ),
    (
        "sote-system-signature-gen1-2021-06.pem",
        CertificateKind::SystemSignature,
        Key::P256,
    ),
];

#[test]
fn every_sample_is_read_without_oddity_and_named_rightly() {
    let Some(folder) = folder() else { return };
    for (name, kind, key) in KINDS {
        let Some(certificate) = read(name) else {
            return;
        };
        assert_eq!(
            kind_of(&certificate, IssuerList::built_in()),
            kind,
            "{name}"
        );
        assert_eq!(certificate.key(), key, "{name}");
        assert_eq!(certificate.oddities(), [], "{name}");
    }
    let pem = |entry: &std::fs::DirEntry| entry.path().extension().is_some_and(|ext| ext == "pem");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .filter(|entry| pem(entry.as_ref().unwrap()));
    assert_eq!(
        files.count(),
        KINDS.len(),
        "a sample that this test does not know"
    );
}

#[test]
fn a_genuine_signature_certificate_never_fails_its_profile_inside_its_validity() {
    for (name, kind, _) in KINDS
        .into_iter()
        .filter(|(_, kind, _)| *kind == CertificateKind::SystemSignature)
    {
        let Some(certificate) = read(name) else {
            return;
        };
        assert_eq!(
            Profile::of(&certificate),
            Profile::SystemSignature,
            "{kind:?}"
        );
        let validity = certificate.validity();
        let first = validity.not_before.finnish_day().plus_days(1);
        let last = validity.not_after.finnish_day();
        let mut day = first;
        while day <= last {
            let question = Question::on(day).environment(Environment::Production);
            for (requirement, outcome) in Profile::SystemSignature.outcomes(&certificate, &question)
            {
                assert!(
                    outcome.kind() != OutcomeKind::Violated || requirement.level() == Level::Note,
                    "{name} on {day}: {} {outcome:?}",
                    requirement.id()
                );
            }
            day = day.plus_days(30);
        }
    }
}

#[test]
fn what_was_observed_in_them_holds_for_them() {
    for name in [
        "sote-system-signature-g3e-2022-06.pem",
        "sote-system-signature-g3e-2023-12.pem",
        "sote-system-signature-gen1-2021-06.pem",
    ] {
        let Some(certificate) = read(name) else {
            return;
        };
        let question = Question::on(certificate.validity().not_before.finnish_day().plus_days(9));
        for (requirement, outcome) in Profile::SystemSignature.outcomes(&certificate, &question) {
            if requirement.level() == Level::Note {
                assert_ne!(
                    outcome.kind(),
                    OutcomeKind::Violated,
                    "{name}: {}",
                    requirement.id()
                );
            }
        }
    }
}

#[test]
fn the_general_service_is_not_the_one_that_kanta_asks_for() {
    let Some(certificate) = read("service-server-g5e-2025-11.pem") else {
        return;
    };
    let question = Question::on(Date::constant(2026, 1, 15));
    let failed: Vec<&str> = Profile::Server
        .outcomes(&certificate, &question)
        .into_iter()
        .filter(|(_, outcome)| outcome.kind() == OutcomeKind::Violated)
        .map(|(requirement, _)| requirement.id())
        .collect();
    assert_eq!(
        failed,
        [
            "connection-models/server-certificate-of-another-issuer",
            "connection-models/server-certificate-without-access-point",
        ]
    );
}

#[test]
fn fields_are_what_openssl_prints() {
    let Some(certificate) = read("sote-system-signature-gen1-2021-06.pem") else {
        return;
    };
    assert_eq!(
        certificate.subject().to_string(),
        "C=FI, ST=Finland, L=Helsinki, O=Kansanelakelaitos, OU=Kanta, \
         serialNumber=1.2.246.556.12002.21.10000, CN=Todistuspalvelu_testi"
    );
    assert_eq!(
        certificate.issuer().to_string(),
        "C=FI, O=Vaestorekisterikeskus CA, OU=Sosiaali- ja terveydenhuollon palveluvarmenteet, \
         CN=VRK CA for Social Welfare and Health Care Service Providers"
    );
    assert_eq!(certificate.certificate_serial(), [0x1e, 0x12, 0x0f, 0xe1]);
    assert_eq!(
        certificate.validity().not_before.to_string(),
        "2021-06-08T06:00:00Z"
    );
    assert_eq!(
        certificate.validity().not_after.to_string(),
        "2023-06-08T20:59:59Z"
    );
    let policies: Vec<String> = certificate.policies().map(|oid| oid.to_string()).collect();
    assert_eq!(policies, ["0.4.0.2042.1.7", "1.2.246.517.1.10.10.2"]);
    let crl: Vec<&str> = certificate.crl_uris().collect();
    assert_eq!(crl, ["http://proxy.fineid.fi/crl/vrkshspc.crl"]);
    let authority: Vec<&str> = certificate.authority_uris().collect();
    assert_eq!(
        authority,
        [
            "http://proxy.fineid.fi/ca/vrkshsp.crt",
            "http://ocsp.fineid.fi/vrkshsp"
        ]
    );
}
