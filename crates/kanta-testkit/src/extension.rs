//! What a certificate's extensions hold, described and then written: by the types of `x509-cert`, and
//! what those do not hold (any OID, any tag, any octets) by `der` alone.

use std::net::IpAddr;

use der::asn1::{Any, Ia5String, OctetString};
use der::flagset::FlagSet;
use der::{Encode, Sequence};
use x509_cert::ext::pkix;
use x509_cert::ext::pkix::crl::dp::DistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};

use crate::name::{Name, StringType};
use crate::write;

/// A bit of the key usage, by its name in RFC 5280 section 4.2.1.3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyUsage {
    /// digitalSignature
    DigitalSignature,
    /// nonRepudiation, also called contentCommitment
    NonRepudiation,
    /// keyEncipherment
    KeyEncipherment,
    /// dataEncipherment
    DataEncipherment,
    /// keyAgreement
    KeyAgreement,
    /// keyCertSign
    KeyCertSign,
    /// cRLSign
    CrlSign,
}

/// One entry of the subject alternative name.
#[derive(Clone, Debug)]
pub(crate) enum AltName {
    Dns(String),
    Ip(String),
    Email(String),
    Uri(String),
    Directory(String),
    Raw(u8, Vec<u8>),
}

impl AltName {
    fn der(&self) -> Vec<u8> {
        match self {
            AltName::Dns(name) => text(0x82, name, GeneralName::DnsName),
            AltName::Email(address) => text(0x81, address, GeneralName::Rfc822Name),
            AltName::Uri(uri) => text(0x86, uri, GeneralName::UniformResourceIdentifier),
            AltName::Directory(name) => write::tlv(0xa4, &Name::parse(name).der(StringType::Utf8)),
            AltName::Raw(tag, content) => write::tlv(*tag, content),
            AltName::Ip(address) => match address.parse::<IpAddr>() {
                Ok(address) => der(&GeneralName::from(address)),
                Err(_) => write::tlv(0x87, address.as_bytes()),
            },
        }
    }
}

/// A name that is an IA5String, or what would be one but for its characters.
fn text(tag: u8, text: &str, name: fn(Ia5String) -> GeneralName) -> Vec<u8> {
    match Ia5String::new(text) {
        Ok(string) => der(&name(string)),
        Err(_) => write::tlv(tag, text.as_bytes()),
    }
}

/// The DER of a value that can be written.
pub(crate) fn der(value: &impl Encode) -> Vec<u8> {
    value.to_der().unwrap_or_default()
}

/// A URI as a name.
pub(crate) fn uri(uri: &str) -> Vec<GeneralName> {
    let uri = Ia5String::new(uri).ok();
    uri.into_iter()
        .map(GeneralName::UniformResourceIdentifier)
        .collect()
}

/// The value of an extension.
#[derive(Clone, Debug)]
pub(crate) struct Extension {
    pub(crate) oid: String,
    pub(crate) critical: bool,
    pub(crate) value: Vec<u8>,
}

impl Extension {
    pub(crate) fn new(oid: &str, critical: bool, value: Vec<u8>) -> Extension {
        Extension {
            oid: oid.to_owned(),
            critical,
            value,
        }
    }

    /// It as `x509-cert` has it; none where its OID is none to `const-oid`.
    pub(crate) fn x509(&self) -> Option<x509_cert::ext::Extension> {
        Some(x509_cert::ext::Extension {
            extn_id: self.oid.parse().ok()?,
            critical: self.critical,
            extn_value: OctetString::new(&*self.value).ok()?,
        })
    }

    /// It with any OID.
    pub(crate) fn any(&self) -> Option<AnyExtension> {
        Some(AnyExtension {
            oid: write::oid(&self.oid)?,
            critical: self.critical,
            value: OctetString::new(&*self.value).ok()?,
        })
    }
}

/// An extension whose OID is any: what `x509-cert`'s `Extension` would be, but for that.
#[derive(Sequence)]
pub(crate) struct AnyExtension {
    oid: Any,
    #[asn1(default = "Default::default")]
    critical: bool,
    value: OctetString,
}

pub(crate) const SUBJECT_KEY_IDENTIFIER: &str = "2.5.29.14";
pub(crate) const KEY_USAGE: &str = "2.5.29.15";
pub(crate) const SUBJECT_ALT_NAME: &str = "2.5.29.17";
pub(crate) const BASIC_CONSTRAINTS: &str = "2.5.29.19";
pub(crate) const CRL_DISTRIBUTION_POINTS: &str = "2.5.29.31";
pub(crate) const CERTIFICATE_POLICIES: &str = "2.5.29.32";
pub(crate) const AUTHORITY_KEY_IDENTIFIER: &str = "2.5.29.35";
pub(crate) const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
pub(crate) const AUTHORITY_INFO_ACCESS: &str = "1.3.6.1.5.5.7.1.1";

