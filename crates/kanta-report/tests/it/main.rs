//! The tests of `kanta-report`, by subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod alike;
mod answers;
mod asking;
mod attempts;
mod csv;
mod expiring;
mod further;
mod github;
mod harness;
mod hostile;
mod html;
mod junit;
mod markdown;
mod oscal;
mod outputs;
mod picture;
mod picture_arbitrary;
mod picture_failing;
mod picture_figures;
mod plan;
mod sarif;
mod schema;
mod settled;
mod text;
mod threads;
