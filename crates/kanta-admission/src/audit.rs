//! The record of every decision: one JSON line each, chained so that a line that is missing, altered or out of order
//! is found.
//!
//! Nothing here reads or writes a file: lines go to a [`Sink`], and come back as bytes.

mod chain;
mod checkpoint;
mod filter;
mod line;
mod log;
mod record;
mod summary;
mod verify;

pub use crate::presented::CertificateSeen;
pub use chain::{Head, LineHash};
pub use checkpoint::{Checkpoint, CheckpointError};
pub use filter::Filter;
pub use line::{Line, LineError};
pub use log::{Log, LogCounts, OnFull, Sink, SinkError};
pub use record::{PeerKind, PeerSeen, Reason, Record, RecordedDecision, RightSeen, Unmet};
pub use summary::{DecisionCounts, Grouping, Summary};
pub use verify::{Damage, Verified, Verifier};

pub(crate) use log::Written;

/// The JSON Schema of a line.
#[must_use]
pub const fn json_schema() -> &'static str {
    include_str!("../schema/audit-line.json")
}
