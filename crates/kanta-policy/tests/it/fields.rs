//! The list of the plan's fields is what the reader takes, no more and no less.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use kanta_policy::fields::{Field, Takes};
use kanta_policy::{FaultKind, Problem, fields};
use toml::{Table, Value};

use crate::harness::{plan, read};

/// A plan with every field that is listed, with the example of each.
pub(crate) fn full() -> Table {
    table(fields::all())
}

fn table(fields: &[Field]) -> Table {
    let value = |field: &Field| match field.example() {
        Some(example) => {
            let line = format!("{} = {example}", field.key());
            let parsed: Table = line
                .parse()
                .unwrap_or_else(|error| panic!("{line}: {error}"));
            parsed[field.key()].clone()
        }
        None => {
            let inner = Value::Table(table(field.inner()));
            match field.takes() {
                Takes::List(_) => Value::Array(vec![inner]),
                _ => inner,
            }
        }
    };
    fields
        .iter()
        .map(|field| (field.key().to_owned(), value(field)))
        .collect()
}

/// A table of a plan, by the keys and positions that lead to it.
#[derive(Clone, Debug)]
enum Step {
    Key(&'static str),
    First,
}

/// Every table of the full plan with the fields that are listed for it.
fn tables(fields: &'static [Field], here: &[Step], all: &mut Vec<(Vec<Step>, &'static [Field])>) {
    all.push((here.to_vec(), fields));
    for field in fields.iter().filter(|field| !field.inner().is_empty()) {
        let mut there = here.to_vec();
        there.push(Step::Key(field.key()));
        if matches!(field.takes(), Takes::List(_)) {
            there.push(Step::First);
        }
        tables(field.inner(), &there, all);
    }
}

fn at<'a>(plan: &'a mut Table, steps: &[Step]) -> &'a mut Table {
    let mut here = plan;
    let mut steps = steps.iter().peekable();
    while let Some(Step::Key(key)) = steps.next() {
        let mut value = here.get_mut(*key).unwrap_or_else(|| panic!("{key}"));
        if matches!(steps.peek(), Some(Step::First)) {
            steps.next();
            value = &mut value.as_array_mut().unwrap()[0];
        }
        here = value.as_table_mut().unwrap_or_else(|| panic!("{key}"));
    }
    here
}

/// Every word in the reader's source that could be a key.
fn keys_in_the_reader() -> BTreeSet<String> {
    fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, files);
            } else {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/file");
    sources(&folder, &mut files);
    let mut keys = BTreeSet::new();
    for file in files {
        let source = std::fs::read_to_string(file).unwrap();
        for (start, _) in source.match_indices('"') {
            let word = source[start + 1..].split('"').next().unwrap();
            let is_key =
                !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if is_key {
                keys.insert(word.to_owned());
            }
        }
    }
    keys
}

#[test]
fn the_reader_takes_every_field_that_is_listed() {
    let text = toml::to_string(&full()).unwrap();
    let file = plan(&text);
    assert_eq!(file.plan.links.len(), 1);
    let count: usize = {
        let mut all = Vec::new();
        tables(fields::all(), &[], &mut all);
        all.iter().map(|(_, fields)| fields.len()).sum()
    };
    assert!(count > 130, "{count}");
}

#[test]
fn every_field_that_the_reader_takes_is_listed() {
    let mut all = Vec::new();
    tables(fields::all(), &[], &mut all);
    let mut keys = keys_in_the_reader();
    for (_, fields) in &all {
        keys.extend(fields.iter().map(|field| field.key().to_owned()));
    }
    assert!(keys.len() > 90, "{keys:?}");
    for (steps, fields) in &all {
        // All the keys that are not listed for this table are tried in it, each at the end of a plan of its own
        // table, so that the reader names those that it does not know.
        let listed: BTreeSet<&str> = fields.iter().map(Field::key).collect();
        let others: Vec<&String> = keys
            .iter()
            .filter(|key| !listed.contains(key.as_str()))
            .collect();
        for others in others.chunks(50) {
            let mut plan = full();
            // An inner table is shown by the example of its field, which need not show it all.
            let table = at(&mut plan, steps);
            for key in others {
                table.insert((*key).clone(), Value::Boolean(true));
            }
            let faults = read(&toml::to_string(&plan).unwrap()).unwrap_err();
            let unknown: BTreeSet<String> = faults
                .into_iter()
                .filter_map(|fault| match fault.kind {
                    FaultKind::Source(Problem::UnknownKey { key, .. }) => Some(key),
                    _ => None,
                })
                .collect();
            for key in others {
                assert!(
                    unknown.contains(*key),
                    "the reader takes `{key}` in {steps:?}, and it is not listed"
                );
            }
        }
    }
}

#[test]
fn a_field_is_required_where_the_reader_cannot_do_without_it() {
    let mut all = Vec::new();
    tables(fields::all(), &[], &mut all);
    let mut required = 0;
    for (steps, fields) in all {
        for field in fields {
            let mut plan = full();
            if at(&mut plan, &steps).remove(field.key()).is_none() {
                continue;
            }
            let missing = match read(&toml::to_string(&plan).unwrap()) {
                Ok(_) => false,
                Err(faults) => faults.into_iter().any(|fault| {
                    matches!(fault.kind, FaultKind::Source(Problem::MissingKey { key, .. }) if key == field.key())
                }),
            };
            assert_eq!(missing, field.is_required(), "{} in {steps:?}", field.key());
            required += usize::from(missing);
        }
    }
    assert!(required > 20, "{required}");
}

#[test]
fn every_field_is_explained_in_each_language_by_words_of_its_own() {
    fn each(fields: &[Field]) {
        for field in fields {
            let about = field.about();
            for text in [about.en, about.fi, about.sv] {
                assert!(!text.is_empty() && text == text.trim(), "{}", field.key());
                assert!(!text.ends_with('.'), "{text}");
            }
            assert!(
                about.en != about.fi && about.fi != about.sv,
                "{}",
                field.key()
            );
            each(field.inner());
        }
    }
    each(fields::all());
}
