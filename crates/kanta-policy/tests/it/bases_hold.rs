//! The good plans of these tests are good, and the law of absent values holds of each of their facts.

use std::collections::BTreeMap;

use crate::harness::{edited, facts, outcomes};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);

/// Each base, with what is not satisfied in it, by intent.
fn all() -> Vec<(&'static str, String, &'static [&'static str])> {
    vec![
        ("clinic", crate::bases::clinic(), &[]),
        ("joint", crate::bases::joint(), &[]),
        ("packaged", crate::bases::packaged(), &[]),
        (
            "through_intermediary",
            crate::bases::through_intermediary(),
            &[
                "address-not-attributable @ access_point.ap1.addresses[0]: undetermined: input-missing",
                "server-certificate-missing @ access_point.ap1: undetermined: input-missing",
            ],
        ),
        (
            "through_other_party",
            crate::bases::through_other_party(),
            &[
                "address-not-attributable @ access_point.ap1.addresses[0]: undetermined: input-missing",
                "server-certificate-missing @ access_point.ap1: undetermined: input-missing",
            ],
        ),
        ("producer", crate::bases::producer(), &[]),
    ]
}

fn not_known_or_broken(outcomes: &BTreeMap<String, String>) -> Vec<String> {
    outcomes
        .iter()
        .filter(|(_, word)| word.starts_with("undetermined") || *word == "violated")
        .map(|(key, word)| format!("{}: {word}", key.trim_start_matches("connection-models/")))
        .collect()
}

#[test]
fn every_base_is_good() {
    for (name, text, expected) in all() {
        assert_eq!(
            not_known_or_broken(&outcomes(&text, DAY)),
            expected,
            "{name}"
        );
    }
}

#[test]
fn filling_in_any_one_fact_of_any_base_or_denying_it_keeps_what_was_known() {
    let pharmacist = ("pharmacist", crate::bases::pharmacist(), &[] as &[&str]);
    for (name, text, _) in all().into_iter().chain([pharmacist]) {
        let stated = outcomes(&text, DAY);
        for fact in facts(&text) {
            let less = outcomes(&edited(&text, &[(&fact, "")]), DAY);
            let denied = edited(&text, &[(&fact, "false")]);
            // Not every fact takes `false`: a number has no denial.
            let denied = crate::harness::read(&denied)
                .is_ok()
                .then(|| outcomes(&denied, DAY));
            for more in denied.iter().chain([&stated]) {
                for (key, outcome) in &less {
                    if !outcome.starts_with("undetermined") {
                        if crate::law::stays_in_its_group(key, outcome, more) {
                            continue;
                        }
                        let filled = more.get(key).map_or("-", String::as_str);
                        assert_eq!(filled, outcome, "{name}: {key}: known without {fact}");
                    }
                }
            }
        }
    }
}
