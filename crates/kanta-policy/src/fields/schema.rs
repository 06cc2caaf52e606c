//! The JSON Schema of the plan, made from its fields.

use kanta_address_index::Service;
use kanta_conformance::Text;
use serde_json::{Map, Value, json};

use super::{Field, PLAN, Takes, Word};

/// The most entries that a list of a plan may have.
const MOST_ENTRIES: u32 = 1000;

/// The JSON Schema (2020-12) of the plan, as editors use it: days are texts, as in the JSON that an editor makes of TOML.
///
/// The same text is published beside the crate as `schema/kanta-plan-1.schema.json`.
#[must_use]
pub fn json_schema() -> String {
    let mut schema = table(PLAN);
    for (key, value) in [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("$id", super::SCHEMA_ID),
        ("title", "A planned Kanta connection, format 1"),
    ] {
        schema.insert(key.into(), value.into());
    }
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn table(fields: &[Field]) -> Map<String, Value> {
    let mut schema = Map::new();
    let properties = fields.iter();
    let properties = properties.map(|field| (field.key().to_owned(), property(field)));
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), Value::Object(properties.collect()));
    schema.insert("additionalProperties".into(), false.into());
    let required = fields.iter().filter(|field| field.is_required());
    let required: Vec<_> = required.map(Field::key).collect();
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    schema
}

fn property(field: &Field) -> Value {
    let mut schema = Value::Object(value(&field.takes()));
    explain(&mut schema, field);
    schema
}

/// Says what a field tells. The same is said of each entry of a list of tables: some editors look up `[[link]]` as the entry,
/// others as the list.
fn explain(schema: &mut Value, field: &Field) {
    let Value::Object(schema) = schema else {
        return;
    };
    schema.insert("title".into(), field.key().into());
    schema.insert("description".into(), lines(field.about()).into());
    let entry = schema.get_mut("items");
    if let Some(entry) = entry.filter(|its| its.get("type").is_some_and(|kind| kind == "object")) {
        explain(entry, field);
    }
    let branches = schema.get_mut("anyOf").and_then(Value::as_array_mut);
    for branch in branches.into_iter().flatten() {
        if branch.get("items").is_some() {
            explain(branch, field);
        }
    }
}

/// The three languages, each in a paragraph of its own, as an editor shows them.
fn lines(text: Text) -> String {
    format!("{}\n\n{}\n\n{}", text.en, text.fi, text.sv)
}

fn value(takes: &Takes) -> Map<String, Value> {
    let schema = match takes {
        Takes::Exactly(number) => json!({ "const": number }),
        Takes::Text | Takes::Reference | Takes::Address | Takes::File => {
            json!({ "type": "string" })
        }
        Takes::Id => json!({
            "type": "string",
            "pattern": r"^[\p{L}\p{N}_-]{1,64}$",
            "not": { "enum": ["party", "kanta", "supplier"] },
        }),
        Takes::Country => json!({ "type": "string", "pattern": "^[A-Z]{2}$" }),
        Takes::Oid => {
            json!({ "type": "string", "pattern": r"^[0-2](\.(0|[1-9][0-9]*))+$", "maxLength": 64 })
        }
        Takes::Requirement => json!({ "type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$" }),
        Takes::Day => {
            json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
        }
        Takes::Flag => json!({ "type": "boolean" }),
        Takes::Denied => json!({ "const": false }),
        Takes::Number => json!({ "type": "integer", "minimum": 0 }),
        Takes::Speed => json!({ "type": "number", "minimum": 0 }),
        Takes::Word(words) => vocabulary(&words()),
        Takes::Table(fields) => return table(fields),
        Takes::ByService(each) => {
            let services = Service::ALL.iter();
            let properties = services.map(|service| {
                let mut schema = value(each);
                schema.insert("description".into(), lines(service.name()).into());
                (service.code().to_owned(), Value::Object(schema))
            });
            let properties: Map<_, _> = properties.collect();
            json!({ "type": "object", "properties": properties, "additionalProperties": false })
        }
        Takes::List(item) => {
            json!({ "type": "array", "items": value(item), "maxItems": MOST_ENTRIES })
        }
        Takes::Either(all) => {
            let all: Vec<_> = all.iter().map(value).collect();
            json!({ "anyOf": all })
        }
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}

/// The words, and what each means, where an editor that completes TOML looks for it.
fn vocabulary(words: &[Word]) -> Value {
    let codes: Vec<_> = words.iter().map(|word| word.code).collect();
    let names = words.iter().map(|word| word.name);
    let names: Vec<_> = names
        .map(|name| format!("{} · {} · {}", name.en, name.fi, name.sv))
        .collect();
    json!({ "enum": codes, "x-taplo": { "docs": { "enumValues": names } } })
}
