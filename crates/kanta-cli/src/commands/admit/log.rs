//! An audit log in a file, with its checkpoints in another.

use std::fs::{File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use kanta_admission::audit::{Checkpoint, Head, Log, OnFull, Sink, SinkError};
use kanta_conformance::Escaped;

use super::AdmitArgs;
use crate::commands::audit::verify::{Failed, verified};

/// Whose log it is.
const ORIGIN: &str = "kanta-admit";
/// A checkpoint after so many lines.
const EVERY: u64 = 1 << 12;

/// A file that is written to disk at each checkpoint, and at the end.
struct Files {
    log: File,
    checkpoints: File,
    /// A line was written in part: the next one begins on a line of its own.
    torn: bool,
}

/// Opens a log to go on from where it ended; one that does not verify is not gone on from.
pub(super) fn open(args: &AdmitArgs, log: &Path) -> Result<Log, String> {
    let checkpoint = args.checkpoint.as_deref().unwrap_or(Path::new(""));
    let told = |path: &Path, error: &dyn std::fmt::Display| {
        format!("{}: {error}", Escaped(&path.display().to_string()))
    };
    let is_new = std::fs::metadata(log).is_ok_and(|file| file.len() == 0) || !log.exists();
    let (head, end) = if is_new && !checkpoint.exists() {
        (Head::empty(ORIGIN), 0)
    } else {
        let found = verified(&[log.to_owned()], &[checkpoint.to_owned()], |_| ());
        let (found, end) = found.map_err(|failed| match failed {
            Failed::Io { name, message } => format!("{}: {message}", Escaped(&name)),
        })?;
        if !found.is_whole() {
            return Err(told(log, &"does not verify: it is not gone on from"));
        }
        (found.head, end)
    };
    let open = |path: &Path| {
        let file = OpenOptions::new().create(true).append(true).open(path);
        file.map_err(|error| told(path, &error))
    };
    let mut files = Files {
        log: open(log)?,
        checkpoints: open(checkpoint)?,
        torn: false,
    };
    // What a crash tore is no line.
    let length = files
        .log
        .seek(SeekFrom::End(0))
        .map_err(|error| told(log, &error))?;
    files.torn = length > end;
    Log::new(ORIGIN, head, Box::new(files), OnFull::Refuse, EVERY)
        .map_err(|error| told(log, &error))
}

fn failed(error: std::io::Error) -> SinkError {
    SinkError::Failed(error.to_string())
}

impl Sink for Files {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        if self.torn {
            self.log.write_all(b"\n").map_err(failed)?;
        }
        self.torn = true;
        self.log.write_all(line).map_err(failed)?;
        self.torn = false;
        Ok(())
    }

    fn checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), SinkError> {
        self.log.sync_data().map_err(failed)?;
        writeln!(self.checkpoints, "{checkpoint}").map_err(failed)?;
        self.checkpoints.sync_data().map_err(failed)
    }

    fn wait(&mut self) {}
}
