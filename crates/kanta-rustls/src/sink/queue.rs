//! A queue before a sink that is slow.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use kanta_admission::audit::{Checkpoint, Sink, SinkError};

/// How long lines are waited for, so that several are written at once: whoever puts one wakes nobody meanwhile.
const GATHER: Duration = Duration::from_millis(1);
/// How long before a line that was not taken is tried again.
const PAUSE: Duration = Duration::from_millis(20);
/// So often a line is tried at the end, when nobody waits for room any more.
const LAST_TRIES: u32 = 50;

/// Takes lines at once and hands them to another sink on a thread of its own, in their order. When it is full, it says so,
/// and the log does what the operator chose.
///
/// A decision can be acted on before its line is written: what is in the queue when a process is killed has no line, and
/// nothing tells that it is gone, since checkpoints wait in the same queue. What the sink behind it does not take is
/// tried again until it does, so that no line is left out; the queue fills up behind it. Dropping the queue writes what
/// is in it. Lines that come within a millisecond are written together.
#[derive(Debug)]
pub struct Queue {
    sender: Option<SyncSender<Item>>,
    /// How many wait at most.
    most: u64,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// How a queue is doing; to be kept by the operator.
#[derive(Clone, Debug)]
pub struct QueueHealth(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    waiting: AtomicU64,
    lost: AtomicU64,
    closing: AtomicBool,
    failing: Mutex<Option<SinkError>>,
    room: Condvar,
}

enum Item {
    Line(Vec<u8>),
    Checkpoint(Checkpoint),
}

impl Queue {
    /// A queue of so many lines before a sink.
    #[must_use]
    pub fn new(sink: Box<dyn Sink>, lines: usize) -> Self {
        let lines = lines.max(1);
        let (sender, receiver) = sync_channel(lines.saturating_add(1));
        let shared = Arc::new(Shared::default());
        let of_thread = Arc::clone(&shared);
        Self {
            sender: Some(sender),
            most: u64::try_from(lines).unwrap_or(u64::MAX),
            shared,
            thread: Some(thread::spawn(move || {
                work(sink, &receiver, &of_thread, lines)
            })),
        }
    }

    /// How it is doing.
    #[must_use]
    pub fn health(&self) -> QueueHealth {
        QueueHealth(Arc::clone(&self.shared))
    }

    fn put(&self, item: Item) -> Result<(), SinkError> {
        let gone = || SinkError::Failed("the queue has ended".to_owned());
        let sender = self.sender.as_ref().ok_or_else(gone)?;
        // Counted first: the other thread may take it before this one goes on. One more than wait is in its hands.
        let waiting = self.shared.waiting.fetch_add(1, Ordering::Relaxed);
        let put = if waiting > self.most {
            Err(SinkError::Full)
        } else {
            sender.try_send(item).map_err(|error| match error {
                TrySendError::Full(_) => SinkError::Full,
                TrySendError::Disconnected(_) => gone(),
            })
        };
        if put.is_err() {
            self.shared.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        put
    }
}

impl Shared {
    fn fails(&self, error: Option<SinkError>) {
        *self.failing.lock().unwrap_or_else(PoisonError::into_inner) = error;
    }
}

impl QueueHealth {
    /// How many lines and checkpoints wait.
    #[must_use]
    pub fn waiting(&self) -> u64 {
        self.0.waiting.load(Ordering::Relaxed)
    }

    /// Why the first of them is not taken, where it is not.
    #[must_use]
    pub fn failing(&self) -> Option<SinkError> {
        let failing = self.0.failing.lock();
        failing.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many could not be written when the queue ended.
    #[must_use]
    pub fn lost(&self) -> u64 {
        self.0.lost.load(Ordering::Relaxed)
    }
}

fn work(mut sink: Box<dyn Sink>, receiver: &Receiver<Item>, shared: &Shared, lines: usize) {
    let half = u64::try_from(lines / 2).unwrap_or(u64::MAX);
    let mut worker = Worker {
        shared,
        gave_up: false,
    };
    let mut together = Vec::new();
    while let Ok(first) = receiver.recv() {
        let is_roomy = shared.waiting.load(Ordering::Relaxed) < half;
        if is_roomy && !shared.closing.load(Ordering::Relaxed) {
            thread::sleep(GATHER);
        }
        for item in std::iter::once(first).chain(receiver.try_iter().take(lines)) {
            match item {
                Item::Line(line) => together.push(line),
                Item::Checkpoint(checkpoint) => {
                    worker.lines(&mut *sink, &mut together);
                    worker.give(1, || sink.checkpoint(&checkpoint).map(|()| 1));
                }
            }
        }
        worker.lines(&mut *sink, &mut together);
    }
}

/// Gives a sink what waits, and keeps account of it.
struct Worker<'a> {
    shared: &'a Shared,
    gave_up: bool,
}

impl Worker<'_> {
    /// All of these lines, in their order; none is left.
    fn lines(&mut self, sink: &mut dyn Sink, together: &mut Vec<Vec<u8>>) {
        let mut rest = &together[..];
        while !rest.is_empty() {
            let done = self.give(rest.len(), || sink.append_some(rest));
            rest = rest.get(done..).unwrap_or_default();
        }
        together.clear();
    }

    /// Tries until some are taken, or all of them are given up: how many are done with.
    fn give(
        &mut self,
        waiting: usize,
        mut take: impl FnMut() -> Result<usize, SinkError>,
    ) -> usize {
        let shared = self.shared;
        let mut tries = 0_u32;
        let taken = loop {
            if self.gave_up {
                break None;
            }
            match take() {
                Ok(taken) => break Some(taken.clamp(1, waiting.max(1))),
                Err(error) => shared.fails(Some(error)),
            }
            if shared.closing.load(Ordering::Relaxed) {
                tries = tries.saturating_add(1);
                // What comes behind a gap would only look like an altered log.
                self.gave_up = tries > LAST_TRIES;
            }
            if !self.gave_up {
                thread::sleep(PAUSE);
            }
        };
        let done = taken.unwrap_or(waiting);
        let count = u64::try_from(done).unwrap_or(u64::MAX);
        if taken.is_some() {
            shared.fails(None);
        } else {
            shared.lost.fetch_add(count, Ordering::Relaxed);
        }
        shared.waiting.fetch_sub(count, Ordering::Relaxed);
        shared.room.notify_all();
        done
    }
}

impl Sink for Queue {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        self.put(Item::Line(line.to_vec()))
    }

    fn checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), SinkError> {
        self.put(Item::Checkpoint(checkpoint.clone()))
    }

    fn wait(&mut self) {
        let guard = self.shared.failing.lock();
        let guard = guard.unwrap_or_else(PoisonError::into_inner);
        drop(self.shared.room.wait_timeout(guard, PAUSE));
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.shared.closing.store(true, Ordering::Relaxed);
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}
