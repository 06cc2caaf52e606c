//! Deciding without a record: what it costs, and on what nobody can act.

use kanta_admission::{Live, requirements};

use crate::harness::{PHYSIO, good, owner};

#[test]
fn evaluating_a_permit_allocates_nothing() {
    let case = good();
    let live = Live::new(case.state());
    let state = live.state();
    let connection = case.connection();
    let mut tenant = case.attempt;
    tenant.tenant = Some(owner(PHYSIO));
    for attempt in [case.attempt, tenant] {
        assert!(state.evaluate(&connection, &attempt).would_permit());
        let counted = allocation_counter::measure(|| {
            assert!(state.evaluate(&connection, &attempt).would_permit());
        });
        assert_eq!(counted.count_total, 0);
    }
}

#[test]
fn who_the_peer_is_is_worked_out_once_as_long_as_nothing_changes() {
    let case = good();
    let (state, connection) = (case.state(), case.connection());
    let first = connection.identity(&state, case.attempt.at);
    assert!(std::sync::Arc::ptr_eq(
        &first,
        &connection.identity(&state, first.period().1)
    ));
    let other = case.state();
    assert!(!std::sync::Arc::ptr_eq(
        &first,
        &connection.identity(&other, case.attempt.at)
    ));
}

#[test]
fn own_requirements_have_ids_of_their_own_and_words_in_three_languages() {
    let ids: Vec<&str> = requirements().map(|it| it.id()).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), ids.len());
    assert_eq!(ids.len(), 7);
    for requirement in requirements() {
        for text in [
            requirement.statement(),
            requirement.fault(),
            requirement.remedy(),
        ] {
            for language in kanta_conformance::Language::ALL {
                assert!(!text.get(language).is_empty(), "{}", requirement.id());
            }
        }
    }
}
