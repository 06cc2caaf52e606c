//! A queue before a slow sink.

use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use kanta_admission::audit::{Checkpoint, Head, Log, OnFull, Sink, SinkError};
use kanta_admission::{Connection, Gate, Live, Presented};
use kanta_rustls::sink::Queue;

use crate::harness::{ADDRESS, INDEX, good, now, prescription, state};

/// Takes nothing until it is opened; fails as often as it is told to.
#[derive(Clone, Default)]
struct Door(Arc<(Mutex<Behind>, Condvar)>);

#[derive(Default)]
struct Behind {
    open: bool,
    failures: usize,
    lines: Vec<Vec<u8>>,
}

impl Door {
    fn open(&self) {
        self.0.0.lock().unwrap().open = true;
        self.0.1.notify_all();
    }

    fn lines(&self) -> usize {
        self.0.0.lock().unwrap().lines.len()
    }
}

impl Sink for Door {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        let (behind, opened) = &*self.0;
        let mut behind = opened
            .wait_while(behind.lock().unwrap(), |it| !it.open)
            .unwrap();
        if behind.failures > 0 {
            behind.failures -= 1;
            return Err(SinkError::Failed("the disk is tired".into()));
        }
        behind.lines.push(line.to_vec());
        Ok(())
    }

    fn checkpoint(&mut self, _: &Checkpoint) -> Result<(), SinkError> {
        Ok(())
    }

    fn wait(&mut self) {}
}

fn gate(queue: Queue, on_full: OnFull) -> Gate {
    let log = Log::new("gate", Head::empty("gate"), Box::new(queue), on_full, 1000);
    Gate::new(Live::new(state(INDEX, &good())), log.unwrap())
}

fn connection() -> Connection {
    let source = ADDRESS.parse().unwrap();
    Connection::new(Presented::from_der(&good().end_entity.der(), source))
}

#[test]
fn a_full_queue_refuses_or_counts_as_the_operator_chose_and_nothing_is_lost_silently() {
    for (on_full, stands) in [(OnFull::Refuse, false), (OnFull::Count, true)] {
        let door = Door::default();
        let queue = Queue::new(Box::new(door.clone()), 4);
        let health = queue.health();
        let gate = gate(queue, on_full);
        let connection = connection();
        let admit = || gate.admit(&connection, &prescription(now()));
        // One may be in the other thread's hands, four wait: the others find no room.
        let answers: Vec<bool> = (0..20).map(|_| admit().answer.is_ok()).collect();
        let recorded = usize::try_from(gate.log().counts().written).unwrap();
        assert!((4..=5).contains(&recorded), "{recorded}");
        assert_eq!(answers[19], stands);
        let counts = gate.log().counts();
        assert_eq!(counts.written + counts.unrecorded, 20);
        assert_eq!(counts.refused, if stands { 0 } else { counts.unrecorded });
        assert_eq!(health.waiting(), counts.written);
        door.open();
        while health.waiting() > 0 {
            std::thread::sleep(Duration::from_millis(1));
        }
        // The next line tells how many were left out.
        assert!(admit().answer.is_ok());
        drop(gate);
        let lines = door.0.0.lock().unwrap().lines.clone();
        assert_eq!(lines.len(), recorded + 1);
        let told = lines.iter().map(|line| {
            let line = kanta_admission::audit::Line::read(&line[..line.len() - 1]);
            line.unwrap().unrecorded
        });
        assert_eq!(told.sum::<u64>(), counts.unrecorded);
        assert_eq!(health.lost(), 0);
    }
}

#[test]
fn who_chose_to_wait_waits_and_every_line_is_there() {
    let door = Door::default();
    let gate = Arc::new(gate(Queue::new(Box::new(door.clone()), 2), OnFull::Block));
    let asking = {
        let gate = Arc::clone(&gate);
        std::thread::spawn(move || {
            let connection = connection();
            (0..50).all(|_| gate.admit(&connection, &prescription(now())).answer.is_ok())
        })
    };
    std::thread::sleep(Duration::from_millis(100));
    assert!(!asking.is_finished(), "it waits for room");
    door.open();
    assert!(asking.join().unwrap());
    drop(gate);
    assert_eq!(door.lines(), 50);
}

#[test]
fn what_is_not_taken_is_tried_again_so_that_no_line_is_left_out() {
    let door = Door::default();
    door.0.0.lock().unwrap().failures = 3;
    door.open();
    let queue = Queue::new(Box::new(door.clone()), 100);
    let health = queue.health();
    let gate = gate(queue, OnFull::Refuse);
    let connection = connection();
    for _ in 0..10 {
        assert!(gate.admit(&connection, &prescription(now())).answer.is_ok());
    }
    drop(gate);
    assert_eq!(door.lines(), 10);
    assert_eq!((health.lost(), health.waiting()), (0, 0));
    assert_eq!(health.failing(), None);
}

/// Takes one line, and then falls over.
struct Fragile(bool);

impl Sink for Fragile {
    fn append(&mut self, _: &[u8]) -> Result<(), SinkError> {
        assert!(!std::mem::replace(&mut self.0, true), "it falls over");
        Ok(())
    }

    fn checkpoint(&mut self, _: &Checkpoint) -> Result<(), SinkError> {
        Ok(())
    }

    fn wait(&mut self) {}
}

#[test]
fn behind_a_sink_that_fell_over_nothing_is_admitted_and_nobody_waits() {
    for on_full in [OnFull::Block, OnFull::Refuse] {
        let gate = gate(Queue::new(Box::new(Fragile(false)), 4), on_full);
        let connection = connection();
        let admit = || gate.admit(&connection, &prescription(now())).answer.is_ok();
        let mut admitted = 0;
        while admit() {
            admitted += 1;
            assert!(admitted < 1000);
            std::thread::sleep(Duration::from_millis(2));
        }
        assert!(admitted > 0 && !admit());
    }
}
