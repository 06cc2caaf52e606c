//! The tests of the gateway, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod harness;
mod killed;
mod load;
mod reloading;
mod stopping;
mod storm;
