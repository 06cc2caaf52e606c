//! Sources of any form, several as one.

use std::collections::BTreeMap;

use kanta_source::{Place, Source};

use super::names::Names;
use super::places::Places;
use super::reader::{LocatedHeader, Reader, in_column};
use super::sheet;
use crate::build::{self, Origins};
use crate::fault::{FaultKind, Faults};
use crate::{AddressIndex, DataSet};

/// The most bytes of one source that are read: 512 MiB, enough for two million rights a line.
pub const SOURCE_LIMIT: usize = 512 << 20;

/// The most bytes of one TOML source that are read: 2 MiB, some fifteen thousand rights.
///
/// The form for people is held as a whole while it is read, at many bytes for each of its own. A
/// larger index belongs into JSON Lines.
pub const TOML_LIMIT: usize = 2 << 20;

/// How far reading has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read, of all sources.
    pub bytes: usize,
    /// Records read.
    pub records: usize,
}

impl AddressIndex {
    /// Reads one or several sources as one index.
    ///
    /// # Errors
    /// Every fault of every source, with its place.
    pub fn read(sources: &[Source<'_>]) -> Result<Self, Faults> {
        Self::read_with(sources, &mut |_| {})
    }

    /// Reads sources and tells how far it has come, every few thousand records.
    ///
    /// # Errors
    /// Every fault of every source, with its place.
    pub fn read_with(
        sources: &[Source<'_>],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Self, Faults> {
        let stated = stated(sources, progress)?;
        Self::build_from(stated.data, &stated.origins)
            .map_err(|faults| told(faults, &stated.sheets))
    }

    /// Reads sources as [`read_with`](Self::read_with) does, and tells where each record stood: for
    /// findings that name a file and a line.
    ///
    /// # Errors
    /// Every fault of every source, with its place.
    pub fn read_placed(
        sources: &[Source<'_>],
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(Self, Places), Faults> {
        let stated = stated(sources, progress)?;
        let places = Places::of(&stated.data, stated.origins);
        let (index, rights) = Self::build_in_order(stated.data, places.origins())
            .map_err(|faults| told(faults, &stated.sheets))?;
        Ok((index, places.with_rights(rights)))
    }
}

/// The records of sources, and where they stand.
pub(super) struct StatedData {
    pub(super) data: DataSet,
    pub(super) origins: Origins,
    sheets: Sheets,
}

/// The columns of the sources that are sheets.
pub(super) type Sheets = BTreeMap<u32, sheet::Names>;

/// The faults, those of sheets with their columns.
pub(super) fn told(faults: Faults, sheets: &Sheets) -> Faults {
    if sheets.is_empty() {
        return faults;
    }
    faults.map(|fault| match sheets.get(&fault.place.source) {
        Some(names) => in_column(fault, names),
        None => fault,
    })
}

/// Reads sources as one data set: every fault of its records if one of them cannot be read.
pub(super) fn stated(
    sources: &[Source<'_>],
    progress: &mut dyn FnMut(Progress),
) -> Result<StatedData, Faults> {
    let mut reader = Reader::new(progress);
    for (number, source) in (0_u32..).zip(sources) {
        reader.source(number, source, false);
    }
    let Reader {
        mut faults,
        mut parsed,
        header,
        unread,
        may_have_header,
        sheets,
        ..
    } = reader;
    if !may_have_header {
        faults.push(|| Place::of_source(0), FaultKind::NoHeader);
    }
    let names = Names::of(&[&parsed.records]);
    let rights = core::mem::take(&mut parsed.rights);
    let mut resolving = names.resolving(&unread, &mut faults);
    resolving.records(&mut parsed.records, rights, &mut parsed.origins);
    let (header, expires) = LocatedHeader::parts(header);
    parsed.origins.expires = expires;
    let (records, origins) = (parsed.records, parsed.origins);
    match header {
        Some(header) if faults.is_empty() => Ok(StatedData {
            data: records.under(header),
            origins,
            sheets,
        }),
        header => {
            let faults = build::faults(records, header, &origins, &unread, faults);
            Err(told(faults, &sheets))
        }
    }
}
