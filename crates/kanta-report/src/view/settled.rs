//! Findings that somebody lives with, and the file in which they are accepted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Finding, Place, Verdict};

/// Somebody accepted a finding until a day: it is shown as such, and the verdict stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Accepted {
    /// Who accepted it.
    pub approver: String,
    /// The last day on which it is accepted.
    pub until: Day,
    /// Why.
    pub reason: String,
    /// Where that is written down.
    pub place: Option<Place>,
}

/// Whether a finding was there before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Against {
    /// The baseline does not have it.
    #[default]
    New,
    /// The baseline has it.
    Unchanged,
}

/// What is left of a verdict when what is accepted and what the baseline has is set aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SetAside {
    /// How many open findings are accepted.
    pub accepted: usize,
    /// How many others the baseline has.
    pub unchanged: usize,
    /// The verdict without them; the exit status follows it.
    pub verdict: Verdict,
}

/// A file of accepted findings in which entries have expired or accept nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct AcceptanceReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub file: String,
    /// The day on which its entries hold or do not.
    pub on: Day,
    /// Always conforming: what is wrong with an entry is worth knowing and no duty.
    pub verdict: Verdict,
    /// How many entries it has.
    pub entries: usize,
    /// How many have expired.
    pub expired: usize,
    /// How many accept nothing that is found.
    pub unused: usize,
    /// A finding for each of them.
    pub findings: Vec<Finding>,
}
