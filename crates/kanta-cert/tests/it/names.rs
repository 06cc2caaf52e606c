//! Names, attribute by attribute: what each is called, shown and compared by.

use std::borrow::Cow;

use crate::common::{certificate, rewritten};
use kanta_cert::{Branch, Certificate, IssuerList};
use kanta_testkit::{CertificateBuilder, StringType, server_certificate};

/// One attribute of each type that has a short name, and a postal code, which has none.
const ALL: &str = "C=FI, ST=Uusimaa, L=Helsinki, O=Esimerkkiklinikka Oy, OU=Kanta, \
     serialNumber=1.2.246.10.12345671.10.0.13.1, SN=Esimerkki, GN=Erkki, T=Lääkäri, \
     pseudonym=12345, emailAddress=a@b.example, 2.5.4.17=00100, CN=kanta.klinikka.example";

fn with_subject(name: &str) -> CertificateBuilder {
    server_certificate().subject(name).without_signing()
}

#[test]
fn a_name_is_shown_in_its_order_by_the_short_names_of_its_attributes() {
    let read = certificate(&with_subject(ALL));
    assert_eq!(read.subject().to_string(), ALL);
    let short: Vec<&str> = read
        .subject()
        .attributes()
        .filter_map(|attribute| attribute.short_name())
        .collect();
    let expected = [
        "C",
        "ST",
        "L",
        "O",
        "OU",
        "serialNumber",
        "SN",
        "GN",
        "T",
        "pseudonym",
        "emailAddress",
        "CN",
    ];
    assert_eq!(short, expected);
    let kinds: Vec<String> = read
        .subject()
        .attributes()
        .filter(|attribute| attribute.short_name().is_none())
        .map(|attribute| attribute.kind().to_string())
        .collect();
    assert_eq!(kinds, ["2.5.4.17"]);
}

#[test]
fn text_that_cannot_be_read_is_shown_by_its_octets() {
    // PrintableString has no ä.
    let read = certificate(&with_subject("C=FI, serialNumber=Hä, CN=x.example"));
    let shown = read.subject().to_string();
    assert_eq!(shown, "C=FI, serialNumber=#48c3a4, CN=x.example");
}

#[test]
fn a_name_without_attributes_is_empty() {
    assert!(certificate(&with_subject("")).subject().is_empty());
    assert_eq!(certificate(&with_subject("")).subject().to_string(), "");
    let one = certificate(&with_subject("CN=x.example"));
    assert!(!one.subject().is_empty());
}

#[test]
fn text_that_cannot_be_read_is_compared_by_its_octets_and_its_type() {
    let der = with_subject("C=FI, serialNumber=ä, CN=x.example").der();
    let attribute = [0x13, 2, 0xc3, 0xa4];
    let read = |der: &[u8]| Certificate::from_der(der).unwrap();
    let one = read(&der);
    for (words, other, is_same) in [
        ("the same octets", attribute, true),
        ("other octets", [0x13, 2, 0xc3, 0xb6], false),
        ("another type that has no ä", [0x12, 2, 0xc3, 0xa4], false),
        ("a type that has ä", [0x0c, 2, 0xc3, 0xa4], false),
    ] {
        let other = read(&rewritten(&der, &attribute, &other));
        assert_eq!(one.subject().same_as(&other.subject()), is_same, "{words}");
        assert_eq!(other.subject().same_as(&one.subject()), is_same, "{words}");
    }
}

#[test]
fn text_is_lent_where_its_octets_are_the_text() {
    for (strings, organisation, is_lent) in [
        (StringType::Utf8, "Hämeen Lääkärit Oy", true),
        (StringType::Printable, "Hameen Laakarit Oy", true),
        (StringType::Teletex, "Hameen Laakarit Oy", true),
        (StringType::Teletex, "Hämeen Lääkärit Oy", false),
        (StringType::Bmp, "Hameen Laakarit Oy", false),
    ] {
        let builder = server_certificate().organisation(organisation);
        let read = certificate(&builder.strings(strings));
        let text = read.organisation().unwrap();
        assert_eq!(text, organisation);
        assert_eq!(matches!(text, Cow::Borrowed(_)), is_lent, "{strings:?}");
    }
}

#[test]
fn a_ca_of_the_list_is_found_by_its_common_name_and_its_organisation() {
    let list = IssuerList::parse(
        "headings\n\
         sote;production;First;The CA;;\n\
         general;production;Second;The CA;;\n\
         person;production;Third;Another CA;;\n",
    )
    .unwrap();
    for (issuer, expected) in [
        ("O=First, CN=The CA", Some(Branch::Sote)),
        ("O=Second, CN=The CA", Some(Branch::General)),
        ("O=SECOND, CN=the  ca", Some(Branch::General)),
        ("O=Third, CN=Another CA", Some(Branch::Person)),
        ("O=Third, CN=The CA", None),
        ("O=First, CN=Another CA", None),
        ("O=First, O=Second, CN=The CA", None),
    ] {
        let read = certificate(&server_certificate().issuer(issuer));
        let found = list.find(&read.issuer()).map(|ca| ca.branch());
        assert_eq!(found, expected, "{issuer}");
    }
}
