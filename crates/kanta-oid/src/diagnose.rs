use core::ops::Range;

use crate::language::tell_in_three_languages;
use crate::suggest::suggest;
use crate::{AccessPointOid, ArcRole, Hint, OidFault, ParseError};

/// Reads an access-point OID as [`AccessPointOid::parse`] does, and of a text that is none works
/// out what was found, what was expected and how to put it right.
///
/// The time is linear in the length of the text. A text over 256 bytes gets no hints.
///
/// # Errors
///
/// A [`Diagnosis`] of every text that `parse` refuses.
///
/// ```
/// use kanta_oid::diagnose;
///
/// let diagnosis = diagnose("1.2.246.10.1234567-1.10.1.14.2").unwrap_err();
/// assert_eq!(
///     diagnosis.to_string(),
///     "organisation code: sign or hyphen (arc 5, character 19), found `-`"
/// );
/// let hints: Vec<String> = diagnosis.hints().map(|hint| hint.to_string()).collect();
/// assert_eq!(
///     hints,
///     [
///         "write the business ID without its hyphen: `12345671`",
///         "access points stand in node `13`, not in `14`",
///     ]
/// );
/// let meant = diagnosis.suggestion().unwrap();
/// assert_eq!(meant.to_string(), "1.2.246.10.12345671.10.1.13.2");
/// ```
pub fn diagnose(text: &str) -> Result<AccessPointOid, Diagnosis<'_>> {
    AccessPointOid::parse(text).map_err(|error| Diagnosis { text, error })
}

/// Why a text is no access-point OID, and how to put it right; made by [`diagnose`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diagnosis<'a> {
    text: &'a str,
    error: ParseError,
}

impl<'a> Diagnosis<'a> {
    /// The text that was read.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// The error of [`AccessPointOid::parse`].
    #[must_use]
    pub const fn error(&self) -> ParseError {
        self.error
    }

    /// What is wrong.
    #[must_use]
    pub const fn fault(&self) -> OidFault {
        self.error.fault()
    }

    /// The part of the identifier in which it is wrong.
    #[must_use]
    pub const fn role(&self) -> ArcRole {
        self.error.role()
    }

    /// The values that could stand there, where they are fixed; empty where any number can.
    #[must_use]
    pub const fn expected(&self) -> &'static [u64] {
        self.error.expected()
    }

    /// Where it is wrong, in bytes of the text: a character, an arc, or all that is too much; empty
    /// where something is missing.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        let start = self.error.offset().min(self.text.len());
        let rest = self.text.get(start..).unwrap_or_default();
        let length = match self.fault() {
            OidFault::Empty | OidFault::EmptyArc | OidFault::Missing => 0,
            OidFault::UrnPrefix => "urn:oid:".len(),
            OidFault::LeadingZero | OidFault::ArcTooLarge | OidFault::UnexpectedArc => rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len()),
            OidFault::Extra | OidFault::TooLong => rest.len(),
            _ => rest.chars().next().map_or(0, char::len_utf8),
        };
        start..start.saturating_add(length)
    }

    /// What was found at [`span`](Self::span).
    #[must_use]
    pub fn found(&self) -> &'a str {
        self.text.get(self.span()).unwrap_or_default()
    }

    /// How to put the text right, or what it is instead.
    pub fn hints(&self) -> impl Iterator<Item = Hint> + use<> {
        suggest(self.text).0.into_iter()
    }

    /// The access-point OID that comes out if every hint is followed, where that is one value.
    #[must_use]
    pub fn suggestion(&self) -> Option<AccessPointOid> {
        suggest(self.text).1
    }
}

tell_in_three_languages!(Diagnosis<'_>);

impl core::error::Error for Diagnosis<'_> {}
