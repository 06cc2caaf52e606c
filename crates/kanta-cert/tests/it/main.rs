//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod agreement;
mod attributes;
mod common;
#[cfg(feature = "_path")]
mod crls;
mod encoding;
mod every_certificate;
mod extensions;
#[cfg(feature = "serde")]
mod faces;
mod forms;
mod hierarchy;
mod keys;
mod kinds;
mod names;
#[cfg(feature = "_path")]
mod path;
#[cfg(feature = "_path")]
mod path_chains;
#[cfg(feature = "_path")]
mod path_limbo;
#[cfg(feature = "_path")]
mod path_openssl;
#[cfg(feature = "_path")]
mod path_refused;
#[cfg(feature = "_path")]
mod path_samples;
mod pkcs7;
mod properties;
mod purposes;
mod reading;
mod requests;
#[cfg(feature = "_path")]
mod revocation;
mod samples;
mod server_certificate;
mod suite;
mod system_signature_certificate;
mod times;
#[cfg(feature = "_path")]
mod told;
#[cfg(feature = "_path")]
mod trust_store;
