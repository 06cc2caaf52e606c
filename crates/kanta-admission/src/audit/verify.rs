//! Verifying a log: nothing missing, nothing altered, nothing out of order, nothing cut off.

use super::chain::{Head, LineHash};
use super::checkpoint::{Checkpoint, CheckpointError};
use super::line::{Line, LineError};

/// So many damages are told one by one; the rest is counted.
const TOLD: usize = 100;

/// What is wrong with a log. Lines are counted as they stand in the files, from 1; numbers are those in the lines.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Damage {
    /// A line is none of a log.
    NotALine {
        /// The line.
        line: u64,
        /// Why.
        error: LineError,
    },
    /// Lines are missing before that one.
    Missing {
        /// The line behind the gap.
        line: u64,
        /// The first number that is missing.
        first: u64,
        /// The last one.
        last: u64,
    },
    /// A line stands where another number belongs: it is repeated, or out of order.
    OutOfOrder {
        /// The line.
        line: u64,
        /// The number that belongs there.
        expected: u64,
        /// The number that stands there.
        found: u64,
    },
    /// A line does not follow from the one before it: one of the two was replaced.
    Replaced {
        /// The line.
        line: u64,
        /// Its number.
        number: u64,
    },
    /// A checkpoint tells another hash of a line: that line, or one before it, was replaced.
    AgainstCheckpoint {
        /// The size that the checkpoint tells.
        size: u64,
    },
    /// A checkpoint tells more lines than there are: the end was cut off.
    CutOff {
        /// The size that the checkpoint tells.
        size: u64,
        /// The last number that is there.
        last: u64,
    },
}

/// What came of verifying a log.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verified {
    /// How many whole lines there are.
    pub lines: u64,
    /// How far the log has come: to be gone on from, where nothing is damaged.
    pub head: Head,
    /// The size at the last checkpoint that the log agrees with. What was written after it cannot be missed.
    pub sealed: u64,
    /// How many decisions the log says could not be recorded.
    pub unrecorded: u64,
    /// The lines that a crash tore, and that the log went on from; the last one, where its end is not there.
    pub torn: Vec<u64>,
    /// What is wrong, the first of it.
    pub damages: Vec<Damage>,
    /// How much is wrong in all.
    pub damage_count: u64,
}

impl Verified {
    /// Nothing is missing, altered, out of order or cut off, as far as the checkpoints reach.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.damage_count == 0
    }

    /// The last number that the log holds behind its last checkpoint.
    #[must_use]
    pub const fn unsealed(&self) -> u64 {
        self.head.size.saturating_sub(self.sealed)
    }
}

/// Verifies a log line by line, holding one at a time, against checkpoints from another place.
#[derive(Debug)]
pub struct Verifier {
    /// By size.
    checkpoints: Vec<Checkpoint>,
    /// The next checkpoint to be met.
    met: usize,
    expected: Expected,
    /// A line that is none, as long as it is not known whether the log went on from it.
    pending: Option<(u64, LineError)>,
    verified: Verified,
}

/// What the next line is to be.
#[derive(Clone, Copy, Debug)]
enum Expected {
    /// The first of the log, or of those that begin at a checkpoint.
    First,
    /// The one that follows from that; the hash is not known behind a line that cannot be read.
    After(u64, Option<LineHash>),
}

impl Verifier {
    /// Verifies against these checkpoints.
    ///
    /// # Errors
    /// There is none, for then nobody can tell whether the end was cut off; or they are of different logs.
    pub fn new(mut checkpoints: Vec<Checkpoint>) -> Result<Self, CheckpointError> {
        let first = checkpoints.first().ok_or(CheckpointError::None)?;
        let empty = Head::empty(&first.origin);
        if checkpoints.iter().any(|other| other.origin != first.origin) {
            return Err(CheckpointError::Origins);
        }
        checkpoints.sort_by_key(|checkpoint| checkpoint.head.size);
        checkpoints.dedup_by(|one, other| one.head == other.head);
        let mut verifier = Self {
            checkpoints,
            met: 0,
            expected: Expected::First,
            pending: None,
            verified: Verified {
                lines: 0,
                head: empty,
                sealed: 0,
                unrecorded: 0,
                torn: Vec::new(),
                damages: Vec::new(),
                damage_count: 0,
            },
        };
        verifier.meet(empty);
        Ok(verifier)
    }

