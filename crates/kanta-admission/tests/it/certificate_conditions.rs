//! A certificate is examined once for the handshake and the requests behind it, for as long as that holds.

use std::sync::Arc;

use kanta_cert::{Certificate, Moment};

use crate::harness::{NOON, good};

fn certificate(case: &crate::harness::Case) -> Certificate {
    Certificate::from_der(&case.chain.end_entity.der()).unwrap()
}

#[test]
fn a_good_certificate_is_examined_once_a_day_and_the_identity_says_the_same() {
    let case = good();
    let (state, certificate) = (case.state(), certificate(&case));
    let one = state.examine(&certificate, NOON);
    assert!(one.is_in_order());
    let later = Moment::from_unix_seconds(NOON.unix_seconds() + 60);
    assert!(Arc::ptr_eq(&one, &state.examine(&certificate, later)));
    let identity = state.identify(&case.presented(), NOON);
    assert_eq!(
        identity.conditions()[..one.conditions().len()],
        *one.conditions()
    );
    // What was found does not hold before it was found, nor behind its period.
    let (first, last) = one.period();
    for at in [first.unix_seconds() - 1, last.unix_seconds() + 1] {
        let other = state.examine(&certificate, Moment::from_unix_seconds(at));
        assert!(!Arc::ptr_eq(&one, &other), "{at}");
    }
}

#[test]
fn a_certificate_in_which_something_is_missing_is_looked_at_anew() {
    let mut case = good();
    case.chain = case.chain.with_end_entity(|it| it.expired());
    let (state, certificate) = (case.state(), certificate(&case));
    let one = state.examine(&certificate, NOON);
    let missing: Vec<_> = one
        .missing()
        .map(|condition| condition.requirement.id())
        .collect();
    assert!(
        missing.contains(&"private-network/path-certificate-not-valid"),
        "{missing:?}"
    );
    assert!(!Arc::ptr_eq(&one, &state.examine(&certificate, NOON)));
}

#[test]
fn an_identity_from_what_is_known_is_the_one_worked_out_from_nothing() {
    let case = good();
    let (fresh, known) = (case.state(), case.state());
    let _ = known.examine(&certificate(&case), NOON);
    let conditions = |state: &kanta_admission::State| {
        let identity = state.identify(&case.presented(), NOON);
        (
            identity.conditions().to_vec(),
            identity.is_in_order(),
            identity.period(),
        )
    };
    assert_eq!(conditions(&fresh), conditions(&known));
}

#[test]
fn what_was_found_of_one_certificate_is_still_known_when_another_was_examined() {
    let case = good();
    let mut other = good();
    other.chain = other
        .chain
        .with_end_entity(|it| it.certificate_serial(&[1]));
    let state = case.state();
    let first = state.examine(&certificate(&case), NOON);
    let second = state.examine(&certificate(&other), NOON);
    assert!(!Arc::ptr_eq(&first, &second));
    assert!(Arc::ptr_eq(
        &first,
        &state.examine(&certificate(&case), NOON)
    ));
    assert!(Arc::ptr_eq(
        &second,
        &state.examine(&certificate(&other), NOON)
    ));
}
