use crate::case::RequestCase;
use crate::grants::FastPath;
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
    // Always, so that a request that was made a moment before need not be laid out in memory for it.
    #[inline(always)]
    pub fn decide(&self, request: &Request) -> Decision {
        match self.grants.fast_path(request) {
            FastPath::Right(right) if !carries(request) => Decision::Permit(RightId(right)),
            FastPath::None => Decision::Deny,
            // A copy, so that the request itself can stay in registers up to here.
            _ => self.decide_at_length(&{ *request }),
        }
    }

    /// The same, with no short way: kept apart, so that the short way stays short.
    #[inline(never)]
    fn decide_at_length(&self, request: &Request) -> Decision {
        match self.grants.find(request) {
            Some(right) if !carries(request) || self.carried(request, right) => {
                Decision::Permit(RightId(right))
            }
            _ => Decision::Deny,
        }
    }

    /// The answers to many requests, in their order: each is that of [`decide`](Self::decide).
    #[must_use]
    pub fn decide_all(&self, requests: &[Request]) -> Vec<Decision> {
        requests
            .iter()
            .map(|request| self.decide(request))
            .collect()
    }

    /// Whether the tenant and the service unit that the request carries are in order.
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

/// Whether more than the right has to be looked at: a tenant, or a service unit.
#[inline]
fn carries(request: &Request) -> bool {
    request.tenant.is_some() || request.service == Service::RenewalRequests
}
