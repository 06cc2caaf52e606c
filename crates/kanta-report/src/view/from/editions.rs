//! From the editions of the guide to their views.

use kanta_conformance::{
    Assessment, Date, EDITIONS, Edition, FieldPath, Force, Outcome, OutcomeKind, Requirement,
};

use crate::dates;
use crate::view::{
    AllEditions, EditionChanges, EditionEntry, FORMAT, History, Run, Stretch, Turn, UnderEdition,
    Why,
};

impl AllEditions {
    /// All editions.
    #[must_use]
    pub fn known() -> Self {
        Self {
            format: FORMAT,
            editions: EDITIONS.iter().map(EditionEntry::from).collect(),
        }
    }
}

impl From<&Edition> for EditionEntry {
    fn from(its: &Edition) -> Self {
        Self {
            version: its.version.to_string(),
            date: its.date.into(),
            changes: its.changes.into(),
        }
    }
}

impl EditionChanges {
    /// What changed after one edition, up to another.
    #[must_use]
    pub fn new(first: &Edition, last: &Edition, editions: &[&Edition], turns: Vec<Turn>) -> Self {
        Self {
            format: FORMAT,
            from: first.version.to_string(),
            to: last.version.to_string(),
            editions: editions.iter().map(|&its| its.into()).collect(),
            requirements: turns,
        }
    }
}

impl Turn {
    /// A day on which a requirement starts, ends or becomes known.
    #[must_use]
    pub fn new(requirement: &Requirement, day: Date, before: Force, after: Force) -> Self {
        Self {
            requirement: requirement.id().to_owned(),
            statement: requirement.statement().into(),
            day: day.into(),
            edition: Edition::dated(day).map(|edition| edition.version.to_string()),
            before: dates::force(before).to_owned(),
            after: dates::force(after).to_owned(),
        }
    }
}

impl History {
    /// A plan under each edition; `name` is what its file is called.
    #[must_use]
    pub fn new(name: &str, verdicts: &[(&Edition, Assessment)], findings: Vec<Run>) -> Self {
        let under = |(edition, assessment): &(&Edition, Assessment)| UnderEdition {
            edition: edition.version.to_string(),
            on: assessment.on.into(),
            verdict: assessment.verdict().into(),
            gaps: assessment.gaps.iter().map(|&gap| gap.into()).collect(),
            counts: assessment.counts().into(),
        };
        Self {
            format: FORMAT,
            plan: name.to_owned(),
            judged_on: "day-of-edition".to_owned(),
            editions: verdicts.iter().map(under).collect(),
            findings,
        }
    }
}

impl Run {
    /// How a finding runs through the editions, stretch by stretch.
    #[must_use]
    pub fn new(requirement: &Requirement, path: &FieldPath, outcomes: Vec<Stretch>) -> Self {
        let first = |kind: OutcomeKind| {
            let mut all = outcomes.iter();
            let found = all.find(|its| its.outcome == kind.into());
            found.map(|its| its.first.clone())
        };
        Self {
            requirement: requirement.id().to_owned(),
            statement: requirement.statement().into(),
            level: requirement.level().into(),
            in_force: requirement.in_force().into(),
            path: path.to_string(),
            first_violated: first(OutcomeKind::Violated),
            first_satisfied: first(OutcomeKind::Satisfied),
            outcomes,
        }
    }
}

impl Stretch {
    /// An outcome, from one edition to another.
    #[must_use]
    pub fn new(first: &Edition, last: &Edition, outcome: &Outcome) -> Self {
        Self {
            first: first.version.to_string(),
            last: last.version.to_string(),
            outcome: outcome.kind().into(),
            why: match outcome {
                Outcome::Undetermined(why) => Some(Why::from(why)),
                _ => None,
            },
        }
    }
}
