//! Reading: what a strict reader would refuse is read and named; what cannot be understood is
//! refused with its place.

mod refused;

use kanta_cert::{
    AltName, Certificate, CertificateOrRequest, CertificateRequest, OddityKind, Profile, Question,
};
use kanta_conformance::{Date, OutcomeKind};
use kanta_testkit::{
    CertificateBuilder, StringType, TestKey, ca, request, root, server_certificate,
    system_signature_certificate,
};

fn read(builder: &CertificateBuilder) -> Certificate {
    Certificate::from_der(&builder.clone().without_signing().der()).unwrap()
}

fn oddities(builder: &CertificateBuilder) -> Vec<OddityKind> {
    read(builder)
        .oddities()
        .iter()
        .map(|oddity| oddity.kind)
        .collect()
}

#[test]
fn each_oddity_is_read_and_named_and_a_row_tells_it() {
    use OddityKind as Odd;
    let good = server_certificate;
    let unknown = "1.3.6.1.4.1.99999.1";
    for (what, builder, expected, row) in [
        (
            "serial zero",
            good().certificate_serial(&[0]),
            Odd::SerialNotPositive,
            "serial-number-not-positive",
        ),
        (
            "a negative serial",
            good().certificate_serial(&[0xff, 1]),
            Odd::SerialNotPositive,
            "serial-number-not-positive",
        ),
        (
            "an empty serial",
            good().certificate_serial(&[]),
            Odd::SerialNotPositive,
            "serial-number-not-positive",
        ),
        (
            "21 octets of serial",
            good().certificate_serial(&[1; 21]),
            Odd::SerialTooLong,
            "serial-number-too-long",
        ),
        (
            "a padded serial",
            good().certificate_serial(&[0, 1]),
            Odd::NotDer,
            "encoding-not-der",
        ),
        (
            "an empty alternative name",
            good().empty_san(),
            Odd::EmptyAlternativeName,
            "alternative-name-empty",
        ),
        (
            "five octets of address",
            good().raw_alt_name(0x87, &[1, 2, 3, 4, 5]),
            Odd::UnreadableAlternativeName,
            "alternative-name-unreadable",
        ),
        (
            "a DNS name that is no UTF-8",
            good().raw_alt_name(0x82, &[0xff]),
            Odd::UnreadableAlternativeName,
            "alternative-name-unreadable",
        ),
        (
            "an unknown type of name",
            good().raw_alt_name(0x9e, b"x"),
            Odd::UnreadableAlternativeName,
            "alternative-name-unreadable",
        ),
        (
            "a DNS name with ä",
            good().dns_name("lääkäri.example"),
            Odd::NonAsciiDnsName,
            "dns-name-not-ascii",
        ),
        (
            "no purpose",
            good().extended_key_usage(&[]),
            Odd::EmptyExtendedKeyUsage,
            "extended-key-usage-empty",
        ),
        (
            "an unknown critical extension",
            good().extension(unknown, true, &[5, 0]),
            Odd::UnknownCriticalExtension,
            "critical-extension-unknown",
        ),
        (
            "key usage twice",
            good().duplicate_extension("2.5.29.15"),
            Odd::DuplicateExtension,
            "extension-twice",
        ),
        (
            "an unknown extension twice",
            good()
                .extension(unknown, false, &[5, 0])
                .duplicate_extension(unknown),
            Odd::DuplicateExtension,
            "extension-twice",
        ),
        (
            "a broken policy list",
            good().extension("2.5.29.32", false, &[0x30, 2, 6, 9]),
            Odd::UnreadableExtension,
            "extension-unreadable",
        ),
        (
            "trailing bytes",
            good().trailing_bytes(&[0]),
            Odd::TrailingBytes,
            "trailing-bytes",
        ),
        (
            "version 1 with extensions",
            good().version(None),
            Odd::Version,
            "version",
        ),
        (
            "a time without seconds",
            good().valid("202508312100Z", "2026-08-31T20:59:59Z"),
            Odd::NotDer,
            "encoding-not-der",
        ),
    ] {
        assert_eq!(oddities(&builder), [expected], "{what}");
        let certificate = read(&builder);
        let question = Question::on(Date::constant(2025, 12, 1));
        let row = format!("rfc-5280/{row}");
        let outcomes = Profile::Server.outcomes(&certificate, &question);
        let found = outcomes
            .iter()
            .find(|(requirement, _)| requirement.id() == row);
        assert_eq!(found.unwrap().1.kind(), OutcomeKind::Violated, "{what}");
        let others = outcomes.iter().filter(|(requirement, outcome)| {
            requirement.id().starts_with("rfc-5280/") && outcome.kind() == OutcomeKind::Violated
        });
        assert_eq!(others.count(), 1, "{what}");
    }
}

