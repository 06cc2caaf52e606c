//! The set that decisions rest on now.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arc_swap::{ArcSwap, Guard};

use crate::{State, Versions};

/// The [`State`] that decisions rest on now. It is exchanged as a whole while requests are being decided: each of
/// them rests on the set before or on the set after, and never on a part of either.
#[derive(Debug)]
pub struct Live {
    state: ArcSwap<State>,
    loaded: AtomicU64,
    failed: AtomicU64,
    failing: AtomicU64,
}

/// How loading has gone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Health {
    /// The set that decisions rest on.
    pub versions: Arc<Versions>,
    /// How many sets were taken into use, the first included.
    pub loaded: u64,
    /// How many did not load.
    pub failed: u64,
    /// How many did not load since the last one that did: while there are any, decisions rest on an older set than
    /// was meant.
    pub failing: u64,
}

impl Live {
    /// Begins with a set.
    #[must_use]
    pub fn new(state: State) -> Self {
        Self {
            state: ArcSwap::from_pointee(state),
            loaded: AtomicU64::new(1),
            failed: AtomicU64::new(0),
            failing: AtomicU64::new(0),
        }
    }

    /// The set of now, to be kept for as long as one decision takes.
    #[must_use]
    pub fn state(&self) -> Arc<State> {
        self.state.load_full()
    }

    pub(crate) fn load(&self) -> Guard<Arc<State>> {
        self.state.load()
    }

    /// Takes another set into use, and hands back the one before.
    pub fn replace(&self, state: State) -> Arc<State> {
        let before = self.state.swap(Arc::new(state));
        self.loaded.fetch_add(1, Ordering::Relaxed);
        self.failing.store(0, Ordering::Relaxed);
        before
    }

    /// Loads another set and takes it into use; one that does not load leaves the set of now where it is.
    ///
    /// # Errors
    /// Why it did not load: to be reported by the caller. It is counted in [`health`](Self::health).
    pub fn reload<E>(&self, load: impl FnOnce() -> Result<State, E>) -> Result<Arc<Versions>, E> {
        match load() {
            Ok(state) => {
                let versions = Arc::clone(state.versions());
                self.replace(state);
                Ok(versions)
            }
            Err(error) => {
                self.failed.fetch_add(1, Ordering::Relaxed);
                self.failing.fetch_add(1, Ordering::Relaxed);
                Err(error)
            }
        }
    }

    /// How loading has gone.
    #[must_use]
    pub fn health(&self) -> Health {
        Health {
            versions: Arc::clone(self.load().versions()),
            loaded: self.loaded.load(Ordering::Relaxed),
            failed: self.failed.load(Ordering::Relaxed),
            failing: self.failing.load(Ordering::Relaxed),
        }
    }
}
