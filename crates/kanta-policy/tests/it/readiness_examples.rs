//! Why each row of the checklist exists, and the proof that each example in it is one.

use std::collections::{BTreeMap, BTreeSet};

use crate::harness::{example, plan};
use kanta_conformance::{Date, Language};
use kanta_policy::readiness::{checklist, requirements};
use toml::{Table, Value};

const DAY: Date = Date::constant(2025, 12, 1);

/// The clinic that is ready, and was so in 2018: fragments are laid over it, on the day asked about or on their own.
fn base() -> Table {
    let text = example("going-live.toml");
    let long_ago = text
        .replace("= 2024-", "= 2018-")
        .replace("= 2025-", "= 2018-")
        // A review of years ago would be left open on the day asked about.
        .replace(
            "security_plan_reviewed = 2018-",
            "security_plan_reviewed = 2025-",
        );
    let mut plan: Table = long_ago.parse().unwrap();
    plan.remove("as_of");
    plan
}

/// Lays a fragment over a plan: a table over the table of the same name; an entry over the entry with the same `id` (of
/// an attestation, the same `requirement`), or beside the others. Anything else replaces what was there.
fn lay(fragment: Table, over: &mut Table) {
    for (key, new) in fragment {
        match (over.get_mut(&key), new) {
            (Some(Value::Table(old)), Value::Table(new)) => lay(new, old),
            (Some(Value::Array(old)), Value::Array(new)) if new.iter().all(Value::is_table) => {
                for entry in new {
                    let twin = old.iter_mut().find(|twin| name(twin) == name(&entry));
                    match (twin, entry) {
                        (Some(Value::Table(twin)), Value::Table(entry)) => lay(entry, twin),
                        (_, entry) => old.push(entry),
                    }
                }
            }
            (_, new) => {
                over.insert(key, new);
            }
        }
    }
}

fn name(entry: &Value) -> &str {
    let name = entry.get("id").or_else(|| entry.get("requirement"));
    name.unwrap().as_str().unwrap()
}

/// The day that a fragment names, else the day asked about.
fn day(fragment: &str) -> Date {
    plan(&format!("format = 1\n{fragment}"))
        .as_of
        .unwrap_or(DAY)
}

/// What is left to do with that fragment laid over the base, and how it stands; and what is done.
fn left_and_done(
    fragment: &str,
    on: Date,
) -> (BTreeMap<&'static str, &'static str>, BTreeSet<&'static str>) {
    let mut text = base();
    lay(fragment.parse().unwrap(), &mut text);
    let file = plan(&text.to_string());
    let list = checklist(&file.plan, on);
    let (done, left): (Vec<_>, Vec<_>) = list.items().partition(|item| item.state.is_done());
    let left = left.into_iter();
    let done = done.into_iter();
    (
        left.map(|item| (item.finding.requirement.id(), item.state.code()))
            .collect(),
        done.map(|item| item.finding.requirement.id()).collect(),
    )
}

#[test]
fn every_row_says_why_it_exists_and_no_two_the_same() {
    let mut all = BTreeSet::new();
    for row in requirements() {
        let id = row.id();
        let purpose = row
            .purpose()
            .unwrap_or_else(|| panic!("{id} has no purpose"));
        let mut told = BTreeSet::new();
        for language in Language::ALL {
            let words = purpose.get(language);
            assert!(words.len() > 10 && !words.ends_with('.'), "{id}: {words}");
            assert!(told.insert(words), "{id} is not translated: {words}");
            assert!(all.insert(words), "{id} and another: {words}");
            for other in [row.statement(), row.fault(), row.remedy()] {
                assert_ne!(words, other.get(language), "{id}");
            }
        }
    }
}

/// A plan can state each row, be it by an attestation: there is none without an example.
#[test]
fn every_row_shows_a_plan_that_leaves_it_undone_and_the_same_mended() {
    assert_eq!(
        left_and_done("", DAY).0,
        BTreeMap::new(),
        "the base is ready"
    );
    let mut faults = Vec::new();
    for row in requirements() {
        let id = row.id();
        let shown = row
            .example()
            .unwrap_or_else(|| panic!("{id} has no example"));
        let on = day(shown.before);
        assert_eq!(day(shown.after), on, "{id}");
        // What is left on that day without the fragment is still left, and nothing else.
        let (mut expected, _) = left_and_done("", on);
        expected.remove(id);
        let (left, done) = left_and_done(shown.after, on);
        if left != expected || !done.contains(id) {
            faults.push(format!("{id}: not mended, {left:?}"));
        }
        let state = match id {
            "data-security/assessment-missing-or-out-of-date" => "out-of-date",
            // The base does not use the archive of social welfare.
            _ if crate::readiness::BY_READING.contains(&id) => "open",
            _ => "not-done",
        };
        expected.insert(id, state);
        let (left, _) = left_and_done(shown.before, on);
        if left != expected {
            faults.push(format!("{id}: {state} is not all that is left, {left:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whoever reads an example sees by what it was mended, on a terminal too.
#[test]
fn both_sides_of_an_example_speak_about_the_same_things_and_fit_a_terminal() {
    let tables = |fragment: &str| -> Vec<String> {
        let table: Table = fragment.parse().unwrap();
        table.into_iter().map(|(key, _)| key).collect()
    };
    let mut all = BTreeSet::new();
    for row in requirements() {
        let shown = row.example().unwrap();
        assert_eq!(tables(shown.before), tables(shown.after), "{}", row.id());
        assert!(all.insert(shown.before), "{} and another", row.id());
        // Four columns to the left of it, eighty in all.
        for line in shown.before.lines().chain(shown.after.lines()) {
            assert!(line.chars().count() <= 76, "{}: {line}", row.id());
        }
    }
}
