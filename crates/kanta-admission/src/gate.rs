//! The one way to a permit that a server can act on: decide, record, answer.

use std::fmt;
use std::sync::Arc;

use crate::audit::{Log, Record, SinkError, Written};
use crate::{
    AdmissionExplanation, Attempt, Connection, Difference, Evaluation, Live, Shadow, State,
};

/// Decides requests, and records every decision: the only source of a [`Permit`].
#[derive(Debug)]
pub struct Gate {
    live: Live,
    log: Log,
    shadow: Option<Shadow>,
}

/// What a decision came to: an answer for the peer, and a report for the operator. Neither can be turned into the
/// other.
#[derive(Debug)]
#[must_use]
pub struct Admission {
    /// A permit, or what the peer is told.
    pub answer: Result<Permit, Refusal>,
    /// What the operator is told.
    pub report: AdmissionReport,
}

/// Leave to serve one request. It exists because a decision was made and recorded, or was let stand without a record
/// by the operator's choice; it cannot be made or copied otherwise.
#[derive(Debug)]
#[must_use]
pub struct Permit {
    attempt: Attempt,
    reference: Reference,
}

/// All that a refused peer is told: that it is, and what to refer to.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[must_use]
pub struct Refusal {
    reference: Reference,
}

/// By what peer and operator speak of the same decision. It tells nothing of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct Reference(String);

/// What the operator is told of a decision. It is no text and becomes none by itself, so that it reaches no peer by
/// mistake.
#[derive(Debug)]
pub struct AdmissionReport {
    /// Why, with every missing condition.
    pub explanation: AdmissionExplanation,
    /// The record, as it was written or would have been.
    pub record: Record,
    /// The number of its line in the log; none where there was no room.
    pub line: Option<u64>,
    /// Why there is no line.
    pub unrecorded: Option<SinkError>,
    /// The same reference that the peer has.
    pub reference: Reference,
    /// What the shadow decides, where there is one and it decides otherwise. It is on no record.
    pub shadow: Option<Box<Difference>>,
}

impl Gate {
    /// Decides by a set, and records in a log.
    #[must_use]
    pub const fn new(live: Live, log: Log) -> Self {
        Self {
            live,
            log,
            shadow: None,
        }
    }

    /// The same with another set decided beside the live one: what it decides otherwise is counted and reported.
    #[must_use]
    pub fn with_shadow(self, state: State) -> Self {
        Self {
            shadow: Some(Shadow::new(state)),
            ..self
        }
    }

    /// What is decided beside the live set.
    #[must_use]
    pub const fn shadow(&self) -> Option<&Shadow> {
        self.shadow.as_ref()
    }

    /// The set that decisions rest on, to be exchanged.
    #[must_use]
    pub const fn live(&self) -> &Live {
        &self.live
    }

    /// The log.
    #[must_use]
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// Decides an attempt, and writes the record before anybody can act on the answer.
    pub fn admit(&self, connection: &Connection, attempt: &Attempt) -> Admission {
        let state = self.live.load();
        let (explanation, record) = decide(&state, connection, attempt);
        let permits = explanation.evaluation.would_permit();
        let Written {
            reference,
            seq,
            stands,
            error,
        } = self.log.write(&record);
        let reference = Reference(reference);
        let beside = self.shadow.as_ref();
        let beside = beside.and_then(|it| it.compare(connection, attempt, explanation.evaluation));
        Admission {
            answer: if permits && stands {
                Ok(Permit {
                    attempt: *attempt,
                    reference: reference.clone(),
                })
            } else {
                Err(Refusal {
                    reference: reference.clone(),
                })
            },
            report: AdmissionReport {
                explanation,
                record,
                line: seq,
                unrecorded: error,
                reference,
                shadow: beside.map(Box::new),
            },
        }
    }
}

/// The decision, by one set and one identity; where the short way and the long one differed, it would be a denial.
fn decide(
    state: &State,
    connection: &Connection,
    attempt: &Attempt,
) -> (AdmissionExplanation, Record) {
    let identity = connection.identity(state, attempt.at);
    let evaluation = state.evaluate_as(&identity, attempt);
    let mut explanation = state.explain_as(Arc::clone(&identity), attempt);
    if evaluation != explanation.evaluation {
        explanation.evaluation = Evaluation::WouldDeny;
    }
    let record = Record::of(connection.presented(), attempt, &explanation);
    (explanation, record)
}

impl Permit {
    /// What it permits.
    #[must_use]
    pub const fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    /// By what the operator finds it in the log.
    #[must_use]
    pub const fn reference(&self) -> &Reference {
        &self.reference
    }
}

impl Refusal {
    /// By what the operator finds it in the log.
    #[must_use]
    pub const fn reference(&self) -> &Reference {
        &self.reference
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused, reference {}", self.reference)
    }
}

impl std::error::Error for Refusal {}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
