use crate::case::RequestCase;
use crate::rows::{self, passes};
use crate::{AddressIndex, Request, RightId, Service};

/// The answer to a [`Request`]. There are two, and whatever is not known is a denial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub enum Decision {
    /// Allowed, by this right.
    Permit(RightId),
    /// Not allowed; [`AddressIndex::explain`] names every missing link.
    Deny,
}

impl Decision {
    /// Allowed.
    #[must_use]
    pub const fn is_permit(self) -> bool {
        matches!(self, Self::Permit(_))
    }
}

impl AddressIndex {
    /// Whether the index allows the request. Takes no memory, and the same time however many
    /// rights the index holds.
    ///
    /// It is the answer that [`explain`](Self::explain) gives, without the reasons.
    #[inline]
    pub fn decide(&self, request: &Request) -> Decision {
        let Some(right) = self.grants.find(request) else {
            return Decision::Deny;
        };
        let carries = request.tenant.is_some() || request.service == Service::RenewalRequests;
        if carries && !self.carried(request, right) {
            return Decision::Deny;
        }
        Decision::Permit(RightId(right))
    }

    /// The answers to many requests, in their order: each is that of [`decide`](Self::decide).
    #[must_use]
    pub fn decide_all(&self, requests: &[Request]) -> Vec<Decision> {
        requests
            .iter()
            .map(|request| self.decide(request))
            .collect()
    }

    /// Whether tenant and service unit are in order.
    fn carried(&self, request: &Request, right: u32) -> bool {
        let case = RequestCase {
            store: &self.store,
            request,
            subject: Some(self.store.rights.subject(right)),
            point: None,
            right: Some(right),
        };
        let tenant = rows::tenant(case);
        rows::OF_CARRIED
            .iter()
            .all(|link| passes(&link.look(case, request.day)))
            && tenant.is_none_or(rows::tenant_in_order)
    }
}
