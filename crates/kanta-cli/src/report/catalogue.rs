//! What requirements are held against, and which those are.

use kanta_address_index::AddressIndex;
use kanta_conformance::Requirement;
use kanta_policy::{readiness, requirements};

/// What requirements are held against: each has a list of its own. A requirement that plans and indexes are both held
/// against stands in two lists, once in each, with the fields and the example of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// Plans and certificates.
    Plans,
    /// A plan before it goes live.
    Checklist,
    /// The rights of an address index.
    Index,
}

impl Held {
    const ALL: [Self; 3] = [Self::Plans, Self::Checklist, Self::Index];

    /// Its requirements, in their order.
    pub(crate) fn requirements(self) -> Vec<&'static Requirement> {
        match self {
            Self::Plans => requirements::all().collect(),
            Self::Checklist => readiness::requirements().collect(),
            Self::Index => AddressIndex::requirements().collect(),
        }
    }

    /// Every requirement that a command may name, with the list in which it stands.
    pub(crate) fn every() -> impl Iterator<Item = (Self, &'static Requirement)> {
        let listed = |held: Self| held.requirements().into_iter().map(move |one| (held, one));
        Self::ALL.into_iter().flat_map(listed)
    }

    /// Its word in machine-readable output.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Plans => "plans",
            Self::Checklist => "checklist",
            Self::Index => "index",
        }
    }
}
