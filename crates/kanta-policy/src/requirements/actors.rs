//! Chapter 2: who takes services into use, in which register they stand, and what they have agreed.

mod agreements;
mod registers;
mod steps;
mod users;

use kanta_address_index::PartyKind;
use kanta_conformance::{FieldPath, Outcome, Row};

use super::facts::{Applies, done, where_it_applies};
use super::{About, Chapter, OfParty, OfTenant, OfUse, Rows};
use crate::plan::{Claim, Done, Joining, Stage};

pub(super) use steps::applied;

pub(super) static CHAPTER: Chapter =
    &[Rows::Party(PARTY), Rows::Tenants(TENANTS), Rows::Uses(USES)];

static PARTY: &[Row<OfParty>] = &[
    registers::PARTY_IN_NONE,
    registers::PARTY_AFTER_2023,
    agreements::COMMITMENT_NOT_GIVEN,
    agreements::TERMS_NOT_ACCEPTED,
    agreements::NOT_DECLARED,
    steps::NOT_APPROVED,
];

static TENANTS: &[Row<OfTenant>] = &[
    registers::TENANT_IN_NONE,
    registers::TENANT_AFTER_2023,
    agreements::TENANT_AGREEMENT_MISSING,
];

static USES: &[Row<OfUse>] = &[users::INTERMEDIARY, agreements::DESCRIPTION_NOT_ACCEPTED];

/// Whether the party joins; an intermediary does not.
pub(in crate::requirements) fn joins<T>(about: &About<'_, T>) -> Applies {
    let kind = about.plan.party.as_ref().and_then(|party| party.kind);
    Applies::known_or(kind.map(PartyKind::can_join), || {
        FieldPath::table("party").field("kind")
    })
}

/// A step of joining, of a party that joins; not yet due before that stage, unless it is stated.
pub(super) fn step<'a>(
    about: &About<'a, ()>,
    due: Stage,
    fact: impl FnOnce(&'a Joining) -> Option<&'a Done>,
    field: &'static str,
) -> Outcome {
    let joining = about.plan.party.as_ref().map(|party| &party.joining);
    let fact = joining.and_then(fact);
    if not_yet_due(joining, due, fact) {
        return Outcome::NotApplicable;
    }
    where_it_applies(joins(about), done(about, fact, || about.path(field)))
}

/// Whether joining has not come so far that this step is due; a step that is stated is judged at every stage.
pub(crate) fn not_yet_due(joining: Option<&Joining>, due: Stage, fact: Option<&Done>) -> bool {
    let stage = joining.and_then(|joining| joining.stage);
    stage.is_some_and(|stage| stage < due) && !matches!(fact, Some(Claim::Stated(_)))
}
