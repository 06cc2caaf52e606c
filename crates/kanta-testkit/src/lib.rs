#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod certificate;
mod chain;
mod extension;
mod key;
mod name;
mod pem;
mod request;
mod revocation;
mod structure;
mod write;

pub use certificate::{
    CLIENT_AUTH, CertificateBuilder, ROOT_CA_G3_ECC, SERVER_AUTH, SOTE_CA_G3E, ca, root,
    server_certificate, system_signature_certificate,
};
pub use chain::{ChainBuilder, chain};
pub use extension::KeyUsage;
pub use key::TestKey;
pub use name::StringType;
pub use request::{RequestBuilder, request, request_for, system_signature_request};
pub use revocation::{CrlBuilder, ROOT_CRL, RevocationReason, SERIAL, SOTE_CRL, crl, root_crl};
