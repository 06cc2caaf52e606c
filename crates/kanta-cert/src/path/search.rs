//! Which certificates could stand above one another: what is looked at once webpki has refused.

use super::link::Link;
use super::store::TrustStore;
use crate::certificate::Certificate;
use crate::name::Name;

/// How many chains are looked at, and how long one may be.
const CHAINS: usize = 24;
const LENGTH: usize = 9;

/// Certificates that could stand above one another by their names, the end entity's first.
#[derive(Clone, Debug)]
pub(super) struct Chain<'a> {
    pub(super) links: Vec<Link<'a>>,
    /// The place of the trust anchor that it ends with; none where it ends without one.
    pub(super) root: Option<usize>,
    /// The places of the CAs between.
    pub(super) between: Vec<usize>,
}

impl<'a> Chain<'a> {
    /// Each certificate with its issuer's.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&Link<'a>, &Link<'a>)> {
        self.links.iter().zip(self.links.iter().skip(1))
    }
}

/// The chain of these places.
pub(super) fn chain<'a>(
    store: &'a TrustStore,
    leaf: &'a Certificate,
    between: &[usize],
    root: usize,
) -> Chain<'a> {
    let top = store.roots().get(root);
    let links = std::iter::once(leaf)
        .chain(store.certificates(between))
        .chain(top.map(super::store::Authority::certificate))
        .map(Link::new)
        .collect();
    Chain {
        links,
        root: Some(root),
        between: between.to_vec(),
    }
}

/// The chains that the store offers, in its order; at least one, which may end without an anchor.
pub(super) fn chains<'a>(store: &'a TrustStore, leaf: &'a Certificate) -> Vec<Chain<'a>> {
    let mut found = Vec::new();
    let mut dead_ends = Vec::new();
    let start = Chain {
        links: vec![Link::new(leaf)],
        root: None,
        between: Vec::new(),
    };
    let mut open = vec![start];
    let mut steps = 0_usize;
    while let Some(chain) = open.pop() {
        steps = steps.saturating_add(1);
        if found.len() >= CHAINS || steps > CHAINS.saturating_mul(LENGTH) {
            break;
        }
        let Some(head) = chain.links.last() else {
            continue;
        };
        let mut is_dead_end = true;
        for (index, root) in store.roots().iter().enumerate() {
            let link = Link::new(root.certificate());
            if link.subject() == head.issuer() {
                is_dead_end = false;
                let mut complete = chain.clone();
                complete.links.push(link);
                complete.root = Some(index);
                found.push(complete);
            }
        }
        let mut further = Vec::new();
        for (index, ca) in store.intermediates().iter().enumerate() {
            let link = Link::new(ca.certificate());
            let is_known = chain.links.iter().any(|known| {
                known.subject() == link.subject() && known.key().key == link.key().key
            });
            if link.subject() == head.issuer() && !is_known && chain.links.len() < LENGTH {
                is_dead_end = false;
                let mut longer = chain.clone();
                longer.links.push(link);
                longer.between.push(index);
                further.push(longer);
            }
        }
        // The first one of the store is looked at first.
        open.extend(further.into_iter().rev());
        if is_dead_end {
            dead_ends.push(chain);
        }
    }
    if found.is_empty() {
        // The dead end that came furthest says most.
        dead_ends.sort_by_key(|chain| std::cmp::Reverse(chain.links.len()));
        dead_ends.truncate(1);
        return dead_ends;
    }
    found
}

/// Whether a certificate of the store bears that name, written with other octets.
pub(super) fn written_otherwise(store: &TrustStore, name: &Name<'_>) -> bool {
    store
        .roots()
        .iter()
        .chain(store.intermediates())
        .any(|ca| ca.certificate().subject().same_as(name))
}
