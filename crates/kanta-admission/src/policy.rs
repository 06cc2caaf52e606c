//! What an operator configures: who the peers are, and how they are known.

use ipnet::IpNet;
use kanta_address_index::{Period, RecordedCertificate};
use kanta_cert::{Certificate, Environment, Profile};
use kanta_oid::{AccessPointOid, OwnerOid};

use crate::Fingerprint;

/// Who connects, and what is asked of them.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Policy {
    /// Who the peers are.
    pub mode: Mode,
    /// Whether certificates have to be on record.
    pub on_record: OnRecord,
    /// Certificates of access points on record beside those that the index names by their serial numbers.
    pub known: Vec<KnownCertificate>,
    /// The environment of which certificates are taken; absent: of whichever the trust anchors are.
    pub environment: Option<Environment>,
}

/// Who the peers are.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mode {
    /// Access points of the index, each with its server certificate and its addresses.
    AccessPoints,
    /// Systems that use one access point, our own: they are known by configuration alone.
    OwnAccessPoint {
        /// Ours.
        access_point: AccessPointOid,
        /// The systems behind it.
        systems: Vec<System>,
    },
}

/// Whether an access point's certificate has to be on record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum OnRecord {
    /// It does; of an access point with none on record that is not known, which is a denial.
    #[default]
    Required,
    /// No records are kept: the path, the profile and the access point's OID decide.
    NotKept,
}

/// By what one certificate is told from every other.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateId {
    /// By the digest of its bytes.
    Fingerprint(Fingerprint),
    /// By who issued it, and its serial number there.
    IssuerAndSerial {
        /// The common name of the issuer.
        issuer: String,
        /// The serial number, as its owner writes it.
        serial: String,
    },
}

impl CertificateId {
    /// Whether it is this certificate's.
    #[must_use]
    pub fn is_of(&self, certificate: &Certificate, fingerprint: Fingerprint) -> bool {
        match self {
            Self::Fingerprint(known) => *known == fingerprint,
            Self::IssuerAndSerial { issuer, serial } => {
                has_serial(serial, certificate)
                    && certificate.issuer().common_name().as_deref() == Some(issuer)
            }
        }
    }
}

/// Whether a certificate has the serial number that its owner writes so.
pub(crate) fn has_serial(serial: &str, certificate: &Certificate) -> bool {
    let recorded = RecordedCertificate::new(serial, Period::default());
    recorded.has_serial(certificate.certificate_serial())
}

/// A certificate on record at an access point, beside those of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct KnownCertificate {
    /// The access point.
    pub access_point: AccessPointOid,
    /// The certificate.
    pub id: CertificateId,
    /// The days for which it is on record.
    pub validity: Period,
}

impl KnownCertificate {
    /// That a certificate is on record at an access point for those days.
    #[must_use]
    pub const fn new(access_point: AccessPointOid, id: CertificateId, validity: Period) -> Self {
        Self {
            access_point,
            id,
            validity,
        }
    }
}

/// A system that uses our own access point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct System {
    /// The operator's word for it.
    pub id: String,
    /// Its certificates, each with the days for which it is known: from the first one on where no start is stated, and
    /// without an end where none is.
    pub certificates: Vec<(CertificateId, Period)>,
    /// The profile that its certificate follows; absent: none is asked for, the path alone counts.
    pub profile: Option<Profile>,
    /// The addresses that it speaks from.
    pub addresses: Vec<IpNet>,
    /// The joining parties and pharmacies that it speaks for.
    pub parties: Vec<OwnerOid>,
}

impl System {
    /// A system of that name, known by those certificates, that speaks from those addresses for those parties; no
    /// [`profile`](Self::profile) is asked for.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        certificates: Vec<(CertificateId, Period)>,
        addresses: Vec<IpNet>,
        parties: Vec<OwnerOid>,
    ) -> Self {
        Self {
            id: id.into(),
            certificates,
            profile: None,
            addresses,
            parties,
        }
    }

    /// Whether it speaks for a joining party or a pharmacy. The parties of a [`State`](crate::State)'s systems are sorted.
    pub(crate) fn speaks_for(&self, subject: &OwnerOid) -> bool {
        self.parties.binary_search(subject).is_ok()
    }
}

impl Policy {
    /// Access points of the index, each with a certificate that is on record.
    #[must_use]
    pub const fn access_points() -> Self {
        Self::of(Mode::AccessPoints)
    }

    /// Systems that use our own access point.
    #[must_use]
    pub const fn own_access_point(access_point: AccessPointOid, systems: Vec<System>) -> Self {
        Self::of(Mode::OwnAccessPoint {
            access_point,
            systems,
        })
    }

    const fn of(mode: Mode) -> Self {
        Self {
            mode,
            on_record: OnRecord::Required,
            known: Vec::new(),
            environment: None,
        }
    }
}
