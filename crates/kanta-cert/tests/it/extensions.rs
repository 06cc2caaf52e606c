//! Extensions, each read for itself.

use crate::common::{DAY, certificate, in_each, outcome, tlv};
use kanta_cert::{AltName, KeyUsage, OddityKind, Profile, Question};
use kanta_conformance::{Outcome, OutcomeKind};
use kanta_testkit::{CertificateBuilder, server_certificate};

const BASIC_CONSTRAINTS: &str = "2.5.29.19";

fn oddities(builder: &CertificateBuilder) -> Vec<OddityKind> {
    let read = certificate(builder);
    read.oddities().iter().map(|oddity| oddity.kind).collect()
}

#[test]
fn basic_constraints_are_read_in_der_and_otherwise() {
    let odd = &[OddityKind::NotDer][..];
    for (words, value, is_ca, expected) in [
        ("nothing said", &[0x30, 0][..], false, &[][..]),
        ("TRUE", &[0x30, 3, 1, 1, 0xff], true, &[]),
        // DVV has written the default out.
        ("FALSE", &[0x30, 3, 1, 1, 0], false, &[]),
        ("TRUE in another way", &[0x30, 3, 1, 1, 1], true, odd),
        (
            "TRUE in another way, and a length",
            &[0x30, 6, 1, 1, 1, 2, 1, 0],
            true,
            odd,
        ),
        (
            "a length of 256",
            &[0x30, 7, 1, 1, 0xff, 2, 2, 1, 0],
            true,
            &[],
        ),
        (
            "a padded length",
            &[0x30, 7, 1, 1, 0xff, 2, 2, 0, 0],
            true,
            odd,
        ),
        (
            "FALSE and a padded length",
            &[0x30, 7, 1, 1, 0, 2, 2, 0, 0],
            false,
            odd,
        ),
    ] {
        let builder = server_certificate().extension(BASIC_CONSTRAINTS, true, value);
        assert_eq!(certificate(&builder).is_ca(), is_ca, "{words}");
        assert_eq!(oddities(&builder), expected, "{words}");
    }
}

#[test]
fn basic_constraints_satisfy_the_note_on_them_whatever_they_say() {
    let id = "observed-certificates/basic-constraints";
    let builder = server_certificate().valid("2024-11-01T10:00:00Z", "2025-11-01T10:00:00Z");
    let on = |it: &CertificateBuilder| outcome(Profile::Server, it, &Question::on(DAY), id);
    assert_eq!(on(&builder).kind(), OutcomeKind::Violated);
    let with = builder.basic_constraints(false, None);
    assert_eq!(on(&with), Outcome::Satisfied);
}

#[test]
fn two_unknown_extensions_are_two() {
    let builder = server_certificate()
        .extension("1.3.6.1.4.1.99999.1", false, &[5, 0])
        .extension("1.3.6.1.4.1.99999.2", false, &[5, 0]);
    assert_eq!(oddities(&builder), []);
}

#[test]
fn names_of_types_that_are_not_read_stand_as_they_are() {
    // otherName with a user principal name, x400Address and ediPartyName.
    let oid = [6, 10, 0x2b, 6, 1, 4, 1, 0x82, 0x37, 0x14, 2, 3];
    let other_name = [&oid[..], &[0xa0, 3, 0x0c, 1, b'x']].concat();
    for (tag, content) in [
        (0xa0, &other_name[..]),
        (0xa3, &[0x30, 0]),
        (0xa5, &[0xa1, 3, 0x0c, 1, b'x']),
    ] {
        let builder = server_certificate().raw_alt_name(tag, content);
        assert_eq!(oddities(&builder), [], "{tag:#x}");
        match certificate(&builder).alt_names().nth(1) {
            Some(AltName::Other {
                tag: read,
                content: held,
            }) => {
                assert_eq!((read, held), (tag, content));
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn only_the_point_of_a_list_is_an_address_and_not_its_issuer() {
    // Section 4.2.1.13 of RFC 5280: distributionPoint, and cRLIssuer with names of its own.
    let uri = |text: &str| tlv(0x86, &[text.as_bytes()]);
    let (here, there) = ("http://a.example/crl", "http://b.example/issuer");
    let point = tlv(0xa0, &[&tlv(0xa0, &[&uri(here)])]);
    let issuer = tlv(0xa2, &[&uri(there)]);
    let points = tlv(0x30, &[&tlv(0x30, &[&point, &issuer])]);
    let builder = server_certificate().extension("2.5.29.31", false, &points);
    let read = certificate(&builder);
    assert_eq!(read.crl_uris().collect::<Vec<_>>(), [here]);
}

#[test]
fn key_usages_of_both_are_those_of_either() {
    let signs = KeyUsage::DIGITAL_SIGNATURE;
    let both = signs.union(KeyUsage::NON_REPUDIATION);
    assert_eq!(
        both.names().collect::<Vec<_>>(),
        ["digitalSignature", "nonRepudiation"]
    );
    assert_eq!(both.union(signs), both);
    assert_eq!(signs.union(signs), signs);
}

#[test]
fn each_row_tells_the_byte_of_its_own_oddity() {
    let builder = server_certificate()
        .certificate_serial(&[0x80])
        .trailing_bytes(&[0])
        .without_signing();
    let der = builder.der();
    let serial = der.windows(3).position(|it| it == [2, 1, 0x80]).unwrap();
    for (id, at) in [
        ("rfc-5280/serial-number-not-positive", serial),
        ("rfc-5280/trailing-bytes", der.len() - 1),
    ] {
        let found = outcome(Profile::Server, &builder, &Question::on(DAY), id);
        let Outcome::Violated { found, required } = found else {
            panic!("{id}: {found:?}")
        };
        let places = ["at byte", "tavussa", "vid byte"].map(|place| format!("{place}: {at}"));
        assert_eq!(in_each(&found), places, "{id}");
        let form = ["a form as required", "vaadittu muoto", "den form som krävs"];
        assert_eq!(in_each(&required), form, "{id}");
    }
}
