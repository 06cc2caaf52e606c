//! Whether an audit log is whole, and what it tells.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Decision, Words};

/// Whether every line of a log is there, unaltered and in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LogVerification {
    /// The number of the form of this JSON.
    pub format: u32,
    /// Whether nothing is missing, altered, out of order or cut off, as far as the checkpoints reach.
    pub whole: bool,
    /// How many whole lines there are.
    pub lines: u64,
    /// The number of the last line.
    pub size: u64,
    /// The hash of the chain up to there.
    pub hash: String,
    /// The number of lines at the last checkpoint that the log agrees with.
    pub sealed: u64,
    /// How many lines stand behind it: what was written there cannot be missed when it is gone.
    pub unsealed: u64,
    /// How many decisions the log says could not be recorded.
    pub unrecorded: u64,
    /// The lines that a crash tore.
    pub torn: Vec<u64>,
    /// What is wrong, the first of it.
    pub damages: Vec<LogDamage>,
    /// How much is wrong in all.
    pub damage_count: u64,
}

/// Something that is wrong with a log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LogDamage {
    /// A word for programs: `altered`, `not-a-line`, `missing`, `out-of-order`, `replaced`, `against-checkpoint`, `cut-off`
    /// or `other`.
    pub damage: String,
    /// The same in people's words.
    pub message: Words,
}

/// Who asked for what, and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LogSummary {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The first instant, in UTC; none without lines.
    pub first: Option<String>,
    /// The last instant.
    pub last: Option<String>,
    /// All decisions.
    pub all: Decided,
    /// How many decisions could not be recorded.
    pub unrecorded: u64,
    /// How many lines are none of a log.
    pub unreadable: u64,
    /// The decisions, counted by what they are about.
    pub by: DecidedBy,
}

/// How often was permitted and denied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Decided {
    /// Permits.
    pub permits: u64,
    /// Denials.
    pub denials: u64,
}

/// Decisions, counted by what they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DecidedBy {
    /// By the OID of the party or pharmacy whose right was asked for.
    pub party: BTreeMap<String, Decided>,
    /// By service.
    pub service: BTreeMap<String, Decided>,
    /// By the id of the requirement that was not met: a denial counts at each.
    pub reason: BTreeMap<String, Decided>,
    /// By the access point or the system that asked.
    pub peer: BTreeMap<String, Decided>,
    /// By the day in UTC.
    pub day: BTreeMap<String, Decided>,
}

/// A decision as a log has it, for a list: its line says more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LoggedDecision {
    /// When, in UTC.
    pub at: String,
    /// Permit or deny.
    pub decision: Decision,
    /// The access point or the system that asked.
    pub peer: String,
    /// The OID of the party or pharmacy whose right was asked for.
    #[serde(rename = "for")]
    pub subject: String,
    /// The code of the service.
    pub service: String,
    /// By what peer and operator speak of it.
    pub reference: String,
    /// The ids of the requirements that were not met.
    pub reasons: Vec<String>,
}
