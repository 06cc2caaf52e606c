//! An audit log in a file, with its checkpoints in another.

use std::path::Path;

use kanta_admission::audit::{Log, OnFull};
use kanta_cert::Moment;
use kanta_rustls::sink::{FileSink, LogFiles};

use super::AdmitArgs;

/// Whose log it is.
const ORIGIN: &str = "kanta-admit";
/// A checkpoint after so many lines.
const EVERY: u64 = 1 << 12;

/// Opens a log to go on from where it ended; one that does not verify is not gone on from.
pub(super) fn open(args: &AdmitArgs, log: &Path, now: Moment) -> Result<Log, String> {
    let files = LogFiles::new(log, args.checkpoint.clone().unwrap_or_default());
    let opened = FileSink::open(ORIGIN, &files, now);
    let (head, sink) = opened.map_err(|error| error.to_string())?;
    let log = Log::new(ORIGIN, head, Box::new(sink), OnFull::Refuse, EVERY);
    log.map_err(|error| error.to_string())
}
