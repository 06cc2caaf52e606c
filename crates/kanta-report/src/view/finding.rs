//! A finding, in one shape wherever it comes from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Accepted, Against, Certainty, Citation, Day, Evidence, InForce, JudgedOn, Level, Outcome, Why,
    Words,
};

/// What was found of one requirement about one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Finding {
    /// The id of the requirement.
    pub requirement: String,
    /// How binding it is.
    pub level: Level,
    /// How it is known.
    pub certainty: Certainty,
    /// What its findings rest on.
    pub evidence: Evidence,
    /// What was found.
    pub outcome: Outcome,
    /// The subject, for example `link.mpls-b`; empty where it is the whole.
    pub subject: String,
    /// The field of the subject, for example `halls`; empty where the subject as a whole is meant.
    pub field: String,
    /// Subject and field in one.
    pub path: String,
    /// The same by what the entries of lists say, where the path counts their positions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
    /// The same in people's words.
    pub location: Words,
    /// Where in a file that stands, or the nearest thing around it that is there.
    pub place: Option<Place>,
    /// The clause of the day asked about, as it is cited.
    pub clause: Words,
    /// Where the requirement stands.
    pub citations: Vec<Citation>,
    /// When the requirement is in force.
    pub in_force: InForce,
    /// The day that decides whether it is.
    pub decisive_day: JudgedOn,
    /// What the requirement asks for.
    pub statement: Words,
    /// The fault, as a sentence.
    pub fault: Words,
    /// What to do about it, or whom to ask.
    pub remedy: Words,
    /// The reading taken where the text is ambiguous.
    pub reading: Option<Words>,
    /// What was found, of what is violated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Words>,
    /// What is required, of what is violated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<Words>,
    /// Why it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
    /// The fields that have to be filled in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Missing>,
    /// What the guide leaves open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Words>,
    /// Whether a ruling recorded in the plan settles it.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub takes_ruling: bool,
    /// The id of the document that alone can tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// What that document is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_title: Option<Words>,
    /// What stands in the way of checking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obstacle: Option<Words>,
    /// The attestation or ruling that it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// Who accepted it until when, where a file of accepted findings names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Accepted>,
    /// Whether it was there before, where there is a baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
}

/// Where in a file something stands: line and column count from 1, the column in characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The file, as it was called.
    pub file: String,
    /// The line.
    pub line: Option<usize>,
    /// The character in the line.
    pub column: Option<usize>,
    /// The path inside the file, where the file is an index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// A field that has to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Missing {
    /// The field with its subject.
    pub path: String,
    /// The same in people's words.
    pub location: Words,
    /// The nearest thing around it that is there.
    pub place: Option<Place>,
}

/// What somebody says, and a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Ground {
    /// What no program can compute is attested.
    Attestation {
        /// Whether it is met.
        met: bool,
        /// Who attests it.
        by: String,
        /// When.
        on: Day,
        /// On what ground.
        ground: String,
    },
    /// What the guide leaves open was decided.
    Ruling {
        /// Whether it was decided to be met.
        met: bool,
        /// Who decided.
        by: String,
        /// When.
        on: Day,
        /// Where the decision is written down.
        reference: String,
    },
}

/// How many findings there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Counts {
    /// Violated, and binding.
    pub violated: usize,
    /// Not known, and binding.
    pub undetermined: usize,
    /// Satisfied, at any level.
    pub satisfied: usize,
    /// Of those, on attestation.
    pub attested: usize,
    /// Of those, on a ruling.
    pub ruled: usize,
    /// Recommendations missed or not known.
    pub recommendations: usize,
    /// Notes that call for attention.
    pub notes: usize,
    /// The requirement does not speak about the subject.
    pub not_applicable: usize,
    /// The requirement is not in force on the day.
    pub not_in_force: usize,
}
