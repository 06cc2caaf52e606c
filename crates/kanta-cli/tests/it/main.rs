//! The tests of this crate, a file for each subject.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

mod admit;
mod ask;
mod baseline;
#[cfg(unix)]
mod book;
mod cert;
mod cert_path;
mod check;
mod diff;
mod draw;
mod editions;
mod expiring;
mod explain;
mod folders;
mod foreign_words;
mod formats;
mod gallery;
mod gateway;
mod going_live;
mod harness;
mod ids;
mod index;
mod index_files;
mod key_stores;
mod law;
mod new;
mod oid;
mod readme;
mod requirements;
#[cfg(feature = "serve")]
mod serve;
mod settings;
mod settled;
mod sheets;
mod shell;
mod streams;
#[cfg(target_os = "linux")]
mod terminal;
mod terms;
mod vectors;
mod wrong_files;
