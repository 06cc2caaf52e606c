//! What is gathered on the way.

use core::ops::Range;
use std::collections::BTreeMap;

use crate::file::fault::{Fault, FaultKind, Place, Sweep};

/// The most faults that are listed one by one.
const MOST_FAULTS: usize = 100;

/// What is gathered on the way: the places of all values by path, and the faults.
pub(in crate::file) struct Notes<'t> {
    text: &'t str,
    pub(super) places: BTreeMap<String, usize>,
    faults: Vec<(usize, FaultKind)>,
    unlisted: usize,
}

impl<'t> Notes<'t> {
    pub(in crate::file) const fn new(text: &'t str) -> Self {
        Self {
            text,
            places: BTreeMap::new(),
            faults: Vec::new(),
            unlisted: 0,
        }
    }

    /// Notes a fault; what it says is worked out only while faults are still listed one by one.
    pub(in crate::file) fn fault_with(
        &mut self,
        at: &Range<usize>,
        kind: impl FnOnce() -> FaultKind,
    ) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push((at.start, kind()));
        } else {
            self.unlisted = self.unlisted.saturating_add(1);
        }
    }

    pub(in crate::file) fn fault(&mut self, at: &Range<usize>, kind: FaultKind) {
        self.fault_with(at, || kind);
    }

    /// The line of a byte.
    pub(in crate::file) fn line(&self, offset: usize) -> usize {
        Sweep::new(self.text).to(offset).line
    }

    pub(in crate::file) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    pub(in crate::file) fn has_place(&self, path: &str) -> bool {
        self.places.contains_key(path)
    }

    pub(in crate::file) fn into_places(self) -> BTreeMap<String, Place> {
        let mut offsets: Vec<(usize, String)> = self
            .places
            .into_iter()
            .map(|(path, offset)| (offset, path))
            .collect();
        offsets.sort_unstable();
        let mut sweep = Sweep::new(self.text);
        offsets
            .into_iter()
            .map(|(offset, path)| (path, sweep.to(offset)))
            .collect()
    }

    /// All faults in the order of the text.
    pub(in crate::file) fn into_faults(mut self) -> Vec<Fault> {
        self.faults.sort_by_key(|(offset, _)| *offset);
        let mut sweep = Sweep::new(self.text);
        let mut faults: Vec<Fault> = self
            .faults
            .into_iter()
            .map(|(offset, kind)| Fault {
                place: Some(sweep.to(offset)),
                kind,
            })
            .collect();
        if self.unlisted > 0 {
            faults.push(Fault {
                place: None,
                kind: FaultKind::More {
                    count: self.unlisted,
                },
            });
        }
        faults
    }
}
