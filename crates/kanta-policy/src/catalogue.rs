//! Every requirement of this crate by its id: those that a plan is held against, and the checklist before going live.

use kanta_conformance::Requirement;

use crate::{readiness, requirements};

/// Every requirement, those that a plan is held against first.
pub fn all() -> impl Iterator<Item = &'static Requirement> {
    requirements::all().chain(readiness::requirements())
}

/// The requirement with that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Requirement> {
    all().find(|requirement| requirement.id() == id)
}
