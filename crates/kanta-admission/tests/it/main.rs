//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod asking_a_log;
mod audit;
mod certificate_conditions;
mod conditions;
mod evaluating;
mod harness;
mod model;
mod servers;
mod shadow;
mod swapping;
mod systems;
mod times;
mod verifying;
