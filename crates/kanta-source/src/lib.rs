#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod diagnostics;
mod fault;
#[cfg(feature = "serde")]
mod features;
mod filled;
mod form;
mod json;
mod lazy;
mod lines;
mod place;
mod problem;
mod readers;
mod sheet;
mod table;
mod text;
mod toml;
mod value;

pub use diagnostics::{Diagnostics, Located};
pub use fault::{Fault, FaultMessage, FaultSink, Faults};
pub use filled::Filled;
pub use form::{Form, Source};
pub use json::json;
pub use kanta_conformance::{closest, nearest};
pub use lazy::{Lazy, Shape, json_lines};
pub use lines::Lines;
pub use place::{Place, Position};
pub use problem::{Expected, Problem, Type};
pub use readers::{reader_words, system_words};
pub use sheet::{
    Cell, CellDay, NoDay, Sheet, SheetProblem, SheetRow, SheetRows, from_cell, is_shortened,
    to_cell, windows_1252,
};
pub use table::{FieldReader, TableReader};
pub use text::{Unreadable, decode, decode_sheet};
pub use toml::toml;
pub use value::{
    Broken, Entries, Entry, FormFault, Limits, Number, ParsedText, SourceValue, Span, SpannedValue,
};

// What the signatures of this crate need.
pub use kanta_conformance;
