//! What holds for certificates of both profiles: validity, issuer, hierarchy, strength; and of
//! requests their own signature.

mod content;
mod hierarchy;
mod request;
mod strength;
mod validity;

use super::Entry;

pub(super) static ROWS: [Entry; 11] = [
    validity::CERTIFICATE_NOT_VALID,
    validity::ISSUER_NOT_VALID,
    hierarchy::TEST_CERTIFICATE_IN_PRODUCTION,
    hierarchy::PRODUCTION_CERTIFICATE_IN_TEST,
    strength::KEY_TOO_SHORT,
    strength::WEAK_SIGNATURE,
    request::SIGNATURE_FALSE,
    content::PROFILES_CROSSED,
    content::NO_REVOCATION_ADDRESS,
    content::BASIC_CONSTRAINTS,
    validity::EXPIRES_WITHIN_30_DAYS,
];
