//! iCalendar (RFC 5545): a whole-day event on the last day of each thing that ends.

use std::io::{self, Write};

use kanta_conformance::{Date, Language};
use uuid::Uuid;

use super::told;
use crate::view::{Ending, ExpiringReport};

/// The most bytes of a line, its end not counted.
const FOLD: usize = 75;

/// Writes one calendar. An event keeps its UID while its file, its kind and its path stay, so that a renewed thing moves.
///
/// # Errors
/// Those of `out`.
pub fn ical(report: &ExpiringReport, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let stamp = format!("{}T000000Z", day(report.on.0));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Kanta Connect//kanta expiring//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    for ending in &report.ending {
        let words = match language {
            Language::En => "ends",
            Language::Fi => "päättyy",
            Language::Sv => "upphör",
        };
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", uid(ending)),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", day(ending.last_day.0)),
            format!(
                "SUMMARY:{}",
                text(&format!("{words}: {}", told(ending, language)))
            ),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    if report.ending.is_empty() {
        // A calendar has at least one component; a journal stands in nobody's way.
        lines.extend([
            "BEGIN:VJOURNAL".to_owned(),
            format!(
                "UID:{}@kanta-connect",
                Uuid::new_v5(&Uuid::NAMESPACE_URL, b"nothing")
            ),
            format!("DTSTAMP:{stamp}"),
            "END:VJOURNAL".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    for line in lines {
        folded(&line, out)?;
    }
    Ok(())
}

fn uid(ending: &Ending) -> String {
    let Ending { file, what, .. } = ending;
    let content = format!("{}\n{file}\n{what}", ending.kind.code());
    let uuid = Uuid::new_v5(&Uuid::NAMESPACE_URL, content.as_bytes());
    format!("{uuid}@kanta-connect")
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A text value.
fn text(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => {
                text.push('\\');
                text.push(c);
            }
            '\n' => text.push_str("\\n"),
            c if c.is_control() => {}
            c => text.push(c),
        }
    }
    text
}

/// A line, and what does not fit into it on lines that begin with a blank; no character is broken.
fn folded(line: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut length = 0_usize;
    let mut buffer = [0; 4];
    for c in line.chars() {
        let bytes = c.encode_utf8(&mut buffer).as_bytes();
        if length.saturating_add(bytes.len()) > FOLD {
            out.write_all(b"\r\n ")?;
            length = 1;
        }
        out.write_all(bytes)?;
        length = length.saturating_add(bytes.len());
    }
    out.write_all(b"\r\n")
}
