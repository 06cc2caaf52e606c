//! The catalogue of requirements, and one requirement explained.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Certainty, Citation, Day, Evidence, InForce, JudgedOn, Level, Words};

/// A requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Requirement {
    /// Its id.
    pub id: String,
    /// How binding it is.
    pub level: Level,
    /// How it is known.
    pub certainty: Certainty,
    /// What its findings rest on.
    pub evidence: Evidence,
    /// Where it stands.
    pub citations: Vec<Citation>,
    /// When it is in force.
    pub in_force: InForce,
    /// The day that decides whether it is.
    pub judged_on: JudgedOn,
    /// What it asks for.
    pub statement: Words,
    /// The fault, as a sentence.
    pub fault: Words,
    /// What to do about it, or whom to ask.
    pub remedy: Words,
    /// The reading taken where the text is ambiguous.
    pub reading: Option<Words>,
    /// Why it exists.
    pub purpose: Option<Words>,
    /// A part of a plan or of an index that breaks it, and the same mended.
    pub example: Option<Example>,
    /// The fields that it reads.
    pub fields: Vec<String>,
    /// Whether it is in force on the day asked about, where one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<OnDay>,
}

/// A part of a plan or of an index that breaks a requirement, and the same mended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Example {
    /// What breaks it.
    pub before: String,
    /// What satisfies it.
    pub after: String,
}

/// Whether a requirement is in force on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct OnDay {
    /// The day.
    pub day: Day,
    /// `yes`, `no` or `unknown`.
    pub in_force: String,
}

/// One requirement, explained: with the fields and the example of each list in which it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Explanation {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The name that was asked for.
    pub asked: String,
    /// The requirement, once for each list.
    pub explained: Vec<Explained>,
    /// The nearest names, where there is no such requirement.
    pub nearest: Vec<String>,
}

/// A requirement in one list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Explained {
    /// What is held against it: `plans`, `checklist` or `index`.
    pub held: String,
    /// The requirement.
    #[serde(flatten)]
    pub of: Requirement,
}
