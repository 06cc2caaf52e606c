//! What is forbidden or open in an address index.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Finding, SetAside, Verdict};

/// What an address index came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IndexReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The files, as they were called.
    pub files: Vec<String>,
    /// The version of the data set, in its own words.
    pub version: String,
    /// The day asked about.
    pub on: Day,
    /// The edition of the guide on that day.
    pub edition: Option<String>,
    /// What all findings come to; a data set that has expired does not conform.
    pub verdict: Verdict,
    /// What is left of the verdict when accepted findings and those of the baseline are set aside; only where one of
    /// them is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<SetAside>,
    /// Whether the data set has expired on that day.
    pub expired: bool,
    /// The day on which it expires.
    pub expires: Day,
    /// How many rights it has.
    pub rights: usize,
    /// How many findings there are of what.
    pub counts: IndexCounts,
    /// The findings.
    pub findings: Vec<IndexFinding>,
}

/// How many findings there are of each requirement, and of each party; the most first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IndexCounts {
    /// Of each requirement.
    pub requirements: Vec<OfRequirement>,
    /// Of each party or pharmacy.
    pub parties: Vec<OfParty>,
}

/// How many findings there are of a requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct OfRequirement {
    /// Its id.
    pub id: String,
    /// How many are violated.
    pub violated: usize,
    /// How many are not known.
    pub undetermined: usize,
}

/// How many findings there are of a party or pharmacy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct OfParty {
    /// Its id.
    pub party: String,
    /// How many are violated.
    pub violated: usize,
    /// How many are not known.
    pub undetermined: usize,
}

/// A finding, with whose record it is and which rights rest on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IndexFinding {
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// Whose record it is.
    pub party: String,
    /// The day that it was judged by.
    pub judged_on: Day,
    /// The rights that rest on it.
    pub rights: Vec<Right>,
}

/// A right to use a service through an access point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Right {
    /// Whose right it is.
    #[serde(rename = "for")]
    pub subject: String,
    /// Through which access point.
    pub access_point: String,
    /// To which service.
    pub service: String,
    /// From which day on.
    pub from: Option<Day>,
    /// The first day without it.
    pub until: Option<Day>,
    /// The organiser, in the parallel model.
    pub organiser: Option<String>,
    /// What it rests on.
    pub basis: String,
    /// When that was agreed.
    pub agreed: Option<Day>,
    /// Where that is written down.
    pub reference: Option<String>,
}
