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
    /// The values that are no TOML, of which that is told.
    broken: Vec<Range<usize>>,
    /// The files that are not there, by the path of the value that names them.
    absent: BTreeMap<String, String>,
}

impl<'t> Notes<'t> {
    pub(in crate::file) const fn new(text: &'t str) -> Self {
        Self {
            text,
            places: BTreeMap::new(),
            faults: Vec::new(),
            unlisted: 0,
            broken: Vec::new(),
            absent: BTreeMap::new(),
        }
    }

    /// Notes a fault; what it says is worked out only while faults are still listed one by one.
    pub(in crate::file) fn fault_with(
        &mut self,
        at: &Range<usize>,
        kind: impl FnOnce() -> FaultKind,
    ) {
        if self.broken.contains(at) {
            return;
        }
        if self.faults.len() < MOST_FAULTS {
            self.faults.push((at.start, kind()));
        } else {
            self.unlisted = self.unlisted.saturating_add(1);
        }
    }

    pub(in crate::file) fn fault(&mut self, at: &Range<usize>, kind: FaultKind) {
        self.fault_with(at, || kind);
    }

    /// A value is no TOML, and that is told: nothing more is told of it.
    pub(in crate::file) fn broken(&mut self, value: Range<usize>) {
        self.broken.push(value);
    }

    /// A file that the plan names is not there.
    pub(in crate::file) fn absent(&mut self, path: &str, file: String) {
        self.absent.insert(path.to_owned(), file);
    }

    /// Whether a file that is named in that table is not there.
    pub(in crate::file) fn is_absent(&self, table: &str) -> bool {
        let inside = |path: &String| path.strip_prefix(table).is_some_and(|p| p.starts_with('.'));
        self.absent.keys().any(inside)
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

    /// The places of all values, and the files that are not there.
    pub(in crate::file) fn into_places(
        self,
    ) -> (BTreeMap<String, Place>, BTreeMap<String, String>) {
        let mut offsets: Vec<(usize, String)> = self
            .places
            .into_iter()
            .map(|(path, offset)| (offset, path))
            .collect();
        offsets.sort_unstable();
        let mut sweep = Sweep::new(self.text);
        let places = offsets
            .into_iter()
            .map(|(offset, path)| (path, sweep.to(offset)))
            .collect();
        (places, self.absent)
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
