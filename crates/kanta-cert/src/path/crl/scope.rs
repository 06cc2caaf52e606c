//! Which certificates a list speaks of: its issuing distribution point (RFC 5280, section 5.2.5).

use der::{Decode, Encode, EncodingRules};
use x509_cert::ext::pkix::IssuingDistributionPoint;
use x509_cert::ext::pkix::crl::dp::DistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName, GeneralNames};

use crate::certificate::Certificate;
use crate::name::Name;
use crate::path::crl::CrlObstacle;
use crate::tlv::{Reader, SEQUENCE};

/// What an issuing distribution point says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scope(IssuingDistributionPoint);

impl Scope {
    /// Reads the extension's value; none where it is not DER, or names a point in a way that
    /// `x509-cert` does not read: a list whose scope is not known is not used.
    pub(super) fn read(value: &[u8]) -> Option<Self> {
        IssuingDistributionPoint::from_der(value).ok().map(Self)
    }

    /// What stands in the way of using the list.
    pub(super) fn obstacle(&self) -> Option<CrlObstacle> {
        let Self(point) = self;
        let says_nothing = point.distribution_point.is_none()
            && point.only_some_reasons.is_none()
            && ![
                point.only_contains_user_certs,
                point.only_contains_ca_certs,
                point.only_contains_attribute_certs,
                point.indirect_crl,
            ]
            .contains(&true);
        if point.only_some_reasons.is_some() {
            return Some(CrlObstacle::SomeReasons);
        }
        if point.indirect_crl {
            return Some(CrlObstacle::Indirect);
        }
        let is_relative = matches!(
            point.distribution_point,
            Some(DistributionPointName::NameRelativeToCRLIssuer(_))
        );
        (is_relative || says_nothing).then_some(CrlObstacle::Unprocessed)
    }

    /// Whether it takes in a certificate (RFC 5280, section 6.3.3 (b) (2)): a list without a
    /// point is for all that its flags leave, one with a point for whoever names that point. The
    /// issuer's own name is a point of every certificate.
    pub(super) fn covers(&self, is_ca: bool, certificate: &Certificate) -> bool {
        let Self(point) = self;
        if point.only_contains_attribute_certs
            || (point.only_contains_ca_certs && !is_ca)
            || (point.only_contains_user_certs && is_ca)
        {
            return false;
        }
        let Some(DistributionPointName::FullName(names)) = &point.distribution_point else {
            return true;
        };
        let issuer = certificate.issuer();
        let is_issuer = |name: &GeneralName| match name {
            GeneralName::DirectoryName(name) => is_same(name, &issuer),
            _ => false,
        };
        names.iter().any(is_issuer)
            || points(certificate)
                .flatten()
                .any(|uri| is_uri(&uri) && names.contains(&uri))
    }
}

fn is_uri(name: &GeneralName) -> bool {
    matches!(name, GeneralName::UniformResourceIdentifier(_))
}

fn is_same(name: &x509_cert::name::Name, other: &Name<'_>) -> bool {
    let Ok(der) = name.to_der() else {
        return false;
    };
    let content = Reader::new(&der, 0).expect(SEQUENCE);
    content.is_ok_and(|content| Name::new(content.content).same_as(other))
}

/// The names of a certificate's distribution points that are for all reasons and for lists of its
/// own issuer. One that cannot be read names nothing.
fn points(certificate: &Certificate) -> impl Iterator<Item = GeneralNames> {
    let mut list = Reader::new(certificate.0.crl_points(), 0);
    std::iter::from_fn(move || list.next().unwrap_or_default()).filter_map(|point| {
        let point: DistributionPoint = point.decode(EncodingRules::Der).ok()?;
        match point.distribution_point {
            Some(DistributionPointName::FullName(names))
                if point.reasons.is_none() && point.crl_issuer.is_none() =>
            {
                Some(names)
            }
            _ => None,
        }
    })
}
