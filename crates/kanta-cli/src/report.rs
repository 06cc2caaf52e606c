//! How findings are told: for people, and for machines.

pub(crate) mod catalogue;
pub(crate) mod certificate;
pub(crate) mod difference;
pub(crate) mod editions;
pub(crate) mod explain;
pub(crate) mod faults;
mod outcomes;
