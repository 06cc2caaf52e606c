//! What a check finds.

use alloc::{boxed::Box, vec::Vec};

use crate::{Document, FieldPath, Text, Value};

/// What a check found about one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Outcome {
    /// The requirement's dates do not cover the day.
    NotInForce,
    /// The requirement does not speak about this subject, and that is known.
    NotApplicable,
    /// Shown to hold.
    Satisfied,
    /// Shown not to hold.
    Violated {
        /// What was found.
        found: Value,
        /// What is required.
        required: Value,
    },
    /// Not known. What is not known never passes.
    Undetermined(Why),
}

/// Why an outcome is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Why {
    /// These fields have to be filled in.
    InputMissing(Vec<FieldPath>),
    /// The guide says nothing on this question.
    GuideSilent(Text),
    /// The guide can be read in more than one way on this question.
    GuideAmbiguous(Text),
    /// It falls short by our reading of the guide alone, which can be read in another way.
    ByReading(Box<Reading>),
    /// The documents do not tell whether the requirement was in force on that day.
    DateUnknown,
    /// Only a document that is not public here, or somebody's attestation, can tell.
    EvidenceOutside(&'static Document),
    /// It could not be checked; the value says what stands in the way, and where it can be had.
    Unchecked(Value),
}

/// What falls short only by a reading of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Reading {
    /// The reading.
    pub reading: Text,
    /// What was found.
    pub found: Value,
    /// What is required by the reading.
    pub required: Value,
}

/// The kind of an [`Outcome`], without what it carries; worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum OutcomeKind {
    /// Shown not to hold.
    Violated,
    /// Not known.
    Undetermined,
    /// Shown to hold.
    Satisfied,
    /// Does not speak about the subject.
    NotApplicable,
    /// Not in force on the day.
    NotInForce,
}

impl OutcomeKind {
    /// All, worst first.
    pub const ALL: [Self; 5] = [
        Self::Violated,
        Self::Undetermined,
        Self::Satisfied,
        Self::NotApplicable,
        Self::NotInForce,
    ];

    /// Its word in machine-readable output, for example `not-applicable`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Violated => "violated",
            Self::Undetermined => "undetermined",
            Self::Satisfied => "satisfied",
            Self::NotApplicable => "not-applicable",
            Self::NotInForce => "not-in-force",
        }
    }
}

impl Outcome {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> OutcomeKind {
        match self {
            Self::NotInForce => OutcomeKind::NotInForce,
            Self::NotApplicable => OutcomeKind::NotApplicable,
            Self::Satisfied => OutcomeKind::Satisfied,
            Self::Violated { .. } => OutcomeKind::Violated,
            Self::Undetermined(_) => OutcomeKind::Undetermined,
        }
    }

    /// Not known, because this field has to be filled in.
    #[must_use]
    pub fn missing(field: FieldPath) -> Self {
        Self::Undetermined(Why::InputMissing(alloc::vec![field]))
    }

    /// Not known, because the guide says nothing on this question.
    #[must_use]
    pub const fn silent(question: Text) -> Self {
        Self::Undetermined(Why::GuideSilent(question))
    }

    /// Not known, because the guide can be read in more than one way on this question.
    #[must_use]
    pub const fn ambiguous(question: Text) -> Self {
        Self::Undetermined(Why::GuideAmbiguous(question))
    }

    /// Not known, because of what the value says.
    #[must_use]
    pub const fn unchecked(obstacle: Value) -> Self {
        Self::Undetermined(Why::Unchecked(obstacle))
    }

    /// What rests on that reading alone: what would be violated is not known.
    #[must_use]
    pub fn by_reading(self, reading: Text) -> Self {
        match self {
            Self::Violated { found, required } => {
                Self::Undetermined(Why::ByReading(Box::new(Reading {
                    reading,
                    found,
                    required,
                })))
            }
            outcome => outcome,
        }
    }

    /// Shown not to hold.
    #[must_use]
    pub const fn violated(found: Value, required: Value) -> Self {
        Self::Violated { found, required }
    }
}

impl Why {
    /// Its word in machine-readable output, for example `guide-silent`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InputMissing(_) => "input-missing",
            Self::GuideSilent(_) => "guide-silent",
            Self::GuideAmbiguous(_) | Self::ByReading(_) => "guide-ambiguous",
            Self::DateUnknown => "date-unknown",
            Self::EvidenceOutside(_) => "evidence-outside",
            Self::Unchecked(_) => "unchecked",
        }
    }

    /// Whether a ruling can settle it: the guide's silence and ambiguity, and nothing else.
    #[must_use]
    pub const fn takes_a_ruling(&self) -> bool {
        matches!(
            self,
            Self::GuideSilent(_) | Self::GuideAmbiguous(_) | Self::ByReading(_)
        )
    }
}
