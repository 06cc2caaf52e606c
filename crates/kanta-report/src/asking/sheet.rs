//! Answers as a file: `party.register = "sote"`, one a line.

use core::fmt;

use kanta_conformance::{Escaped, Language};
use kanta_source::{Fault, Form, Lines, Place, Position, Problem};
use toml_edit::{DocumentMut, Item, TableLike, TomlError, Value};

/// A text is no file of answers: why, in the words of its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSheet {
    /// As its reader shows it, with the line.
    shown: String,
    /// What is wrong with it.
    words: String,
    at: Position,
}

impl NoSheet {
    fn of(error: &TomlError, text: &str) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            shown: error.to_string(),
            words: error.message().to_owned(),
            at: Lines::new(text).position(at),
        }
    }

    /// Why, in one language and on one line: in English as the reader says it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        if language == Language::En {
            let lines: Vec<&str> = self.shown.lines().collect();
            return Escaped(&lines.join(" ")).to_string();
        }
        let words = self.words.clone();
        let form = Form::Toml;
        let problem = Problem::Syntax { form, words };
        Fault::new(Place::new(0, self.at, ""), problem)
            .display(language)
            .to_string()
    }
}

impl fmt::Display for NoSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

impl core::error::Error for NoSheet {}

/// The answers of a file, each field with its value as TOML has it.
///
/// # Errors
/// It is no TOML.
pub fn read_sheet(text: &str) -> Result<Vec<(String, String)>, NoSheet> {
    let document: DocumentMut = text.parse().map_err(|error| NoSheet::of(&error, text))?;
    let mut answers = Vec::new();
    gather("", document.as_table(), &mut answers);
    let answers = answers.into_iter();
    Ok(answers
        .map(|(path, value)| (path, value.to_string()))
        .collect())
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
        // Keys of one table come together.
        let answers: BTreeMap<_, _> = read_sheet(&text).unwrap().into_iter().collect();
        let expected: BTreeMap<_, _> = lines
            .map(|(path, value)| (path.to_owned(), value.to_owned()))
            .into();
        assert_eq!(answers, expected);
        assert!(read_sheet("party.register = ").is_err());
    }
}
