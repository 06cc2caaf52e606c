#![doc = include_str!("../README.md")]

mod certificate;
mod der;
mod extension;
mod key;
mod name;
mod pem;
mod request;

pub use certificate::{
    CLIENT_AUTH, CertificateBuilder, ROOT_CA_G3_ECC, SERVER_AUTH, SOTE_CA_G3E, ca, root,
    server_certificate, system_signature_certificate,
};
pub use extension::KeyUsage;
pub use key::Key;
pub use name::StringType;
pub use request::{RequestBuilder, request, request_for, system_signature_request};
