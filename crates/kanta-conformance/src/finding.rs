//! A finding: what a row found about one subject, and where.

use alloc::string::String;
use core::fmt;

use crate::{Attestation, Outcome, Requirement, Ruling};

/// Where a finding stands: a subject, as `link.mpls-b`, and perhaps one of its fields, as `halls`.
///
/// Printed as `link.mpls-b.halls`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    subject: String,
    field: &'static str,
}

impl Path {
    /// A field of a subject; the field is empty when the subject as a whole is meant.
    #[must_use]
    pub fn new(subject: &str, field: &'static str) -> Self {
        Self {
            subject: subject.into(),
            field,
        }
    }

    /// The subject, for example `link.mpls-b`.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The field, for example `halls`; empty when the subject as a whole is meant.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        self.field
    }

    /// Whether this place is the subject named by `path`, or lies in it.
    ///
    /// `link.mpls-b` covers `link.mpls-b.halls` and not `link.mpls-b2`.
    #[must_use]
    pub fn lies_in(&self, path: &str) -> bool {
        match self.subject.strip_prefix(path) {
            Some(rest) => rest.is_empty() || rest.starts_with(['.', '[']),
            None => path
                .strip_prefix(self.subject.as_str())
                .and_then(|rest| rest.strip_prefix('.'))
                .is_some_and(|field| field == self.field),
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.subject)?;
        if !self.subject.is_empty() && !self.field.is_empty() {
            f.write_str(".")?;
        }
        f.write_str(self.field)
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Path {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What a finding rests on beside the row's own evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Ground {
    /// Somebody attests it.
    Attested(Attestation),
    /// Somebody decided where the guide is silent or ambiguous.
    Ruled(Ruling),
}

/// What one row found about one subject.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Finding {
    /// The requirement.
    pub requirement: &'static Requirement,
    /// The subject and its field.
    pub path: Path,
    /// What was found.
    pub outcome: Outcome,
    /// The attestation or ruling that it rests on, if any.
    pub ground: Option<Ground>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_lies_in_its_subject_and_not_in_a_namesake() {
        let path = Path::new("link.mpls-b", "halls");
        assert!(path.lies_in("link.mpls-b"));
        assert!(path.lies_in("link.mpls-b.halls"));
        assert!(!path.lies_in("link.mpls-b.operator"));
        assert!(!path.lies_in("link.mpls"));
        assert!(!path.lies_in("link.mpls-b2"));
        let address = Path::new("access_point.ap1.addresses[0]", "fixed");
        assert!(address.lies_in("access_point.ap1"));
        assert!(address.lies_in("access_point.ap1.addresses[0]"));
        assert!(!address.lies_in("access_point.ap1.addresses[1]"));
    }
}
