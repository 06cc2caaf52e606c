//! A certificate against its profile, for machines: one JSON object on one line.

use std::io::{self, Write};

use kanta_cert::CertificateOrRequest;
use kanta_conformance::{Finding, Language, Level, Outcome, Why};
use serde_json::{Value as Json, json};

use crate::commands::cert::{CheckedCertificate, Unreadable};
use crate::report::json as shared;

/// Writes the report on one certificate or request.
pub(crate) fn json(checked: &CheckedCertificate<'_>, out: &mut dyn Write) -> io::Result<()> {
    let assessment = &checked.assessment;
    let counts = assessment.counts();
    let (kind, request) = super::kind(checked.document, checked.issuers);
    let not_asked: Vec<&str> = checked
        .profile
        .not_asked(checked.question)
        .map(|requirement| requirement.id)
        .collect();
    let validity = match checked.document {
        CertificateOrRequest::Certificate(certificate) => {
            let validity = certificate.validity();
            let last = validity.not_after.finnish_day();
            json!({
                "not_before": validity.not_before.to_string(),
                "not_after": validity.not_after.to_string(),
                "days_left": assessment.on.days_until(last),
            })
        }
        CertificateOrRequest::Request(_) => Json::Null,
    };
    let report = json!({
        "format": 1,
        "file": checked.name,
        "number": checked.number.0,
        "request": request,
        "kind": kind.code(),
        "profile": checked.profile.code(),
        "validity": validity,
        "on": assessment.on.to_string(),
        "edition": assessment.edition.map(|edition| edition.version.to_string()),
        "verdict": assessment.verdict().code(),
        "gaps": assessment.gaps.iter().copied().map(shared::gap).collect::<Vec<_>>(),
        "not_asked": not_asked,
        "not_judged": super::not_judged_codes(checked),
        "trust": super::trust::json(checked),
        "counts": {
            "violated": counts.violated,
            "undetermined": counts.undetermined,
            "satisfied": counts.satisfied,
            "recommendations": counts.advice,
            "notes": counts.notes,
            "not_applicable": counts.not_applicable,
            "not_in_force": counts.not_in_force,
        },
        "findings": assessment
            .findings
            .iter()
            .map(|it| finding(it, checked))
            .collect::<Vec<_>>(),
    });
    writeln!(out, "{report}")
}

fn finding(finding: &Finding, checked: &CheckedCertificate<'_>) -> Json {
    let requirement = finding.requirement;
    let mut object = json!({
        "requirement": requirement.id,
        "level": shared::level(requirement.level),
        "certainty": shared::certainty(requirement.certainty),
        "evidence": shared::evidence(requirement.evidence),
        "outcome": finding.outcome.kind().code(),
        "citations": requirement.citations.iter().map(shared::citation).collect::<Vec<_>>(),
        "in_force": shared::in_force(requirement.in_force),
    });
    let Some(fields) = object.as_object_mut() else {
        return object;
    };
    let mut add = |name: &str, value: Json| fields.insert(name.to_owned(), value);
    match &finding.outcome {
        Outcome::Violated { found, required } => {
            add("found", shared::value(found));
            add("required", shared::value(required));
        }
        Outcome::Undetermined(why) => {
            add("why", json!(why.code()));
            if let Some(found) = checked.profile.found(requirement, checked.document) {
                add("found", shared::value(&found));
            }
            match why {
                Why::GuideSilent(question) | Why::GuideAmbiguous(question) => {
                    add("question", shared::text(*question));
                }
                Why::ByReading(by) => {
                    add("question", shared::text(by.reading));
                    add("found", shared::value(&by.found));
                    add("required", shared::value(&by.required));
                }
                Why::EvidenceOutside(document) => {
                    add("document", json!(document.id));
                }
                Why::Unchecked(obstacle) => {
                    add("obstacle", shared::value(obstacle));
                }
                _ => {}
            }
        }
        _ => return object,
    }
    add("statement", shared::text(requirement.statement));
    add("fault", shared::text(requirement.fault));
    add("remedy", shared::text(requirement.remedy));
    if requirement.level != Level::Note
        && let Some(reading) = requirement.reading
    {
        add("reading", shared::text(reading));
    }
    object
}

/// One object for a file that cannot be read, in the place of its report.
pub(crate) fn fault_json(name: &str, fault: &Unreadable, out: &mut dyn Write) -> io::Result<()> {
    let byte = match fault {
        Unreadable::Content(error) => error.offset(),
        Unreadable::File(_) => None,
    };
    let object = json!({
        "format": 1,
        "file": name,
        "verdict": null,
        "fault": {
            "byte": byte,
            "message": {
                "en": fault.message(Language::En),
                "fi": fault.message(Language::Fi),
                "sv": fault.message(Language::Sv),
            },
        },
    });
    writeln!(out, "{object}")
}
