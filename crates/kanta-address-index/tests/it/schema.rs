//! The published schema is the one that the reader has, and the two accept and refuse the same
//! documents.

use kanta_address_index::{AddressIndex, FaultKind, Faults, Form, Problem, Source};
use serde_json::{Value, json};

/// Run with `KANTA_WRITE_SCHEMA=1` to publish it anew.
#[test]
fn the_published_schema_is_the_readers() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/schema/kanta-address-index-1.schema.json"
    );
    let schema = kanta_address_index::json_schema();
    if std::env::var_os("KANTA_WRITE_SCHEMA").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    let published = std::fs::read_to_string(path).unwrap();
    let [published, schema] =
        [published, schema].map(|text| serde_json::from_str::<Value>(&text).unwrap());
    assert_eq!(published, schema);
}

/// A language server looks up the heading of `[[party]]` as an entry of the list or as the list: either says what it is, in
/// three languages.
#[test]
fn every_entry_of_a_list_of_tables_is_explained_as_its_list() {
    let schema: Value = serde_json::from_str(&kanta_address_index::json_schema()).unwrap();
    let lists = schema["properties"].as_object().unwrap();
    let mut headings = Vec::new();
    let mut one = |key: &str, list: &Value| {
        let entry = &list["items"];
        if entry["type"] == "object" {
            let about = list["description"].as_str().unwrap();
            assert_eq!(about.split("\n\n").count(), 3, "{key}");
            assert_eq!(entry["description"], about, "{key}");
            headings.push(key.to_owned());
        }
    };
    for (key, list) in lists {
        one(key, list);
        let fields = list["items"]["properties"].as_object();
        for (key, field) in fields.into_iter().flatten() {
            one(key, field);
        }
    }
    let known = [
        "access_point",
        "certificates",
        "agreement",
        "annotation",
        "party",
        "pharmacy",
        "right",
        "tenant",
    ];
    assert_eq!(headings, known);
}

