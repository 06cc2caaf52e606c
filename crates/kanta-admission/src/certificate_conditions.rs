//! What a set says of a certificate, wherever it is presented: kept, so that a handshake and the requests behind it
//! verify one path once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kanta_cert::{Certificate, Moment};

use crate::{AdmissionCondition, Fingerprint, State};

/// What a [`State`] says of a certificate by itself: its path, revocation, profile and day. Whether it is on record, and
/// where it may come from, is asked of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateConditions {
    pub(crate) conditions: Vec<AdmissionCondition>,
    /// The instant at which it was worked out, and the last one for which it holds.
    pub(crate) period: (Moment, Moment),
}

impl CertificateConditions {
    /// Everything that was looked at.
    #[must_use]
    pub fn conditions(&self) -> &[AdmissionCondition] {
        &self.conditions
    }

    /// Every condition that is missing.
    pub fn missing(&self) -> impl Iterator<Item = &AdmissionCondition> {
        self.conditions
            .iter()
            .filter(|condition| condition.is_missing())
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
pub(crate) struct Known(Mutex<HashMap<Fingerprint, Arc<CertificateConditions>>>);

impl Known {
    fn get(&self, fingerprint: Fingerprint, at: Moment) -> Option<Arc<CertificateConditions>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let examined = known.get(&fingerprint)?;
        let (first, last) = examined.period;
        (first <= at && at <= last).then(|| Arc::clone(examined))
    }

    fn keep(&self, fingerprint: Fingerprint, examined: &Arc<CertificateConditions>) {
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
    pub fn examine(&self, certificate: &Certificate, at: Moment) -> Arc<CertificateConditions> {
        let fingerprint = Fingerprint::of(certificate.der());
        self.examine_known(certificate, fingerprint, at, || {
            self.conditions_of_peer(certificate, fingerprint, at)
        })
    }

    pub(crate) fn examine_known(
        &self,
        certificate: &Certificate,
        fingerprint: Fingerprint,
        at: Moment,
        conditions: impl FnOnce() -> Vec<AdmissionCondition>,
    ) -> Arc<CertificateConditions> {
        if let Some(examined) = self.known.get(fingerprint, at) {
            return examined;
        }
        let until = self.steady_until(at, at.finnish_day(), Some(certificate));
        let examined = Arc::new(CertificateConditions {
            conditions: conditions(),
            period: (at, until),
        });
        if examined.is_in_order() {
            self.known.keep(fingerprint, &examined);
        }
        examined
    }
}
