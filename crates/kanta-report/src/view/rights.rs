//! The user rights that a plan needs, and how they stand beside an address index.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Words};

/// The user rights to apply for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RightsReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// The file, as it was called.
    pub plan: String,
    /// The day asked about.
    pub on: Day,
    /// The day from which they are asked for.
    pub from: Day,
    /// The rights, use by use.
    pub entitlements: Vec<Entitlement>,
    /// Uses that rest on the agreement with Kela and need no right, as paths.
    pub on_agreement: Vec<String>,
    /// The same in people's words.
    pub on_agreement_names: Vec<Words>,
    /// Uses for which nobody can have a right, as paths.
    pub without_right: Vec<String>,
    /// The same in people's words.
    pub without_right_names: Vec<Words>,
    /// Fields without which a right cannot be written, as paths.
    pub missing: Vec<String>,
    /// The same in people's words.
    pub missing_names: Vec<Words>,
    /// Actors of whom the index has to hold a record already, as paths.
    pub assumed: Vec<String>,
    /// The same in people's words.
    pub assumed_names: Vec<Words>,
    /// How they stand beside an index, where one was named.
    pub index: Option<Compared>,
}

/// A right that a use of the plan needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Entitlement {
    /// The use, as a path of the plan.
    pub path: String,
    /// Who uses the service: `party`, or an id of the plan.
    #[serde(rename = "for")]
    pub user: String,
    /// Whose right it is.
    pub subject: String,
    /// Through which access point.
    pub access_point: String,
    /// To which service.
    pub service: String,
    /// The same in people's words.
    pub service_name: Words,
    /// The tenant that acts with it.
    pub tenant: Option<String>,
    /// The service units that receive renewal requests.
    pub units: Vec<String>,
}

/// How the rights of a plan stand beside an index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Compared {
    /// Whether plan and index agree.
    pub agrees: bool,
    /// What the index lacks.
    pub missing: Vec<Entitlement>,
    /// What the index has and no use of the plan needs.
    pub too_much: Vec<TooMuch>,
    /// Where the two say different things.
    pub contradictions: Vec<Contradiction>,
}

/// A right that no use of the plan needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct TooMuch {
    /// Whose right it is.
    pub subject: String,
    /// Through which access point.
    pub access_point: String,
    /// To which service.
    pub service: String,
    /// The same in people's words.
    pub service_name: Words,
    /// From which day on.
    pub from: Option<Day>,
    /// The first day without it.
    pub until: Option<Day>,
}

/// Something of which plan and index say different things.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Contradiction {
    /// Where in the plan.
    pub path: String,
    /// The same in people's words.
    pub location: Words,
    /// What the plan says.
    pub plan: Words,
    /// What the index says.
    pub index: Words,
}
