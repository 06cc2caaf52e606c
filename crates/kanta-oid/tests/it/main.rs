//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod common;
mod der;
mod der_feature;
mod diagnosis;
mod features;
mod kinds;
mod parse;
mod properties;
