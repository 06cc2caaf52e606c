#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "proptest")]
extern crate std;

mod access_point;
mod business_id;
mod character;
mod constants;
mod der;
mod diagnose;
mod display;
mod error;
mod features;
mod form;
mod hint;
mod hint_words;
mod kind;
mod known;
mod language;
mod oid;
#[cfg(feature = "alloc")]
mod oid_buf;
mod owner;
mod parse;
mod place;
#[cfg(feature = "proptest")]
pub mod strategies;
mod suggest;
mod words;

pub use access_point::AccessPointOid;
pub use business_id::{BusinessId, BusinessIdError, CheckDigit};
pub use diagnose::{Diagnosis, diagnose};
pub use error::{ArcRole, BuildError, OidFault, ParseError};
pub use form::OidForm;
pub use hint::Hint;
pub use kanta_text::Language;
pub use kind::Kind;
pub use known::KnownNode;
pub use oid::Oid;
#[cfg(feature = "alloc")]
pub use oid_buf::OidBuf;
pub use owner::OwnerOid;

// What the signatures of this crate need.
#[cfg(feature = "const-oid")]
pub use const_oid;

/// The most characters that an identifier has: what X.520's serialNumber can carry.
pub const MAX_TEXT_LEN: usize = 64;

/// The most DER content octets that an identifier of at most 64 characters has.
pub const MAX_DER_LEN: usize = 30;
