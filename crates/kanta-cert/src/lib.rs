#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod binding;
mod certificate;
mod check;
mod content;
mod error;
mod extension;
mod features;
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
mod pkcs7;
mod profile;
mod question;
mod read;
#[cfg(feature = "_path")]
mod signature;
mod signed;
mod time;
mod tlv;

pub use binding::{SharedAccessPoint, shared_access_points};
pub use certificate::{Certificate, CertificateOrRequest, CertificateRequest};
pub use check::check;
pub use error::{ReadError, Structure};
pub use extension::{AltName, AltNames, KeyUsage, Oids, Uris};
pub use form::FileForm;
pub use issuer::{Branch, IssuerList, IssuerListError, IssuingCa};
pub use key::{Key, SignatureAlgorithm};
pub use kind::CertificateKind;
pub use name::{Attribute, Attributes, Name};
pub use oddity::{Oddity, OddityKind};
pub use oid::RawOid;
#[cfg(feature = "_path")]
pub use path::{
    Authority, AuthorityRole, CRL_SIZE_LIMIT, Crl, CrlError, CrlObstacle, TrustError, TrustStore,
};
pub use profile::{CertificateOrRequestRef, Examination, Profile, kind_of};
pub use question::{Asked, Holder, Question};
pub use read::SIZE_LIMIT;
pub use time::{Moment, MomentError, PartOfDay, Validity};

// What the signatures of this crate need.
pub use kanta_conformance;
pub use kanta_conformance::{
    Assessment, Date, Environment, FieldPath, Finding, Language, Outcome, Requirement, Text, Value,
    Verdict,
};
pub use rustls_pki_types as pki_types;
pub use x509_cert;
