use crate::build::{Kind, Origins};
use crate::fault::Told;
use crate::{
    AccessPoint, Agreement, Annotation, DataSet, FaultKind, Faults, Header, Party, Pharmacy, Right,
    Tenant,
};

/// What to withdraw from an index and what to add to it, record by record.
///
/// Trying it, [`AddressIndex::try_order`](crate::AddressIndex::try_order), tells what it would
/// change and what it would break. A record that changes is withdrawn as it was and added as it
/// is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    fn in_order(&mut self) {
        for agreement in &mut self.agreements {
            agreement.between.sort_unstable();
        }
        for point in &mut self.access_points {
            point.addresses.sort_unstable();
            point.addresses.dedup();
            point.certificates.sort_unstable();
        }
    }
}

fn minus<T: Ord + Clone>(list: &[T], other: &[T]) -> Vec<T> {
    let mut sorted: Vec<&T> = other.iter().collect();
    sorted.sort_unstable();
    let missing = |item: &&T| sorted.binary_search(item).is_err();
    list.iter().filter(missing).cloned().collect()
}

impl Order {
    /// The data set that the order leaves.
    ///
    /// # Errors
    /// A record to withdraw that is not there; the place is that of the order's own record.
    pub fn applied_to(&self, data: DataSet) -> Result<DataSet, Faults> {
        let header = self.header.clone().unwrap_or_else(|| data.header.clone());
        let (mut records, mut withdraw) = (Records::of(data), self.withdraw.clone());
        records.in_order();
        withdraw.in_order();
        let mut told = Told::default();
        take(
            &mut records.parties,
            &withdraw.parties,
            Kind::Party,
            &mut told,
        );
        take(
            &mut records.pharmacies,
            &withdraw.pharmacies,
            Kind::Pharmacy,
            &mut told,
        );
        take(
            &mut records.tenants,
            &withdraw.tenants,
            Kind::Tenant,
            &mut told,
        );
        take(
            &mut records.access_points,
            &withdraw.access_points,
            Kind::AccessPoint,
            &mut told,
        );
        take(
            &mut records.agreements,
            &withdraw.agreements,
            Kind::Agreement,
            &mut told,
        );
        take(
            &mut records.annotations,
            &withdraw.annotations,
            Kind::Annotation,
            &mut told,
        );
        take(
            &mut records.rights,
            &withdraw.rights,
            Kind::Right,
            &mut told,
        );
        told.settle()?;
        let add = self.add.clone();
        records.parties.extend(add.parties);
        records.pharmacies.extend(add.pharmacies);
        records.tenants.extend(add.tenants);
        records.access_points.extend(add.access_points);
        records.agreements.extend(add.agreements);
        records.annotations.extend(add.annotations);
        records.rights.extend(add.rights);
        Ok(records.under(header))
    }
}

/// Takes records out of a list; those that are not in it are faults.
fn take<T: Ord + Clone>(list: &mut Vec<T>, out: &[T], kind: Kind, told: &mut Told) {
    list.sort_unstable();
    for (at, item) in out.iter().enumerate() {
        if list.binary_search(item).is_err() {
            let place = || {
                let mut place = Origins::default().place(kind, at, "");
                place.path = format!("withdraw.{}", place.path);
                place
            };
            told.at(place, FaultKind::NotThere);
        }
    }
    *list = minus(list, out);
}
