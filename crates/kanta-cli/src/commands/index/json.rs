//! The reports for machines: one JSON object on one line.

mod changes;
mod findings;

use std::io::{self, Write};

use kanta_address_index::{
    AddressIndex, Expiring, Explanation, Link, Permitted, ResponsibleParty, Right, Speaker,
    Validity,
};
use kanta_conformance::{Citation, Date, Language, Outcome, Requirement, Text, Value, Why};
use serde_json::{Value as Json, json};

pub(super) use changes::{changes, order, trial};

fn line(out: &mut dyn Write, json: &Json) -> io::Result<()> {
    writeln!(out, "{json}")
}

fn said(words: impl Fn(Language) -> String) -> Json {
    json!({ "en": words(Language::En), "fi": words(Language::Fi), "sv": words(Language::Sv) })
}

fn text(text: Text) -> Json {
    said(|language| text.get(language).to_owned())
}

fn value(value: &Value) -> Json {
    said(|language| value.display(language).to_string())
}

fn date(date: Option<Date>) -> Json {
    date.map_or(Json::Null, |date| json!(date.to_string()))
}

fn days(validity: Validity) -> Json {
    json!({ "from": date(validity.from), "until": date(validity.until) })
}

pub(super) fn decision(explanation: &Explanation, out: &mut dyn Write) -> io::Result<()> {
    line(
        out,
        &json!({ "format": 1, "decision": verdict(explanation) }),
    )
}

fn verdict(explanation: &Explanation) -> &'static str {
    if explanation.decision.is_permit() {
        "permit"
    } else {
        "deny"
    }
}

pub(super) fn explanation(
    explanation: &Explanation,
    all: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let links = |links: &mut dyn Iterator<Item = &Link>| -> Vec<Json> {
        links
            .map(|link| {
                let responsible = link.responsible;
                found(link.requirement, &link.outcome, Some(responsible))
            })
            .collect()
    };
    let mut report = json!({
        "format": 1,
        "decision": verdict(explanation),
        "undetermined": explanation.is_undetermined(),
        "right": explanation.right.as_ref().map(right),
        "missing": links(&mut explanation.missing()),
        "questions": links(&mut explanation.questions()),
    });
    if all && let Some(fields) = report.as_object_mut() {
        fields.insert("links".into(), links(&mut explanation.links.iter()).into());
    }
    line(out, &report)
}

/// A clause, and the editions that have it there; `last` is null while it stands.
fn citation(citation: &Citation) -> Json {
    json!({
        "document": citation.document.id,
        "clause": citation.clause,
        "editions": citation.editions.map(|editions| json!({
            "first": editions.first.to_string(),
            "last": editions.last.map(|last| last.to_string()),
        })),
        "since": citation.editions.map(|editions| editions.first.to_string()),
    })
}

fn found(
    requirement: &Requirement,
    outcome: &Outcome,
    responsible: Option<ResponsibleParty>,
) -> Json {
    let mut object = json!({
        "requirement": requirement.id(),
        "outcome": outcome.kind().code(),
        "statement": text(requirement.statement()),
        "fault": text(requirement.fault()),
        "remedy": text(requirement.remedy()),
        "reading": requirement.reading().map(text),
        "citations": requirement.citations().iter().map(citation).collect::<Vec<_>>(),
    });
    let Some(fields) = object.as_object_mut() else {
        return object;
    };
    if let Some(responsible) = responsible {
        let who = json!({ "code": responsible.code(), "name": text(responsible.name()) });
        fields.insert("responsible".into(), who);
    }
    match outcome {
        Outcome::Violated { found, required } => {
            fields.insert("found".into(), value(found));
            fields.insert("required".into(), value(required));
        }
        Outcome::Undetermined(why) => {
            fields.insert("why".into(), json!(why.code()));
            match why {
                Why::InputMissing(missing) => {
                    let missing = missing.iter().map(ToString::to_string);
                    fields.insert("fields".into(), missing.collect());
                }
                Why::GuideSilent(question) | Why::GuideAmbiguous(question) => {
                    fields.insert("question".into(), text(*question));
                }
                Why::ByReading(by) => {
                    fields.insert("question".into(), text(by.reading));
                    fields.insert("found".into(), value(&by.found));
                    fields.insert("required".into(), value(&by.required));
                }
                _ => {}
            }
        }
        _ => {}
    }
    object
}

fn right(right: &Right) -> Json {
    json!({
        "for": right.subject.to_string(),
        "access_point": right.access_point.to_string(),
        "service": right.service.code(),
        "from": date(right.validity.from),
        "until": date(right.validity.until),
        "organiser": right.organiser,
        "basis": right.basis.kind.code(),
        "agreed": date(right.basis.agreed),
        "reference": right.basis.reference,
    })
}

/// A list under its name, with whether the data set may still be relied on.
fn listed(
    index: &AddressIndex,
    day: Date,
    name: &str,
    list: impl Iterator<Item = Json>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let report = json!({
        "format": 1,
        "on": day.to_string(),
        "expired": index.is_expired(day),
        "expires": index.header().expires.to_string(),
        name: list.collect::<Vec<_>>(),
    });
    line(out, &report)
}

pub(super) fn rights(
    index: &AddressIndex,
    rights: &[Permitted],
    day: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let all = rights.iter().map(
        |permitted| json!({ "right": right(&permitted.right), "permits": days(permitted.permits) }),
    );
    listed(index, day, "rights", all, out)
}

pub(super) fn access_points(
    index: &AddressIndex,
    speakers: &[Speaker<'_>],
    day: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let all = speakers.iter().map(|speaker| {
        let point = speaker.access_point;
        json!({
            "range": speaker.range.to_string(),
            "id": point.id,
            "oid": point.oid.to_string(),
            "administrator": point.administrator,
        })
    });
    listed(index, day, "access_points", all, out)
}

pub(super) fn expiring(
    index: &AddressIndex,
    ending: &[Expiring],
    day: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let all = ending.iter().map(|end| {
        json!({
            "on": end.on.to_string(),
            "what": end.what,
            "stops": end.rights.iter().map(right).collect::<Vec<_>>(),
        })
    });
    listed(index, day, "expiring", all, out)
}
