//! The JSON Schema (2020-12) of everything that is written as JSON, made from the types.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use crate::picture::PictureView;
use crate::view::{
    AdmissionReport, AttemptAnswer, CertificateReport, Checked, DecisionReport, DifferenceReport,
    EditionsReport, ExpiringReport, Explanation, FailuresReport, GatewayReport, IndexChanges,
    IndexExpiringReport, IndexReport, LogSummary, LogVerification, OidReport, PermittedReport,
    PlanReport, QuestionsReport, ReadyReport, ReasonsReport, Requirement, RightsReport,
    ShownCertificate, TrialReport, VectorsReport, WhatReport,
};

/// The schema of a command's JSON: its name, and the schema.
type Named = (&'static str, fn() -> Schema);

const SCHEMAS: [Named; 28] = [
    ("admit", of::<Checked<AdmissionReport>>),
    ("admit-batch", of::<AttemptAnswer>),
    ("ask", of::<Checked<QuestionsReport>>),
    ("audit-summary", of::<LogSummary>),
    ("audit-verify", of::<LogVerification>),
    ("cert", of::<Checked<CertificateReport>>),
    ("cert-show", of::<Checked<ShownCertificate>>),
    ("check", of::<Checked<PlanReport>>),
    ("diff", of::<Checked<DifferenceReport>>),
    ("draw", of::<PictureView>),
    ("editions", of::<Checked<EditionsReport>>),
    ("expiring", of::<ExpiringReport>),
    ("explain", of::<Explanation>),
    ("failures", of::<Checked<FailuresReport>>),
    ("gateway", of::<GatewayReport>),
    ("index-check", of::<Checked<IndexReport>>),
    ("index-decide", of::<Checked<DecisionReport>>),
    ("index-diff", of::<Checked<IndexChanges>>),
    ("index-expiring", of::<Checked<IndexExpiringReport>>),
    ("index-explain", of::<Checked<ReasonsReport>>),
    ("index-try", of::<Checked<TrialReport>>),
    ("index-what", of::<Checked<WhatReport>>),
    ("index-who", of::<Checked<PermittedReport>>),
    ("oid", of::<OidReport>),
    ("ready", of::<Checked<ReadyReport>>),
    ("requirements", of::<Vec<Requirement>>),
    ("rights", of::<Checked<RightsReport>>),
    ("vectors-run", of::<VectorsReport>),
];

/// The names of all, in their order: those of the commands, with `-` between words.
pub fn names() -> impl Iterator<Item = &'static str> {
    SCHEMAS.iter().map(|(name, _)| *name)
}

/// The schema of that name.
#[must_use]
pub fn schema(name: &str) -> Option<Schema> {
    let mut all = SCHEMAS.iter();
    all.find(|(own, _)| *own == name)
        .map(|(_, schema)| schema())
}

fn of<T: JsonSchema>() -> Schema {
    // What is written, not what is taken: a key that is always there is required.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>()
}
