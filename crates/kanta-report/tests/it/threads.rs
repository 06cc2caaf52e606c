//! Reports are made on several threads and told on one: shown by the compiler.

use std::error::Error;

use kanta_report::asking::{AskedPlan, NoSheet, WrongAnswer};
use kanta_report::picture::{NoSuchFailure, PictureView, Table};
use kanta_report::schemars::Schema;
use kanta_report::settled::{
    AcceptFault, Acceptances, Baseline, NewBaseline, NotABaseline, Settled,
};
use kanta_report::text::Tally;
use kanta_report::view::{
    AdmissionReport, AttemptAnswer, CertificateReport, Checked, CheckedCertificate, DecisionReport,
    DifferenceReport, EditionsReport, Endings, ExpiringReport, Explanation, FailuresReport,
    GatewayReport, IndexChanges, IndexReport, JudgedPlan, LogSummary, LogVerification, OidReport,
    PlanReport, QuestionsReport, ReadyReport, ReasonsReport, RefusedInput, ReportSheet,
    RightsReport, ShownCertificate, TrialReport, UnreadWorkbook, VectorsReport, WhatReport, Words,
};
use kanta_report::{Format, Printer};

const fn shared<T: Send + Sync>() {}
/// What `anyhow` and `Box<dyn Error + Send + Sync>` take.
const fn error<T: Error + Send + Sync + 'static>() {}

#[test]
fn types_are_shared_among_threads() {
    shared::<AskedPlan>();
    shared::<PictureView>();
    shared::<Table>();
    shared::<(AcceptFault, Acceptances, Baseline, NewBaseline, Settled)>();
    shared::<(Format, Tally, Words)>();
    shared::<Printer<PlanReport>>();
    shared::<ReportSheet<'_>>();
    shared::<(CheckedCertificate<'_>, JudgedPlan<'_>, Endings)>();
    shared::<(Checked<PlanReport>, RefusedInput)>();
    shared::<(AdmissionReport, AttemptAnswer, CertificateReport)>();
    shared::<(DecisionReport, DifferenceReport, EditionsReport)>();
    shared::<(ExpiringReport, Explanation, FailuresReport)>();
    shared::<(GatewayReport, IndexChanges, IndexReport)>();
    shared::<(LogSummary, LogVerification, OidReport)>();
    shared::<(QuestionsReport, ReadyReport, ReasonsReport)>();
    shared::<(RightsReport, ShownCertificate, TrialReport)>();
    shared::<(VectorsReport, WhatReport)>();
}

#[test]
fn errors_are_errors() {
    error::<NoSheet>();
    error::<NoSuchFailure>();
    error::<NotABaseline>();
    error::<UnreadWorkbook>();
    error::<WrongAnswer>();
}

#[test]
fn an_error_says_what_its_messages_say_in_english() {
    let wrong = WrongAnswer::NoField {
        nearest: Some("party.kind".to_owned()),
    };
    let [message] = &wrong.messages()[..] else {
        panic!("one field, one message")
    };
    assert_eq!(wrong.to_string(), message.en);
    let refused = kanta_policy::PlanFile::read(b"[party]\nkind = 1\nnam = \"x\"\n", &mut |_| {
        panic!("no file is named")
    });
    let faults = refused.unwrap_err();
    let each: Vec<_> = faults
        .iter()
        .map(|fault| fault.message(kanta_conformance::Language::En))
        .collect();
    assert!(each.len() > 1, "{each:?}");
    assert_eq!(WrongAnswer::Faults(faults).to_string(), each.join("; "));
    assert_eq!(
        UnreadWorkbook::OtherKind("ODS").to_string(),
        "ODS is not read; save the sheet as “CSV UTF-8”"
    );
}

/// The schema that `schema::schema` gives is named by the crate that this one hands on.
#[test]
fn what_the_signatures_name_can_be_named() {
    let schema: Schema = kanta_report::schema::schema("oid").unwrap();
    assert!(schema.as_object().is_some());
}
