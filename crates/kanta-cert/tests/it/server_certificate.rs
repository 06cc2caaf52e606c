//! The rows of the server certificate: each with a case that meets it and one that does not, and
//! both sides of its dates and limits.

mod asked;
mod dates;
mod required;

use crate::common::{DAY, certificate, outcome, request, violated, with, words};
use kanta_cert::{CertificateKind, Holder, IssuerList, Profile, Question, kind_of};
use kanta_conformance::{Outcome, OutcomeKind, Why};
use kanta_testkit::{
    CLIENT_AUTH, CertificateBuilder, KeyUsage, SERVER_AUTH, ca, server_certificate,
    system_signature_certificate,
};

const OID: &str = "1.2.246.10.12345671.10.0.13.1";
const NAME: &str = "kanta.klinikka.example";

fn question() -> Question<'static> {
    let holder = Holder {
        administrator: "Esimerkkiklinikka Oy",
        others: &["Toinen Oy"],
    };
    Question::on(DAY)
        .access_point(OID)
        .dns_name(NAME)
        .holder(holder)
}

fn faults(builder: &CertificateBuilder) -> Vec<&'static str> {
    violated(Profile::Server, builder, &question())
}

fn kind_of_outcome(builder: &CertificateBuilder, id: &str) -> OutcomeKind {
    outcome(Profile::Server, builder, &question(), id).kind()
}

const POINT: &str = "connection-models/server-certificate-of-another-point";
const NO_POINT: &str = "connection-models/server-certificate-without-access-point";
const IN_SUBJECT: &str = "connection-models/server-certificate-name-not-in-subject";
const NO_DNS_NAME: &str = "connection-models/server-certificate-name-no-dns-name";
const IN_SAN: &str = "connection-models/server-certificate-name-not-in-alternative-names";
const KIND: &str = "connection-models/server-certificate-of-another-kind";
const ISSUER: &str = "connection-models/server-certificate-of-another-issuer";
const HOLDER: &str = "connection-models/server-certificate-of-someone-else";
const DOMAIN: &str = "dvv-server-certificates/no-domain-name";
const E_MAIL: &str = "dvv-server-certificates/e-mail-address";
const ONE_YEAR: &str = "dvv-server-certificates/valid-longer-than-one-year";
const TWO_YEARS: &str = "dvv-server-certificates/valid-longer-than-two-years";
const USAGE: &str = "observed-certificates/server-key-usage";
const POLICY: &str = "observed-certificates/server-policy";

#[test]
fn the_good_certificate_has_no_fault_and_leaves_nothing_open() {
    assert_eq!(faults(&server_certificate()), [""; 0]);
    let open = with(
        OutcomeKind::Undetermined,
        Profile::Server,
        &server_certificate(),
        &question(),
    );
    assert_eq!(open, [""; 0]);
    let asked_nothing = Question::on(DAY);
    assert_eq!(
        violated(Profile::Server, &server_certificate(), &asked_nothing),
        [""; 0]
    );
}

#[test]
fn each_step_away_from_the_good_one_breaks_what_it_should_and_nothing_else() {
    let good = server_certificate;
    for (what, builder, expected) in [
        (
            "another access point",
            good().serial_number("1.2.246.10.12345671.10.0.13.2"),
            &[POINT][..],
        ),
        ("no serialNumber", good().without_serial_number(), &[POINT]),
        ("a business ID", good().serial_number("1234567-1"), &[POINT]),
        (
            "a leading zero",
            good().serial_number("1.2.246.10.12345671.10.0.13.01"),
            &[POINT],
        ),
        (
            "the owner's OID",
            good().serial_number("1.2.246.10.12345671.10.0"),
            &[POINT],
        ),
        (
            "another name",
            good().primary_name("other.example"),
            &[IN_SUBJECT, IN_SAN],
        ),
        (
            "another common name",
            good().common_name("other.example"),
            &[IN_SUBJECT],
        ),
        (
            "a wildcard",
            good().common_name("*.klinikka.example"),
            &[IN_SUBJECT],
        ),
        (
            "no common name",
            good().without_common_name(),
            &[IN_SUBJECT],
        ),
        ("no alternative name", good().without_san(), &[IN_SAN]),
        (
            "only an address in the alternative name",
            good().without_san().ip_address("192.31.196.7"),
            &[IN_SAN],
        ),
        (
            "a wildcard in the alternative name",
            good().without_san().dns_name("*.klinikka.example"),
            &[IN_SAN],
        ),
        (
            "the name as a URI",
            good().without_san().uri("kanta.klinikka.example"),
            &[IN_SAN],
        ),
        (
            "someone else's",
            good().organisation("Toinen Oy"),
            &[HOLDER],
        ),
        ("nobody's", good().without_organisation(), &[HOLDER]),
        (
            "an e-mail address",
            good().email("tuki@klinikka.example"),
            &[E_MAIL],
        ),
        (
            "an e-mail address in the subject",
            good().subject_attribute("emailAddress", "tuki@klinikka.example"),
            &[E_MAIL],
        ),
        (
            "another issuer",
            good().issuer("C=US, O=Let's Encrypt, CN=E7"),
            &[ISSUER],
        ),
        (
            "no server purpose",
            good().extended_key_usage(&[CLIENT_AUTH]),
            &[USAGE],
        ),
        ("no purposes", good().without_extended_key_usage(), &[USAGE]),
        (
            "no policies",
            good().without_extension("2.5.29.32"),
            &[POLICY],
        ),
    ] {
        assert_eq!(faults(&builder), expected, "{what}");
    }
}

