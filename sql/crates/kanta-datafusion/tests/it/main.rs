//! The functions beside the library: the same answers, however columns are laid out.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod admitting;
mod deciding;
mod harness;
mod memory;
mod pinned;
mod tables;
mod tallies;
mod texts;
mod times;
