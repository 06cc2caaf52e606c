#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod asking;
pub mod format;
mod json;
pub mod picture;
pub mod schema;
pub mod settled;
pub mod text;
mod told;
pub mod view;

pub use format::{Format, Printer, Report};
pub use json::json;

// What the signatures of this crate need.
pub use {
    kanta_address_index, kanta_admission, kanta_cert, kanta_conformance, kanta_policy,
    kanta_source, schemars,
};

#[doc(hidden)]
pub mod dates;
#[doc(hidden)]
pub mod layout;
#[doc(hidden)]
pub mod words;
