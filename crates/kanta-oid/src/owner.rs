use core::fmt;
use core::str::FromStr;

use crate::{AccessPointOid, BuildError, MAX_TEXT_LEN, OidForm, ParseError, display, parse};

/// The OID of whoever owns access points: what stands before `.13.n` (clause 3.1.3 of the guide).
///
/// Guarantee: it has one of the five forms, with canonical arcs of at most 2⁶⁴ − 1. In the SOTE
/// forms the owner is a unit of the organisation (`1.2.246.10.xxx.10.y`), and unit number 0 stands
/// for the operating unit. Owners are ordered as their arcs are.
///
/// ```
/// use kanta_oid::OwnerOid;
///
/// let owner: OwnerOid = "1.2.246.10.12345671.10.0".parse()?;
/// assert_eq!(owner.code(), 12345671);
/// assert_eq!(owner.unit(), Some(0));
/// assert_eq!(owner, OwnerOid::sote(12345671, 0));
/// assert_eq!(owner.access_point(1)?.to_string(), "1.2.246.10.12345671.10.0.13.1");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnerOid {
    pub(crate) form: OidForm,
    pub(crate) code: u64,
    /// Zero in the forms without a unit.
    pub(crate) unit: u64,
}

impl OwnerOid {
    /// Reads an owner's OID, strictly: nothing is trimmed or corrected.
    pub const fn parse(text: &str) -> Result<Self, ParseError> {
        parse::owner(text)
    }

    /// A unit in the SOTE organisation register: `1.2.246.10.organisation.10.unit`.
    #[must_use]
    pub const fn sote(organisation: u64, unit: u64) -> Self {
        Self {
            form: OidForm::Sote,
            code: organisation,
            unit,
        }
    }

    /// A unit in the SOTE organisation register under 537: `1.2.246.537.10.organisation.10.unit`.
    #[must_use]
    pub const fn sote_537(organisation: u64, unit: u64) -> Self {
        Self {
            form: OidForm::Sote537,
            code: organisation,
            unit,
        }
    }

    /// A self-employed practitioner in Valvira's register: `1.2.246.537.28.code`.
    #[must_use]
    pub const fn valvira(code: u64) -> Self {
        Self {
            form: OidForm::Valvira,
            code,
            unit: 0,
        }
    }

    /// A main or branch pharmacy in Fimea's register: `1.2.246.553.1.code`.
    #[must_use]
    pub const fn pharmacy(code: u64) -> Self {
        Self {
            form: OidForm::Pharmacy,
            code,
            unit: 0,
        }
    }

    /// A Kanta intermediary: `1.2.246.537.6.918.18.code`.
    #[must_use]
    pub const fn intermediary(code: u64) -> Self {
        Self {
            form: OidForm::Intermediary,
            code,
            unit: 0,
        }
    }

    /// The form that the owner's access points have.
    #[must_use]
    pub const fn form(&self) -> OidForm {
        self.form
    }

    /// The owner's code in its register: `xxx`.
    #[must_use]
    pub const fn code(&self) -> u64 {
        self.code
    }

    /// The unit number, `y`, of the SOTE forms.
    #[must_use]
    pub const fn unit(&self) -> Option<u64> {
        if self.form.has_unit() {
            Some(self.unit)
        } else {
            None
        }
    }

    /// Form, code and unit number, 0 in the forms without one: equal parts mean equal owners.
    ///
    /// For keys and hashes, where it is cheaper than [`unit`](Self::unit), which has to ask.
    ///
    /// ```
    /// use kanta_oid::{OidForm, OwnerOid};
    ///
    /// assert_eq!(OwnerOid::sote(12345671, 3).parts(), (OidForm::Sote, 12345671, 3));
    /// assert_eq!(OwnerOid::pharmacy(1234).parts(), (OidForm::Pharmacy, 1234, 0));
    /// ```
    #[must_use]
    pub const fn parts(&self) -> (OidForm, u64, u64) {
        (self.form, self.code, self.unit)
    }

    /// The owner's access point with this number.
    ///
    /// # Errors
    ///
    /// [`BuildError::TooLong`] if the OID would print in more than 64 characters.
    pub const fn access_point(&self, number: u64) -> Result<AccessPointOid, BuildError> {
        let oid = AccessPointOid {
            owner: *self,
            number,
        };
        let length = display::length(&oid);
        if length > MAX_TEXT_LEN {
            return Err(BuildError::TooLong { length });
        }
        Ok(oid)
    }

    /// The owner's access point with the number after the highest in use; number 1 if none is.
    ///
    /// Gaps are not filled: the guide does not say whether the number of a withdrawn access point
    /// may be used again. OIDs of other owners are passed over.
    ///
    /// # Errors
    ///
    /// [`BuildError`] if there is no such number, or the OID would be too long.
    ///
    /// ```
    /// use kanta_oid::OwnerOid;
    ///
    /// let owner = OwnerOid::pharmacy(1234);
    /// let in_use = [owner.access_point(1)?, owner.access_point(7)?];
    /// assert_eq!(owner.next_access_point(in_use)?.number(), 8);
    /// # Ok::<(), kanta_oid::BuildError>(())
    /// ```
    pub fn next_access_point(
        &self,
        in_use: impl IntoIterator<Item = AccessPointOid>,
    ) -> Result<AccessPointOid, BuildError> {
        let own = in_use.into_iter().filter(|oid| oid.owner == *self);
        let highest = own.map(|oid| oid.number).max().unwrap_or(0);
        self.access_point(highest.checked_add(1).ok_or(BuildError::NumbersExhausted)?)
    }

    /// Whether both stand under the same root and code, whatever the unit.
    ///
    /// The roots `1.2.246.10` and `1.2.246.537.10` are not aliases: under one and the other the
    /// same code is not taken for the same organisation.
    #[must_use]
    pub const fn same_organisation(&self, other: &Self) -> bool {
        self.form as u8 == other.form as u8 && self.code == other.code
    }

    /// Prints into the buffer and gives the text, which lies at its end.
    pub fn encode_text<'b>(&self, buffer: &'b mut [u8; MAX_TEXT_LEN]) -> &'b str {
        display::owner(self, buffer)
    }
}

impl FromStr for OwnerOid {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl TryFrom<&str> for OwnerOid {
    type Error = ParseError;

    fn try_from(text: &str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for OwnerOid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.encode_text(&mut [0; MAX_TEXT_LEN]))
    }
}

impl fmt::Debug for OwnerOid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OwnerOid({self})")
    }
}
