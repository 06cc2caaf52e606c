//! The rows of the system signature certificate, each with a case that meets it and one that does
//! not.

use crate::common::{DAY, certificate, outcome, request, violated, with, words};
use kanta_cert::{CertificateKind, Environment, IssuerList, Profile, Question, kind_of};
use kanta_conformance::OutcomeKind;
use kanta_testkit::{
    CLIENT_AUTH, CertificateBuilder, KeyUsage, SERVER_AUTH, ca, server_certificate,
    system_signature_certificate, system_signature_request,
};

const KIND: &str = "connection-models/signature-certificate-of-another-kind";
const ISSUER: &str = "connection-models/signature-certificate-of-another-issuer";
const TWO_YEARS: &str = "dvv-service-certificates/signature-valid-longer-than-two-years";
const USAGE: &str = "observed-certificates/signature-key-usage";
const NAME: &str = "observed-certificates/signature-name-is-dns-name";
const SERIAL: &str = "observed-certificates/signature-without-serial-number";
const POLICY: &str = "observed-certificates/signature-policy";
const CROSSED: &str = "observed-certificates/profiles-crossed";

fn faults(builder: &CertificateBuilder) -> Vec<&'static str> {
    let question = Question::on(DAY).environment(Environment::Production);
    violated(Profile::SystemSignature, builder, &question)
}

#[test]
fn the_good_certificate_has_no_fault_and_leaves_nothing_open() {
    let good = system_signature_certificate();
    assert_eq!(faults(&good), [""; 0]);
    let open = with(
        OutcomeKind::Undetermined,
        Profile::SystemSignature,
        &good,
        &Question::on(DAY),
    );
    assert_eq!(open, [""; 0]);
}

#[test]
fn each_step_away_from_the_good_one_breaks_what_it_should_and_nothing_else() {
    use KeyUsage::{DigitalSignature, KeyEncipherment, NonRepudiation};
    let good = system_signature_certificate;
    for (what, builder, expected) in [
        (
            "no non-repudiation",
            good().key_usage(&[DigitalSignature, KeyEncipherment]),
            &[USAGE][..],
        ),
        (
            "no digital signature",
            good().key_usage(&[NonRepudiation]),
            &[USAGE],
        ),
        (
            "no key usage",
            good().without_extension("2.5.29.15"),
            &[USAGE],
        ),
        (
            "a DNS name",
            good().common_name("kanta.klinikka.example"),
            &[NAME],
        ),
        ("no common name", good().without_common_name(), &[NAME]),
        ("no serialNumber", good().without_serial_number(), &[SERIAL]),
        (
            "a business ID",
            good().serial_number("1234567-1"),
            &[SERIAL],
        ),
        (
            "no policies",
            good().without_extension("2.5.29.32"),
            &[POLICY],
        ),
        (
            "another issuer",
            good().issuer("C=US, O=Let's Encrypt, CN=E7"),
            &[ISSUER],
        ),
        (
            "a server's purpose",
            good().extended_key_usage(&[SERVER_AUTH]),
            &[USAGE, CROSSED],
        ),
    ] {
        assert_eq!(faults(&builder), expected, "{what}");
    }
}

#[test]
fn what_was_seen_in_real_ones_is_no_fault() {
    let good = system_signature_certificate;
    for (what, builder) in [
        ("an e-mail address", good().email("tuki@klinikka.example")),
        (
            "purposes of other kinds",
            good().extended_key_usage(&["1.3.6.1.4.1.1847.2021.1.1"]),
        ),
        (
            "the purpose of a client",
            good().extended_key_usage(&[CLIENT_AUTH]),
        ),
        (
            "an OID outside node 13",
            good().serial_number("1.2.246.556.12.21.2"),
        ),
        (
            "the policy of the first generation",
            good().policies(&["1.2.246.517.1.10.10.2"]),
        ),
        ("basic constraints", good().basic_constraints(false, None)),
        (
            "an underscore in the name",
            good().common_name("Todistuspalvelu_testi"),
        ),
    ] {
        assert_eq!(faults(&builder), [""; 0], "{what}");
    }
}

#[test]
fn a_server_certificate_is_refused_as_the_wrong_kind() {
    for (builder, kind) in [
        (server_certificate(), CertificateKind::Server),
        (ca(), CertificateKind::Ca),
    ] {
        assert_eq!(
            kind_of(&certificate(&builder), IssuerList::built_in()),
            kind
        );
        let question = Question::on(DAY);
        let found = outcome(Profile::SystemSignature, &builder, &question, KIND);
        let (found, required) = words(&found);
        assert_eq!(found, kind.name().en);
        assert_eq!(
            required,
            "a system signature certificate for social welfare and health care"
        );
    }
}

#[test]
fn two_years_are_counted_by_the_finnish_calendar() {
    let kind = |from, to| {
        let builder = system_signature_certificate().valid(from, to);
        outcome(
            Profile::SystemSignature,
            &builder,
            &Question::on(DAY),
            TWO_YEARS,
        )
        .kind()
    };
    // As DVV issues them: from the moment of issue to the end of the same date.
    let dvv = kind("2023-12-12T08:55:54Z", "2025-12-12T21:59:59Z");
    assert_eq!(dvv, OutcomeKind::Satisfied);
    assert_eq!(
        kind("2023-12-12T08:55:54Z", "2025-12-12T22:00:00Z"),
        OutcomeKind::Violated
    );
    assert_eq!(
        kind("2024-02-29T10:00:00Z", "2026-02-28T21:59:59Z"),
        OutcomeKind::Satisfied
    );
    assert_eq!(
        kind("2024-02-29T10:00:00Z", "2026-02-28T22:00:00Z"),
        OutcomeKind::Violated
    );
    // Before the oldest certificate of that length that was seen, nothing is known.
    assert_eq!(
        kind("2021-06-07T20:59:59Z", "2031-06-07T20:59:59Z"),
        OutcomeKind::Undetermined
    );
    assert_eq!(
        kind("2021-06-07T21:00:00Z", "2031-06-07T20:59:59Z"),
        OutcomeKind::Violated
    );
}

#[test]
fn a_request_is_held_against_the_same_rows() {
    let open = |builder: &kanta_testkit::RequestBuilder| -> Vec<&'static str> {
        Profile::SystemSignature
            .outcomes(&request(builder), &Question::on(DAY))
            .into_iter()
            .filter(|(_, outcome)| {
                matches!(
                    outcome.kind(),
                    OutcomeKind::Violated | OutcomeKind::Undetermined
                )
            })
            .map(|(requirement, _)| requirement.id())
            // Not verified in a build without the feature.
            .filter(|id| cfg!(feature = "_path") || *id != "rfc-2986/signature-false")
            .collect()
    };
    assert_eq!(open(&system_signature_request()), [""; 0]);
    assert_eq!(open(&kanta_testkit::request()), [KIND, USAGE, NAME]);
    assert_eq!(
        open(&system_signature_request().without_extensions()),
        [""; 0]
    );
}
