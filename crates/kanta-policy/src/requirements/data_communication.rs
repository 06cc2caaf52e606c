//! Clauses 5.2, 5.3 and 5.6 with their summary in chapter 6: addresses, routes, halls, encryption, protection.

mod addresses;
mod links;
mod protection;
mod routes;

use kanta_address_index::Service;

use super::{About, Chapter};
use crate::plan::Link;

pub(super) static CHAPTER: Chapter = Chapter {
    party: protection::PARTY,
    access_points: protection::ACCESS_POINTS,
    addresses: addresses::ADDRESSES,
    consolidation_points: protection::CONSOLIDATION_POINTS,
    points: links::POINTS,
    links: links::LINKS,
    link_pairs: routes::LINK_PAIRS,
    ..Chapter::EMPTY
};

/// Whether a link carries a service of the party.
pub(super) fn carries(about: &About<'_, &Link>, service: Service) -> bool {
    about
        .plan
        .uses_through(&about.item.from)
        .any(|u| u.service == service)
}
