//! The algorithms of keys and signatures, by the OIDs of RFC 5280's companions (RFC 3279, 4055, 5480 and 5758).

use crate::common::{DAY, in_each, rewritten};
use kanta_cert::{Certificate, Key, Profile, Question, SignatureAlgorithm};
use kanta_conformance::{Outcome, Why};
use kanta_testkit::{TestKey, server_certificate};

/// The octets before the last one of 1.2.840.113549.1.1.n and of 1.2.840.10045.4.3.n.
const PKCS_1: [u8; 8] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1];
const ECDSA_SHA_2: [u8; 7] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3];

/// Certificates whose signatures are of each kind, by the last number of the algorithm's OID.
fn signed() -> Vec<(Certificate, SignatureAlgorithm)> {
    use SignatureAlgorithm::{Ecdsa, Other, Rsa, Weak};
    let good = || server_certificate().without_signing();
    let rsa = good().issuer_key(TestKey::Rsa2048).der();
    let ecdsa = good().issuer_key(TestKey::P384).der();
    let kinds = [
        (&rsa, &PKCS_1[..], 13, 2, Weak),
        (&rsa, &PKCS_1, 13, 3, Weak),
        (&rsa, &PKCS_1, 13, 4, Weak),
        (&rsa, &PKCS_1, 13, 5, Weak),
        // RSASSA-PSS, whose digest stands in its parameters.
        (&rsa, &PKCS_1, 13, 10, Other),
        (&rsa, &PKCS_1, 13, 11, Rsa { digest: 256 }),
        (&rsa, &PKCS_1, 13, 12, Rsa { digest: 384 }),
        (&rsa, &PKCS_1, 13, 13, Rsa { digest: 512 }),
        // SHA-224
        (&rsa, &PKCS_1, 13, 14, Other),
        (&ecdsa, &ECDSA_SHA_2, 3, 1, Other),
        (&ecdsa, &ECDSA_SHA_2, 3, 2, Ecdsa { digest: 256 }),
        (&ecdsa, &ECDSA_SHA_2, 3, 3, Ecdsa { digest: 384 }),
        (&ecdsa, &ECDSA_SHA_2, 3, 4, Ecdsa { digest: 512 }),
    ];
    kinds
        .into_iter()
        .map(|(der, arcs, written, last, expected)| {
            let der = rewritten(der, &[arcs, &[written]].concat(), &[arcs, &[last]].concat());
            (Certificate::from_der(&der).unwrap(), expected)
        })
        .collect()
}

#[test]
fn a_signature_is_named_by_its_algorithm() {
    for (certificate, expected) in signed() {
        assert_eq!(certificate.signature_algorithm(), expected);
    }
}

#[test]
fn the_digest_of_a_known_algorithm_is_told_in_bits() {
    for digest in [256, 384, 512] {
        for known in [
            SignatureAlgorithm::Rsa { digest },
            SignatureAlgorithm::Ecdsa { digest },
        ] {
            assert_eq!(known.digest_bits(), Some(digest), "{known}");
        }
    }
    assert_eq!(SignatureAlgorithm::Weak.digest_bits(), None);
    assert_eq!(SignatureAlgorithm::Other.digest_bits(), None);
}

#[test]
fn a_weak_signature_is_named_and_an_unknown_one_left_open() {
    for (certificate, algorithm) in signed() {
        let outcomes = Profile::Server.outcomes(&certificate, &Question::on(DAY));
        let found = outcomes
            .into_iter()
            .find(|(row, _)| row.id() == "quoted-tl-iv/weak-signature");
        match (found.unwrap().1, algorithm) {
            (Outcome::Violated { found, required }, SignatureAlgorithm::Weak) => {
                assert_eq!(in_each(&found), ["`SHA-1, MD5`"; 3]);
                assert_eq!(in_each(&required), ["`SHA-256`"; 3]);
            }
            (Outcome::Undetermined(Why::EvidenceOutside(_)), SignatureAlgorithm::Other)
            | (
                Outcome::Satisfied,
                SignatureAlgorithm::Rsa { .. } | SignatureAlgorithm::Ecdsa { .. },
            ) => {}
            (other, _) => panic!("{algorithm}: {other:?}"),
        }
    }
}

#[test]
fn a_key_is_named_by_its_curve() {
    // 1.3.132.0.n: secp384r1, secp521r1 and secp256k1.
    let der = server_certificate().key(TestKey::P384).der();
    for (last, expected) in [(34, Key::P384), (35, Key::P521), (10, Key::OtherCurve)] {
        let curve = [0x2b, 0x81, 4, 0, last];
        let der = rewritten(&der, &[0x2b, 0x81, 4, 0, 34], &curve);
        assert_eq!(Certificate::from_der(&der).unwrap().key(), expected);
    }
}
