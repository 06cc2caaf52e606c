//! What was found about the requirements of a request.

use std::io::{self, Write};

use kanta_address_index::{AddressIndex, Explanation, Link, Request};
use kanta_conformance::{Escaped, Language, Outcome, Requirement, Text, Why};

use kanta_report::words::BY_READING;

use super::{Names, heading, lines, verdict, words, wrapped};

fn labelled(out: &mut dyn Write, label: Text, language: Language, words: &str) -> io::Result<()> {
    let first = format!("      {:<11}", label.get(language));
    let rest = " ".repeat(first.chars().count());
    wrapped(out, &first, &rest, words)
}

pub(in super::super) fn explanation(
    index: &AddressIndex,
    request: &Request,
    explanation: &Explanation,
    all: bool,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let names = Names(&[index]);
    let triple = (request.subject, request.access_point, request.service);
    let asked = names.triple(triple, language);
    let verdict = verdict(explanation.decision).get(language).to_uppercase();
    let day = request.day.display(language);
    let bold = anstyle::Style::new().bold();
    let first = format!("{verdict}  {asked}, {day}");
    for line in lines("", "  ", &first) {
        match line.strip_prefix(verdict.as_str()) {
            Some(rest) => writeln!(out, "{bold}{verdict}{bold:#}{rest}")?,
            None => writeln!(out, "{line}")?,
        }
    }
    if let Some(right) = &explanation.right {
        let word = if explanation.decision.is_permit() {
            words::RIGHT
        } else {
            words::NEAREST
        };
        let right = names.right(right, language);
        wrapped(out, "  ", "  ", &format!("{}: {right}", word.get(language)))?;
    }
    let missing: Vec<&Link> = explanation.missing().collect();
    let questions: Vec<&Link> = explanation.questions().collect();
    for (title, links) in [(words::MISSING, missing), (words::QUESTIONS, questions)] {
        if links.is_empty() {
            continue;
        }
        writeln!(out)?;
        heading(out, title, links.len(), language)?;
        for link in links {
            found(link.requirement, &link.outcome, language, out)?;
            let responsible = link.responsible.name();
            labelled(out, words::WHO, language, responsible.get(language))?;
            labelled(out, words::ID, language, link.requirement.id())?;
        }
    }
    if all {
        let rest = |link: &&Link| !link.is_missing() && !link.is_question();
        let rest: Vec<&Link> = explanation.links.iter().filter(rest).collect();
        writeln!(out)?;
        heading(out, words::LOOKED_AT, rest.len(), language)?;
        for link in rest {
            let kind = words::outcome(link.outcome.kind()).get(language);
            let statement = link.requirement.statement().get(language);
            wrapped(out, "  - ", "    ", &format!("{statement} ({kind})"))?;
        }
    }
    Ok(())
}

/// What was found, in one sentence.
pub(super) fn headline(requirement: &Requirement, outcome: &Outcome, language: Language) -> String {
    let say = |text: Text| text.get(language);
    match outcome {
        Outcome::Undetermined(Why::GuideSilent(question) | Why::GuideAmbiguous(question)) => {
            format!("{}?", say(*question))
        }
        Outcome::Undetermined(_) => {
            format!("{} {}", say(words::NOT_KNOWN), say(requirement.statement()))
        }
        _ => say(requirement.fault()).to_owned(),
    }
}

/// What was found about one requirement; all but who mends it, and its id.
fn found(
    requirement: &Requirement,
    outcome: &Outcome,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let say = |text: Text| text.get(language);
    writeln!(out)?;
    let statement = say(requirement.statement());
    wrapped(
        out,
        "  - ",
        "    ",
        &headline(requirement, outcome, language),
    )?;
    match outcome {
        Outcome::Violated { found, required } => {
            let shown = |value: &kanta_conformance::Value| value.display(language).to_string();
            labelled(out, words::FOUND, language, &shown(found))?;
            labelled(out, words::REQUIRED, language, &shown(required))?;
        }
        Outcome::Undetermined(Why::InputMissing(fields)) => {
            let fields = fields.iter();
            let fields: Vec<_> = fields
                .map(|field| format!("`{}`", Escaped(&field.to_string())))
                .collect();
            labelled(out, words::FILL_IN, language, &fields.join(", "))?;
        }
        Outcome::Undetermined(Why::ByReading(by)) => {
            let shown = |value: &kanta_conformance::Value| value.display(language).to_string();
            labelled(out, words::FOUND, language, &shown(&by.found))?;
            labelled(out, words::REQUIRED, language, &shown(&by.required))?;
            labelled(out, words::OPEN, language, say(BY_READING))?;
        }
        Outcome::Undetermined(Why::DateUnknown) => {
            labelled(out, words::OPEN, language, say(words::DATE_UNKNOWN))?;
        }
        _ => {}
    }
    if matches!(outcome, Outcome::Violated { .. })
        || matches!(outcome, Outcome::Undetermined(why) if why.takes_a_ruling())
    {
        labelled(out, words::RULE, language, statement)?;
    }
    if !requirement.citations().is_empty() {
        let clauses = words::clauses(requirement.citations(), requirement.in_force(), language);
        labelled(out, words::CLAUSE, language, &clauses)?;
    }
    if let Some(reading) = requirement.reading() {
        labelled(out, words::READING, language, say(reading))?;
    }
    labelled(out, words::TO_DO, language, say(requirement.remedy()))
}
