//! Certificates packed in PKCS #7, in DER and PEM: read, or refused by name.

use std::process::{Command, Stdio};

use kanta_cert::{Certificate, CertificateOrRequest, FileForm, ReadError, Structure};
use kanta_conformance::Language;
use kanta_testkit::{crl, server_certificate};
use proptest::prelude::*;

/// A value in DER.
fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    let header = match length {
        [0, 0, 0, short @ 0..=0x7f] => vec![tag, short],
        [0, 0, 0, a] => vec![tag, 0x81, a],
        [0, 0, a, b] => vec![tag, 0x82, a, b],
        [_, a, b, c] => vec![tag, 0x83, a, b, c],
    };
    [header, content].concat()
}

/// The same of indefinite length, which BER has.
fn indefinite(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    [&[tag, 0x80][..], &parts.concat(), &[0, 0]].concat()
}

const SIGNED_DATA: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2];
const DATA: &[u8] = &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];

/// SignedData with what is packed in it, by RFC 5652 section 5.1.
fn signed(tlv: fn(u8, &[&[u8]]) -> Vec<u8>, packed: &[&[u8]]) -> Vec<u8> {
    let list = match packed {
        [] => Vec::new(),
        packed => tlv(0xa0, packed),
    };
    let signed = tlv(
        0x30,
        &[
            &[2, 1, 1],
            &[0x31, 0],
            &tlv(0x30, &[DATA]),
            &list,
            &[0x31, 0],
        ],
    );
    tlv(0x30, &[SIGNED_DATA, &tlv(0xa0, &[&signed])])
}

fn pem(label: &str, der: &[u8]) -> Vec<u8> {
    let text = data_encoding(der);
    format!("-----BEGIN {label}-----\n{text}-----END {label}-----\n").into()
}

/// Base64 in lines, made by OpenSSL.
fn data_encoding(der: &[u8]) -> String {
    openssl(&["base64"], der)
}

