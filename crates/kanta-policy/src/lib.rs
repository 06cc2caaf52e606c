#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod catalogue;
mod evaluate;
#[cfg(feature = "serde")]
mod features;
pub mod fields;
mod file;
pub mod plan;
pub mod readiness;
pub mod requirements;
pub mod resilience;
pub mod rights;
#[cfg(feature = "proptest")]
pub mod strategies;
mod template;
mod unused;

pub use evaluate::{evaluate, evaluate_editions};
pub use file::{Fault, FaultKind, Faults, FileFault, PLAN_LIMIT, PlanFile};
pub use kanta_source::{Place, Position, Problem};
pub use plan::ConnectionPlan;
pub use template::Template;
pub use unused::{Unused, unused};

// What the signatures of this crate need.
pub use {kanta_address_index, kanta_cert, kanta_conformance, kanta_oid, kanta_source};
