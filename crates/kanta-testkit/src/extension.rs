//! What a certificate's extensions hold, described and then written.

use std::net::IpAddr;

use crate::der;
use crate::name::{Name, StringType};

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
            AltName::Dns(name) => der::tlv(0x82, name.as_bytes()),
            AltName::Email(address) => der::tlv(0x81, address.as_bytes()),
            AltName::Uri(uri) => der::tlv(0x86, uri.as_bytes()),
            AltName::Directory(name) => der::tlv(0xa4, &Name::parse(name).der(StringType::Utf8)),
            AltName::Raw(tag, content) => der::tlv(*tag, content),
            AltName::Ip(address) => match address.parse::<IpAddr>() {
                Ok(IpAddr::V4(v4)) => der::tlv(0x87, &v4.octets()),
                Ok(IpAddr::V6(v6)) => der::tlv(0x87, &v6.octets()),
                Err(_) => der::tlv(0x87, address.as_bytes()),
            },
        }
    }
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

    pub(crate) fn der(&self) -> Vec<u8> {
        let critical: &[u8] = if self.critical {
            &[der::BOOLEAN, 1, 0xff]
        } else {
            &[]
        };
        let value = der::tlv(der::OCTET_STRING, &self.value);
        der::of(der::SEQUENCE, &[&der::oid(&self.oid), critical, &value])
    }
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
    let bits = usages.iter().fold(0_u8, |bits, usage| {
        bits | match usage {
            KeyUsage::DigitalSignature => 0x80,
            KeyUsage::NonRepudiation => 0x40,
            KeyUsage::KeyEncipherment => 0x20,
            KeyUsage::DataEncipherment => 0x10,
            KeyUsage::KeyAgreement => 0x08,
            KeyUsage::KeyCertSign => 0x04,
            KeyUsage::CrlSign => 0x02,
        }
    });
    if bits == 0 {
        return der::tlv(der::BIT_STRING, &[0]);
    }
    // A named bit list ends at its last one bit (X.690 11.2.2).
    let unused = u8::try_from(bits.trailing_zeros()).unwrap_or(0);
    der::tlv(der::BIT_STRING, &[unused, bits])
}

pub(crate) fn oids(oids: &[String]) -> Vec<u8> {
    let content: Vec<u8> = oids.iter().flat_map(|oid| der::oid(oid)).collect();
    der::tlv(der::SEQUENCE, &content)
}

pub(crate) fn alt_names(entries: &[AltName]) -> Vec<u8> {
    let content: Vec<u8> = entries.iter().flat_map(AltName::der).collect();
    der::tlv(der::SEQUENCE, &content)
}

/// CertificatePolicies; a policy under DVV's arc carries a CPS address.
pub(crate) fn policies(policies: &[String]) -> Vec<u8> {
    let content: Vec<u8> = policies
        .iter()
        .flat_map(|policy| {
            let mut parts = der::oid(policy);
            if policy.starts_with("1.2.246.517.") {
                let uri = der::tlv(der::IA5_STRING, b"http://www.fineid.fi/cps67/");
                let cps = der::of(der::SEQUENCE, &[&der::oid("1.3.6.1.5.5.7.2.1"), &uri]);
                parts.extend(der::tlv(der::SEQUENCE, &cps));
            }
            der::tlv(der::SEQUENCE, &parts)
        })
        .collect();
    der::tlv(der::SEQUENCE, &content)
}

pub(crate) fn crl_distribution_point(uri: &str) -> Vec<u8> {
    let name = der::tlv(0xa0, &der::tlv(0xa0, &der::tlv(0x86, uri.as_bytes())));
    der::tlv(der::SEQUENCE, &der::tlv(der::SEQUENCE, &name))
}

/// NameConstraints with one permitted DNS name.
pub(crate) fn permitted_dns_name(domain: &str) -> Vec<u8> {
    let subtree = der::tlv(der::SEQUENCE, &der::tlv(0x82, domain.as_bytes()));
    der::tlv(der::SEQUENCE, &der::tlv(0xa0, &subtree))
}

pub(crate) fn authority_info_access(ca: &str, ocsp: &str) -> Vec<u8> {
    let entry = |method: &str, uri: &str| {
        der::of(
            der::SEQUENCE,
            &[&der::oid(method), &der::tlv(0x86, uri.as_bytes())],
        )
    };
    let ca = entry("1.3.6.1.5.5.7.48.2", ca);
    let ocsp = entry("1.3.6.1.5.5.7.48.1", ocsp);
    der::of(der::SEQUENCE, &[&ca, &ocsp])
}

pub(crate) fn basic_constraints(ca: bool, path_length: Option<u8>) -> Vec<u8> {
    let mut content = Vec::new();
    if ca {
        content.extend([der::BOOLEAN, 1, 0xff]);
    }
    if let Some(length) = path_length {
        content.extend(der::unsigned(&[length]));
    }
    der::tlv(der::SEQUENCE, &content)
}
