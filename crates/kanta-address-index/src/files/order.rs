use super::names::Names;
use super::read::Source;
use super::reader::{Reader, Stood};
use crate::fault::Faults;
use crate::{AddressIndex, Order};

impl Order {
    /// Reads an order: its records stand under `add` and `withdraw`, in JSON Lines with
    /// `"order": "add"` or `"order": "withdraw"`. Ids are those of the index and of the order.
    ///
    /// # Errors
    /// Every fault of the source, with its place.
    pub fn read(source: &Source<'_>, index: &AddressIndex) -> Result<Self, Faults> {
        let mut ignore = |_| {};
        let mut reader = Reader::new(&mut ignore);
        reader.source(0, source, true);
        let Reader {
            mut told,
            mut stated,
            mut withdrawn,
            header,
            unread,
            ..
        } = reader;
        let mut held = crate::Records::of(index.to_data_set());
        held.rights.clear();
        let names = Names::of(&[&stated.records, &held]);
        for stated in [&mut stated, &mut withdrawn] {
            let rights = core::mem::take(&mut stated.rights);
            let mut resolving = names.resolving(&unread, &mut told);
            resolving.records(&mut stated.records, rights, &mut stated.origins);
        }
        told.settle()?;
        Ok(Self {
            header: Stood::parts(header).0,
            withdraw: withdrawn.records,
            add: stated.records,
        })
    }
}
