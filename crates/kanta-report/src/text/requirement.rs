//! The catalogue of requirements, and one requirement explained, for people.

use std::io::{self, Write};

use anstyle::Style;
use kanta_conformance::{Escaped, Language, Text, Value, text};

use crate::layout::{self, BOLD, GREEN, Lines as _, Page, RED};
use crate::view::{Citation, Day, Editions, Evidence, Explained, Explanation, Requirement};
use crate::{dates, words};

/// What requirements were chosen by: the list in which they stand (`plans`, `checklist` or `index`), a day and a clause.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<'a> {
    /// The list.
    pub held: &'a str,
    /// The day on which they are in force.
    pub on: Option<Day>,
    /// The clause of the guide under which they stand.
    pub clause: Option<&'a str>,
}

/// Writes requirements one after the other.
///
/// # Errors
/// Those of `out`.
pub fn requirements(
    all: &[Requirement],
    chosen: Chosen<'_>,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    layout::paragraph(out, Style::new(), &title(all, chosen, language))?;
    for requirement in all {
        out.line(format_args!(""))?;
        layout::paragraph(out, BOLD, &requirement.id)?;
        for (label, words) in lines(requirement, chosen.held, language) {
            layout::labelled(out, label.get(language), &words)?;
        }
    }
    Ok(())
}

/// Writes the same as Markdown: a section for each requirement.
///
/// # Errors
/// Those of `out`.
pub fn requirements_markdown(
    all: &[Requirement],
    chosen: Chosen<'_>,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    layout::hanging(out, "# ", "", &title(all, chosen, language))?;
    for requirement in all {
        writeln!(out, "\n## `{}`\n", requirement.id)?;
        for (label, words) in lines(requirement, chosen.held, language) {
            let words = format!("**{}**: {words}", label.get(language));
            layout::hanging(out, "- ", "  ", &words)?;
        }
    }
    Ok(())
}

/// Writes what a requirement asks for, why, what satisfies it, where it stands, and what breaks and mends it.
///
/// A requirement that stands in several lists is told once, with the fields and the example of each.
///
/// # Errors
/// Those of `out`.
pub fn explanation(view: &Explanation, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    let found = &view.explained;
    let Some(Explained {
        of: requirement, ..
    }) = found.first()
    else {
        return Ok(());
    };
    layout::paragraph(out, Style::new(), &requirement.id)?;
    out.line(format_args!(""))?;
    let statement = layout::capitalised(requirement.statement.get(language));
    layout::paragraph(out, BOLD, &statement)?;
    out.line(format_args!(""))?;
    if let Some(purpose) = &requirement.purpose {
        layout::labelled(out, say(WHY), purpose.get(language))?;
    }
    layout::labelled(out, say(FAULT), requirement.fault.get(language))?;
    layout::labelled(out, say(words::DO), requirement.remedy.get(language))?;
    for citation in &requirement.citations {
        layout::labelled(out, say(words::CLAUSE), &cited_since(citation, language))?;
    }
    layout::labelled(out, say(LEVEL), &level(requirement, language))?;
    layout::labelled(out, say(IN_FORCE), &in_force(requirement, language))?;
    let mut rests_on: Vec<&str> = Vec::new();
    for Explained { held, of } in found {
        let words = say(evidence(of, held));
        if !rests_on.contains(&words) {
            rests_on.push(words);
        }
    }
    layout::labelled(out, say(EVIDENCE), &rests_on.join("; "))?;
    for Explained { held, of } in found {
        if let Some(fields) = fields(of) {
            let fields = if held == INDEX && found.len() > 1 {
                format!("{}: {fields}", say(IN_AN_INDEX))
            } else {
                fields
            };
            layout::labelled(out, say(FIELDS), &fields)?;
        }
    }
    if let Some(reading) = &requirement.reading {
        layout::labelled(out, say(words::READING), reading.get(language))?;
    }
    for explained in found {
        example(explained, language, out)?;
    }
    Ok(())
}

/// Writes that no requirement is called so, and which names are near.
///
/// # Errors
/// Those of `out`.
pub fn no_requirement(
    view: &Explanation,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    let id = Value::words(&view.asked).display(language).to_string();
    let words = match language {
        Language::En => format!("kanta: there is no requirement {id}; the nearest are:"),
        Language::Fi => format!("kanta: vaatimusta {id} ei ole; lähimmät ovat:"),
        Language::Sv => format!("kanta: kravet {id} finns inte; de närmaste är:"),
    };
    layout::paragraph(out, Style::new(), &words)?;
    for name in &view.nearest {
        layout::entry(out, name)?;
    }
    Ok(())
}

/// The list of an index's requirements.
const INDEX: &str = "index";

const EVIDENCE: Text = text! { en: "rests on", fi: "perusta", sv: "grund" };
const FIELDS: Text = text! { en: "reads", fi: "lukee", sv: "läser" };
const IN_FORCE: Text = text! { en: "in force", fi: "voimassa", sv: "gäller" };
const LEVEL: Text = text! { en: "level", fi: "taso", sv: "nivå" };
const WHY: Text = text! { en: "why", fi: "miksi", sv: "varför" };
const FAULT: Text = text! { en: "fault", fi: "virhe", sv: "fel" };
const IN_AN_INDEX: Text =
    text! { en: "in an index", fi: "osoitehakemistossa", sv: "i ett adressindex" };

