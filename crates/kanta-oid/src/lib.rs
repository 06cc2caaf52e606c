#![doc = include_str!("../README.md")]
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;

mod access_point;
mod character;
mod display;
mod error;
mod form;
mod language;
mod owner;
mod parse;
mod place;
mod words;

pub use access_point::AccessPointOid;
pub use error::{BuildError, Fault, ParseError, Role};
pub use form::Form;
pub use owner::OwnerOid;

/// The most characters that an identifier has: what X.520's serialNumber can carry.
pub const MAX_TEXT_LEN: usize = 64;
