use std::ops::Deref;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use kanta_cert::Moment;

use crate::{Identity, Presented, State};

/// One connection: what its peer presented, and who that is for as long as the answer holds.
///
/// Who the peer is, is worked out once, and anew when another [`State`] is asked or when something of the certificate
/// changes with time: its validity ends, a list of revoked certificates is due, another day begins. So a certificate
/// that expires, or is revoked, or leaves the index, is noticed at the next request of a connection that stays open.
#[derive(Debug)]
pub struct Connection {
    presented: Presented,
    identity: ArcSwapOption<Identity>,
    /// The same by a set that is decided beside the live one.
    beside: ArcSwapOption<Identity>,
}

impl Connection {
    /// A connection whose peer presented that.
    #[must_use]
    pub fn new(presented: Presented) -> Self {
        Self {
            presented,
            identity: ArcSwapOption::empty(),
            beside: ArcSwapOption::empty(),
        }
    }

    /// What was presented.
    #[must_use]
    pub const fn presented(&self) -> &Presented {
        &self.presented
    }

    /// Who the peer is, by a set and at an instant.
    #[must_use]
    pub fn identity(&self, state: &State, at: Moment) -> Arc<Identity> {
        let held = self.identity.load_full();
        match held {
            Some(identity) if identity.holds(state, at) => identity,
            _ => self.identify(&self.identity, state, at),
        }
    }

    /// The same by a shadow's set, so that neither makes the other work it out anew.
    pub(crate) fn identity_beside(&self, state: &State, at: Moment) -> Arc<Identity> {
        let held = self.beside.load_full();
        match held {
            Some(identity) if identity.holds(state, at) => identity,
            _ => self.identify(&self.beside, state, at),
        }
    }

    /// Looks at the identity without counting who holds it.
    #[inline]
    pub(crate) fn with_identity<T>(
        &self,
        state: &State,
        at: Moment,
        look: impl FnOnce(&Identity) -> T,
    ) -> T {
        let held = self.identity.load();
        match held.deref() {
            Some(identity) if identity.holds(state, at) => look(identity),
            _ => look(&self.identify(&self.identity, state, at)),
        }
    }

    #[cold]
    fn identify(&self, slot: &ArcSwapOption<Identity>, state: &State, at: Moment) -> Arc<Identity> {
        let identity = Arc::new(state.identify(&self.presented, at));
        slot.store(Some(Arc::clone(&identity)));
        identity
    }
}
