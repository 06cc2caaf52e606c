//! The decision for machines: one JSON object on one line.

use std::io::{self, Write};

use kanta_admission::audit::Record;
use kanta_admission::{Attempt, Connection, Link};
use kanta_conformance::{Edition, Language, Outcome, Text, Value, Why};
use kanta_report::words::clauses;
use serde_json::{Value as Json, json};

use super::{AdmitArgs, Decided, Decider};

pub(super) fn explanation(
    args: &AdmitArgs,
    decider: &Decider,
    (connection, attempt): (&Connection, &Attempt),
    decided: &Decided,
    out: &mut dyn Write,
) -> io::Result<()> {
    let explanation = &decided.explanation;
    let record = Record::of(&decider.state, connection.presented(), attempt, explanation);
    let edition = Edition::on(attempt.at.finnish_day());
    let list = |links: &mut dyn Iterator<Item = &Link>| -> Vec<Json> {
        links.map(|link| self::link(link, edition)).collect()
    };
    let mut report = json!({
        "format": 1,
        "decision": if decided.permits() { "permit" } else { "deny" },
        "undetermined": explanation.is_undetermined(),
        "at": record.at,
        "peer": record.peer,
        "for": record.subject,
        "service": record.service,
        "tenant": record.tenant,
        "service_unit": record.service_unit,
        "right": record.right,
        "rests_on": record.rests_on,
        "edition": record.edition,
        "reference": decided.reference,
        "unrecorded": decided.unrecorded,
        "missing": list(&mut explanation.missing()),
        "questions": list(&mut explanation.questions()),
    });
    if decider.shadow.is_some()
        && let Some(fields) = report.as_object_mut()
    {
        let told = decided.difference.as_ref().map(|difference| {
            let missing = difference.shadow.missing();
            json!({
                "decision": if difference.would_permit() { "permit" } else { "deny" },
                "missing": missing.map(|link| link.requirement.id()).collect::<Vec<_>>(),
            })
        });
        fields.insert("shadow".into(), json!(told));
    }
    if args.all
        && let Some(fields) = report.as_object_mut()
    {
        fields.insert("links".into(), list(&mut explanation.links()).into());
    }
    writeln!(out, "{report}")
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

fn link(link: &Link, edition: Option<&Edition>) -> Json {
    let requirement = link.requirement;
    let (mut found, mut required, mut why, mut open) =
        (Json::Null, Json::Null, Json::Null, Json::Null);
    let mut fields: Vec<String> = Vec::new();
    match &link.outcome {
        Outcome::Violated {
            found: is,
            required: should,
        } => {
            (found, required) = (value(is), value(should));
        }
        Outcome::Undetermined(reason) => {
            why = json!(reason.code());
            match reason {
                Why::InputMissing(missing) => {
                    fields = missing.iter().map(ToString::to_string).collect();
                }
                Why::GuideSilent(question) | Why::GuideAmbiguous(question) => {
                    open = text(*question)
                }
                Why::Unchecked(obstacle) => open = value(obstacle),
                Why::ByReading(by) => {
                    (found, required) = (value(&by.found), value(&by.required));
                    open = text(by.reading);
                }
                _ => {}
            }
        }
        _ => {}
    }
    json!({
        "requirement": requirement.id(),
        "outcome": link.outcome.kind().code(),
        "why": why,
        "fields": fields,
        "found": found,
        "required": required,
        "open": open,
        "statement": text(requirement.statement()),
        "fault": text(requirement.fault()),
        "remedy": text(requirement.remedy()),
        "reading": requirement.reading().map(text),
        "clauses": said(|language| clauses(requirement.citations(), edition, language)),
        "responsible": { "code": link.responsible.code(), "name": text(link.responsible.name()) },
    })
}
