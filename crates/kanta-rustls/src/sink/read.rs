//! Reading the files of a log.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use kanta_admission::audit::{Line, Verified, Verifier};
use kanta_conformance::Escaped;
use thiserror::Error;

/// A line that is longer is none, and its end is not kept.
const LONGEST: usize = (1 << 20) + 1;

/// A file of a log that cannot be read.
#[derive(Debug, Error)]
#[non_exhaustive]
#[error("{}: {error}", Escaped(&file.display().to_string()))]
pub struct LogReadError {
    /// Which one.
    pub file: PathBuf,
    /// Why.
    pub error: io::Error,
}

/// Takes the files of a log to a verifier, in their order, each up to the length that it has now; tells what came of it,
/// and where the last line feed stands in the last of them.
///
/// # Errors
/// A file cannot be read: which one, and why.
pub fn verify_files(
    mut verifier: Verifier,
    logs: &[PathBuf],
    mut seen: impl FnMut(&Line),
) -> Result<(Verified, u64), LogReadError> {
    let mut end = 0;
    for path in logs {
        let read = each_line(path, |text, is_whole| {
            let line = if is_whole {
                verifier.line(text)
            } else {
                verifier.rest(text)
            };
            if let Some(line) = line {
                seen(&line);
            }
        });
        end = read.map_err(|error| LogReadError {
            file: path.clone(),
            error,
        })?;
    }
    Ok((verifier.finish(), end))
}

/// Every line of a file up to the length that it has now, and whether its line feed is there; tells where the last line
/// feed stands.
///
/// # Errors
/// The file cannot be read.
pub fn each_line(path: &Path, mut take: impl FnMut(&[u8], bool)) -> io::Result<u64> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut input = BufReader::with_capacity(1 << 16, file.take(length));
    let (mut at, mut end) = (0_u64, 0_u64);
    let mut line: Vec<u8> = Vec::new();
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            if !line.is_empty() {
                take(&line, false);
            }
            return Ok(end);
        }
        let feed = buffer.iter().position(|byte| *byte == b'\n');
        let text = buffer
            .get(..feed.unwrap_or(buffer.len()))
            .unwrap_or_default();
        let room = LONGEST.saturating_sub(line.len()).min(text.len());
        line.extend_from_slice(text.get(..room).unwrap_or_default());
        let used = text.len().saturating_add(usize::from(feed.is_some()));
        at = at.saturating_add(u64::try_from(used).unwrap_or(u64::MAX));
        input.consume(used);
        if feed.is_some() {
            end = at;
            take(&line, true);
            line.clear();
        }
    }
}
