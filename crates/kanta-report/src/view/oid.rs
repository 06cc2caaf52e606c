//! What an identifier is, or how to mend it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Words;

/// What an identifier is, or how to mend it. It is valid if it is an access-point OID in one of the forms of the guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct OidReport {
    /// The text that was read.
    pub input: String,
    /// Whether it is an access-point OID.
    pub valid: bool,
    /// The form of a valid one.
    pub form: Option<String>,
    /// The kind of the OID that it is, whether of an access point or not.
    pub kind: Option<String>,
    /// Whose it is: their OID.
    pub owner: Option<String>,
    /// The number of a valid one among its owner's access points.
    pub number: Option<u64>,
    /// What a public source says of it, where it is none of an access point.
    pub known: Option<KnownOid>,
    /// What is wrong, in the language that was asked for.
    pub error: Option<String>,
    /// How to put it right, or what it is instead, in that language.
    pub hints: Vec<String>,
    /// What comes out if every hint is followed, where that is one OID.
    pub suggestion: Option<String>,
    /// Where it is wrong: how many bytes stand before.
    pub offset: Option<usize>,
    /// How many bytes are wrong; none where something is missing.
    pub length: Option<usize>,
    /// The arc that is wrong, counted from 0.
    pub arc: Option<usize>,
    /// What the owner of a valid one is.
    pub owner_kind: Option<Words>,
    /// The business ID in a valid one.
    pub business_id: Option<BusinessId>,
    /// What is wrong, in each language.
    pub messages: Option<Words>,
    /// The hints in each language.
    pub hint_messages: Vec<Words>,
}

/// What a public source says of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct KnownOid {
    /// What it is called.
    pub name: Words,
    /// The node: the OID itself, or the narrowest one above it.
    pub node: String,
    /// Who says so.
    pub source: String,
}

/// The business ID in an OID.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct BusinessId {
    /// As people write it.
    pub id: String,
    /// Whether its check digit is right.
    pub check_digit: Words,
}
