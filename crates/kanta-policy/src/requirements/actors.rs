//! Chapter 2: who takes services into use, in which register they stand, and what they have agreed.

mod agreements;
mod registers;
mod users;

use kanta_address_index::PartyKind;
use kanta_conformance::{Outcome, Path, Row};

use super::facts::{Applies, done, where_it_applies};
use super::{About, Chapter, OfParty, OfTenant, OfUse};
use crate::plan::{Done, Joining};

pub(super) static CHAPTER: Chapter = Chapter {
    party: PARTY,
    tenants: TENANTS,
    uses: USES,
    ..Chapter::EMPTY
};

static PARTY: &[Row<OfParty>] = &[
    registers::PARTY_IN_NONE,
    registers::PARTY_AFTER_2023,
    agreements::COMMITMENT_NOT_GIVEN,
    agreements::TERMS_NOT_ACCEPTED,
    agreements::NOT_DECLARED,
    agreements::NOT_APPROVED,
];

static TENANTS: &[Row<OfTenant>] = &[
    registers::TENANT_IN_NONE,
    registers::TENANT_AFTER_2023,
    agreements::TENANT_AGREEMENT_MISSING,
];

static USES: &[Row<OfUse>] = &[users::INTERMEDIARY, agreements::DESCRIPTION_NOT_ACCEPTED];

/// Whether the party joins; an intermediary does not.
fn joins<T>(about: &About<'_, T>) -> Applies {
    let kind = about.plan.party.as_ref().and_then(|party| party.kind);
    Applies::known_or(kind.map(PartyKind::can_join), || Path::new("party", "kind"))
}

/// A step of joining, of a party that joins.
pub(super) fn step<'a>(
    about: &About<'a, ()>,
    fact: impl FnOnce(&'a Joining) -> Option<&'a Done>,
    field: &'static str,
) -> Outcome {
    let fact = about
        .plan
        .party
        .as_ref()
        .and_then(|party| fact(&party.joining));
    where_it_applies(joins(about), done(about, fact, || about.path(field)))
}
