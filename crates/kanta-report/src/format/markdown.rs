//! Markdown, for a comment or a page of documentation.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, Text};

use super::beside::in_order;
use crate::told;
use crate::view::{Finding, Level, Outcome, Place, ReportSheet};
use crate::words;

/// Writes one document: of each file its verdict, then its findings by outcome; with `all`, also what is satisfied and
/// what does not apply.
///
/// Nothing of a file's text can be markup, a link or a mention.
///
/// # Errors
/// Those of `out`.
pub fn markdown(
    sheets: &[ReportSheet<'_>],
    language: Language,
    all: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let write = |index: usize, sheet| {
        let mut part = Vec::new();
        if index > 0 {
            writeln!(part)?;
        }
        Page { sheet, language }.write(all, &mut part)?;
        Ok(part)
    };
    in_order(sheets, write, |part: io::Result<Vec<u8>>| {
        out.write_all(&part?)
    })
}

struct Page<'a> {
    sheet: &'a ReportSheet<'a>,
    language: Language,
}

impl Page<'_> {
    fn write(&self, all: bool, out: &mut dyn Write) -> io::Result<()> {
        let file = plain(&Escaped(self.sheet.file).to_string());
        let verdict = plain(&told::verdict(self.sheet, self.language));
        writeln!(out, "# {file}\n\n**{verdict}**")?;
        if let Some(left) = self.sheet.set_aside {
            let words = plain(&words::set_aside(left, self.language));
            writeln!(out, "\n{words}")?;
        }
        if !self.sheet.faults.is_empty() {
            writeln!(out)?;
        }
        for fault in self.sheet.faults {
            let at = place(fault.place.as_ref());
            let message = plain(&told::fault(fault, self.language));
            writeln!(out, "- {message}{at}")?;
        }
        let open = |level: Level| move |f: &Finding| told::is_open(f) && f.level == level;
        let must =
            |outcome: Outcome| move |f: &Finding| f.outcome == outcome && f.level == Level::Must;
        self.section(words::VIOLATED, must(Outcome::Violated), out)?;
        self.section(words::NOT_KNOWN, must(Outcome::Undetermined), out)?;
        self.section(words::ADVICE, open(Level::Should), out)?;
        self.section(words::NOTES, open(Level::Note), out)?;
        let rests = |f: &Finding| f.outcome == Outcome::Satisfied && f.ground.is_some();
        self.section(words::RESTS_ON, rests, out)?;
        if all {
            let held = |f: &Finding| f.outcome == Outcome::Satisfied && f.ground.is_none();
            let is = |outcome: Outcome| move |f: &Finding| f.outcome == outcome;
            self.section(words::SATISFIED, held, out)?;
            self.section(words::NOT_APPLICABLE, is(Outcome::NotApplicable), out)?;
            self.section(words::NOT_IN_FORCE, is(Outcome::NotInForce), out)?;
        }
        Ok(())
    }

    fn section(
        &self,
        heading: Text,
        chosen: impl Fn(&Finding) -> bool,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let findings = self.sheet.findings();
        let findings: Vec<_> = findings.filter(|finding| chosen(finding)).collect();
        if findings.is_empty() {
            return Ok(());
        }
        let heading = crate::layout::capitalised(&heading.get(self.language).to_lowercase());
        writeln!(out, "\n## {heading} ({})\n", findings.len())?;
        for finding in findings {
            let headline = plain(&told::headline(finding, self.language));
            let at = place(finding.place.as_ref());
            writeln!(out, "- **{headline}**{at}")?;
            for (label, words) in told::details(finding, self.language) {
                writeln!(out, "  - {label}: {}", plain(&words))?;
            }
            writeln!(out, "  - {}", id(&finding.requirement))?;
        }
        Ok(())
    }
}

fn place(place: Option<&Place>) -> String {
    let Some(place) = place else {
        return String::new();
    };
    let mut at = Escaped(&place.file).to_string();
    for number in [place.line, place.column].into_iter().flatten() {
        at.push_str(&format!(":{number}"));
    }
    format!(" ({})", plain(&at))
}

/// An id as code; whatever is none, as words.
fn id(id: &str) -> String {
    let of_an_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.');
    if !id.is_empty() && id.chars().all(of_an_id) {
        format!("`{id}`")
    } else {
        plain(&Escaped(id).to_string())
    }
}

/// Words as they are: no character is markup, and no address or name becomes a link.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '!' | '|' | '~' | '$' => {
                plain.push('\\');
                plain.push(c);
            }
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '&' => plain.push_str("&amp;"),
            // Else a name is called, and an address becomes a link.
            '@' => plain.push_str("&#64;"),
            '\n' | '\r' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain.replace("://", "&#58;//").replace("www.", "www&#46;")
}
