#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod client;
mod clock;
mod config;
mod peer;
mod refused;
mod server;
pub mod settings;
pub mod sink;
mod states;
#[cfg(feature = "tower")]
pub mod tower;
mod watch;

pub use client::PeerVerifier;
pub use clock::Clock;
pub use config::{Calling, Listening, Resumption, keep_no_sessions};
pub use peer::TlsPeer;
pub use refused::Refused;
pub use server::AccessPointVerifier;
pub use states::States;
pub use watch::Watch;

// What the signatures of this crate need.
#[cfg(feature = "tower")]
pub use http;
pub use {ipnet, kanta_admission, kanta_source, rustls};
