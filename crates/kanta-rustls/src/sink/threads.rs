//! What the queue takes of threads and locks. A test puts others in their place, and runs through every order of them.

pub(super) use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
pub(super) use std::thread::{self, JoinHandle};

use std::time::Duration;

/// Waits until it is woken, but not longer than that; `_of` is what the guard locks.
pub(super) fn wait<'a, T>(
    woken: &Condvar,
    _of: &'a Mutex<T>,
    held: MutexGuard<'a, T>,
    longest: Duration,
) -> MutexGuard<'a, T> {
    let (held, _) = woken
        .wait_timeout(held, longest)
        .unwrap_or_else(PoisonError::into_inner);
    held
}
