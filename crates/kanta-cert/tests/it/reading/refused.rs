//! What cannot be understood is refused with its reason and its place, and costs no more than its length.

use kanta_cert::{
    Certificate, CertificateOrRequest, Profile, Question, ReadError, SIZE_LIMIT, Structure,
};
use kanta_conformance::{Date, Language};
use kanta_testkit::{TestKey, ca, request, root, server_certificate, system_signature_certificate};

#[test]
fn what_cannot_be_understood_is_refused_with_the_reason_and_the_place() {
    let der = server_certificate().der();
    let pem = server_certificate().pem();
    let key = server_certificate().private_key_pem();
    let request = request();
    let truncated = pem.replace("-----END CERTIFICATE-----\n", "");
    let mut star = pem.clone();
    star.replace_range(40..41, "*");
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", Vec::new(), "empty"),
        ("blanks", b" \n\t".to_vec(), "empty"),
        (
            "text",
            b"hello".to_vec(),
            "no certificate and no certificate request in it, neither as PEM nor as DER",
        ),
        (
            "a public key",
            b"-----BEGIN PUBLIC KEY-----\nMA==\n-----END PUBLIC KEY-----\n".to_vec(),
            "a public key, not a certificate; what it holds is shown by `openssl pkey -pubin -in FILE -noout -text`",
        ),
        (
            "a private key",
            key.clone().into_bytes(),
            "holds a private key (byte 0): take it out, a private key is never passed on",
        ),
        (
            "a private key after the certificate",
            format!("{pem}{key}").into_bytes(),
            &format!(
                "holds a private key (byte {}): take it out, a private key is never passed on",
                pem.len()
            )
            .leak()[..],
        ),
        (
            "a private key before a broken certificate",
            format!("{key}{truncated}").into_bytes(),
            "holds a private key (byte 0): take it out, a private key is never passed on",
        ),
        (
            "an encrypted key",
            b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMA==\n-----END ENCRYPTED PRIVATE KEY-----\n"
                .to_vec(),
            "holds a private key (byte 0): take it out, a private key is never passed on",
        ),
        (
            "a request",
            request.pem().into_bytes(),
            "a certificate request, not a certificate",
        ),
        (
            "a request in DER",
            request.der(),
            "a certificate request, not a certificate",
        ),
        (
            "no END line",
            truncated.clone().into_bytes(),
            "the BEGIN line at byte 0 has no END line",
        ),
        ("a star", star.into_bytes(), "not base64 at byte 40"),
        (
            "two end entities",
            format!("{pem}{}", system_signature_certificate().pem()).into_bytes(),
            "2 certificates that are not a CA's: it is unclear which one is meant",
        ),
        (
            "two CAs",
            format!("{}{}", ca().pem(), root().pem()).into_bytes(),
            "several certificates, all of them a CA's",
        ),
        (
            "half a certificate",
            der[..500].to_vec(),
            "the certificate is cut off: the value at byte 0 has no end",
        ),
        (
            "1 MB and a byte",
            vec![b' '; SIZE_LIMIT + 1],
            "too large for a certificate: 1048577 bytes, at most 1048576 are read",
        ),
        (
            "an empty SEQUENCE",
            vec![0x30, 0],
            "the signed part is cut off: the value at byte 2 has no end",
        ),
        (
            "an indefinite length, in which nothing stands",
            vec![0x30, 0x80, 0, 0],
            "the signed part is cut off: the value at byte 2 has no end",
        ),
        (
            "an indefinite length without an end",
            vec![0x30, 0x80, 0x30, 0],
            "the certificate is cut off: the value at byte 0 has no end",
        ),
        (
            "an indefinite length of a primitive value",
            vec![0x30, 5, 4, 0x80, 0, 0, 0],
            "the signed part is not DER: byte 2 starts no value",
        ),
        (
            "a length in more octets than it needs",
            vec![0x30, 0x81, 2, 0x30, 0],
            "the certificate is not DER: byte 0 starts no value",
        ),
    ];
    for (what, bytes, message) in cases {
        let error = Certificate::from_pem_or_der(&bytes).unwrap_err();
        assert_eq!(error.to_string(), message, "{what}");
        for language in Language::ALL {
            let words = error.message(language);
            assert!(!words.is_empty() && !words.ends_with('.'), "{what}");
        }
        assert_ne!(
            error.message(Language::Fi),
            error.message(Language::Sv),
            "{what}"
        );
    }
}

