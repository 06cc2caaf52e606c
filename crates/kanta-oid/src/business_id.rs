use core::fmt;
use core::str::FromStr;

use crate::OwnerOid;
use crate::language::tell_in_three_languages;

/// A Finnish business ID (Y-tunnus): seven digits and a check digit.
///
/// Guarantee: it has eight digits. Whether the check digit is right is a fact of its own,
/// [`check_digit`](Self::check_digit): among the codes seen in real data a few fail.
///
/// ```
/// use kanta_oid::{BusinessId, CheckDigit};
///
/// let id: BusinessId = "0204819-8".parse()?;
/// assert_eq!(id, "02048198".parse()?);
/// assert_eq!(id.to_string(), "0204819-8");
/// assert_eq!(id.to_arc(), Some(2048198));
/// assert_eq!(id.check_digit(), CheckDigit::Right);
/// # Ok::<(), kanta_oid::BusinessIdError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BusinessId(u32);

/// What the check digit of a [`BusinessId`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CheckDigit {
    /// It is the one that the seven digits before it call for.
    Right,
    /// It should be another.
    Wrong {
        /// The right one.
        expected: u8,
    },
    /// The seven digits call for none: such a number is not issued.
    NotIssued,
}

/// The text is not a business ID: neither `1234567-1` nor `12345671`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BusinessIdError(());

impl BusinessId {
    /// Reads a business ID with its hyphen (`1234567-1`) or without (`12345671`).
    ///
    /// Eight digits are needed: a leading zero is written.
    pub fn parse(text: &str) -> Result<Self, BusinessIdError> {
        let (number, check) = match text.split_once('-') {
            Some(parts) => parts,
            None => text.split_at_checked(7).ok_or(BusinessIdError(()))?,
        };
        let digits = |text: &str, length| {
            let right = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
            if right {
                text.parse::<u32>().ok()
            } else {
                None
            }
        };
        match (digits(number, 7), digits(check, 1)) {
            (Some(number), Some(check)) => {
                Ok(Self(number.saturating_mul(10).saturating_add(check)))
            }
            _ => Err(BusinessIdError(())),
        }
    }

    /// The business ID that an organisation code is: eight digits, or seven where the leading
    /// zero is dropped. Of a shorter or longer code it is not known that it is one.
    #[must_use]
    pub const fn from_arc(code: u64) -> Option<Self> {
        match code {
            1_000_000..=99_999_999 => Some(Self(code as u32)),
            _ => None,
        }
    }

    /// The organisation code: the digits without the hyphen and without one leading zero.
    ///
    /// `None` if it begins with two zeros; how such a one is written as an arc is not documented.
    #[must_use]
    pub const fn to_arc(&self) -> Option<u64> {
        if self.0 >= 1_000_000 {
            Some(self.0 as u64)
        } else {
            None
        }
    }

    /// Whether the check digit is right: the seven digits weighted by 7, 9, 10, 5, 8, 4, 2,
    /// modulo 11.
    #[must_use]
    pub fn check_digit(&self) -> CheckDigit {
        let mut rest = self.0 / 10;
        let mut sum = 0_u32;
        for weight in [2, 4, 8, 5, 10, 9, 7_u32] {
            sum = sum.saturating_add((rest % 10).saturating_mul(weight));
            rest /= 10;
        }
        let expected = match sum % 11 {
            0 => 0,
            1 => return CheckDigit::NotIssued,
            remainder => 11_u32.saturating_sub(remainder),
        };
        if self.0 % 10 == expected {
            CheckDigit::Right
        } else {
            CheckDigit::Wrong {
                expected: expected as u8,
            }
        }
    }
}

impl OwnerOid {
    /// The organisation's business ID, if its code in the SOTE register can be one.
    #[must_use]
    pub const fn business_id(&self) -> Option<BusinessId> {
        if self.form.has_unit() {
            BusinessId::from_arc(self.code)
        } else {
            None
        }
    }
}

impl FromStr for BusinessId {
    type Err = BusinessIdError;

    fn from_str(text: &str) -> Result<Self, BusinessIdError> {
        Self::parse(text)
    }
}

impl TryFrom<&str> for BusinessId {
    type Error = BusinessIdError;

    fn try_from(text: &str) -> Result<Self, BusinessIdError> {
        Self::parse(text)
    }
}

impl fmt::Display for BusinessId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = *b"0000000-0";
        let mut rest = self.0;
        for digit in text.iter_mut().rev().filter(|it| **it == b'0') {
            *digit = b'0'.saturating_add(u8::try_from(rest % 10).unwrap_or(0));
            rest /= 10;
        }
        f.pad(core::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for BusinessId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BusinessId({self})")
    }
}

tell_in_three_languages!(CheckDigit);
tell_in_three_languages!(BusinessIdError);

impl core::error::Error for BusinessIdError {}
