//! The editions of the guide, what changed between them, and a plan under each of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Counts, Day, Gap, InForce, JudgedOn, Level, Outcome, Verdict, Why, Words};

/// What is asked of the editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[non_exhaustive]
pub enum EditionsReport {
    /// A plan under each of them.
    History(History),
    /// What changed between two of them.
    Changes(EditionChanges),
    /// All of them.
    All(AllEditions),
}

/// All editions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct AllEditions {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The editions, the first first.
    pub editions: Vec<EditionEntry>,
}

/// An edition of the guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct EditionEntry {
    /// Its number.
    pub version: String,
    /// The day that it carries.
    pub date: Day,
    /// What its change log says.
    pub changes: Words,
}

/// What changed from one edition to a later one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct EditionChanges {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The earlier edition.
    pub from: String,
    /// The day that it carries.
    pub from_day: Day,
    /// The later edition.
    pub to: String,
    /// The day that it carries.
    pub to_day: Day,
    /// The editions after the earlier, up to the later.
    pub editions: Vec<EditionEntry>,
    /// The requirements that start, end or become known, by day.
    pub requirements: Vec<Turn>,
}

/// A day on which it changes whether a requirement is in force, or whether that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Turn {
    /// The id of the requirement.
    pub requirement: String,
    /// What it asks for.
    pub statement: Words,
    /// The day that decides whether it is in force.
    pub judged_on: JudgedOn,
    /// The day.
    pub day: Day,
    /// The edition that carries the day.
    pub edition: Option<String>,
    /// Whether it was in force before: `yes`, `no` or `unknown`.
    pub before: String,
    /// Whether it is from then on.
    pub after: String,
}

/// A plan under each edition, judged as of the edition's own day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct History {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub plan: String,
    /// The joining party.
    pub party: Option<String>,
    /// What day each edition is judged by: `day-of-edition`.
    pub judged_on: String,
    /// The editions, the first first.
    pub editions: Vec<UnderEdition>,
    /// How each finding runs through them.
    pub findings: Vec<Run>,
}

/// What a plan comes to under an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct UnderEdition {
    /// The number of the edition.
    pub edition: String,
    /// The day that it carries.
    pub on: Day,
    /// What all findings come to.
    pub verdict: Verdict,
    /// What keeps the verdict undetermined beside the findings.
    pub gaps: Vec<Gap>,
    /// How many findings there are of each kind.
    pub counts: Counts,
}

/// How a finding runs through the editions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Run {
    /// The id of the requirement.
    pub requirement: String,
    /// What it asks for.
    pub statement: Words,
    /// How binding it is.
    pub level: Level,
    /// When it is in force.
    pub in_force: InForce,
    /// What it is asked of, as a path of the plan.
    pub path: String,
    /// The same in people's words.
    pub location: Words,
    /// The first edition under which it is violated.
    pub first_violated: Option<String>,
    /// The first edition under which it is satisfied.
    pub first_satisfied: Option<String>,
    /// The outcomes, one after the other.
    pub outcomes: Vec<Stretch>,
}

/// Editions that follow each other, with the same kind of outcome for the same reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Stretch {
    /// The first of them.
    pub first: String,
    /// The last of them.
    pub last: String,
    /// The outcome.
    pub outcome: Outcome,
    /// Why it is not known.
    pub why: Option<Why>,
    /// What was found under the last of them, where it falls short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Words>,
    /// What is required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<Words>,
}
