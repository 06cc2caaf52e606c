//! What holds of any text.

use kanta_source::{
    Diagnostics, Entries, Form, Limits, Lines, Problem, SourceValue, TableReader, json, json_lines,
    toml,
};
use proptest::prelude::*;

use crate::harness::{faults, shop};

/// A value that both forms can write: how each writes it.
#[derive(Clone, Debug)]
enum Said {
    Text(String),
    Number(i64),
    Flag(bool),
    List(Vec<Said>),
    Table(Vec<(String, Said)>),
}

impl Said {
    fn json(&self) -> String {
        match self {
            Self::Text(text) => quoted(text),
            Self::Number(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::List(list) => {
                let items: Vec<_> = list.iter().map(Self::json).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Table(table) => {
                let entries = table.iter();
                let entries: Vec<_> = entries
                    .map(|(key, value)| format!("{}: {}", quoted(key), value.json()))
                    .collect();
                format!("{{{}}}", entries.join(",\n"))
            }
        }
    }

    fn toml(&self) -> String {
        match self {
            Self::List(list) => {
                let items: Vec<_> = list.iter().map(Self::toml).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Table(table) => {
                let entries = table.iter();
                let entries: Vec<_> = entries
                    .map(|(key, value)| format!("{} = {}", quoted(key), value.toml()))
                    .collect();
                format!("{{ {} }}", entries.join(", "))
            }
            _ => self.json(),
        }
    }
}

/// In quotation marks, as both forms read it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c < ' ' || c == '\u{7f}' => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn said() -> impl Strategy<Value = Said> {
    let single = prop_oneof![
        any::<String>().prop_map(Said::Text),
        any::<i64>().prop_map(Said::Number),
        any::<bool>().prop_map(Said::Flag),
    ];
    single.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Said::List),
            prop::collection::btree_map("[a-zé]{0,3}", inner, 0..4)
                .prop_map(|table| Said::Table(table.into_iter().collect())),
        ]
    })
}

fn documents() -> impl Strategy<Value = Vec<(String, Said)>> {
    prop::collection::btree_map("[a-zé]{1,3}", said(), 0..6)
        .prop_map(|table| table.into_iter().collect())
}

/// Every entry of a table, and of those within it.
fn each<'v, 't>(entries: &'v Entries<'t>, see: &mut dyn FnMut(&'v kanta_source::Entry<'t>)) {
    fn within<'v, 't>(
        value: &'v SourceValue<'t>,
        see: &mut dyn FnMut(&'v kanta_source::Entry<'t>),
    ) {
        match value {
            SourceValue::Table(entries) => each(entries, see),
            SourceValue::List(list) => list.iter().for_each(|item| within(&item.value, see)),
            _ => {}
        }
    }
    for entry in entries {
        see(entry);
        within(&entry.item.value, see);
    }
}

