//! Systems, access points, links and certificates.

use core::net::IpAddr;

use kanta_address_index::Service;
use kanta_cert::Certificate;
use kanta_conformance::{Country, Date, Mbit};
use kanta_oid::AccessPointOid;

use super::words::{
    Claim, Done, Hall, LinkRole, Network, SystemClass, SystemKind, TlsVersion, Traffic,
};

/// An information system (guide, clause 3.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct System {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Its name.
    pub name: Option<String>,
    /// Its kind.
    pub kind: Option<SystemKind>,
    /// Its class by THL's regulation 4/2024.
    pub class: Option<SystemClass>,
    /// Whether it contains the functions of a client data transfer service.
    pub transfer_functions: Option<bool>,
    /// Whether it stands in the register of approved systems.
    pub in_register: Option<bool>,
    /// The last day of its security assessment.
    pub assessed_until: Option<Date>,
    /// When it passed joint testing.
    pub joint_tested: Option<Done>,
    /// Whether it is bought as a packaged service.
    pub packaged_service: Option<bool>,
}

/// Kanta's separate approval of a point outside Finland (guide, clause 3.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Approval {
    /// Who gave it.
    pub by: Option<String>,
    /// When.
    pub on: Option<Date>,
    /// Where it is written down.
    pub reference: Option<String>,
}

/// A Kanta access point (guide, clause 3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AccessPoint {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Its identifier.
    pub oid: Option<AccessPointOid>,
    /// Who administers it: `party`, or the id of an intermediary, another party, an organiser or a pharmacy.
    pub administrator: Option<String>,
    /// The systems behind it, by their ids.
    pub systems: Option<Vec<String>>,
    /// Where it is.
    pub country: Option<Country>,
    /// Kanta's separate approval, where it is not in Finland.
    pub approval: Option<Claim<Approval>>,
    /// The DNS name of its primary connection.
    pub dns_name: Option<String>,
    /// Its server certificate.
    pub certificate: Option<Claim<PlanCertificate>>,
    /// Its addresses in data communication.
    pub addresses: Option<Vec<Address>>,
    /// The versions of TLS that it offers.
    pub tls: Option<Vec<TlsVersion>>,
    /// Whether a stateful firewall protects it.
    pub stateful_firewall: Option<bool>,
    /// Whether it is protected against malware.
    pub malware_protection: Option<bool>,
    /// Its servers, where there are several.
    pub servers: Option<Vec<Server>>,
    /// Its data, its identifier and its connections among them, were told to Kanta.
    pub declared: Option<Done>,
    /// Whether its connections can be duplicated in full, and what was done where they cannot.
    pub full_duplication: Option<FullDuplication>,
}

/// Whether connections can be duplicated in full, and to what extent they are where they cannot (guide, clause 5.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct FullDuplication {
    /// Whether it is possible.
    pub possible: Option<bool>,
    /// Why it is not.
    pub reason: Option<String>,
    /// What was done as far as it makes sense economically; denied where nothing was.
    pub extent: Option<Claim<String>>,
}

/// A server of an access point (guide, clause 3.1.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Server {
    /// Its name.
    pub name: Option<String>,
    /// Its server certificate.
    pub certificate: Option<PlanCertificate>,
}

/// A certificate that a plan refers to by the name of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCertificate {
    /// The file as the plan names it.
    pub file: String,
    /// What it holds.
    pub certificate: Certificate,
}

/// A file of what a plan trusts: roots, CAs between, or lists of revoked certificates.
#[derive(Clone, PartialEq, Eq)]
pub struct TrustFile {
    /// The file as the plan names it.
    pub file: String,
    /// What it holds, in PEM or DER; nothing where there is no such file.
    pub bytes: Vec<u8>,
}

impl core::fmt::Debug for TrustFile {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "TrustFile({:?}, {} bytes)", self.file, self.bytes.len())
    }
}

/// An address of an access point in data communication (guide, clause 5.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Address {
    /// The address.
    pub ip: Option<IpAddr>,
    /// Whether it is fixed.
    pub fixed: Option<bool>,
    /// Whom the public address register names for it: an id of the plan, or anyone's name.
    pub registered_to: Option<String>,
    /// Where somebody else is named: whether that party's records assign it to the administrator.
    pub assignment_record: Option<bool>,
}

