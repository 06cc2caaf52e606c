//! Both ends of every validity: by the second for certificates and lists, by Finnish days for what the index states.

use kanta_cert::Moment;
use kanta_conformance::Date;

use crate::harness::{Case, ON_RECORD, good};

const fn seconds(moment: Moment, more: i64) -> Moment {
    Moment::from_unix_seconds(moment.unix_seconds() + more)
}

/// Whether the good attempt, changed, is permitted just before an instant, and at it.
fn around(instant: Moment, change: impl Fn(&mut Case)) -> [bool; 2] {
    let mut case = good();
    change(&mut case);
    let (state, connection) = (case.state(), case.connection());
    [-1, 0].map(|more| {
        let mut attempt = case.attempt;
        attempt.at = seconds(instant, more);
        // The same connection is asked again and again, and a new one: both say the same.
        let held = crate::harness::explained(&state, &connection, &attempt);
        let fresh = crate::harness::explained(&state, &case.connection(), &attempt);
        assert_eq!(held.evaluation, fresh.evaluation, "{}", attempt.at);
        assert_eq!(
            crate::harness::missing(&held),
            crate::harness::missing(&fresh)
        );
        held.evaluation.would_permit()
    })
}

fn day(text: &str) -> Moment {
    Moment::start_of(text.parse().unwrap())
}

fn noon() -> Moment {
    seconds(day("2025-12-01"), 12 * 3600)
}

#[test]
fn a_certificate_begins_and_ends_by_the_second() {
    let valid = |from: &'static str, until: &'static str| {
        move |case: &mut Case| {
            case.chain.end_entity = case.chain.end_entity.clone().valid(from, until);
        }
    };
    let begins = around(
        noon(),
        valid("2025-12-01T10:00:00Z", "2026-11-30T10:00:00Z"),
    );
    assert_eq!(begins, [false, true]);
    // The last second is still inside (RFC 5280, section 4.1.2.5).
    let last = valid("2025-09-01T10:00:00Z", "2025-12-01T10:00:00Z");
    assert_eq!(around(seconds(noon(), 1), last), [true, false]);
}

#[test]
fn a_list_of_revoked_certificates_is_stale_when_the_next_one_is_due() {
    let due = |case: &mut Case| {
        let list = case.chain.crl.take().unwrap();
        case.chain.crl = Some(list.next_update("2025-12-01T10:00:00Z"));
    };
    let around = [0, 1, 2].map(|more| around(seconds(noon(), more), due));
    // It counts until it is due, and not afterwards.
    assert!(around[0][0]);
    assert_eq!(around[2], [false, false]);
}

#[test]
fn a_revoked_certificate_is_noticed_by_a_connection_that_stays_open() {
    let case = good();
    let connection = case.connection();
    assert!(
        case.state()
            .evaluate(&connection, &case.attempt)
            .would_permit()
    );
    let mut revoked = case.clone();
    let list = revoked.chain.crl.take().unwrap();
    revoked.chain.crl = Some(list.revoke(&ON_RECORD, "2025-12-01T09:00:00Z", None));
    assert!(
        !revoked
            .state()
            .evaluate(&connection, &case.attempt)
            .would_permit()
    );
    assert!(
        case.state()
            .evaluate(&connection, &case.attempt)
            .would_permit()
    );
}

#[test]
fn what_the_index_states_begins_and_ends_by_finnish_days() {
    let replace = |from: &'static str, to: &'static str| {
        move |case: &mut Case| {
            assert!(case.index.contains(from));
            case.index = case.index.replace(from, to);
            let lists = case.chain.crl.take().unwrap();
            case.chain.crl = Some(
                lists
                    .this_update("2025-11-25T00:00:00Z")
                    .next_update("2025-12-20T00:00:00Z"),
            );
            let root = case.chain.root_crl.take().unwrap();
            case.chain.root_crl = Some(
                root.this_update("2025-11-01T00:00:00Z")
                    .next_update("2026-05-20T00:00:00Z"),
            );
        }
    };
    let first = day("2025-12-05");
    assert_eq!(first.to_string(), "2025-12-04T22:00:00Z");
    let right = r#"service = "prescription"
from = 2024-03-01
reference = "hakemus 2024-17""#;
    let begins = r#"service = "prescription"
from = 2025-12-05
reference = "hakemus 2024-17""#;
    let ends = r#"service = "prescription"
from = 2024-03-01
until = 2025-12-05
reference = "hakemus 2024-17""#;
    assert_eq!(around(first, replace(right, begins)), [false, true]);
    assert_eq!(around(first, replace(right, ends)), [true, false]);
    let expires = replace("expires = 2026-12-01", "expires = 2025-12-05");
    assert_eq!(around(first, expires), [true, false]);
    let record = "from = 2025-03-10, until = 2027-03-11";
    let begins = replace(record, "from = 2025-12-05, until = 2027-03-11");
    assert_eq!(around(first, begins), [false, true]);
    let ends = replace(record, "from = 2025-03-10, until = 2025-12-05");
    assert_eq!(around(first, ends), [true, false]);
    // The day of summer time has its own offset.
    assert_eq!(
        Moment::start_of(Date::constant(2025, 7, 1)).to_string(),
        "2025-06-30T21:00:00Z"
    );
}

#[test]
fn a_clock_that_goes_back_is_asked_anew() {
    let mut case = good();
    case.chain.end_entity = case
        .chain
        .end_entity
        .clone()
        .valid("2025-12-01T10:00:00Z", "2026-11-30T10:00:00Z");
    let (state, connection) = (case.state(), case.connection());
    let mut attempt = case.attempt;
    for (more, permits) in [(0, true), (-1, false), (5, true), (-3600, false)] {
        attempt.at = seconds(noon(), more);
        assert_eq!(
            state.evaluate(&connection, &attempt).would_permit(),
            permits,
            "{more}"
        );
    }
}

#[test]
fn what_is_known_of_a_peer_holds_until_the_second_before_anything_begins_or_ends() {
    let period = |change: fn(&mut Case), at: Moment| {
        let mut case = good();
        change(&mut case);
        case.state().identify(&case.presented(), at).period()
    };
    let end_of_day = seconds(day("2025-12-02"), -1);
    // A list is due at five in the afternoon; until when it counts may be read either way, and so both are asked for.
    let due: fn(&mut Case) = |case| {
        let list = case.chain.crl.take().unwrap();
        case.chain.crl = Some(list.next_update("2025-12-01T15:00:00Z"));
    };
    let five = seconds(day("2025-12-01"), 17 * 3600);
    for (at, last) in [
        (noon(), seconds(five, -1)),
        (seconds(five, -1), seconds(five, -1)),
        (five, five),
        (seconds(five, 1), end_of_day),
    ] {
        assert_eq!(period(due, at), (at, last), "{at}");
    }
    // A certificate's first second is the first for which it holds, and its last one the last.
    let begins: fn(&mut Case) = |case| {
        let certificate = case.chain.end_entity.clone();
        case.chain.end_entity = certificate.valid("2025-12-01T10:00:00Z", "2025-12-01T11:00:00Z");
    };
    let before = seconds(noon(), -1);
    assert_eq!(period(begins, seconds(noon(), -60)).1, before);
    assert_eq!(period(begins, noon()), (noon(), seconds(noon(), 3600)));
    assert_eq!(period(begins, seconds(noon(), 3601)).1, end_of_day);
    assert_eq!(period(|_| {}, noon()), (noon(), end_of_day));
}
