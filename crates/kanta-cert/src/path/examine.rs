//! What is wrong with a chain: every link looked at for itself, so that no fault hides another.

mod link;
mod names;
mod signature;

use kanta_conformance::Outcome;
use webpki::Error;

use super::check::{CheckResults, PathCheck, with};
use super::revocation;
use super::search::{Chain, chain, chains};
use super::store::TrustStore;
use super::verify::{Asked, Verified};
use super::words::{LEAF_IS_CA, PATH_ENDS};
use crate::certificate::Certificate;

use link::{ca, no_anchor, unprocessed, valid};
use names::names;
use signature::signature;

/// Looks for the chain that was meant, and for everything that is wrong with it.
pub(super) fn examine(
    store: &TrustStore,
    leaf: &Certificate,
    asked: Asked,
    refusal: &Error,
) -> [Outcome; 8] {
    // A path that is good but for revocation is the one that was meant.
    let alone = Asked {
        revocation: false,
        ..asked
    };
    let mut found;
    match store.verify(leaf, alone) {
        Ok(Verified { between, root, .. }) => {
            // Of several good paths the one with the least against it, in whatever order the CAs
            // were given.
            let others = chains(store, leaf);
            let others = others.iter().map(|chain| links(store, chain, asked));
            let others = others.filter(|found| !found.explains_the_path());
            found = others.min_by_key(CheckResults::weight).unwrap_or_else(|| {
                let chain = chain(store, leaf, &between, root);
                let mut found = CheckResults::default();
                revocation::examine(store, &chain, asked, &mut found);
                found
            });
            if found.is_empty() {
                found.stopped(PathCheck::Revoked, refusal);
            }
        }
        Err(refusal) => {
            let chains = chains(store, leaf);
            let each = chains.iter().map(|chain| links(store, chain, asked));
            found = each.min_by_key(CheckResults::weight).unwrap_or_default();
            if !found.explains_the_path() {
                found.stopped(PathCheck::Processed, &refusal);
            }
        }
    }
    found.outcomes()
}

fn links(store: &TrustStore, chain: &Chain<'_>, asked: Asked) -> CheckResults {
    let mut found = CheckResults::default();
    let leaf = chain.links.first().map(|link| link.certificate);
    let unanchored = chain.links.last().filter(|_| chain.root.is_none());
    if let Some(top) = unanchored {
        no_anchor(store, top, &mut found);
    }
    for (child, issuer) in chain.pairs() {
        signature(store, child, issuer, &mut found);
    }
    for (index, link) in chain.links.iter().enumerate() {
        valid(link.certificate, asked.at, &mut found);
        let is_anchor = chain.root.is_some() && index.saturating_add(1) == chain.links.len();
        if !is_anchor {
            unprocessed(link, &mut found);
        }
        if index > 0 {
            ca(chain, index, &mut found);
        }
    }
    if let Some(leaf) = leaf.filter(|leaf| leaf.is_ca()) {
        found.unknown(PathCheck::Processed, vec![with(LEAF_IS_CA, leaf)]);
    }
    names(store, chain, asked, &mut found);
    revocation::examine(store, chain, asked, &mut found);
    if let Some(top) = unanchored {
        for check in PathCheck::ALL.into_iter().skip(1) {
            found.unknown(check, vec![with(PATH_ENDS, top.certificate)]);
        }
    }
    found
}