/// A text that is nearly one of a shop, in either form.
fn nearly() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("name"),
        Just("open"),
        Just("staff"),
        Just("since"),
        Just("size"),
        Just("door"),
        Just("[[door]]\n"),
        Just("[door]\n"),
        Just(" = "),
        Just("\n"),
        Just("\"small\""),
        Just("2025-09-01"),
        Just("2025-13-01"),
        Just("true"),
        Just("7"),
        Just("{"),
        Just("}"),
        Just("["),
        Just("]"),
        Just(","),
        Just(":"),
        Just("\""),
        Just("\"street\""),
        Just("é"),
        Just("\\u12"),
        Just("'''"),
        Just("#"),
        Just("."),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn both_forms_of_one_document_have_the_same_values(document in documents()) {
        let json_text = Said::Table(document.clone()).json();
        let lines: Vec<_> = document
            .iter()
            .map(|(key, value)| format!("{} = {}", quoted(key), value.toml()))
            .collect();
        let toml_text = lines.join("\n");
        let of_json = json(&json_text, &Limits::default()).unwrap();
        let of_toml = toml(&toml_text, &Limits::default());
        prop_assert_eq!(&of_toml.faults, &[]);
        let sorted = |value: &SourceValue<'_>| format!("{:?}", in_order(value));
        prop_assert_eq!(sorted(&of_json.root.value), sorted(&of_toml.root.value));
    }

    #[test]
    fn both_forms_of_one_document_have_the_same_faults(document in documents()) {
        let told = |form: Form, text: &str, document: &kanta_source::ParsedText<'_>| {
            let mut notes: Diagnostics<Problem> = Diagnostics::new(form, 1000);
            let SourceValue::Table(entries) = &document.root.value else { return Vec::new() };
            let table = TableReader::new(entries, document.root.span, "", &mut notes);
            let _ = (table.text("a", &mut notes), table.number("b", &mut notes));
            let _ = (table.flag("c", &mut notes), table.list("d", &mut notes));
            let _ = table.tables("e", &mut notes);
            table.close(&mut notes);
            let faults = notes.finish(&Lines::new(text));
            let mut told: Vec<_> = faults
                .err()
                .into_iter()
                .flatten()
                .map(|fault| fault.message(kanta_conformance::Language::En))
                .collect();
            told.sort();
            told
        };
        let json_text = Said::Table(document.clone()).json();
        let lines: Vec<_> = document
            .iter()
            .map(|(key, value)| format!("{} = {}", quoted(key), value.toml()))
            .collect();
        let toml_text = lines.join("\n");
        let of_json = json(&json_text, &Limits::default()).unwrap();
        let of_toml = toml(&toml_text, &Limits::default());
        prop_assert_eq!(
            told(Form::Json, &json_text, &of_json),
            told(Form::Toml, &toml_text, &of_toml)
        );
    }

    #[test]
    fn every_place_points_at_what_it_names(document in documents()) {
        let text = Said::Table(document).json();
        let read = json(&text, &Limits::default()).unwrap();
        let SourceValue::Table(entries) = &read.root.value else { panic!("an object is a table") };
        each(entries, &mut |entry| {
            let span = entry.key_span;
            let written = &text[span.start as usize..span.end as usize];
            assert_eq!(written, quoted(&entry.key));
            let item = &text[entry.item.span.start as usize..entry.item.span.end as usize];
            let again = json(item, &Limits::default()).unwrap();
            assert_eq!(again.root.value, entry.item.value);
        });
    }

    #[test]
    fn any_text_is_read_or_refused_with_places_inside_it(text in nearly()) {
        let count = text.split('\n').count() as u32;
        for form in [Form::Toml, Form::Json] {
            if let Err(faults) = shop(form, &text) {
                prop_assert!(!faults.is_empty());
                for fault in &faults {
                    let place = fault.place.position().expect("a fault of a text has a place");
                    prop_assert!((1..=count).contains(&place.line));
                    prop_assert!(text.is_char_boundary(place.byte as usize));
                    prop_assert_eq!(Lines::new(&text).position(place.byte), place);
                }
                let told: Vec<_> = faults.iter().map(ToString::to_string).collect();
                prop_assert_eq!(told, self::faults(form, &text));
            }
        }
        for (_, line) in json_lines(&text) {
            let _ = line.read(&Limits::default());
        }
    }

    #[test]
    fn a_key_that_nobody_knows_is_told_at_the_key(key in "[a-z]{8}", before in "[é\n]{0,20}") {
        let comments: String = before.lines().map(|line| format!("# {line}\n")).collect();
        let text = format!("{comments}{key} = 1\n");
        let faults = shop(Form::Toml, &text).unwrap_err();
        prop_assert_eq!(faults.len(), 1);
        prop_assert!(text[faults[0].place.byte as usize..].starts_with(&key));
    }
}

/// The value with the entries of each table in the order of their keys.
fn in_order(value: &SourceValue<'_>) -> String {
    match value {
        SourceValue::Table(entries) => {
            let mut entries: Vec<_> = entries
                .iter()
                .map(|entry| format!("{:?}:{}", entry.key, in_order(&entry.item.value)))
                .collect();
            entries.sort();
            format!("{{{}}}", entries.join(","))
        }
        SourceValue::List(list) => {
            let items: Vec<_> = list.iter().map(|item| in_order(&item.value)).collect();
            format!("[{}]", items.join(","))
        }
        single => format!("{single:?}"),
    }
}
