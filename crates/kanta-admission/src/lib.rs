#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod attempt;
pub mod audit;
mod connection;
mod evaluate;
mod explain;
mod gate;
mod identity;
mod link;
mod live;
mod policy;
mod presented;
mod rows;
mod state;

pub use attempt::Attempt;
pub use connection::Connection;
pub use evaluate::Evaluation;
pub use explain::Explanation;
pub use gate::{Admission, Gate, Permit, Reference, Refusal, Report};
pub use identity::{Identity, Peer};
pub use link::{Link, Responsible};
pub use live::{Health, Live};
pub use policy::{CertificateId, KnownCertificate, Mode, OnRecord, Policy, System};
pub use presented::{Fingerprint, Presented};
pub use rows::requirements;
pub use state::{State, Versions};