#[test]
fn at_the_limit_there_is_no_oddity() {
    let good = server_certificate;
    for (what, builder) in [
        ("the good one", good()),
        ("a signature certificate", system_signature_certificate()),
        ("a CA", ca()),
        ("a root", root()),
        (
            "20 octets of serial",
            good().certificate_serial(&[0x7f; 20]),
        ),
        (
            "a serial with its sign octet",
            good().certificate_serial(&[0, 0x80]),
        ),
        ("serial one", good().certificate_serial(&[1])),
        (
            "an unknown extension that is not critical",
            good().extension("1.3.6.1.4.1.99999.1", false, &[5, 0]),
        ),
        (
            "addresses",
            good().ip_address("192.31.196.7").ip_address("2001:db8::1"),
        ),
        (
            "names of every type",
            good()
                .uri("urn:oid:1.2.3")
                .directory_name("C=FI, O=X")
                .raw_alt_name(0x88, &[0x2a, 3]),
        ),
        (
            "after 2049",
            good().valid("2050-01-01T00:00:00Z", "2050-12-31T00:00:00Z"),
        ),
        (
            "RSA",
            good().key(TestKey::Rsa4096).issuer_key(TestKey::Rsa2048),
        ),
    ] {
        assert_eq!(oddities(&builder), [], "{what}");
    }
}

