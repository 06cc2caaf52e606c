//! Files that hold no certificate as such are named for what they are.

use kanta_cert::{Certificate, CertificateOrRequest, FileForm, ReadError};
use kanta_conformance::Language;
use kanta_testkit::{crl, request, server_certificate};

fn error(bytes: &[u8]) -> ReadError {
    CertificateOrRequest::read_all(bytes).unwrap_err()
}

fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let [high, low] = u16::try_from(content.len()).unwrap().to_be_bytes();
    let header = match (high, low) {
        (0, ..=0x7f) => vec![0x30, low],
        (0, _) => vec![0x30, 0x81, low],
        _ => vec![0x30, 0x82, high, low],
    };
    [header, content].concat()
}

fn base64(der: &[u8]) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in der.chunks(3) {
        let bits = three
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for place in 0..4 {
            let index = bits >> (18 - 6 * place) & 63;
            text.push(if place <= three.len() {
                alphabet[index as usize].into()
            } else {
                '='
            });
        }
    }
    text
}

fn pem(label: &str, der: &[u8]) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    for line in base64(der).as_bytes().chunks(64) {
        text.push_str(std::str::from_utf8(line).unwrap());
        text.push('\n');
    }
    text + &format!("-----END {label}-----\n")
}

const ENVELOPED: [u8; 11] = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 3];
const DATA: [u8; 11] = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];
/// A bag for an encrypted private key, and one for a certificate.
const KEY_BAG: [u8; 13] = [6, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1, 2];
const CERTIFICATE_BAG: [u8; 13] = [6, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1, 3];

fn pkcs7() -> Vec<u8> {
    sequence(&[&ENVELOPED, &[0xa0, 0x82, 1, 0], &[5; 256]])
}

fn pkcs12(bag: &[u8]) -> Vec<u8> {
    sequence(&[
        &[2, 1, 3],
        &sequence(&[&DATA, &[0xa0, 0x82, 1, 0], &[5; 256], bag]),
    ])
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xfeff);
    mark.into_iter()
        .chain(text.encode_utf16())
        .flat_map(unit)
        .collect()
}

