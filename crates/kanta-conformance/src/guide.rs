//! The guide's requirements that more than one room checks, by chapter: each is told here, once.
//!
//! A room's row takes a requirement over as it is, and adds what is the room's own: the fields that its check reads,
//! and an example.

pub mod access_point;
pub mod actors;
pub mod connection_models;
pub mod data_communication;
pub mod intermediaries;
pub mod pharmacies;
pub mod technical_joining;

use crate::{Citation, Version};

/// A clause of the present body.
const fn clause(clause: &'static str) -> Citation {
    Citation::guide(clause, Version::new(3, 17))
}

/// Ids of old, and the requirements in which they were merged.
const MERGED: [(&str, &str); 20] = [
    (
        "access-point-not-under-administrator",
        "oid-not-under-administrator",
    ),
    (
        "intermediary-without-agreement",
        "agreement-with-intermediary-missing",
    ),
    (
        "intermediary-without-register-entry",
        "intermediary-not-registered",
    ),
    ("joining-party-not-registered", "party-in-no-register"),
    ("joint-model-not-private", "tenant-not-private"),
    (
        "pharmacy-through-foreign-access-point",
        "pharmacy-without-own-access-point",
    ),
    (
        "producer-not-private",
        "producer-in-parallel-model-not-private",
    ),
    (
        "producer-not-through-organisers-access-point",
        "producer-not-through-organisers-point",
    ),
    (
        "producer-outside-social-welfare",
        "parallel-model-outside-social-welfare",
    ),
    (
        "reimbursement-service-not-for-party",
        "reimbursement-service-outside-pharmacies",
    ),
    (
        "reimbursement-without-agreement",
        "reimbursement-agreement-missing",
    ),
    (
        "renewal-reception-not-annotated",
        "renewal-annotation-missing",
    ),
    (
        "renewal-reception-not-for-party",
        "renewals-outside-health-care",
    ),
    (
        "renewal-reception-without-prescription",
        "renewals-without-prescription-service",
    ),
    ("right-of-a-tenant", "use-by-a-tenant"),
    ("right-of-an-intermediary", "service-used-by-intermediary"),
    (
        "service-not-named-for-pharmacies",
        "another-service-for-a-pharmacy",
    ),
    (
        "shared-access-point-without-agreement",
        "agreement-with-other-party-not-settled",
    ),
    ("tenant-not-registered", "tenant-in-no-register"),
    ("tenant-without-agreement", "tenant-agreement-missing"),
];

/// The present name of a requirement that had another one, both without their document.
///
/// ```
/// use kanta_conformance::guide;
///
/// assert_eq!(guide::renamed("right-of-a-tenant"), Some("use-by-a-tenant"));
/// assert_eq!(guide::renamed("use-by-a-tenant"), None);
/// ```
#[must_use]
pub fn renamed(name: &str) -> Option<&'static str> {
    let found = MERGED.iter().find(|(old, _)| *old == name);
    found.map(|&(_, new)| new)
}
