//! The report for machines: one JSON object on one line for each plan.

use std::io::{self, Write};

use kanta_conformance::{
    Bound, Certainty, Citation, Evidence, Finding, Gap, Ground, InForce, Language, Level, Outcome,
    Text, Value, Why,
};
use serde_json::{Value as Json, json};

use crate::commands::check::Checked;

/// Writes the report on one plan.
pub(crate) fn write(checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
    let assessment = &checked.assessment;
    let counts = assessment.counts();
    let plan = &checked.file.plan;
    let has_certificates = plan
        .access_points
        .iter()
        .any(|point| point.certificate.is_some())
        || plan.signature_certificate.is_some();
    let not_checked: &[&str] = if has_certificates && plan.trust.is_none() {
        &["path-and-revocation"]
    } else {
        &[]
    };
    let report = json!({
        "format": 1,
        "plan": checked.name,
        "on": assessment.on.to_string(),
        "edition": assessment.edition.map(|edition| edition.version.to_string()),
        "later_edition_possible": assessment.may_be_outdated(),
        "verdict": assessment.verdict().code(),
        "gaps": assessment.gaps.iter().copied().map(gap).collect::<Vec<_>>(),
        "not_checked": not_checked,
        "missing_files": super::absent::json(&checked.file),
        "counts": {
            "violated": counts.violated,
            "undetermined": counts.undetermined,
            "satisfied": counts.satisfied,
            "attested": counts.attested,
            "ruled": counts.ruled,
            "recommendations": counts.advice,
            "notes": counts.notes,
            "not_applicable": counts.not_applicable,
            "not_in_force": counts.not_in_force,
        },
        "unused": kanta_policy::unused(plan, assessment).iter().map(|its| json!({
            "path": its.path,
            "place": place(checked, &its.path),
            "requirement": its.requirement,
            "words": its.words,
        })).collect::<Vec<_>>(),
        "findings": assessment.findings.iter().map(|f| finding(checked, f)).collect::<Vec<_>>(),
    });
    writeln!(out, "{report}")
}

pub(super) fn finding(checked: &Checked, finding: &Finding) -> Json {
    let requirement = finding.requirement;
    let path = finding.path.to_string();
    let mut object = json!({
        "requirement": requirement.id,
        "level": level(requirement.level),
        "certainty": certainty(requirement.certainty),
        "evidence": evidence(requirement.evidence),
        "outcome": finding.outcome.kind().code(),
        "subject": finding.path.subject(),
        "field": finding.path.field(),
        "path": path,
        "place": place(checked, &path),
        "citations": requirement.citations.iter().map(citation).collect::<Vec<_>>(),
        "in_force": in_force(requirement.in_force),
        "statement": text(requirement.statement),
        "fault": text(requirement.fault),
        "remedy": text(requirement.remedy),
        "reading": requirement.reading.map(text),
    });
    let Some(fields) = object.as_object_mut() else {
        return object;
    };
    match &finding.outcome {
        Outcome::Violated { found, required } => {
            fields.insert("found".into(), value(found));
            fields.insert("required".into(), value(required));
        }
        Outcome::Undetermined(why) => {
            fields.insert("why".into(), json!(why.code()));
            match why {
                Why::InputMissing(missing) => {
                    let missing = missing.iter().map(|field| {
                        let path = field.to_string();
                        json!({ "path": path, "place": place(checked, &path) })
                    });
                    fields.insert("missing".into(), missing.collect());
                }
                Why::GuideSilent(question) | Why::GuideAmbiguous(question) => {
                    fields.insert("question".into(), text(*question));
                }
                Why::ByReading(by) => {
                    fields.insert("question".into(), text(by.reading));
                    fields.insert("found".into(), value(&by.found));
                    fields.insert("required".into(), value(&by.required));
                }
                Why::EvidenceOutside(document) => {
                    fields.insert("document".into(), json!(document.id));
                }
                Why::Unchecked(obstacle) => {
                    fields.insert("obstacle".into(), value(obstacle));
                }
                Why::DateUnknown => {}
            }
        }
        _ => {}
    }
    if let Some(ground) = &finding.ground {
        fields.insert("ground".into(), said(ground));
    }
    object
}

pub(super) fn said(ground: &Ground) -> Json {
    match ground {
        Ground::Attested(a) => json!({
            "kind": "attestation", "met": a.met, "by": a.by, "on": a.on.to_string(), "ground": a.ground,
        }),
        Ground::Ruled(r) => json!({
            "kind": "ruling", "met": r.met, "by": r.by, "on": r.on.to_string(), "reference": r.reference,
        }),
    }
}

fn place(checked: &Checked, path: &str) -> Json {
    checked.file.place(path).map_or(
        Json::Null,
        |place| json!({ "file": checked.name, "line": place.line, "column": place.column }),
    )
}

/// A text in three languages.
pub(super) fn text(text: Text) -> Json {
    json!({ "en": text.en, "fi": text.fi, "sv": text.sv })
}

pub(super) fn value(value: &Value) -> Json {
    Language::ALL
        .into_iter()
        .map(|language| {
            (
                language.code().to_owned(),
                json!(value.display(language).to_string()),
            )
        })
        .collect::<serde_json::Map<_, _>>()
        .into()
}

pub(super) fn citation(citation: &Citation) -> Json {
    json!({
        "document": citation.document.id,
        "clause": citation.clause,
        "editions": citation.editions.map(|editions| json!({
            "first": editions.first.to_string(),
            "last": editions.last.map(|last| last.to_string()),
        })),
    })
}

pub(super) fn in_force(in_force: InForce) -> Json {
    let bound = |bound: Bound| match bound {
        Bound::On(date) => json!({ "on": date.to_string() }),
        Bound::Between { not_yet, seen } => json!({
            "not_yet": not_yet.map(|date| date.to_string()),
            "seen": seen.to_string(),
        }),
        Bound::NotYet(date) => json!({ "not_yet": date.to_string(), "seen": null }),
        Bound::Open => Json::Null,
    };
    json!({ "from": bound(in_force.from), "until": bound(in_force.until) })
}

pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Must => "must",
        Level::Should => "should",
        Level::Note => "note",
    }
}

pub(super) const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Documented => "documented",
        Certainty::Interpreted => "interpreted",
        Certainty::Inferred => "inferred",
        Certainty::Observed => "observed",
    }
}

pub(super) const fn evidence(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Computed => "computed",
        Evidence::Stated => "stated",
        Evidence::Attested => "attested",
    }
}

pub(super) const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::NoParty => "no-party",
        Gap::NoService => "no-service",
        Gap::NoAccessPoint => "no-access-point",
        Gap::NoApplicableMust => "no-applicable-must",
        Gap::BeforeFirstEdition => "before-first-edition",
        _ => "other",
    }
}
