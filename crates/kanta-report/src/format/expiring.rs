//! What ends soon, for people, for calendars and for monitoring.

mod ical;
mod prometheus;

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, Text, text};

use crate::layout::{self, BOLD, Lines as _, Page};
use crate::view::{Ending, EndingKind, ExpiringReport};

pub use ical::ical;
pub use prometheus::prometheus;

/// What kind of thing it is, in people's words.
const fn kind(kind: EndingKind) -> Text {
    match kind {
        EndingKind::Certificate => text! { en: "certificate", fi: "varmenne", sv: "certifikat" },
        EndingKind::Agreement => text! { en: "agreement", fi: "sopimus", sv: "avtal" },
        EndingKind::Assessment => text! {
            en: "security assessment",
            fi: "tietoturvallisuuden arviointi",
            sv: "bedömning av informationssäkerheten",
        },
        EndingKind::Right => text! { en: "user right", fi: "käyttövaltuus", sv: "rättighet" },
        EndingKind::DataSet => text! { en: "data set", fi: "aineisto", sv: "datamängd" },
        EndingKind::RevocationList => text! {
            en: "list of revoked certificates",
            fi: "sulkulista",
            sv: "spärrlista",
        },
        EndingKind::Record => text! { en: "record", fi: "tietue", sv: "post" },
    }
}

/// What ends, in one line: its kind, what people call it, where it stands.
fn told(ending: &Ending, language: Language) -> String {
    let kind = kind(ending.kind).get(language);
    let name = if ending.name.is_empty() {
        String::new()
    } else {
        format!(" `{}`", Escaped(&ending.name))
    };
    format!(
        "{kind}{name} ({}: {})",
        Escaped(&ending.file),
        Escaped(&ending.what)
    )
}

/// Writes what ends as a table: the last day, how many days are left, what it is.
///
/// # Errors
/// Those of `out` and, of what cannot be read, of `err`.
pub fn expiring(
    report: &ExpiringReport,
    language: Language,
    out: &mut Page<'_>,
    err: &mut dyn Write,
) -> io::Result<()> {
    for unreadable in &report.unreadable {
        let mut refusal = crate::view::RefusedInput::new(unreadable.file.clone(), Vec::new());
        refusal.faults.clone_from(&unreadable.faults);
        crate::text::refusal(&refusal, language, err)?;
    }
    let [day, left, what] = [
        text! { en: "last day", fi: "viim. päivä", sv: "sista dag" },
        text! { en: "days left", fi: "päiviä", sv: "dagar kvar" },
        text! { en: "what", fi: "mikä", sv: "vad" },
    ]
    .map(|text| text.get(language));
    if !report.ending.is_empty() {
        let head = format!("{day:<11}  {left:>10}  {what}");
        out.line(format_args!("{BOLD}{head}{BOLD:#}"))?;
    }
    for ending in &report.ending {
        let date = ending.last_day.0.display(language).to_string();
        let first = format!("{date:<11}  {:>10}  ", ending.days_left);
        let rest = " ".repeat(first.chars().count());
        layout::hanging(out, &first, &rest, &told(ending, language))?;
    }
    if !report.ending.is_empty() {
        out.line(format_args!(""))?;
    }
    let ended = report.ending.iter().filter(|its| its.days_left < 0).count();
    let ending = report.ending.len().saturating_sub(ended);
    let (files, unreadable) = (report.files, report.unreadable.len());
    let (within, on) = (report.within, report.on.0.display(language));
    let of = match (language, files) {
        (Language::En, 1) => "file",
        (Language::En, _) => "files",
        (Language::Fi, 1) => "tiedosto",
        (Language::Fi, _) => "tiedostoa",
        (Language::Sv, 1) => "fil",
        (Language::Sv, _) => "filer",
    };
    let mut words = match language {
        Language::En => format!(
            "As of {on}: {ended} ended, {ending} end within {within} days; {files} {of}, {unreadable} cannot be read"
        ),
        Language::Fi => format!(
            "Päivän {on} mukaan: {ended} päättynyt, {ending} päättyy {within} päivän kuluessa; {files} {of}, {unreadable} ei luettavissa"
        ),
        Language::Sv => format!(
            "Per {on}: {ended} har upphört, {ending} upphör inom {within} dagar; {files} {of}, {unreadable} kan inte läsas"
        ),
    };
    if report.skipped > 0 {
        words.push_str(&format!(
            "; {}",
            crate::text::skipped(report.skipped, language)
        ));
    }
    layout::paragraph(out, BOLD, &words)
}
