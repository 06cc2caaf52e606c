//! Lists of revoked certificates, each described by how it differs from a good one.

use der::asn1::Any;
use der::{Encode, Tag};
use x509_cert::ext::pkix::crl::dp::Reasons;
use x509_cert::ext::pkix::name::DistributionPointName;
use x509_cert::ext::pkix::{CrlReason, IssuingDistributionPoint};

use crate::TestKey;
use crate::certificate::{ROOT_CA_G3_ECC, SOTE_CA_G3E, identifier, label};
use crate::extension::{self, AnyExtension, Extension};
use crate::key::{self, Signer};
use crate::name::{Name, StringType};
use crate::pem::pem;
use crate::structure::{self, Revoked, TbsCertList};
use crate::write;

/// The serial number that every certificate has unless it is given another.
pub const SERIAL: [u8; 9] = [0x01, 0x99, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77];

/// Where the lists of [`SOTE_CA_G3E`] are published.
pub const SOTE_CRL: &str = "http://proxy.fineid.fi/crl/dvvshsp3ec.crl";

/// Where the lists of [`ROOT_CA_G3_ECC`] are published.
pub const ROOT_CRL: &str = "http://proxy.fineid.fi/crl/dvvroot3ec.crl";

/// Why a certificate was revoked, by its name in RFC 5280 section 5.3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RevocationReason {
    /// unspecified
    Unspecified,
    /// keyCompromise
    KeyCompromise,
    /// cACompromise
    CaCompromise,
    /// affiliationChanged
    AffiliationChanged,
    /// superseded
    Superseded,
    /// cessationOfOperation
    CessationOfOperation,
    /// certificateHold
    CertificateHold,
    /// removeFromCRL
    RemoveFromCrl,
    /// privilegeWithdrawn
    PrivilegeWithdrawn,
    /// aACompromise
    AaCompromise,
}

impl RevocationReason {
    /// All of them, in the order of their numbers.
    pub const ALL: &'static [Self] = &[
        Self::Unspecified,
        Self::KeyCompromise,
        Self::CaCompromise,
        Self::AffiliationChanged,
        Self::Superseded,
        Self::CessationOfOperation,
        Self::CertificateHold,
        Self::RemoveFromCrl,
        Self::PrivilegeWithdrawn,
        Self::AaCompromise,
    ];

    const fn x509(self) -> CrlReason {
        match self {
            Self::Unspecified => CrlReason::Unspecified,
            Self::KeyCompromise => CrlReason::KeyCompromise,
            Self::CaCompromise => CrlReason::CaCompromise,
            Self::AffiliationChanged => CrlReason::AffiliationChanged,
            Self::Superseded => CrlReason::Superseded,
            Self::CessationOfOperation => CrlReason::CessationOfOperation,
            Self::CertificateHold => CrlReason::CertificateHold,
            Self::RemoveFromCrl => CrlReason::RemoveFromCRL,
            Self::PrivilegeWithdrawn => CrlReason::PrivilegeWithdrawn,
            Self::AaCompromise => CrlReason::AaCompromise,
        }
    }
}

/// A list of revoked certificates to be made. Equal descriptions give equal bytes.
#[derive(Clone, Debug)]
#[must_use]
pub struct CrlBuilder {
    issuer: Name,
    issuer_key: TestKey,
    other_issuer_key: bool,
    this_update: String,
    next_update: Option<String>,
    revoked: Vec<(Vec<u8>, String, Option<RevocationReason>)>,
    with_version: bool,
    extensions: Vec<Extension>,
    broken_signature: bool,
}

/// A good list of the issuing CA ([`SOTE_CA_G3E`]): nothing revoked, issued on 1.12.2025 at
/// midnight in Finland and good for two days.
pub fn crl() -> CrlBuilder {
    CrlBuilder {
        issuer: Name::parse(SOTE_CA_G3E),
        issuer_key: TestKey::P384,
        other_issuer_key: false,
        this_update: "2025-11-30T22:00:00Z".into(),
        next_update: Some("2025-12-02T22:00:00Z".into()),
        revoked: Vec::new(),
        with_version: true,
        extensions: vec![Extension::new("2.5.29.20", false, extension::der(&1_u8))],
        broken_signature: false,
    }
}

/// The same of the root ([`ROOT_CA_G3_ECC`]), good for half a year.
pub fn root_crl() -> CrlBuilder {
    crl()
        .issuer(ROOT_CA_G3_ECC)
        .next_update("2026-05-31T21:00:00Z")
}

impl CrlBuilder {
    /// Gives another issuer, written as `C=FI, O=…, CN=…`.
    pub fn issuer(mut self, name: &str) -> Self {
        self.issuer = Name::parse(name);
        self
    }

    /// Signs with an issuer's key of this kind instead of P-384.
    pub fn issuer_key(mut self, key: TestKey) -> Self {
        self.issuer_key = key;
        self
    }

    /// Signs with another key than the one that the issuer's name has everywhere else.
    pub fn other_issuer_key(mut self) -> Self {
        self.other_issuer_key = true;
        self
    }

