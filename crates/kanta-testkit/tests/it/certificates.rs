//! What the kit makes is what its description says, as an independent reader sees it.

use kanta_testkit::{
    StringType, TestKey, ca, request, root, server_certificate, system_signature_certificate,
};
use x509_parser::prelude::*;

fn read(der: &[u8]) -> X509Certificate<'_> {
    let (rest, certificate) = X509Certificate::from_der(der).unwrap();
    assert!(rest.is_empty());
    certificate
}

#[test]
fn a_good_server_certificate_says_what_its_documentation_says() {
    let der = server_certificate().der();
    let certificate = read(&der);
    let subject = certificate.subject();
    let attribute = |oid| {
        let mut found = subject.iter_by_oid(&oid);
        found.next().unwrap().as_str().unwrap()
    };
    assert_eq!(
        attribute(oid_registry::OID_X509_COMMON_NAME),
        "kanta.klinikka.example"
    );
    assert_eq!(
        attribute(oid_registry::OID_X509_SERIALNUMBER),
        "1.2.246.10.12345671.10.0.13.1"
    );
    assert_eq!(
        certificate.validity().not_before.to_datetime().to_string(),
        "2025-08-31 21:00:00.0 +00:00:00"
    );
    let san = certificate.subject_alternative_name().unwrap().unwrap();
    assert_eq!(
        san.value.general_names,
        [GeneralName::DNSName("kanta.klinikka.example")]
    );
}

#[test]
fn each_step_changes_what_it_names() {
    let der = server_certificate().without_san().der();
    assert!(read(&der).subject_alternative_name().unwrap().is_none());

    let der = server_certificate().empty_san().der();
    let certificate = read(&der);
    assert!(
        certificate
            .subject_alternative_name()
            .unwrap()
            .unwrap()
            .value
            .general_names
            .is_empty()
    );

    let der = server_certificate().without_serial_number().der();
    assert!(!read(&der).subject().to_string().contains("serialNumber"));

    let der = server_certificate().certificate_serial(&[0]).der();
    assert_eq!(read(&der).raw_serial(), [0]);

    let der = server_certificate().strings(StringType::Bmp).der();
    let certificate = read(&der);
    let cn = certificate.subject().iter_common_name().next().unwrap();
    assert_eq!(cn.attr_value().tag().0, 30);
}

#[test]
fn keys_have_the_size_that_was_asked_for() {
    for (key, bits) in [
        (TestKey::P256, 256),
        (TestKey::P384, 384),
        (TestKey::Rsa2048, 2048),
        (TestKey::Rsa3072, 3072),
        (TestKey::Rsa4096, 4096),
    ] {
        let der = server_certificate().key(key).without_signing().der();
        let certificate = read(&der);
        let parsed = certificate.public_key().parsed().unwrap();
        // An EC point counts the coordinate of an uncompressed point, in bits.
        assert_eq!(parsed.key_size(), bits, "{key:?}");
    }
}

#[test]
fn signatures_verify_under_the_issuer_and_only_there() {
    let (root, ca) = (root().der(), ca().der());
    let (root, ca) = (read(&root), read(&ca));
    root.verify_signature(None).unwrap();
    ca.verify_signature(Some(root.public_key())).unwrap();
    for key in [TestKey::P256, TestKey::Rsa2048] {
        let der = server_certificate().key(key).der();
        read(&der).verify_signature(Some(ca.public_key())).unwrap();
        read(&der)
            .verify_signature(Some(root.public_key()))
            .unwrap_err();
    }
    let der = server_certificate().without_signing().der();
    read(&der)
        .verify_signature(Some(ca.public_key()))
        .unwrap_err();
}

#[test]
fn a_request_is_signed_with_the_key_that_it_asks_for() {
    for key in [
        TestKey::P256,
        TestKey::P384,
        TestKey::Rsa2048,
        TestKey::Rsa3072,
    ] {
        let der = request().with(|content| content.key(key)).der();
        let (_, parsed) = X509CertificationRequest::from_der(&der).unwrap();
        parsed
            .verify_signature()
            .unwrap_or_else(|error| panic!("{key:?}: {error}"));
    }
}

#[test]
fn equal_descriptions_give_equal_bytes() {
    assert_eq!(server_certificate().der(), server_certificate().der());
    assert_eq!(
        system_signature_certificate().pem(),
        system_signature_certificate().pem()
    );
    assert_eq!(request().der(), request().der());
}
