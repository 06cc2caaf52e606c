//! The queue before a sink, in every order in which its threads may run: what the library uses, with the threads and locks
//! of a model checker in the place of the system's.

use std::sync::{Arc, Mutex, PoisonError};

use kanta_admission::audit::{Checkpoint, Head, Sink, SinkError};
use loom::model::Builder;

use queue::Queue;

#[path = "../../src/sink/queue.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "the library's file, of which a part is tried"
)]
mod queue;

/// What the queue takes of threads and locks, here.
mod threads {
    pub(super) use loom::sync::{Arc, Condvar, Mutex, MutexGuard};
    pub(super) use loom::thread::JoinHandle;
    pub(super) use std::sync::PoisonError;

    thread_local! {
        /// How long a while is: no time at all, or for ever, so that only who is woken goes on. All threads of a model run
        /// on the one of its test.
        pub(super) static FOR_EVER: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }

    /// Time does not pass: who waits for a while lets others run.
    pub(super) fn wait<'a, T>(
        woken: &Condvar,
        of: &'a Mutex<T>,
        held: MutexGuard<'a, T>,
        _: std::time::Duration,
    ) -> MutexGuard<'a, T> {
        if FOR_EVER.get() {
            return woken.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
        drop(held);
        loom::thread::yield_now();
        of.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same of who sleeps.
    pub(super) mod thread {
        pub(in super::super) use loom::thread::spawn;

        pub(in super::super) fn sleep(_: std::time::Duration) {
            loom::thread::yield_now();
        }
    }
}

/// What came to the sink, in its order: the number in each line, or the size of a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Came {
    Line(u8),
    Checkpoint(u64),
}

/// Keeps everything; fails as often as it is told to, before it takes more, and takes so many lines at once.
#[derive(Clone)]
struct Kept {
    came: Arc<Mutex<Vec<Came>>>,
    failures: usize,
    at_once: usize,
}

impl Kept {
    fn new(failures: usize, at_once: usize) -> Self {
        Self {
            came: Arc::default(),
            failures,
            at_once,
        }
    }

    fn put(&mut self, came: impl Iterator<Item = Came>) -> Result<(), SinkError> {
        if self.failures > 0 {
            self.failures -= 1;
            return Err(SinkError::Failed("the disk is tired".into()));
        }
        let mut kept = self.came.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend(came);
        Ok(())
    }

    fn came(&self) -> Vec<Came> {
        self.came.lock().unwrap().clone()
    }
}

impl Sink for Kept {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        self.append_some(&[line]).map(|_| ())
    }

    fn append_some(&mut self, lines: &[&[u8]]) -> Result<usize, SinkError> {
        let some = &lines[..lines.len().min(self.at_once)];
        self.put(some.iter().map(|line| Came::Line(line[0])))?;
        Ok(some.len())
    }

    fn checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), SinkError> {
        self.put(std::iter::once(Came::Checkpoint(checkpoint.head.size)))
    }

    fn wait(&mut self) {}
}

/// Every order of the threads in which one that could have gone on is interrupted at most three times, or as often as
/// `LOOM_MAX_PREEMPTIONS` says: with 100 there is no order left, and it takes minutes.
fn every_order(model: impl Fn() + Send + Sync + 'static) {
    let mut builder = Builder::new();
    builder.preemption_bound = builder.preemption_bound.or(Some(3));
    builder.check(model);
}

/// Puts a line, and waits for room where there is none.
fn put(queue: &mut Queue, line: u8) {
    while let Err(error) = queue.append(&[line, b'\n']) {
        assert_eq!(error, SinkError::Full);
        queue.wait();
    }
}

fn lines(numbers: impl IntoIterator<Item = u8>) -> Vec<Came> {
    numbers.into_iter().map(Came::Line).collect()
}

#[test]
fn whatever_the_order_of_threads_every_line_comes_once_and_in_its_place() {
    for (room, at_once) in [(1, 1), (1, 2), (3, 2)] {
        every_order(move || {
            let sink = Kept::new(0, at_once);
            let mut queue = Queue::new(Box::new(sink.clone()), room);
            for line in 1..=3 {
                put(&mut queue, line);
            }
            drop(queue);
            assert_eq!(sink.came(), lines(1..=3));
        });
    }
}

