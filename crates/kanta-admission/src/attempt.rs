use kanta_address_index::Service;
use kanta_cert::Moment;
use kanta_oid::OwnerOid;

/// What a peer wants: for whom, of which service, and when. Through which access point is not its to say: that is
/// the connection's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Attempt {
    /// The right-subject: the joining party or the pharmacy.
    pub subject: OwnerOid,
    /// The service.
    pub service: Service,
    /// In the joint model: the tenant that uses the service (section 4.2.1).
    pub tenant: Option<OwnerOid>,
    /// For renewal requests: the service unit that receives them (section 4.2.1).
    pub service_unit: Option<OwnerOid>,
    /// The instant.
    pub at: Moment,
}

impl Attempt {
    /// Without a tenant and without a service unit.
    #[must_use]
    pub const fn new(subject: OwnerOid, service: Service, at: Moment) -> Self {
        Self {
            subject,
            service,
            tenant: None,
            service_unit: None,
            at,
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
