//! The benches of the workspace.

pub mod floors;
pub mod world;
