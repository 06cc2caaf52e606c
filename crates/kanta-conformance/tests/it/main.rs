//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod citations;
mod countries;
mod each_day;
mod paths;
mod properties;
mod requirements;
mod values;
mod words;
