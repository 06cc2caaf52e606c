#![doc = include_str!("../README.md")]

mod certificate;
mod content;
mod error;
mod extension;
mod key;
mod name;
mod oddity;
mod oid;
mod pem;
mod time;
mod tlv;

pub use certificate::{Certificate, CertificateRequest, Document};
pub use content::SIZE_LIMIT;
pub use error::{ReadError, Structure};
pub use extension::{AltName, AltNames, KeyUsage, Oids, Uris};
pub use key::{Key, SignatureAlgorithm};
pub use name::{Attribute, Attributes, Name};
pub use oddity::{Oddity, OddityKind};
pub use oid::DerOid;
pub use time::{Moment, PartOfDay, Validity};
