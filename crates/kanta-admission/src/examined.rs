//! What a set says of a certificate, wherever it is presented: kept, so that a handshake and the requests behind it
//! verify one path once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kanta_cert::{Certificate, Moment};

use crate::{Fingerprint, Link, State};

/// What a [`State`] says of a certificate by itself: its path, revocation, profile and day. Whether it is on record, and
/// where it may come from, is asked of a connection.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    pub(crate) links: Vec<Link>,
    /// The instant at which it was worked out, and the last one for which it holds.
    pub(crate) period: (Moment, Moment),
}

impl Examined {
    /// Everything that was looked at.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Every link that is missing.
    pub fn missing(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(|link| link.is_missing())
    }

    /// Whether nothing is missing.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        self.missing().next().is_none()
    }

    /// The instant at which it was worked out, and the last one for which it holds.
    #[must_use]
    pub const fn period(&self) -> (Moment, Moment) {
        self.period
    }
}

/// So many certificates are known at a time.
const KNOWN: usize = 1 << 12;

/// The certificates in which nothing is missing. Others are looked at anew each time, so that nobody without a
/// certificate of a trusted CA can fill it.
#[derive(Debug, Default)]
pub(crate) struct Known(Mutex<HashMap<Fingerprint, Arc<Examined>>>);

impl Known {
    fn get(&self, fingerprint: Fingerprint, at: Moment) -> Option<Arc<Examined>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let examined = known.get(&fingerprint)?;
        let (first, last) = examined.period;
        (first <= at && at <= last).then(|| Arc::clone(examined))
    }

    fn keep(&self, fingerprint: Fingerprint, examined: &Arc<Examined>) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KNOWN {
            known.clear();
        }
        known.insert(fingerprint, Arc::clone(examined));
    }
}

impl State {
    /// What is to be said of a certificate by itself, at an instant: what a handshake can ask. The same is part of
    /// what [`identify`](Self::identify) finds, and is worked out once for both.
    #[must_use]
    pub fn examine(&self, certificate: &Certificate, at: Moment) -> Arc<Examined> {
        let fingerprint = Fingerprint::of(certificate.der());
        self.examine_known(certificate, fingerprint, at, || {
            self.links_of_peer(certificate, fingerprint, at)
        })
    }

    pub(crate) fn examine_known(
        &self,
        certificate: &Certificate,
        fingerprint: Fingerprint,
        at: Moment,
        links: impl FnOnce() -> Vec<Link>,
    ) -> Arc<Examined> {
        if let Some(examined) = self.known.get(fingerprint, at) {
            return examined;
        }
        let until = self.steady_until(at, at.finnish_day(), Some(certificate));
        let examined = Arc::new(Examined {
            links: links(),
            period: (at, until),
        });
        if examined.is_in_order() {
            self.known.keep(fingerprint, &examined);
        }
        examined
    }
}
