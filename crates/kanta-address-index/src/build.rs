//! From records to an index: every fault at once, or none.

mod derived;
mod lists;
mod names;
pub(crate) mod rights;

use hashbrown::HashSet;
use kanta_conformance::Date;
use kanta_source::{Place, Position};

use crate::fault::{Fault, FaultKind, FaultSink, Faults, MOST_FAULTS};
use crate::grants::Grants;
use crate::order::Records;
use crate::store::{MOST_CHANGES, Store};
use crate::{DataSet, Header};

/// Where each record of a data set came from; empty for records made in memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origins {
    pub(crate) lists: [Vec<Origin>; 7],
    /// Where the header's expiry stands.
    pub(crate) expires: Option<Place>,
}

/// To what a record belongs: an index, or either half of an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Part {
    #[default]
    Index,
    Add,
    Withdraw,
}

impl Part {
    /// The path of a list, or of a record in it.
    pub(crate) fn path(self, kind: Kind, index: Option<u32>) -> String {
        let part = match self {
            Self::Index => "",
            Self::Add => "add.",
            Self::Withdraw => "withdraw.",
        };
        match index {
            Some(index) => format!("{part}{}[{index}]", kind.word()),
            None => format!("{part}{}", kind.word()),
        }
    }
}

/// Where a record begins.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Origin {
    pub(crate) part: Part,
    pub(crate) source: u32,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) byte: u32,
    pub(crate) index: u32,
}

/// The kinds of record, as their tables are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Party,
    Pharmacy,
    Tenant,
    AccessPoint,
    Agreement,
    Annotation,
    Right,
}

impl Kind {
    pub(crate) const ALL: [Self; 7] = [
        Self::Party,
        Self::Pharmacy,
        Self::Tenant,
        Self::AccessPoint,
        Self::Agreement,
        Self::Annotation,
        Self::Right,
    ];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Pharmacy => "pharmacy",
            Self::Tenant => "tenant",
            Self::AccessPoint => "access_point",
            Self::Agreement => "agreement",
            Self::Annotation => "annotation",
            Self::Right => "right",
        }
    }
}

impl Origins {
    pub(crate) fn of(&self, kind: Kind) -> &[Origin] {
        self.lists.get(kind as usize).map_or(&[], Vec::as_slice)
    }
    pub(crate) fn push(&mut self, kind: Kind, origin: Origin) {
        if let Some(list) = self.lists.get_mut(kind as usize) {
            list.push(origin);
        }
    }

    /// Where a record begins; one made in memory is told by its number in its part.
    pub(crate) fn origin(&self, part: Part, kind: Kind, at: usize) -> Origin {
        self.of(kind).get(at).copied().unwrap_or(Origin {
            part,
            index: u32::try_from(at).unwrap_or(u32::MAX),
            ..Origin::default()
        })
    }

    /// Numbers the records of a list that have no origins.
    pub(crate) fn number(&mut self, kind: Kind, count: usize, part: Part) {
        let known = self.of(kind).len();
        let origins = (known..count).map(|at| self.origin(part, kind, at));
        let origins: Vec<_> = origins.collect();
        if let Some(list) = self.lists.get_mut(kind as usize) {
            list.extend(origins);
        }
    }

    pub(crate) fn place(&self, kind: Kind, at: usize, field: &str) -> Place {
        self.place_in(Part::Index, kind, at, field)
    }

    /// The place of a field; of a record made in memory, the path in its part.
    pub(crate) fn place_in(&self, part: Part, kind: Kind, at: usize, field: &str) -> Place {
        let origin = self.origin(part, kind, at);
        let mut path = origin.part.path(kind, Some(origin.index));
        if !field.is_empty() {
            path.push('.');
            path.push_str(field);
        }
        let position = Position {
            line: origin.line,
            column: origin.column,
            byte: origin.byte,
        };
        Place::new(origin.source, position, path)
    }
}

/// Names of records that could not be read: what leads to them does not dangle.
#[derive(Debug, Default)]
pub(crate) struct Unread {
    pub(crate) names: HashSet<String>,
    /// There are records of which not even the names could be read.
    pub(crate) nameless: bool,
}

