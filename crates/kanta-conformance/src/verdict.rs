//! What all findings come to.

use alloc::vec::Vec;

use crate::{Date, EDITIONS, Edition, Finding, Ground, Level, Outcome, OutcomeKind};

/// What all findings come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Verdict {
    /// At least one Must is violated.
    NonConforming,
    /// No Must is violated, and at least one is undetermined, or there is a [`Gap`].
    Undetermined,
    /// Every Must that applies is satisfied: it conforms as far as the guide can be checked.
    Conforming,
}

impl Verdict {
    /// Its word in machine-readable output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NonConforming => "non-conforming",
            Self::Undetermined => "undetermined",
            Self::Conforming => "conforming",
        }
    }
}

/// Why no plan could conform, whatever its findings are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Gap {
    /// No joining party.
    NoParty,
    /// No service is used.
    NoService,
    /// No access point.
    NoAccessPoint,
    /// No binding requirement applies.
    NoApplicableMust,
    /// The day lies before the first known edition of the guide.
    BeforeFirstEdition,
}

/// How many findings there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Counts {
    /// Violated, at level Must.
    pub violated: usize,
    /// Undetermined, at level Must.
    pub undetermined: usize,
    /// Satisfied, at any level.
    pub satisfied: usize,
    /// Of those, on attestation.
    pub attested: usize,
    /// Of those, on a ruling.
    pub ruled: usize,
    /// Recommendations missed or undetermined.
    pub advice: usize,
    /// Notes that call for attention.
    pub notes: usize,
    /// The requirement does not speak about the subject.
    pub not_applicable: usize,
    /// The requirement is not in force on the day.
    pub not_in_force: usize,
}

/// All findings of one question asked as of one day, and what they come to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Assessment {
    /// The day asked about.
    pub on: Date,
    /// The edition of the guide on that day; none before the first known one.
    pub edition: Option<&'static Edition>,
    /// The findings, in the order of the rows and, within a row, of the subjects.
    pub findings: Vec<Finding>,
    /// What keeps the verdict undetermined beside the findings.
    pub gaps: Vec<Gap>,
}

impl Assessment {
    /// Adds up findings. `gaps` are those that only the caller can see; those of the day and of the findings are added.
    #[must_use]
    pub fn new(on: Date, findings: Vec<Finding>, mut gaps: Vec<Gap>) -> Self {
        let applies = |finding: &Finding| {
            finding.requirement.level() == Level::Must
                && !matches!(
                    finding.outcome,
                    Outcome::NotApplicable | Outcome::NotInForce
                )
        };
        if !findings.iter().any(applies) {
            gaps.push(Gap::NoApplicableMust);
        }
        let edition = Edition::on(on);
        if edition.is_none() {
            gaps.push(Gap::BeforeFirstEdition);
        }
        Self {
            on,
            edition,
            findings,
            gaps,
        }
    }

    /// The verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let counts = self.counts();
        if counts.violated > 0 {
            Verdict::NonConforming
        } else if counts.undetermined > 0 || !self.gaps.is_empty() {
            Verdict::Undetermined
        } else {
            Verdict::Conforming
        }
    }

    /// Whether the day lies after the last known edition's own day, so that a later edition may exist.
    #[must_use]
    pub fn may_be_outdated(&self) -> bool {
        EDITIONS.last().is_some_and(|last| self.on > last.date)
    }

    /// How many findings there are of each kind.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for finding in &self.findings {
            let slot = match (finding.outcome.kind(), finding.requirement.level()) {
                (OutcomeKind::Violated, Level::Must) => &mut counts.violated,
                (OutcomeKind::Undetermined, Level::Must) => &mut counts.undetermined,
                (OutcomeKind::Violated | OutcomeKind::Undetermined, Level::Should) => {
                    &mut counts.advice
                }
                (OutcomeKind::Violated | OutcomeKind::Undetermined, Level::Note) => {
                    &mut counts.notes
                }
                (OutcomeKind::Satisfied, _) => &mut counts.satisfied,
                (OutcomeKind::NotApplicable, _) => &mut counts.not_applicable,
                (OutcomeKind::NotInForce, _) => &mut counts.not_in_force,
            };
            *slot = slot.saturating_add(1);
            let rests_on = match (&finding.outcome, &finding.ground) {
                (Outcome::Satisfied, Some(Ground::Attested(_))) => &mut counts.attested,
                (Outcome::Satisfied, Some(Ground::Ruled(_))) => &mut counts.ruled,
                _ => continue,
            };
            *rests_on = rests_on.saturating_add(1);
        }
        counts
    }
}
