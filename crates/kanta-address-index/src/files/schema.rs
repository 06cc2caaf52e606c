//! The JSON Schema of the JSON form, put together from the fields that are read.

use kanta_conformance::{Language, Text};
use serde_json::{Map, Value, json};

use super::about;
use super::records::{known, required};
use crate::build::Kind;
use crate::{BasisKind, PartyKind, Register, Sector, Service};

/// The JSON Schema (draft 2020-12) of the JSON form, which is the TOML form's twin.
///
/// The same text is published beside the crate as `schema/kanta-address-index-1.schema.json`.
#[must_use]
pub fn json_schema() -> String {
    let mut properties = Map::new();
    let header = [
        ("format", json!({ "const": 1 })),
        ("version", json!({ "type": "string" })),
        ("issued", date()),
        ("expires", date()),
    ];
    for (name, value) in header {
        properties.insert(name.into(), explained(Kind::Party, name, value));
    }
    for kind in Kind::ALL {
        let items = record(kind);
        let described = described(
            about::of_record(kind),
            json!({ "type": "array", "items": items }),
        );
        properties.insert(kind.word().into(), described);
    }
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://example.invalid/kanta-address-index-1.schema.json",
        "title": "A picture of the Kanta address index, format 1",
        "type": "object",
        "additionalProperties": false,
        "required": ["format"],
        "dependentRequired": {
            "version": ["issued", "expires"],
            "issued": ["version", "expires"],
            "expires": ["version", "issued"],
        },
        "properties": properties,
    });
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// What it tells, in three languages, as an editor shows it. The same is said of each entry of a list of tables: some editors
/// look up `[[party]]` as the entry, others as the list.
fn described(text: Text, mut value: Value) -> Value {
    let words = Language::ALL
        .map(|language| text.get(language))
        .join("\n\n");
    let entry = value.get_mut("items").filter(|its| is_table(its));
    if let Some(entry) = entry.and_then(Value::as_object_mut) {
        entry.insert("description".into(), words.clone().into());
    }
    if let Some(schema) = value.as_object_mut() {
        schema.insert("description".into(), words.into());
    }
    value
}

fn is_table(schema: &Value) -> bool {
    schema.get("type").is_some_and(|its| its == "object")
}

fn explained(kind: Kind, name: &str, value: Value) -> Value {
    match about::of_field(kind, name) {
        Some(text) => described(text, value),
        None => value,
    }
}

fn date() -> Value {
    json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
}

fn words(words: &[&'static str]) -> Value {
    json!({ "enum": words })
}

fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Value {
    words(&all.iter().map(|&word| code(word)).collect::<Vec<_>>())
}

fn record(kind: Kind) -> Value {
    let fields = known(kind).iter();
    let properties: Map<String, Value> = fields
        .map(|&name| (name.to_owned(), explained(kind, name, field(kind, name))))
        .collect();
    let mut record = json!({
        "type": "object",
        "additionalProperties": false,
        "required": required(kind),
        "properties": properties,
    });
    if let (Kind::Party, Some(record)) = (kind, record.as_object_mut()) {
        let entry = json!({ "register_entry_until": {
            "required": ["register_entry"],
            "properties": { "register_entry": date() },
        } });
        record.insert("dependentSchemas".into(), entry);
        // A pharmacist is a person and may have no OID.
        let pharmacist =
            json!({ "properties": { "kind": { "const": PartyKind::Pharmacist.code() } } });
        record.insert("if".into(), pharmacist);
        let named = json!({ "anyOf": [{ "required": ["id"] }, { "required": ["oid"] }] });
        record.insert("then".into(), named);
        record.insert("else".into(), json!({ "required": ["oid"] }));
    }
    record
}

fn field(kind: Kind, name: &str) -> Value {
    let text = json!({ "type": "string" });
    match (kind, name) {
        (_, "from" | "until" | "held_from" | "held_until" | "agreed" | "register_entry_until") => {
            date()
        }
        (_, "register_entry") => json!({ "anyOf": [date(), { "const": false }] }),
        (_, "kind") => codes(PartyKind::ALL, PartyKind::code),
        (_, "sector") => codes(Sector::ALL, Sector::code),
        (_, "register") => codes(Register::ALL, Register::code),
        (_, "service") => codes(Service::ALL, Service::code),
        (_, "basis") => codes(BasisKind::ALL, BasisKind::code),
        (_, "branch" | "health_care" | "social_welfare" | "states_duties") => {
            json!({ "type": "boolean" })
        }
        (_, "addresses") => json!({ "type": "array", "items": text }),
        (_, "between") => {
            json!({ "type": "array", "items": text, "minItems": 2, "maxItems": 2, "uniqueItems": true })
        }
        (_, "certificates") => json!({ "type": "array", "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["serial"],
            "properties": {
                "serial": explained(kind, "serial", json!({ "type": "string", "minLength": 1 })),
                "from": explained(kind, "from", date()),
                "until": explained(kind, "until", date()),
            },
        } }),
        _ => text,
    }
}
