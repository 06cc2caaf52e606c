#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod asking;
mod dates;
pub mod format;
mod json;
mod layout;
pub mod picture;
pub mod schema;
pub mod settled;
pub mod text;
mod told;
pub mod view;
mod words;

pub use format::{Format, Printer, Report};
pub use json::json;

// What the signatures of this crate need.
pub use {
    kanta_address_index, kanta_admission, kanta_cert, kanta_conformance, kanta_policy,
    kanta_source, schemars,
};