/// Whether a document is as a schema says: the keywords that the published one uses, as draft
/// 2020-12 has them, with `format` asserted. One that is not known here panics.
fn valid(schema: &Value, document: &Value) -> bool {
    let mut keywords = schema.as_object().unwrap().iter();
    let holds = |(keyword, of): (&String, &Value)| match keyword.as_str() {
        "$id" | "$schema" | "title" | "description" => true,
        "type" => match of.as_str().unwrap() {
            "object" => document.is_object(),
            "array" => document.is_array(),
            "string" => document.is_string(),
            "boolean" => document.is_boolean(),
            other => panic!("{other}"),
        },
        "const" => same(of, document),
        "enum" => of.as_array().unwrap().iter().any(|one| same(one, document)),
        "anyOf" => of
            .as_array()
            .unwrap()
            .iter()
            .any(|one| valid(one, document)),
        "pattern" => {
            assert_eq!(of, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
            document.as_str().is_none_or(is_shaped_as_a_day)
        }
        "format" => {
            assert_eq!(of, "date");
            document.as_str().is_none_or(is_a_day)
        }
        "items" => {
            let mut items = document.as_array().into_iter().flatten();
            items.all(|item| valid(of, item))
        }
        "minLength" => document
            .as_str()
            .is_none_or(|text| text.chars().count() as u64 >= of.as_u64().unwrap()),
        "minItems" => document
            .as_array()
            .is_none_or(|list| list.len() as u64 >= of.as_u64().unwrap()),
        "maxItems" => document
            .as_array()
            .is_none_or(|list| list.len() as u64 <= of.as_u64().unwrap()),
        "properties" => {
            let mut fields = of.as_object().unwrap().iter();
            fields.all(|(name, of)| document.get(name).is_none_or(|value| valid(of, value)))
        }
        "additionalProperties" => {
            assert_eq!(of, &json!(false));
            let known = schema["properties"].as_object().unwrap();
            let mut fields = document.as_object().into_iter().flatten();
            fields.all(|(name, _)| known.contains_key(name))
        }
        "required" => !document.is_object() || has_all(document, of),
        "dependentRequired" => {
            let mut of = of.as_object().unwrap().iter();
            of.all(|(name, others)| document.get(name).is_none() || has_all(document, others))
        }
        "dependentSchemas" => {
            let mut of = of.as_object().unwrap().iter();
            of.all(|(name, other)| document.get(name).is_none() || valid(other, document))
        }
        "uniqueItems" => {
            assert_eq!(of, &json!(true));
            let list = document.as_array().map_or(&[][..], Vec::as_slice);
            let twins =
                |(at, one): (usize, &Value)| list[..at].iter().any(|other| same(one, other));
            !list.iter().enumerate().any(twins)
        }
        "if" => {
            let branch = if valid(of, document) { "then" } else { "else" };
            valid(&schema[branch], document)
        }
        // Looked at with the `if` beside them.
        "then" | "else" => true,
        other => panic!("the checker does not know `{other}`"),
    };
    keywords.all(holds)
}

fn has_all(document: &Value, names: &Value) -> bool {
    let mut names = names.as_array().unwrap().iter();
    names.all(|name| document.get(name.as_str().unwrap()).is_some())
}

/// Numbers are the same whatever they are written as.
fn same(one: &Value, other: &Value) -> bool {
    one == other || (one.is_number() && one.as_f64() == other.as_f64())
}

fn is_shaped_as_a_day(text: &str) -> bool {
    let shape: String = text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    shape == "0000-00-00"
}

fn is_a_day(text: &str) -> bool {
    if !is_shaped_as_a_day(text) {
        return false;
    }
    let part = |range: std::ops::Range<usize>| text[range].parse::<u32>().unwrap();
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// What is wrong with a document as such; what its words mean is no matter of its form.
fn refused_for_its_form(faults: &Faults) -> bool {
    // What is there and cannot be understood may be told as missing too.
    let there = |record: &str, field: &str| {
        let place = format!("{record}.{field}");
        faults
            .as_slice()
            .iter()
            .any(|fault| fault.place.path == place)
    };
    faults.as_slice().iter().any(|fault| match fault.kind {
        FaultKind::Source(Problem::MissingKey { key }) => !there(&fault.place.path, key),
        FaultKind::Source(_)
        | FaultKind::NotADate(_)
        | FaultKind::EmptyField(_)
        | FaultKind::UnknownFormat => true,
        FaultKind::NotAnAccessPoint(_)
        | FaultKind::NotAnOwner(_)
        | FaultKind::NotAPrefix(_)
        | FaultKind::HostBits(_)
        | FaultKind::NoHeader
        | FaultKind::DuplicateId(_)
        | FaultKind::ReservedId(_)
        | FaultKind::ForeignOid(_)
        | FaultKind::DuplicateOid(_)
        | FaultKind::OwnTenant(_)
        | FaultKind::DuplicateSerial(_)
        | FaultKind::DuplicateRecord
        | FaultKind::Overlap
        | FaultKind::Inverted
        | FaultKind::Dangling(_)
        | FaultKind::WrongKind { .. }
        | FaultKind::PharmacistWithOid => false,
        ref other => panic!("{other:?}"),
    })
}

fn read(document: &Value) -> Result<AddressIndex, Faults> {
    AddressIndex::read(&[Source {
        form: Form::Json,
        bytes: document.to_string().as_bytes(),
    }])
}

/// An index with every record and every field.
fn full() -> Value {
    json!({
        "format": 1,
        "version": "7",
        "issued": "2025-12-01",
        "expires": "2026-12-01",
        "party": [
            {
                "id": "clinic",
                "oid": "1.2.246.10.12345671.10.0",
                "name": "A clinic",
                "kind": "provider",
                "sector": "private",
                "register": "sote",
            },
            {
                "id": "relay",
                "oid": "1.2.246.537.6.918.18.42",
                "name": "An intermediary",
                "kind": "intermediary",
                "register_entry": "2024-01-01",
                "register_entry_until": "2027-01-01",
            },
            { "id": "other", "oid": "1.2.246.537.6.918.18.43", "kind": "intermediary", "register_entry": false },
            { "id": "pharmacist", "name": "N.N.", "kind": "pharmacist" },
        ],
        "pharmacy": [{
            "id": "main",
            "oid": "1.2.246.553.1.1234",
            "name": "A pharmacy",
            "pharmacist": "pharmacist",
            "branch": false,
            "held_from": "2024-01-01",
            "held_until": "2027-01-01",
        }],
        "tenant": [{
            "id": "tenant",
            "oid": "1.2.246.10.76543212.10.0",
            "name": "A tenant",
            "host": "clinic",
            "sector": "private",
            "register": "sote",
        }],
        "access_point": [{
            "id": "ap",
            "oid": "1.2.246.10.12345671.10.0.13.1",
            "administrator": "clinic",
            "addresses": ["192.31.196.7", "2001:db8::/32"],
            "certificates": [{ "serial": "4f2a", "from": "2025-01-01", "until": "2027-01-01" }],
        }],
        "agreement": [{
            "between": ["clinic", "relay"],
            "from": "2024-01-01",
            "until": "2027-01-01",
        }],
        "annotation": [{
            "party": "clinic",
            "unit": "1.2.246.10.12345671.10.1",
            "from": "2024-01-01",
            "until": "2027-01-01",
        }],
        "right": [{
            "for": "clinic",
            "access_point": "ap",
            "service": "social-welfare",
            "from": "2024-01-01",
            "until": "2027-01-01",
            "organiser": "clinic",
            "basis": "application",
            "agreed": "2024-01-01",
            "reference": "a number",
        }],
    })
}

/// Values of every type, and texts that some field takes and others do not.
fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(2),
        json!(-1),
        json!(1.0),
        json!(7.5),
        json!(1e300),
        json!(""),
        json!("a word"),
        json!("1"),
        json!("false"),
        json!("clinic"),
        json!("provider"),
        json!("Provider"),
        json!("public"),
        json!("valvira"),
        json!("imaging"),
        json!("application"),
        json!("1.2.246.10.12345671.10.5"),
        json!("1.2.246.10.12345671.10.0.13.1"),
        json!("192.31.196.7"),
        json!("2025-12-01"),
        json!("2024-02-29"),
        json!("2025-02-29"),
        json!("2025-13-01"),
        json!("2025-00-00"),
        json!("2025-1-1"),
        json!("2025-12-01T00:00:00"),
        json!(" 2025-12-01"),
        json!("2025-12-01\n"),
        json!("٢٠٢٥-12-01"),
        json!("0000-01-01"),
        json!("9999-12-31"),
        json!([]),
        json!(["clinic"]),
        json!(["clinic", "relay"]),
        json!(["clinic", "relay", "pharmacist"]),
        json!(["clinic", 7]),
        json!(["2025-12-01"]),
        json!([null]),
        json!([[]]),
        json!([{}]),
        json!({}),
        json!({ "serial": "1" }),
        json!([{ "serial": "1" }]),
        json!([{ "serial": 1 }]),
        json!([{ "serial": "1" }, {}]),
        json!([{ "serial": "1", "from": "2025-01-01" }]),
        json!([{ "serial": "1", "since": "2025-01-01" }]),
        json!({ "from": "2025-12-01" }),
    ]
}

