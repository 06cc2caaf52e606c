//! What makes a certificate one of its kind, and what the four certificates had that DVV crossed.

use crate::common::{DAY, certificate, outcome, request};
use kanta_cert::{CertificateKind, IssuerList, Profile, Question, kind_of};
use kanta_conformance::{Outcome, OutcomeKind, Why};
use kanta_testkit::{
    CLIENT_AUTH, CertificateBuilder, KeyUsage, SERVER_AUTH, ca, request_for, server_certificate,
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

#[test]
fn a_ca_is_told_by_its_constraints_or_its_key_usage() {
    use KeyUsage::{CrlSign, DigitalSignature, KeyCertSign};
    for (words, builder, is_ca) in [
        (
            "constraints alone",
            server_certificate().basic_constraints(true, None),
            true,
        ),
        (
            "key usage alone",
            server_certificate().key_usage(&[DigitalSignature, KeyCertSign]),
            true,
        ),
        (
            "both",
            server_certificate()
                .basic_constraints(true, None)
                .key_usage(&[KeyCertSign]),
            true,
        ),
        (
            "neither",
            server_certificate()
                .basic_constraints(false, None)
                .key_usage(&[DigitalSignature, CrlSign]),
            false,
        ),
    ] {
        assert_eq!(kind(&builder) == CertificateKind::Ca, is_ca, "{words}");
    }
}

#[test]
fn a_person_is_told_by_both_names_or_by_a_pseudonym() {
    for (attributes, is_person) in [
        (&["SN"][..], false),
        (&["GN"], false),
        (&["SN", "GN"], true),
        (&["pseudonym"], true),
    ] {
        let builder = attributes.iter().fold(server_certificate(), |it, kind| {
            it.subject_attribute(kind, "X")
        });
        let found = kind(&builder) == CertificateKind::Person;
        assert_eq!(found, is_person, "{attributes:?}");
    }
}

/// A server's key usage with nothing that says what the key is for.
fn without_a_purpose() -> CertificateBuilder {
    server_certificate()
        .policies(&[])
        .without_extended_key_usage()
        .without_san()
        .serial_number("1234567-1")
}

#[test]
fn where_nothing_else_says_it_a_name_or_an_access_point_makes_a_servers() {
    let bare = without_a_purpose;
    for (words, builder, expected) in [
        (
            "a DNS name",
            bare().dns_name("kanta.klinikka.example"),
            CertificateKind::Server,
        ),
        (
            "an address",
            bare().ip_address("192.31.196.7"),
            CertificateKind::Server,
        ),
        (
            "an access point",
            bare().serial_number("1.2.246.10.12345671.10.0.13.1"),
            CertificateKind::Server,
        ),
        (
            "an OID of another kind",
            bare().serial_number("1.2.246.10.12345671.10.0"),
            CertificateKind::Unknown,
        ),
        (
            "an e-mail address",
            bare().email("tuki@klinikka.example"),
            CertificateKind::Unknown,
        ),
        ("none of them", bare(), CertificateKind::Unknown),
    ] {
        assert_eq!(kind(&builder), expected, "{words}");
    }
}

#[test]
fn a_certificate_of_unknown_purpose_is_left_open_and_a_request_is_not_asked() {
    let server_kind = "connection-models/server-certificate-of-another-kind";
    for (profile, id) in [
        (Profile::Server, server_kind),
        (Profile::SystemSignature, KIND),
    ] {
        let question = Question::on(DAY);
        let found = outcome(profile, &without_a_purpose(), &question, id);
        assert!(
            matches!(found, Outcome::Undetermined(Why::EvidenceOutside(_))),
            "{id}: {found:?}"
        );
        let request = request(&request_for(without_a_purpose()));
        let outcomes = profile.outcomes(&request, &question);
        let (_, found) = outcomes.iter().find(|(row, _)| row.id() == id).unwrap();
        assert_eq!(*found, Outcome::NotApplicable, "{id}");
    }
}

#[test]
fn the_profile_is_the_one_that_a_certificate_or_request_is_meant_for() {
    for (builder, expected) in [
        (server_certificate(), Profile::Server),
        (signature(), Profile::SystemSignature),
        (ca(), Profile::Server),
        (without_a_purpose(), Profile::Server),
    ] {
        assert_eq!(Profile::of(&certificate(&builder)), expected);
        if expected == Profile::SystemSignature {
            let request = request(&request_for(builder));
            assert_eq!(Profile::of(&request), expected);
        }
    }
}

#[test]
fn the_unit_of_a_ca_in_no_list_tells_what_its_certificates_are_for() {
    for (unit, server, signs) in [
        (
            "Palveluvarmenteet",
            CertificateKind::GeneralServer,
            CertificateKind::GeneralSignature,
        ),
        (
            "Testipalveluvarmenteet",
            CertificateKind::GeneralServer,
            CertificateKind::GeneralSignature,
        ),
        (
            "Sosiaali- ja terveydenhuollon palveluvarmenteet",
            CertificateKind::Server,
            CertificateKind::SystemSignature,
        ),
        (
            "Muut varmenteet",
            CertificateKind::Unknown,
            CertificateKind::Unknown,
        ),
    ] {
        let issuer = format!("O=Digi- ja vaestotietovirasto CA, OU={unit}, CN=DVV New CA - G9E");
        assert_eq!(
            kind(&server_certificate().issuer(&issuer)),
            server,
            "{unit}"
        );
        assert_eq!(kind(&signature().issuer(&issuer)), signs, "{unit}");
    }
}

#[test]
fn only_a_business_id_and_only_policy_and_usage_together_make_crossed_profiles() {
    // A server's policy without alternative names.
    for serial in [
        "12345671",
        "1234567-12",
        "klinikka1",
        "123456-71",
        "1234567-x",
    ] {
        let builder = server_certificate().serial_number(serial).without_san();
        assert_eq!(kind(&builder), CertificateKind::Server, "{serial}");
    }
    // A signature's policy or usage with an alternative name and no serialNumber.
    let named = || {
        signature()
            .without_serial_number()
            .dns_name("a.klinikka.example")
    };
    for (words, builder) in [
        (
            "the policy alone",
            named().key_usage(&[KeyUsage::DigitalSignature]),
        ),
        ("the usage alone", named().policies(&[])),
    ] {
        assert_eq!(kind(&builder), CertificateKind::SystemSignature, "{words}");
    }
}