    /// Turns one bit of the signature round.
    pub fn broken_signature(mut self) -> Self {
        self.broken_signature = true;
        self
    }

    /// Issues it at another time, as `2025-11-30T22:00:00Z`.
    pub fn this_update(mut self, time: &str) -> Self {
        time.clone_into(&mut self.this_update);
        self
    }

    /// Says that the next one is due at another time.
    pub fn next_update(mut self, time: &str) -> Self {
        self.next_update = Some(time.to_owned());
        self
    }

    /// Leaves out when the next one is due.
    pub fn without_next_update(mut self) -> Self {
        self.next_update = None;
        self
    }

    /// Revokes the certificate with this serial number, the octets of the INTEGER.
    pub fn revoke(mut self, serial: &[u8], on: &str, reason: Option<RevocationReason>) -> Self {
        self.revoked.push((serial.to_vec(), on.to_owned(), reason));
        self
    }

    /// Says where it is published, as an issuing distribution point.
    pub fn published_at(self, uri: &str) -> Self {
        self.scope(uri, |_| {})
    }

    /// Says that it is published there and holds certificates of CAs only.
    pub fn only_cas(self, uri: &str) -> Self {
        self.scope(uri, |point| point.only_contains_ca_certs = true)
    }

    /// Says that it holds certificates of other issuers too.
    pub fn indirect(self, uri: &str) -> Self {
        self.scope(uri, |point| point.indirect_crl = true)
    }

    /// Says that it holds only what was revoked because a key was compromised.
    pub fn only_key_compromise(self, uri: &str) -> Self {
        self.scope(uri, |point| {
            point.only_some_reasons = Some(Reasons::KeyCompromise.into());
        })
    }

    fn scope(self, uri: &str, change: impl FnOnce(&mut IssuingDistributionPoint)) -> Self {
        let names = extension::uri(uri);
        let mut point = IssuingDistributionPoint {
            distribution_point: Some(DistributionPointName::FullName(names)),
            only_contains_user_certs: false,
            only_contains_ca_certs: false,
            only_some_reasons: None,
            indirect_crl: false,
            only_contains_attribute_certs: false,
        };
        change(&mut point);
        self.extension("2.5.29.28", true, &extension::der(&point))
    }

    /// Says that it holds only what has changed since list number 1.
    pub fn delta(self) -> Self {
        self.extension("2.5.29.27", true, &extension::der(&1_u8))
    }

    /// Puts in an extension with this value.
    pub fn extension(mut self, oid: &str, critical: bool, value: &[u8]) -> Self {
        self.extensions
            .push(Extension::new(oid, critical, value.to_vec()));
        self
    }

    /// Writes it as version 1, which has no extensions.
    pub fn version_1(mut self) -> Self {
        self.with_version = false;
        self.extensions.clear();
        self
    }

    /// The list in DER.
    #[must_use]
    pub fn der(&self) -> Vec<u8> {
        self.written().unwrap_or_default()
    }

    fn written(&self) -> Option<Vec<u8>> {
        let signer = Signer {
            kind: self.issuer_key,
            label: label(&self.issuer, self.other_issuer_key),
            instead: None,
            breaks: self.broken_signature,
        };
        let algorithm = signer.algorithm();
        let revoked: Vec<Revoked> = self.revoked.iter().filter_map(entry).collect();
        let message = TbsCertList {
            version: self.with_version.then_some(1),
            algorithm: structure::field(&algorithm)?,
            issuer: structure::field(&self.issuer.der(StringType::Utf8))?,
            this_update: write::time(&self.this_update)?,
            next_update: self.next_update.as_deref().and_then(write::time),
            revoked: (!revoked.is_empty()).then_some(revoked),
            extensions: self.all_extensions(&signer),
        };
        let message = message.to_der().ok()?;
        structure::signed(&message, &algorithm, &signer.signature(&message))
    }

    fn all_extensions(&self, signer: &Signer) -> Option<Vec<AnyExtension>> {
        if self.extensions.is_empty() {
            return None;
        }
        let public = key::public(signer.kind, &signer.label);
        let authority = Extension::new(
            extension::AUTHORITY_KEY_IDENTIFIER,
            false,
            extension::authority_key_identifier(identifier(&public)),
        );
        let extensions = std::iter::once(&authority).chain(&self.extensions);
        Some(structure::extensions(extensions))
    }

    /// The list as PEM text.
    #[must_use]
    pub fn pem(&self) -> String {
        pem("X509 CRL", &self.der())
    }
}

fn entry((serial, on, reason): &(Vec<u8>, String, Option<RevocationReason>)) -> Option<Revoked> {
    let extensions = reason.map(|reason| {
        let value = extension::der(&reason.x509());
        structure::extensions([&Extension::new("2.5.29.21", false, value)])
    });
    Some(Revoked {
        serial: Any::new(Tag::Integer, &**serial).ok()?,
        on: write::time(on)?,
        extensions,
    })
}
