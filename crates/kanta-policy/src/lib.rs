#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod catalogue;
mod evaluate;
#[cfg(feature = "file")]
mod file;
pub mod plan;
pub mod readiness;
pub mod requirements;
pub mod resilience;
pub mod rights;
mod unused;

pub use evaluate::{evaluate, evaluate_editions};
#[cfg(feature = "file")]
pub use file::{Fault, FaultKind, Faults, FileFault, PLAN_LIMIT, PlanFile};
#[cfg(feature = "file")]
pub use kanta_source::{Place, Position, Problem};
pub use plan::ConnectionPlan;
pub use unused::{Unused, unused};
