//! What a plan leaves open, to be asked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Finding, Words};

/// What a plan leaves open: a question for every field that the checklist or the guide asks for and that is not filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct QuestionsReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub plan: String,
    /// The day asked about.
    pub on: Day,
    /// The questions, those of the checklist for going live in its order, then those of the guide in its order.
    pub questions: Vec<OpenQuestion>,
}

/// A field that is not filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct OpenQuestion {
    /// The path of the field, by which it is answered: `access_point.ap1.country`.
    pub field: String,
    /// What it tells.
    pub about: Words,
    /// The words that it takes; empty where it takes something else.
    pub choices: Vec<Choice>,
    /// An example, as TOML has it.
    pub example: String,
    /// The first finding that asks for it.
    pub asked_by: Finding,
}

/// A word that answers a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Choice {
    /// The word as a plan has it.
    pub code: String,
    /// What it means.
    pub name: Words,
}
