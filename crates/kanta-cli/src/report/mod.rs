//! How findings are told: for people, and for machines.

pub(crate) mod catalogue;
mod dates;
pub(crate) mod faults;
pub(crate) mod json;
mod layout;
pub(crate) mod text;
mod words;
