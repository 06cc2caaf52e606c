use kanta_conformance::Date;

use crate::addresses::Addresses;
use crate::build::{self, Origins};
use crate::grants::Grants;
use crate::store::Store;
use crate::{AccessPoint, DataSet, Faults, Header, Party, Pharmacy, Right, Tenant};

/// An address index that has been understood: every name in it leads somewhere, every time has
/// its end after its start, and no two records speak of the same thing on the same day.
///
/// It never changes once built, and is shared between threads as it is. What the guide forbids is
/// in it and never permits; [`findings`](Self::findings) lists it.
///
/// Two indexes are equal if they hold the same records, in whatever order they came.
#[derive(Clone, Debug)]
pub struct AddressIndex {
    pub(crate) store: Store,
    pub(crate) grants: Grants,
    pub(crate) addresses: Addresses,
}

impl AddressIndex {
    /// Checks the records and lays them out.
    ///
    /// # Errors
    /// Every fault that keeps the records from being understood, each with its places: duplicate,
    /// dangling, overlapping or inverted.
    pub fn build(data: DataSet) -> Result<Self, Faults> {
        Self::build_from(data, &Origins::default())
    }

    pub(crate) fn build_from(data: DataSet, origins: &Origins) -> Result<Self, Faults> {
        Ok(Self::build_in_order(data, origins)?.0)
    }

    /// The same, with the place of each right in the data set.
    pub(crate) fn build_in_order(
        data: DataSet,
        origins: &Origins,
    ) -> Result<(Self, Vec<u32>), Faults> {
        let (store, grants, order) = build::build(data, origins)?;
        let addresses = Addresses::new(&store.points);
        let index = Self {
            store,
            grants,
            addresses,
        };
        Ok((index, order))
    }

    /// Which data set it is.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.store.header
    }

    /// Whether it may no longer be relied on that day.
    #[must_use]
    pub fn is_expired(&self, day: Date) -> bool {
        day >= self.store.header.expires
    }

    /// The joining parties and intermediaries, by id.
    #[must_use]
    pub fn parties(&self) -> &[Party] {
        &self.store.parties
    }

    /// The pharmacies, by id.
    #[must_use]
    pub fn pharmacies(&self) -> &[Pharmacy] {
        &self.store.pharmacies
    }

    /// The tenants, by id.
    #[must_use]
    pub fn tenants(&self) -> &[Tenant] {
        &self.store.tenants
    }

    /// The access points, by id.
    #[must_use]
    pub fn access_points(&self) -> &[AccessPoint] {
        &self.store.points
    }

    /// How many rights it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.store.rights.point.len()
    }

    /// Whether it holds no right.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rights, in the order of subject, access point, service and start.
    pub fn rights(&self) -> impl Iterator<Item = Right> {
        (0..self.store.rights.len()).filter_map(|right| build::rights::record(&self.store, right))
    }

    /// One right; none if the index holds no right of that number.
    #[must_use]
    pub fn right(&self, id: RightId) -> Option<Right> {
        build::rights::record(&self.store, id.0)
    }

    /// The records again.
    #[must_use]
    pub fn to_data_set(&self) -> DataSet {
        DataSet {
            header: self.store.header.clone(),
            parties: self.store.parties.clone(),
            pharmacies: self.store.pharmacies.clone(),
            tenants: self.store.tenants.clone(),
            access_points: self.store.points.clone(),
            agreements: self.store.agreements.clone(),
            annotations: self.store.annotations.clone(),
            rights: self.rights().collect(),
        }
    }

    /// Bytes held for the rights, without the lists for asking and without the names.
    #[must_use]
    pub fn bytes_of_rights(&self) -> usize {
        self.grants
            .bytes()
            .saturating_add(self.store.rights.bytes())
    }
}

impl PartialEq for AddressIndex {
    fn eq(&self, other: &Self) -> bool {
        self.to_data_set() == other.to_data_set()
    }
}

impl Eq for AddressIndex {}

/// Names one right of one [`AddressIndex`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RightId(pub(crate) u32);
