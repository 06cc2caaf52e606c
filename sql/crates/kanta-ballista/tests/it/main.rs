//! Queries on executors beside the same in one process.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

mod answers;
mod harness;
mod killed;
mod rate;
mod refusals;
