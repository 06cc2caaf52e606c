//! What a chapter holds.

use kanta_conformance::{Requirement, Row, Subject};

use super::about::{
    OfAccessPoint, OfAddress, OfAnyIntermediary, OfConsolidationPoint, OfCounterpart, OfLink,
    OfLinkPair, OfParty, OfPharmacy, OfPlan, OfPoint, OfSystem, OfTenant, OfUse, OfVolume,
};

/// The rows of one chapter, as one list: in it those together that speak about the same kind of thing.
pub(crate) type Chapter = &'static [Rows];

/// Rows that speak about the same kind of thing.
pub(crate) enum Rows {
    Plan(&'static [Row<OfPlan>]),
    Party(&'static [Row<OfParty>]),
    AnyIntermediaries(&'static [Row<OfAnyIntermediary>]),
    Counterparts(&'static [Row<OfCounterpart>]),
    Tenants(&'static [Row<OfTenant>]),
    Pharmacies(&'static [Row<OfPharmacy>]),
    Systems(&'static [Row<OfSystem>]),
    Uses(&'static [Row<OfUse>]),
    AccessPoints(&'static [Row<OfAccessPoint>]),
    Addresses(&'static [Row<OfAddress>]),
    ConsolidationPoints(&'static [Row<OfConsolidationPoint>]),
    Points(&'static [Row<OfPoint>]),
    Links(&'static [Row<OfLink>]),
    LinkPairs(&'static [Row<OfLinkPair>]),
    Volume(&'static [Row<OfVolume>]),
}

impl Rows {
    pub(super) fn requirements(&self) -> Vec<&'static Requirement> {
        fn of<S: Subject>(rows: &'static [Row<S>]) -> Vec<&'static Requirement> {
            rows.iter().map(|row| row.requirement).collect()
        }
        match self {
            Self::Plan(rows) => of(rows),
            Self::Party(rows) => of(rows),
            Self::AnyIntermediaries(rows) => of(rows),
            Self::Counterparts(rows) => of(rows),
            Self::Tenants(rows) => of(rows),
            Self::Pharmacies(rows) => of(rows),
            Self::Systems(rows) => of(rows),
            Self::Uses(rows) => of(rows),
            Self::AccessPoints(rows) => of(rows),
            Self::Addresses(rows) => of(rows),
            Self::ConsolidationPoints(rows) => of(rows),
            Self::Points(rows) => of(rows),
            Self::Links(rows) => of(rows),
            Self::LinkPairs(rows) => of(rows),
            Self::Volume(rows) => of(rows),
        }
    }
}
