#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod format;
mod json;
<<<<<<< HEAD
pub mod picture;
=======
pub mod schema;
>>>>>>> d91e4d9 (Print the schema of every view, the catalogue as OSCAL, and explanations as JSON)
pub mod text;
mod told;
pub mod view;

pub use format::{Format, Printer, Report};
pub use json::json;

#[doc(hidden)]
pub mod dates;
#[doc(hidden)]
pub mod layout;
#[doc(hidden)]
pub mod words;
