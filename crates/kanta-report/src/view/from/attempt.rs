//! From what an attempt came to, to its line.

use kanta_admission::{AdmissionCondition, AdmissionExplanation};
use kanta_conformance::Escaped;

use super::admission::decision;
use crate::view::{Answered, AttemptAnswer, Decision};

impl AttemptAnswer {
    /// What the attempt of a line came to.
    #[must_use]
    pub fn decided(line: u64, explanation: &AdmissionExplanation) -> Self {
        let ids = |links: &mut dyn Iterator<Item = &AdmissionCondition>| {
            links.map(|link| link.requirement.id().to_owned()).collect()
        };
        Self {
            decision: match decision(explanation.evaluation.would_permit()) {
                Decision::Permit => Answered::Permit,
                Decision::Deny => Answered::Deny,
            },
            line,
            missing: ids(&mut explanation.missing()),
            questions: ids(&mut explanation.questions()),
            ..Self::default()
        }
    }

    /// With what a log made of it: what could not be recorded is denied.
    #[must_use]
    pub fn recorded(mut self, reference: Option<String>, unrecorded: Option<String>) -> Self {
        if unrecorded.is_some() {
            self.decision = Answered::Deny;
        }
        (self.reference, self.message) = (reference, unrecorded);
        self
    }

    /// With what another index decides, where it decides otherwise.
    #[must_use]
    pub fn beside(mut self, otherwise: Option<bool>) -> Self {
        self.shadow = Some(otherwise.map(decision));
        self
    }

    /// A line that is no attempt, and why.
    #[must_use]
    pub fn unreadable(line: u64, message: &str) -> Self {
        Self {
            decision: Answered::Unreadable,
            line,
            message: Some(Escaped(message).to_string()),
            ..Self::default()
        }
    }
}
