//! Clauses 5.2, 5.3 and 5.6 with their summary in chapter 6: addresses, routes, halls, encryption, protection.

mod addresses;
mod duplication;
mod links;
mod protection;
mod routes;

use super::Chapter;
pub(crate) use routes::are_separate;

pub(super) static CHAPTER: Chapter = Chapter {
    party: protection::PARTY,
    access_points: protection::ACCESS_POINTS,
    addresses: addresses::ADDRESSES,
    consolidation_points: protection::CONSOLIDATION_POINTS,
    points: duplication::POINTS,
    links: links::LINKS,
    link_pairs: routes::LINK_PAIRS,
    ..Chapter::EMPTY
};
