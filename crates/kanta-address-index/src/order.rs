use crate::build::{Kind, Origins, Part};
use crate::fault::{FaultSink, MOST_FAULTS};
use crate::{
    AccessPoint, AddressIndex, Agreement, Annotation, DataSet, Fault, FaultKind, Faults, Header,
    Party, Pharmacy, Right, Tenant,
};

/// What to withdraw from an index and what to add to it, record by record.
///
/// Trying it, [`AddressIndex::try_order`](crate::AddressIndex::try_order), tells what it would
/// change and what it would break. A record that changes is withdrawn as it was and added as it
/// is to be. Read from a file, what is withdrawn may be named by its id or its key alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Order {
    /// The header that the index is to have; absent, it keeps its own.
    pub header: Option<Header>,
    /// Records to withdraw.
    pub withdraw: Records,
    /// Records to add.
    pub add: Records,
}

/// Records of every kind, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Records {
    /// Joining parties and intermediaries.
    pub parties: Vec<Party>,
    /// Main and branch pharmacies.
    pub pharmacies: Vec<Pharmacy>,
    /// Tenants.
    pub tenants: Vec<Tenant>,
    /// Access points.
    pub access_points: Vec<AccessPoint>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Annotations.
    pub annotations: Vec<Annotation>,
    /// Rights.
    pub rights: Vec<Right>,
}

impl Records {
    /// The records of a data set.
    #[must_use]
    pub fn of(data: DataSet) -> Self {
        Self {
            parties: data.parties,
            pharmacies: data.pharmacies,
            tenants: data.tenants,
            access_points: data.access_points,
            agreements: data.agreements,
            annotations: data.annotations,
            rights: data.rights,
        }
    }

    /// A data set of these records.
    #[must_use]
    pub fn under(self, header: Header) -> DataSet {
        DataSet {
            header,
            parties: self.parties,
            pharmacies: self.pharmacies,
            tenants: self.tenants,
            access_points: self.access_points,
            agreements: self.agreements,
            annotations: self.annotations,
            rights: self.rights,
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        [
            self.parties.len(),
            self.pharmacies.len(),
            self.tenants.len(),
            self.access_points.len(),
            self.agreements.len(),
            self.annotations.len(),
            self.rights.len(),
        ]
        .into_iter()
        .sum()
    }

    /// These records without those of another.
    pub(crate) fn without(&self, other: &Self) -> Self {
        Self {
            parties: minus(&self.parties, &other.parties),
            pharmacies: minus(&self.pharmacies, &other.pharmacies),
            tenants: minus(&self.tenants, &other.tenants),
            access_points: minus(&self.access_points, &other.access_points),
            agreements: minus(&self.agreements, &other.agreements),
            annotations: minus(&self.annotations, &other.annotations),
            rights: minus(&self.rights, &other.rights),
        }
    }

    /// Lists in records in their order, so that equal records are.
    pub(crate) fn in_order(&mut self) {
        for agreement in &mut self.agreements {
            agreement.between.sort_unstable();
        }
        for point in &mut self.access_points {
            point.in_order();
        }
    }
}

impl AccessPoint {
    /// Its lists in their order.
    pub(crate) fn in_order(&mut self) {
        self.addresses.sort_unstable();
        self.addresses.dedup();
        self.certificates.sort_unstable();
    }
}

fn minus<T: Ord + Clone>(list: &[T], other: &[T]) -> Vec<T> {
    let mut sorted: Vec<&T> = other.iter().collect();
    sorted.sort_unstable();
    let missing = |item: &&T| sorted.binary_search(item).is_err();
    list.iter().filter(missing).cloned().collect()
}

/// Where the parts of an order stand; empty for an order made in memory.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) withdraw: Origins,
    pub(crate) add: Origins,
}

impl Order {
    /// The data set that the order leaves.
    ///
    /// # Errors
    /// A record to withdraw that is not there, or that is withdrawn twice. The place is that of
    /// the order's own record, such as `withdraw.right[0]`.
    pub fn applied_to(&self, data: DataSet) -> Result<DataSet, Faults> {
        let applied = self.applied(data, Origins::default(), &Places::default());
        applied.map(|(data, _)| data)
    }

