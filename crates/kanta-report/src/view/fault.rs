//! Why a file could not be judged.

use kanta_conformance::Language;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{FORMAT, Place, Words};

/// What keeps a file from being understood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Fault {
    /// What is wrong, in the language that was asked for.
    pub message: String,
    /// The same in each language.
    pub messages: Words,
    /// Where in the file it stands.
    pub place: Option<Place>,
    /// The other place, where two places of an index contradict each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<Place>,
    /// The byte, where the file is a certificate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byte: Option<usize>,
    /// The option of the command line that is meant, where it is none of a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// What that option says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// What it could name instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pharmacies: Option<Vec<String>>,
}

impl Fault {
    /// A fault of a file, or of a place in it.
    #[must_use]
    pub fn new(messages: Words, place: Option<Place>, language: Language) -> Self {
        Self {
            message: messages.get(language).to_owned(),
            messages,
            place,
            ..Self::default()
        }
    }
}

/// What is answered of a file that could not be understood: every fault of it, and no verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RefusedInput {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub file: String,
    /// The same, where it is a plan's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// Always null.
    pub verdict: (),
    /// Its faults, in the order of its lines.
    pub faults: Vec<Fault>,
}

impl RefusedInput {
    /// A file with its faults.
    #[must_use]
    pub fn new(file: impl Into<String>, faults: Vec<Fault>) -> Self {
        Self {
            format: FORMAT,
            file: file.into(),
            plan: None,
            verdict: (),
            faults,
        }
    }
}
