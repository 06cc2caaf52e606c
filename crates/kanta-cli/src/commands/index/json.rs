//! The reports for machines: one JSON object on one line.

use std::io::{self, Write};

use kanta_address_index::{
    AccessPoint, AddressIndex, Changes, Expiring, Explanation, Link, Mender, Permitted, Right,
    Span, Trial, Validity,
};
use kanta_conformance::{Date, Finding, Language, Outcome, Requirement, Text, Value, Why};
use serde_json::{Value as Json, json};

use super::input::Problem;

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

pub(crate) fn problem(names: &[String], problem: &Problem, out: &mut dyn Write) -> io::Result<()> {
    let name = |source: u32| {
        let at = usize::try_from(source).ok();
        at.and_then(|at| names.get(at))
    };
    let place = |place: &kanta_address_index::Place| {
        let number = |number: u32| {
            if number > 0 {
                json!(number)
            } else {
                Json::Null
            }
        };
        json!({
            "file": name(place.source),
            "line": number(place.line),
            "column": number(place.column),
            "path": place.path,
        })
    };
    let faults = match problem {
        Problem::Faults(faults) => faults
            .as_slice()
            .iter()
            .map(|fault| {
                json!({
                    "place": place(&fault.place),
                    "other": fault.other.as_ref().map(place),
                    "message": said(|language| fault.message(language)),
                })
            })
            .collect(),
        Problem::File(fault) => {
            vec![json!({
                "place": { "file": names.first() },
                "message": said(|language| fault.message(language)),
            })]
        }
        Problem::Unknown { option, word } => vec![json!({ "option": option, "word": word })],
    };
    line(out, &json!({ "format": 1, "faults": faults }))
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
            .map(|link| found(link.requirement, &link.outcome, Some(link.mender)))
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

fn found(requirement: &Requirement, outcome: &Outcome, mender: Option<Mender>) -> Json {
    let citations = requirement.citations.iter().map(|citation| {
        json!({
            "document": citation.document.id,
            "clause": citation.clause,
            "since": citation.editions.map(|editions| editions.first.to_string()),
        })
    });
    let mut object = json!({
        "requirement": requirement.id,
        "outcome": outcome.kind().code(),
        "fault": text(requirement.fault),
        "remedy": text(requirement.remedy),
        "citations": citations.collect::<Vec<_>>(),
    });
    let Some(fields) = object.as_object_mut() else {
        return object;
    };
    if let Some(mender) = mender {
        let who = json!({ "code": mender.code(), "name": text(mender.name()) });
        fields.insert("mender".into(), who);
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

pub(super) fn findings(
    index: &AddressIndex,
    findings: &[Finding],
    day: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let found = findings.iter().map(|finding| {
        let mut object = found(finding.requirement, &finding.outcome, None);
        if let Some(fields) = object.as_object_mut() {
            fields.insert("path".into(), json!(finding.path.to_string()));
        }
        object
    });
    let report = json!({
        "format": 1,
        "version": index.header().version,
        "on": day.to_string(),
        "expired": index.is_expired(day),
        "rights": index.len(),
        "findings": found.collect::<Vec<_>>(),
    });
    line(out, &report)
}

pub(super) fn rights(rights: &[Permitted], out: &mut dyn Write) -> io::Result<()> {
    let all = rights.iter().map(
        |permitted| json!({ "right": right(&permitted.right), "permits": days(permitted.permits) }),
    );
    line(
        out,
        &json!({ "format": 1, "rights": all.collect::<Vec<_>>() }),
    )
}

pub(super) fn access_points(points: &[&AccessPoint], out: &mut dyn Write) -> io::Result<()> {
    let all = points.iter().map(|point| {
        json!({
            "id": point.id,
            "oid": point.oid.to_string(),
            "administrator": point.administrator,
        })
    });
    line(
        out,
        &json!({ "format": 1, "access_points": all.collect::<Vec<_>>() }),
    )
}

pub(super) fn expiring(ending: &[Expiring], out: &mut dyn Write) -> io::Result<()> {
    let all = ending
        .iter()
        .map(|end| json!({ "on": end.on.to_string(), "what": end.what }));
    line(
        out,
        &json!({ "format": 1, "expiring": all.collect::<Vec<_>>() }),
    )
}

fn spans(spans: &[Span]) -> Json {
    let all = spans.iter().map(|span| {
        json!({
            "for": span.subject.to_string(),
            "access_point": span.access_point.to_string(),
            "service": span.service.code(),
            "from": date(span.days.from),
            "until": date(span.days.until),
        })
    });
    all.collect()
}

pub(super) fn changes(changes: &Changes, out: &mut dyn Write) -> io::Result<()> {
    let report = json!({
        "format": 1,
        "gained": spans(&changes.gained),
        "lost": spans(&changes.lost),
    });
    line(out, &report)
}

pub(super) fn trial(trial: &Trial, out: &mut dyn Write) -> io::Result<()> {
    let report = json!({
        "format": 1,
        "gained": spans(&trial.changes.gained),
        "lost": spans(&trial.changes.lost),
        "broken": spans(&trial.broken),
    });
    line(out, &report)
}