#[test]
fn each_form_is_named() {
    let good = server_certificate();
    let quoted: String = good
        .pem()
        .lines()
        .map(|line| format!("> {line}\r\n"))
        .collect();
    let printable = good.pem().replace('=', "=3D");
    let soft: String = base64(&good.der())
        .as_bytes()
        .chunks(75)
        .map(|line| format!("{}=\n", std::str::from_utf8(line).unwrap()))
        .collect();
    let soft = format!("-----BEGIN CERTIFICATE-----\n{soft}\n-----END CERTIFICATE-----\n");
    for (words, bytes, form) in [
        ("PKCS #7 in DER", pkcs7(), FileForm::Pkcs7 { pem: false }),
        (
            "the same in PEM under another label",
            pem("X509 CERTIFICATE", &pkcs7()).into(),
            FileForm::Pkcs7 { pem: true },
        ),
        (
            "the same, of indefinite length",
            [&[0x30, 0x80][..], &ENVELOPED, &[0xa0, 0x80, 0, 0, 0, 0]].concat(),
            FileForm::Pkcs7 { pem: false },
        ),
        (
            "PKCS #7 in PEM",
            pem("PKCS7", &pkcs7()).into(),
            FileForm::Pkcs7 { pem: true },
        ),
        (
            "PKCS #7 as OpenSSL's cms writes it",
            pem("CMS", &pkcs7()).into(),
            FileForm::Pkcs7 { pem: true },
        ),
        (
            "PKCS #7 under another label",
            pem("CERTIFICATE", &pkcs7()).into(),
            FileForm::Pkcs7 { pem: true },
        ),
        (
            "PKCS #12 without a key",
            pkcs12(&CERTIFICATE_BAG),
            FileForm::Pkcs12 { key: false },
        ),
        (
            "PKCS #12 with a key",
            pkcs12(&KEY_BAG),
            FileForm::Pkcs12 { key: true },
        ),
        (
            "PKCS #12 of indefinite length",
            [&[0x30, 0x80, 2, 1, 3, 0x30, 0x80][..], &DATA, &[0xa0, 0x80]].concat(),
            FileForm::Pkcs12 { key: false },
        ),
        (
            "PKCS #12 in base64",
            base64(&pkcs12(&CERTIFICATE_BAG)).into(),
            FileForm::Pkcs12 { key: false },
        ),
        (
            "JKS",
            vec![0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2],
            FileForm::Jks,
        ),
        (
            "JCEKS",
            vec![0xce, 0xce, 0xce, 0xce, 0, 0, 0, 2],
            FileForm::Jks,
        ),
        ("a list in PEM", crl().pem().into(), FileForm::Crl),
        ("a list in DER", crl().der(), FileForm::Crl),
        (
            "a list of version 1",
            crl().version_1().der(),
            FileForm::Crl,
        ),
        (
            "base64",
            base64(&good.der()).into(),
            FileForm::Base64 { request: false },
        ),
        (
            "base64 with a mark and line ends",
            format!("\u{feff}{}\r\n", base64(&good.der())).into(),
            FileForm::Base64 { request: false },
        ),
        (
            "a request in base64",
            base64(&request().der()).into(),
            FileForm::Base64 { request: true },
        ),
        (
            "UTF-16",
            utf16(&good.pem(), u16::to_le_bytes, true),
            FileForm::Utf16,
        ),
        (
            "UTF-16, the other order",
            utf16(&good.pem(), u16::to_be_bytes, true),
            FileForm::Utf16,
        ),
        (
            "UTF-16 without a mark",
            utf16(&good.pem(), u16::to_le_bytes, false),
            FileForm::Utf16,
        ),
        (
            "UTF-16, the other order, without a mark",
            utf16(&good.pem(), u16::to_be_bytes, false),
            FileForm::Utf16,
        ),
        (
            "base64 in UTF-16",
            utf16(&base64(&good.der()), u16::to_le_bytes, false),
            FileForm::Utf16,
        ),
        ("a quoted mail", quoted.into(), FileForm::Quoted),
        (
            "quoted-printable",
            printable.into(),
            FileForm::QuotedPrintable,
        ),
        (
            "quoted-printable with soft line ends",
            soft.into(),
            FileForm::QuotedPrintable,
        ),
        (
            "a public key",
            pem("PUBLIC KEY", &[0x30, 0]).into(),
            FileForm::PublicKey,
        ),
        (
            "a public key in DER",
            sequence(&[&sequence(&[&[6, 3, 0x2b, 0x65, 0x70]]), &[3, 2, 0, 1]]),
            FileForm::PublicKey,
        ),
    ] {
        assert_eq!(error(&bytes), ReadError::OtherForm(form), "{words}");
        let told = Language::ALL.map(|language| error(&bytes).message(language));
        assert!(
            told.iter().all(|told| told.contains(form.command())),
            "{told:?}"
        );
        assert!(told[0] != told[1] && told[1] != told[2], "{told:?}");
    }
}

