//! Attributes that stand in a subject more than once, blanks around an OID, and what is no DNS name.

use crate::common::{DAY, outcome, violated, words};
use kanta_cert::{Certificate, Holder, Profile, Question, shared_access_points};
use kanta_conformance::{Language, Outcome, OutcomeKind};
use kanta_testkit::{CertificateBuilder, server_certificate, system_signature_certificate};

const OID: &str = "1.2.246.10.12345671.10.0.13.1";
const OTHER_OID: &str = "1.2.246.10.12345671.10.0.13.2";
const NAME: &str = "kanta.klinikka.example";

const POINT: &str = "connection-models/server-certificate-of-another-point";
const NO_POINT: &str = "connection-models/server-certificate-without-access-point";
const IN_SUBJECT: &str = "connection-models/server-certificate-name-not-in-subject";
const NO_DNS_NAME: &str = "connection-models/server-certificate-name-no-dns-name";
const IN_SAN: &str = "connection-models/server-certificate-name-not-in-alternative-names";
const HOLDER: &str = "connection-models/server-certificate-of-someone-else";
const SIGNATURE_SERIAL: &str = "observed-certificates/signature-without-serial-number";
const DNS_IS_NONE: &str = "rfc-5280/dns-name-is-none";

/// The good server certificate with these attributes instead of its own.
fn subject(attributes: &str) -> CertificateBuilder {
    server_certificate().subject(&format!("C=FI, {attributes}"))
}

fn asked() -> Question<'static> {
    Question::on(DAY).access_point(OID).dns_name(NAME)
}

fn kind(builder: &CertificateBuilder, question: &Question<'_>, id: &str) -> OutcomeKind {
    outcome(Profile::Server, builder, question, id).kind()
}

#[test]
fn two_serial_numbers_settle_nothing_whichever_stands_first() {
    use OutcomeKind::{Satisfied, Undetermined, Violated};
    for (serials, asked_for, not_asked) in [
        (&[OID][..], Satisfied, Satisfied),
        (&[OID, OTHER_OID], Undetermined, Undetermined),
        (&[OID, "1234567-1"], Undetermined, Undetermined),
        (&[OID, OID], Satisfied, Satisfied),
        (
            &[OTHER_OID, "1.2.246.10.12345671.10.0.13.3"],
            Violated,
            Undetermined,
        ),
        (&["1234567-1", "7654321-2"], Violated, Violated),
        // One of them cannot be read: PrintableString has no ä.
        (&[OID, "ä"], Undetermined, Undetermined),
        (&[OTHER_OID, "ä"], Violated, Undetermined),
        (&["ä"], Violated, Violated),
        (&[], Violated, Violated),
    ] {
        for reversed in [false, true] {
            let mut serials: Vec<String> = serials
                .iter()
                .map(|it| format!("serialNumber={it}, "))
                .collect();
            if reversed {
                serials.reverse();
            }
            let builder = subject(&format!(
                "O=Esimerkkiklinikka Oy, {}CN={NAME}",
                serials.concat()
            ));
            assert_eq!(kind(&builder, &asked(), POINT), asked_for, "{serials:?}");
            assert_eq!(
                kind(&builder, &Question::on(DAY), NO_POINT),
                not_asked,
                "{serials:?}"
            );
            let certificate = Certificate::from_der(&builder.der()).unwrap();
            assert_eq!(
                certificate.binds(OID, NAME),
                asked_for == Satisfied,
                "{serials:?}"
            );
        }
    }
}

#[test]
fn a_certificate_with_two_access_points_is_counted_for_neither() {
    let read = |builder: CertificateBuilder| Certificate::from_der(&builder.der()).unwrap();
    let both = read(subject(&format!(
        "serialNumber={OID}, serialNumber={OTHER_OID}, CN={NAME}"
    )));
    assert_eq!(shared_access_points([&both, &both]), []);
    assert_eq!(
        both.subject().serial_numbers().collect::<Vec<_>>(),
        [OID, OTHER_OID]
    );
}

#[test]
fn two_common_names_settle_nothing_whichever_stands_first() {
    use OutcomeKind::{NotApplicable, Satisfied, Undetermined, Violated};
    let other = "muu.klinikka.example";
    for (names, in_subject, is_name, in_san) in [
        (&[NAME][..], Satisfied, Satisfied, Satisfied),
        (&[NAME, other], Undetermined, Undetermined, Undetermined),
        (&[NAME, "Palvelu"], Undetermined, Undetermined, Undetermined),
        (
            &[NAME, "KANTA.klinikka.example"],
            Satisfied,
            Satisfied,
            Satisfied,
        ),
        (
            &[other, "toinen.klinikka.example"],
            Violated,
            Undetermined,
            Undetermined,
        ),
        (&["Palvelu", "Toinen"], Violated, Violated, NotApplicable),
    ] {
        for reversed in [false, true] {
            let mut names: Vec<String> = names.iter().map(|it| format!(", CN={it}")).collect();
            if reversed {
                names.reverse();
            }
            let builder = subject(&format!("serialNumber={OID}{}", names.concat()));
            assert_eq!(
                kind(&builder, &asked(), IN_SUBJECT),
                in_subject,
                "{names:?}"
            );
            let not_asked = Question::on(DAY);
            assert_eq!(
                kind(&builder, &not_asked, NO_DNS_NAME),
                is_name,
                "{names:?}"
            );
            assert_eq!(kind(&builder, &not_asked, IN_SAN), in_san, "{names:?}");
        }
    }
}

