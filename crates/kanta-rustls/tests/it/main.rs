//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod configuration;
#[cfg(feature = "ring")]
mod handshake;
mod harness;
mod interleavings;
#[cfg(all(feature = "ring", feature = "tower"))]
mod layer;
mod log_files;
mod queue;
#[cfg(feature = "ring")]
mod resuming;
mod threads;
