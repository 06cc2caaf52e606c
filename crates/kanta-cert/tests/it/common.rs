//! What the tests of the profiles share.

use kanta_cert::{Certificate, CertificateRequest, Profile, Question};
use kanta_conformance::{Date, Language, Outcome, OutcomeKind, Value};
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

/// A value in DER: its tag, its length, and what it holds.
pub(crate) fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let [high, low] = u16::try_from(content.len()).unwrap().to_be_bytes();
    let header = match (high, low) {
        (0, ..=0x7f) => vec![tag, low],
        (0, _) => vec![tag, 0x81, low],
        _ => vec![tag, 0x82, high, low],
    };
    [header, content].concat()
}

/// The bytes with one stretch of them written in another way wherever it stands.
pub(crate) fn rewritten(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let mut bytes = bytes.to_vec();
    let places: Vec<usize> = (0..bytes.len())
        .filter(|at| bytes[*at..].starts_with(old))
        .collect();
    assert!(!places.is_empty(), "{old:x?} stands nowhere");
    for at in places {
        bytes[at..at + new.len()].copy_from_slice(new);
    }
    bytes
}

/// What a value is told as, in each language.
pub(crate) fn in_each(value: &Value) -> [String; 3] {
    Language::ALL.map(|language| value.display(language).to_string())
}