#[test]
fn of_several_organisations_none_counts_alone() {
    let holder = |others| {
        Question::on(DAY).holder(Holder {
            administrator: "Esimerkkiklinikka Oy",
            others,
        })
    };
    let with =
        |organisations: &str| subject(&format!("{organisations}, serialNumber={OID}, CN={NAME}"));
    for (organisations, others, expected) in [
        ("O=Esimerkkiklinikka Oy", &[][..], OutcomeKind::Satisfied),
        (
            "O=Esimerkkiklinikka Oy, O=ESIMERKKIKLINIKKA OY",
            &[],
            OutcomeKind::Satisfied,
        ),
        (
            "O=Esimerkkiklinikka Oy, O=Toinen Oy",
            &[],
            OutcomeKind::Undetermined,
        ),
        (
            "O=Toinen Oy, O=Esimerkkiklinikka Oy",
            &["Toinen Oy"],
            OutcomeKind::Undetermined,
        ),
        (
            "O=Toinen Oy, O=Kolmas Oy",
            &["Toinen Oy"],
            OutcomeKind::Undetermined,
        ),
        (
            "O=Toinen Oy, O=Kolmas Oy",
            &["Toinen Oy", "Kolmas Oy"],
            OutcomeKind::Violated,
        ),
    ] {
        let found = kind(&with(organisations), &holder(others), HOLDER);
        assert_eq!(found, expected, "{organisations}");
    }
}

#[test]
fn an_open_answer_shows_what_the_certificate_holds() {
    let question = asked().holder(Holder {
        administrator: "Esimerkkiklinikka Oy",
        others: &[],
    });
    let builder = subject(&format!(
        "O=Klinikka, serialNumber={OID}, serialNumber={OTHER_OID}, CN={NAME}."
    ));
    let certificate = Certificate::from_der(&builder.der()).unwrap();
    let outcomes = Profile::Server.outcomes(&certificate, &question);
    for (id, expected) in [
        (HOLDER, "`Klinikka`"),
        (
            POINT,
            "`1.2.246.10.12345671.10.0.13.1` and `1.2.246.10.12345671.10.0.13.2`",
        ),
        (IN_SUBJECT, "`kanta.klinikka.example.`"),
    ] {
        let (requirement, outcome) = outcomes.iter().find(|(it, _)| it.id() == id).unwrap();
        assert_eq!(outcome.kind(), OutcomeKind::Undetermined, "{id}");
        let found = Profile::Server.found(requirement, &certificate).unwrap();
        assert_eq!(found.display(Language::En).to_string(), expected);
    }
}

#[test]
fn what_stands_around_an_oid_is_named() {
    for (serial, expected) in [
        (
            format!(" {OID}"),
            format!("an OID with a blank before it: ` {OID}`"),
        ),
        (
            format!("{OID} "),
            format!("an OID with a blank behind it: `{OID} `"),
        ),
        (
            format!("urn:oid:{OID}"),
            format!("an OID with a prefix that does not belong to it: `urn:oid:{OID}`"),
        ),
        (
            format!("URN:OID:{OID}"),
            format!("an OID with a prefix that does not belong to it: `URN:OID:{OID}`"),
        ),
        (" klinikka".into(), "` klinikka`".into()),
    ] {
        let builder = server_certificate().serial_number(&serial);
        for (question, id) in [(asked(), POINT), (Question::on(DAY), NO_POINT)] {
            let found = outcome(Profile::Server, &builder, &question, id);
            assert_eq!(words(&found).0, expected);
        }
        let builder = system_signature_certificate().serial_number(&serial);
        let found = outcome(
            Profile::SystemSignature,
            &builder,
            &Question::on(DAY),
            SIGNATURE_SERIAL,
        );
        assert_eq!(words(&found).0, expected);
    }
}

