use kanta_conformance::Date;
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::Service;

/// The question that a gateway asks: may this actor use this service through this access point
/// on this day?
///
/// ```
/// use kanta_address_index::{Request, Service};
///
/// let request = Request::new(
///     "1.2.246.10.12345671.10.0".parse()?,
///     "1.2.246.10.12345671.10.0.13.1".parse()?,
///     Service::RenewalRequests,
///     "2025-12-01".parse()?,
/// )
/// .for_unit("1.2.246.10.12345671.10.1".parse()?);
/// # let _ = request;
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Request {
    /// The joining party or the pharmacy.
    pub subject: OwnerOid,
    /// The access point.
    pub access_point: AccessPointOid,
    /// The service.
    pub service: Service,
    /// The day, a civil date in Finland.
    pub day: Date,
    /// In the joint model: the tenant that uses the service (section 4.2.1).
    pub tenant: Option<OwnerOid>,
    /// For renewal requests: the service unit that receives them (section 4.2.1).
    pub service_unit: Option<OwnerOid>,
}

impl Request {
    /// Without a tenant and without a service unit.
    #[must_use]
    pub const fn new(
        subject: OwnerOid,
        access_point: AccessPointOid,
        service: Service,
        day: Date,
    ) -> Self {
        Self {
            subject,
            access_point,
            service,
            day,
            tenant: None,
            service_unit: None,
        }
    }

    /// The same, used by that tenant.
    #[must_use]
    pub const fn by_tenant(mut self, tenant: OwnerOid) -> Self {
        self.tenant = Some(tenant);
        self
    }

    /// The same, received by that service unit.
    #[must_use]
    pub const fn for_unit(mut self, unit: OwnerOid) -> Self {
        self.service_unit = Some(unit);
        self
    }
}
