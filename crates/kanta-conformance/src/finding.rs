//! A finding: what a row found about one subject, and where.

use crate::{Attestation, FieldPath, Outcome, Requirement, Ruling};

/// What a finding rests on beside the row's own evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Ground {
    /// Somebody attests it.
    Attested(Attestation),
    /// Somebody decided where the guide is silent or ambiguous.
    Ruled(Ruling),
}

/// What one row found about one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Finding {
    /// The requirement.
    pub requirement: &'static Requirement,
    /// The subject and its field.
    pub path: FieldPath,
    /// What was found.
    pub outcome: Outcome,
    /// The attestation or ruling that it rests on, if any.
    pub ground: Option<Ground>,
}
