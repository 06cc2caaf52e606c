//! What was found in an index, and where its records stand.

use std::path::PathBuf;

use kanta_address_index::{AddressIndex, IndexFinding, Place, Places};
use kanta_conformance::Date;

/// Findings on a day, with what it takes to tell them.
#[derive(Clone, Copy)]
pub(super) struct Findings<'a> {
    pub(super) index: &'a AddressIndex,
    pub(super) findings: &'a [IndexFinding],
    pub(super) places: &'a Places,
    pub(super) files: &'a [PathBuf],
    pub(super) day: Date,
}

impl Findings<'_> {
    /// The file in which the record of a finding stands, and where in it.
    pub(super) fn place(&self, finding: &IndexFinding) -> Option<(String, Place)> {
        let place = self.places.place(finding.record)?;
        let file = self.files.get(usize::try_from(place.source).ok()?)?;
        Some((file.display().to_string(), place))
    }
}
