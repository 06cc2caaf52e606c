//! Telling why: every row that a decision rests on.

use std::sync::Arc;

use kanta_address_index::{Decision, Right, RightId};
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::evaluate::request;
use crate::rows::{Requesting, of_request};
use crate::{AdmissionCondition, Attempt, Connection, Evaluation, Identity, State};

/// Why an attempt is permitted or not: every requirement that was looked at, those of the connection first. For
/// whoever runs the gateway, and never for the peer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdmissionExplanation {
    /// The answer; the same as [`State::evaluate`] gives.
    pub evaluation: Evaluation,
    /// The right that decided or, for a denial, the one that came nearest.
    pub right: Option<Right>,
    identity: Arc<Identity>,
    of_request: Vec<AdmissionCondition>,
}

impl AdmissionExplanation {
    /// Who the peer is.
    #[must_use]
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Everything that was looked at.
    pub fn conditions(&self) -> impl Iterator<Item = &AdmissionCondition> {
        self.identity.conditions().iter().chain(&self.of_request)
    }

    /// Every condition that is missing; none for a permit.
    pub fn missing(&self) -> impl Iterator<Item = &AdmissionCondition> {
        // Nothing is missing of a peer that is in order.
        let of_peer = if self.identity.is_in_order() {
            &[]
        } else {
            self.identity.conditions()
        };
        let conditions = of_peer.iter().chain(&self.of_request);
        conditions.filter(|condition| condition.is_missing())
    }

    /// Every question on which the guide is silent or ambiguous.
    pub fn questions(&self) -> impl Iterator<Item = &AdmissionCondition> {
        self.conditions()
            .filter(|condition| condition.is_question())
    }

    /// A denial that rests on nothing but what is not known.
    #[must_use]
    pub fn is_undetermined(&self) -> bool {
        !self.evaluation.would_permit()
            && self.missing().all(|condition| {
                matches!(
                    condition.outcome,
                    kanta_conformance::Outcome::Undetermined(_)
                )
            })
    }
}

/// What the index says of the access point itself, where none is known and another stands in for it.
const OF_THE_POINT: [&str; 2] = [
    "connection-models/access-point-not-in-index",
    "connection-models/no-right-on-the-day",
];

impl State {
    /// The answer to an attempt with everything that it rests on.
    ///
    /// What is missing of the connection hides nothing of the request: the rest is looked at as if the peer were the
    /// access point that its certificate names, or else the one that speaks from its address. Where neither is known,
    /// what needs no access point is looked at.
    #[must_use]
    pub fn explain(&self, connection: &Connection, attempt: &Attempt) -> AdmissionExplanation {
        self.explain_as(connection.identity(self, attempt.at), attempt)
    }

    pub(crate) fn explain_as(
        &self,
        identity: Arc<Identity>,
        attempt: &Attempt,
    ) -> AdmissionExplanation {
        let mut conditions = Vec::with_capacity(32);
        conditions.push(of_request(Requesting {
            system: self.system(&identity),
            subject: &attempt.subject,
        }));
        let through = identity.through.or_else(nowhere);
        let known = identity.through.is_some();
        let (mut right, mut permits) = (None, None);
        if let Some(through) = through {
            let asked = request(&identity, through, attempt);
            let stands_in = |id: &str| !known && OF_THE_POINT.contains(&id);
            let (decision, nearest) = self.index.explain_with(&asked, |condition| {
                if !stands_in(condition.requirement.id()) {
                    conditions.push(AdmissionCondition::from(condition));
                }
            });
            right = nearest;
            permits = match decision {
                Decision::Permit(right) => Some(right),
                _ => None,
            };
        }
        AdmissionExplanation {
            evaluation: evaluation(permits, &identity, &conditions),
            right,
            identity,
            of_request: conditions,
        }
    }
}

fn evaluation(
    permits: Option<RightId>,
    identity: &Identity,
    of_request: &[AdmissionCondition],
) -> Evaluation {
    match permits {
        Some(right)
            if identity.is_in_order() && !of_request.iter().any(AdmissionCondition::is_missing) =>
        {
            Evaluation::WouldPermit(right)
        }
        _ => Evaluation::WouldDeny,
    }
}

/// An access point of nobody.
fn nowhere() -> Option<AccessPointOid> {
    OwnerOid::pharmacy(u64::MAX).access_point(0).ok()
}
