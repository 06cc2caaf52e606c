use kanta_conformance::Date;

use super::{AccessPoint, Agreement, Annotation, Party, Pharmacy, Right, Tenant};

/// Which data set it is, and how long it may be relied on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Header {
    /// The version, as its author counts.
    pub version: String,
    /// The day on which it was issued.
    pub issued: Date,
    /// The first day on which it may no longer be relied on: from then on every answer is deny.
    pub expires: Date,
}

impl Header {
    /// A version, the day of its issue, and the first day on which it no longer counts.
    #[must_use]
    pub fn new(version: impl Into<String>, issued: Date, expires: Date) -> Self {
        Self {
            version: version.into(),
            issued,
            expires,
        }
    }
}

/// Every record of an address index, in any order; not yet checked.
///
/// [`AddressIndex::build`](crate::AddressIndex::build) checks it. Each record is made by its `new` from what it cannot be without; the rest
/// are fields to set, so that a version that knows more breaks nobody.
///
/// ```
/// use kanta_address_index::{
///     AccessPoint, AddressIndex, DataSet, Header, Party, PartyKind, Period, Register, Request,
///     Right, Sector, Service,
/// };
/// use kanta_conformance::Date;
/// use kanta_oid::OwnerOid;
///
/// let day = Date::constant(2025, 12, 1);
/// let owner = OwnerOid::sote(12345671, 0);
/// let point = owner.access_point(1)?;
///
/// let mut data = DataSet::new(Header::new("7", day, day.plus_months(3)));
/// let mut clinic = Party::new("clinic", PartyKind::Provider);
/// clinic.oid = Some(owner);
/// clinic.sector = Some(Sector::Private);
/// clinic.register = Some(Register::Sote);
/// data.parties.push(clinic);
/// data.access_points.push(AccessPoint::new("ap", point, "clinic"));
/// let since = Period::since(Date::constant(2025, 10, 6));
/// data.rights.push(Right::new(owner, point, Service::Prescription, since));
///
/// let index = AddressIndex::build(data)?;
/// assert!(index.decide(&Request::new(owner, point, Service::Prescription, day)).is_permit());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
