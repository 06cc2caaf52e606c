//! Everything that has a name has one of its own, in each language.

use std::collections::BTreeSet;
use std::fmt::Debug;

use kanta_cert::{
    AuthorityRole, Branch, CertificateKind, CrlError, Environment, Key, Language, OddityKind,
    Profile, ReadError, SignatureAlgorithm, Structure, Text, TrustError, TrustStore,
    shared_access_points,
};
use kanta_testkit::server_certificate;

/// Each of these is told by words that no other one has, and by other words in Finnish and Swedish than in English.
fn told_apart<T: Debug>(all: &[T], name: impl Fn(&T) -> Text) {
    for language in Language::ALL {
        let names: BTreeSet<&str> = all.iter().map(|it| name(it).get(language)).collect();
        assert_eq!(names.len(), all.len(), "{language}: {names:?}");
        assert!(!names.contains(""));
    }
    for it in all {
        let [en, fi, sv] = Language::ALL.map(|language| name(it).get(language));
        assert!(en != fi && fi != sv && sv != en, "{it:?}");
    }
}

#[test]
fn oddities_and_structures_have_names_of_their_own() {
    told_apart(
        &[
            OddityKind::SerialNotPositive,
            OddityKind::SerialTooLong,
            OddityKind::TrailingBytes,
            OddityKind::DuplicateExtension,
            OddityKind::UnknownCriticalExtension,
            OddityKind::EmptyAlternativeName,
            OddityKind::UnreadableAlternativeName,
            OddityKind::NonAsciiDnsName,
            OddityKind::EmptyExtendedKeyUsage,
            OddityKind::UnreadableExtension,
            OddityKind::UnreadableName,
            OddityKind::NotDer,
            OddityKind::Version,
            OddityKind::AlgorithmMismatch,
        ],
        |it| it.name(),
    );
    told_apart(
        &[
            Structure::Certificate,
            Structure::ToBeSigned,
            Structure::SerialNumber,
            Structure::SignatureAlgorithm,
            Structure::Issuer,
            Structure::Validity,
            Structure::Subject,
            Structure::PublicKey,
            Structure::Extensions,
            Structure::Signature,
            Structure::Request,
            Structure::Attributes,
            Structure::Pkcs7,
        ],
        |it| it.name(),
    );
}

#[test]
fn cas_have_names_by_what_they_are_for_and_their_environment() {
    let both = [Environment::Production, Environment::Test];
    let mut roles = vec![
        AuthorityRole::NotThatRoot(Environment::Production),
        AuthorityRole::Test,
        AuthorityRole::Unknown,
    ];
    roles.extend(both.map(AuthorityRole::Root));
    for branch in [Branch::Sote, Branch::General] {
        roles.extend(both.map(|environment| AuthorityRole::Issuing(branch, environment)));
    }
    told_apart(&roles, |it| it.name());
    let tests: Vec<&AuthorityRole> = roles.iter().filter(|it| it.is_test()).collect();
    assert_eq!(
        tests,
        [
            &AuthorityRole::Test,
            &AuthorityRole::Root(Environment::Test),
            &AuthorityRole::Issuing(Branch::Sote, Environment::Test),
            &AuthorityRole::Issuing(Branch::General, Environment::Test),
        ]
    );
}

#[test]
fn kinds_have_a_word_for_programs_and_profiles_the_name_of_their_kind() {
    let kinds = [
        (CertificateKind::Server, "server"),
        (CertificateKind::SystemSignature, "system-signature"),
        (CertificateKind::GeneralServer, "general-server"),
        (CertificateKind::GeneralSignature, "general-signature"),
        (CertificateKind::XRoad, "x-road"),
        (CertificateKind::Person, "person"),
        (CertificateKind::Ca, "ca"),
        (CertificateKind::Crossed, "crossed"),
        (CertificateKind::ForeignServer, "foreign-server"),
        (CertificateKind::ForeignSignature, "foreign-signature"),
        (CertificateKind::Unknown, "unknown"),
    ];
    for (kind, code) in kinds {
        assert_eq!(kind.code(), code);
    }
    told_apart(&kinds, |(kind, _)| kind.name());
    assert_eq!(Profile::Server.name(), CertificateKind::Server.name());
    let signature = Profile::SystemSignature.name();
    assert_eq!(signature, CertificateKind::SystemSignature.name());
}

