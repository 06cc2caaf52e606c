//! What a chapter holds.

use kanta_conformance::{Requirement, Row, Subject};

use super::about::{
    OfAccessPoint, OfAddress, OfAnyIntermediary, OfConsolidationPoint, OfCounterpart,
    OfIntermediary, OfLink, OfLinkPair, OfOrganiser, OfOtherParty, OfParty, OfPharmacy, OfPlan,
    OfPoint, OfSystem, OfTenant, OfUse, OfVolume,
};

/// The rows of one chapter, by what they speak about.
pub(crate) struct Chapter {
    pub(crate) plan: &'static [Row<OfPlan>],
    pub(crate) party: &'static [Row<OfParty>],
    pub(crate) intermediaries: &'static [Row<OfIntermediary>],
    pub(crate) other_parties: &'static [Row<OfOtherParty>],
    pub(crate) any_intermediaries: &'static [Row<OfAnyIntermediary>],
    pub(crate) counterparts: &'static [Row<OfCounterpart>],
    pub(crate) organisers: &'static [Row<OfOrganiser>],
    pub(crate) tenants: &'static [Row<OfTenant>],
    pub(crate) pharmacies: &'static [Row<OfPharmacy>],
    pub(crate) systems: &'static [Row<OfSystem>],
    pub(crate) uses: &'static [Row<OfUse>],
    pub(crate) access_points: &'static [Row<OfAccessPoint>],
    pub(crate) addresses: &'static [Row<OfAddress>],
    pub(crate) consolidation_points: &'static [Row<OfConsolidationPoint>],
    pub(crate) points: &'static [Row<OfPoint>],
    pub(crate) links: &'static [Row<OfLink>],
    pub(crate) link_pairs: &'static [Row<OfLinkPair>],
    pub(crate) volume: &'static [Row<OfVolume>],
}

impl Chapter {
    pub(crate) const EMPTY: Self = Self {
        plan: &[],
        party: &[],
        intermediaries: &[],
        other_parties: &[],
        any_intermediaries: &[],
        counterparts: &[],
        organisers: &[],
        tenants: &[],
        pharmacies: &[],
        systems: &[],
        uses: &[],
        access_points: &[],
        addresses: &[],
        consolidation_points: &[],
        points: &[],
        links: &[],
        link_pairs: &[],
        volume: &[],
    };

    pub(super) fn requirements(&self) -> impl Iterator<Item = &'static Requirement> {
        fn of<S: Subject>(rows: &'static [Row<S>]) -> impl Iterator<Item = &'static Requirement> {
            rows.iter().map(|row| row.requirement)
        }
        of(self.plan)
            .chain(of(self.party))
            .chain(of(self.intermediaries))
            .chain(of(self.other_parties))
            .chain(of(self.any_intermediaries))
            .chain(of(self.counterparts))
            .chain(of(self.organisers))
            .chain(of(self.tenants))
            .chain(of(self.pharmacies))
            .chain(of(self.systems))
            .chain(of(self.uses))
            .chain(of(self.access_points))
            .chain(of(self.addresses))
            .chain(of(self.consolidation_points))
            .chain(of(self.points))
            .chain(of(self.links))
            .chain(of(self.link_pairs))
            .chain(of(self.volume))
    }
}
