//! Clauses 5.2, 5.3 and 5.6 with their summary in chapter 6: addresses, routes, halls, encryption, protection.

mod addresses;
mod duplication;
mod links;
mod protection;
mod routes;

use super::{Chapter, Rows};
pub(crate) use routes::are_separate;

pub(super) static CHAPTER: Chapter = &[
    Rows::Party(protection::PARTY),
    Rows::AccessPoints(protection::ACCESS_POINTS),
    Rows::Addresses(addresses::ADDRESSES),
    Rows::ConsolidationPoints(protection::CONSOLIDATION_POINTS),
    Rows::Points(duplication::POINTS),
    Rows::Links(links::LINKS),
    Rows::LinkPairs(routes::LINK_PAIRS),
];
