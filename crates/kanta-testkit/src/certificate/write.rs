//! The certificate as it is signed and written.

use sha2::{Digest as _, Sha256};

use super::CertificateBuilder;
use crate::StringType;
use crate::der;
use crate::extension::{self, Extension};
use crate::key::{self, KeyPair};
use crate::name::Name;
use crate::pem::pem;

impl CertificateBuilder {
    /// Puts octets of no meaning where the signature belongs. Much quicker, for tests that do not
    /// look at signatures.
    pub fn without_signing(mut self) -> Self {
        self.signed = false;
        self
    }

    /// Gives it another key than the one that its name has everywhere else.
    pub fn other_key(mut self) -> Self {
        self.other_key = true;
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

    /// Writes the issuer's name in another string type than the subject's.
    pub fn issuer_strings(mut self, strings: StringType) -> Self {
        self.issuer_strings = Some(strings);
        self
    }

    /// Adds octets behind the end of the certificate.
    pub fn trailing_bytes(mut self, bytes: &[u8]) -> Self {
        self.trailing = bytes.to_vec();
        self
    }

    /// The extensions in the order in which they will stand.
    pub(crate) fn all_extensions(&self) -> Vec<Extension> {
        let mut extensions = self.extensions.clone();
        if let Some(san) = &self.san {
            let value = extension::alt_names(san);
            extensions.push(Extension::new(extension::SUBJECT_ALT_NAME, false, value));
        }
        extensions
    }

    /// What the key follows from.
    pub(crate) fn key_label(&self) -> String {
        label(&self.subject, self.other_key)
    }

    pub(crate) fn key_pair(&self) -> Option<KeyPair> {
        KeyPair::derive(self.key, &self.key_label())
    }

    /// The certificate in DER.
    #[must_use]
    pub fn der(&self) -> Vec<u8> {
        let issuer_label = label(&self.issuer, self.other_issuer_key);
        let public = key::public(self.key, &self.key_label());
        let issuer_public = key::public(self.issuer_key, &issuer_label);
        let algorithm = key::signature_algorithm(self.issuer_key);

        let mut extensions = vec![
            Extension::new(
                extension::AUTHORITY_KEY_IDENTIFIER,
                false,
                der::of(
                    der::SEQUENCE,
                    &[&der::tlv(0x80, &identifier(&issuer_public))],
                ),
            ),
            Extension::new(
                extension::SUBJECT_KEY_IDENTIFIER,
                false,
                der::tlv(der::OCTET_STRING, &identifier(&public)),
            ),
        ];
        extensions.extend(self.all_extensions());
        if self.reversed {
            extensions.reverse();
        }
        let extensions: Vec<u8> = extensions.iter().flat_map(Extension::der).collect();
        let extensions = der::tlv(0xa3, &der::tlv(der::SEQUENCE, &extensions));

        let version = self
            .version
            .map(|version| der::tlv(0xa0, &der::unsigned(&[version])));
        let (not_before, not_after) = (der::time(&self.not_before), der::time(&self.not_after));
        let to_be_signed = der::of(
            der::SEQUENCE,
            &[
                &version.unwrap_or_default(),
                &der::tlv(der::INTEGER, &self.serial),
                &algorithm,
                &self.issuer.der(self.issuer_strings.unwrap_or(self.strings)),
                &der::of(der::SEQUENCE, &[&not_before, &not_after]),
                &self.subject.der(self.strings),
                &public,
                &extensions,
            ],
        );
        let issuer = || KeyPair::derive(self.issuer_key, &issuer_label);
        let signature = match self.signed.then(issuer).flatten() {
            Some(issuer) => issuer.sign(&to_be_signed),
            None => vec![0x5a; 103],
        };
        let signature = if self.broken_signature {
            broken(signature)
        } else {
            signature
        };
        let mut out = der::of(
            der::SEQUENCE,
            &[&to_be_signed, &algorithm, &der::bit_string(&signature)],
        );
        out.extend_from_slice(&self.trailing);
        out
    }

    /// The certificate as PEM text.
    #[must_use]
    pub fn pem(&self) -> String {
        pem("CERTIFICATE", &self.der())
    }

    /// The private key that belongs to the certificate, as PEM text (PKCS #8). It is no secret:
    /// it follows from the subject's name.
    #[must_use]
    pub fn private_key_pem(&self) -> String {
        let key = self.key_pair().map(|key| key.pkcs8());
        pem("PRIVATE KEY", &key.unwrap_or_default())
    }
}

/// The values of a name, from which its key follows; or those of another key.
pub(crate) fn label(name: &Name, other: bool) -> String {
    let mut values: Vec<&str> = name.0.iter().map(|part| part.value.as_str()).collect();
    if other {
        values.push("another key");
    }
    values.join("/")
}

/// A signature with its last bit turned round.
pub(crate) fn broken(mut signature: Vec<u8>) -> Vec<u8> {
    if let Some(last) = signature.last_mut() {
        *last ^= 1;
    }
    signature
}

/// A key identifier: 160 bits of a digest over the public key.
pub(crate) fn identifier(public: &[u8]) -> Vec<u8> {
    Sha256::digest(public).into_iter().take(20).collect()
}
