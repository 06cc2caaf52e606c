//! A second reader, written by others, reads the same fields.

use std::net::IpAddr;

use kanta_cert::{AltName, Certificate, CertificateRequest, Key, KeyUsage, Name};
use kanta_testkit::{
    CertificateBuilder, StringType, TestKey, ca, request, root, server_certificate,
    system_signature_certificate,
};
use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::prelude::{FromDer, X509Certificate, X509Name};
use x509_parser::public_key::PublicKey;

/// Attributes as dotted type and text.
fn ours(name: &Name<'_>) -> Vec<(String, Option<String>)> {
    name.attributes()
        .map(|a| {
            (
                a.kind().to_string(),
                a.text().map(std::borrow::Cow::into_owned),
            )
        })
        .collect()
}

fn theirs(name: &X509Name<'_>) -> Vec<(String, Option<String>)> {
    name.iter_attributes()
        .map(|a| {
            let text = match a.attr_value().tag().0 {
                // Their `as_str` does not decode these.
                20 => Some(
                    a.attr_value()
                        .data
                        .iter()
                        .copied()
                        .map(char::from)
                        .collect(),
                ),
                30 => {
                    let units: Vec<u16> = a
                        .attr_value()
                        .data
                        .chunks(2)
                        .map(|unit| u16::from_be_bytes([unit[0], unit[1]]))
                        .collect();
                    String::from_utf16(&units).ok()
                }
                _ => a.as_str().ok().map(str::to_owned),
            };
            (a.attr_type().to_id_string(), text)
        })
        .collect()
}

fn our_alt_names<'a>(names: impl Iterator<Item = AltName<'a>>) -> Vec<String> {
    names
        .filter_map(|name| match name {
            AltName::Dns(name) => Some(format!("dns {name}")),
            AltName::Email(name) => Some(format!("email {name}")),
            AltName::Uri(name) => Some(format!("uri {name}")),
            AltName::Ip(address) => Some(format!("ip {address}")),
            AltName::Directory(name) => Some(format!("dir {:?}", ours(&name))),
            AltName::RegisteredId(oid) => Some(format!("rid {oid}")),
            _ => None,
        })
        .collect()
}

