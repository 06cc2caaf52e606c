//! The faults of an input file.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language};
use kanta_policy::{Fault, Place};
use serde_json::json;

use crate::options::Format;
use crate::output;

/// Text to standard error, JSON in the place of the report.
pub(crate) fn write(
    name: &str,
    faults: &[Fault],
    language: Language,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => text(name, faults, language, &mut output::err()),
        Format::Json => json(name, faults, out),
    }
}

/// One line a fault: `file:line:column: what is wrong`.
pub(crate) fn text(
    name: &str,
    faults: &[Fault],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    for fault in faults {
        let name = Escaped(name);
        let message = fault.kind.message(language);
        match fault.place {
            Some(Place { line, column }) => writeln!(out, "{name}:{line}:{column}: {message}")?,
            None => writeln!(out, "{name}: {message}")?,
        }
    }
    Ok(())
}

/// One object for the file, in the place of its report.
pub(crate) fn json(name: &str, faults: &[Fault], out: &mut dyn Write) -> io::Result<()> {
    let faults: Vec<_> = faults
        .iter()
        .map(|fault| {
            json!({
                "line": fault.place.map(|place| place.line),
                "column": fault.place.map(|place| place.column),
                "message": {
                    "en": fault.kind.message(Language::En),
                    "fi": fault.kind.message(Language::Fi),
                    "sv": fault.kind.message(Language::Sv),
                },
            })
        })
        .collect();
    writeln!(
        out,
        "{}",
        json!({ "format": 1, "plan": name, "verdict": null, "faults": faults })
    )
}