#[test]
fn keys_and_signatures_are_told_as_people_write_them() {
    let keys = [
        (Key::Rsa { bits: 3072 }, "RSA 3072"),
        (Key::P256, "EC P-256"),
        (Key::P384, "EC P-384"),
        (Key::P521, "EC P-521"),
        (Key::OtherCurve, "EC ?"),
        (Key::Other, "?"),
    ];
    for (key, words) in keys {
        assert_eq!(key.to_string(), words);
    }
    let signatures = [
        (SignatureAlgorithm::Rsa { digest: 256 }, "RSA, SHA-256"),
        (SignatureAlgorithm::Ecdsa { digest: 384 }, "ECDSA, SHA-384"),
        (SignatureAlgorithm::Weak, "SHA-1 / MD5"),
        (SignatureAlgorithm::Other, "?"),
    ];
    for (signature, words) in signatures {
        assert_eq!(signature.to_string(), words);
    }
}

#[test]
fn what_is_no_list_and_no_anchor_is_told_in_three_languages() {
    let lists = [
        (
            CrlError::NotFound,
            [
                "no list of revoked",
                "ei sisällä sulkulistaa",
                "ingen spärrlista",
            ],
        ),
        (
            CrlError::TooLarge { size: 7 },
            [
                "too large",
                "liian suuri sulkulistaksi: 7",
                "för stor för en spärrlista: 7",
            ],
        ),
        (
            CrlError::Broken { offset: 9 },
            ["broken at byte 9", "rikki tavussa 9", "trasig vid byte 9"],
        ),
    ];
    for (error, words) in lists {
        for (language, words) in Language::ALL.into_iter().zip(words) {
            assert!(
                error.message(language).contains(words),
                "{}",
                error.message(language)
            );
        }
        assert_eq!(error.to_string(), error.message(Language::En));
    }
    let broken = ReadError::Base64 { offset: 3 };
    for language in Language::ALL {
        let told = CrlError::Text(broken.clone()).message(language);
        assert_eq!(told, broken.message(language));
    }
    let mut store = TrustStore::new();
    let pem = server_certificate().pem();
    let not_a_ca = store.trust("server.pem", pem.as_bytes()).unwrap_err();
    for (error, words) in [
        (
            not_a_ca,
            [
                "is not a CA's certificate",
                "ei ole varmentajan varmenne",
                "är inte en utfärdares",
            ],
        ),
        (
            TrustError::Request,
            [
                "a certificate request",
                "varmennepyyntö",
                "en certifikatbegäran",
            ],
        ),
        (
            TrustError::NoAnchor {
                subject: "A".to_owned(),
            },
            [
                "cannot be a trust anchor",
                "ei voi olla luottamusankkuri",
                "kan inte vara ett förtroendeankare",
            ],
        ),
    ] {
        for (language, words) in Language::ALL.into_iter().zip(words) {
            assert!(
                error.message(language).contains(words),
                "{}",
                error.message(language)
            );
        }
        assert_eq!(error.to_string(), error.message(Language::En));
    }
}

#[test]
fn an_error_tells_the_structure_and_the_byte_where_there_are_some() {
    let cut = ReadError::Truncated {
        structure: Structure::Subject,
        offset: 7,
    };
    assert_eq!(
        (cut.structure(), cut.offset()),
        (Some(Structure::Subject), Some(7))
    );
    let time = ReadError::Time { offset: 3 };
    assert_eq!(
        (time.structure(), time.offset()),
        (Some(Structure::Validity), Some(3))
    );
    assert_eq!(ReadError::PrivateKey { offset: 5 }.offset(), Some(5));
    assert_eq!(
        (
            ReadError::NotFound.structure(),
            ReadError::NotFound.offset()
        ),
        (None, None)
    );
}

#[test]
fn certificates_that_name_one_access_point_are_found_and_others_are_not() {
    let read = |der: Vec<u8>| kanta_cert::Certificate::from_der(&der).unwrap();
    let one = read(server_certificate().der());
    let renewed = read(
        server_certificate()
            .valid("2026-08-01T00:00:00Z", "2027-07-31T20:59:59Z")
            .der(),
    );
    let nameless = read(server_certificate().without_serial_number().der());
    let shared = shared_access_points([&one, &nameless, &renewed]);
    assert_eq!(shared.len(), 1);
    assert_eq!(shared[0].oid, "1.2.246.10.12345671.10.0.13.1");
    assert_eq!(
        (shared[0].members.as_slice(), shared[0].same_certificate),
        ([0, 2].as_slice(), false)
    );
    assert!(shared_access_points([&one, &one])[0].same_certificate);
    assert!(shared_access_points([&one, &nameless]).is_empty());
}
