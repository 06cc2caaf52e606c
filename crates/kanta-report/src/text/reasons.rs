//! A decision of an index with its reasons, for people.

use std::io;

use kanta_conformance::{Language, Text, text};

use super::asked::{Names, heading, lines, verdict, wrapped};
use crate::layout::{BOLD, Lines as _, Page};
use crate::view::{Bound, Citation, Decision, Finding, Outcome, Reason, ReasonsReport, Why};
use crate::words;

/// Writes a decision, the right that decided or came nearest, what is missing and what the guide leaves open; and what else
/// was looked at, where that was asked for.
///
/// # Errors
/// Those of `out`.
pub fn reasons(view: &ReasonsReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    opening(view, language, out)?;
    for (title, reasons) in [(MISSING, &view.missing), (QUESTIONS, &view.questions)] {
        if reasons.is_empty() {
            continue;
        }
        out.line(format_args!(""))?;
        heading(out, title, reasons.len(), language)?;
        for reason in reasons {
            found(&reason.finding, language, out)?;
            let responsible = reason.responsible.name.get(language);
            labelled(out, WHO, language, responsible)?;
            labelled(out, words::ID, language, &reason.finding.requirement)?;
        }
    }
    let Some(links) = &view.links else {
        return Ok(());
    };
    let told = |its: &&Reason| !view.missing.contains(its) && !view.questions.contains(its);
    let rest: Vec<&Reason> = links.iter().filter(told).collect();
    out.line(format_args!(""))?;
    heading(out, LOOKED_AT, rest.len(), language)?;
    for Reason { finding, .. } in rest {
        let outcome = words::outcome(finding.outcome).get(language);
        let statement = finding.statement.get(language);
        wrapped(out, "  - ", "    ", &format!("{statement} ({outcome})"))?;
    }
    Ok(())
}

pub(super) const MISSING: Text =
    text! { en: "Missing links", fi: "Puuttuvat ehdot", sv: "Saknade villkor" };
const QUESTIONS: Text = text! {
    en: "What the guide leaves open",
    fi: "Mitä ohje jättää avoimeksi",
    sv: "Vad anvisningen lämnar öppet",
};
pub(super) const LOOKED_AT: Text =
    text! { en: "Also looked at", fi: "Lisäksi tarkasteltu", sv: "Även granskat" };
pub(super) const WHO: Text = text! { en: "who", fi: "kuka", sv: "vem" };

fn opening(view: &ReasonsReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let names = Names(&view.ids);
    let triple = [&view.subject, &view.access_point, &view.service];
    let asked = names.triple(triple.map(String::as_str), language);
    let verdict = verdict(view.decision).get(language).to_uppercase();
    let day = view.on.0.display(language);
    let first = format!("{verdict}  {asked}, {day}");
    for line in lines(out.width(), "", "  ", &first) {
        match line.strip_prefix(verdict.as_str()) {
            Some(rest) => out.line(format_args!("{BOLD}{verdict}{BOLD:#}{rest}"))?,
            None => out.line(format_args!("{line}"))?,
        }
    }
    let Some(right) = &view.right else {
        return Ok(());
    };
    let word = match view.decision {
        Decision::Permit => {
            text! { en: "by the right", fi: "käyttövaltuus", sv: "genom rättigheten" }
        }
        Decision::Deny => text! {
            en: "the nearest right",
            fi: "lähin käyttövaltuus",
            sv: "närmaste rättighet",
        },
    };
    let right = names.right(right, [right.from, right.until], language);
    wrapped(out, "  ", "  ", &format!("{}: {right}", word.get(language)))
}

fn labelled(out: &mut Page<'_>, label: Text, language: Language, words: &str) -> io::Result<()> {
    let first = format!("      {:<11}", label.get(language));
    let rest = " ".repeat(first.chars().count());
    wrapped(out, &first, &rest, words)
}

/// What was found, in one sentence.
pub(super) fn headline(finding: &Finding, language: Language) -> String {
    match (&finding.question, finding.outcome) {
        // By a reading alone: what was found stands beside it.
        (Some(question), Outcome::Undetermined) if finding.required.is_none() => {
            format!("{}?", question.get(language))
        }
        (_, Outcome::Undetermined) => {
            let statement = finding.statement.get(language);
            format!("{} {statement}", words::QUESTION.get(language))
        }
        _ => finding.fault.get(language).to_owned(),
    }
}

/// What was found about one requirement; all but who mends it, and its id.
fn found(finding: &Finding, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    out.line(format_args!(""))?;
    wrapped(out, "  - ", "    ", &headline(finding, language))?;
    let values = [
        (words::FOUND, &finding.found),
        (words::REQUIRED, &finding.required),
    ];
    for (label, value) in values {
        if let Some(value) = value {
            labelled(out, label, language, value.get(language))?;
        }
    }
    let open = matches!(finding.why, Some(Why::GuideSilent | Why::GuideAmbiguous));
    match finding.why {
        Some(Why::InputMissing) => {
            let fields = finding.missing.iter();
            let fields: Vec<&str> = fields.map(|field| field.location.get(language)).collect();
            labelled(out, words::FILL_IN, language, &fields.join(", "))?;
        }
        Some(Why::GuideAmbiguous) if finding.required.is_some() => {
            labelled(out, words::OPEN, language, say(words::BY_READING))?;
        }
        Some(Why::DateUnknown) => labelled(out, words::OPEN, language, say(DATE_UNKNOWN))?,
        _ => {}
    }
    if finding.outcome == Outcome::Violated || open {
        labelled(out, words::ASKS, language, finding.statement.get(language))?;
    }
    if !finding.citations.is_empty() {
        labelled(out, words::CLAUSE, language, &clauses(finding, language))?;
    }
    if let Some(reading) = &finding.reading {
        labelled(out, words::READING, language, reading.get(language))?;
    }
    labelled(out, words::DO, language, finding.remedy.get(language))
}

const DATE_UNKNOWN: Text = text! {
    en: "it is not known whether this was required on that day",
    fi: "ei ole tiedossa, vaadittiinko tätä sinä päivänä",
    sv: "det är inte känt om detta krävdes den dagen",
};

/// Where a rule stands, with the editions that have it there: `2.3; 4.1.1 (edition 3.17 and later)`.
fn clauses(finding: &Finding, language: Language) -> String {
    let same = |one: &Citation, other: &Citation| one.editions == other.editions;
    let groups = finding.citations.chunk_by(same).map(|group| {
        let clauses: Vec<&str> = group.iter().map(|its| its.clause.as_str()).collect();
        let clauses = clauses.join("; ");
        let Some(editions) = group.first().and_then(|its| its.editions.as_ref()) else {
            return clauses;
        };
        let first = &editions.first;
        let words = match (language, &editions.last) {
            (Language::En, None) => format!("edition {first} and later"),
            (Language::Fi, None) => format!("versiosta {first} alkaen"),
            (Language::Sv, None) => format!("från och med version {first}"),
            (_, Some(last)) => {
                let word = text! { en: "edition", fi: "versio", sv: "version" }.get(language);
                format!("{word} {first}–{last}")
            }
        };
        format!("{clauses} ({words})")
    });
    let mut words = groups.collect::<Vec<_>>().join("; ");
    if let Some(Bound::On { on }) = finding.in_force.from {
        let day = on.0.display(language);
        words.push_str(&match language {
            Language::En => format!("; in force from {day}"),
            Language::Fi => format!("; voimassa {day} alkaen"),
            Language::Sv => format!("; gäller från och med {day}"),
        });
    }
    words
}
