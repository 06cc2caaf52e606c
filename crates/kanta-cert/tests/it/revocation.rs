//! Several lists of one issuer: every one is tried, one that can be used is enough, and the order
//! in which they are given does not count.

use crate::path_chains::{GOOD, Made, good, letters, question, said};
use kanta_cert::{Certificate, Moment, Question, TrustStore};
use kanta_conformance::{Language, Outcome};
use kanta_testkit::{CrlBuilder, RevocationReason, SERIAL, SOTE_CRL, TestKey, crl};

const NOT_KNOWN: &str = "SSSSSSUS";
const REVOKED: &str = "SSSSSSVS";
const PAST: &str = "2025-11-20T10:00:00Z";

/// A list of the CA, which signs with the quick key.
fn list() -> CrlBuilder {
    crl().issuer_key(TestKey::P256)
}

/// The good chain with these lists of the CA in place of its own.
fn outcomes_at(lists: &[&CrlBuilder], question: &Question<'_>) -> Vec<Outcome> {
    let chain = Made::new(&good());
    let mut store = TrustStore::new();
    store.trust("root", chain.root.as_bytes()).unwrap();
    let (ca, root_crl) = (chain.ca.unwrap(), chain.root_crl.unwrap());
    store.add_intermediates("ca", ca.as_bytes()).unwrap();
    store.add_crls("root list", root_crl.as_bytes()).unwrap();
    for (number, list) in lists.iter().enumerate() {
        store.add_crls(&format!("{number}"), &list.der()).unwrap();
    }
    let certificate = Certificate::from_pem_or_der(chain.end_entity.as_bytes()).unwrap();
    let outcomes = store.outcomes(&certificate, question);
    let found = letters(&outcomes);
    let outcomes: Vec<Outcome> = outcomes.into_iter().map(|(_, outcome)| outcome).collect();
    let of_lists: String = found
        .chars()
        .enumerate()
        .filter(|(row, _)| *row != 6)
        .map(|(_, it)| it)
        .collect();
    assert_eq!(of_lists, "SSSSSSS");
    outcomes
}

/// The letters of these lists in every order.
#[track_caller]
fn in_every_order(lists: &[&CrlBuilder], expected: &str, words: &str) {
    let mut orders = vec![Vec::new()];
    for list in lists {
        orders = orders
            .iter()
            .flat_map(|order: &Vec<&CrlBuilder>| {
                (0..=order.len()).map(|place| {
                    let mut order = order.clone();
                    order.insert(place, *list);
                    order
                })
            })
            .collect();
    }
    let mut told = None;
    for order in orders {
        let outcome = outcomes_at(&order, &question()).swap_remove(6);
        let letter = match &outcome {
            Outcome::Satisfied => 'S',
            Outcome::Violated { .. } => 'V',
            _ => 'U',
        };
        assert_eq!(
            Some(letter),
            expected.chars().nth(6),
            "{words}: {outcome:?}"
        );
        let said = said(&outcome, Language::En);
        assert_eq!(*told.get_or_insert_with(|| said.clone()), said, "{words}");
    }
}

/// An issuing distribution point with these fields.
fn scope(list: CrlBuilder, fields: &[u8]) -> CrlBuilder {
    let length = u8::try_from(fields.len()).unwrap();
    list.extension("2.5.29.28", true, &[&[0x30, length], fields].concat())
}

/// Lists that cannot be used for the good certificate at noon, each in words.
fn unusable(list: impl Fn() -> CrlBuilder) -> Vec<(&'static str, CrlBuilder)> {
    vec![
        ("of another key of the same name", list().other_issuer_key()),
        ("with a broken signature", list().broken_signature()),
        ("a delta list", list().delta()),
        ("of version 1", list().version_1()),
        ("without nextUpdate", list().without_next_update()),
        (
            "with an unknown critical extension",
            list().extension("1.2.246.517.99.1", true, &[5, 0]),
        ),
        (
            "issued after the moment",
            list().this_update("2025-12-01T10:00:00Z"),
        ),
        ("stale", list().next_update("2025-11-30T23:00:00Z")),
        ("for CAs only", scope(list(), &[0x82, 1, 0xff])),
        (
            "for attribute certificates only",
            scope(list(), &[0x85, 1, 0xff]),
        ),
        (
            "for another address",
            list().published_at("http://proxy.fineid.fi/crl/other.crl"),
        ),
        ("indirect", list().indirect(SOTE_CRL)),
        ("for one reason only", list().only_key_compromise(SOTE_CRL)),
        ("with an empty scope", scope(list(), &[])),
    ]
}

#[test]
fn an_unusable_list_hides_no_good_one() {
    let current = list();
    // The other list is newer than the good one, of the same moment, and older.
    for time in [
        "2025-11-30T23:00:00Z",
        "2025-11-30T22:00:00Z",
        "2025-11-29T22:00:00Z",
    ] {
        for (words, other) in unusable(|| list().this_update(time)) {
            in_every_order(&[&current, &other], GOOD, &format!("{words}, {time}"));
        }
    }
}

