//! Why a file could not be judged, for people.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, Text, text};

use crate::view::{AcceptanceReport, Place, RefusedInput};
use crate::{layout, told, words};

const OTHER: Text = text! { en: "the other", fi: "toinen", sv: "den andra" };

/// One line a fault: `file:line:column: what is wrong`, in an index with the path in it; or the option that is meant, and
/// what it says.
///
/// # Errors
/// Those of `out`.
pub fn refusal(refusal: &RefusedInput, language: Language, out: &mut dyn Write) -> io::Result<()> {
    for fault in &refusal.faults {
        let message = fault.messages.get(language);
        if let Some(option) = &fault.option {
            let word = fault.word.as_ref();
            let word = word.map_or_else(String::new, |word| format!(" `{}`", Escaped(word)));
            layout::hanging(out, "", "  ", &format!("{option}{word}: {message}"))?;
            continue;
        }
        match &fault.place {
            Some(its) => write!(out, "{}", place(its))?,
            None => write!(out, "{}", Escaped(&refusal.file))?,
        }
        write!(out, ": {}", Escaped(message))?;
        if let Some(other) = &fault.other {
            write!(out, " ({}: {})", OTHER.get(language), place(other))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// `index.toml:14:1: right[3].from`, with as much of it as is known.
fn place(place: &Place) -> String {
    let mut text = Escaped(&place.file).to_string();
    for number in [place.line, place.column].into_iter().flatten() {
        text.push_str(&format!(":{number}"));
    }
    if let Some(path) = &place.path {
        text.push_str(&format!(": {}", Escaped(path)));
    }
    text
}

/// What is out of date in a file of accepted findings, each on one line with its place.
///
/// # Errors
/// Those of `out`.
pub fn stale(report: &AcceptanceReport, language: Language, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        if let Some(its) = &finding.place {
            write!(out, "{}", place(its))?;
        }
        let headline = told::headline(finding, language);
        let subject = Escaped(&finding.subject);
        write!(out, ": {headline}: `{subject}`")?;
        if let Some(found) = &finding.found {
            write!(out, " ({})", Escaped(found.get(language)))?;
        }
        writeln!(out)?;
    }
    writeln!(
        out,
        "{}: {}",
        Escaped(&report.file),
        words::stale(report, language)
    )
}
