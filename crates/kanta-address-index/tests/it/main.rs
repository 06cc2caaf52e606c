//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod against_the_oracle;
mod asking;
mod bounds;
mod cast;
mod comparing;
mod example;
mod examples;
mod findings;
mod forms;
mod good;
mod identifiers;
mod in_memory;
mod large;
mod loading;
mod oracle;
mod order_files;
mod orders;
mod parts;
mod points;
mod registries;
mod rules;
mod schema;
mod serialised;
mod sheets;
mod times;
mod worlds;
