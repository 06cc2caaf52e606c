//! A planned connection: what people know of it, and nothing else.

mod actors;
mod readiness;
mod technical;
mod words;

use kanta_conformance::{Attestation, FieldPath, Ruling};
use kanta_oid::OwnerOid;

pub use actors::{
    Agreement, Intermediary, Joining, Organiser, OtherParty, Party, Pharmacy, Tenant,
};
pub use kanta_conformance::Environment;
pub use readiness::GoingLive;
pub use technical::{
    AccessPoint, Address, Approval, ConsolidationPoint, FullDuplication, Link, PlanCertificate,
    SeparateRoute, Server, ServiceUnit, SignatureCertificate, System, TrustFile, Use, Volume,
};
pub use words::{
    Claim, Done, Hall, LinkRole, Network, PharmacyKind, PharmacySize, Stage, SystemClass,
    SystemKind, TlsVersion, Traffic,
};

/// A planned connection of one joining party.
///
/// Its lists are closed: a link that is not listed is not there (but see [`Who`] of the point it starts from).
/// Everything else is unknown when it is absent, and can be denied when it is not so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConnectionPlan {
    /// The environment that it is for.
    pub environment: Option<Environment>,
    /// The joining party.
    pub party: Option<Party>,
    /// The Kanta intermediaries.
    pub intermediaries: Vec<Intermediary>,
    /// Other joining parties.
    pub other_parties: Vec<OtherParty>,
    /// The organisers in parallel joining.
    pub organisers: Vec<Organiser>,
    /// The tenants in joint joining.
    pub tenants: Vec<Tenant>,
    /// The pharmacist's pharmacies.
    pub pharmacies: Vec<Pharmacy>,
    /// The information systems.
    pub systems: Vec<System>,
    /// The access points.
    pub access_points: Vec<AccessPoint>,
    /// The services used, each through an access point.
    pub uses: Vec<Use>,
    /// The system signature certificate.
    pub signature_certificate: Option<Claim<SignatureCertificate>>,
    /// What is trusted; where it is given, the path and the revocation of every certificate are verified.
    pub trust: Option<Vec<TrustFile>>,
    /// The links.
    pub links: Vec<Link>,
    /// The consolidation points.
    pub consolidation_points: Vec<ConsolidationPoint>,
    /// Traffic and capacity.
    pub volume: Volume,
    /// What has to be done before going live, beside what the rest of the plan tells.
    pub readiness: GoingLive,
    /// What people attest.
    pub attested: Vec<Attestation>,
    /// What people decided where the guide is silent or ambiguous.
    pub rulings: Vec<Ruling>,
}

