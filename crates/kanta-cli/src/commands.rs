//! One file a command.

pub(crate) mod admit;
pub(crate) mod ask;
pub(crate) mod audit;
pub(crate) mod cert;
mod cert_path;
pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod draw;
pub(crate) mod editions;
pub(crate) mod expiring;
pub(crate) mod explain;
pub(crate) mod failures;
pub(crate) mod gateway;
pub(crate) mod index;
pub(crate) mod new;
pub(crate) mod oid;
pub(crate) mod ready;
pub(crate) mod requirements;
pub(crate) mod rights;
pub(crate) mod schema;
#[cfg(feature = "serve")]
pub(crate) mod serve;
pub(crate) mod shell;
pub(crate) mod vectors;
