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
mod findings_on_days;
mod forms;
mod good;
mod holding;
mod identifiers;
mod in_memory;
mod large;
mod loading;
mod oracle;
mod order_files;
mod orders;
mod overlaps;
mod parts;
mod places;
mod points;
mod reading;
mod registries;
mod responsible;
mod rules;
mod rules_by_themselves;
mod schema;
mod serialised;
mod sheets;
mod times;
mod turns;
mod withdrawals;
mod worlds;
