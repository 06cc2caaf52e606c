//! One file a command.

pub(crate) mod check;
pub(crate) mod oid;
pub(crate) mod requirements;
