#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod attempt;
pub mod audit;
mod connection;
mod evaluate;
mod examined;
mod explain;
mod gate;
mod identity;
mod link;
mod live;
mod policy;
mod presented;
mod rows;
mod shadow;
mod state;

pub use attempt::Attempt;
pub use connection::Connection;
pub use evaluate::Evaluation;
pub use examined::Examined;
pub use explain::Explanation;
pub use gate::{Admission, Gate, Permit, Reference, Refusal, Report};
pub use identity::{Identity, Peer};
pub use link::{Link, Responsible};
pub use live::{Health, Live};
pub use policy::{CertificateId, KnownCertificate, Mode, OnRecord, Policy, System};
pub use presented::{Fingerprint, Presented};
pub use rows::requirements;
pub use shadow::{Difference, Shadow, ShadowCounts};
pub use state::{State, Versions};