#[test]
fn whatever_the_order_of_threads_a_sink_that_fails_for_a_while_gets_every_line() {
    for failures in 1..=2 {
        every_order(move || {
            let sink = Kept::new(failures, 1);
            let mut queue = Queue::new(Box::new(sink.clone()), 1);
            let health = queue.health();
            for line in 1..=3 {
                put(&mut queue, line);
            }
            drop(queue);
            assert_eq!(sink.came(), lines(1..=3));
            assert_eq!(
                (health.lost(), health.waiting(), health.failing()),
                (0, 0, None)
            );
        });
    }
}

#[test]
fn whatever_the_order_of_threads_a_checkpoint_comes_behind_the_lines_that_it_seals() {
    every_order(|| {
        let sink = Kept::new(0, 2);
        let mut queue = Queue::new(Box::new(sink.clone()), 4);
        put(&mut queue, 1);
        let head = Head {
            size: 1,
            hash: Head::empty("gate").hash,
        };
        let checkpoint = Checkpoint::new("gate", head, "2025-12-01T10:00:00Z").unwrap();
        queue.checkpoint(&checkpoint).unwrap();
        put(&mut queue, 2);
        drop(queue);
        let expected = [Came::Line(1), Came::Checkpoint(1), Came::Line(2)];
        assert_eq!(sink.came(), expected);
    });
}

/// What is counted as lost and what came are all there is, and what came is a beginning: behind a gap nothing would verify.
#[test]
fn whatever_the_order_of_threads_what_does_not_come_is_counted() {
    every_order(|| {
        let sink = Kept::new(usize::MAX, 1);
        let mut queue = Queue::new(Box::new(sink.clone()), 2);
        let health = queue.health();
        for line in 1..=2 {
            queue.append(&[line, b'\n']).unwrap();
        }
        drop(queue);
        assert_eq!(sink.came(), []);
        assert_eq!((health.lost(), health.waiting()), (2, 0));
    });
}

#[test]
fn whatever_the_order_of_threads_who_looks_on_sees_no_more_than_there_is_room_for() {
    every_order(|| {
        let sink = Kept::new(0, 1);
        let mut queue = Queue::new(Box::new(sink.clone()), 1);
        let health = queue.health();
        let onlooker = loom::thread::spawn(move || {
            assert!(health.waiting() <= 2);
            assert_eq!(health.failing(), None);
        });
        put(&mut queue, 1);
        put(&mut queue, 2);
        drop(queue);
        onlooker.join().unwrap();
        assert_eq!(sink.came(), lines(1..=2));
    });
}

/// Tells when so many lines have come.
struct Told(Kept, Arc<(loom::sync::Mutex<usize>, loom::sync::Condvar)>);

impl Sink for Told {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        self.append_some(&[line]).map(|_| ())
    }

    fn append_some(&mut self, lines: &[&[u8]]) -> Result<usize, SinkError> {
        let came = self.0.append_some(lines)?;
        *self.1.0.lock().unwrap() += came;
        self.1.1.notify_all();
        Ok(came)
    }

    fn checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), SinkError> {
        self.0.checkpoint(checkpoint)
    }

    fn wait(&mut self) {}
}

/// Lines are gathered for a while; if that took for ever, nobody would wait for it.
#[test]
fn whatever_the_order_of_threads_who_gathers_is_woken_by_half_of_the_room_and_by_the_end() {
    threads::FOR_EVER.set(true);
    every_order(|| {
        let sink = Kept::new(0, 4);
        let told: Arc<(loom::sync::Mutex<usize>, loom::sync::Condvar)> = Arc::default();
        let mut queue = Queue::new(Box::new(Told(sink.clone(), Arc::clone(&told))), 4);
        put(&mut queue, 1);
        put(&mut queue, 2);
        let mut came = told.0.lock().unwrap();
        while *came < 2 {
            came = told.1.wait(came).unwrap();
        }
        drop(came);
        put(&mut queue, 3);
        drop(queue);
        assert_eq!(sink.came(), lines(1..=3));
    });
}
