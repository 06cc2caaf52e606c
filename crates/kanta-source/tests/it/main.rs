//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod bounds;
mod faults;
mod fields;
mod forms;
mod harness;
mod json;
mod places;
mod properties;
mod readers;
mod sheets;
mod tables;
mod toml;
mod values;
mod words;
mod written;
