//! A queue before a sink that is slow.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use kanta_admission::audit::{Checkpoint, Sink, SinkError};

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
/// is in it.
#[derive(Debug)]
pub struct Queue {
    sender: Option<SyncSender<Item>>,
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
        let (sender, receiver) = sync_channel(lines.max(1));
        let shared = Arc::new(Shared::default());
        let of_thread = Arc::clone(&shared);
        Self {
            sender: Some(sender),
            shared,
            thread: Some(thread::spawn(move || work(sink, &receiver, &of_thread))),
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
        // Counted first: the other thread may take it before this one goes on.
        self.shared.waiting.fetch_add(1, Ordering::Relaxed);
        let put = sender.try_send(item).map_err(|error| match error {
            TrySendError::Full(_) => SinkError::Full,
            TrySendError::Disconnected(_) => gone(),
        });
        if put.is_err() {
            self.shared.waiting.fetch_sub(1, Ordering::Relaxed);
        }
        put
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

fn work(mut sink: Box<dyn Sink>, receiver: &Receiver<Item>, shared: &Shared) {
    let set = |error: Option<SinkError>| {
        *shared
            .failing
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = error;
    };
    let mut gave_up = false;
    for item in receiver {
        let mut tries = 0_u32;
        let taken = loop {
            if gave_up {
                break false;
            }
            let taken = match &item {
                Item::Line(line) => sink.append(line),
                Item::Checkpoint(checkpoint) => sink.checkpoint(checkpoint),
            };
            match taken {
                Ok(()) => break true,
                Err(error) => set(Some(error)),
            }
            if shared.closing.load(Ordering::Relaxed) {
                tries = tries.saturating_add(1);
                if tries > LAST_TRIES {
                    // What comes behind a gap would only look like an altered log.
                    gave_up = true;
                    break false;
                }
            }
            thread::sleep(PAUSE);
        };
        if taken {
            set(None);
        } else {
            shared.lost.fetch_add(1, Ordering::Relaxed);
        }
        shared.waiting.fetch_sub(1, Ordering::Relaxed);
        shared.room.notify_all();
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
