use kanta_conformance::Date;

use super::{AccessPoint, Agreement, Annotation, Party, Pharmacy, Right, Tenant};

/// Which data set it is, and how long it may be relied on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Header {
    /// The version, as its author counts.
    pub version: String,
    /// The day on which it was issued.
    pub issued: Date,
    /// The first day on which it may no longer be relied on: from then on every answer is deny.
    pub expires: Date,
}

/// Every record of an address index, in any order; not yet checked.
///
/// [`AddressIndex::build`](crate::AddressIndex::build) checks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSet {
    /// Which data set it is.
    pub header: Header,
    /// Joining parties and intermediaries.
    pub parties: Vec<Party>,
    /// Main and branch pharmacies.
    pub pharmacies: Vec<Pharmacy>,
    /// Tenants of the joint model.
    pub tenants: Vec<Tenant>,
    /// Access points.
    pub access_points: Vec<AccessPoint>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Annotations of the Code Service.
    pub annotations: Vec<Annotation>,
    /// Rights.
    pub rights: Vec<Right>,
}

impl DataSet {
    /// A data set without records.
    #[must_use]
    pub const fn new(header: Header) -> Self {
        Self {
            header,
            parties: Vec::new(),
            pharmacies: Vec::new(),
            tenants: Vec::new(),
            access_points: Vec::new(),
            agreements: Vec::new(),
            annotations: Vec::new(),
            rights: Vec::new(),
        }
    }
}
