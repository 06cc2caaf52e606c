//! Where the lines of an audit log go: files, and a queue before them.

mod files;
mod queue;
mod read;
mod threads;

pub use files::{FileSink, LogFiles, OpenError, SyncPolicy};
pub use queue::{Queue, QueueHealth};
pub use read::{LogReadError, each_line, verify_files};
