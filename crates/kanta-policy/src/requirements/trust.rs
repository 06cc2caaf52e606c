//! The path and the revocation of a plan's certificates, where the plan says what it trusts.

use kanta_cert::{Certificate, Question, TrustStore};
use kanta_conformance::{Date, FieldPath, Finding, Outcome, OutcomeKind, Why};

use crate::plan::{Claim, ConnectionPlan, TrustFile};

/// Verifies every certificate of a plan; nothing is found where the plan trusts nothing.
pub(super) fn findings(plan: &ConnectionPlan, on: Date, findings: &mut Vec<Finding>) {
    let Some(files) = &plan.trust else {
        return;
    };
    let mut store = TrustStore::new();
    for file in files {
        // The reader has tried each file. One that is not taken in leaves the store without it,
        // and what it would have shown is not shown.
        let _ = store.trust(&file.file, &file.bytes);
    }
    let question = Question::on(on);
    findings.extend(store.findings_about_itself(&question, &FieldPath::table("trust")));
    let absent = absent(files);
    for (at, certificate) in certificates(plan) {
        for mut finding in store.findings(certificate, &question, &at) {
            // What a file that is not there would have shown may tell either way.
            if !absent.is_empty()
                && matches!(
                    finding.outcome.kind(),
                    OutcomeKind::Satisfied | OutcomeKind::Violated
                )
            {
                finding.outcome = Outcome::Undetermined(Why::InputMissing(absent.clone()));
            }
            findings.push(finding);
        }
    }
}

/// The entries of what is trusted that name a file that is not there.
fn absent(files: &[TrustFile]) -> Vec<FieldPath> {
    let entries = files.iter().enumerate();
    entries
        .filter(|(_, file)| file.bytes.is_empty())
        .map(|(index, _)| FieldPath::entry("trust", index))
        .collect()
}

/// Every certificate of a plan, with its place.
fn certificates(plan: &ConnectionPlan) -> Vec<(FieldPath, &Certificate)> {
    let mut all = Vec::new();
    for point in &plan.access_points {
        let at = FieldPath::named("access_point", &point.id);
        if let Some(Claim::Stated(certificate)) = &point.certificate {
            all.push((at.inner("certificate"), &certificate.certificate));
        }
        for (index, server) in point.servers.iter().flatten().enumerate() {
            if let Some(certificate) = &server.certificate {
                let at = at.inner_entry("servers", index).inner("certificate");
                all.push((at, &certificate.certificate));
            }
        }
    }
    let signature = match &plan.signature_certificate {
        Some(Claim::Stated(signature)) => signature.certificate.as_ref(),
        _ => None,
    };
    if let Some(certificate) = signature {
        all.push((
            FieldPath::table("signature_certificate"),
            &certificate.certificate,
        ));
    }
    all
}