fn title(all: &[Requirement], chosen: Chosen<'_>, language: Language) -> String {
    let of = match chosen.held {
        "checklist" => text! {
            en: "Requirements of the checklist before going live",
            fi: "Tuotantoon siirtymisen tarkistuslistan vaatimukset",
            sv: "Kraven i checklistan före produktionsstarten",
        },
        INDEX => text! {
            en: "Requirements on the rights of an address index and on what is asked of it",
            fi: "Osoitehakemiston käyttövaltuuksien ja kyselyjen vaatimukset",
            sv: "Kraven på rättigheterna i ett adressindex och på det som frågas av det",
        },
        _ => text! {
            en: "Requirements of Kela's guide \"Technical connection models\" and of what stands beside it",
            fi: "Kelan ohjeen \"Tekniset liittymismallit\" ja sen rinnalla olevien lähteiden vaatimukset",
            sv: "Kraven i FPA:s anvisning \"Tekniska anslutningsmodeller\" och i källorna bredvid den",
        },
    };
    let mut title = of.get(language).to_owned();
    if let Some(on) = chosen.on {
        let on = dates::day(on.0, language);
        let words = text! { en: "in force on", fi: "voimassa:", sv: "i kraft:" };
        title = format!("{title}; {} {on}", words.get(language));
    }
    if let Some(clause) = chosen.clause {
        let word = words::CLAUSE.get(language);
        title = format!("{title}; {word} {}", Escaped(clause));
    }
    format!("{title}: {}", all.len())
}

fn lines(requirement: &Requirement, held: &str, language: Language) -> Vec<(Text, String)> {
    let clauses = requirement.citations.iter();
    let clauses: Vec<String> = clauses.map(|its| cited(its, language)).collect();
    let mut lines = vec![
        (words::ASKS, requirement.statement.get(language).to_owned()),
        (LEVEL, level(requirement, language)),
        (words::CLAUSE, clauses.join("; ")),
        (IN_FORCE, in_force(requirement, language)),
    ];
    if requirement
        .on
        .as_ref()
        .is_some_and(|on| on.in_force == "unknown")
    {
        let words = text! {
            en: "the documents do not tell whether it was in force on that day",
            fi: "asiakirjat eivät kerro, oliko se voimassa sinä päivänä",
            sv: "dokumenten säger inte om det gällde den dagen",
        };
        lines.push((words::OPEN, words.get(language).to_owned()));
    }
    let rests_on = evidence(requirement, held).get(language);
    lines.push((EVIDENCE, rests_on.to_owned()));
    if let Some(fields) = fields(requirement) {
        lines.push((FIELDS, fields));
    }
    if let Some(reading) = &requirement.reading {
        lines.push((words::READING, reading.get(language).to_owned()));
    }
    lines.push((words::DO, requirement.remedy.get(language).to_owned()));
    lines
}

fn in_force(requirement: &Requirement, language: Language) -> String {
    dates::in_force(requirement.in_force, requirement.judged_on, language)
}

/// How binding it is and how that is known: `binding; a text states it`.
fn level(requirement: &Requirement, language: Language) -> String {
    let level = words::level(requirement.level).get(language);
    let certainty = words::certainty(requirement.certainty).get(language);
    format!("{level}; {certainty}")
}

/// What the findings of a requirement rest on.
fn evidence(requirement: &Requirement, held: &str) -> Text {
    match requirement.evidence {
        Evidence::Stated if held == INDEX => text! {
            en: "what the index states",
            fi: "mitä osoitehakemisto kertoo",
            sv: "vad adressindexet uppger",
        },
        evidence => words::evidence(evidence),
    }
}

/// The fields in words, where there are any.
fn fields(requirement: &Requirement) -> Option<String> {
    let fields = requirement.fields.iter();
    let fields: Vec<String> = fields.map(|field| format!("`{field}`")).collect();
    (!fields.is_empty()).then(|| fields.join(", "))
}

/// `5.2 (edition 3.17 and later)`, or the document and its date.
fn cited_since(citation: &Citation, language: Language) -> String {
    let Some(Editions { first, last: None }) = &citation.editions else {
        return cited(citation, language);
    };
    let words = match language {
        Language::En => format!("edition {first} and later"),
        Language::Fi => format!("versiosta {first} alkaen"),
        Language::Sv => format!("från och med version {first}"),
    };
    format!("{} ({words})", words::clause(&citation.clause, language))
}

/// The clause, with the editions where it stands there no longer; or the document, its date and the clause.
fn cited(citation: &Citation, language: Language) -> String {
    let clause = words::clause(&citation.clause, language);
    let Some(Editions { first, last }) = &citation.editions else {
        let mut place = citation.title.get(language).to_owned();
        if let Some(date) = citation.date {
            place.push_str(&format!(", {}", date.0.display(language)));
        }
        if !clause.is_empty() {
            place.push_str(&format!(", {clause}"));
        }
        return place;
    };
    let edition = text! { en: "edition", fi: "versio", sv: "version" }.get(language);
    match last {
        Some(last) if last == first => format!("{clause} ({edition} {first})"),
        Some(last) => format!("{clause} ({edition} {first}–{last})"),
        None => clause,
    }
}

fn example(explained: &Explained, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let Some(example) = &explained.of.example else {
        return Ok(());
    };
    let before = if explained.held == INDEX {
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
    fragment(RED, before.get(language), &example.before, out)?;
    fragment(GREEN, after.get(language), &example.after, out)
}

/// Lines of a file, as they stand there.
fn fragment(style: Style, words: &str, lines: &str, out: &mut Page<'_>) -> io::Result<()> {
    out.line(format_args!(""))?;
    layout::paragraph(out, style, words)?;
    out.line(format_args!(""))?;
    for line in lines.lines() {
        if line.is_empty() {
            out.line(format_args!(""))?;
        } else {
            out.line(format_args!("    {line}"))?;
        }
    }
    Ok(())
}
