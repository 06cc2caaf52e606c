//! The forms in which an index is written: TOML for people, JSON and JSON Lines for machines.

mod fields;
#[cfg(all(feature = "json", feature = "toml"))]
mod guess;
#[cfg(feature = "json")]
mod json;
mod names;
mod order;
#[cfg(feature = "toml")]
mod other;
mod place;
mod places;
mod read;
mod reader;
mod records;
#[cfg(feature = "json")]
mod schema;
mod table;
#[cfg(feature = "toml")]
mod toml;
mod tree;
mod withdrawn;
#[cfg(feature = "json")]
mod write;

pub use places::Places;
#[cfg(feature = "toml")]
pub use read::TOML_LIMIT;
pub use read::{Form, Progress, SOURCE_LIMIT, Source};
#[cfg(feature = "json")]
pub use schema::json_schema;
