use core::fmt;
use core::str::FromStr;

use crate::{MAX_TEXT_LEN, OidForm, OwnerOid, ParseError, display, parse};

/// The OID of a Kanta access point (clause 3.1.3 of the guide).
///
/// Guarantee: it has one of the [five forms](OidForm), its arcs are canonical and at most 2⁶⁴ − 1,
/// and it prints in at most 64 characters, so that the attribute serialNumber of a certificate can
/// carry it. That it has the form does not prove that the access point exists. Values are ordered
/// as their arcs are.
///
/// ```
/// use kanta_oid::{AccessPointOid, OidForm};
///
/// let oid: AccessPointOid = "1.2.246.10.12345671.10.1.13.2".parse()?;
/// assert_eq!(oid.form(), OidForm::Sote);
/// assert_eq!(oid.owner().to_string(), "1.2.246.10.12345671.10.1");
/// assert_eq!(oid.number(), 2);
/// # Ok::<(), kanta_oid::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccessPointOid {
    pub(crate) owner: OwnerOid,
    pub(crate) number: u64,
}

impl AccessPointOid {
    /// Reads an access-point OID, strictly: nothing is trimmed or corrected.
    ///
    /// The time is bounded, however long the text is: reading stops at the first fault.
    ///
    /// # Errors
    ///
    /// The first fault from the left. Give the text to [`diagnose`](crate::diagnose) for more.
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        parse::access_point(text)
    }

    /// The form, which names the register of the owner.
    #[must_use]
    pub const fn form(&self) -> OidForm {
        self.owner.form
    }

    /// The owner: what stands before `.13.n`.
    #[must_use]
    pub const fn owner(&self) -> OwnerOid {
        self.owner
    }

    /// The access-point number: `n`.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// Prints into the buffer and gives the text, which lies at its end.
    ///
    /// ```
    /// use kanta_oid::{MAX_TEXT_LEN, OwnerOid};
    ///
    /// let oid = OwnerOid::pharmacy(1234).access_point(1)?;
    /// let mut buffer = [0; MAX_TEXT_LEN];
    /// assert_eq!(oid.encode_text(&mut buffer), "1.2.246.553.1.1234.13.1");
    /// # Ok::<(), kanta_oid::BuildError>(())
    /// ```
    pub fn encode_text<'b>(&self, buffer: &'b mut [u8; MAX_TEXT_LEN]) -> &'b str {
        display::access_point(self, buffer)
    }
}

impl FromStr for AccessPointOid {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl TryFrom<&str> for AccessPointOid {
    type Error = ParseError;

    fn try_from(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for AccessPointOid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.encode_text(&mut [0; MAX_TEXT_LEN]))
    }
}

impl fmt::Debug for AccessPointOid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccessPointOid({self})")
    }
}
