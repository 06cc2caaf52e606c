//! A finding in sentences, as the formats share them.

use std::collections::BTreeMap;

use kanta_conformance::{Escaped, Language, Text, Value};

use crate::view::{Against, Fault, Finding, Ground, Level, Outcome, ReportSheet, Why};
use crate::words;

/// The sentence that a finding opens with.
pub(crate) fn headline(finding: &Finding, language: Language) -> String {
    let words = match finding.outcome {
        Outcome::Violated => finding.fault.get(language).to_owned(),
        Outcome::Undetermined => format!(
            "{} {}",
            words::QUESTION.get(language),
            finding.statement.get(language)
        ),
        _ => finding.statement.get(language).to_owned(),
    };
    Escaped(&words).to_string()
}

/// What else is told of a finding, each under its label: what was found, where, why it is not known, what to do.
pub(crate) fn details(finding: &Finding, language: Language) -> Vec<(&'static str, String)> {
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    let mut line = |label: Text, words: &str| {
        if !words.is_empty() {
            lines.push((label.get(language), Escaped(words).to_string()));
        }
    };
    if !finding.path.is_empty() {
        line(words::AT, finding.location.get(language));
    }
    for field in &finding.missing {
        line(words::FILL_IN, field.location.get(language));
    }
    for (label, value) in [
        (words::FOUND, &finding.found),
        (words::REQUIRED, &finding.required),
        (words::OPEN, &finding.question),
        (words::OPEN, &finding.obstacle),
    ] {
        if let Some(value) = value {
            line(label, value.get(language));
        }
    }
    if let Some(title) = &finding.document_title {
        let only = words::ONLY_THIS_DOCUMENT.get(language);
        line(words::OPEN, &format!("{only} {}", title.get(language)));
    }
    if finding.why == Some(Why::DateUnknown) {
        let words = words::date_unknown(finding.in_force, finding.decisive_day, language);
        line(words::OPEN, &words);
    }
    if finding.outcome == Outcome::Violated {
        line(words::ASKS, finding.statement.get(language));
    }
    line(words::CLAUSE, &clause(finding, language));
    // What is left out is filled in: what to do where it is violated is not yet the question.
    if is_open(finding) && finding.why != Some(Why::InputMissing) {
        line(words::DO, &remedy(finding, language));
    }
    if let Some((label, said)) = ground(finding, language) {
        line(label, &said);
    }
    for (label, said) in settled(finding, language) {
        line(label, &said);
    }
    lines
}

/// Who accepted it until when, and that it was there before.
pub(crate) fn settled(finding: &Finding, language: Language) -> Vec<(Text, String)> {
    let mut lines = Vec::new();
    if let Some(accepted) = &finding.accepted {
        let quoted = |text: &str| Value::words(text).display(language).to_string();
        let until = accepted.until.0.display(language);
        let until = match language {
            Language::En => format!("until {until}"),
            Language::Fi => format!("{until} asti"),
            Language::Sv => format!("till {until}"),
        };
        let (approver, reason) = (quoted(&accepted.approver), quoted(&accepted.reason));
        lines.push((words::ACCEPTED, format!("{until}, {approver}: {reason}")));
    }
    if finding.against == Some(Against::Unchanged) {
        let known = words::IN_THE_BASELINE.get(language);
        lines.push((words::KNOWN, known.to_owned()));
    }
    lines
}

/// Whether somebody accepted it, or it was there before: it counts no more.
pub(crate) fn is_set_aside(finding: &Finding) -> bool {
    finding.accepted.is_some() || finding.against == Some(Against::Unchanged)
}

/// The clause, since when it holds, and how binding it is where it is not a duty.
pub(crate) fn clause(finding: &Finding, language: Language) -> String {
    let mut clause = finding.clause.get(language).to_owned();
    if let Some(in_force) = words::in_force(finding.in_force, language) {
        clause = format!("{clause}; {in_force}");
    }
    if finding.level != Level::Must {
        clause = format!("{clause} ({})", words::level(finding.level).get(language));
    }
    clause
}

/// What to do about it.
pub(crate) fn remedy(finding: &Finding, language: Language) -> String {
    match finding.why {
        Some(Why::GuideSilent | Why::GuideAmbiguous)
            if finding.takes_ruling && finding.required.is_none() =>
        {
            words::RULING_HINT.get(language).to_owned()
        }
        _ => finding.remedy.get(language).to_owned(),
    }
}

/// Who said so, when, and on what ground.
pub(crate) fn ground(finding: &Finding, language: Language) -> Option<(Text, String)> {
    let quoted = |text: &str| Value::words(text).display(language).to_string();
    let (label, by, on, why) = match finding.ground.as_ref()? {
        Ground::Attestation { by, on, ground, .. } => (words::ATTESTED, by, on, ground),
        Ground::Ruling {
            by, on, reference, ..
        } => (words::RULED, by, on, reference),
    };
    let on = on.0.display(language);
    Some((label, format!("{}, {on}: {}", quoted(by), quoted(why))))
}

/// Whether it calls for attention.
pub(crate) const fn is_open(finding: &Finding) -> bool {
    matches!(finding.outcome, Outcome::Violated | Outcome::Undetermined)
}

/// The outcome as a word.
pub(crate) fn outcome(finding: &Finding, language: Language) -> &'static str {
    words::outcome(finding.outcome).get(language)
}

/// What a file came to, in a few words.
pub(crate) fn verdict(sheet: &ReportSheet<'_>, language: Language) -> String {
    Escaped(sheet.verdict_words.get(language)).to_string()
}

/// Findings that say the same of several subjects, together.
pub(crate) fn grouped<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Vec<&'a Finding>> {
    grouped_by(findings, alike)
}

/// Findings of one requirement together that open with the same sentence, although what was found may differ.
pub(crate) fn told_once<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Vec<&'a Finding>> {
    let violated = |one: &Finding| one.outcome == Outcome::Violated;
    grouped_by(findings, |one, other| {
        let settled = one.accepted == other.accepted && one.against == other.against;
        let once = violated(one) && violated(other) && one.ground == other.ground && settled;
        once || alike(one, other)
    })
}

fn grouped_by<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    alike: impl Fn(&Finding, &Finding) -> bool,
) -> Vec<Vec<&'a Finding>> {
    let mut groups: Vec<Vec<&'a Finding>> = Vec::new();
    let mut of: BTreeMap<&'a str, Vec<usize>> = BTreeMap::new();
    for finding in findings {
        let known = of.entry(&finding.requirement).or_default();
        let same = known.iter().copied().find(|&at| {
            let first = groups.get(at).and_then(|group| group.first());
            first.is_some_and(|first| alike(first, finding))
        });
        match same.and_then(|at| groups.get_mut(at)) {
            Some(group) => group.push(finding),
            None => {
                known.push(groups.len());
                groups.push(vec![finding]);
            }
        }
    }
    groups
}

/// Whether two findings of one requirement read the same but for their place.
fn alike(one: &Finding, other: &Finding) -> bool {
    if one.accepted != other.accepted || one.against != other.against {
        return false;
    }
    if one.ground != other.ground || one.outcome != other.outcome || one.why != other.why {
        return false;
    }
    one.why == Some(Why::InputMissing)
        || (one.found == other.found
            && one.required == other.required
            && one.question == other.question
            && one.document == other.document
            && one.obstacle == other.obstacle)
}

/// What is wrong with a file.
pub(crate) fn fault(fault: &Fault, language: Language) -> String {
    Escaped(fault.messages.get(language)).to_string()
}
