//! An order, read and tried.

use kanta_source::Source;

use super::names::Names;
use super::read;
use super::reader::{LocatedHeader, Reader};
use super::withdrawn::Held;
use crate::fault::Faults;
use crate::order::{Places, Records};
use crate::{AddressIndex, Order, Trial};

impl Order {
    /// Reads an order: its records stand under `add` and `withdraw`, in JSON Lines with
    /// `"order": "add"` or `"order": "withdraw"`. What is withdrawn is named by the ids of the
    /// index; what is added, by those that the index keeps and those that are added.
    ///
    /// Of a record to withdraw its id or OID is enough, of an agreement its two sides, of an
    /// annotation party and unit, of a right `for`, `access_point` and `service`; whatever else is
    /// stated has to be as it is in the index.
    ///
    /// # Errors
    /// Every fault of the source, with its place.
    pub fn read(source: &Source<'_>, index: &AddressIndex) -> Result<Self, Faults> {
        Ok(read_order(0, source, index)?.0)
    }
}

impl AddressIndex {
    /// Reads an order and tries it, as [`try_order`](Self::try_order) does.
    ///
    /// `sources` are those that this index was read from. In the places of faults the order is
    /// the source after them: of an index read from two, a place in source 2 is in the order.
    ///
    /// # Errors
    /// Every fault of the order; or else it withdraws what is not there, or leaves records that
    /// cannot be understood. Each with its places, in the order and in the index.
    pub fn try_source(&self, order: &Source<'_>, sources: &[Source<'_>]) -> Result<Trial, Faults> {
        let number = u32::try_from(sources.len()).unwrap_or(u32::MAX);
        let (order, places) = read_order(number, order, self)?;
        self.try_order(&order).map_err(|faults| {
            // An index does not keep where its records stood: they are read again.
            let stated = read::stated(sources, &mut |_| {});
            let placed = stated.and_then(|index| order.leaves(index.data, index.origins, &places));
            placed.err().unwrap_or(faults)
        })
    }
}

fn read_order(
    number: u32,
    source: &Source<'_>,
    index: &AddressIndex,
) -> Result<(Order, Places), Faults> {
    let mut held = Records::of(index.to_data_set());
    held.rights.clear();
    let names = Names::of(&[&held]);
    let mut ignore = |_| {};
    let mut reader = Reader::new(&mut ignore);
    reader.held = Some(Held::new(index, &held, &names));
    reader.source(number, source, true);
    let Reader {
        mut faults,
        mut parsed,
        mut withdrawn,
        header,
        unread,
        sheets,
        ..
    } = reader;
    let rights = core::mem::take(&mut withdrawn.rights);
    let mut resolving = names.resolving(&unread, &mut faults);
    resolving.records(&mut withdrawn.records, rights, &mut withdrawn.origins);
    withdrawn.records.in_order();
    let left = held.without(&withdrawn.records);
    let names = Names::of(&[&parsed.records, &left]);
    let rights = core::mem::take(&mut parsed.rights);
    let mut resolving = names.resolving(&unread, &mut faults);
    resolving.records(&mut parsed.records, rights, &mut parsed.origins);
    faults
        .finish()
        .map_err(|faults| read::told(faults, &sheets))?;
    let (header, expires) = LocatedHeader::parts(header);
    parsed.origins.expires = expires;
    let order = Order {
        header,
        withdraw: withdrawn.records,
        add: parsed.records,
    };
    let places = Places {
        withdraw: withdrawn.origins,
        add: parsed.origins,
    };
    Ok((order, places))
}
