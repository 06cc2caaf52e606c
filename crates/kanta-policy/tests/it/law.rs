//! The law of absent values: filling in an absent value never changes what was known.

use std::collections::BTreeMap;

use crate::harness::{data, edited, example, facts, outcomes};
use kanta_conformance::{Date, EDITIONS};
use proptest::prelude::*;

const DAY: Date = Date::constant(2025, 12, 1);

pub(crate) fn examples() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(data())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".toml") && !name.starts_with("index"))
        .collect();
    names.sort();
    assert!(names.len() >= 4);
    names
}

/// The text without these facts; of two of which one lies in the other, the outer is taken away.
pub(crate) fn without(text: &str, taken: &[&String]) -> String {
    let outer: Vec<&&String> = taken
        .iter()
        .filter(|path| {
            !taken.iter().any(|other| {
                path.len() > other.len()
                    && path.starts_with(other.as_str())
                    && path[other.len()..].starts_with(['.', '['])
            })
        })
        .collect();
    let edits: Vec<(&str, &str)> = outer.iter().map(|path| (path.as_str(), "")).collect();
    edited(text, &edits)
}

/// Alternative figures are one group: a member may turn out not to apply, as long as the answer of the group stays.
pub(crate) fn stays_in_its_group(
    key: &str,
    outcome: &str,
    more: &BTreeMap<String, String>,
) -> bool {
    const GROUPS: [[&str; 2]; 2] = [
        [
            "link-too-slow-for-small-pharmacy",
            "link-too-slow-for-large-pharmacy",
        ],
        [
            "link-too-slow-under-10000-documents",
            "link-too-slow-over-100000-documents",
        ],
    ];
    let word = |key: &str| more.get(key).map_or("-", String::as_str);
    let of_the_group = GROUPS
        .iter()
        .find(|group| group.iter().any(|row| key.contains(row)));
    let (Some([one, other]), "not-applicable") = (of_the_group, word(key)) else {
        return false;
    };
    let fellow = if key.contains(one) {
        key.replace(one, other)
    } else {
        key.replace(other, one)
    };
    match outcome {
        "satisfied" => matches!(word(&fellow), "satisfied" | "not-applicable"),
        outcome => word(&fellow) == outcome,
    }
}

#[track_caller]
fn assert_law(less: &BTreeMap<String, String>, more: &BTreeMap<String, String>, what: &str) {
    for (key, outcome) in less {
        if outcome.starts_with("undetermined") {
            continue;
        }
        let filled = more.get(key).map_or("-", String::as_str);
        if stays_in_its_group(key, outcome, more) {
            continue;
        }
        assert_eq!(
            filled, outcome,
            "{key}: known without {what}, and then changed"
        );
    }
}

#[test]
fn filling_in_any_one_fact_of_any_example_keeps_what_was_known() {
    for name in examples() {
        let text = example(&name);
        let more = outcomes(&text, DAY);
        let facts = facts(&text);
        assert!(facts.len() >= 20, "{name}");
        for fact in &facts {
            let less = outcomes(&without(&text, &[fact]), DAY);
            assert_law(&less, &more, &format!("{fact} of {name}"));
        }
    }
}

#[test]
fn no_fact_of_any_example_is_needed_to_read_the_plan_in_any_edition() {
    let text = example("clinic.toml");
    let facts = facts(&text);
    for edition in EDITIONS {
        let more = outcomes(&text, edition.date);
        let all: Vec<&String> = facts.iter().collect();
        assert_law(
            &outcomes(&without(&text, &all), edition.date),
            &more,
            "all facts",
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Any facts are taken away, and then some of them are filled in again.
    #[test]
    fn filling_in_some_of_many_absent_facts_keeps_what_was_known(
        which in 0_usize..4,
        seeds in proptest::collection::vec((any::<bool>(), any::<bool>()), 400),
        edition in 0_usize..EDITIONS.len(),
        now in any::<bool>(),
    ) {
        let name = ["clinic.toml", "clinic-abroad.toml", "broken.toml", "unknown.toml"][which];
        let text = example(name);
        let on = if now { DAY } else { EDITIONS[edition].date };
        let facts = facts(&text);
        let taken: Vec<&String> =
            facts.iter().zip(&seeds).filter(|(_, seed)| seed.0).map(|(fact, _)| fact).collect();
        let still: Vec<&String> = facts
            .iter()
            .zip(&seeds)
            .filter(|(_, seed)| seed.0 && seed.1)
            .map(|(fact, _)| fact)
            .collect();
        let less = outcomes(&without(&text, &taken), on);
        let more = outcomes(&without(&text, &still), on);
        assert_law(&less, &more, "some facts");
    }
}
