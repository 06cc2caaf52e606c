//! Everything that decisions rest on, as one consistent set.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use data_encoding::HEXLOWER;
use kanta_address_index::AddressIndex;
use kanta_cert::{Certificate, IssuerList, Moment, TrustStore};
use kanta_conformance::Date;
use sha2::{Digest, Sha256};

use crate::certificate_conditions::Known;
use crate::policy::{Mode, Policy};

/// Everything that decisions rest on: index, trust anchors, lists of revoked certificates and configuration, as one
/// set that never changes. What changes is which set is [`Live`](crate::Live).
#[derive(Debug)]
pub struct State {
    pub(crate) index: AddressIndex,
    pub(crate) trust: TrustStore,
    pub(crate) policy: Policy,
    issuers: Option<IssuerList>,
    versions: Arc<Versions>,
    id: u64,
    /// The instants at which an answer about a certificate may change, in order.
    events: Vec<Moment>,
    pub(crate) known: Known,
}

/// Which set a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Versions {
    /// The version of the index, as its author counts.
    pub index: String,
    /// The day on which the index was issued.
    pub index_issued: String,
    /// The first day on which the index is no longer relied on.
    pub index_expires: String,
    /// A digest of the trust anchors and the CAs between.
    pub trust: String,
    /// A digest of the lists of revoked certificates.
    pub crls: String,
    /// A digest of the configuration.
    pub policy: String,
}

/// Tells sets of one process apart.
static NEXT: AtomicU64 = AtomicU64::new(1);

impl State {
    /// A set of these parts.
    #[must_use]
    pub fn new(index: AddressIndex, trust: TrustStore, mut policy: Policy) -> Self {
        if let Mode::OwnAccessPoint { systems, .. } = &mut policy.mode {
            for system in systems {
                system.parties.sort_unstable();
            }
        }
        let header = index.header();
        let authorities = trust.roots().iter().chain(trust.intermediates());
        let authorities = authorities.map(|authority| authority.certificate().der());
        let versions = Arc::new(Versions {
            index: header.version.clone(),
            index_issued: header.issued.to_string(),
            index_expires: header.expires.to_string(),
            trust: digest(authorities),
            crls: digest(trust.crls().map(|(_, list)| list.der())),
            policy: digest([format!("{policy:?}").as_bytes()].into_iter()),
        });
        let events = events(&trust);
        Self {
            index,
            trust,
            policy,
            issuers: None,
            versions,
            id: NEXT.fetch_add(1, Ordering::Relaxed),
            events,
            known: Known::default(),
        }
    }

    /// The same with another list of CAs than the built-in one.
    #[must_use]
    pub fn with_issuers(mut self, issuers: IssuerList) -> Self {
        self.issuers = Some(issuers);
        self.known = Known::default();
        self
    }

    /// The index.
    #[must_use]
    pub const fn index(&self) -> &AddressIndex {
        &self.index
    }

    /// Which set it is.
    #[must_use]
    pub const fn versions(&self) -> &Arc<Versions> {
        &self.versions
    }

    /// Who the peers are.
    #[must_use]
    pub const fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The number by which what was worked out from it is told from what was not.
    pub(crate) const fn id(&self) -> u64 {
        self.id
    }

    pub(crate) fn issuers(&self) -> &IssuerList {
        self.issuers
            .as_ref()
            .unwrap_or_else(|| IssuerList::built_in())
    }

    /// The last instant, of the same Finnish day, until which what holds of a certificate at an instant stays so:
    /// between two events of validities and lists nothing changes.
    pub(crate) fn steady_until(
        &self,
        at: Moment,
        day: Date,
        certificate: Option<&Certificate>,
    ) -> Moment {
        let next = self.events.partition_point(|event| *event <= at);
        let of_state = self.events.get(next).copied();
        let own = certificate.map(|certificate| certificate.validity());
        let own = own.into_iter();
        let own = own.flat_map(|validity| [validity.not_before, after(validity.not_after)]);
        let first = own.filter(|event| *event > at).chain(of_state).min();
        let before =
            first.map(|event| Moment::from_unix_seconds(event.unix_seconds().saturating_sub(1)));
        let end = Moment::end_of(day);
        before.map_or(end, |before| before.min(end))
    }
}

fn after(moment: Moment) -> Moment {
    Moment::from_unix_seconds(moment.unix_seconds().saturating_add(1))
}

/// A validity holds through its last second; a list is stale from the moment at which the next one is due.
fn events(trust: &TrustStore) -> Vec<Moment> {
    let mut events = Vec::new();
    for authority in trust.roots().iter().chain(trust.intermediates()) {
        let validity = authority.certificate().validity();
        events.extend([validity.not_before, after(validity.not_after)]);
    }
    for (_, list) in trust.crls() {
        events.push(list.this_update());
        // Whichever second of the due one is the last to count, the answer is asked for anew on both sides of it.
        let due = list.next_update().into_iter();
        events.extend(due.flat_map(|due| [due, after(due)]));
    }
    events.sort_unstable();
    events.dedup();
    events
}

/// 16 hexadecimal digits that tell lists of texts apart.
fn digest<'b>(parts: impl Iterator<Item = &'b [u8]>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    let digest: [u8; 32] = hash.finalize().into();
    let (front, _) = digest.split_at(8);
    HEXLOWER.encode(front)
}
