//! The editions of the guide, and what changed between them, for people.

use std::io;

use anstyle::Style;
use kanta_conformance::{EDITIONS, Language, Text, Value, text};

use crate::dates;
use crate::layout::{self, BOLD, Lines as _, Page};
use crate::view::{AllEditions, Day, EditionChanges, JudgedOn, Turn};

/// Writes the editions: number, day, what the change log says.
///
/// # Errors
/// Those of `out`.
pub fn editions(view: &AllEditions, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let title = text! {
        en: "The editions of Kela's guide \"Technical connection models\"",
        fi: "Kelan ohjeen \"Tekniset liittymismallit\" versiot",
        sv: "Versionerna av FPA:s anvisning \"Tekniska anslutningsmodeller\"",
    };
    let title = format!("{}: {}", title.get(language), view.editions.len());
    layout::paragraph(out, BOLD, &title)?;
    layout::paragraph(out, Style::new(), OWN_DAY.get(language))?;
    out.line(format_args!(""))?;
    for its in &view.editions {
        row(
            &its.version,
            its.date,
            its.changes.get(language),
            language,
            out,
        )?;
    }
    Ok(())
}

/// Writes what changed from one edition to another: what the change log says, and which requirements start, end or become
/// known.
///
/// # Errors
/// Those of `out`.
pub fn edition_changes(
    view: &EditionChanges,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let first = edition(&view.from, view.from_day, language);
    let last = edition(&view.to, view.to_day, language);
    let title = match language {
        Language::En => format!("From {first} to {last}"),
        Language::Fi => format!("Muutokset: {first} – {last}"),
        Language::Sv => format!("Från {first} till {last}"),
    };
    layout::paragraph(out, BOLD, &title)?;
    layout::heading(out, BOLD, say(LOG), view.editions.len())?;
    out.line(format_args!(""))?;
    for its in &view.editions {
        row(
            &its.version,
            its.date,
            its.changes.get(language),
            language,
            out,
        )?;
    }
    layout::heading(out, BOLD, say(TURNS), view.requirements.len())?;
    let same = |one: &Turn, other: &Turn| {
        (one.day, &one.before, &one.after) == (other.day, &other.before, &other.after)
    };
    for group in view.requirements.chunk_by(same) {
        let Some(turn) = group.first() else { continue };
        let day = dates::day(turn.day.0, language);
        let words = format!("{day}: {}", say(turned(&turn.before, &turn.after)));
        out.line(format_args!(""))?;
        layout::paragraph(out, Style::new(), &layout::capitalised(&words))?;
        for turn in group {
            layout::entry(out, &told(turn, language))?;
        }
    }
    Ok(())
}

/// Writes that there is no edition with that number, and which there are.
///
/// # Errors
/// Those of `out`.
pub fn no_edition(number: &str, language: Language, out: &mut Page<'_>) -> io::Result<()> {
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

const OWN_DAY: Text = text! {
    en: "The day that an edition carries is taken as the first day on which it holds.",
    fi: "Version päiväystä pidetään ensimmäisenä päivänä, jona se on voimassa.",
    sv: "Dagen som en version bär tas som den första dag då den gäller.",
};
const LOG: Text = text! {
    en: "WHAT THE CHANGE LOG SAYS",
    fi: "MUUTOSLUETTELON MUKAAN",
    sv: "ENLIGT ÄNDRINGSLOGGEN",
};
const TURNS: Text = text! {
    en: "REQUIREMENTS THAT START, END OR BECOME KNOWN",
    fi: "VAATIMUKSET, JOTKA ALKAVAT, PÄÄTTYVÄT TAI TULEVAT TUNNETUIKSI",
    sv: "KRAV SOM BÖRJAR, UPPHÖR ELLER BLIR KÄNDA",
};

/// A line such as `  3.17   2025-09-01  words`.
pub(super) fn row(
    version: &str,
    day: Day,
    words: &str,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let day = day.0.display(language).to_string();
    let first = format!("  {version:<6} {day:<11} ");
    let rest = " ".repeat(first.chars().count());
    layout::hanging(out, &first, &rest, words)
}

/// `edition 3.17 (2025-09-01)`.
pub(super) fn edition(version: &str, day: Day, language: Language) -> String {
    let word = text! { en: "edition", fi: "versio", sv: "version" }.get(language);
    format!("{word} {version} ({})", day.0.display(language))
}

fn told(turn: &Turn, language: Language) -> String {
    let statement = turn.statement.get(language);
    let words = format!("{statement} ({})", turn.requirement);
    if turn.judged_on != JudgedOn::DayIssued {
        return words;
    }
    let issued = text! {
        en: "by the day on which the certificate was issued",
        fi: "varmenteen myöntämispäivän mukaan",
        sv: "enligt dagen då certifikatet utfärdades",
    };
    format!("{words}; {}", issued.get(language))
}

/// What it means that this was so, and now is that.
fn turned(before: &str, after: &str) -> Text {
    match (before, after) {
        ("no", "yes") => text! { en: "starts", fi: "alkaa", sv: "börjar gälla" },
        ("yes", "no") => text! { en: "ends", fi: "päättyy", sv: "upphör att gälla" },
        ("unknown", "yes") => text! {
            en: "known to be in force; whether it was before is not known",
            fi: "tiedetään olevan voimassa; aiemmasta ei tiedetä",
            sv: "känt att det gäller; om det gällde tidigare är inte känt",
        },
        ("unknown", _) => text! {
            en: "known not to be in force; whether it was before is not known",
            fi: "tiedetään, ettei ole voimassa; aiemmasta ei tiedetä",
            sv: "känt att det inte gäller; om det gällde tidigare är inte känt",
        },
        ("yes", _) => text! {
            en: "from here on it is not known whether it is still in force",
            fi: "tästä eteenpäin ei tiedetä, onko vielä voimassa",
            sv: "härefter är det inte känt om det ännu gäller",
        },
        _ => text! {
            en: "from here on it is not known whether it is in force already",
            fi: "tästä eteenpäin ei tiedetä, onko jo voimassa",
            sv: "härefter är det inte känt om det redan gäller",
        },
    }
}
