//! The tests of `kanta-report`, by subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod github;
mod harness;
mod hostile;
mod html;
mod junit;
mod markdown;
<<<<<<< HEAD
mod picture;
mod picture_arbitrary;
mod picture_failing;
mod picture_figures;
=======
mod oscal;
>>>>>>> d91e4d9 (Print the schema of every view, the catalogue as OSCAL, and explanations as JSON)
mod plan;
mod sarif;
mod schema;
