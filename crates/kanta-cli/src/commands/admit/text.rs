//! The decision for people.

use std::io::{self, Write};

use kanta_address_index::Right;
use kanta_admission::{Attempt, Connection, Link, Peer, ShadowCounts};
use kanta_conformance::{Edition, Escaped, Language, Outcome, OutcomeKind, Text, Why};
use kanta_report::{layout, words as report_words};

use super::{AdmitArgs, Decided, Decider, words};

pub(super) fn explanation(
    args: &AdmitArgs,
    decider: &Decider,
    (connection, attempt): (&Connection, &Attempt),
    decided: &Decided,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = args.lang;
    let explanation = &decided.explanation;
    let (verdict, style) = if decided.permits() {
        (words::PERMIT, layout::GREEN)
    } else {
        (words::DENY, layout::RED)
    };
    let subject = decider.index().id_of_owner(attempt.subject);
    let subject = subject.map_or_else(|| attempt.subject.to_string(), str::to_owned);
    let asked = format!(
        "{}  `{subject}` → {}, {}",
        verdict.get(language),
        attempt.service,
        attempt.at
    );
    layout::paragraph(out, style, &asked)?;
    let source = connection.presented().source();
    let peer = format!(
        "{}, {} {source}",
        peer(decider, explanation.identity().peer(), language),
        words::FROM.get(language)
    );
    layout::labelled(out, words::PEER.get(language), &peer)?;
    if let Some(right) = &explanation.right {
        let word = if explanation.evaluation.would_permit() {
            words::BY
        } else {
            words::NEAREST
        };
        layout::labelled(
            out,
            word.get(language),
            &self::right(decider, right, language),
        )?;
    }
    let versions = decider.state.versions();
    layout::labelled(
        out,
        words::RESTS_ON.get(language),
        &format!("`{}`", versions.index),
    )?;
    if decider.shadow.is_some() {
        let told = shadow(decided, language);
        layout::labelled(out, words::SHADOW.get(language), &told)?;
    }
    for record in decided.reference.iter().chain(&decided.unrecorded) {
        layout::labelled(out, words::RECORD.get(language), record)?;
    }
    let missing: Vec<&Link> = explanation.missing().collect();
    let questions: Vec<&Link> = explanation.questions().collect();
    let edition = Edition::on(attempt.at.finnish_day());
    for (title, links) in [(words::MISSING, missing), (words::QUESTIONS, questions)] {
        if links.is_empty() {
            continue;
        }
        layout::heading(out, layout::BOLD, title.get(language), links.len())?;
        for (number, link) in (1_usize..).zip(links) {
            self::link(number, link, edition, language, out)?;
        }
    }
    if args.all {
        let rest = explanation.links();
        let rest: Vec<&Link> = rest
            .filter(|link| !link.is_missing() && !link.is_question())
            .collect();
        layout::heading(
            out,
            layout::BOLD,
            words::LOOKED_AT.get(language),
            rest.len(),
        )?;
        for link in rest {
            let kind = report_words::outcome(link.outcome.kind().into()).get(language);
            let statement = link.requirement.statement().get(language);
            layout::entry(out, &format!("{statement} ({kind})"))?;
        }
    }
    Ok(())
}

fn peer(decider: &Decider, peer: &Peer, language: Language) -> String {
    let (word, name) = match peer {
        Peer::AccessPoint(oid) => {
            let id = decider.index().id_of_access_point(*oid);
            (
                words::ACCESS_POINT,
                id.map_or_else(|| oid.to_string(), str::to_owned),
            )
        }
        Peer::System { id, .. } => (words::SYSTEM, id.clone()),
        _ => return words::UNKNOWN.get(language).to_owned(),
    };
    format!("{} `{}`", word.get(language), Escaped(&name))
}

