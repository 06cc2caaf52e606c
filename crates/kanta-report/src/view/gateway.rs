//! Whether the configuration of a gateway can be used.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Finding, RestsOn};

/// Whether the configuration of a gateway can be used, and on what it would decide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct GatewayReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// Whether it can be used.
    pub usable: bool,
    /// What decisions would rest on; none where it cannot be used.
    pub rests_on: Option<RestsOn>,
    /// What the decisions of the index beside would rest on, where one is named.
    pub shadow: Option<RestsOn>,
    /// The gateway's own certificate, as a client sees it that trusts the same CAs; none where it cannot be used.
    pub own_certificate: Option<OwnCertificate>,
    /// Why it cannot be used, in the language that was asked for, each with its place.
    pub faults: Vec<String>,
}

/// A gateway's own certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct OwnCertificate {
    /// The ids of the requirements that it does not keep.
    pub missing: Vec<String>,
    /// What was found of those.
    pub findings: Vec<Finding>,
}
