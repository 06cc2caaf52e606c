//! What time it is, for connections and for requests alike.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use kanta_cert::Moment;
use rustls::time_provider::TimeProvider;
use rustls_pki_types::UnixTime;

/// What time it is: the same for handshakes and for the requests behind them.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// The clock of the system.
    #[must_use]
    pub fn system() -> Self {
        Self::new(|| Moment::from(SystemTime::now()))
    }

    /// Another clock: of a test, or of a replay.
    #[must_use]
    pub fn new(now: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The instant.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Clock").field(&self.now()).finish()
    }
}

impl TimeProvider for Clock {
    fn current_time(&self) -> Option<UnixTime> {
        let seconds = u64::try_from(self.now().unix_seconds()).ok()?;
        Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
    }
}

/// A moment as `rustls` tells it.
pub(crate) fn moment(time: UnixTime) -> Moment {
    Moment::from_unix_seconds(i64::try_from(time.as_secs()).unwrap_or(i64::MAX))
}
