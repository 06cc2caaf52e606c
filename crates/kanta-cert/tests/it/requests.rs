//! Requests: each is read alone, and its own signature is verified with the key in it.

use crate::common::DAY;
use kanta_cert::{CertificateRequest, OddityKind, Profile, Question, ReadError};
use kanta_conformance::{Language, Outcome, OutcomeKind, Why};
use kanta_testkit::{
    RequestBuilder, TestKey, request, server_certificate, system_signature_request,
};

const ID: &str = "rfc-2986/signature-false";

fn outcome_of(der: &[u8], profile: Profile) -> Outcome {
    let request = CertificateRequest::from_der(der).unwrap();
    let outcomes = profile.outcomes(&request, &Question::on(DAY));
    let found = outcomes
        .into_iter()
        .find(|(requirement, _)| requirement.id() == ID);
    found.unwrap().1
}

fn on_key(key: TestKey) -> RequestBuilder {
    request().with(|content| content.key(key))
}

#[test]
fn a_certificate_is_not_asked_for_a_requests_signature() {
    let certificate = kanta_cert::Certificate::from_der(&server_certificate().der()).unwrap();
    let outcomes = Profile::Server.outcomes(&certificate, &Question::on(DAY));
    let (_, outcome) = outcomes.iter().find(|(it, _)| it.id() == ID).unwrap();
    assert_eq!(*outcome, Outcome::NotApplicable);
}

#[test]
#[cfg(feature = "_path")]
fn a_good_signature_satisfies_and_a_false_one_violates() {
    for key in [
        TestKey::P256,
        TestKey::P384,
        TestKey::Rsa2048,
        TestKey::Rsa3072,
    ] {
        let good = outcome_of(&on_key(key).der(), Profile::Server);
        assert_eq!(good, Outcome::Satisfied, "{key:?}");
        for builder in [
            on_key(key).broken_signature(),
            on_key(key).without_signing(),
        ] {
            let (found, required) =
                crate::common::words(&outcome_of(&builder.der(), Profile::Server));
            assert_eq!(found, "a signature that does not verify", "{key:?}");
            assert_eq!(required, "a signature by the key in the request", "{key:?}");
        }
    }
    let signature = system_signature_request();
    assert_eq!(
        outcome_of(&signature.der(), Profile::SystemSignature),
        Outcome::Satisfied
    );
    let broken = signature.broken_signature();
    let broken = outcome_of(&broken.der(), Profile::SystemSignature);
    assert_eq!(broken.kind(), OutcomeKind::Violated);
}

#[test]
#[cfg(feature = "_path")]
fn what_was_changed_after_signing_is_noticed() {
    let der = request().der();
    let name = b"kanta.klinikka.example";
    let places: Vec<usize> = (0..der.len())
        .filter(|at| der[*at..].starts_with(name))
        .collect();
    // The common name and the alternative name.
    assert_eq!(places.len(), 2);
    for place in places {
        let mut changed = der.clone();
        changed[place] = b'h';
        assert_eq!(
            outcome_of(&changed, Profile::Server).kind(),
            OutcomeKind::Violated
        );
    }
}

#[test]
#[cfg(feature = "_path")]
fn an_algorithm_that_is_not_verified_here_leaves_it_open() {
    // ecdsa-with-SHA256 becomes ecdsa-with-SHA224.
    let mut der = request().der();
    let algorithm = [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
    let place = (0..der.len())
        .rev()
        .find(|at| der[*at..].starts_with(&algorithm))
        .unwrap();
    der[place + 7] = 1;
    let Outcome::Undetermined(Why::Unchecked(why)) = outcome_of(&der, Profile::Server) else {
        panic!()
    };
    assert_eq!(
        why.display(Language::En).to_string(),
        "signed with an algorithm or a kind of key that is not verified here"
    );
}

#[test]
#[cfg(not(feature = "_path"))]
fn without_the_verification_of_signatures_it_stays_open() {
    for builder in [
        request(),
        on_key(TestKey::P384).broken_signature(),
        system_signature_request(),
    ] {
        let Outcome::Undetermined(Why::Unchecked(why)) =
            outcome_of(&builder.der(), Profile::Server)
        else {
            panic!()
        };
        assert_eq!(
            why.display(Language::En).to_string(),
            "this program was built without the verification of signatures"
        );
        assert_eq!(OutcomeKind::Undetermined, Outcome::unchecked(why).kind());
    }
}

#[test]
#[cfg(feature = "_path")]
fn a_key_too_short_to_be_verified_leaves_it_open() {
    use crate::common::{in_each, tlv};
    // sha256WithRSAEncryption and rsaEncryption.
    let algorithm = |last| {
        let oid = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, last];
        tlv(0x30, &[&tlv(6, &[&oid]), &[5, 0]])
    };
    let bits = |octets: &[u8]| tlv(3, &[&[0], octets]);
    for (octets, is_short) in [(128, true), (255, true), (256, false)] {
        let modulus = tlv(2, &[&[0], &vec![0xd5; octets]]);
        let key = tlv(0x30, &[&modulus, &[2, 3, 1, 0, 1]]);
        let key = tlv(0x30, &[&algorithm(1), &bits(&key)]);
        let info = tlv(0x30, &[&[2, 1, 0, 0x30, 0], &key, &[0xa0, 0]]);
        let signature = bits(&vec![0x5a; octets]);
        let der = tlv(0x30, &[&info, &algorithm(11), &signature]);
        match outcome_of(&der, Profile::Server) {
            Outcome::Undetermined(Why::Unchecked(why)) if is_short => assert_eq!(
                in_each(&why),
                [
                    "signed with a key too short to be verified",
                    "allekirjoitettu avaimella, joka on liian lyhyt tarkistettavaksi",
                    "signerad med en nyckel som är för kort för att verifieras",
                ]
            ),
            Outcome::Violated { .. } if !is_short => {}
            other => panic!("{octets}: {other:?}"),
        }
    }
}

#[test]
fn of_several_requests_or_certificates_none_is_taken_for_the_request() {
    let (request, other) = (request().pem(), system_signature_request().pem());
    let certificate = server_certificate().pem();
    let read = |text: String| CertificateRequest::from_pem_or_der(text.as_bytes()).unwrap_err();
    for text in [
        format!("{request}{other}"),
        format!("{certificate}{request}"),
    ] {
        assert_eq!(read(text), ReadError::Ambiguous { end_entities: 2 });
    }
    for text in [certificate.clone(), format!("{request}{certificate}")] {
        assert_eq!(read(text), ReadError::IsCertificate);
    }
}

/// X.690, section 8.1.3.6.
#[test]
fn a_request_of_indefinite_lengths_alone_is_read_and_named() {
    let indefinite = |parts: &[&[u8]]| [&[0x30, 0x80][..], &parts.concat(), &[0, 0]].concat();
    let key = [6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
    let signature = [6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
    let key = indefinite(&[&indefinite(&[&key]), &[3, 2, 0, 4]]);
    let info = indefinite(&[&[2, 1, 0], &indefinite(&[]), &key]);
    let der = indefinite(&[&info, &indefinite(&[&signature]), &[3, 2, 0, 0x5a]]);
    let read = CertificateRequest::from_der(&der).unwrap();
    let found: Vec<(OddityKind, usize)> = read
        .oddities()
        .iter()
        .map(|oddity| (oddity.kind, oddity.offset))
        .collect();
    assert_eq!(found, [(OddityKind::NotDer, 0)]);
}
