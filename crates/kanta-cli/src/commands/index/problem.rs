//! Why there is no answer: one line a fault.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, text};
use kanta_report::layout;

use super::input::Problem;
use super::refused::Refused;
use super::words;
use crate::output;

/// What keeps the input from being understood: one line a fault.
pub(crate) fn problem(
    names: &[String],
    problem: &Problem,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let first = names.first().map_or("", String::as_str);
    match problem {
        Problem::File(fault) => {
            writeln!(out, "{}: {}", Escaped(first), fault.message(language))
        }
        Problem::Workbook(unread) => {
            writeln!(out, "{}: {}", Escaped(first), unread.message(language))
        }
        Problem::NoLetter(at) => {
            writeln!(
                out,
                "{}: {}",
                Escaped(first),
                words::no_letter(*at, language)
            )
        }
        Problem::Unknown { option, word } => {
            let words = words::UNKNOWN.get(language);
            writeln!(out, "{option}: {words}: `{}`", Escaped(word))
        }
        Problem::Faults(faults) => {
            for fault in faults.as_slice() {
                let name = |source: u32| {
                    let at = usize::try_from(source).ok();
                    at.and_then(|at| names.get(at)).map_or("", String::as_str)
                };
                let place = place(name(fault.place.source), &fault.place);
                let mut line = format!("{place}: {}", fault.message(language));
                if let Some(other) = &fault.other {
                    let word =
                        text! { en: "the other", fi: "toinen", sv: "den andra" }.get(language);
                    let other = self::place(name(other.source), other);
                    line.push_str(&format!(" ({word}: {other})"));
                }
                writeln!(out, "{line}")?;
            }
            Ok(())
        }
    }
}

/// What cannot be asked, and what could be.
pub(super) fn refused(
    refused: &Refused,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (option, word) = refused.option();
    let word = word.map_or_else(String::new, |word| format!(" `{}`", Escaped(word)));
    let words = format!("{option}{word}: {}", refused.message(language));
    layout::hanging(&mut output::page(out), "", "  ", &words)
}

/// `index.toml:14:1: right[3].from`, with as much of it as is known.
fn place(name: &str, place: &kanta_address_index::Place) -> String {
    let mut text = Escaped(name).to_string();
    for number in [place.line, place.column] {
        if number > 0 {
            text.push_str(&format!(":{number}"));
        }
    }
    if !place.path.is_empty() {
        text.push_str(&format!(": {}", Escaped(&place.path)));
    }
    text
}
