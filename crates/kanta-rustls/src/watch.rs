//! Noticing that files changed.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

/// Notices that one of some files changed, appeared or is gone: by time and length, without a watch of the system's, so
/// that it works on every file system. Ask it every few seconds.
#[derive(Clone, Debug)]
pub struct Watch {
    files: Vec<PathBuf>,
    seen: Vec<Option<(SystemTime, u64)>>,
}

impl Watch {
    /// Watches files as they are now.
    #[must_use]
    pub fn new(files: Vec<PathBuf>) -> Self {
        let seen = look(&files);
        Self { files, seen }
    }

    /// Whether something changed since it was asked last.
    pub fn changed(&mut self) -> bool {
        let seen = look(&self.files);
        let changed = seen != self.seen;
        self.seen = seen;
        changed
    }
}

fn look(files: &[PathBuf]) -> Vec<Option<(SystemTime, u64)>> {
    let files = files.iter();
    let seen = files.map(|file| {
        let found = fs::metadata(file).ok()?;
        Some((found.modified().ok()?, found.len()))
    });
    seen.collect()
}
