//! The published schema of the plan is made from its fields, and agrees with the reader.

use std::collections::BTreeSet;

use kanta_policy::fields::{self, Field, json_schema};
use kanta_policy::{Fault, FaultKind, Problem};
use serde_json::Value as Json;
use toml::{Table, Value};

use crate::fields::full;
use crate::harness::{example, read};

/// Run with `KANTA_WRITE_SCHEMA=1` to publish it anew.
#[test]
fn the_published_schema_is_made_from_the_fields() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/schema/kanta-plan-1.schema.json"
    );
    if std::env::var_os("KANTA_WRITE_SCHEMA").is_some() {
        std::fs::write(path, json_schema()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), json_schema());
}

#[test]
fn the_schema_is_one_and_explains_every_field_in_three_languages() {
    fn each(schema: &Json, count: &mut usize) {
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            let about = property["description"]
                .as_str()
                .unwrap_or_else(|| panic!("{key}"));
            assert_eq!(about.split("\n\n").count(), 3, "{key}");
            *count += 1;
            each(property, count);
            each(&property["items"], count);
        }
    }
    let schema: Json = serde_json::from_str(&json_schema()).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    let mut count = 0;
    each(&schema, &mut count);
    assert!(count > 100, "{count}");
}

#[test]
fn the_fields_inside_a_field_are_those_that_the_schema_has_there() {
    /// The keys of a table, of each entry of a list, or of the one of several kinds that has keys.
    fn keys(schema: &Json) -> BTreeSet<&str> {
        let own = schema["properties"].as_object().into_iter().flatten();
        let mut all: BTreeSet<&str> = own.map(|(key, _)| key.as_str()).collect();
        if schema["items"].is_object() {
            all.extend(keys(&schema["items"]));
        }
        for branch in schema["anyOf"].as_array().into_iter().flatten() {
            all.extend(keys(branch));
        }
        all
    }
    fn inside<'a>(schema: &'a Json, key: &str, found: &mut Vec<&'a Json>) {
        found.extend(schema["properties"].get(key));
        if schema["items"].is_object() {
            inside(&schema["items"], key, found);
        }
        for branch in schema["anyOf"].as_array().into_iter().flatten() {
            inside(branch, key, found);
        }
    }
    fn each(fields: &[Field], schema: &Json, of_several_kinds: &mut Vec<&'static str>) {
        for field in fields {
            let mut found = Vec::new();
            inside(schema, field.key(), &mut found);
            // A table that may also be a list of such tables stands there twice.
            let there = found.first().unwrap_or_else(|| panic!("{}", field.key()));
            // The services are words of their own.
            if matches!(field.takes(), fields::Takes::ByService(_)) {
                continue;
            }
            let listed: BTreeSet<&str> = field.inner().iter().map(Field::key).collect();
            if there["anyOf"].is_array() && !listed.is_empty() {
                of_several_kinds.push(field.key());
            }
            let services = kanta_address_index::Service::ALL.iter();
            let services: BTreeSet<&str> = services.map(|service| service.code()).collect();
            let keys: BTreeSet<&str> = keys(there).difference(&services).copied().collect();
            assert_eq!(listed, keys, "{}", field.key());
            each(field.inner(), there, of_several_kinds);
        }
    }
    let schema: Json = serde_json::from_str(&json_schema()).unwrap();
    let mut of_several_kinds = Vec::new();
    each(fields::all(), &schema, &mut of_several_kinds);
    for key in ["agreement", "separate_route"] {
        assert!(of_several_kinds.contains(&key), "{of_several_kinds:?}");
    }
}

/// A language server looks up the heading of `[[link]]` as an entry of the list or as the list: either says what it is.
#[test]
fn every_entry_of_a_list_of_tables_is_explained_as_its_list() {
    fn each(schema: &Json, headings: &mut Vec<String>) {
        let properties = schema["properties"].as_object();
        for (key, property) in properties.into_iter().flatten() {
            let own = [property];
            let either = property["anyOf"].as_array().into_iter().flatten();
            for list in own.into_iter().chain(either) {
                let entry = &list["items"];
                if entry["type"] == "object" {
                    assert_eq!(entry["description"], property["description"], "{key}");
                    assert_eq!(list["description"], property["description"], "{key}");
                    assert_eq!(entry["title"], key.as_str());
                    headings.push(key.clone());
                }
                each(entry, headings);
            }
            each(property, headings);
        }
    }
    let schema: Json = serde_json::from_str(&json_schema()).unwrap();
    let mut headings = Vec::new();
    each(&schema, &mut headings);
    for key in [
        "system",
        "access_point",
        "use",
        "link",
        "tenant",
        "ruling",
        "addresses",
        "separate_route",
    ] {
        assert!(headings.iter().any(|its| its == key), "{key}: {headings:?}");
    }
}

/// What an editor makes of TOML before it holds it against a schema: a day becomes a text.
fn json(value: &Value) -> Json {
    match value {
        Value::String(text) => text.clone().into(),
        Value::Integer(number) => (*number).into(),
        Value::Float(number) => (*number).into(),
        Value::Boolean(flag) => (*flag).into(),
        Value::Datetime(day) => day.to_string().into(),
        Value::Array(items) => items.iter().map(json).collect(),
        Value::Table(table) => {
            let fields = table.iter().map(|(key, value)| (key.clone(), json(value)));
            Json::Object(fields.collect())
        }
    }
}