#[test]
fn private_keys_in_der_are_refused_too() {
    for key in [TestKey::P256, TestKey::P384, TestKey::Rsa2048] {
        let pem = server_certificate().key(key).private_key_pem();
        let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
        // Through a label that says something else, the DER itself is looked at.
        let disguised = format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n");
        let error = Certificate::from_pem_or_der(disguised.as_bytes()).unwrap_err();
        assert_eq!(error, ReadError::PrivateKey { offset: 0 }, "{key:?}");
    }
}

/// Whatever byte the input ends at, the error names a place inside it.
#[test]
fn every_truncation_is_refused_at_a_place_inside() {
    for der in [
        server_certificate().without_signing().der(),
        request().without_signing().der(),
    ] {
        for length in 0..der.len() {
            let error = CertificateOrRequest::from_der(&der[..length]).unwrap_err();
            assert!(
                error.offset().is_none_or(|offset| offset <= length),
                "{length}: {error}"
            );
        }
        assert!(CertificateOrRequest::from_der(&der).is_ok());
    }
}

#[test]
fn the_structure_that_is_broken_is_named() {
    let builder = server_certificate()
        .valid("no time", "2026-08-31T20:59:59Z")
        .without_signing();
    let error = Certificate::from_der(&builder.der()).unwrap_err();
    assert_eq!(error.structure(), Some(Structure::Validity));
    let message = error.to_string();
    assert!(
        message.starts_with("the validity holds no readable time at byte "),
        "{message}"
    );
    let at = error.offset().unwrap();
    // GeneralizedTime, 7 characters.
    assert_eq!(builder.der()[at..at + 2], [0x18, 7]);
}

/// Files of 1 MB that ask for as much work as they can; each is done with in a moment.
#[test]
fn hostile_files_cost_no_more_than_their_length() {
    let begin = "-----BEGIN CERTIFICATE-----\n".repeat(SIZE_LIMIT / 28);
    let dashes = "-".repeat(SIZE_LIMIT);
    let labels = "-----BEGIN ".repeat(SIZE_LIMIT / 11);
    let nested = {
        // SEQUENCEs in SEQUENCEs, as deep as they go.
        let mut der: Vec<u8> = Vec::new();
        for _ in 0..1000 {
            let mut outer = vec![0x30, 0x83];
            outer.extend(&u32::try_from(der.len()).unwrap().to_be_bytes()[1..]);
            outer.extend(&der);
            der = outer;
        }
        der
    };
    let many = (0..20_000_u32).fold(server_certificate().without_signing(), |builder, n| {
        builder.dns_name(&format!("n{n}.example"))
    });
    let extensions = {
        let one = [0x30, 9, 6, 3, 0x2a, 3, 4, 4, 2, 5, 0];
        server_certificate()
            .extension("2.5.29.17", false, &one.repeat(10_000))
            .without_signing()
    };
    let started = std::time::Instant::now();
    for text in [&begin, &dashes, &labels] {
        let _ = CertificateOrRequest::read_all(text.as_bytes());
    }
    let _ = CertificateOrRequest::from_der(&nested);
    let question = Question::on(Date::constant(2025, 12, 1)).dns_name("kanta.klinikka.example");
    for builder in [many, extensions] {
        let certificate = Certificate::from_der(&builder.der()).unwrap();
        let _ = Profile::Server.outcomes(&certificate, &question);
    }
    // A second or so in a debug build on a busy machine; quadratic work would take minutes.
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
