//! What the queue takes of threads and locks. A test puts others in their place, and runs through every order of them.

pub(super) use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
pub(super) use std::thread::{self, JoinHandle};