pub(crate) fn key_usage(usages: &[KeyUsage]) -> Vec<u8> {
    let bits = usages.iter().map(|usage| match usage {
        KeyUsage::DigitalSignature => pkix::KeyUsages::DigitalSignature,
        KeyUsage::NonRepudiation => pkix::KeyUsages::NonRepudiation,
        KeyUsage::KeyEncipherment => pkix::KeyUsages::KeyEncipherment,
        KeyUsage::DataEncipherment => pkix::KeyUsages::DataEncipherment,
        KeyUsage::KeyAgreement => pkix::KeyUsages::KeyAgreement,
        KeyUsage::KeyCertSign => pkix::KeyUsages::KeyCertSign,
        KeyUsage::CrlSign => pkix::KeyUsages::CRLSign,
    });
    let bits = bits.fold(FlagSet::default(), |bits, bit| bits | bit);
    der(&pkix::KeyUsage(bits))
}

/// A list of any OIDs.
pub(crate) fn oids(oids: &[String]) -> Vec<u8> {
    let oids: Vec<Any> = oids.iter().filter_map(|oid| write::oid(oid)).collect();
    der(&oids)
}

pub(crate) fn alt_names(entries: &[AltName]) -> Vec<u8> {
    let content: Vec<u8> = entries.iter().flat_map(AltName::der).collect();
    write::sequence(&content)
}

/// PolicyInformation of any OID.
#[derive(Sequence)]
struct Policy {
    policy: Any,
    #[asn1(optional = "true")]
    qualifiers: Option<Vec<pkix::certpolicy::PolicyQualifierInfo>>,
}

/// CertificatePolicies; a policy under DVV's arc carries a CPS address.
pub(crate) fn policies(policies: &[String]) -> Vec<u8> {
    let cps = || {
        let uri = Ia5String::new("http://www.fineid.fi/cps67/").ok()?;
        Some(vec![pkix::certpolicy::PolicyQualifierInfo {
            policy_qualifier_id: const_oid::db::rfc5280::ID_QT_CPS,
            qualifier: Any::encode_from(&uri).ok(),
        }])
    };
    let policies = policies.iter().filter_map(|policy| {
        let of_dvv = policy.starts_with("1.2.246.517.");
        Some(Policy {
            policy: write::oid(policy)?,
            qualifiers: of_dvv.then(cps).flatten(),
        })
    });
    der(&policies.collect::<Vec<Policy>>())
}

pub(crate) fn crl_distribution_point(address: &str) -> Vec<u8> {
    let point = DistributionPoint {
        distribution_point: Some(DistributionPointName::FullName(uri(address))),
        reasons: None,
        crl_issuer: None,
    };
    der(&pkix::CrlDistributionPoints(vec![point]))
}

/// NameConstraints with one permitted DNS name.
pub(crate) fn permitted_dns_name(domain: &str) -> Vec<u8> {
    let base = Ia5String::new(domain).map(GeneralName::DnsName);
    let subtrees = base.map(|base| {
        vec![pkix::constraints::name::GeneralSubtree {
            base,
            minimum: 0,
            maximum: None,
        }]
    });
    der(&pkix::NameConstraints {
        permitted_subtrees: subtrees.ok(),
        excluded_subtrees: None,
    })
}

pub(crate) fn authority_info_access(ca: &str, ocsp: &str) -> Vec<u8> {
    use const_oid::db::rfc5280::{ID_AD_CA_ISSUERS, ID_AD_OCSP};
    let entries = [(ID_AD_CA_ISSUERS, ca), (ID_AD_OCSP, ocsp)];
    let entries = entries.into_iter().flat_map(|(access_method, address)| {
        let names = uri(address).into_iter();
        names.map(move |access_location| pkix::AccessDescription {
            access_method,
            access_location,
        })
    });
    der(&pkix::AuthorityInfoAccessSyntax(entries.collect()))
}

pub(crate) fn basic_constraints(ca: bool, path_length: Option<u8>) -> Vec<u8> {
    der(&pkix::BasicConstraints {
        ca,
        path_len_constraint: path_length,
    })
}

/// AuthorityKeyIdentifier with a key identifier alone.
pub(crate) fn authority_key_identifier(identifier: Vec<u8>) -> Vec<u8> {
    der(&pkix::AuthorityKeyIdentifier {
        key_identifier: OctetString::new(identifier).ok(),
        ..Default::default()
    })
}
