//! Texts that are owned. What is read from a borrowed text is read from an owned one too, and
//! printed into one, so that both stand where a text is asked for: `#[serde(try_from = "String")]`,
//! a column of a database, an argument.

use alloc::string::{String, ToString};

use crate::{
    AccessPointOid, BusinessId, BusinessIdError, MAX_TEXT_LEN, OidBuf, OwnerOid, ParseError,
};

impl TryFrom<String> for AccessPointOid {
    type Error = ParseError;

    fn try_from(text: String) -> Result<Self, ParseError> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for OwnerOid {
    type Error = ParseError;

    fn try_from(text: String) -> Result<Self, ParseError> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for BusinessId {
    type Error = BusinessIdError;

    fn try_from(text: String) -> Result<Self, BusinessIdError> {
        Self::parse(&text)
    }
}

impl From<AccessPointOid> for String {
    fn from(oid: AccessPointOid) -> Self {
        oid.encode_text(&mut [0; MAX_TEXT_LEN]).into()
    }
}

impl From<OwnerOid> for String {
    fn from(oid: OwnerOid) -> Self {
        oid.encode_text(&mut [0; MAX_TEXT_LEN]).into()
    }
}

impl From<BusinessId> for String {
    fn from(id: BusinessId) -> Self {
        id.to_string()
    }
}

impl From<OidBuf> for String {
    fn from(oid: OidBuf) -> Self {
        oid.into_text().into()
    }
}
