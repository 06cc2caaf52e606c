//! What changes from one address index to another.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, IndexFinding, Reason, Right};

/// What changes from one address index to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IndexChanges {
    /// The number of the form of this JSON.
    pub format: u32,
    /// Whether nothing changes.
    pub equal: bool,
    /// Days on which something is permitted that was not.
    pub gained: Vec<RightSpan>,
    /// Days on which something is no longer permitted.
    pub lost: Vec<RightSpan>,
    /// The days of tenants.
    pub tenants: Turned<TenantSpan>,
    /// The days of units that receive renewal requests.
    pub units: Turned<UnitSpan>,
    /// From which addresses which access points speak.
    pub addresses: Vec<AddressChange>,
    /// The records that differ.
    pub records: Vec<RecordChange>,
    /// The own words of the later index for the OIDs that are named here, or those of the earlier one.
    pub ids: BTreeMap<String, String>,
}

/// What an order to an index would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct TrialReport {
    /// What it changes.
    #[serde(flatten)]
    pub changes: IndexChanges,
    /// What would no longer be permitted although nobody withdrew it.
    pub broken: Vec<RightSpan>,
    /// Tenants of whom the same is so.
    pub broken_tenants: Vec<TenantSpan>,
    /// Units of whom the same is so.
    pub broken_units: Vec<UnitSpan>,
    /// Findings that it brings and takes.
    pub findings: Brought,
    /// Rights of the order that permit on no day.
    pub never_permitting: Vec<IdleRight>,
}

/// What comes and goes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Turned<T> {
    /// What comes.
    pub gained: Vec<T>,
    /// What goes.
    pub lost: Vec<T>,
}

/// Findings that come and go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Brought {
    /// What comes.
    pub brought: Vec<IndexFinding>,
    /// What goes.
    pub taken: Vec<IndexFinding>,
}

/// Days on which something is permitted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RightSpan {
    /// To whom.
    #[serde(rename = "for")]
    pub subject: String,
    /// Through which access point.
    pub access_point: String,
    /// To which service.
    pub service: String,
    /// The first day.
    pub from: Option<Day>,
    /// The first day after them.
    pub until: Option<Day>,
}

/// Days on which a tenant acts with another's rights.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct TenantSpan {
    /// Whose rights.
    pub host: String,
    /// The tenant.
    pub tenant: String,
    /// The first day.
    pub from: Option<Day>,
    /// The first day after them.
    pub until: Option<Day>,
}

/// Days on which a unit receives renewal requests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct UnitSpan {
    /// Whose unit.
    pub party: String,
    /// The unit; none where it is the party itself.
    pub unit: Option<String>,
    /// The first day.
    pub from: Option<Day>,
    /// The first day after them.
    pub until: Option<Day>,
}

/// Addresses from which other access points speak than before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct AddressChange {
    /// The addresses.
    pub prefix: String,
    /// `added`, `withdrawn` or `changed`.
    pub change: String,
    /// The access points before.
    pub before: Vec<String>,
    /// The access points after.
    pub after: Vec<String>,
}

/// A record that differs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RecordChange {
    /// What kind of record.
    pub record: String,
    /// Its id.
    pub id: String,
    /// `added`, `withdrawn` or `changed`.
    pub change: String,
    /// The fields that differ.
    pub fields: Vec<String>,
}

/// A right that permits on no day, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IdleRight {
    /// The right.
    pub right: Right,
    /// What is missing.
    pub missing: Vec<Reason>,
}
