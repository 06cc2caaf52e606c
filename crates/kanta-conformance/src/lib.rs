#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]

extern crate alloc;

mod attestation;
mod country;
mod date;
mod document;
mod each_day;
mod edition;
mod environment;
mod field_path;
mod finding;
pub mod guide;
mod in_force;
mod mbit;
#[cfg(feature = "std")]
mod nearest;
mod outcome;
mod requirement;
mod row;
mod value;
mod verdict;
mod words;

pub use attestation::{Attestation, Ruling, apply_attestations};
pub use country::{Country, CountryError};
pub use date::{Date, DateError};
pub use document::{Citation, Document, Editions};
pub use each_day::{AskedDay, EachDay};
pub use edition::{EDITIONS, Edition, Version};
pub use environment::Environment;
pub use field_path::{EntryKey, FieldPath};
pub use finding::{Finding, Ground};
pub use in_force::{Bound, Force, InForce};
pub use kanta_text::{Escaped, Language, Text, UnknownLanguage, text};
pub use mbit::{Mbit, MbitError};
#[cfg(feature = "std")]
pub use nearest::{closest, nearest};
pub use outcome::{Outcome, OutcomeKind, Reading, Why};
pub use requirement::{Certainty, Evidence, Example, JudgedOn, Level, Requirement};
pub use row::{Days, Row, Subject};
pub use value::Value;
pub use verdict::{Assessment, Counts, Gap, Verdict};
pub use words::UnknownWord;
