//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod access_point;
mod actors;
mod arrangements;
mod bases;
mod bases_hold;
mod basic_concepts;
mod catalogue;
mod connection_models;
mod data_communication;
mod dimensioning;
mod documentation;
mod edges;
mod editions;
mod fields;
mod file_faults;
mod gallery;
mod harness;
mod introduction;
mod law;
mod location;
mod open_internet;
mod oracle_comparison;
mod oracle_joining;
mod pages;
mod pharmacies;
mod plan_text;
mod readiness;
mod readiness_examples;
mod reading;
mod resilience;
mod resilience_sharing;
mod resilience_unknown;
mod rights;
mod rights_compared;
mod rights_recorded;
mod schema;
mod serialised;
mod signature_certificate;
mod strategies;
mod templates;
mod unused;
mod words;
