//! The editions of the guide, by themselves.

pub(crate) mod changes;
pub(crate) mod history;
mod history_text;

use std::io::{self, Write};

use anstyle::Style;
use kanta_conformance::{EDITIONS, Edition, Language, Text, Value, text};

use kanta_report::layout;

const OWN_DAY: Text = text! {
    en: "The day that an edition carries is taken as the first day on which it holds.",
    fi: "Version päiväystä pidetään ensimmäisenä päivänä, jona se on voimassa.",
    sv: "Dagen som en version bär tas som den första dag då den gäller.",
};

/// All editions for people: number, day, what the change log says.
pub(crate) fn text(language: Language, out: &mut dyn Write) -> io::Result<()> {
    let title = text! {
        en: "The editions of Kela's guide \"Technical connection models\"",
        fi: "Kelan ohjeen \"Tekniset liittymismallit\" versiot",
        sv: "Versionerna av FPA:s anvisning \"Tekniska anslutningsmodeller\"",
    };
    let title = format!("{}: {}", title.get(language), EDITIONS.len());
    layout::paragraph(out, layout::BOLD, &title)?;
    layout::paragraph(out, Style::new(), OWN_DAY.get(language))?;
    writeln!(out)?;
    for edition in &EDITIONS {
        row(edition, edition.changes.get(language), language, out)?;
    }
    Ok(())
}

/// A line such as `  3.17   2025-09-01  words`.
fn row(edition: &Edition, words: &str, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let date = edition.date.display(language).to_string();
    let first = format!("  {:<6} {date:<11} ", edition.version.to_string());
    let rest = " ".repeat(first.chars().count());
    layout::hanging(out, &first, &rest, words)
}

/// That there is no edition with that number, and which there are.
pub(crate) fn unknown(number: &str, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let number = Value::words(number).display(language).to_string();
    let known: Vec<String> = EDITIONS.iter().map(|e| e.version.to_string()).collect();
    let known = known.join(", ");
    let words = match language {
        Language::En => format!("kanta: there is no edition {number}; the known ones are {known}"),
        Language::Fi => format!("kanta: versiota {number} ei ole; tunnetut versiot ovat {known}"),
        Language::Sv => {
            format!("kanta: versionen {number} finns inte; de kända versionerna är {known}")
        }
    };
    layout::paragraph(out, Style::new(), &words)
}