#[test]
fn an_oid_an_address_and_a_single_label_are_no_dns_name() {
    let none = [
        OID,
        "192.31.196.7",
        "192.31.196.7.",
        "2620:4f:8000::1",
        "1.2.3.4.5",
        "klinikka",
        "*.klinikka.example",
    ];
    for name in none {
        // In both places, asked about and not.
        let builder = server_certificate().primary_name(name);
        assert_eq!(
            kind(&builder, &Question::on(DAY), NO_DNS_NAME),
            OutcomeKind::Violated,
            "{name}"
        );
        let not_asked = outcome(Profile::Server, &builder, &Question::on(DAY), IN_SAN);
        assert_eq!(not_asked, Outcome::NotApplicable, "{name}");
        let asked = Question::on(DAY).dns_name(name);
        for id in [IN_SUBJECT, IN_SAN] {
            let (found, required) = words(&outcome(Profile::Server, &builder, &asked, id));
            assert_eq!(
                (found, required),
                (format!("`{name}`"), "a DNS name".into())
            );
        }
        // In the common name alone.
        let builder = server_certificate().common_name(name);
        assert_eq!(
            violated(Profile::Server, &builder, &Question::on(DAY))[0],
            NO_DNS_NAME,
            "{name}"
        );
    }
}

/// RFC 1035, section 2.3.4, as octets of text.
#[test]
fn a_dns_name_has_at_most_253_characters() {
    use OutcomeKind::{Satisfied, Undetermined, Violated};
    let name = |last: usize| {
        format!(
            "{}{}",
            format!("{}.", "a".repeat(63)).repeat(3),
            "b".repeat(last)
        )
    };
    for (name, length, expected) in [
        (name(60), 252, Satisfied),
        (name(61), 253, Satisfied),
        (name(62), 254, Violated),
        (name(63), 255, Violated),
        (format!("{}.", name(61)), 254, Undetermined),
        (format!("{}.", name(62)), 255, Violated),
    ] {
        assert_eq!(name.len(), length);
        let builder = server_certificate().primary_name(&name);
        let found = kind(&builder, &Question::on(DAY), NO_DNS_NAME);
        assert_eq!(found, expected, "{length}");
    }
}

#[test]
fn a_wildcard_never_passes_for_an_internationalised_name_either() {
    let builder = server_certificate().primary_name("*.hämeenklinikka.example");
    for name in [
        "kanta.hämeenklinikka.example",
        "kanta.xn--hmeenklinikka-bfb.example",
    ] {
        let asked = Question::on(DAY).dns_name(name);
        for id in [IN_SUBJECT, IN_SAN] {
            assert_eq!(kind(&builder, &asked, id), OutcomeKind::Violated, "{name}");
        }
    }
}

#[test]
fn two_equal_a_labels_are_equal_and_two_others_are_not() {
    let name = "kanta.xn--hmeenklinikka-bfb.example";
    let builder = server_certificate().primary_name(name);
    for asked_for in [name, "kanta.XN--HMEENKLINIKKA-BFB.example"] {
        let asked = Question::on(DAY).dns_name(asked_for);
        assert_eq!(kind(&builder, &asked, IN_SUBJECT), OutcomeKind::Satisfied);
        assert_eq!(kind(&builder, &asked, IN_SAN), OutcomeKind::Satisfied);
    }
    assert_eq!(
        kind(&builder, &Question::on(DAY), NO_DNS_NAME),
        OutcomeKind::Satisfied
    );
    let asked = Question::on(DAY).dns_name("kanta.xn--lkri-5qaaa.example");
    assert_eq!(kind(&builder, &asked, IN_SUBJECT), OutcomeKind::Violated);
    let asked = Question::on(DAY).dns_name("kanta.hämeenklinikka.example");
    assert_eq!(
        kind(&builder, &asked, IN_SUBJECT),
        OutcomeKind::Undetermined
    );
}

#[test]
fn what_stands_as_a_dns_name_and_is_none_is_advised_against() {
    for (name, is_none) in [
        ("kanta.klinikka.example", false),
        ("*.klinikka.example", false),
        ("xn--lkri-5qaaa.example", false),
        // RFC 5280 allows a single label.
        ("klinikka", false),
        ("192.31.196.7", true),
        ("2620:4f:8000::1", true),
        (OID, true),
        ("7", true),
        (" ", true),
        ("", true),
        ("https://kanta.klinikka.example", true),
        ("kanta klinikka.example", true),
        ("-kanta.klinikka.example", true),
    ] {
        let builder = server_certificate().dns_name(name);
        let found = outcome(Profile::Server, &builder, &asked(), DNS_IS_NONE);
        assert_eq!(found.kind() == OutcomeKind::Violated, is_none, "{name}");
        if is_none {
            assert_eq!(
                words(&found),
                (format!("`{name}`"), "DNS names only".into())
            );
        }
    }
    let as_address = server_certificate().ip_address("192.31.196.7");
    assert_eq!(
        kind(&as_address, &asked(), DNS_IS_NONE),
        OutcomeKind::Satisfied
    );
}
