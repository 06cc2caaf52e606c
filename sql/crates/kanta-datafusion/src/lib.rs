#![doc = include_str!("../README.md")]

mod address;
mod admit;
mod aggregate;
mod certificate;
mod coded;
mod decide;
mod function;
mod oid;
mod pin;
mod register;
mod snapshot;
mod tables;
mod time;

pub use register::{functions, register, register_functions};
pub use snapshot::{Pinned, SnapshotError, Snapshots};
