use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::{AccessPointOid, Kind, Oid, OwnerOid, ParseError};

/// Any OID, as text that it owns: an [`Oid`] to keep, to send and to store.
///
/// Guarantee: the text is one that [`Oid::parse`] reads. With the feature `serde` it is written as
/// that text, and read strictly.
///
/// ```
/// use kanta_oid::{Kind, OidBuf};
///
/// let oid: OidBuf = "1.2.246.10.12345671.10.0".parse()?;
/// assert_eq!(oid.as_str(), "1.2.246.10.12345671.10.0");
/// assert_eq!(oid.kind(), Kind::OperatingUnit);
/// # Ok::<(), kanta_oid::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct OidBuf(Box<str>);

impl OidBuf {
    /// Reads any OID, strictly. The time is linear in the length of the text.
    ///
    /// # Errors
    ///
    /// As for [`Oid::parse`].
    pub fn parse(text: &str) -> Result<Self, ParseError> {
        Oid::parse(text).map(Self::from)
    }

    /// The same OID, lent.
    #[must_use]
    pub const fn as_oid(&self) -> Oid<'_> {
        Oid::of_valid(&self.0)
    }

    /// The text.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        &self.0
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.as_oid().kind()
    }

    pub(crate) fn into_text(self) -> Box<str> {
        self.0
    }
}

impl From<Oid<'_>> for OidBuf {
    fn from(oid: Oid<'_>) -> Self {
        Self(oid.as_str().into())
    }
}

impl From<AccessPointOid> for OidBuf {
    fn from(oid: AccessPointOid) -> Self {
        Self(oid.encode_text(&mut [0; crate::MAX_TEXT_LEN]).into())
    }
}

impl From<OwnerOid> for OidBuf {
    fn from(oid: OwnerOid) -> Self {
        Self(oid.encode_text(&mut [0; crate::MAX_TEXT_LEN]).into())
    }
}

impl FromStr for OidBuf {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl TryFrom<&str> for OidBuf {
    type Error = ParseError;

    fn try_from(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

/// The text is kept and not copied; room to spare is given back.
impl TryFrom<String> for OidBuf {
    type Error = ParseError;

    fn try_from(text: String) -> Result<Self, ParseError> {
        Oid::parse(&text)?;
        Ok(Self(text.into()))
    }
}

impl AsRef<str> for OidBuf {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<Oid<'_>> for OidBuf {
    fn eq(&self, other: &Oid<'_>) -> bool {
        self.as_oid() == *other
    }
}

impl PartialEq<OidBuf> for Oid<'_> {
    fn eq(&self, other: &OidBuf) -> bool {
        *self == other.as_oid()
    }
}

impl fmt::Display for OidBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.as_oid(), f)
    }
}

impl fmt::Debug for OidBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OidBuf({self})")
    }
}