fn openssl(arguments: &[&str], input: &[u8]) -> String {
    use std::io::Write;
    let mut child = Command::new("openssl")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writing = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

fn ders(bytes: &[u8]) -> Vec<Vec<u8>> {
    let all = CertificateOrRequest::read_all(bytes).unwrap();
    let der = |one: &CertificateOrRequest| match one {
        CertificateOrRequest::Certificate(one) => one.der().to_vec(),
        CertificateOrRequest::Request(_) => panic!("no request was packed"),
    };
    all.iter().map(der).collect()
}

#[test]
fn in_base64_without_its_lines_it_is_read_too_and_nothing_else_is() {
    let leaf = server_certificate().der();
    let ca = kanta_testkit::ca().der();
    for tlv in [tlv, indefinite] {
        let der = signed(tlv, &[&leaf, &ca]);
        let in_lines = data_encoding(&der);
        for text in [
            in_lines.clone(),
            in_lines.replace('\n', "\r\n"),
            in_lines.replace('\n', ""),
            format!("\u{feff}{in_lines}"),
        ] {
            assert_eq!(ders(text.as_bytes()), [leaf.clone(), ca.clone()]);
        }
        let read = |der: &[u8]| CertificateOrRequest::read_all(data_encoding(der).as_bytes());
        assert_eq!(
            read(&signed(tlv, &[])).unwrap_err(),
            ReadError::NoCertificate
        );
        // What is broken inside is told as that of DER is.
        let broken = signed(tlv, &[&leaf, &leaf[..leaf.len() - 1]]);
        assert_eq!(
            read(&broken).unwrap_err(),
            CertificateOrRequest::read_all(&broken).unwrap_err()
        );
        let form = ReadError::OtherForm(FileForm::Base64 { request: false });
        assert_eq!(read(&leaf).unwrap_err(), form);
    }
}

#[test]
fn the_certificates_of_a_chain_are_read_in_their_order() {
    let leaf = server_certificate().der();
    let ca = kanta_testkit::ca().der();
    for tlv in [tlv, indefinite] {
        let der = signed(tlv, &[&ca, &leaf]);
        let in_order = [ca.clone(), leaf.clone()];
        assert_eq!(ders(&der), in_order);
        for label in ["PKCS7", "CMS", "PKCS #7 SIGNED DATA", "CERTIFICATE"] {
            assert_eq!(ders(&pem(label, &der)), in_order, "{label}");
        }
        // Beside certificates of their own; behind a byte order mark.
        let both = [pem("PKCS7", &der), pem("CERTIFICATE", &leaf)].concat();
        assert_eq!(ders(&both).len(), 3);
        assert_eq!(ders(&[&b"\xef\xbb\xbf"[..], &der].concat()), in_order);
        // The end entity's is meant.
        let read = Certificate::from_pem_or_der(&der).unwrap();
        assert_eq!(read.der(), leaf);
    }
}

/// A reader of others' takes the same certificates out of what we make, and we out of what it makes.
#[test]
fn openssl_reads_and_writes_the_same() {
    let (leaf, ca) = (server_certificate().der(), kanta_testkit::ca().der());
    let der = signed(tlv, &[&ca, &leaf]);
    let text = openssl(&["pkcs7", "-inform", "DER", "-print_certs"], &der);
    assert_eq!(ders(text.as_bytes()), [ca.clone(), leaf.clone()]);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("pkcs7-chain.pem");
    std::fs::write(
        &file,
        [pem("CERTIFICATE", &leaf), pem("CERTIFICATE", &ca)].concat(),
    )
    .unwrap();
    let chain = file.to_str().unwrap();
    let packed = openssl(&["crl2pkcs7", "-nocrl", "-certfile", chain], &[]);
    let mut read = ders(packed.as_bytes());
    read.sort();
    let mut both = vec![leaf, ca];
    both.sort();
    assert_eq!(read, both);
}

#[test]
fn what_holds_no_certificate_is_named() {
    let error = |bytes: &[u8]| CertificateOrRequest::read_all(bytes).unwrap_err();
    // Nothing packed, attribute certificates alone, a list of revoked certificates alone.
    let with_list = tlv(0xa1, &[&crl().der()]);
    let lists = tlv(
        0x30,
        &[
            &[2, 1, 1],
            &[0x31, 0],
            &tlv(0x30, &[DATA]),
            &with_list,
            &[0x31, 0],
        ],
    );
    for empty in [
        signed(tlv, &[]),
        signed(tlv, &[&[0xa1, 2, 5, 0]]),
        tlv(0x30, &[SIGNED_DATA, &tlv(0xa0, &[&lists])]),
    ] {
        assert_eq!(error(&empty), ReadError::NoCertificate);
        assert_eq!(error(&pem("PKCS7", &empty)), ReadError::NoCertificate);
    }
    let told = Language::ALL.map(|language| ReadError::NoCertificate.message(language));
    assert_eq!(told[0], "PKCS #7 in which no certificate is packed");
    assert!(told[0] != told[1] && told[1] != told[2]);
    // Of another kind: enveloped data.
    let mut enveloped = SIGNED_DATA.to_vec();
    enveloped[10] = 3;
    let enveloped = tlv(0x30, &[&enveloped, &[0xa0, 2, 5, 0]]);
    assert_eq!(
        error(&enveloped),
        ReadError::OtherForm(FileForm::Pkcs7 { pem: false })
    );
}

#[test]
fn what_is_broken_is_told_with_its_byte() {
    let leaf = server_certificate().der();
    let der = signed(tlv, &[&leaf]);
    let error = |bytes: &[u8]| CertificateOrRequest::read_all(bytes).unwrap_err();
    let structure = Structure::Pkcs7;
    assert_eq!(
        error(&der[..40]),
        ReadError::Truncated {
            structure,
            offset: 0
        }
    );
    assert_eq!(
        error(&der[..40]).to_string(),
        "the PKCS #7 around the certificates is cut off: the value at byte 0 has no end"
    );
    let odd = tlv(0x30, &[SIGNED_DATA, &[0xa0, 2, 5, 0]]);
    assert_eq!(
        error(&odd),
        ReadError::Unexpected {
            structure,
            offset: 15,
            tag: 5
        }
    );
    // A certificate in it that is none, and a private key where one should be.
    assert!(matches!(
        error(&signed(tlv, &[&[0x30, 0]])),
        ReadError::Truncated { .. }
    ));
    let key = [0x30, 11, 2, 1, 0, 0x30, 3, 6, 1, 0x2a, 4, 1, 0];
    assert_eq!(
        error(&signed(tlv, &[&leaf, &key[..]])),
        ReadError::PrivateKey { offset: 0 }
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// One byte changed, or the end cut off: read or refused, and certificates that are read lie in the file.
    #[test]
    fn a_damaged_chain_is_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(), long in any::<bool>()) {
        let tlv = if long { indefinite } else { tlv };
        let mut der = signed(tlv, &[&server_certificate().der()]);
        let at = at.index(der.len());
        if cut { der.truncate(at) } else { der[at] = byte }
        if let Ok(read) = CertificateOrRequest::read_all(&der) {
            prop_assert!(!read.is_empty());
        }
    }
}

/// As many as fit into what is read, each read once.
#[test]
fn a_file_full_of_certificates_costs_its_length() {
    let leaf = server_certificate().der();
    let count = (1_000_000 - 100) / leaf.len();
    let packed: Vec<&[u8]> = vec![&leaf; count];
    let start = std::time::Instant::now();
    assert_eq!(ders(&signed(tlv, &packed)).len(), count);
    assert!(start.elapsed().as_secs() < 5);
    // Depth costs nothing: it is not followed.
    let mut deep = vec![0x30, 0];
    for _ in 0..10_000 {
        deep = indefinite(0x30, &[&deep]);
    }
    assert!(CertificateOrRequest::read_all(&signed(tlv, &[&deep])).is_err());
}
