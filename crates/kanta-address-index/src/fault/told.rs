//! Faults as they are met: as many as are told, and the number of the others.

use super::{Fault, FaultKind, Faults, Place};

/// The most faults that are told one by one.
pub(crate) const MOST_FAULTS: usize = 10_000;

/// Faults as they are met. Beyond what is told one by one they take no memory, and are counted.
#[derive(Debug, Default)]
pub(crate) struct Told {
    list: Vec<Fault>,
    more: usize,
}

impl Told {
    /// A fault, not made where it is only counted.
    pub(crate) fn with(&mut self, fault: impl FnOnce() -> Fault) {
        if self.list.len() < MOST_FAULTS {
            self.list.push(fault());
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// A fault at one place.
    pub(crate) fn at(&mut self, place: impl FnOnce() -> Place, kind: FaultKind) {
        self.with(|| Fault {
            place: place(),
            kind,
            other: None,
        });
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Nothing, or the faults in their order.
    pub(crate) fn settle(self) -> Result<(), Faults> {
        if self.is_empty() {
            Ok(())
        } else {
            Err(self.faults())
        }
    }

    /// The faults in their order; there has to be one.
    pub(crate) fn faults(self) -> Faults {
        let mut list = self.list;
        list.sort();
        list.dedup();
        if let (Some(last), 1..) = (list.last(), self.more) {
            let place = Place {
                path: String::new(),
                ..last.place.clone()
            };
            list.push(Fault {
                place,
                kind: FaultKind::More(self.more),
                other: None,
            });
        }
        Faults(list)
    }
}
