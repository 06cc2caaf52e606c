use std::fmt::Debug;
use std::sync::Arc;

use kanta_admission::{Gate, Live, State};

/// Where the set of now comes from: asked at each handshake, so that trust anchors and lists of revoked certificates
/// that were exchanged count from the next connection on.
pub trait States: Debug + Send + Sync {
    /// The set of now.
    fn state(&self) -> Arc<State>;
}

impl States for Gate {
    fn state(&self) -> Arc<State> {
        self.live().state()
    }
}

impl States for Live {
    fn state(&self) -> Arc<State> {
        Self::state(self)
    }
}
