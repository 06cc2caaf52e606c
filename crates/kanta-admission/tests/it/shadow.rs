//! Another set decided beside the live one.

use kanta_admission::Shadow;
use kanta_admission::audit::OnFull;

use crate::audit::{Memory, gate};
use crate::harness::{INDEX, ON_RECORD, good};

#[test]
fn what_a_shadow_decides_otherwise_is_told_and_counted_and_changes_nothing() {
    let a = good();
    let mut next = good();
    next.index = INDEX.replace("service = \"prescription\"", "service = \"imaging\"");
    let gate = gate(&a, &Memory::default(), OnFull::Refuse, 1000).with_shadow(next.state());
    let connection = a.connection();
    let admission = gate.admit(&connection, &a.attempt);
    assert!(admission.answer.is_ok(), "the live set decides");
    let difference = admission.report.shadow.unwrap();
    assert!(difference.live.would_permit() && !difference.would_permit());
    let missing = difference
        .shadow
        .missing()
        .map(|condition| condition.requirement.id());
    assert_eq!(
        missing.collect::<Vec<_>>(),
        ["connection-models/no-right-on-the-day"]
    );
    let imaging = kanta_admission::Attempt {
        service: kanta_address_index::Service::Imaging,
        ..a.attempt
    };
    let admission = gate.admit(&connection, &imaging);
    assert!(admission.answer.is_err(), "the live set decides");
    assert!(admission.report.shadow.unwrap().would_permit());
    let counts = gate.shadow().unwrap().counts();
    let counted = (counts.compared, counts.would_permit, counts.would_deny);
    assert_eq!(counted, (2, 1, 1));
    // Exchanged for the set that is live, nothing differs.
    gate.shadow().unwrap().live().replace(a.state());
    assert_eq!(gate.admit(&connection, &a.attempt).report.shadow, None);
    assert_eq!(gate.shadow().unwrap().counts().compared, 3);
}

#[test]
fn both_sets_keep_the_identity_that_they_worked_out() {
    let case = good();
    let state = case.state();
    let shadow = Shadow::new(case.state());
    let connection = case.connection();
    let before = connection.identity(&state, case.attempt.at);
    let live = state.evaluate(&connection, &case.attempt);
    assert_eq!(shadow.compare(&connection, &case.attempt, live), None);
    let after = connection.identity(&state, case.attempt.at);
    assert!(std::sync::Arc::ptr_eq(&before, &after));
}

#[test]
fn a_shadow_works_out_who_the_peer_is_once_and_anew_when_its_set_is_exchanged() {
    let case = good();
    let (state, connection) = (case.state(), case.connection());
    let shadow = Shadow::new(case.state());
    let live = state.evaluate(&connection, &case.attempt);
    let compare = || shadow.compare(&connection, &case.attempt, live);
    assert_eq!(compare(), None);
    let counted = allocation_counter::measure(|| assert_eq!(compare(), None));
    assert_eq!(counted.count_total, 0);
    let mut revoked = case.clone();
    revoked.chain = revoked
        .chain
        .with_crl(|list| list.revoke(&ON_RECORD, "2025-12-01T09:00:00Z", None));
    shadow.live().replace(revoked.state());
    let difference = compare().unwrap();
    let missing = difference.shadow.missing();
    assert_eq!(
        missing.map(|it| it.requirement.id()).collect::<Vec<_>>(),
        ["private-network/certificate-revoked"]
    );
}