#[test]
fn nothing_is_said_of_a_private_key_where_there_is_none() {
    for (words, bytes) in [
        ("PKCS #12 without a key", pkcs12(&CERTIFICATE_BAG)),
        // RSAPublicKey, DH parameters and DSA parameters.
        ("two numbers", sequence(&[&[2, 1, 5], &[2, 1, 3]])),
        (
            "three numbers",
            sequence(&[&[2, 1, 5], &[2, 1, 3], &[2, 1, 3]]),
        ),
        ("a number", sequence(&[&[2, 1, 0]])),
        // The versions of private keys are 0 and 1 (RFC 5208, 5915 and 8017).
        ("a number and octets", sequence(&[&[2, 1, 2], &[4, 1, 0]])),
        (
            "nine numbers that begin with no version",
            sequence(&[&[2, 1, 5], &[2, 1, 3].repeat(8)]),
        ),
        // EncryptedData of RFC 5652, section 8.
        (
            "encrypted data",
            sequence(&[&[2, 1, 0], &sequence(&[&DATA, &[0x30, 0], &[0x80, 1, 0]])]),
        ),
        (
            "octets behind what is no algorithm",
            sequence(&[&[2, 1, 0], &sequence(&[&[2, 1, 5]]), &[4, 1, 0]]),
        ),
        (
            "a public key",
            sequence(&[&sequence(&[&[6, 1, 0x2a]]), &[3, 1, 0]]),
        ),
    ] {
        let error = error(&bytes);
        assert!(
            !matches!(error, ReadError::PrivateKey { .. }),
            "{words}: {error}"
        );
        assert!(
            !error.to_string().contains("with a private key"),
            "{words}: {error}"
        );
    }
}

#[test]
fn a_private_key_is_refused_in_every_form() {
    let numbers = [2, 1, 3].repeat(8);
    let algorithm = sequence(&[&[6, 1, 0x2a]]);
    for (words, der) in [
        ("PKCS #8", sequence(&[&[2, 1, 0], &algorithm, &[4, 1, 0]])),
        (
            "PKCS #8 with a public key",
            sequence(&[&[2, 1, 1], &algorithm, &[4, 1, 0]]),
        ),
        ("PKCS #8, encrypted", sequence(&[&algorithm, &[4, 1, 0]])),
        ("PKCS #1", sequence(&[&[2, 1, 0], &numbers])),
        ("SEC 1", sequence(&[&[2, 1, 1], &[4, 1, 0]])),
        ("DSA", sequence(&[&[2, 1, 0], &numbers[..15]])),
    ] {
        let as_utf16 = utf16(&pem("PRIVATE KEY", &der), u16::to_le_bytes, true);
        for bytes in [
            der.clone(),
            base64(&der).into(),
            pem("CERTIFICATE", &der).into(),
            as_utf16,
        ] {
            assert_eq!(
                error(&bytes),
                ReadError::PrivateKey { offset: 0 },
                "{words}"
            );
        }
    }
    let quoted = "> -----BEGIN EC PRIVATE KEY-----\n> AAAA\n> -----END EC PRIVATE KEY-----\n";
    assert_eq!(
        error(quoted.as_bytes()),
        ReadError::PrivateKey { offset: 2 }
    );
}

#[test]
fn a_block_of_another_label_is_nothing_that_is_known() {
    for label in ["DH PARAMETERS", "PUBLIC KEYS", "ATTRIBUTE CERTIFICATE"] {
        let text = pem(label, &[0x30, 0]);
        assert_eq!(error(text.as_bytes()), ReadError::NotFound, "{label}");
    }
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let good = server_certificate();
    for bytes in [
        format!("\u{feff}{}", good.pem()).into(),
        [&[0xef, 0xbb, 0xbf][..], &good.der()].concat(),
    ] {
        let read = Certificate::from_pem_or_der(&bytes).unwrap();
        assert_eq!(read.der(), good.der());
    }
}

#[test]
#[cfg(feature = "_path")]
fn what_is_given_for_a_list_is_named_too() {
    use kanta_cert::{Crl, CrlError};
    let error = |bytes: &[u8]| Crl::read_all(bytes).unwrap_err();
    let store = ReadError::OtherForm(FileForm::Pkcs12 { key: false });
    assert_eq!(error(&pkcs12(&CERTIFICATE_BAG)), CrlError::Text(store));
    assert_eq!(error(&server_certificate().der()), CrlError::NotFound);
    assert_eq!(
        error(server_certificate().pem().as_bytes()),
        CrlError::NotFound
    );
    let cut = &crl().der()[..40];
    assert_eq!(error(cut), CrlError::Broken { offset: 0 });
    let text = base64(&crl().der());
    assert_eq!(error(text.as_bytes()), CrlError::NotFound);
}
