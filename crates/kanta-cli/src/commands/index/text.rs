//! The reports for people: at most 80 columns where words can be broken.

use std::io::{self, Write};

use kanta_address_index::{
    AccessPoint, AddressIndex, Changes, Decision, Expiring, Explanation, Link, Mender, Permitted,
    Request, Right, Service, Span, Trial,
};
use kanta_conformance::{Date, Escaped, Finding, Language, Outcome, Requirement, Text, Why};
use kanta_oid::{AccessPointOid, OwnerOid};

use super::input::Problem;
use super::words;

/// What keeps the input from being understood: one line a fault.
pub(crate) fn problem(
    names: &[String],
    problem: &Problem,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let first = names.first().map_or("", String::as_str);
    match problem {
        Problem::File(fault) => {
            writeln!(out, "{}: {}", Escaped(first), fault.message(language))
        }
        Problem::Unknown { option, word } => {
            let words = Text::new(
                "no id of the index and no OID",
                "ei hakemiston tunnus eikä OID-tunnus",
                "inget id i indexet och ingen OID",
            );
            let words = words.get(language);
            writeln!(out, "{option}: {words}: `{}`", Escaped(word))
        }
        Problem::Faults(faults) => {
            for fault in faults.as_slice() {
                let name = |source: u32| {
                    let at = usize::try_from(source).ok();
                    at.and_then(|at| names.get(at)).map_or("", String::as_str)
                };
                let place = place(name(fault.place.source), &fault.place);
                let mut line = format!("{place}: {}", fault.message(language));
                if let Some(other) = &fault.other {
                    let word = Text::new("the other", "toinen", "den andra").get(language);
                    let other = self::place(name(other.source), other);
                    line.push_str(&format!(" ({word}: {other})"));
                }
                writeln!(out, "{line}")?;
            }
            Ok(())
        }
    }
}

/// `index.toml:14:1: right[3].from`, with as much of it as is known.
fn place(name: &str, place: &kanta_address_index::Place) -> String {
    let mut text = Escaped(name).to_string();
    for number in [place.line, place.column] {
        if number > 0 {
            text.push_str(&format!(":{number}"));
        }
    }
    if !place.path.is_empty() {
        text.push_str(&format!(": {}", Escaped(&place.path)));
    }
    text
}

pub(super) fn decision(
    decision: Decision,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", verdict(decision).get(language))
}

fn verdict(decision: Decision) -> Text {
    if decision.is_permit() {
        words::PERMIT
    } else {
        words::DENY
    }
}

/// A triple in the index's own words.
fn triple(
    index: &AddressIndex,
    (subject, point, service): (OwnerOid, AccessPointOid, Service),
    language: Language,
) -> String {
    let subject = index
        .id_of_owner(subject)
        .map_or_else(|| subject.to_string(), str::to_owned);
    let point = index
        .id_of_access_point(point)
        .map_or_else(|| point.to_string(), str::to_owned);
    format!(
        "`{}` → {service}, {} `{}`",
        Escaped(&subject),
        words::THROUGH.get(language),
        Escaped(&point)
    )
}

fn of_right(index: &AddressIndex, right: &Right, language: Language) -> String {
    let what = triple(
        index,
        (right.subject, right.access_point, right.service),
        language,
    );
    let mut text = format!("{what}, {}", right.validity);
    if let Some(reference) = &right.basis.reference {
        text.push_str(&format!(", `{}`", Escaped(reference)));
    }
    text
}

