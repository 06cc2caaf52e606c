//! What makes a signature certificate, and what the four certificates had that DVV crossed.

use crate::common::{DAY, certificate, outcome};
use kanta_cert::{CertificateKind, IssuerList, Profile, Question, kind_of};
use kanta_conformance::OutcomeKind;
use kanta_testkit::{
    CLIENT_AUTH, CertificateBuilder, KeyUsage, SERVER_AUTH, server_certificate,
    system_signature_certificate,
};

const CROSSED: &str = "observed-certificates/profiles-crossed";
const KIND: &str = "connection-models/signature-certificate-of-another-kind";

fn kind(builder: &CertificateBuilder) -> CertificateKind {
    kind_of(&certificate(builder), IssuerList::built_in())
}

fn signature() -> CertificateBuilder {
    system_signature_certificate()
}

#[test]
fn alternative_names_do_not_make_a_signature_certificate_a_servers() {
    let name = "jarjestelma.klinikka.example";
    let address = "192.31.196.7";
    for (words, builder) in [
        ("one DNS name", signature().dns_name(name)),
        ("an address", signature().ip_address(address)),
        (
            "a DNS name in both places",
            signature().common_name(name).dns_name(name),
        ),
        // As DVV's general service has issued since January 2025.
        (
            "a business ID",
            signature().serial_number("1234567-1").dns_name(name),
        ),
        (
            "the purpose of a client",
            signature()
                .extended_key_usage(&[CLIENT_AUTH])
                .dns_name(name),
        ),
        ("no policies", signature().policies(&[]).dns_name(name)),
        (
            "the policy alone",
            signature()
                .key_usage(&[KeyUsage::DigitalSignature])
                .dns_name(name),
        ),
        (
            "no serialNumber and no names",
            signature().without_serial_number(),
        ),
    ] {
        assert_eq!(kind(&builder), CertificateKind::SystemSignature, "{words}");
        let question = Question::on(DAY);
        for id in [CROSSED, KIND] {
            let found = outcome(Profile::SystemSignature, &builder, &question, id);
            assert_eq!(found.kind(), OutcomeKind::Satisfied, "{words}: {id}");
        }
    }
}

#[test]
fn the_crossed_profiles_of_december_2024_are_told() {
    use KeyUsage::{DigitalSignature, NonRepudiation};
    let server = server_certificate;
    for (words, builder) in [
        // A server's policy and purpose, a business ID, and no alternative name.
        (
            "bare server",
            server().serial_number("1234567-1").without_san(),
        ),
        // A signature's policy and usage, an alternative name, and no serialNumber.
        (
            "named signature",
            signature()
                .without_serial_number()
                .dns_name("a.klinikka.example"),
        ),
        (
            "signature for servers",
            signature().extended_key_usage(&[CLIENT_AUTH, SERVER_AUTH]),
        ),
        (
            "server that signs",
            server().key_usage(&[DigitalSignature, NonRepudiation]),
        ),
        (
            "both policies",
            server().policies(&["1.2.246.517.1.10.358.1", "1.2.246.517.1.10.358.2"]),
        ),
    ] {
        assert_eq!(kind(&builder), CertificateKind::Crossed, "{words}");
        for &profile in Profile::ALL {
            let found = outcome(profile, &builder, &Question::on(DAY), CROSSED);
            assert_eq!(found.kind(), OutcomeKind::Violated, "{words}");
        }
    }
}

#[test]
fn what_no_policy_of_dvv_explains_is_not_taken_for_crossed() {
    use KeyUsage::{DigitalSignature, NonRepudiation};
    let both = server_certificate()
        .policies(&[])
        .key_usage(&[DigitalSignature, NonRepudiation]);
    assert_eq!(kind(&both), CertificateKind::Unknown);
    let found = outcome(Profile::Server, &both, &Question::on(DAY), CROSSED);
    assert_eq!(found.kind(), OutcomeKind::Satisfied);
    // A server's by its name only.
    let named = server_certificate()
        .policies(&[])
        .extended_key_usage(&[CLIENT_AUTH]);
    assert_eq!(kind(&named), CertificateKind::Server);
}
