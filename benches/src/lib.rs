//! The benches of the workspace.

pub mod floors;
pub mod table;
pub mod world;
