//! What an address index answers.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Finding, Right, Words};

/// Permit or deny.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It may.
    Permit,
    /// It may not.
    #[default]
    Deny,
}

/// A decision alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DecisionReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// Permit or deny.
    pub decision: Decision,
}

/// A decision with its reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ReasonsReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The day asked about.
    pub on: Day,
    /// Whose right was asked for, by OID.
    #[serde(rename = "for")]
    pub subject: String,
    /// Through which access point, by OID.
    pub access_point: String,
    /// To which service.
    pub service: String,
    /// The tenant that uses it, by OID.
    pub tenant: Option<String>,
    /// The unit that receives renewal requests, by OID.
    pub service_unit: Option<String>,
    /// Permit or deny.
    pub decision: Decision,
    /// Whether it is denied for what is not known alone.
    pub undetermined: bool,
    /// The right that permits, or the nearest to one.
    pub right: Option<Right>,
    /// What is missing, all of it.
    pub missing: Vec<Reason>,
    /// What the guide leaves open of a right that permits.
    pub questions: Vec<Reason>,
    /// Everything that was looked at, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links: Option<Vec<Reason>>,
    /// The index's own words for the OIDs that are named here.
    pub ids: BTreeMap<String, String>,
}

/// What was found of a requirement, and who mends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Reason {
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// Who mends it.
    pub responsible: Responsible,
}

/// Who mends something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Responsible {
    /// A word for programs.
    pub code: String,
    /// The same in people's words.
    pub name: Words,
}

/// Days; the last is not part of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Period {
    /// The first day; none where there is no first.
    pub from: Option<Day>,
    /// The first day after them; none where there is no end.
    pub until: Option<Day>,
}

/// The rights that permit on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PermittedReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The day asked about.
    pub on: Day,
    /// Whether the data set has expired on that day, so that nothing permits.
    pub expired: bool,
    /// The day on which it expires.
    pub expires: Day,
    /// The rights.
    pub rights: Vec<Permitted>,
    /// The index's own words for the OIDs that are named here.
    pub ids: BTreeMap<String, String>,
}

/// A right, and the days on which it permits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Permitted {
    /// The right.
    pub right: Right,
    /// The days.
    pub permits: Period,
}

/// The access points that speak from an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct SpeakersReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The day asked about.
    pub on: Day,
    /// Whether the data set has expired on that day.
    pub expired: bool,
    /// The day on which it expires.
    pub expires: Day,
    /// The access points, the narrowest range first.
    pub access_points: Vec<Speaker>,
}

/// An access point that speaks from an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Speaker {
    /// The range in which the address lies.
    pub range: String,
    /// The access point, by its id in the index.
    pub id: String,
    /// Its OID.
    pub oid: String,
    /// Who administers it.
    pub administrator: String,
}

/// Whose rights, or who speaks from an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
#[non_exhaustive]
pub enum WhatReport {
    /// The rights.
    Rights(PermittedReport),
    /// The access points.
    AccessPoints(SpeakersReport),
}

/// What ends soon.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IndexExpiringReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The day asked about.
    pub on: Day,
    /// Whether the data set has expired on that day.
    pub expired: bool,
    /// The day on which it expires.
    pub expires: Day,
    /// What ends, the first day first.
    pub expiring: Vec<IndexEnding>,
    /// The index's own words for the OIDs that are named here.
    pub ids: BTreeMap<String, String>,
}

/// Something that ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IndexEnding {
    /// The day on which it ends.
    pub on: Day,
    /// What ends, as a path of the index.
    pub what: String,
    /// The rights that stop with it.
    pub stops: Vec<Right>,
}
