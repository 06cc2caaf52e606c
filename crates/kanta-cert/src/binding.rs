//! What certificate and access point have to do with each other.

use crate::certificate::Certificate;
use crate::held::Held;
use crate::name::{COMMON_NAME, SERIAL_NUMBER};

/// An access point that several certificates name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharedAccessPoint {
    /// Its OID, as it stands in the certificates.
    pub oid: String,
    /// Which of the certificates name it, by their place in the input.
    pub members: Vec<usize>,
    /// Whether they are all one and the same certificate: then the servers are one access point
    /// (guide, clause 3.1.2). If not, the guide does not say whether there are one or two.
    pub same_certificate: bool,
}

/// The access points that two or more of these certificates name in their subject's serialNumber,
/// in the order in which they first occur.
///
/// The certificate of a cluster may be given once for each of its servers.
///
/// ```
/// use kanta_cert::{Certificate, shared_access_points};
/// use kanta_testkit::server_certificate;
///
/// let read = |der: Vec<u8>| Certificate::from_der(&der);
/// let one = read(server_certificate().der())?;
/// let renewed = read(server_certificate().valid("2026-08-01T00:00:00Z", "2027-07-31T20:59:59Z").der())?;
///
/// let shared = shared_access_points([&one, &one, &renewed]);
/// assert_eq!(shared[0].oid, "1.2.246.10.12345671.10.0.13.1");
/// assert_eq!(shared[0].members, [0, 1, 2]);
/// assert!(!shared[0].same_certificate);
/// assert!(shared_access_points([&one, &one])[0].same_certificate);
/// # Ok::<(), kanta_cert::ReadError>(())
/// ```
#[must_use]
pub fn shared_access_points<'a>(
    certificates: impl IntoIterator<Item = &'a Certificate>,
) -> Vec<SharedAccessPoint> {
    let mut points: Vec<(SharedAccessPoint, &'a Certificate)> = Vec::new();
    let mut places = std::collections::HashMap::<String, usize>::new();
    for (index, certificate) in certificates.into_iter().enumerate() {
        let held = Held::of(&certificate.subject(), SERIAL_NUMBER, str::eq);
        let Some(oid) = held.sole() else {
            continue;
        };
        if kanta_oid::AccessPointOid::parse(oid).is_err() {
            continue;
        }
        let place = *places.entry(oid.to_owned()).or_insert(points.len());
        match points.get_mut(place) {
            Some((point, first)) => {
                point.members.push(index);
                point.same_certificate &= *first == certificate;
            }
            None => {
                let point = SharedAccessPoint {
                    oid: oid.to_owned(),
                    members: vec![index],
                    same_certificate: true,
                };
                points.push((point, certificate));
            }
        }
    }
    points
        .into_iter()
        .map(|(point, _)| point)
        .filter(|point| point.members.len() > 1)
        .collect()
}

impl Certificate {
    /// Whether the certificate binds this access point to this primary DNS name (guide, clause
    /// 3.2): its subject carries the OID and the name, and the name stands among its alternative
    /// names. Letter case does not count; whatever the guide leaves open does not bind, and several OIDs
    /// or several names do not.
    ///
    /// ```
    /// let der = kanta_testkit::server_certificate().der();
    /// let certificate = kanta_cert::Certificate::from_der(&der)?;
    /// assert!(certificate.binds("1.2.246.10.12345671.10.0.13.1", "kanta.klinikka.example"));
    /// assert!(!certificate.binds("1.2.246.10.12345671.10.0.13.2", "kanta.klinikka.example"));
    /// assert!(!certificate.binds("1.2.246.10.12345671.10.0.13.1", "muu.klinikka.example"));
    /// # Ok::<(), kanta_cert::ReadError>(())
    /// ```
    #[must_use]
    pub fn binds(&self, access_point: &str, dns_name: &str) -> bool {
        let same = |name: &str| crate::profile::same_dns_name(name, dns_name);
        let subject = self.subject();
        Held::of(&subject, SERIAL_NUMBER, str::eq).sole() == Some(access_point)
            && Held::of(&subject, COMMON_NAME, str::eq_ignore_ascii_case)
                .sole()
                .is_some_and(same)
            && self.dns_names().any(same)
    }
}
