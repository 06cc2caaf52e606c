//! Lists of revoked certificates, each described by how it differs from a good one.

use crate::certificate::{ROOT_CA_G3_ECC, SOTE_CA_G3E, broken, identifier, label};
use crate::extension::{self, Extension};
use crate::key::{self, KeyPair};
use crate::name::{Name, StringType};
use crate::pem::pem;
use crate::{Key, der};

/// The serial number that every certificate has unless it is given another.
pub const SERIAL: [u8; 9] = [0x01, 0x99, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77];

/// Where the lists of [`SOTE_CA_G3E`] are published.
pub const SOTE_CRL: &str = "http://proxy.fineid.fi/crl/dvvshsp3ec.crl";

/// Where the lists of [`ROOT_CA_G3_ECC`] are published.
pub const ROOT_CRL: &str = "http://proxy.fineid.fi/crl/dvvroot3ec.crl";

/// Why a certificate was revoked, by its name in RFC 5280 section 5.3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
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

impl Reason {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 10] = [
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

    /// Its number; 7 is not used.
    const fn number(self) -> u8 {
        match self {
            Self::Unspecified => 0,
            Self::KeyCompromise => 1,
            Self::CaCompromise => 2,
            Self::AffiliationChanged => 3,
            Self::Superseded => 4,
            Self::CessationOfOperation => 5,
            Self::CertificateHold => 6,
            Self::RemoveFromCrl => 8,
            Self::PrivilegeWithdrawn => 9,
            Self::AaCompromise => 10,
        }
    }
}

/// A list of revoked certificates to be made. Equal descriptions give equal bytes.
#[derive(Clone, Debug)]
#[must_use]
pub struct CrlBuilder {
    issuer: Name,
    issuer_key: Key,
    other_issuer_key: bool,
    this_update: String,
    next_update: Option<String>,
    revoked: Vec<(Vec<u8>, String, Option<Reason>)>,
    with_version: bool,
    extensions: Vec<Extension>,
    broken_signature: bool,
}

/// A good list of the issuing CA ([`SOTE_CA_G3E`]): nothing revoked, issued on 1.12.2025 at
/// midnight in Finland and good for two days.
pub fn crl() -> CrlBuilder {
    CrlBuilder {
        issuer: Name::parse(SOTE_CA_G3E),
        issuer_key: Key::P384,
        other_issuer_key: false,
        this_update: "2025-11-30T22:00:00Z".into(),
        next_update: Some("2025-12-02T22:00:00Z".into()),
        revoked: Vec::new(),
        with_version: true,
        extensions: vec![Extension::new("2.5.29.20", false, der::unsigned(&[1]))],
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
    pub fn issuer_key(mut self, key: Key) -> Self {
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
    pub fn revoke(mut self, serial: &[u8], on: &str, reason: Option<Reason>) -> Self {
        self.revoked.push((serial.to_vec(), on.to_owned(), reason));
        self
    }

    /// Says where it is published, as an issuing distribution point.
    pub fn published_at(self, uri: &str) -> Self {
        let name = der::tlv(0xa0, &der::tlv(0xa0, &der::tlv(0x86, uri.as_bytes())));
        self.scope(&name)
    }

    /// Says that it is published there and holds certificates of CAs only.
    pub fn only_cas(self, uri: &str) -> Self {
        let name = der::tlv(0xa0, &der::tlv(0xa0, &der::tlv(0x86, uri.as_bytes())));
        self.scope(&[name, der::tlv(0x82, &[0xff])].concat())
    }

    /// Says that it holds certificates of other issuers too.
    pub fn indirect(self, uri: &str) -> Self {
        let name = der::tlv(0xa0, &der::tlv(0xa0, &der::tlv(0x86, uri.as_bytes())));
        self.scope(&[name, der::tlv(0x84, &[0xff])].concat())
    }

    /// Says that it holds only what was revoked because a key was compromised.
    pub fn only_key_compromise(self, uri: &str) -> Self {
        let name = der::tlv(0xa0, &der::tlv(0xa0, &der::tlv(0x86, uri.as_bytes())));
        self.scope(&[name, der::tlv(0x83, &[6, 0x40])].concat())
    }

    fn scope(self, content: &[u8]) -> Self {
        let value = der::tlv(der::SEQUENCE, content);
        self.extension("2.5.29.28", true, &value)
    }

    /// Says that it holds only what has changed since list number 1.
    pub fn delta(self) -> Self {
        self.extension("2.5.29.27", true, &der::unsigned(&[1]))
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
        let issuer_label = label(&self.issuer, self.other_issuer_key);
        let algorithm = key::signature_algorithm(self.issuer_key);
        let version = if self.with_version {
            der::unsigned(&[1])
        } else {
            Vec::new()
        };
        let entries: Vec<u8> = self.revoked.iter().flat_map(entry).collect();
        let entries = if entries.is_empty() {
            entries
        } else {
            der::tlv(der::SEQUENCE, &entries)
        };
        let next_update = self.next_update.as_deref().map(der::time);
        let to_be_signed = der::of(
            der::SEQUENCE,
            &[
                &version,
                &algorithm,
                &self.issuer.der(StringType::Utf8),
                &der::time(&self.this_update),
                &next_update.unwrap_or_default(),
                &entries,
                &self.all_extensions(&issuer_label),
            ],
        );
        let issuer = KeyPair::derive(self.issuer_key, &issuer_label);
        let signature = issuer.map(|issuer| issuer.sign(&to_be_signed));
        let mut signature = signature.unwrap_or_default();
        if self.broken_signature {
            signature = broken(signature);
        }
        der::of(
            der::SEQUENCE,
            &[&to_be_signed, &algorithm, &der::bit_string(&signature)],
        )
    }

    fn all_extensions(&self, issuer_label: &str) -> Vec<u8> {
        if self.extensions.is_empty() {
            return Vec::new();
        }
        let public = key::public(self.issuer_key, issuer_label);
        let identifier = der::tlv(0x80, &identifier(&public));
        let authority = Extension::new(
            extension::AUTHORITY_KEY_IDENTIFIER,
            false,
            der::tlv(der::SEQUENCE, &identifier),
        );
        let extensions = std::iter::once(&authority).chain(&self.extensions);
        let extensions: Vec<u8> = extensions.flat_map(Extension::der).collect();
        der::tlv(0xa0, &der::tlv(der::SEQUENCE, &extensions))
    }

    /// The list as PEM text.
    #[must_use]
    pub fn pem(&self) -> String {
        pem("X509 CRL", &self.der())
    }
}

fn entry((serial, on, reason): &(Vec<u8>, String, Option<Reason>)) -> Vec<u8> {
    let reason = reason.map(|reason| {
        // ENUMERATED
        let value = der::tlv(0x0a, &[reason.number()]);
        let extension = Extension::new("2.5.29.21", false, value).der();
        der::tlv(der::SEQUENCE, &extension)
    });
    der::of(
        der::SEQUENCE,
        &[
            &der::tlv(der::INTEGER, serial),
            &der::time(on),
            &reason.unwrap_or_default(),
        ],
    )
}