impl Unread {
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.nameless || self.names.contains(name)
    }
}

/// Collects faults while a data set is checked.
pub(crate) struct Checker<'a> {
    pub(crate) origins: &'a Origins,
    unread: &'a Unread,
    faults: FaultSink,
}

impl Checker<'_> {
    pub(crate) fn fault(&mut self, kind: Kind, at: usize, field: &str, fault: FaultKind) {
        if matches!(&fault, FaultKind::Dangling(name) if self.unread.holds(name)) {
            return;
        }
        let origins = self.origins;
        self.faults.push(|| origins.place(kind, at, field), fault);
    }

    /// A fault of the header's expiry.
    pub(crate) fn expires(&mut self, fault: FaultKind) {
        let stated = self.origins.expires.clone();
        let place = || stated.unwrap_or_else(|| Place::new(0, Position::default(), "expires"));
        self.faults.push(place, fault);
    }

    pub(crate) fn clash(
        &mut self,
        (kind, at): (Kind, usize),
        (other_kind, other): (Kind, usize),
        field: &str,
        fault: FaultKind,
    ) {
        self.between((kind, at, field), Some((other_kind, other, field)), fault);
    }

    /// A fault of one field, and of another if there is one.
    pub(crate) fn between(
        &mut self,
        (kind, at, field): (Kind, usize, &str),
        other: Option<(Kind, usize, &str)>,
        fault: FaultKind,
    ) {
        let origins = self.origins;
        self.faults.push_with(|| Fault {
            place: origins.place(kind, at, field),
            kind: fault,
            other: other.map(|(kind, at, field)| origins.place(kind, at, field)),
        });
    }
}

/// Checks the records and lays them out; and gives the place of each right in the data set.
pub(crate) fn build(data: DataSet, origins: &Origins) -> Result<(Store, Grants, Vec<u32>), Faults> {
    let mut checker = Checker {
        origins,
        unread: &Unread::default(),
        faults: FaultSink::new(MOST_FAULTS),
    };
    let (store, order) = lists::resolved(data, &mut checker);
    checker.faults.finish()?;
    let grants = Grants::of(&store).map_err(|too_many_changes| {
        let mut faults = FaultSink::new(MOST_FAULTS);
        for right in too_many_changes {
            let at = order.get(usize::try_from(right).unwrap_or(usize::MAX));
            let at = at.map_or(usize::MAX, |&at| usize::try_from(at).unwrap_or(usize::MAX));
            let changes = FaultKind::TooManyChanges {
                limit: MOST_CHANGES,
            };
            faults.push(|| origins.place(Kind::Right, at, ""), changes);
        }
        let place = origins.place(Kind::Right, usize::MAX, "");
        faults.into_faults_or(Fault::new(
            place,
            FaultKind::TooManyChanges {
                limit: MOST_CHANGES,
            },
        ))
    })?;
    Ok((store, grants, order))
}

impl Origins {
    /// Keeps the records at these places of a list, in this order.
    pub(crate) fn keep(&mut self, kind: Kind, at: &[usize]) {
        let list = self.lists.get_mut(kind as usize);
        if let Some(list) = list.filter(|list| list.len() != at.len()) {
            let kept = at.iter().filter_map(|&at| list.get(at).copied());
            *list = kept.collect();
        }
    }
}

/// Every fault of the records beside those that were met before. They are not laid out to be asked, and so need no
/// header.
pub(crate) fn faults(
    records: Records,
    header: Option<Header>,
    origins: &Origins,
    unread: &Unread,
    faults: FaultSink,
) -> Faults {
    let mut checker = Checker {
        origins,
        unread,
        faults,
    };
    let always = || Header {
        version: String::new(),
        issued: Date::constant(0, 1, 1),
        expires: Date::constant(9999, 12, 31),
    };
    let data = records.under(header.unwrap_or_else(always));
    drop(lists::resolved(data, &mut checker));
    let none = Fault::new(Place::of_source(0), FaultKind::NoHeader);
    checker.faults.into_faults_or(none)
}
