#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod binding;
mod certificate;
mod content;
mod error;
mod extension;
mod form;
mod held;
mod issuer;
mod key;
mod kind;
mod name;
mod oddity;
mod oid;
#[cfg(feature = "_path")]
mod path;
mod pem;
mod profile;
mod question;
mod read;
#[cfg(feature = "_path")]
mod signature;
mod signed;
mod time;
mod tlv;

pub use binding::{SharedAccessPoint, shared_access_points};
pub use certificate::{Certificate, CertificateRequest, Document};
pub use error::{ReadError, Structure};
pub use extension::{AltName, AltNames, KeyUsage, Oids, Uris};
pub use form::Form;
pub use issuer::{Branch, Environment, IssuerList, IssuerListError, IssuingCa};
pub use key::{Key, SignatureAlgorithm};
pub use kind::Kind;
pub use name::{Attribute, Attributes, Name};
pub use oddity::{Oddity, OddityKind};
pub use oid::DerOid;
#[cfg(feature = "_path")]
pub use path::{
    Authority, CRL_SIZE_LIMIT, Crl, CrlError, CrlObstacle, Place, TrustError, TrustStore,
};
pub use profile::{Examined, Profile, kind_of};
pub use question::{Asked, Holder, Question};
pub use read::SIZE_LIMIT;
pub use time::{Moment, PartOfDay, Validity};
