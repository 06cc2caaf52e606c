//! Deciding: as little as the answer takes. Why, is told elsewhere, from the same rows.

use kanta_address_index::{Decision, Request, RightId};
use kanta_oid::AccessPointOid;

use crate::policy::{Mode, System};
use crate::rows::{Requesting, request_passes};
use crate::{Attempt, Connection, Identity, State};

/// What a decision would be. Nothing is on record, and so no server can act on it: that takes a
/// [`Permit`](crate::Permit).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
#[non_exhaustive]
pub enum Evaluation {
    /// It would be a permit, by this right of the index.
    WouldPermit(RightId),
    /// It would be a denial; [`State::explain`] names every missing condition.
    WouldDeny,
}

impl Evaluation {
    /// It would be a permit.
    #[must_use]
    pub const fn would_permit(self) -> bool {
        matches!(self, Self::WouldPermit(_))
    }
}

impl State {
    /// What a decision on an attempt would be. Takes no memory once the connection's peer is known.
    ///
    /// It is the answer of [`explain`](Self::explain), without the reasons.
    #[inline]
    pub fn evaluate(&self, connection: &Connection, attempt: &Attempt) -> Evaluation {
        connection.with_identity(self, attempt.at, |identity| {
            self.evaluate_as(identity, attempt)
        })
    }

    #[inline]
    pub(crate) fn evaluate_as(&self, identity: &Identity, attempt: &Attempt) -> Evaluation {
        let Some(through) = identity.through.filter(|_| identity.is_in_order()) else {
            return Evaluation::WouldDeny;
        };
        let view = Requesting {
            system: self.system(identity),
            subject: &attempt.subject,
        };
        if !request_passes(view) {
            return Evaluation::WouldDeny;
        }
        match self.index.decide(&request(identity, through, attempt)) {
            Decision::Permit(right) => Evaluation::WouldPermit(right),
            Decision::Deny => Evaluation::WouldDeny,
        }
    }

    /// The system as which a peer is known.
    pub(crate) fn system(&self, identity: &Identity) -> Option<&System> {
        match &self.policy.mode {
            Mode::OwnAccessPoint { systems, .. } => systems.get(identity.system?),
            Mode::AccessPoints => None,
        }
    }
}

/// The question that an attempt puts to the index.
pub(crate) const fn request(
    identity: &Identity,
    through: AccessPointOid,
    attempt: &Attempt,
) -> Request {
    let mut request = Request::new(attempt.subject, through, attempt.service, identity.day);
    request.tenant = attempt.tenant;
    request.service_unit = attempt.service_unit;
    request
}
