#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod attempt;
pub mod audit;
mod certificate_conditions;
mod condition;
mod connection;
mod evaluate;
mod explain;
mod gate;
mod identity;
mod live;
mod policy;
mod presented;
mod rows;
mod shadow;
mod state;

pub use attempt::Attempt;
pub use certificate_conditions::CertificateConditions;
pub use condition::{AdmissionCondition, Responsible};
pub use connection::Connection;
pub use evaluate::Evaluation;
pub use explain::AdmissionExplanation;
pub use gate::{Admission, AdmissionReport, Gate, Permit, Reference, Refusal};
pub use identity::{Identity, Peer};
pub use live::{Health, Live};
pub use policy::{CertificateId, KnownCertificate, Mode, OnRecord, Policy, System};
pub use presented::{Fingerprint, Presented};
pub use rows::requirements;
pub use shadow::{Difference, Shadow, ShadowCounts};
pub use state::{State, Versions};

// What the signatures of this crate need.
pub use {ipnet, kanta_address_index, kanta_cert, kanta_conformance, kanta_oid};