fn wrapped(out: &mut dyn Write, first: &str, rest: &str, words: &str) -> io::Result<()> {
    let options = textwrap::Options::new(80)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    for line in textwrap::wrap(words, options) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn labelled(out: &mut dyn Write, label: Text, language: Language, words: &str) -> io::Result<()> {
    let label = format!("      {:<10}", label.get(language));
    wrapped(out, &label, &" ".repeat(16), words)
}

fn heading(out: &mut dyn Write, words: Text, count: usize, language: Language) -> io::Result<()> {
    let bold = anstyle::Style::new().bold();
    writeln!(out)?;
    writeln!(out, "{bold}{} ({count}){bold:#}", words.get(language))
}

pub(super) fn explanation(
    index: &AddressIndex,
    request: &Request,
    explanation: &Explanation,
    all: bool,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let bold = anstyle::Style::new().bold();
    let asked = triple(
        index,
        (request.subject, request.access_point, request.service),
        language,
    );
    let verdict = verdict(explanation.decision).get(language).to_uppercase();
    let day = request.day.display(language);
    writeln!(out, "{bold}{verdict}{bold:#}  {asked}, {day}")?;
    if let Some(right) = &explanation.right {
        let word = if explanation.decision.is_permit() {
            words::RIGHT
        } else {
            words::NEAREST
        };
        let right = of_right(index, right, language);
        wrapped(out, "  ", "  ", &format!("{}: {right}", word.get(language)))?;
    }
    let missing: Vec<&Link> = explanation.missing().collect();
    if !missing.is_empty() {
        heading(out, words::MISSING, missing.len(), language)?;
        for link in missing {
            found(
                link.requirement,
                &link.outcome,
                Some(link.mender),
                "",
                language,
                out,
            )?;
        }
    }
    let questions: Vec<&Link> = explanation.questions().collect();
    if !questions.is_empty() {
        heading(out, words::QUESTIONS, questions.len(), language)?;
        for link in questions {
            found(
                link.requirement,
                &link.outcome,
                Some(link.mender),
                "",
                language,
                out,
            )?;
        }
    }
    if all {
        let rest = |link: &&Link| !link.is_missing() && !link.is_question();
        let rest: Vec<&Link> = explanation.links.iter().filter(rest).collect();
        heading(out, words::LOOKED_AT, rest.len(), language)?;
        for link in rest {
            let kind = link.outcome.kind().code();
            let statement = link.requirement.statement.get(language);
            wrapped(out, "  - ", "    ", &format!("{statement} ({kind})"))?;
        }
    }
    Ok(())
}

/// What was found about one requirement.
fn found(
    requirement: &Requirement,
    outcome: &Outcome,
    mender: Option<Mender>,
    path: &str,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out)?;
    wrapped(out, "  - ", "    ", requirement.fault.get(language))?;
    if !path.is_empty() {
        labelled(out, words::WHERE, language, &format!("`{}`", Escaped(path)))?;
    }
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
        Outcome::Undetermined(Why::GuideSilent(question) | Why::GuideAmbiguous(question)) => {
            labelled(out, words::QUESTION, language, question.get(language))?;
        }
        Outcome::Undetermined(Why::DateUnknown) => {
            labelled(
                out,
                words::QUESTION,
                language,
                words::DATE_UNKNOWN.get(language),
            )?;
        }
        _ => {}
    }
    let clauses: Vec<&str> = requirement.citations.iter().map(|c| c.clause).collect();
    if !clauses.is_empty() {
        labelled(out, words::CLAUSE, language, &clauses.join("; "))?;
    }
    labelled(
        out,
        words::TO_DO,
        language,
        requirement.remedy.get(language),
    )?;
    if let Some(mender) = mender {
        labelled(out, words::WHO, language, mender.name().get(language))?;
    }
    Ok(())
}

pub(super) fn findings(
    index: &AddressIndex,
    findings: &[Finding],
    day: Date,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    for finding in findings {
        let path = finding.path.subject();
        found(
            finding.requirement,
            &finding.outcome,
            None,
            path,
            language,
            out,
        )?;
    }
    if !findings.is_empty() {
        writeln!(out)?;
    }
    if index.is_expired(day) {
        writeln!(out, "{}", words::EXPIRED.get(language))?;
    }
    let counted = words::counted(findings.len(), index.len(), language);
    let version = Escaped(&index.header().version).to_string();
    writeln!(out, "{counted}; `{version}`, {}", day.display(language))
}

pub(super) fn rights(
    index: &AddressIndex,
    rights: &[Permitted],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if rights.is_empty() {
        return writeln!(out, "{}", words::NONE.get(language));
    }
    for permitted in rights {
        let mut right = permitted.right.clone();
        right.validity = permitted.permits;
        writeln!(out, "{}", of_right(index, &right, language))?;
    }
    Ok(())
}

pub(super) fn access_points(
    points: &[&AccessPoint],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if points.is_empty() {
        return writeln!(out, "{}", words::NONE.get(language));
    }
    for point in points {
        writeln!(out, "`{}` {}", Escaped(&point.id), point.oid)?;
    }
    Ok(())
}

pub(super) fn expiring(
    ending: &[Expiring],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if ending.is_empty() {
        return writeln!(out, "{}", words::NONE.get(language));
    }
    for end in ending {
        writeln!(out, "{}  {}", end.on.display(language), Escaped(&end.what))?;
    }
    Ok(())
}

fn spans(
    index: &AddressIndex,
    title: Text,
    spans: &[Span],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if spans.is_empty() {
        return Ok(());
    }
    let bold = anstyle::Style::new().bold();
    writeln!(
        out,
        "{bold}{} ({}){bold:#}",
        title.get(language),
        spans.len()
    )?;
    for span in spans {
        let what = triple(
            index,
            (span.subject, span.access_point, span.service),
            language,
        );
        writeln!(out, "  {what}, {}", span.days)?;
    }
    Ok(())
}

pub(super) fn changes(
    index: &AddressIndex,
    changes: &Changes,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if changes.gained.is_empty() && changes.lost.is_empty() {
        return writeln!(out, "{}", words::NO_CHANGE.get(language));
    }
    spans(index, words::GAINED, &changes.gained, language, out)?;
    spans(index, words::LOST, &changes.lost, language, out)
}

pub(super) fn trial(
    index: &AddressIndex,
    trial: &Trial,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    changes(index, &trial.changes, language, out)?;
    spans(index, words::BROKEN, &trial.broken, language, out)
}