#[test]
fn what_may_stand_there_besides_is_no_fault() {
    let good = server_certificate;
    for (what, builder) in [
        (
            "further names",
            good()
                .dns_name("vara.klinikka.example")
                .dns_name("x.example"),
        ),
        (
            "addresses",
            good().ip_address("192.31.196.7").ip_address("2001:db8::7"),
        ),
        (
            "the name after others",
            good().without_san().dns_name("a.example").dns_name(NAME),
        ),
        (
            "letter case in the alternative name",
            good().without_san().dns_name("KANTA.klinikka.EXAMPLE"),
        ),
        (
            "letter case in the common name",
            good().common_name("Kanta.Klinikka.example"),
        ),
        (
            "transliteration",
            good().organisation("ESIMERKKIKLINIKKA  oy"),
        ),
        (
            "key agreement, until 2024",
            good().key_usage(&[KeyUsage::DigitalSignature, KeyUsage::KeyAgreement]),
        ),
        ("basic constraints", good().basic_constraints(false, None)),
        ("an OU", good().subject_attribute("OU", "Kanta")),
        (
            "the purposes turned round",
            good().extended_key_usage(&[SERVER_AUTH, CLIENT_AUTH]),
        ),
    ] {
        assert_eq!(faults(&builder), [""; 0], "{what}");
    }
}

#[test]
fn what_the_guide_does_not_say_is_left_open() {
    let good = server_certificate;
    for (what, builder, id) in [
        (
            "a trailing dot",
            good().common_name("kanta.klinikka.example."),
            IN_SUBJECT,
        ),
        (
            "a trailing dot among the names",
            good().without_san().dns_name("kanta.klinikka.example."),
            IN_SAN,
        ),
        (
            "another form of the holder's name",
            good().organisation("Esimerkkiklinikka"),
            HOLDER,
        ),
    ] {
        let found = outcome(Profile::Server, &builder, &question(), id);
        assert!(
            matches!(found, Outcome::Undetermined(Why::GuideSilent(_))),
            "{what}: {found:?}"
        );
    }
    let international = question().dns_name("lääkäri.example");
    let builder = good().primary_name("xn--lkri-5qaaa.example");
    for id in [IN_SUBJECT, IN_SAN] {
        let found = outcome(Profile::Server, &builder, &international, id);
        assert!(
            matches!(found, Outcome::Undetermined(Why::GuideSilent(_))),
            "{id}: {found:?}"
        );
    }
}

#[test]
fn the_organisation_may_be_transliterated() {
    let asked = Question::on(DAY).holder(Holder {
        administrator: "Hämeen Lääkäriasema Öy",
        others: &[],
    });
    let builder = server_certificate().organisation("Hameen Laakariasema Oy");
    assert_eq!(
        outcome(Profile::Server, &builder, &asked, HOLDER),
        Outcome::Satisfied
    );
}

#[test]
fn what_is_found_and_required_is_told_in_values() {
    let told = |builder: &CertificateBuilder, id| {
        words(&outcome(Profile::Server, builder, &question(), id))
    };
    let builder = server_certificate().serial_number("1.2.246.10.12345671.10.0.13.2");
    assert_eq!(
        told(&builder, POINT),
        (
            "`1.2.246.10.12345671.10.0.13.2`".into(),
            "`1.2.246.10.12345671.10.0.13.1`".into()
        )
    );
    let builder = server_certificate().without_serial_number();
    assert_eq!(told(&builder, POINT).0, "nothing");
    let builder = server_certificate()
        .without_san()
        .ip_address("192.31.196.7");
    assert_eq!(
        told(&builder, IN_SAN),
        ("192.31.196.7".into(), "`kanta.klinikka.example`".into())
    );
    let builder = server_certificate().common_name("a\u{1b}[2Jb");
    assert_eq!(told(&builder, IN_SUBJECT).0, "`a\\u{1b}[2Jb`");
}