/// One right to apply for: a service, through an access point, with a system.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Use {
    /// The service.
    pub service: Service,
    /// Who uses it: `party`, or the id of a pharmacy, tenant or other party.
    pub user: String,
    /// The access point, by its id.
    pub access_point: String,
    /// The system, by its id.
    pub system: Option<String>,
    /// The service units that receive renewal requests.
    pub service_units: Option<Vec<ServiceUnit>>,
    /// For a provider in Valvira's register: whether the code service carries the annotation on renewal requests.
    pub annotated: Option<bool>,
}

impl Use {
    /// The use of a service through an access point by the joining party.
    #[must_use]
    pub fn new(service: Service, access_point: &str) -> Self {
        Self {
            service,
            user: "party".into(),
            access_point: access_point.into(),
            system: None,
            service_units: None,
            annotated: None,
        }
    }
}

/// A service unit that receives renewal requests (guide, clause 4.2.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServiceUnit {
    /// Its identifier.
    pub oid: Option<String>,
    /// Whether the code service carries the annotation for it.
    pub annotated: Option<bool>,
}

/// Who holds the system signature certificate (guide, clause 3.3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignatureCertificate {
    /// The certificate.
    pub certificate: Option<PlanCertificate>,
    /// Its holder: `party`, or the id of the supplier (an intermediary), another party or a tenant.
    pub holder: Option<String>,
}

/// A data communication link (guide, chapter 5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Where it starts: an access point or a consolidation point, by its id.
    pub from: String,
    /// Where it ends: `kanta`, or a consolidation point by its id.
    pub to: String,
    /// Primary or backup.
    pub role: Option<LinkRole>,
    /// The network that it goes over.
    pub network: Option<Network>,
    /// The technology, such as MPLS.
    pub technology: Option<String>,
    /// The operator.
    pub operator: Option<String>,
    /// The halls of Kanta that it reaches.
    pub halls: Option<Vec<Hall>>,
    /// Mbit/s towards the party.
    pub down_mbit: Option<Mbit>,
    /// Mbit/s towards Kanta.
    pub up_mbit: Option<Mbit>,
    /// Why it goes over the open internet.
    pub justification: Option<Claim<String>>,
    /// How the risks of the open internet are met.
    pub risks: Option<Claim<String>>,
    /// When it was, or will be, ready for use.
    pub ready: Option<Done>,
    /// From which links its route is separate.
    pub separate_routes: Option<Claim<Vec<SeparateRoute>>>,
}

/// That two links run along different routes the whole way (guide, clause 5.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct SeparateRoute {
    /// The other link, by its id.
    pub from: String,
    /// Who confirmed it.
    pub confirmed_by: Option<Claim<String>>,
    /// When.
    pub on: Option<Date>,
}

/// A data communication consolidation point (guide, clause 5.6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConsolidationPoint {
    /// The author's own name for it in the plan.
    pub id: String,
    /// Who administers it: `party`, or an id or anyone's name.
    pub administrator: Option<String>,
    /// Where it is.
    pub country: Option<Country>,
    /// Kanta's separate approval, where it is not in Finland.
    pub approval: Option<Claim<Approval>>,
    /// Whether TLS is removed or formed there.
    pub tls_terminated: Option<bool>,
    /// Whether protected data appear there in clear.
    pub data_in_clear: Option<bool>,
    /// Whether its connections can be duplicated in full, and what was done where they cannot.
    pub full_duplication: Option<FullDuplication>,
}

/// How much traffic there is, and how much capacity it needs (guide, clauses 5.4 and 5.5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Volume {
    /// Documents archived a day.
    pub documents_per_day: Option<u64>,
    /// The capacity need that the party has defined, in Mbit/s.
    pub assessed_need_mbit: Option<Claim<Mbit>>,
    /// How much message traffic there is, in the guide's words.
    pub message_traffic: Option<Traffic>,
    /// Whether the party has made sure that its connections can be scaled.
    pub scalable: Option<bool>,
}
