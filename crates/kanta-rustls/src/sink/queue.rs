//! A queue before a sink that is slow.

use std::ops::Range;
use std::time::Duration;

use kanta_admission::audit::{Checkpoint, Sink, SinkError};

use super::threads::{Arc, Condvar, JoinHandle, Mutex, MutexGuard, PoisonError, thread, wait};

/// How long lines are waited for, so that several are written at once: whoever puts one wakes nobody meanwhile, unless half of
/// the room is taken.
const GATHER: Duration = Duration::from_millis(4);
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
/// is in it. Lines that come within four milliseconds are written together, sooner where half of the room is taken.
#[derive(Debug)]
pub struct Queue {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// How a queue is doing; to be kept by the operator.
#[derive(Clone, Debug)]
pub struct QueueHealth(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// How many wait at most, beside one that is being written.
    most: usize,
    state: Mutex<State>,
    /// Something waits, or the queue is dropped.
    filled: Condvar,
    /// Something is done with.
    room: Condvar,
}

#[derive(Debug, Default)]
struct State {
    batch: Batch,
    /// How many are not done with, those in the other thread's hands among them.
    waiting: usize,
    /// The other thread sleeps until it is woken.
    idle: bool,
    /// It sleeps for a while, and is woken before if half of the room is taken.
    gathering: bool,
    closing: bool,
    /// The other thread is gone.
    ended: bool,
    lost: u64,
    failing: Option<SinkError>,
}

/// What waits, in its order: lines are kept one behind the other, so that none takes memory of its own.
#[derive(Debug, Default)]
struct Batch {
    octets: Vec<u8>,
    items: Vec<Item>,
}

#[derive(Debug)]
enum Item {
    Line(Range<usize>),
    Checkpoint(Checkpoint),
}

impl Queue {
    /// A queue of so many lines before a sink.
    #[must_use]
    pub fn new(sink: Box<dyn Sink>, lines: usize) -> Self {
        let shared = Arc::new(Shared {
            most: lines.max(1),
            state: Mutex::default(),
            filled: Condvar::new(),
            room: Condvar::new(),
        });
        let of_thread = Arc::clone(&shared);
        Self {
            shared,
            thread: Some(thread::spawn(move || work(sink, &of_thread))),
        }
    }

    /// How it is doing.
    #[must_use]
    pub fn health(&self) -> QueueHealth {
        QueueHealth(Arc::clone(&self.shared))
    }

    fn put(&self, put: impl FnOnce(&mut Batch)) -> Result<(), SinkError> {
        let mut state = self.shared.lock();
        if state.ended {
            return Err(SinkError::Failed("the queue has ended".to_owned()));
        }
        if state.waiting > self.shared.most {
            return Err(SinkError::Full);
        }
        state.waiting = state.waiting.saturating_add(1);
        put(&mut state.batch);
        let crowded = self.shared.is_crowded(&state) && std::mem::take(&mut state.gathering);
        if std::mem::take(&mut state.idle) || crowded {
            drop(state);
            self.shared.filled.notify_one();
        }
        Ok(())
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Half of the room is taken.
    const fn is_crowded(&self, state: &State) -> bool {
        state.waiting >= self.most / 2
    }

    /// Waits until something is there, and for what comes just behind it; none when the queue is dropped and empty.
    /// The batch that is given gets what waits; what it held is gone.
    fn take(&self, batch: &mut Batch) -> bool {
        let mut state = self.lock();
        while state.batch.items.is_empty() {
            if state.closing {
                return false;
            }
            state.idle = true;
            let woken = self.filled.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
        state.idle = false;
        if !self.is_crowded(&state) && !state.closing {
            state.gathering = true;
            state = wait(&self.filled, &self.state, state, GATHER);
            state.gathering = false;
        }
        batch.octets.clear();
        batch.items.clear();
        std::mem::swap(batch, &mut state.batch);
        true
    }
}

impl QueueHealth {
    /// How many lines and checkpoints wait.
    #[must_use]
    pub fn waiting(&self) -> u64 {
        u64::try_from(self.0.lock().waiting).unwrap_or(u64::MAX)
    }

    /// Why the first of them is not taken, where it is not.
    #[must_use]
    pub fn failing(&self) -> Option<SinkError> {
        self.0.lock().failing.clone()
    }

    /// How many could not be written when the queue ended.
    #[must_use]
    pub fn lost(&self) -> u64 {
        self.0.lock().lost
    }
}

fn work(mut sink: Box<dyn Sink>, shared: &Shared) {
    let mut worker = Worker {
        shared,
        gave_up: false,
    };
    let mut batch = Batch::default();
    while shared.take(&mut batch) {
        let mut together = Vec::new();
        for item in &batch.items {
            match item {
                Item::Line(place) => together.extend(batch.octets.get(place.clone())),
                Item::Checkpoint(checkpoint) => {
                    worker.lines(&mut *sink, &mut together);
                    worker.give(1, || sink.checkpoint(checkpoint).map(|()| 1));
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
    fn lines(&mut self, sink: &mut dyn Sink, together: &mut Vec<&[u8]>) {
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
        let mut tries = 0_u32;
        let taken = loop {
            if self.gave_up {
                break None;
            }
            let error = match take() {
                Ok(taken) => break Some(taken.clamp(1, waiting.max(1))),
                Err(error) => error,
            };
            let mut state = self.shared.lock();
            state.failing = Some(error);
            if state.closing {
                tries = tries.saturating_add(1);
                // What comes behind a gap would only look like an altered log.
                self.gave_up = tries > LAST_TRIES;
            }
            drop(state);
            if !self.gave_up {
                thread::sleep(PAUSE);
            }
        };
        let done = taken.unwrap_or(waiting);
        let mut state = self.shared.lock();
        if taken.is_some() {
            state.failing = None;
        } else {
            let lost = u64::try_from(done).unwrap_or(u64::MAX);
            state.lost = state.lost.saturating_add(lost);
        }
        state.waiting = state.waiting.saturating_sub(done);
        drop(state);
        self.shared.room.notify_all();
        done
    }
}

/// However the thread ends, the queue takes nothing more.
impl Drop for Worker<'_> {
    fn drop(&mut self) {
        self.shared.lock().ended = true;
        self.shared.room.notify_all();
    }
}

impl Sink for Queue {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        self.put(|batch| {
            let start = batch.octets.len();
            batch.octets.extend_from_slice(line);
            batch.items.push(Item::Line(start..batch.octets.len()));
        })
    }

    fn checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), SinkError> {
        self.put(|batch| batch.items.push(Item::Checkpoint(checkpoint.clone())))
    }

    fn wait(&mut self) {
        let state = self.shared.lock();
        if state.waiting > self.shared.most && !state.ended {
            drop(self.shared.room.wait_timeout(state, PAUSE));
        }
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.shared.lock().closing = true;
        self.shared.filled.notify_one();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}
