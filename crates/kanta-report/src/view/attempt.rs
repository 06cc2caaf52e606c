//! What came of one attempt of many.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use super::Decision;

/// What came of one attempt of many: a line, whose members stand in the order of the alphabet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct AttemptAnswer {
    /// What it came to.
    pub decision: Answered,
    /// The line on which it was asked, counted from 1.
    pub line: u64,
    /// Why it cannot be read, or why it could not be recorded.
    pub message: Option<String>,
    /// The ids of the requirements that are not kept.
    pub missing: Vec<String>,
    /// The ids of the requirements on which the guide is silent or ambiguous.
    pub questions: Vec<String>,
    /// By what peer and operator speak of it, where it is on record.
    pub reference: Option<String>,
    /// What another index decides, where one is decided beside: none where it decides the same.
    #[serde(
        default,
        deserialize_with = "beside",
        skip_serializing_if = "Option::is_none"
    )]
    pub shadow: Option<Option<Decision>>,
}

/// What an attempt came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Answered {
    /// It is permitted.
    Permit,
    /// It is denied.
    #[default]
    Deny,
    /// The line is no attempt.
    Unreadable,
}

impl Answered {
    /// Its word in machine-readable output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Permit => "permit",
            Self::Deny => "deny",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Null is told from a key that is not there.
fn beside<'de, D: Deserializer<'de>>(its: D) -> Result<Option<Option<Decision>>, D::Error> {
    Option::deserialize(its).map(Some)
}
