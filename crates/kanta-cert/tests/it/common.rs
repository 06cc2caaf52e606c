//! What the tests of the profiles share.

use kanta_cert::{Certificate, CertificateRequest, Profile, Question};
use kanta_conformance::{Date, Language, Outcome, OutcomeKind};
use kanta_testkit::{CertificateBuilder, RequestBuilder};

/// A day inside the validity of the good certificates.
pub(crate) const DAY: Date = Date::constant(2025, 12, 1);

pub(crate) fn certificate(builder: &CertificateBuilder) -> Certificate {
    Certificate::from_der(&builder.clone().without_signing().der()).unwrap()
}

pub(crate) fn request(builder: &RequestBuilder) -> CertificateRequest {
    CertificateRequest::from_der(&builder.der()).unwrap()
}

/// The ids of the requirements with that kind of outcome.
pub(crate) fn with(
    kind: OutcomeKind,
    profile: Profile,
    builder: &CertificateBuilder,
    question: &Question<'_>,
) -> Vec<&'static str> {
    profile
        .outcomes(&certificate(builder), question)
        .into_iter()
        .filter(|(_, outcome)| outcome.kind() == kind)
        .map(|(requirement, _)| requirement.id())
        .collect()
}

/// The ids of the violated requirements.
pub(crate) fn violated(
    profile: Profile,
    builder: &CertificateBuilder,
    question: &Question<'_>,
) -> Vec<&'static str> {
    with(OutcomeKind::Violated, profile, builder, question)
}

/// The outcome of one requirement.
pub(crate) fn outcome(
    profile: Profile,
    builder: &CertificateBuilder,
    question: &Question<'_>,
    id: &str,
) -> Outcome {
    let outcomes = profile.outcomes(&certificate(builder), question);
    let found = outcomes
        .into_iter()
        .find(|(requirement, _)| requirement.id() == id);
    found.unwrap_or_else(|| panic!("{id} was not run")).1
}

/// What was found and what is required, in English words.
pub(crate) fn words(outcome: &Outcome) -> (String, String) {
    match outcome {
        Outcome::Violated { found, required } => (
            found.display(Language::En).to_string(),
            required.display(Language::En).to_string(),
        ),
        other => panic!("not violated: {other:?}"),
    }
}