/// The places of a document at which something can stand: fields and items, as JSON pointers.
fn places(document: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match document {
        Value::Object(fields) => {
            for (name, value) in fields {
                places(value, &format!("{here}/{name}"), all);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                places(item, &format!("{here}/{at}"), all);
            }
        }
        _ => {}
    }
}

/// Documents that differ from the full one in one place: another value, nothing, or one thing
/// more.
fn variants() -> Vec<(String, Value)> {
    let full = full();
    let mut all = Vec::new();
    places(&full, "", &mut all);
    let mut variants = Vec::new();
    for place in &all {
        for value in values() {
            let mut document = full.clone();
            *document.pointer_mut(place).unwrap() = value.clone();
            variants.push((format!("{place} = {value}"), document));
        }
        let mut document = full.clone();
        let (parent, last) = place.rsplit_once('/').unwrap_or_default();
        match document.pointer_mut(parent).unwrap() {
            Value::Object(fields) => fields.remove(last),
            Value::Array(items) => Some(items.remove(last.parse().unwrap())),
            _ => None,
        };
        variants.push((format!("no {place}"), document));
        for name in [
            "unknown", "since", "add", "record", "kind", "from", "version", "format",
        ] {
            let mut document = full.clone();
            let Some(Value::Object(fields)) = document.pointer_mut(place) else {
                break;
            };
            if fields
                .insert(name.to_owned(), json!("2025-12-01"))
                .is_none()
            {
                variants.push((format!("{place} with {name}"), document));
            }
        }
    }
    variants
}

/// What the reader refuses and the schema accepts, with the reason. One that goes fails as one
/// that comes.
const STRICTER_READER: &[(&str, &str)] = &[
    // To a schema numbers are the same whatever they are written as; the reader wants `1`.
    (
        "/format = 1.0",
        "format: Source(WrongType { key: \"format\", expected: Number, found: Decimal })",
    ),
];

#[test]
fn the_schema_and_the_reader_accept_and_refuse_the_same() {
    let schema: Value = serde_json::from_str(&kanta_address_index::json_schema()).unwrap();
    let full = full();
    read(&full).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(valid(&schema, &full));
    let (mut accepted, mut refused) = (0, 0);
    let mut differ = Vec::new();
    for (what, document) in variants() {
        let read = read(&document);
        let faults = read.as_ref().err();
        let form = faults.is_none_or(|faults| !refused_for_its_form(faults));
        let valid = valid(&schema, &document);
        *if valid { &mut accepted } else { &mut refused } += 1;
        if form != valid {
            let first = faults.and_then(|faults| faults.as_slice().first());
            let first = first.map(|fault| format!("{}: {:?}", fault.place.path, fault.kind));
            assert!(valid, "{what}: the schema refuses what the reader accepts");
            differ.push((what, first.unwrap_or_default()));
        }
    }
    let stricter = STRICTER_READER.iter();
    let mut stricter: Vec<_> = stricter
        .map(|&(what, why)| (what.to_owned(), why.to_owned()))
        .collect();
    stricter.sort_unstable();
    differ.sort_unstable();
    assert_eq!(differ, stricter);
    // Of each there are enough.
    assert!(accepted > 900 && refused > 3_000, "{accepted} {refused}");
}
