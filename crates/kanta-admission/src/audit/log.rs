//! Writing the log: one line after the other, whoever decides.

use std::sync::{Mutex, PoisonError};

use thiserror::Error;

use super::chain::{Head, LineHash};
use super::checkpoint::{Checkpoint, CheckpointError};
use super::line::Draft;
use super::record::Record;

/// Where lines go: a file, a queue, a service. The log asks one thing at a time.
///
/// What is taken is durable as far as the sink makes it so, and the sink says when it forces it to disk: the log does
/// not ask again for what was taken.
pub trait Sink: Send {
    /// Takes a line, with the line feed at its end; all of it, or none of it.
    ///
    /// # Errors
    /// There is no room now, or it cannot be taken at all.
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError>;

    /// Takes the first of these lines, and as many behind it as go at once; how many it took. The log gives it one line at
    /// a time: this is for what stands between, such as a queue.
    ///
    /// # Errors
    /// As for a line; none of them was taken.
    fn append_some(&mut self, lines: &[&[u8]]) -> Result<usize, SinkError> {
        match lines.first() {
            Some(line) => self.append(line).map(|()| 1),
            None => Ok(0),
        }
    }

    /// Takes a checkpoint, to be kept in another place than the lines.
    ///
    /// # Errors
    /// As for a line.
    fn checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), SinkError>;

    /// Waits until there may be room.
    fn wait(&mut self);
}

/// Why a sink did not take what it was given.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SinkError {
    /// There is no room now; there may be later.
    #[error("the audit log has no room")]
    Full,
    /// It cannot be taken, for this reason.
    #[error("the audit log cannot be written: {0}")]
    Failed(String),
}

/// What happens to a decision that finds no room in the log. None is ever lost silently: whatever is not recorded is
/// counted, and the next line tells how many there were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OnFull {
    /// It waits for room, and everybody behind it. What cannot be taken at all is refused.
    Block,
    /// It becomes a denial.
    Refuse,
    /// It stands without a record.
    Count,
}

kanta_conformance::words! { OnFull, "answer to a full log",
    Block => "block",
    Refuse => "refuse",
    Count => "count",
}

/// How a log has gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct LogCounts {
    /// Lines written.
    pub written: u64,
    /// Decisions without a line.
    pub unrecorded: u64,
    /// Of these, the ones that became denials.
    pub refused: u64,
    /// Checkpoints that could not be kept.
    pub checkpoints_failed: u64,
}

/// The record of every decision: lines, chained in the order in which they were written.
pub struct Log {
    origin: String,
    on_full: OnFull,
    every: u64,
    writing: Mutex<Writing>,
}

struct Writing {
    sink: Box<dyn Sink>,
    head: Head,
    /// The size at the last checkpoint.
    sealed: u64,
    /// Decisions without a line since the last line.
    unrecorded: u64,
    counts: LogCounts,
}

/// What became of a decision's record.
pub(crate) struct Written {
    pub(crate) reference: String,
    /// The number of its line.
    pub(crate) seq: Option<u64>,
    /// The decision may stand.
    pub(crate) stands: bool,
    pub(crate) error: Option<SinkError>,
}

impl Log {
    /// A log of that origin that begins, or goes on, at a head, with a checkpoint every so many lines.
    ///
    /// # Errors
    /// The origin is not one line of text.
    pub fn new(
        origin: &str,
        head: Head,
        sink: Box<dyn Sink>,
        on_full: OnFull,
        every: u64,
    ) -> Result<Self, CheckpointError> {
        Checkpoint::new(origin, head, "never")?;
        Ok(Self {
            origin: origin.to_owned(),
            on_full,
            every: every.max(1),
            writing: Mutex::new(Writing {
                sink,
                head,
                sealed: head.size,
                unrecorded: 0,
                counts: LogCounts::default(),
            }),
        })
    }

    /// How far it has come.
    #[must_use]
    pub fn head(&self) -> Head {
        self.with(|writing| writing.head)
    }

    /// How it has gone.
    #[must_use]
    pub fn counts(&self) -> LogCounts {
        self.with(|writing| writing.counts)
    }

    /// Keeps a checkpoint now: at intervals, and at the end.
    ///
    /// # Errors
    /// The sink does not take it.
    pub fn seal(&self, at: &str) -> Result<(), SinkError> {
        self.with(|writing| writing.seal(&self.origin, at))
    }

    pub(crate) fn write(&self, record: &Record) -> Written {
        // Before anybody else has to wait.
        let draft = Draft::of(record);
        self.with(|writing| {
            let reference = writing.reference();
            let error = match writing.append(draft, &reference, self.on_full) {
                Ok(()) => {
                    let head = writing.head;
                    if head.size.saturating_sub(writing.sealed) >= self.every {
                        // A checkpoint that is not kept is counted, and tried again at the next line.
                        writing.seal(&self.origin, &record.at).ok();
                    }
                    return Written {
                        reference,
                        seq: Some(head.size),
                        stands: true,
                        error: None,
                    };
                }
                Err(error) => error,
            };
            let stands = self.on_full == OnFull::Count;
            let counts = &mut writing.counts;
            writing.unrecorded = writing.unrecorded.saturating_add(1);
            counts.unrecorded = counts.unrecorded.saturating_add(1);
            counts.refused = counts.refused.saturating_add(u64::from(!stands));
            Written {
                reference,
                seq: None,
                stands,
                error: Some(error),
            }
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Writing) -> T) -> T {
        // A sink that panicked took nothing: the head has not moved.
        work(&mut self.writing.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Writing {
    /// 16 hexadecimal digits that nobody outside can tell beforehand, and that tell nothing of the log.
    fn reference(&self) -> String {
        let seq = self.head.size.to_be_bytes();
        let unrecorded = self.unrecorded.to_be_bytes();
        let hash = LineHash::of_parts(&[b"reference\n", &self.head.hash.0, &seq, &unrecorded]);
        let mut digits = [0; 64];
        let digits = hash.digits(&mut digits).get(..16);
        digits.unwrap_or_default().to_owned()
    }

    fn append(
        &mut self,
        draft: serde_json::Result<Draft>,
        reference: &str,
        on_full: OnFull,
    ) -> Result<(), SinkError> {
        let line = draft.and_then(|draft| draft.after(self.head, reference, self.unrecorded));
        let (line, head) = line.map_err(|error| SinkError::Failed(error.to_string()))?;
        loop {
            match self.sink.append(&line) {
                Err(SinkError::Full) if on_full == OnFull::Block => self.sink.wait(),
                Err(error) => return Err(error),
                Ok(()) => break,
            }
        }
        self.head = head;
        self.unrecorded = 0;
        self.counts.written = self.counts.written.saturating_add(1);
        Ok(())
    }

    fn seal(&mut self, origin: &str, at: &str) -> Result<(), SinkError> {
        let checkpoint = Checkpoint::new(origin, self.head, at)
            .map_err(|error| SinkError::Failed(error.to_string()));
        let kept = checkpoint.and_then(|checkpoint| self.sink.checkpoint(&checkpoint));
        match kept {
            Ok(()) => self.sealed = self.head.size,
            Err(_) => {
                let failed = &mut self.counts.checkpoints_failed;
                *failed = failed.saturating_add(1);
            }
        }
        kept
    }
}

impl std::fmt::Debug for Log {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (head, counts) = self.with(|writing| (writing.head, writing.counts));
        f.debug_struct("Log")
            .field("origin", &self.origin)
            .field("head", &head)
            .field("counts", &counts)
            .finish_non_exhaustive()
    }
}
