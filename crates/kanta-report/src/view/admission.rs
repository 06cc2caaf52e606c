//! What a decision on one request came to.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Day, Decision, Reason};

/// How often another index decided otherwise than the one that decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ComparedDecisions {
    /// How many decisions were compared.
    pub compared: u64,
    /// How many that were denied the other would permit.
    pub would_permit: u64,
    /// How many that were permitted the other would deny.
    pub would_deny: u64,
}

/// A decision on one request, with its reasons, for whoever runs the gateway.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct AdmissionReport {
    /// The number of the form of this JSON.
    pub format: u32,
    /// Permit or deny.
    pub decision: Decision,
    /// Whether it is denied for what is not known alone.
    pub undetermined: bool,
    /// When it was asked, in UTC.
    pub at: String,
    /// Who asked.
    pub peer: Peer,
    /// The OID of the right-subject.
    #[serde(rename = "for")]
    pub subject: String,
    /// The code of the service.
    pub service: String,
    /// The OID of the tenant.
    pub tenant: Option<String>,
    /// The OID of the service unit.
    pub service_unit: Option<String>,
    /// The right that decided or, for a denial, the one that came nearest.
    pub right: Option<DecidingRight>,
    /// What the decision rests on.
    pub rests_on: RestsOn,
    /// The edition of the guide on that day.
    pub edition: Option<String>,
    /// By what peer and operator speak of it, where it is on record.
    pub reference: Option<String>,
    /// Why it is on no record, where it should be.
    pub unrecorded: Option<String>,
    /// What is missing, all of it.
    pub missing: Vec<Reason>,
    /// What the guide leaves open of a right that permits.
    pub questions: Vec<Reason>,
    /// What another index decides, where one is asked beside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shadow: Option<Beside>,
    /// Everything that was looked at, where that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links: Option<Vec<Reason>>,
    /// The index's own words for the OIDs that are named here.
    pub ids: BTreeMap<String, String>,
}

/// Who asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Peer {
    /// As what it is known: `access-point`, `system` or `unknown`.
    pub kind: String,
    /// The operator's word for the system.
    pub system: Option<String>,
    /// The OID of the access point through which it asks.
    pub access_point: Option<String>,
    /// The source address.
    pub source: String,
    /// The certificate.
    pub certificate: Option<PeerCertificate>,
}

/// A certificate, told from every other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PeerCertificate {
    /// The common name of its issuer.
    pub issuer: Option<String>,
    /// Its serial number, in hexadecimal digits.
    pub serial: String,
    /// The SHA-256 digest of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// The right that decided, or that came nearest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DecidingRight {
    /// The OID of the access point.
    pub access_point: String,
    /// The code of its service.
    pub service: String,
    /// Its first day.
    pub from: Option<Day>,
    /// The first day that no longer belongs to it.
    pub until: Option<Day>,
    /// Where it is written down.
    pub reference: Option<String>,
}

/// What a decision rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RestsOn {
    /// The version of the index, as its author counts.
    pub index: String,
    /// The day on which the index was issued.
    pub index_issued: String,
    /// The first day on which the index is no longer relied on.
    pub index_expires: String,
    /// A digest of the trust anchors and the CAs between.
    pub trust: String,
    /// A digest of the lists of revoked certificates.
    pub crls: String,
    /// A digest of the configuration.
    pub policy: String,
}

/// What another index decides.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Beside {
    /// Whether it decides the same.
    pub agrees: bool,
    /// Permit or deny.
    pub decision: Decision,
    /// The ids of what is missing there, where it decides otherwise.
    pub missing: Vec<String>,
}
