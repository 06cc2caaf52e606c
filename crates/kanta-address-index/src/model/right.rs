use kanta_conformance::Date;
use kanta_oid::{AccessPointOid, OwnerOid};

use super::Period;
use crate::Service;

/// A right: who, through which access point, to which service, for which time, on what basis
/// (sections 4.2 and 4.2.1; figure 2 pairs services with access points).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Right {
    /// A joining party or one pharmacy.
    pub subject: OwnerOid,
    /// The access point.
    pub access_point: AccessPointOid,
    /// The service.
    pub service: Service,
    /// The time for which it is given.
    pub validity: Period,
    /// In the parallel model: the organiser, by id (section 4.2.1).
    pub organiser: Option<String>,
    /// What it rests on.
    pub basis: Basis,
}

/// What a right rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Basis {
    /// Of which kind.
    pub kind: BasisKind,
    /// The day on which it was agreed.
    pub agreed: Option<Date>,
    /// The number of the application or agreement, as its owner writes it.
    pub reference: Option<String>,
}

/// The kind of a [`Basis`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum BasisKind {
    /// An application that Kanta has approved (section 2.2).
    #[default]
    Application,
    /// A subcontractor's permanent address-book link (editions 3.0 to 3.11 of the change log).
    AddressBookLink,
}

kanta_conformance::words! { BasisKind, "basis",
    Application => "application",
    AddressBookLink => "address-book-link",
}

impl Right {
    /// A right on an approved application, in the direct model.
    #[must_use]
    pub fn new(
        subject: OwnerOid,
        access_point: AccessPointOid,
        service: Service,
        validity: Period,
    ) -> Self {
        Self {
            subject,
            access_point,
            service,
            validity,
            organiser: None,
            basis: Basis::default(),
        }
    }
}