    /// The index that the order leaves; the places of faults are those of the records.
    pub(crate) fn leaves(
        &self,
        data: DataSet,
        origins: Origins,
        places: &Places,
    ) -> Result<AddressIndex, Faults> {
        let (data, origins) = self.applied(data, origins, places)?;
        AddressIndex::build_from(data, &origins)
    }

    fn applied(
        &self,
        data: DataSet,
        mut origins: Origins,
        places: &Places,
    ) -> Result<(DataSet, Origins), Faults> {
        let header = self.header.clone().unwrap_or_else(|| data.header.clone());
        if self.header.is_some() {
            origins.expires.clone_from(&places.add.expires);
        }
        let (mut records, mut withdraw) = (Records::of(data), self.withdraw.clone());
        records.in_order();
        withdraw.in_order();
        let add = self.add.clone();
        let mut faults = FaultSink::new(MOST_FAULTS);
        macro_rules! each {
            ($($list:ident: $kind:ident),*) => {
                $(
                    let mut change = Change {
                        kind: Kind::$kind,
                        origins: &mut origins,
                        places,
                        faults: &mut faults,
                    };
                    change.take(&mut records.$list, &withdraw.$list);
                    change.put(&mut records.$list, add.$list);
                )*
            };
        }
        each!(
            parties: Party,
            pharmacies: Pharmacy,
            tenants: Tenant,
            access_points: AccessPoint,
            agreements: Agreement,
            annotations: Annotation,
            rights: Right
        );
        faults.finish()?;
        Ok((records.under(header), origins))
    }
}

/// The change of one list.
struct Change<'a> {
    kind: Kind,
    origins: &'a mut Origins,
    places: &'a Places,
    faults: &'a mut FaultSink,
}

impl Change<'_> {
    /// Takes records out of a list; those that are not in it are faults.
    fn take<T: Ord>(&mut self, list: &mut Vec<T>, out: &[T]) {
        self.origins.number(self.kind, list.len(), Part::Index);
        let mut sorted: Vec<(&T, usize)> = out.iter().zip(0..).collect();
        sorted.sort_unstable();
        let place = |at| {
            let places = &self.places.withdraw;
            places.place_in(Part::Withdraw, self.kind, at, "")
        };
        for (first, second) in sorted.iter().zip(sorted.iter().skip(1)) {
            if first.0 == second.0 {
                self.faults.push_with(|| Fault {
                    place: place(second.1),
                    kind: FaultKind::DuplicateRecord,
                    other: Some(place(first.1)),
                });
            }
        }
        let mut there = vec![false; sorted.len()];
        let keep = list.iter().map(|item| {
            let found = sorted.partition_point(|(out, _)| *out < item);
            let equal = sorted.iter().skip(found);
            let equal = equal.take_while(|(out, _)| *out == item).count();
            for there in there.iter_mut().skip(found).take(equal) {
                *there = true;
            }
            equal == 0
        });
        let keep: Vec<bool> = keep.collect();
        for (&(_, at), there) in sorted.iter().zip(there) {
            if !there {
                self.faults.push(|| place(at), FaultKind::NotThere);
            }
        }
        let mut kept = keep.iter();
        list.retain(|_| kept.next().copied().unwrap_or(true));
        let mut kept = keep.iter();
        if let Some(origins) = self.origins.lists.get_mut(self.kind as usize) {
            origins.retain(|_| kept.next().copied().unwrap_or(true));
        }
    }

    /// Puts records into a list.
    fn put<T>(&mut self, list: &mut Vec<T>, new: Vec<T>) {
        let places = &self.places.add;
        let origins = (0..new.len()).map(|at| places.origin(Part::Add, self.kind, at));
        if let Some(list) = self.origins.lists.get_mut(self.kind as usize) {
            list.extend(origins);
        }
        list.extend(new);
    }
}
