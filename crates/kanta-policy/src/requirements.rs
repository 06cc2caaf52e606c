//! The rows, one file for each chapter of the guide, in its order; and what they speak about.

mod about;
mod access_point;
mod actors;
mod arrangements;
mod basic_concepts;
mod certificates;
mod chapter;
mod connection_models;
mod data_communication;
mod dimensioning;
pub(crate) mod facts;
mod history;
mod intermediaries;
mod introduction;
mod known;
mod left_out;
mod open_internet;
mod pharmacies;
mod run;
mod signature_certificate;
mod subjects;
mod technical_joining;
mod trust;

use kanta_conformance::{Citation, Requirement, Version};

pub(crate) use about::{
    About, AnyIntermediary, Counterpart, OfAccessPoint, OfAddress, OfAnyIntermediary,
    OfCertificate, OfConsolidationPoint, OfCounterpart, OfLink, OfLinkPair, OfParty, OfPharmacy,
    OfPlan, OfPoint, OfSystem, OfTenant, OfUse, OfVolume, Point,
};
pub(crate) use actors::not_yet_due;
use chapter::{Chapter, Rows};
pub(crate) use data_communication::are_separate;
pub use left_out::{LEFT_OUT, LEFT_OUT_OF_PAGES, LeftOut};
pub(crate) use run::{findings, findings_each_edition};

/// The chapters, in the order of the guide.
static CHAPTERS: &[Chapter] = &[
    introduction::CHAPTER,
    actors::CHAPTER,
    intermediaries::CHAPTER,
    access_point::CHAPTER,
    basic_concepts::CHAPTER,
    signature_certificate::CHAPTER,
    connection_models::CHAPTER,
    technical_joining::CHAPTER,
    pharmacies::CHAPTER,
    arrangements::CHAPTER,
    open_internet::CHAPTER,
    data_communication::CHAPTER,
    dimensioning::CHAPTER,
    history::CHAPTER,
];

/// Every requirement that a plan is held against: those of this crate, then those of the certificate profiles.
pub fn all() -> impl Iterator<Item = &'static Requirement> {
    CHAPTERS
        .iter()
        .copied()
        .flatten()
        .flat_map(Rows::requirements)
        .chain(certificates::requirements())
}

/// Edition 3.17, to which the body of 3.18 is attested back.
pub(crate) const V3_17: Version = Version::new(3, 17);

/// A clause of the present body.
pub(crate) const fn clause(clause: &'static str) -> Citation {
    Citation::guide(clause, V3_17)
}
