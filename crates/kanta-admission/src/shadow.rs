//! Another set decided beside the live one, to see what would change before it does.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::{AdmissionExplanation, Attempt, Connection, Evaluation, Live, State};

/// A set that is asked the same as the live one. Nobody acts on its answers: they are compared, counted and told.
#[derive(Debug)]
pub struct Shadow {
    live: Live,
    compared: AtomicU64,
    would_permit: AtomicU64,
    would_deny: AtomicU64,
}

/// An attempt on which a shadow decides otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// What the live set decides.
    pub live: Evaluation,
    /// What the shadow decides, and why.
    pub shadow: AdmissionExplanation,
}

impl Difference {
    /// What is denied would be permitted; otherwise, what is permitted would be denied.
    #[must_use]
    pub const fn would_permit(&self) -> bool {
        self.shadow.evaluation.would_permit()
    }
}

/// How often a shadow decided otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShadowCounts {
    /// Attempts that both decided.
    pub compared: u64,
    /// Denied by the live set, permitted by the shadow.
    pub would_permit: u64,
    /// Permitted by the live set, denied by the shadow.
    pub would_deny: u64,
}

impl Shadow {
    /// A shadow that decides by that set.
    #[must_use]
    pub fn new(state: State) -> Self {
        Self {
            live: Live::new(state),
            compared: AtomicU64::new(0),
            would_permit: AtomicU64::new(0),
            would_deny: AtomicU64::new(0),
        }
    }

    /// The set that it decides by, to be exchanged.
    #[must_use]
    pub const fn live(&self) -> &Live {
        &self.live
    }

    /// Decides an attempt beside the live set, which gave that answer; tells where the two differ.
    pub fn compare(
        &self,
        connection: &Connection,
        attempt: &Attempt,
        live: Evaluation,
    ) -> Option<Difference> {
        let state = self.live.load();
        let identity = connection.identity_beside(&state, attempt.at);
        let permits = state.evaluate_as(&identity, attempt).would_permit();
        self.compared.fetch_add(1, Ordering::Relaxed);
        if permits == live.would_permit() {
            return None;
        }
        let count = if permits {
            &self.would_permit
        } else {
            &self.would_deny
        };
        count.fetch_add(1, Ordering::Relaxed);
        Some(Difference {
            live,
            shadow: state.explain_as(identity, attempt),
        })
    }

    /// How often it decided otherwise.
    #[must_use]
    pub fn counts(&self) -> ShadowCounts {
        ShadowCounts {
            compared: self.compared.load(Ordering::Relaxed),
            would_permit: self.would_permit.load(Ordering::Relaxed),
            would_deny: self.would_deny.load(Ordering::Relaxed),
        }
    }
}
