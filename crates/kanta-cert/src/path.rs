//! Whether a certificate was really issued by whom it names, and still stands.
//!
//! [`webpki`] is the judge: only what it verifies is ever Satisfied. Where it refuses, every link
//! of the chain that was meant is looked at for itself, so that one fault does not hide another.

mod check;
mod crl;
mod examine;
mod link;
mod revocation;
mod role;
mod rows;
mod search;
mod store;
mod verify;
mod words;

pub use crl::{CRL_SIZE_LIMIT, Crl, CrlError, CrlObstacle};
pub use role::AuthorityRole;
pub use store::{Authority, TrustError, TrustStore};