#[test]
fn mix_ups_are_named_for_what_they_are() {
    let general = "C=FI, O=Digi- ja vaestotietovirasto CA, OU=Palveluvarmenteet, \
                   CN=DVV Service Certificates - G5E";
    let good = server_certificate;
    for (builder, kind, faults) in [
        (good(), CertificateKind::Server, &[][..]),
        (
            system_signature_certificate(),
            CertificateKind::SystemSignature,
            &[KIND],
        ),
        (ca(), CertificateKind::Ca, &[KIND]),
        (
            good()
                .subject_attribute("SN", "Esimerkki")
                .subject_attribute("GN", "Erkki"),
            CertificateKind::Person,
            &[KIND],
        ),
        (
            good().subject_attribute("pseudonym", "123456"),
            CertificateKind::Person,
            &[KIND],
        ),
        (
            good().issuer(general),
            CertificateKind::GeneralServer,
            &[ISSUER],
        ),
        (
            good().issuer(general).serial_number("FI/12345/GOV"),
            CertificateKind::XRoad,
            &[ISSUER],
        ),
        (
            system_signature_certificate().issuer(general),
            CertificateKind::GeneralSignature,
            &[KIND, ISSUER],
        ),
        (
            good().issuer("C=US, O=Let's Encrypt, CN=E7"),
            CertificateKind::ForeignServer,
            &[ISSUER],
        ),
        // As DVV issued them by mistake in December 2024.
        (
            good()
                .issuer(general)
                .policies(&["0.4.0.2042.1.7", "1.2.246.517.1.10.355.1"])
                .serial_number("0245437-2")
                .without_san(),
            CertificateKind::Crossed,
            &[ISSUER],
        ),
        (
            good()
                .issuer(general)
                .policies(&["0.4.0.2042.1.7", "1.2.246.517.1.10.355.2"])
                .key_usage(&[KeyUsage::DigitalSignature, KeyUsage::NonRepudiation]),
            CertificateKind::Crossed,
            &[ISSUER],
        ),
    ] {
        assert_eq!(
            kind_of(&certificate(&builder), IssuerList::built_in()),
            kind
        );
        let found = violated(Profile::Server, &builder, &question());
        let own: Vec<&str> = found
            .into_iter()
            .filter(|id| [KIND, ISSUER].contains(id))
            .collect();
        assert_eq!(own, faults, "{kind:?}");
    }
    let crossed = good()
        .policies(&["1.2.246.517.1.10.358.2"])
        .key_usage(&[KeyUsage::DigitalSignature, KeyUsage::NonRepudiation]);
    let found = faults_with_notes(&crossed);
    assert!(
        found.contains(&"observed-certificates/profiles-crossed"),
        "{found:?}"
    );
}

fn faults_with_notes(builder: &CertificateBuilder) -> Vec<&'static str> {
    violated(Profile::Server, builder, &question())
}

#[test]
fn an_unknown_ca_of_the_branch_is_left_open_and_a_known_one_is_found_in_any_spelling() {
    let unknown = "C=FI, O=Digi- ja vaestotietovirasto CA, \
                   OU=Sosiaali- ja terveydenhuollon palveluvarmenteet, CN=DVV Something New - G4E";
    let builder = server_certificate().issuer(unknown);
    let found = outcome(Profile::Server, &builder, &question(), ISSUER);
    assert!(
        matches!(found, Outcome::Undetermined(Why::EvidenceOutside(_))),
        "{found:?}"
    );

    let other_case = "C=FI, O=DIGI- JA VAESTOTIETOVIRASTO CA, OU=x, \
                      CN=dvv social welfare and  healthcare service certificates - g3e";
    let builder = server_certificate().issuer(other_case);
    assert_eq!(
        outcome(Profile::Server, &builder, &question(), ISSUER),
        Outcome::Satisfied
    );

    let own = IssuerList::parse("x\nsote;production;Me;My CA;;\n").unwrap();
    let asked = question().issuers(&own);
    let builder = server_certificate().issuer("O=Me, CN=My CA");
    assert_eq!(
        outcome(Profile::Server, &builder, &asked, ISSUER),
        Outcome::Satisfied
    );
}

#[test]
fn a_request_is_held_against_the_same_rows_before_it_is_ordered() {
    let faults = |builder: &kanta_testkit::RequestBuilder| -> Vec<&'static str> {
        Profile::Server
            .outcomes(&request(builder), &question())
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
    assert_eq!(faults(&kanta_testkit::request()), [""; 0]);
    let wrong = kanta_testkit::request().with(|content| {
        content
            .serial_number("1.2.246.10.12345671.10.0.13.2")
            .without_san()
    });
    assert_eq!(faults(&wrong), [POINT, IN_SAN]);
    let e_mail = kanta_testkit::request().with(|content| content.email("a@b.example"));
    assert_eq!(faults(&e_mail), [E_MAIL]);
    // A request without extensions lacks the alternative name and nothing else: the kind is
    // decided by the order.
    assert_eq!(
        faults(&kanta_testkit::request().without_extensions()),
        [IN_SAN]
    );
    let signature = kanta_testkit::system_signature_request();
    assert!(faults(&signature).contains(&KIND));
}
