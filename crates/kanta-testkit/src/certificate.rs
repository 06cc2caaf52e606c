//! Certificates, each described by how it differs from a good one.

mod alternative_name;
mod extensions;
mod fields;
mod write;

use crate::extension::{self, AltName, Extension};
use crate::name::Name;
use crate::{KeyUsage, StringType, TestKey};

pub(crate) use write::{identifier, label};

/// The name of DVV's issuing CA for social welfare and health care service certificates (elliptic
/// curves, in production since 9.12.2021).
pub const SOTE_CA_G3E: &str = "C=FI, O=Digi- ja vaestotietovirasto CA, \
     OU=Sosiaali- ja terveydenhuollon palveluvarmenteet, \
     CN=DVV Social Welfare and Healthcare Service Certificates - G3E";

/// The name of the root above [`SOTE_CA_G3E`].
pub const ROOT_CA_G3_ECC: &str = "C=FI, O=Digi- ja vaestotietovirasto CA, \
     OU=Certification Authority Services, OU=Varmennepalvelut, CN=DVV Gov. Root CA - G3 ECC";

/// The extended key usage of a TLS server.
pub const SERVER_AUTH: &str = "1.3.6.1.5.5.7.3.1";
/// The extended key usage of a TLS client.
pub const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";

/// A certificate to be made. Equal descriptions give equal bytes.
///
/// Every method takes the certificate one step away from the good one that it began as.
#[derive(Clone, Debug)]
#[must_use]
pub struct CertificateBuilder {
    version: Option<u8>,
    serial: Vec<u8>,
    issuer: Name,
    issuer_key: TestKey,
    not_before: String,
    not_after: String,
    pub(crate) subject: Name,
    pub(crate) strings: StringType,
    pub(crate) key: TestKey,
    pub(crate) san: Option<Vec<AltName>>,
    pub(crate) extensions: Vec<Extension>,
    reversed: bool,
    signed: bool,
    other_key: bool,
    other_issuer_key: bool,
    broken_signature: bool,
    issuer_strings: Option<StringType>,
    trailing: Vec<u8>,
}

/// A good server certificate: access point `1.2.246.10.12345671.10.0.13.1`, CN and SAN
/// `kanta.klinikka.example`, P-256, one year from 1.9.2025 in Finland.
pub fn server_certificate() -> CertificateBuilder {
    use KeyUsage::DigitalSignature;
    CertificateBuilder::new(
        "C=FI, ST=Finland, L=Helsinki, O=Esimerkkiklinikka Oy, \
         serialNumber=1.2.246.10.12345671.10.0.13.1, CN=kanta.klinikka.example",
    )
    .valid("2025-08-31T21:00:00Z", "2026-08-31T20:59:59Z")
    .key_usage(&[DigitalSignature])
    .policies(&["0.4.0.2042.1.7", "1.2.246.517.1.10.358.1"])
    .dns_name("kanta.klinikka.example")
    .extended_key_usage(&[CLIENT_AUTH, SERVER_AUTH])
    .dvv_addresses()
}

/// A good system signature certificate: the system `Esimerkkijärjestelmä`, P-256, two years from
/// 1.9.2025 in Finland.
pub fn system_signature_certificate() -> CertificateBuilder {
    use KeyUsage::{DigitalSignature, NonRepudiation};
    CertificateBuilder::new(
        "C=FI, ST=Finland, L=Helsinki, O=Esimerkkiklinikka Oy, \
         serialNumber=1.2.246.10.12345671.10.0, CN=Esimerkkijärjestelmä",
    )
    .valid("2025-08-31T21:00:00Z", "2027-08-31T20:59:59Z")
    .key_usage(&[DigitalSignature, NonRepudiation])
    .policies(&["0.4.0.2042.1.7", "1.2.246.517.1.10.358.2"])
    .dvv_addresses()
}

/// The certificate of the issuing CA of all the others: it bears the name of DVV's G3E CA and a
/// throw-away key, and is signed by an equally made [`root`].
pub fn ca() -> CertificateBuilder {
    use KeyUsage::{CrlSign, KeyCertSign};
    CertificateBuilder::new(SOTE_CA_G3E)
        .issuer(ROOT_CA_G3_ECC)
        .key(TestKey::P384)
        .valid("2021-05-25T11:44:24Z", "2041-05-20T12:14:24Z")
        .key_usage(&[KeyCertSign, CrlSign])
        .policies(&["1.2.246.517.1.10.351.7"])
        .basic_constraints(true, Some(0))
        .extended_key_usage(&[CLIENT_AUTH, SERVER_AUTH])
}

/// The self-signed root above [`ca`], to be given as a trust anchor.
pub fn root() -> CertificateBuilder {
    use KeyUsage::{CrlSign, KeyCertSign};
    CertificateBuilder::new(ROOT_CA_G3_ECC)
        .issuer(ROOT_CA_G3_ECC)
        .key(TestKey::P384)
        .valid("2021-05-06T07:51:30Z", "2042-05-05T07:51:30Z")
        .key_usage(&[KeyCertSign, CrlSign])
        .basic_constraints(true, None)
}

impl CertificateBuilder {
    pub(crate) fn new(subject: &str) -> Self {
        CertificateBuilder {
            version: Some(2),
            serial: vec![0x01, 0x99, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77],
            issuer: Name::parse(SOTE_CA_G3E),
            issuer_key: TestKey::P384,
            not_before: String::new(),
            not_after: String::new(),
            subject: Name::parse(subject),
            strings: StringType::Utf8,
            key: TestKey::P256,
            san: None,
            extensions: Vec::new(),
            reversed: false,
            signed: true,
            other_key: false,
            other_issuer_key: false,
            broken_signature: false,
            issuer_strings: None,
            trailing: Vec::new(),
        }
    }

    fn dvv_addresses(self) -> Self {
        self.extension(
            extension::CRL_DISTRIBUTION_POINTS,
            false,
            &extension::crl_distribution_point("http://proxy.fineid.fi/crl/dvvshsp3ec.crl"),
        )
        .extension(
            extension::AUTHORITY_INFO_ACCESS,
            false,
            &extension::authority_info_access(
                "http://proxy.fineid.fi/ca/dvvshsp3ec.crt",
                "http://ocsp.fineid.fi/dvvshsp3ec",
            ),
        )
    }
}
