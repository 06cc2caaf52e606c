use core::fmt;

use crate::{Kind, OidForm, OwnerOid, ParseError, parse};

/// Any OID, as text: a view that says what it is.
///
/// Guarantee: it has at least two arcs, which are canonical decimal numbers of any size; the first
/// is at most 2, and under 0 and 1 the second is at most 39.
///
/// ```
/// use kanta_oid::{Kind, Oid};
///
/// assert_eq!(Oid::parse("1.2.246.10.12345671.10.0")?.kind(), Kind::OperatingUnit);
/// assert_eq!(Oid::parse("1.2.246.10.12345671.93.2026.1")?.kind(), Kind::Document);
/// assert_eq!(Oid::parse("2.5.4.5")?.kind(), Kind::Foreign);
/// # Ok::<(), kanta_oid::ParseError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Oid<'a>(&'a str);

impl<'a> Oid<'a> {
    /// Reads any OID, strictly. The time is linear in the length of the text.
    ///
    /// # Errors
    ///
    /// The first fault from the left. Offsets over `u32::MAX` are given as `u32::MAX`.
    pub fn parse(text: &'a str) -> Result<Self, ParseError> {
        parse::any(text).map(|()| Self(text))
    }

    /// The view of a text that was read before.
    #[cfg(feature = "alloc")]
    pub(crate) const fn of_valid(text: &'a str) -> Self {
        Self(text)
    }

    /// The text.
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.0
    }

    /// The arcs, as text: they can have any size.
    pub fn arcs(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.split('.')
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        if parse::access_point(self.0).is_ok() {
            return Kind::AccessPoint;
        }
        for form in OidForm::ALL {
            match self.0.strip_prefix(form.root()) {
                Some("") => return Kind::Register,
                Some(tail) => {
                    if let Some(tail) = tail.strip_prefix('.') {
                        return Kind::of_node(form, tail);
                    }
                }
                None => {}
            }
        }
        Kind::elsewhere(self.0)
    }

    /// The owner of access points whom it names or under whom it stands.
    #[must_use]
    pub fn owner(&self) -> Option<OwnerOid> {
        parse::owner_prefix(self.0)
    }
}

impl<'a> TryFrom<&'a str> for Oid<'a> {
    type Error = ParseError;

    fn try_from(text: &'a str) -> Result<Self, ParseError> {
        Self::parse(text)
    }
}

impl fmt::Display for Oid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for Oid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Oid({self})")
    }
}
