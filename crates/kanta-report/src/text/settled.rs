//! What of a file's findings is set aside, for people.

use std::io;

use kanta_conformance::{Escaped, Language};

use crate::layout::{self, BOLD, Lines as _, Page};
use crate::view::ReportSheet;
use crate::{told, words};

/// Every accepted finding, with who accepted it until when.
///
/// # Errors
/// Those of `out`.
pub fn accepted(sheet: &ReportSheet<'_>, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let accepted = sheet.findings().filter(|its| its.accepted.is_some());
    let accepted: Vec<_> = accepted.collect();
    if accepted.is_empty() {
        return Ok(());
    }
    let heading = words::ACCEPTED_FINDINGS.get(language);
    layout::heading(out, BOLD, heading, accepted.len())?;
    out.line(format_args!(""))?;
    for finding in accepted {
        let location = Escaped(finding.location.get(language));
        let headline = told::headline(finding, language);
        let said = told::settled(finding, language);
        let said = said.first().map_or("", |(_, words)| words.as_str());
        layout::entry(out, &format!("{headline} ({location}): {said}"))?;
    }
    Ok(())
}

/// What is left of the verdict, where something is set aside or could be.
///
/// # Errors
/// Those of `out`.
pub fn set_aside(
    sheet: &ReportSheet<'_>,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    match sheet.set_aside {
        Some(left) => {
            let style = layout::verdict(left.verdict);
            layout::paragraph(out, style, &words::set_aside(left, language))
        }
        None => Ok(()),
    }
}
