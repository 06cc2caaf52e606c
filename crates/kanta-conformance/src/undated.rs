//! What no day changes is judged once, however many days are asked about.

use alloc::vec::Vec;
use core::cell::Cell;

use crate::{Date, Outcome};

/// The day asked about. It notes whether anybody looked at it.
#[derive(Clone, Debug)]
pub struct AskedDay {
    day: Date,
    was_read: Cell<bool>,
}

impl AskedDay {
    /// That day, at which nobody has looked.
    #[must_use]
    pub const fn new(day: Date) -> Self {
        Self {
            day,
            was_read: Cell::new(false),
        }
    }

    /// The day; what is made of it rests on it.
    #[must_use]
    pub fn get(&self) -> Date {
        self.note();
        self.day
    }

    /// Notes that what is found rests on the day.
    pub fn note(&self) {
        self.was_read.set(true);
    }

    /// What `look` says, and whether it looked at the day.
    pub(crate) fn watch(&self, look: impl FnOnce() -> Outcome) -> (Outcome, bool) {
        self.was_read.set(false);
        (look(), self.was_read.get())
    }
}

/// What checks found without looking at the day, kept from one day to the next.
///
/// The same checks are run in the same order on each day, and [`Undated::begin`] comes before the first.
#[derive(Debug, Default)]
pub struct Undated {
    found: Vec<Found>,
    next: usize,
}

/// What one check found of one subject.
#[derive(Debug)]
pub(crate) enum Found {
    /// Nothing yet: the row was not in force.
    Nothing,
    /// Something that rests on the day.
    OnItsDay,
    /// The outcome of every day.
    Always(Outcome),
}

impl Undated {
    /// Begins a day.
    pub fn begin(&mut self) {
        self.next = 0;
    }

    /// What the next check found on the days before.
    pub(crate) fn next(&mut self) -> Option<&mut Found> {
        if self.next == self.found.len() {
            self.found.push(Found::Nothing);
        }
        let found = self.found.get_mut(self.next);
        self.next = self.next.saturating_add(1);
        found
    }
}
