//! The forms in which an index is written: TOML for people, JSON and JSON Lines for machines.

mod fields;
#[cfg(feature = "json")]
mod json;
mod names;
mod order;
mod read;
mod records;
#[cfg(feature = "toml")]
mod toml;
mod tree;

pub use read::{Form, Progress, SOURCE_LIMIT, Source};
