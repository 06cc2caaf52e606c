//! From the editions of the guide to their views.

mod changes;
mod history;

use kanta_conformance::{EDITIONS, Edition};

use crate::view::{AllEditions, EditionEntry, FORMAT};

impl AllEditions {
    /// All editions.
    #[must_use]
    pub fn known() -> Self {
        Self {
            format: FORMAT,
            editions: EDITIONS.iter().map(EditionEntry::from).collect(),
        }
    }
}

impl From<&Edition> for EditionEntry {
    fn from(its: &Edition) -> Self {
        Self {
            version: its.version.to_string(),
            date: its.date.into(),
            changes: its.changes.into(),
        }
    }
}
