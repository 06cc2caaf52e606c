#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod evaluate;
#[cfg(feature = "toml")]
mod file;
pub mod plan;
pub mod readiness;
pub mod requirements;
pub mod resilience;
pub mod rights;
mod unused;

pub use evaluate::{evaluate, evaluate_editions};
#[cfg(feature = "toml")]
pub use file::{Fault, FaultKind, FileFault, PLAN_LIMIT, Place, PlanFile};
pub use plan::ConnectionPlan;
pub use unused::{Unused, unused};