fn right(decider: &Decider, right: &Right, language: Language) -> String {
    let point = decider.index().id_of_access_point(right.access_point);
    let point = point.map_or_else(|| right.access_point.to_string(), str::to_owned);
    let day = |day: kanta_conformance::Date| day.display(language).to_string();
    let from = right.validity.from.map_or_else(|| "?".to_owned(), day);
    let until = right.validity.until.map_or_else(String::new, day);
    let days = format!("{from} – {until}");
    let mut text = format!(
        "{} → `{}`, {}",
        right.service,
        Escaped(&point),
        days.trim_end()
    );
    if let Some(reference) = &right.basis.reference {
        text.push_str(&format!(", `{}`", Escaped(reference)));
    }
    text
}

fn link(
    number: usize,
    link: &Link,
    edition: Option<&Edition>,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let requirement = link.requirement;
    let say = |text: Text| text.get(language);
    let headline = match (&link.outcome, link.outcome.kind()) {
        (Outcome::Undetermined(Why::GuideSilent(question) | Why::GuideAmbiguous(question)), _) => {
            format!("{}?", say(*question))
        }
        (_, OutcomeKind::Undetermined) => {
            format!(
                "{} {}",
                say(report_words::QUESTION),
                say(requirement.statement())
            )
        }
        _ => say(requirement.fault()).to_owned(),
    };
    layout::title(out, number, &headline)?;
    let mut line = |label: Text, words: &str| layout::labelled(out, say(label), words);
    let shown = |value: &kanta_conformance::Value| value.display(language).to_string();
    match &link.outcome {
        Outcome::Violated { found, required } => {
            line(report_words::FOUND, &shown(found))?;
            line(report_words::REQUIRED, &shown(required))?;
        }
        Outcome::Undetermined(Why::InputMissing(fields)) => {
            for field in fields {
                line(
                    report_words::FILL_IN,
                    &format!("`{}`", Escaped(&field.to_string())),
                )?;
            }
        }
        Outcome::Undetermined(Why::Unchecked(obstacle)) => {
            line(report_words::OPEN, &shown(obstacle))?;
        }
        Outcome::Undetermined(Why::ByReading(by)) => {
            line(report_words::FOUND, &shown(&by.found))?;
            line(report_words::OPEN, say(report_words::BY_READING))?;
        }
        Outcome::Undetermined(Why::DateUnknown) => {
            line(report_words::OPEN, say(report_words::DATE_UNKNOWN_OF_ONE))?;
        }
        _ => {}
    }
    line(report_words::ASKS, say(requirement.statement()))?;
    let clauses = report_words::clauses(requirement.citations(), edition, language);
    if requirement.citations().is_empty() {
        line(report_words::CLAUSE, say(words::NO_CLAUSE))?;
    } else {
        line(report_words::CLAUSE, &clauses)?;
    }
    if let Some(reading) = requirement.reading() {
        line(report_words::READING, say(reading))?;
    }
    line(report_words::DO, say(requirement.remedy()))?;
    line(words::WHO, say(link.responsible.name()))?;
    line(report_words::ID, requirement.id())
}

/// What the other index decides.
fn shadow(decided: &Decided, language: Language) -> String {
    let Some(difference) = &decided.difference else {
        return words::AGREES.get(language).to_owned();
    };
    let verdict = if difference.would_permit() {
        words::PERMIT
    } else {
        words::DENY
    };
    let missing = difference.shadow.missing();
    let ids: Vec<&str> = missing.map(|link| link.requirement.id()).collect();
    format!("{} {}", verdict.get(language), ids.join(", "))
        .trim_end()
        .to_owned()
}

/// How often the other index decided otherwise.
pub(super) fn compared(counts: ShadowCounts, language: Language) -> String {
    format!(
        "{}: {} {}, {} {}, {} {}",
        words::SHADOW.get(language),
        counts.compared,
        words::COMPARED.get(language),
        counts.would_permit,
        words::WOULD_PERMIT.get(language),
        counts.would_deny,
        words::WOULD_DENY.get(language),
    )
}