#[test]
fn unusable_lists_alone_say_nothing() {
    for (words, other) in unusable(list) {
        in_every_order(&[&other], NOT_KNOWN, words);
    }
    let two = unusable(list);
    in_every_order(
        &[&two[0].1, &two[2].1, &two[7].1],
        NOT_KNOWN,
        "three of them",
    );
}

#[test]
fn a_usable_list_that_revokes_counts_beside_every_unusable_one() {
    let revoking = list().revoke(&SERIAL, PAST, Some(RevocationReason::KeyCompromise));
    for (words, other) in unusable(list) {
        in_every_order(&[&revoking, &other], REVOKED, words);
    }
}

#[test]
fn the_newest_usable_list_decides() {
    let held = list().revoke(&SERIAL, PAST, Some(RevocationReason::CertificateHold));
    let newer = |list: CrlBuilder| list.this_update("2025-12-01T00:00:00Z");
    in_every_order(&[&held, &newer(list())], GOOD, "released by the newer one");
    in_every_order(
        &[&list(), &newer(held.clone())],
        REVOKED,
        "held by the newer one",
    );
    in_every_order(&[&list(), &held], REVOKED, "two of one moment that differ");
}

#[test]
fn a_later_list_tells_of_a_revocation_before_the_moment_asked_about() {
    let later = |on: &str| {
        list()
            .this_update("2025-12-01T10:00:00Z")
            .revoke(&SERIAL, on, None)
    };
    in_every_order(&[&list(), &later(PAST)], REVOKED, "revoked before");
    // The list of that moment says that nothing was revoked then.
    in_every_order(
        &[&list(), &later("2025-12-01T09:00:00Z")],
        GOOD,
        "revoked after",
    );
    in_every_order(
        &[&later("2025-12-01T09:00:00Z")],
        NOT_KNOWN,
        "the later list alone",
    );
}

#[test]
fn a_list_without_a_point_covers_what_its_flags_leave() {
    // RFC 5280, section 6.3.3 (b) (2).
    for (words, fields, expected) in [
        ("end entities only", &[0x81, 1, 0xff][..], GOOD),
        ("CAs only", &[0x82, 1, 0xff], NOT_KNOWN),
        ("both at once", &[0x81, 1, 0xff, 0x82, 1, 0xff], NOT_KNOWN),
        ("attribute certificates only", &[0x85, 1, 0xff], NOT_KNOWN),
        (
            "said not to be indirect",
            &[0x81, 1, 0xff, 0x84, 1, 0],
            GOOD,
        ),
        // A name relative to the issuer's.
        ("a relative name", &[0xa0, 2, 0xa1, 0], NOT_KNOWN),
    ] {
        in_every_order(&[&scope(list(), fields)], expected, words);
        let revoking = list().revoke(&SERIAL, PAST, None);
        let expected = if expected == GOOD { REVOKED } else { NOT_KNOWN };
        in_every_order(&[&scope(revoking, fields)], expected, words);
    }
}

#[test]
fn a_list_with_a_point_is_for_whoever_names_it() {
    let at = |uri: &str| in_every_order(&[&list().published_at(uri)], GOOD, uri);
    at(SOTE_CRL);
    let elsewhere = list().published_at("http://proxy.fineid.fi/crl/other.crl");
    in_every_order(&[&elsewhere], NOT_KNOWN, "another address");
    in_every_order(
        &[&elsewhere, &list().published_at(SOTE_CRL)],
        GOOD,
        "one of two addresses",
    );
}

#[test]
fn serial_numbers_are_compared_as_numbers() {
    let padded = [&[0], &SERIAL[..]].concat();
    in_every_order(
        &[&list().revoke(&padded, PAST, None)],
        REVOKED,
        "a padded one",
    );
    let longer = [&[1], &SERIAL[..]].concat();
    in_every_order(&[&list().revoke(&longer, PAST, None)], GOOD, "another one");
}

#[test]
fn a_list_holds_until_the_next_one_is_due_and_another_takes_over() {
    // The next one was due at noon in Finland.
    let until_noon = list().next_update("2025-12-01T10:00:00Z");
    let from_noon = list().this_update("2025-12-01T10:00:00Z");
    let at = |seconds: i64| Question::at(Moment::from_unix_seconds(seconds));
    let due = Moment::start_of(question().day()).unix_seconds() + 12 * 3600;
    for (lists, moment, expected) in [
        (&[&until_noon][..], due - 1, true),
        (&[&until_noon], due, false),
        (&[&from_noon], due - 1, false),
        (&[&from_noon], due, true),
        (&[&until_noon, &from_noon], due - 1, true),
        (&[&until_noon, &from_noon], due, true),
    ] {
        let outcome = outcomes_at(lists, &at(moment)).swap_remove(6);
        assert_eq!(
            outcome == Outcome::Satisfied,
            expected,
            "{moment}: {outcome:?}"
        );
    }
}
