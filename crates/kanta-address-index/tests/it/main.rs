//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

#[cfg(feature = "json")]
mod against_the_oracle;
#[cfg(all(feature = "json", feature = "toml"))]
mod asking;
#[cfg(all(feature = "json", feature = "toml"))]
mod bounds;
mod cast;
#[cfg(all(feature = "json", feature = "toml"))]
mod comparing;
mod example;
#[cfg(all(feature = "json", feature = "toml"))]
mod examples;
#[cfg(feature = "json")]
mod findings;
#[cfg(all(feature = "json", feature = "toml"))]
mod forms;
mod good;
mod identifiers;
#[cfg(feature = "json")]
mod large;
#[cfg(all(feature = "json", feature = "toml"))]
mod loading;
mod oracle;
#[cfg(all(feature = "json", feature = "toml"))]
mod order_files;
#[cfg(all(feature = "json", feature = "toml"))]
mod orders;
#[cfg(feature = "json")]
mod parts;
#[cfg(feature = "json")]
mod points;
mod rules;
#[cfg(feature = "json")]
mod schema;
#[cfg(all(feature = "json", feature = "toml"))]
mod times;
mod worlds;
