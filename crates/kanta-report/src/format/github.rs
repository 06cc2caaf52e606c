//! Annotations of GitHub's workflows: one line each, `::error file=…,line=…::message`.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language};

use crate::told;
use crate::view::{Finding, Level, Outcome, Place, ReportSheet};
use crate::words;

/// Writes what calls for attention: a fault and what is binding and violated as errors, what is binding and not known
/// and a missed recommendation as warnings, the rest as notices; then one line with the verdict.
///
/// # Errors
/// Those of `out`.
pub fn github(sheet: &ReportSheet<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    for fault in sheet.faults {
        let at = properties(sheet.file, fault.place.as_ref(), None);
        writeln!(out, "::error {at}::{}", data(&told::fault(fault, language)))?;
    }
    for finding in sheet.findings().filter(|its| told::is_open(its)) {
        let at = properties(
            sheet.file,
            finding.place.as_ref(),
            Some(&finding.requirement),
        );
        let mut message = told::headline(finding, language);
        for (label, words) in told::details(finding, language) {
            message.push_str(&format!("\n{label}: {words}"));
        }
        writeln!(out, "::{} {at}::{}", command(finding), data(&message))?;
    }
    // Behind a word, so that no name of a file can be a command.
    let verdict = told::verdict(sheet, language);
    write!(out, "kanta: {}: {verdict}", Escaped(sheet.file))?;
    if let Some(left) = sheet.set_aside {
        write!(out, ". {}", words::set_aside(left, language))?;
    }
    writeln!(out)
}

fn command(finding: &Finding) -> &'static str {
    if told::is_set_aside(finding) {
        return "notice";
    }
    match (finding.level, finding.outcome) {
        (Level::Must, Outcome::Violated) => "error",
        (Level::Must, _) | (Level::Should, Outcome::Violated) => "warning",
        _ => "notice",
    }
}

fn properties(file: &str, place: Option<&Place>, title: Option<&str>) -> String {
    let named = place.map_or(file, |place| place.file.as_str());
    let mut words = format!("file={}", property(named));
    if let Some(place) = place {
        for (key, number) in [("line", place.line), ("col", place.column)] {
            if let Some(number) = number {
                words.push_str(&format!(",{key}={number}"));
            }
        }
    }
    if let Some(title) = title {
        words.push_str(&format!(",title={}", property(title)));
    }
    words
}

/// A message, in which a line feed is no end.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property, in which `,` and `:` are no end either.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