#[test]
fn one_bad_entry_hides_no_good_one() {
    let builder = server_certificate()
        .raw_alt_name(0x87, &[1])
        .raw_alt_name(0x88, &[0x88, 0x37, 1])
        .dns_name("toinen.example")
        .ip_address("192.31.196.7");
    let certificate = read(&builder);
    let names: Vec<&str> = certificate.dns_names().collect();
    assert_eq!(names, ["kanta.klinikka.example", "toinen.example"]);
    let addresses: Vec<String> = certificate
        .ip_addresses()
        .map(|ip| ip.to_string())
        .collect();
    assert_eq!(addresses, ["192.31.196.7"]);
    assert!(matches!(
        certificate.alt_names().nth(1),
        Some(AltName::Unreadable { tag: 0x87, .. })
    ));
    match certificate.alt_names().nth(2) {
        Some(AltName::RegisteredId(oid)) => assert_eq!(oid.to_string(), "2.999.1"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn names_are_read_in_every_string_type() {
    for strings in [StringType::Utf8, StringType::Teletex, StringType::Bmp] {
        let builder = server_certificate()
            .organisation("Hämeen Lääkärit Oy")
            .strings(strings);
        let certificate = read(&builder);
        assert_eq!(
            certificate.organisation().as_deref(),
            Some("Hämeen Lääkärit Oy"),
            "{strings:?}"
        );
        assert_eq!(certificate.oddities(), [], "{strings:?}");
    }
    // PrintableString has no ä: the attribute is odd, the rest is read.
    let builder = server_certificate()
        .organisation("Hämeen")
        .strings(StringType::Printable);
    assert_eq!(oddities(&builder), [OddityKind::UnreadableName]);
    assert_eq!(
        read(&builder).common_name().as_deref(),
        Some("kanta.klinikka.example")
    );
}

#[test]
fn string_types_that_der_has_no_names_for_hide_nothing() {
    // A BMPString of every second character NUL has the octets of a UniversalString.
    let wide: String = "Hän".chars().flat_map(|sign| ['\0', sign]).collect();
    let builder = server_certificate().organisation(&wide);
    let der = builder.strings(StringType::Bmp).der();
    let at = der
        .windows(6)
        .position(|it| it == [0x1e, 12, 0, 0, 0, b'H']);
    let with_tag = |tag: u8| {
        let mut der = der.clone();
        der[at.unwrap()] = tag;
        Certificate::from_der(&der).unwrap()
    };
    let universal = with_tag(0x1c);
    assert_eq!(universal.organisation().as_deref(), Some("Hän"));
    assert_eq!(universal.oddities(), []);
    // ObjectDescriptor, GraphicString, and what has no name at all: the attribute is odd, the rest is read.
    for tag in [0x07, 0x19, 0x1d] {
        let odd = with_tag(tag);
        assert_eq!(odd.organisation(), None, "{tag:#x}");
        assert_eq!(
            odd.common_name().as_deref(),
            Some("kanta.klinikka.example"),
            "{tag:#x}"
        );
        let kinds: Vec<OddityKind> = odd.oddities().iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [OddityKind::UnreadableName], "{tag:#x}");
    }
}

#[test]
fn names_are_compared_by_their_text() {
    let utf8 = read(&server_certificate());
    let bmp = read(&server_certificate().strings(StringType::Bmp));
    let upper = read(&server_certificate().organisation("ESIMERKKIKLINIKKA   OY "));
    let other = read(&server_certificate().organisation("Toinen Oy"));
    let longer = read(&server_certificate().subject_attribute("OU", "Kanta"));
    assert!(utf8.subject().same_as(&bmp.subject()));
    assert!(utf8.subject().same_as(&upper.subject()));
    assert!(!utf8.subject().same_as(&other.subject()));
    assert!(!utf8.subject().same_as(&longer.subject()));
    assert!(!longer.subject().same_as(&utf8.subject()));
}

#[test]
fn pem_is_read_as_people_write_it() {
    let pem = server_certificate().pem();
    let expected = read_signed(&server_certificate());
    let one_line = {
        let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----")
    };
    for (what, text) in [
        ("as it is", pem.clone()),
        ("line ends of Windows", pem.replace('\n', "\r\n")),
        ("text around", format!("subject=CN=x\n{pem}\nthe end\n")),
        ("a byte-order mark", format!("\u{feff}{pem}")),
        ("indented", pem.replace('\n', "\n    ")),
        ("one line", one_line),
        ("without a last line end", pem.trim_end().to_owned()),
        (
            "another label",
            pem.replace("CERTIFICATE", "X509 CERTIFICATE"),
        ),
    ] {
        let certificate = Certificate::from_pem_or_der(text.as_bytes());
        assert_eq!(certificate.as_ref(), Ok(&expected), "{what}");
    }
}

fn read_signed(builder: &CertificateBuilder) -> Certificate {
    Certificate::from_der(&builder.der()).unwrap()
}

#[test]
fn of_a_chain_in_any_order_the_end_entity_is_taken() {
    let (leaf, ca, root) = (server_certificate().pem(), ca().pem(), root().pem());
    let expected = read_signed(&server_certificate());
    for chain in [
        format!("{leaf}{ca}{root}"),
        format!("{root}{ca}{leaf}"),
        format!("{ca}{leaf}{root}"),
    ] {
        assert_eq!(
            Certificate::from_pem_or_der(chain.as_bytes()),
            Ok(expected.clone())
        );
        assert_eq!(
            CertificateOrRequest::read_all(chain.as_bytes())
                .unwrap()
                .len(),
            3
        );
    }
    // A CA's alone is what is meant.
    assert!(Certificate::from_pem_or_der(ca.as_bytes()).unwrap().is_ca());
}

#[test]
fn a_request_has_the_same_accessors() {
    let read = CertificateRequest::from_pem_or_der(request().pem().as_bytes()).unwrap();
    assert_eq!(
        read.common_name().as_deref(),
        Some("kanta.klinikka.example")
    );
    assert_eq!(
        read.subject_serial_number().as_deref(),
        Some("1.2.246.10.12345671.10.0.13.1")
    );
    assert_eq!(
        read.dns_names().collect::<Vec<_>>(),
        ["kanta.klinikka.example"]
    );
    assert_eq!(read.key().to_string(), "EC P-256");
    assert_eq!(read.oddities(), []);
    let error = CertificateRequest::from_der(&server_certificate().der()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a certificate, not a certificate request"
    );
    let renamed = request()
        .pem()
        .replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");
    assert!(CertificateRequest::from_pem_or_der(renamed.as_bytes()).is_ok());
}
