//! Clauses 5.4 and 5.5: how fast a link has to be.

mod need;
mod pharmacies;
mod services;
mod speed;

use kanta_conformance::Row;

use super::{Chapter, OfLink, Rows};

pub(super) static CHAPTER: Chapter = &[Rows::Links(LINKS), Rows::Volume(need::VOLUME)];

static LINKS: &[Row<OfLink>] = &[
    pharmacies::SMALL,
    pharmacies::LARGE,
    services::UNDER_10000_DOCUMENTS,
    services::OVER_100000_DOCUMENTS,
    services::IMAGING,
    need::NOT_COVERED,
];