fn their_alt_names(names: &[GeneralName<'_>]) -> Vec<String> {
    names
        .iter()
        .filter_map(|name| match name {
            GeneralName::DNSName(name) => Some(format!("dns {name}")),
            GeneralName::RFC822Name(name) => Some(format!("email {name}")),
            GeneralName::URI(name) => Some(format!("uri {name}")),
            GeneralName::IPAddress(octets) => {
                let v4 = <[u8; 4]>::try_from(*octets).map(IpAddr::from);
                let address = v4.or_else(|_| <[u8; 16]>::try_from(*octets).map(IpAddr::from));
                Some(format!("ip {}", address.ok()?))
            }
            GeneralName::DirectoryName(name) => Some(format!("dir {:?}", theirs(name))),
            GeneralName::RegisteredID(oid) => Some(format!("rid {}", oid.to_id_string())),
            _ => None,
        })
        .collect()
}

fn their_key(key: &PublicKey<'_>) -> Option<u32> {
    match key {
        PublicKey::RSA(_) | PublicKey::EC(_) => u32::try_from(key.key_size()).ok(),
        _ => None,
    }
}

fn agree(der: &[u8]) {
    let ours = Certificate::from_der(der).unwrap();
    let (_, theirs) = X509Certificate::from_der(der).unwrap();
    assert_eq!(differences(&ours, &theirs), Vec::<String>::new());
}

/// What both readers say of one certificate, where they do not say the same: the field, and both.
pub(crate) fn differences(our: &Certificate, other: &X509Certificate<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mut same = |field: &str, ours: String, theirs: String| {
        if ours != theirs {
            found.push(format!("{field}: {ours}, x509-parser: {theirs}"));
        }
    };
    let told = |it: Vec<(String, Option<String>)>| format!("{it:?}");
    same(
        "subject",
        told(ours(&our.subject())),
        told(theirs(other.subject())),
    );
    same(
        "issuer",
        told(ours(&our.issuer())),
        told(theirs(other.issuer())),
    );
    same(
        "serial number",
        format!("{:x?}", our.certificate_serial()),
        format!("{:x?}", other.raw_serial()),
    );
    let (validity, theirs_) = (our.validity(), other.validity());
    let ends = [validity.not_before, validity.not_after];
    let their_ends = [theirs_.not_before, theirs_.not_after];
    same(
        "validity",
        format!("{:?}", ends.map(|it| it.unix_seconds())),
        format!("{:?}", their_ends.map(|it| it.timestamp())),
    );
    let key = other.public_key().parsed().ok();
    same(
        "key",
        format!("{:?}", our.key().bits()),
        format!("{:?}", key.as_ref().and_then(their_key)),
    );
    let bits = |ours: Option<KeyUsage>| {
        let all = KEY_USAGES.into_iter();
        ours.map(|ours| all.map(|bit| ours.contains(bit)).collect::<Vec<_>>())
    };
    // An extension that they do not read, or that stands twice, has no answer of theirs to compare with.
    if let Ok(usage) = other.key_usage() {
        let usage = usage.map(|usage| usage.value);
        let usage = usage.map(|usage| {
            vec![
                usage.digital_signature(),
                usage.non_repudiation(),
                usage.key_encipherment(),
                usage.data_encipherment(),
                usage.key_agreement(),
                usage.key_cert_sign(),
                usage.crl_sign(),
                usage.encipher_only(),
                usage.decipher_only(),
            ]
        });
        same(
            "key usage",
            format!("{:?}", bits(our.key_usage())),
            format!("{usage:?}"),
        );
    }
    if let Ok(san) = other.subject_alternative_name() {
        let san = san.map(|san| their_alt_names(&san.value.general_names));
        same(
            "alternative names",
            format!("{:?}", our_alt_names(our.alt_names())),
            format!("{:?}", san.unwrap_or_default()),
        );
    }
    if let Ok(constraints) = other.basic_constraints() {
        let is_ca = constraints.is_some_and(|constraints| constraints.value.ca);
        same("CA", format!("{}", our.is_ca()), format!("{is_ca}"));
    }
    let mut policies: Vec<String> = Vec::new();
    let mut purposes = None;
    for extension in other.extensions() {
        match extension.parsed_extension() {
            ParsedExtension::CertificatePolicies(list) => {
                policies = list
                    .iter()
                    .map(|info| info.policy_id.to_id_string())
                    .collect();
            }
            ParsedExtension::ExtendedKeyUsage(usage) => {
                purposes = Some((usage.server_auth, usage.client_auth));
            }
            _ => {}
        }
    }
    let our_policies: Vec<String> = our.policies().map(|oid| oid.to_string()).collect();
    same(
        "policies",
        format!("{our_policies:?}"),
        format!("{policies:?}"),
    );
    let our_purposes = our.extended_key_usage().map(|oids| {
        let oids: Vec<String> = oids.map(|oid| oid.to_string()).collect();
        let has = |oid: &str| oids.iter().any(|other| other == oid);
        (has("1.3.6.1.5.5.7.3.1"), has("1.3.6.1.5.5.7.3.2"))
    });
    same(
        "purposes",
        format!("{our_purposes:?}"),
        format!("{purposes:?}"),
    );
    found
}

const KEY_USAGES: [KeyUsage; 9] = [
    KeyUsage::DIGITAL_SIGNATURE,
    KeyUsage::NON_REPUDIATION,
    KeyUsage::KEY_ENCIPHERMENT,
    KeyUsage::DATA_ENCIPHERMENT,
    KeyUsage::KEY_AGREEMENT,
    KeyUsage::KEY_CERT_SIGN,
    KeyUsage::CRL_SIGN,
    KeyUsage::ENCIPHER_ONLY,
    KeyUsage::DECIPHER_ONLY,
];

fn certificates() -> Vec<CertificateBuilder> {
    let good = server_certificate;
    let mut all = vec![
        good(),
        system_signature_certificate(),
        ca(),
        root(),
        good().without_san(),
        good()
            .ip_address("192.31.196.7")
            .ip_address("2001:db8::7")
            .email("a@b.example"),
        good()
            .uri("urn:oid:1.2.246.10")
            .directory_name("C=FI, O=Äänekoski")
            .raw_alt_name(0x88, &[0x2a, 3, 4]),
        good()
            .without_extended_key_usage()
            .without_extension("2.5.29.15"),
        good().basic_constraints(false, None),
        good().organisation("Hämeen Lääkärit Oy"),
        good()
            .strings(StringType::Bmp)
            .organisation("Hämeen Lääkärit Oy"),
        good()
            .strings(StringType::Teletex)
            .organisation("Hämeen Lääkärit Oy"),
        good().valid("1950-01-01T00:00:00Z", "2049-12-31T23:59:59Z"),
        good().valid("2050-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
        good().reversed_extensions(),
        good().subject("CN=x"),
        good().certificate_serial(&[0, 0xff, 0xff]),
        good().policies(&["2.5.29.32.0", "1.2.246.517.99.10.305.2"]),
    ];
    for key in [
        TestKey::P384,
        TestKey::Rsa2048,
        TestKey::Rsa3072,
        TestKey::Rsa4096,
    ] {
        all.push(good().key(key));
    }
    all
}

#[test]
fn both_readers_read_the_same_certificates() {
    for builder in certificates() {
        agree(&builder.without_signing().der());
    }
}

#[test]
fn both_readers_read_the_same_samples() {
    let named = std::env::var_os("KANTA_SAMPLE_CERTIFICATES").map(std::path::PathBuf::from);
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/samples/certificates");
    let folder = named.unwrap_or(beside);
    if !folder.is_dir() {
        eprintln!("SKIPPED: no sample certificates in {}", folder.display());
        return;
    }
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "pem") {
            let bytes = std::fs::read(path).unwrap();
            agree(Certificate::from_pem_or_der(&bytes).unwrap().der());
        }
    }
}

#[test]
fn both_readers_read_the_same_requests() {
    for builder in [
        request(),
        request().without_extensions(),
        request().with(|content| content.ip_address("192.31.196.7").key(TestKey::P384)),
        request().with(|content| content.without_san().organisation("Äänekoski")),
        kanta_testkit::system_signature_request(),
    ] {
        let der = builder.without_signing().der();
        let ours_ = CertificateRequest::from_der(&der).unwrap();
        let (_, other) = X509CertificationRequest::from_der(&der).unwrap();
        let info = &other.certification_request_info;
        assert_eq!(ours(&ours_.subject()), theirs(&info.subject));
        let bits = info.subject_pki.parsed().ok().as_ref().and_then(their_key);
        assert_eq!(ours_.key().bits(), bits);
        assert!(!matches!(ours_.key(), Key::Other));
        let mut san = Vec::new();
        for extension in other.requested_extensions().into_iter().flatten() {
            if let ParsedExtension::SubjectAlternativeName(names) = extension {
                san = their_alt_names(&names.general_names);
            }
        }
        assert_eq!(our_alt_names(ours_.alt_names()), san);
    }
}
