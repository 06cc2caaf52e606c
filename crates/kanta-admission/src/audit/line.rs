//! A line of the log: a record, its place in the chain, and its hash.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::chain::{Hashing, Head, LineHash};
use super::record::Record;

/// The longest line that is read.
const LONGEST: usize = 1 << 20;
/// Room for a line as most are.
const TYPICAL: usize = 2048;
/// What stands before the hash that closes a line.
const HASH: &[u8] = br#","hash":""#;
/// And behind it.
const END: &[u8] = br#""}"#;

/// What a line says beside its record.
#[derive(Serialize, Deserialize)]
struct Chained<T> {
    seq: u64,
    reference: T,
    /// How many decisions before this one could not be recorded.
    unrecorded: u64,
    before: T,
}

/// A line that was read: a record, and its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// Its number: the first is 1.
    pub seq: u64,
    /// What the peer was told to refer to.
    pub reference: String,
    /// How many decisions between the line before and this one could not be recorded.
    pub unrecorded: u64,
    /// The hash of the line before.
    pub before: LineHash,
    /// Its own.
    pub hash: LineHash,
    /// The record.
    pub record: Record,
}

/// Why a line is none of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum LineError {
    /// It is no JSON object of this form.
    #[error("not a line of an audit log")]
    Form,
    /// Its hash is not that of its text.
    #[error("altered: its hash is not that of its text")]
    Altered,
    /// It is longer than a line can be.
    #[error("longer than 1 MiB")]
    TooLong,
}

impl Line {
    /// Reads a line, without the line feed at its end.
    ///
    /// # Errors
    /// It is no line of a log, or its text is not that of which it holds the hash.
    pub fn read(text: &[u8]) -> Result<Self, LineError> {
        if text.len() > LONGEST {
            return Err(LineError::TooLong);
        }
        let body = text.strip_suffix(END).ok_or(LineError::Form)?;
        let at = body.len().checked_sub(64).ok_or(LineError::Form)?;
        let (body, hash) = body.split_at_checked(at).ok_or(LineError::Form)?;
        let body = body.strip_suffix(HASH).ok_or(LineError::Form)?;
        let hash = std::str::from_utf8(hash).ok().and_then(LineHash::parse);
        let hash = hash.ok_or(LineError::Form)?;
        if LineHash::of(body) != hash {
            return Err(LineError::Altered);
        }
        let chained: Chained<String> = serde_json::from_slice(text).map_err(|_| LineError::Form)?;
        let record: Record = serde_json::from_slice(text).map_err(|_| LineError::Form)?;
        Ok(Self {
            seq: chained.seq,
            reference: chained.reference,
            unrecorded: chained.unrecorded,
            before: LineHash::parse(&chained.before).ok_or(LineError::Form)?,
            hash,
            record,
        })
    }
}

/// A record as a line begins with it: everything that does not hang on the lines before, so that nobody waits for it.
pub(super) struct Draft {
    text: Vec<u8>,
    hash: Hashing,
}

impl Draft {
    pub(super) fn of(record: &Record) -> Result<Self, serde_json::Error> {
        let mut text = Vec::with_capacity(TYPICAL);
        serde_json::to_writer(&mut text, record)?;
        // Two objects become one: the first loses its end, and the second its beginning.
        text.pop();
        let hash = Hashing::of(&text);
        Ok(Self { text, hash })
    }

    /// The line that follows a head, with a line feed at its end, and the head that it makes.
    pub(super) fn after(
        self,
        head: Head,
        reference: &str,
        unrecorded: u64,
    ) -> Result<(Vec<u8>, Head), serde_json::Error> {
        let Self { mut text, hash } = self;
        let seq = head.size.saturating_add(1);
        let mut before = [0; 64];
        let chained = Chained {
            seq,
            reference,
            unrecorded,
            before: head.hash.digits(&mut before),
        };
        let joint = text.len();
        serde_json::to_writer(&mut text, &chained)?;
        if let Some(brace) = text.get_mut(joint) {
            *brace = b',';
        }
        text.pop();
        let hash = hash.then(text.get(joint..).unwrap_or_default());
        text.extend_from_slice(HASH);
        text.extend_from_slice(hash.digits(&mut [0; 64]).as_bytes());
        text.extend_from_slice(END);
        text.push(b'\n');
        Ok((text, Head { size: seq, hash }))
    }
}
