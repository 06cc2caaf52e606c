//! The forms in which an index is written: TOML for people, JSON and JSON Lines for machines, CSV for spreadsheets.

mod about;
mod columns;
mod fields;
mod names;
mod order;
mod places;
mod read;
mod reader;
mod records;
mod schema;
mod sheet;
pub(crate) mod table;
mod withdrawn;
mod write;

pub use places::Places;
pub use read::{Progress, SOURCE_LIMIT, TOML_LIMIT};
pub use schema::json_schema;

/// The keys that only a line of JSON Lines has: by these [`Form::guess`](kanta_source::Form::guess) knows one.
pub const LINE_KEYS: &[&str] = &["record", "order"];
