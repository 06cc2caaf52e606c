//! Plans for tests, told by their difference from a good one.
//!
//! A base is the text of a plan in `examples/data`. An edit is a path and a value in TOML, for example
//! `("access_point.ap1.country", "\"SE\"")`; an empty value takes the key away; a path that ends in `[+]` adds an entry.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kanta_conformance::{Date, Outcome};
use kanta_policy::{Faults, FileFault, PlanFile, evaluate};
use toml::{Table, Value};

/// The folder of the example plans.
pub(crate) fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")
}

/// The text of an example plan.
pub(crate) fn example(name: &str) -> String {
    let path = data().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Reads a plan whose certificates lie among the examples.
pub(crate) fn read(text: &str) -> Result<PlanFile, Faults> {
    PlanFile::read(text.as_bytes(), &mut |name| {
        std::fs::read(data().join(name)).map_err(|_| FileFault::NotFound)
    })
}

/// Reads a plan that has no faults.
pub(crate) fn plan(text: &str) -> PlanFile {
    read(text).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}\n{text}", faults.join("\n"))
    })
}

/// `satisfied`, `violated`, `not-applicable`, `not-in-force` or `undetermined: why`.
pub(crate) fn word(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Undetermined(why) => format!("undetermined: {}", why.code()),
        known => known.kind().code().to_owned(),
    }
}

/// Every outcome of a plan by `requirement @ subject`; the subjects of one row differ.
pub(crate) fn outcomes(text: &str, on: Date) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for finding in evaluate(&plan(text).plan, on).findings {
        let mut key = format!("{} @ {}", finding.requirement.id(), finding.path.subject());
        while all.contains_key(&key) {
            key.push('\'');
        }
        all.insert(key, word(&finding.outcome));
    }
    all
}

/// What an edit changes: `requirement @ subject: before -> after`, `-` where there is no such finding.
///
/// Changes that only add or take away findings that say nothing (not applicable, not in force) are left out.
pub(crate) fn changes(base: &str, edits: &[(&str, &str)], on: Date) -> Vec<String> {
    let before = outcomes(base, on);
    let after = outcomes(&edited(base, edits), on);
    let mut keys: Vec<&String> = before.keys().chain(after.keys()).collect();
    keys.sort();
    keys.dedup();
    let silent = |word: &str| matches!(word, "-" | "not-applicable" | "not-in-force");
    let mut changes = Vec::new();
    for key in keys {
        let was = before.get(key).map_or("-", String::as_str);
        let is = after.get(key).map_or("-", String::as_str);
        if was != is && !(silent(was) && silent(is)) {
            changes.push(format!(
                "{}: {was} -> {is}",
                key.trim_start_matches("connection-models/")
            ));
        }
    }
    changes
}

/// Asserts that an edit changes exactly these findings.
#[track_caller]
pub(crate) fn assert_changes(base: &str, edits: &[(&str, &str)], on: Date, expected: &[&str]) {
    let mut expected: Vec<String> = expected.iter().map(|text| (*text).to_owned()).collect();
    expected.sort();
    let mut found = changes(base, edits, on);
    found.sort();
    assert_eq!(found, expected, "edits {edits:?} as of {on}");
}

/// The outcome of one row for one subject.
pub(crate) fn outcome(text: &str, requirement: &str, subject: &str, on: Date) -> String {
    let key = format!("connection-models/{requirement} @ {subject}");
    outcomes(text, on)
        .remove(&key)
        .unwrap_or_else(|| "-".to_owned())
}

/// The base with edits made.
pub(crate) fn edited(base: &str, edits: &[(&str, &str)]) -> String {
    let mut table: Table = base.parse().unwrap();
    for (path, value) in edits {
        let value = (!value.is_empty()).then(|| {
            let line: Table = format!("value = {value}").parse().unwrap();
            line["value"].clone()
        });
        edit(&mut table, path, value);
    }
    table.to_string()
}

fn edit(table: &mut Table, path: &str, value: Option<Value>) {
    let segments = segments(path);
    let (last, ways) = segments.split_last().unwrap();
    let mut root = Value::Table(std::mem::take(table));
    let mut place = &mut root;
    for way in ways {
        place = step(place, way).unwrap_or_else(|| panic!("no `{way}` on the way to `{path}`"));
    }
    match (place, last.as_str(), value) {
        (Value::Array(array), "+", Some(value)) => array.push(value),
        (Value::Array(array), index, None) => {
            let index = array
                .iter()
                .position(|entry| entry.get("id").and_then(Value::as_str) == Some(index))
                .unwrap_or_else(|| index.parse().unwrap());
            array.remove(index);
        }
        (Value::Array(array), index, Some(value)) => array[index.parse::<usize>().unwrap()] = value,
        (Value::Table(table), key, Some(value)) => {
            table.insert(key.to_owned(), value);
        }
        (Value::Table(table), key, None) => {
            table
                .remove(key)
                .unwrap_or_else(|| panic!("nothing to take away at `{path}`"));
        }
        _ => panic!("cannot edit `{path}`"),
    }
    *table = root.as_table().unwrap().clone();
}

/// `access_point.ap1.addresses[0].ip` → access_point, ap1, addresses, 0, ip.
fn segments(path: &str) -> Vec<String> {
    path.replace('[', ".")
        .replace(']', "")
        .split('.')
        .map(str::to_owned)
        .collect()
}

fn step<'a>(value: &'a mut Value, way: &str) -> Option<&'a mut Value> {
    match value {
        Value::Table(table) => {
            if way == "use" || !table.contains_key(way) {
                table
                    .entry(way.to_owned())
                    .or_insert_with(|| Value::Array(Vec::new()));
            }
            table.get_mut(way)
        }
        Value::Array(array) => {
            let by_id = array
                .iter()
                .position(|e| e.get("id").and_then(Value::as_str) == Some(way));
            array.get_mut(by_id.or_else(|| way.parse().ok())?)
        }
        _ => None,
    }
}

/// Every value of a plan that can be absent, by path: not ids, not what the plan cannot be understood without,
/// and not what people attest or decide.
pub(crate) fn facts(text: &str) -> Vec<String> {
    let table: Table = text.parse().unwrap();
    let mut found = Vec::new();
    walk(&Value::Table(table), "", &mut found);
    found
}

fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
    const STRUCTURE: [&str; 9] = [
        "format",
        "as_of",
        "id",
        "from",
        "to",
        "access_point",
        "service",
        "for",
        "attested",
    ];
    let Value::Table(table) = value else { return };
    for (key, value) in table {
        let at = if path.is_empty() {
            key.clone()
        } else {
            format!("{path}.{key}")
        };
        match value {
            Value::Array(entries) if path.is_empty() => {
                if matches!(key.as_str(), "attested" | "ruling") {
                    continue;
                }
                for (index, entry) in entries.iter().enumerate() {
                    let id = entry.get("id").and_then(Value::as_str);
                    let at =
                        id.map_or_else(|| format!("{key}[{index}]"), |id| format!("{key}.{id}"));
                    walk(entry, &at, found);
                }
            }
            Value::Array(entries) => {
                if key != "separate_route" {
                    found.push(at.clone());
                }
                for (index, entry) in entries.iter().enumerate() {
                    walk(entry, &format!("{at}[{index}]"), found);
                }
            }
            Value::Table(_) => {
                if !path.is_empty() {
                    found.push(at.clone());
                }
                walk(value, &at, found);
            }
            _ if STRUCTURE.contains(&key.as_str()) => {}
            _ => found.push(at),
        }
    }
}
