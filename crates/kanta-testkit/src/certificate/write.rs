//! The certificate as it is signed and written.

use std::str::FromStr as _;

use der::asn1::{Any, GeneralizedTime, OctetString};
use der::{DateTime, Decode, Encode, Tag};
use sha2::{Digest as _, Sha256};
use x509_cert::builder::profile::BuilderProfile;
use x509_cert::builder::{self, Builder as _};
use x509_cert::certificate::TbsCertificate;
use x509_cert::ext::pkix;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{SubjectPublicKeyInfoOwned, SubjectPublicKeyInfoRef};
use x509_cert::time::{Time, Validity};

use super::CertificateBuilder;
use crate::StringType;
use crate::extension::{self, Extension};
use crate::key::{self, KeyPair, Signature, Signer};
use crate::name::Name;
use crate::pem::pem;
use crate::structure::{self, Times};
use crate::write;

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

    /// The certificate in DER: by the builder of `x509-cert` where that can hold it, and otherwise
    /// by `der`, field by field.
    #[must_use]
    pub fn der(&self) -> Vec<u8> {
        let der = self.built().or_else(|| self.written());
        let mut out = der.unwrap_or_default();
        out.extend_from_slice(&self.trailing);
        out
    }

    fn signer(&self) -> Signer {
        Signer {
            kind: self.issuer_key,
            label: label(&self.issuer, self.other_issuer_key),
            instead: (!self.signed).then(|| vec![0x5a; 103]),
            breaks: self.broken_signature,
        }
    }

    fn strings_of_issuer(&self) -> StringType {
        self.issuer_strings.unwrap_or(self.strings)
    }

    /// All extensions, the key identifiers too, in the order in which they will stand.
    fn with_identifiers(&self, public: &[u8], signer: &Signer) -> Vec<Extension> {
        let issuer = identifier(&key::public(signer.kind, &signer.label));
        let own = OctetString::new(identifier(public)).map(pkix::SubjectKeyIdentifier);
        let own = own.map(|own| extension::der(&own)).unwrap_or_default();
        let mut extensions = vec![
            Extension::new(
                extension::AUTHORITY_KEY_IDENTIFIER,
                false,
                extension::authority_key_identifier(issuer),
            ),
            Extension::new(extension::SUBJECT_KEY_IDENTIFIER, false, own),
        ];
        extensions.extend(self.all_extensions());
        if self.reversed {
            extensions.reverse();
        }
        extensions
    }

    /// By the builder; none where it refuses something: an OID that `const-oid` has no room for, a
    /// serial number that is not positive, a version, a time that is none.
    fn built(&self) -> Option<Vec<u8>> {
        if self.version != Some(2) {
            return None;
        }
        let signer = self.signer();
        let public = key::public(self.key, &self.key_label());
        let extensions = self.with_identifiers(&public, &signer);
        let serial = SerialNumber::new(&self.serial).ok()?;
        if serial.to_der().ok()?.get(2..) != Some(&*self.serial) {
            return None;
        }
        let profile = AsDescribed {
            issuer: self.issuer.x509(self.strings_of_issuer())?,
            subject: self.subject.x509(self.strings)?,
            extensions: extensions
                .iter()
                .map(Extension::x509)
                .collect::<Option<_>>()?,
        };
        let validity = Validity::new(time(&self.not_before)?, time(&self.not_after)?);
        let public = SubjectPublicKeyInfoOwned::from_der(&public).ok()?;
        let builder = builder::CertificateBuilder::new(profile, serial, validity, public).ok()?;
        let certificate = builder.build::<Signer, Signature>(&signer).ok()?;
        certificate.to_der().ok()
    }

    /// By `der`, whatever the fields hold.
    fn written(&self) -> Option<Vec<u8>> {
        let signer = self.signer();
        let algorithm = signer.algorithm();
        let public = key::public(self.key, &self.key_label());
        let message = structure::TbsCertificate {
            version: self.version,
            serial: Any::new(Tag::Integer, &*self.serial).ok()?,
            algorithm: structure::field(&algorithm)?,
            issuer: structure::field(&self.issuer.der(self.strings_of_issuer()))?,
            validity: Times {
                not_before: write::time(&self.not_before)?,
                not_after: write::time(&self.not_after)?,
            },
            subject: structure::field(&self.subject.der(self.strings))?,
            key: structure::field(&public)?,
            extensions: structure::extensions(&self.with_identifiers(&public, &signer)),
        };
        let message = message.to_der().ok()?;
        structure::signed(&message, &algorithm, &signer.signature(&message))
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

/// The names and extensions that were described, and no others.
struct AsDescribed {
    issuer: x509_cert::name::Name,
    subject: x509_cert::name::Name,
    extensions: Vec<x509_cert::ext::Extension>,
}

impl BuilderProfile for AsDescribed {
    fn get_issuer(&self, _: &x509_cert::name::Name) -> x509_cert::name::Name {
        self.issuer.clone()
    }

    fn get_subject(&self) -> x509_cert::name::Name {
        self.subject.clone()
    }

    fn build_extensions(
        &self,
        _: SubjectPublicKeyInfoRef<'_>,
        _: SubjectPublicKeyInfoRef<'_>,
        _: &TbsCertificate,
    ) -> builder::Result<Vec<x509_cert::ext::Extension>> {
        Ok(self.extensions.clone())
    }
}

/// A point in time; the builder takes the type that belongs to its year.
fn time(text: &str) -> Option<Time> {
    let time = DateTime::from_str(text).ok()?;
    Some(Time::GeneralTime(GeneralizedTime::from_date_time(time)))
}

/// A key identifier: 160 bits of a digest over the public key.
pub(crate) fn identifier(public: &[u8]) -> Vec<u8> {
    Sha256::digest(public).into_iter().take(20).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{TestKey, ca, root, server_certificate, system_signature_certificate};

    #[test]
    fn the_builder_makes_what_is_written_field_by_field() {
        for certificate in [
            server_certificate(),
            system_signature_certificate().strings(StringType::Bmp),
            ca().issuer_strings(StringType::Printable),
            root(),
            server_certificate()
                .key(TestKey::Rsa2048)
                .issuer_key(TestKey::P256),
            server_certificate().duplicate_extension(extension::KEY_USAGE),
            server_certificate()
                .reversed_extensions()
                .broken_signature(),
            server_certificate()
                .without_signing()
                .raw_alt_name(0x82, &[0xff]),
            server_certificate().valid("2049-12-31T23:59:59Z", "2050-01-01T00:00:00Z"),
            server_certificate().certificate_serial(&[0, 0x80]),
        ] {
            let built = certificate.built();
            assert!(built.is_some());
            assert_eq!(built, certificate.written());
        }
    }

    #[test]
    fn what_the_builder_refuses_is_written_all_the_same() {
        for certificate in [
            server_certificate().version(Some(0)),
            server_certificate().version(None),
            server_certificate().certificate_serial(&[0, 1]),
            server_certificate().certificate_serial(&[0x80]),
            server_certificate().certificate_serial(&[1; 21]),
            server_certificate().valid("250831", "2026-08-31T20:59:59Z"),
            server_certificate().subject_attribute("2.999.1", "value"),
            server_certificate().extension(
                "2.25.340282366920938463463374607431768211455",
                true,
                &[5, 0],
            ),
        ] {
            assert_eq!(certificate.built(), None);
            assert!(certificate.written().is_some());
        }
    }
}