/// Values of every type, and texts that some field takes and others do not.
fn values() -> Vec<Value> {
    let text = "values = [true, false, 0, 1, 2, -1, 7.5, 100.125, -0.5, \"\", \"a word\", \"1\", \"false\", \
                \"party\", \"emr\", \"provider\", \"Provider\", \"public\", \"sote\", \"imaging\", \"primary\", \"1.2\", \
                \"A\", \"A3\", \"FI\", \"fi\", \"FIN\", \"1.2.246.10.12345671.10.5\", \"192.31.196.7\", \"with blank\", \
                \"connection-models/no-backup-connection\", 2025-12-01, 2025-12-01T10:00:00, 10:00:00, \
                [], [\"emr\"], [\"A\"], [\"A\", 7], [true], [[]], [{}], {}, { signed = 2025-12-01 }, \
                { sined = 2025-12-01 }, { imaging = true }, { imaging = 7 }, { from = \"a\" }, [{ from = \"a\" }], \
                { ip = \"192.31.196.7\" }, [{ ip = \"192.31.196.7\" }], [{ name = \"x\" }], { by = \"x\" }]";
    let table: Table = text.parse().unwrap();
    table["values"].as_array().unwrap().clone()
}

/// Every place of a document at which something stands.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                let there = format!("{here}/{key}");
                all.push(there.clone());
                places(value, &there, all);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                let there = format!("{here}/{at}");
                all.push(there.clone());
                places(value, &there, all);
            }
        }
        _ => {}
    }
}

fn at<'a>(value: &'a mut Value, step: &str) -> &'a mut Value {
    match value {
        Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
        other => other.get_mut(step).unwrap(),
    }
}

/// Documents that differ from a good one in one place: another value, nothing, or a key with a letter too many.
fn variants(good: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    places(good, "", &mut all);
    let values = values();
    let mut variants = Vec::new();
    for (turn, place) in all.iter().enumerate() {
        let (parent, last) = place.rsplit_once('/').unwrap();
        let steps = || parent.split('/').skip(1);
        // Half of the values at one place, the other half at the next.
        for value in values.iter().skip(turn % 2).step_by(2) {
            let mut document = good.clone();
            *at(steps().fold(&mut document, at), last) = value.clone();
            variants.push((format!("{place} = {value}"), document));
        }
        let mut document = good.clone();
        match steps().fold(&mut document, at) {
            Value::Table(table) => {
                let value = table.remove(last).unwrap();
                variants.push((format!("no {place}"), document.clone()));
                if let Value::Table(table) = steps().fold(&mut document, at) {
                    table.insert(format!("{last}x"), value);
                }
                variants.push((format!("{place}x"), document));
            }
            Value::Array(items) => {
                items.remove(last.parse().unwrap());
                variants.push((format!("no {place}"), document));
            }
            _ => {}
        }
    }
    variants
}

/// Whether a fault is one of form, which a schema can tell, and not of what the words mean.
fn is_of_form(fault: &Fault) -> bool {
    match &fault.kind {
        FaultKind::Source(problem) => match problem {
            Problem::NotA { .. } => false,
            Problem::WrongType { .. }
            | Problem::UnknownKey { .. }
            | Problem::UnknownWord { .. }
            | Problem::MissingKey { .. } => true,
            other => panic!("{other:?}"),
        },
        FaultKind::UnknownFormat(_) => true,
        _ => false,
    }
}

/// Whether a document has somewhere what only TOML tells apart: a day or a time, which to a schema is a text.
fn is_a_time(what: &str) -> bool {
    what.ends_with("2025-12-01") || what.ends_with(":00:00")
}

#[test]
fn the_schema_and_the_reader_take_and_refuse_the_same() {
    let schema: Json = serde_json::from_str(&json_schema()).unwrap();
    let schema = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let clinic: Value = Value::Table(example("clinic.toml").parse().unwrap());
    assert!(schema.is_valid(&json(&clinic)));
    let full = Value::Table(full());
    assert!(schema.is_valid(&json(&full)));
    let (mut accepted, mut refused) = (0, 0);
    for (what, document) in variants(&full) {
        let text = toml::to_string(&document).unwrap();
        let read = read(&text);
        let is_valid = schema.is_valid(&json(&document));
        *if is_valid {
            &mut accepted
        } else {
            &mut refused
        } += 1;
        match read {
            Ok(_) => assert!(is_valid, "{what}: the schema refuses what the reader takes"),
            Err(faults) => {
                let form = faults.iter().find(|fault| is_of_form(fault));
                let Some(fault) = form else { continue };
                assert!(
                    !is_valid || is_a_time(&what),
                    "{what}: the schema takes what the reader refuses: {fault}"
                );
            }
        }
    }
    // Of each there are enough.
    assert!(accepted > 500 && refused > 3_000, "{accepted} {refused}");
}
