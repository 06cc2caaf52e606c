//! One requirement, explained.

use std::io::{self, Write};

use anstyle::Style;
use kanta_conformance::{Citation, Editions, Language, Requirement, Text, text};

use super::catalogue;
use super::catalogue::Held;
use kanta_report::layout::{self, BOLD, GREEN, RED};
use kanta_report::{dates, words};

const WHY: Text = text! { en: "why", fi: "miksi", sv: "varför" };
const FAULT: Text = text! { en: "fault", fi: "virhe", sv: "fel" };

/// Writes what a requirement asks for, why, what satisfies it, where it stands, and what breaks and mends it.
///
/// A requirement that stands in several lists is told once, with the fields and the example of each.
pub(crate) fn write(
    found: &[(Held, &Requirement)],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(&(_, requirement)) = found.first() else {
        return Ok(());
    };
    let say = |text: Text| text.get(language);
    let labelled =
        |out: &mut dyn Write, label: Text, words: &str| layout::labelled(out, say(label), words);
    layout::paragraph(out, Style::new(), requirement.id())?;
    writeln!(out)?;
    let statement = layout::capitalised(say(requirement.statement()));
    layout::paragraph(out, BOLD, &statement)?;
    writeln!(out)?;
    if let Some(purpose) = requirement.purpose() {
        labelled(out, WHY, say(purpose))?;
    }
    labelled(out, FAULT, say(requirement.fault()))?;
    labelled(out, words::DO, say(requirement.remedy()))?;
    for citation in requirement.citations() {
        labelled(out, words::CLAUSE, &cited(citation, language))?;
    }
    labelled(
        out,
        catalogue::LEVEL,
        &catalogue::level(requirement, language),
    )?;
    labelled(
        out,
        catalogue::IN_FORCE,
        &dates::in_force(requirement.in_force(), requirement.judged_on(), language),
    )?;
    let mut evidence: Vec<&str> = Vec::new();
    for (held, requirement) in found {
        let words = say(catalogue::evidence(requirement, *held));
        if !evidence.contains(&words) {
            evidence.push(words);
        }
    }
    labelled(out, catalogue::EVIDENCE, &evidence.join("; "))?;
    for (held, requirement) in found {
        if let Some(fields) = catalogue::field_list(requirement) {
            let fields = match held {
                Held::Index if found.len() > 1 => format!("{}: {fields}", say(IN_AN_INDEX)),
                _ => fields,
            };
            labelled(out, catalogue::FIELDS, &fields)?;
        }
    }
    if let Some(reading) = requirement.reading() {
        labelled(out, words::READING, say(reading))?;
    }
    for (held, requirement) in found {
        example(requirement, *held, language, out)?;
    }
    Ok(())
}

const IN_AN_INDEX: Text =
    text! { en: "in an index", fi: "osoitehakemistossa", sv: "i ett adressindex" };

fn example(
    requirement: &Requirement,
    held: Held,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let Some(example) = requirement.example() else {
        return Ok(());
    };
    let before = if held == Held::Index {
        text! {
            en: "Not satisfied by this part of an index:",
            fi: "Tämä osoitehakemiston osa ei täytä sitä:",
            sv: "Uppfylls inte av denna del av ett adressindex:",
        }
    } else {
        text! {
            en: "Not satisfied by this part of a plan:",
            fi: "Tämä suunnitelman osa ei täytä sitä:",
            sv: "Uppfylls inte av denna del av en plan:",
        }
    };
    let after =
        text! { en: "Satisfied by this:", fi: "Tämä täyttää sen:", sv: "Uppfylls av detta:" };
    fragment(out, RED, say(before), example.before)?;
    fragment(out, GREEN, say(after), example.after)
}

fn fragment(out: &mut dyn Write, style: Style, words: &str, lines: &str) -> io::Result<()> {
    writeln!(out)?;
    layout::paragraph(out, style, words)?;
    writeln!(out)?;
    for line in lines.lines() {
        if line.is_empty() {
            writeln!(out)?;
        } else {
            writeln!(out, "    {line}")?;
        }
    }
    Ok(())
}

/// `5.2 (edition 3.17 and later)`, or the document and its date.
fn cited(citation: &Citation, language: Language) -> String {
    match citation.editions {
        Some(Editions { first, last: None }) => {
            let words = match language {
                Language::En => format!("edition {first} and later"),
                Language::Fi => format!("versiosta {first} alkaen"),
                Language::Sv => format!("från och med version {first}"),
            };
            format!("{} ({words})", words::clause(citation.clause, language))
        }
        _ => words::clauses(core::slice::from_ref(citation), None, language),
    }
}

/// That no requirement is called so, and which names are near.
pub(crate) fn unknown(
    id: &str,
    nearest: &[&str],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let id = kanta_conformance::Value::words(id)
        .display(language)
        .to_string();
    let words = match language {
        Language::En => format!("kanta: there is no requirement {id}; the nearest are:"),
        Language::Fi => format!("kanta: vaatimusta {id} ei ole; lähimmät ovat:"),
        Language::Sv => format!("kanta: kravet {id} finns inte; de närmaste är:"),
    };
    layout::paragraph(out, Style::new(), &words)?;
    for name in nearest {
        layout::entry(out, name)?;
    }
    Ok(())
}