/// Somebody whom a plan names by an id.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Who<'a> {
    /// The joining party.
    Party(&'a Party),
    /// A Kanta intermediary.
    Intermediary(&'a Intermediary),
    /// Another joining party.
    OtherParty(&'a OtherParty),
    /// An organiser.
    Organiser(&'a Organiser),
    /// A tenant.
    Tenant(&'a Tenant),
    /// A pharmacy of the joining pharmacist.
    Pharmacy(&'a Pharmacy),
}

impl<'a> Who<'a> {
    /// Its identifier.
    #[must_use]
    pub const fn oid(self) -> Option<OwnerOid> {
        match self {
            Self::Party(party) => party.oid,
            Self::Intermediary(intermediary) => intermediary.oid,
            Self::OtherParty(other) => other.oid,
            Self::Organiser(organiser) => organiser.oid,
            Self::Tenant(tenant) => tenant.oid,
            Self::Pharmacy(pharmacy) => pharmacy.oid,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> Option<&'a str> {
        match self {
            Self::Party(party) => party.name.as_deref(),
            Self::Intermediary(intermediary) => intermediary.name.as_deref(),
            Self::OtherParty(other) => other.name.as_deref(),
            Self::Organiser(organiser) => organiser.name.as_deref(),
            Self::Tenant(tenant) => tenant.name.as_deref(),
            Self::Pharmacy(pharmacy) => pharmacy.name.as_deref(),
        }
    }

    /// Where it stands in the plan, for example `intermediary.valittaja`.
    #[must_use]
    pub fn path(self) -> FieldPath {
        match self {
            Self::Party(_) => FieldPath::table("party"),
            Self::Intermediary(intermediary) => FieldPath::named("intermediary", &intermediary.id),
            Self::OtherParty(other) => FieldPath::named("other_party", &other.id),
            Self::Organiser(organiser) => FieldPath::named("organiser", &organiser.id),
            Self::Tenant(tenant) => FieldPath::named("tenant", &tenant.id),
            Self::Pharmacy(pharmacy) => FieldPath::named("pharmacy", &pharmacy.id),
        }
    }

    /// Whether it is the joining party or one of the joining pharmacist's pharmacies.
    #[must_use]
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Party(_) | Self::Pharmacy(_))
    }
}

impl ConnectionPlan {
    /// Whom that id names: `party`, or the id of somebody in the plan.
    #[must_use]
    pub fn who(&self, id: &str) -> Option<Who<'_>> {
        if id == "party" {
            return self.party.as_ref().map(Who::Party);
        }
        let intermediary = || self.intermediaries.iter().find(|i| i.id == id);
        let other_party = || self.other_parties.iter().find(|o| o.id == id);
        let organiser = || self.organisers.iter().find(|o| o.id == id);
        let tenant = || self.tenants.iter().find(|t| t.id == id);
        let pharmacy = || self.pharmacies.iter().find(|p| p.id == id);
        intermediary()
            .map(Who::Intermediary)
            .or_else(|| other_party().map(Who::OtherParty))
            .or_else(|| organiser().map(Who::Organiser))
            .or_else(|| tenant().map(Who::Tenant))
            .or_else(|| pharmacy().map(Who::Pharmacy))
    }

    /// The access point with that id.
    #[must_use]
    pub fn access_point(&self, id: &str) -> Option<&AccessPoint> {
        self.access_points.iter().find(|point| point.id == id)
    }

    /// The consolidation point with that id.
    #[must_use]
    pub fn consolidation_point(&self, id: &str) -> Option<&ConsolidationPoint> {
        self.consolidation_points
            .iter()
            .find(|point| point.id == id)
    }

    /// The system with that id.
    #[must_use]
    pub fn system(&self, id: &str) -> Option<&System> {
        self.systems.iter().find(|system| system.id == id)
    }

    /// The link with that id.
    #[must_use]
    pub fn link(&self, id: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.id == id)
    }

    /// The links that start at that access point or consolidation point.
    pub fn links_from<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Link> {
        self.links.iter().filter(move |link| link.from == id)
    }

    /// That point and every point whose links lead to it, over however many consolidation points; each once.
    pub(crate) fn points_before<'a>(&'a self, id: &'a str) -> Vec<&'a str> {
        self.reached(id, |link| (&link.to, &link.from))
    }

    /// That point and every point to which its links lead, over however many consolidation points; each once.
    pub(crate) fn points_behind<'a>(&'a self, id: &'a str) -> Vec<&'a str> {
        self.reached(id, |link| (&link.from, &link.to))
    }

    fn reached<'a>(&'a self, id: &'a str, ends: fn(&Link) -> (&String, &String)) -> Vec<&'a str> {
        let mut points = vec![id];
        let mut next = 0;
        while let Some(&point) = points.get(next) {
            for (near, far) in self.links.iter().map(ends) {
                if near == point && !points.contains(&far.as_str()) {
                    points.push(far);
                }
            }
            next = next.saturating_add(1);
        }
        points
    }

    /// The uses that go through that access point.
    pub fn uses_through<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Use> {
        self.uses.iter().filter(move |u| u.access_point == id)
    }

    /// Who administers that access point; none when the plan does not say.
    #[must_use]
    pub fn administrator(&self, point: &AccessPoint) -> Option<Who<'_>> {
        point.administrator.as_deref().and_then(|id| self.who(id))
    }
}
