//! What requirements are held against, and how faults are told.

pub(crate) mod catalogue;
pub(crate) mod faults;
