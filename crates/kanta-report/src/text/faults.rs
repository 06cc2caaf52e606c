//! Why a file could not be judged, for people.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language};

use crate::view::{AcceptanceReport, Fault, Place, Refusal};
use crate::{told, words};

/// One line a fault: `file:line:column: what is wrong`.
///
/// # Errors
/// Those of `out`.
pub fn refusal(refusal: &Refusal, language: Language, out: &mut dyn Write) -> io::Result<()> {
    for Fault {
        messages, place, ..
    } in &refusal.faults
    {
        let file = place.as_ref().map_or(&refusal.file, |place| &place.file);
        write!(out, "{}", Escaped(file))?;
        if let Some(Place { line, column, .. }) = place {
            for number in [line, column].into_iter().flatten() {
                write!(out, ":{number}")?;
            }
        }
        writeln!(out, ": {}", Escaped(messages.get(language)))?;
    }
    Ok(())
}

/// What is out of date in a file of accepted findings, each on one line with its place.
///
/// # Errors
/// Those of `out`.
pub fn stale(report: &AcceptanceReport, language: Language, out: &mut dyn Write) -> io::Result<()> {
    for finding in &report.findings {
        if let Some(place) = &finding.place {
            write!(out, "{}", Escaped(&place.file))?;
            for number in [place.line, place.column].into_iter().flatten() {
                write!(out, ":{number}")?;
            }
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
