//! What differs between two judged plans.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Counts, Day, Finding, Gap, Verdict};

/// What differs between two judged plans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DifferenceReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The plan before.
    pub before: Side,
    /// The plan after.
    pub after: Side,
    /// How many findings got worse.
    pub worse: usize,
    /// How many got better.
    pub better: usize,
    /// How many changed otherwise.
    pub other: usize,
    /// The findings that differ, in the order of the later plan's; then those that only the earlier one has.
    pub changes: Vec<Change>,
}

/// One of two judged plans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Side {
    /// The file, as it was called.
    pub plan: String,
    /// The day asked about.
    pub on: Day,
    /// The edition of the guide on that day.
    pub edition: Option<String>,
    /// What all findings come to.
    pub verdict: Verdict,
    /// What keeps the verdict undetermined beside the findings.
    pub gaps: Vec<Gap>,
    /// How many findings there are of each kind.
    pub counts: Counts,
}

/// A finding that differs; at least one side is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Change {
    /// The id of the requirement.
    pub requirement: String,
    /// Whether it appears, vanishes or changes.
    pub change: Changed,
    /// Which way it went.
    pub way: Way,
    /// The finding before.
    pub before: Option<Finding>,
    /// The finding after.
    pub after: Option<Finding>,
}

/// What becomes of a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Changed {
    /// It was not there.
    Appears,
    /// It is no longer there.
    Vanishes,
    /// It is another.
    #[default]
    Changes,
}

/// Which way a finding went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Way {
    /// It weighs more against the plan.
    Worse,
    /// It weighs less.
    Better,
    /// It weighs as much.
    #[default]
    Other,
}
