//! A gateway that admits each request by the address index, and the throw-away certificates to try it with.
//!
//! An example to start from: mutual TLS, who the peer is, each request decided and on record before it is forwarded,
//! trust and index exchanged while serving, metrics, and a stop that lets requests end.

pub mod demo;
mod forward;
mod metrics;
mod serve;

pub use metrics::{Counters, Handshake};
pub use serve::{Serving, Stopped, serve};
