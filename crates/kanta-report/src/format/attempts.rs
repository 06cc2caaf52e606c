//! What came of many attempts as a table, a row each.

use std::io::{self, Write};

use kanta_conformance::Escaped;

use crate::view::{AttemptAnswer, Decision};

/// Writes the heading of the table; with a column for what another index decides, where one is decided beside.
///
/// # Errors
/// Those of `out`.
pub fn attempts_csv(has_shadow: bool, out: &mut dyn Write) -> io::Result<()> {
    let shadow = if has_shadow { ",shadow" } else { "" };
    writeln!(
        out,
        "line,decision,missing,questions,reference,message{shadow}"
    )
}

/// Writes the row of an attempt.
///
/// # Errors
/// Those of `out`.
pub fn attempt_csv(answer: &AttemptAnswer, out: &mut dyn Write) -> io::Result<()> {
    let shadow = match answer.shadow {
        None => "",
        Some(None) => ",",
        Some(Some(Decision::Permit)) => ",permit",
        Some(Some(Decision::Deny)) => ",deny",
    };
    let message = answer.message.as_deref().map_or_else(String::new, quoted);
    writeln!(
        out,
        "{},{},{},{},{},{message}{shadow}",
        answer.line,
        answer.decision.code(),
        answer.missing.join(" "),
        answer.questions.join(" "),
        answer.reference.as_deref().unwrap_or_default(),
    )
}

/// A cell in quotation marks; what a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(text: &str) -> String {
    let text = Escaped(text).to_string().replace('"', "\"\"");
    let formula = text.starts_with(['=', '+', '-', '@']);
    format!("\"{}{text}\"", if formula { "'" } else { "" })
}
