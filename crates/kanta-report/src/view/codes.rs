//! The words of which one is chosen.

use kanta_conformance as of;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An enumeration of the lower crates with its words in JSON; [`code`](Level::code) gives the word.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
            Serialize, Deserialize, JsonSchema,
        )]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$each])* $variant,)+
        }

        impl $name {
            /// Its word in JSON.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }
        }
    };
}

codes! {
    /// How binding a requirement is.
    Level {
        /// Binding: one violation makes the plan non-conforming.
        #[default]
        Must = "must",
        /// Recommended.
        Should = "should",
        /// Worth knowing: no document states it as a duty.
        Note = "note",
    }
}

codes! {
    /// How a requirement is known.
    Certainty {
        /// A text states it.
        #[default]
        Documented = "documented",
        /// It is our reading of a text.
        Interpreted = "interpreted",
        /// It follows from texts, by a reason.
        Inferred = "inferred",
        /// It was seen in the field.
        Observed = "observed",
    }
}

codes! {
    /// What the findings of a requirement rest on.
    Evidence {
        /// Computed from bytes and numbers.
        #[default]
        Computed = "computed",
        /// A fact that the plan states.
        Stated = "stated",
        /// Somebody attests it.
        Attested = "attested",
    }
}

codes! {
    /// The day that decides whether a requirement is in force.
    JudgedOn {
        /// The day asked about.
        #[default]
        DayAsked = "day-asked",
        /// The day on which the certificate was issued.
        DayIssued = "day-issued",
    }
}

codes! {
    /// What was found about one subject; worst first.
    Outcome {
        /// Shown not to hold.
        Violated = "violated",
        /// Not known.
        #[default]
        Undetermined = "undetermined",
        /// Shown to hold.
        Satisfied = "satisfied",
        /// Does not speak about the subject.
        NotApplicable = "not-applicable",
        /// Not in force on the day.
        NotInForce = "not-in-force",
    }
}

codes! {
    /// Why an outcome is not known.
    Why {
        /// Fields have to be filled in.
        #[default]
        InputMissing = "input-missing",
        /// The guide says nothing on the question.
        GuideSilent = "guide-silent",
        /// The guide can be read in more than one way on the question.
        GuideAmbiguous = "guide-ambiguous",
        /// The documents do not tell whether it was in force on the day.
        DateUnknown = "date-unknown",
        /// Only a document that is not public, or somebody's attestation, can tell.
        EvidenceOutside = "evidence-outside",
        /// It could not be checked.
        Unchecked = "unchecked",
    }
}

codes! {
    /// What all findings come to.
    Verdict {
        /// Something binding is violated.
        NonConforming = "non-conforming",
        /// Nothing binding is violated, and something binding is not known.
        #[default]
        Undetermined = "undetermined",
        /// Everything binding that applies is satisfied.
        Conforming = "conforming",
    }
}

codes! {
    /// Why no plan could conform, whatever its findings are.
    Gap {
        /// No joining party.
        #[default]
        NoParty = "no-party",
        /// No service is used.
        NoService = "no-service",
        /// No access point.
        NoAccessPoint = "no-access-point",
        /// No binding requirement applies.
        NoApplicableMust = "no-applicable-must",
        /// The day lies before the first known edition of the guide.
        BeforeFirstEdition = "before-first-edition",
        /// Another one.
        Other = "other",
    }
}

impl From<of::Level> for Level {
    fn from(level: of::Level) -> Self {
        match level {
            of::Level::Must => Self::Must,
            of::Level::Should => Self::Should,
            of::Level::Note => Self::Note,
        }
    }
}

impl From<of::Certainty> for Certainty {
    fn from(certainty: of::Certainty) -> Self {
        match certainty {
            of::Certainty::Documented => Self::Documented,
            of::Certainty::Interpreted => Self::Interpreted,
            of::Certainty::Inferred => Self::Inferred,
            of::Certainty::Observed => Self::Observed,
        }
    }
}

impl From<of::Evidence> for Evidence {
    fn from(evidence: of::Evidence) -> Self {
        match evidence {
            of::Evidence::Computed => Self::Computed,
            of::Evidence::Stated => Self::Stated,
            of::Evidence::Attested => Self::Attested,
        }
    }
}

impl From<of::JudgedOn> for JudgedOn {
    fn from(judged_on: of::JudgedOn) -> Self {
        match judged_on {
            of::JudgedOn::DayAsked => Self::DayAsked,
            of::JudgedOn::DayIssued => Self::DayIssued,
        }
    }
}

impl From<of::OutcomeKind> for Outcome {
    fn from(kind: of::OutcomeKind) -> Self {
        match kind {
            of::OutcomeKind::Violated => Self::Violated,
            of::OutcomeKind::Undetermined => Self::Undetermined,
            of::OutcomeKind::Satisfied => Self::Satisfied,
            of::OutcomeKind::NotApplicable => Self::NotApplicable,
            of::OutcomeKind::NotInForce => Self::NotInForce,
        }
    }
}

impl From<&of::Why> for Why {
    fn from(why: &of::Why) -> Self {
        match why {
            of::Why::InputMissing(_) => Self::InputMissing,
            of::Why::GuideSilent(_) => Self::GuideSilent,
            of::Why::GuideAmbiguous(_) | of::Why::ByReading(_) => Self::GuideAmbiguous,
            of::Why::DateUnknown => Self::DateUnknown,
            of::Why::EvidenceOutside(_) => Self::EvidenceOutside,
            of::Why::Unchecked(_) => Self::Unchecked,
        }
    }
}

impl From<of::Verdict> for Verdict {
    fn from(verdict: of::Verdict) -> Self {
        match verdict {
            of::Verdict::NonConforming => Self::NonConforming,
            of::Verdict::Undetermined => Self::Undetermined,
            of::Verdict::Conforming => Self::Conforming,
        }
    }
}

impl From<of::Gap> for Gap {
    fn from(gap: of::Gap) -> Self {
        match gap {
            of::Gap::NoParty => Self::NoParty,
            of::Gap::NoService => Self::NoService,
            of::Gap::NoAccessPoint => Self::NoAccessPoint,
            of::Gap::NoApplicableMust => Self::NoApplicableMust,
            of::Gap::BeforeFirstEdition => Self::BeforeFirstEdition,
            _ => Self::Other,
        }
    }
}
