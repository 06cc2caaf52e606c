//! A server that is called, a certificate that cannot be read, and what is told of a set and of a permit.

use kanta_admission::audit::{Checkpoint, CheckpointError, Head, OnFull};
use kanta_admission::{AdmissionCondition, Fingerprint, Policy, Presented};
use kanta_cert::IssuerList;
use kanta_conformance::Language;

use crate::audit::{Memory, gate};
use crate::harness::{CLINIC, CLINIC_AP, PHYSIO, UNIT, explained, good, missing, owner};

const OF_ANOTHER: &str = "connection-models/server-certificate-of-another-point";

fn missing_of(conditions: &[AdmissionCondition]) -> Vec<&'static str> {
    let missing = conditions.iter().filter(|it| it.is_missing());
    missing.map(|it| it.requirement.id()).collect()
}

#[test]
fn a_server_that_is_called_shows_the_certificate_of_the_access_point_that_should_answer() {
    let case = good();
    let state = case.state();
    let presented = case.presented();
    let certificate = presented.certificate().unwrap();
    let at = case.attempt.at;
    let ours = CLINIC_AP.parse().unwrap();
    let other = "1.2.246.10.12345671.10.0.13.2".parse().unwrap();
    let as_ours = state.examine_server(certificate, Some(ours), at);
    assert_eq!(missing_of(&as_ours), Vec::<&str>::new());
    assert!(as_ours.iter().any(|it| it.requirement.id() == OF_ANOTHER));
    let as_other = state.examine_server(certificate, Some(other), at);
    assert_eq!(missing_of(&as_other), [OF_ANOTHER]);
    // Where it is not known which one should answer, that is not asked.
    let as_any = state.examine_server(certificate, None, at);
    assert_eq!(missing_of(&as_any), Vec::<&str>::new());
    assert!(!as_any.iter().any(|it| it.requirement.id() == OF_ANOTHER));
}

#[test]
fn of_a_certificate_with_several_serial_numbers_the_guide_says_nothing_and_nothing_is_missing() {
    let mut case = good();
    let both = format!(
        "C=FI, ST=Finland, L=Helsinki, O=Esimerkkiklinikka Oy, \
         serialNumber={CLINIC_AP}, serialNumber={CLINIC}, CN=kanta.klinikka.example"
    );
    case.chain = case.chain.with_end_entity(|it| it.subject(&both));
    let presented = case.presented();
    let certificate = presented.certificate().unwrap();
    let ours = CLINIC_AP.parse().unwrap();
    let conditions = case
        .state()
        .examine_server(certificate, Some(ours), case.attempt.at);
    assert_eq!(missing_of(&conditions), Vec::<&str>::new());
    let questions = conditions.iter().filter(|it| it.is_question());
    let questions: Vec<_> = questions.map(|it| it.requirement.id()).collect();
    assert_eq!(questions, [OF_ANOTHER]);
}

#[test]
fn a_certificate_that_cannot_be_read_is_as_none() {
    let case = good();
    let unreadable = Presented::from_der(&[0x30, 0x03, 0x02, 0x01], case.source);
    assert!(unreadable.certificate().is_none() && unreadable.is_unreadable());
    assert_eq!(unreadable.source(), case.source);
    let connection = kanta_admission::Connection::new(unreadable);
    let explanation = explained(&case.state(), &connection, &case.attempt);
    let expected = ["private-network/certificate-not-presented"];
    assert_eq!(missing(&explanation), expected.into_iter().collect());
    let readable = Presented::from_der(&case.chain.end_entity.der(), case.source);
    assert!(readable.certificate().is_some() && !readable.is_unreadable());
}

#[test]
fn a_permit_tells_what_it_permits_and_its_line_in_the_log() {
    let mut case = good();
    case.attempt = case.attempt.by_tenant(owner(PHYSIO));
    assert_eq!(case.attempt.tenant, Some(owner(PHYSIO)));
    let gate = gate(&case, &Memory::default(), OnFull::Refuse, 1000);
    let before = gate.log().head();
    let permit = gate
        .admit(&case.connection(), &case.attempt)
        .answer
        .unwrap();
    assert_eq!(permit.attempt(), &case.attempt);
    assert!(!permit.reference().to_string().is_empty());
    let after = gate.log().head();
    assert_eq!((before.size, after.size), (0, 1));
    assert_ne!(before.hash.to_string(), after.hash.to_string());
    assert_eq!(after.hash.to_string().len(), 64);
    let renewal = good().attempt.for_unit(owner(UNIT));
    assert_eq!(renewal.service_unit, Some(owner(UNIT)));
}

#[test]
fn a_set_tells_its_policy_and_takes_the_built_in_list_of_cas_unless_given_another() {
    let case = good();
    let state = case.state();
    assert_eq!(state.policy(), &Policy::access_points());
    let of = |state: &kanta_admission::State| {
        let explanation = explained(state, &case.connection(), &case.attempt);
        explanation
            .conditions()
            .map(|it| it.outcome.clone())
            .collect::<Vec<_>>()
    };
    let with_the_built_in_one = case.state().with_issuers(IssuerList::built_in().clone());
    assert_eq!(of(&state), of(&with_the_built_in_one));
}

#[test]
fn what_is_no_checkpoint_is_told_with_its_line_in_three_languages() {
    let one = Checkpoint::new("a", Head::empty("a"), "2025-12-01T10:00:00Z").unwrap();
    let wrong = format!("{one}\nb\nnone\n");
    let cases = [
        (
            Checkpoint::read_all("\n\n").unwrap_err(),
            ["no checkpoint", "ei yhtään", "ingen kontrollpunkt"],
        ),
        (
            Checkpoint::read_all(&wrong).unwrap_err(),
            ["line 7: ", "rivi 7: ", "rad 7: "],
        ),
        (
            CheckpointError::Origins,
            ["of different logs", "eri lokeista", "från olika loggar"],
        ),
        (
            Checkpoint::new("a\nb", Head::empty("a"), "").unwrap_err(),
            ["one line of text", "yksi rivi", "en rad text"],
        ),
    ];
    for (error, words) in cases {
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
fn a_fingerprint_is_read_with_or_without_colons_and_in_either_case() {
    // SHA-256 of nothing (FIPS 180-4).
    let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let octets: Vec<&str> = (0..32).map(|at| &text[2 * at..2 * at + 2]).collect();
    for written in [text.to_owned(), text.to_uppercase(), octets.join(":")] {
        assert_eq!(Fingerprint::parse(&written), Some(Fingerprint::of(b"")));
    }
    assert_eq!(Fingerprint::of(b"").to_string(), text);
    for wrong in [
        "",
        &text[2..],
        &text[1..],
        &format!("{text}00"),
        &text.replace('e', "g"),
    ] {
        assert_eq!(Fingerprint::parse(wrong), None, "{wrong}");
    }
}
