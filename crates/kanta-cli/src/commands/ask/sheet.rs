//! Answers as a file: `party.register = "sote"`, one a line.

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::document;
use super::place::Place;

/// The answers of a file, each with the path of its field.
pub(super) fn read(text: &str) -> Result<Vec<(String, Value)>, String> {
    let document: DocumentMut = text
        .parse()
        .map_err(|error: toml_edit::TomlError| error.to_string())?;
    let mut answers = Vec::new();
    gather("", document.as_table(), &mut answers);
    Ok(answers)
}

/// Keys within keys lead to a field; what stands there is its value. An entry of a list has its position in its key:
/// `"use[0]".for`.
fn gather(path: &str, table: &dyn TableLike, answers: &mut Vec<(String, Value)>) {
    for (key, item) in table.iter() {
        let path = if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        };
        match item {
            Item::Table(table) => gather(&path, table, answers),
            Item::Value(Value::InlineTable(inner)) if inner.is_dotted() => {
                gather(&path, inner, answers);
            }
            Item::Value(value) => answers.push((path, value.clone().decorated("", ""))),
            _ => {}
        }
    }
}

/// An answer as a line of such a file.
pub(super) fn line(path: &str, value: &str) -> String {
    let keys: Vec<String> = path
        .split('.')
        .map(|key| {
            let is_bare = |it: char| it.is_ascii_alphanumeric() || it == '-' || it == '_';
            if key.chars().all(is_bare) {
                key.to_owned()
            } else {
                format!("\"{key}\"")
            }
        })
        .collect();
    format!("{} = {value}", keys.join("."))
}

/// What a question is answered with, as an example: that of the plan, or else of the field.
pub(super) fn example(place: &Place, plan: &str) -> String {
    if let Some(offered) = document::offered(plan, place) {
        return offered.to_owned();
    }
    match place.field.example() {
        // Of a service's part no example stands by itself.
        Some(example) if place.key() != place.field.key() => {
            let last = example.rsplit('=').next().unwrap_or(example);
            last.trim_matches([' ', '}']).to_owned()
        }
        Some(example) => example.to_owned(),
        // A table with a heading of its own, as one line.
        None => {
            let inner = place.field.inner().iter();
            let inner: Vec<String> = inner
                .filter_map(|field| Some(format!("{} = {}", field.key(), field.example()?)))
                .collect();
            format!("{{ {} }}", inner.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn lines_are_read_as_they_are_written() {
        let lines = [
            ("party.register", "\"sote\""),
            ("access_point.ap1.tls", "[\"1.3\"]"),
            ("use[0].for", "\"party\""),
            ("link.line-b.separate_route", "{ from = \"line-a\" }"),
            ("party.joining.applied.patient-data", "2025-09-15"),
        ];
        let text: String = lines.map(|(path, value)| line(path, value) + "\n").concat();
        let answers = read(&text).unwrap().into_iter();
        // Keys of one table come together.
        let answers: BTreeMap<_, _> = answers
            .map(|(path, value)| (path, value.to_string()))
            .collect();
        let expected: BTreeMap<_, _> = lines
            .map(|(path, value)| (path.to_owned(), value.to_owned()))
            .into();
        assert_eq!(answers, expected);
        assert!(read("party.register = ").is_err());
    }
}