    /// Takes the next line, without its line feed, and hands it back read where it is one.
    pub fn line(&mut self, text: &[u8]) -> Option<Line> {
        self.verified.lines = self.verified.lines.saturating_add(1);
        let at = self.verified.lines;
        match Line::read(text) {
            Ok(line) => {
                self.follows(at, &line);
                let unrecorded = &mut self.verified.unrecorded;
                *unrecorded = unrecorded.saturating_add(line.unrecorded);
                let head = Head {
                    size: line.seq,
                    hash: line.hash,
                };
                self.verified.head = head;
                self.expected = Expected::After(line.seq, Some(line.hash));
                self.meet(head);
                Some(line)
            }
            Err(error) => {
                self.settle_pending();
                self.pending = Some((at, error));
                None
            }
        }
    }

    /// Takes what stands behind the last line feed: nothing, a line whose line feed is missing, or a torn one.
    pub fn rest(&mut self, text: &[u8]) -> Option<Line> {
        if text.is_empty() {
            return None;
        }
        if Line::read(text).is_ok() {
            return self.line(text);
        }
        self.verified
            .torn
            .push(self.verified.lines.saturating_add(1));
        None
    }

    /// What came of it.
    #[must_use]
    pub fn finish(mut self) -> Verified {
        self.settle_pending();
        let last = self.verified.head.size;
        if let Some(beyond) = self.checkpoints.last().filter(|it| it.head.size > last) {
            let size = beyond.head.size;
            self.damaged(Damage::CutOff { size, last });
        }
        self.verified
    }

    /// Whether a line follows from the one before it.
    fn follows(&mut self, at: u64, line: &Line) {
        let (last, hash) = match self.expected {
            Expected::After(last, hash) => (last, hash),
            Expected::First => {
                let begins = |checkpoint: &&Checkpoint| {
                    let head = checkpoint.head;
                    Some(head.size) == line.seq.checked_sub(1) && head.hash == line.before
                };
                match self.checkpoints.iter().find(begins) {
                    Some(checkpoint) => (checkpoint.head.size, Some(checkpoint.head.hash)),
                    None => (0, Some(self.verified.head.hash)),
                }
            }
        };
        let pending = self.pending.take();
        let expected = last.saturating_add(1);
        let continues = line.seq == expected && hash.is_none_or(|hash| hash == line.before);
        let expected = match pending {
            // Torn while it was written: what came next was chained to the line before it.
            Some((torn, LineError::Form)) if continues && hash.is_some() => {
                self.verified.torn.push(torn);
                return;
            }
            Some((line, error)) => {
                self.damaged(Damage::NotALine { line, error });
                expected.saturating_add(1)
            }
            None => expected,
        };
        if line.seq > expected {
            self.damaged(Damage::Missing {
                line: at,
                first: expected,
                last: line.seq.saturating_sub(1),
            });
        } else if line.seq < expected {
            self.damaged(Damage::OutOfOrder {
                line: at,
                expected,
                found: line.seq,
            });
        } else if pending.is_none() && hash.is_some_and(|hash| hash != line.before) {
            self.damaged(Damage::Replaced {
                line: at,
                number: line.seq,
            });
        }
    }

    /// A line that is none, and from which the log did not go on.
    fn settle_pending(&mut self) {
        if let Some((line, error)) = self.pending.take() {
            self.damaged(Damage::NotALine { line, error });
            let Expected::After(last, _) = self.expected else {
                self.expected = Expected::After(1, None);
                return;
            };
            self.expected = Expected::After(last.saturating_add(1), None);
        }
    }

    /// Holds a head against the checkpoints of its size.
    fn meet(&mut self, head: Head) {
        while let Some(checkpoint) = self.checkpoints.get(self.met) {
            let known = checkpoint.head;
            if known.size > head.size {
                return;
            }
            self.met = self.met.saturating_add(1);
            if known.size < head.size {
                continue;
            }
            if known.hash == head.hash {
                self.verified.sealed = known.size;
            } else {
                self.damaged(Damage::AgainstCheckpoint { size: known.size });
            }
        }
    }

    fn damaged(&mut self, damage: Damage) {
        self.verified.damage_count = self.verified.damage_count.saturating_add(1);
        if self.verified.damages.len() < TOLD {
            self.verified.damages.push(damage);
        }
    }
}
