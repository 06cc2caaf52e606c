//! The plans that are made for property tests tell every fact in more than one way.

use std::collections::{BTreeMap, BTreeSet};

use kanta_policy::fields::{self, Field, Takes};
use kanta_policy::strategies;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// The values that stand in these texts, by the heading and the key.
fn values(texts: &[String]) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in texts {
        let mut heading = String::new();
        for line in text.lines() {
            if let Some((key, value)) = line.split_once(" = ") {
                let at = format!("{heading}.{key}");
                all.entry(at).or_default().insert(value.to_owned());
            } else {
                heading = line.trim_matches(['[', ']']).to_owned();
            }
        }
    }
    all
}

/// How many values a field has to take at least among the texts.
fn at_least(takes: Takes) -> usize {
    match takes {
        Takes::Flag | Takes::Word(_) => 2,
        Takes::Number | Takes::Speed | Takes::Day | Takes::Country => 3,
        _ => 1,
    }
}

fn check(fields: &[Field], heading: &str, found: &BTreeMap<String, BTreeSet<String>>) -> usize {
    let mut varied = 0;
    for field in fields {
        if field.example().is_some() {
            let at = format!("{heading}.{}", field.key());
            let values = found.get(&at).unwrap_or_else(|| panic!("{at}"));
            let wanted = at_least(field.takes());
            assert!(values.len() >= wanted, "{at}: {values:?}");
            varied += usize::from(wanted > 1);
        } else {
            let heading = match heading {
                "" => field.key().to_owned(),
                heading => format!("{heading}.{}", field.key()),
            };
            varied += check(field.inner(), &heading, found);
        }
    }
    varied
}

#[test]
fn every_field_is_told_and_with_several_values_where_it_takes_several() {
    let mut runner = TestRunner::deterministic();
    let texts = strategies::plan_texts();
    let texts: Vec<String> = (0..40)
        .map(|_| texts.new_tree(&mut runner).unwrap().current())
        .collect();
    let varied = check(fields::all(), "", &values(&texts));
    assert!(varied > 50, "{varied}");
}
