//! Steps away in the fields: names, validity, key, number and version.

use super::CertificateBuilder;
use crate::name::Name;
use crate::{StringType, TestKey};

impl CertificateBuilder {
    /// Gives another common name in the subject; the subject alternative name stays.
    pub fn common_name(self, name: &str) -> Self {
        self.subject_attribute("CN", name)
    }

    /// Gives another primary DNS name: the common name, and alone in the alternative name.
    pub fn primary_name(self, name: &str) -> Self {
        self.common_name(name).without_san().dns_name(name)
    }

    /// Takes away the common name.
    pub fn without_common_name(self) -> Self {
        self.without_subject_attribute("CN")
    }

    /// Gives another subject serialNumber. (The certificate's own is
    /// [`certificate_serial`](Self::certificate_serial).)
    pub fn serial_number(self, value: &str) -> Self {
        self.subject_attribute("serialNumber", value)
    }

    /// Takes away the subject's serialNumber.
    pub fn without_serial_number(self) -> Self {
        self.without_subject_attribute("serialNumber")
    }

    /// Gives another organisation, the holder.
    pub fn organisation(self, name: &str) -> Self {
        self.subject_attribute("O", name)
    }

    /// Takes away the organisation.
    pub fn without_organisation(self) -> Self {
        self.without_subject_attribute("O")
    }

    /// Gives an attribute of the subject a value. `kind` is a short name (`C`, `ST`, `L`, `O`,
    /// `OU`, `serialNumber`, `CN`, `SN`, `GN`, `T`, `pseudonym`, `emailAddress`) or a dotted OID.
    pub fn subject_attribute(mut self, kind: &str, value: &str) -> Self {
        self.subject.set(kind, value);
        self
    }

    /// Takes an attribute out of the subject.
    pub fn without_subject_attribute(mut self, kind: &str) -> Self {
        self.subject.remove(kind);
        self
    }

    /// Gives another subject, written as `C=FI, O=…, CN=…` in the order of the certificate.
    pub fn subject(mut self, name: &str) -> Self {
        self.subject = Name::parse(name);
        self
    }

    /// Writes the values of the names in another string type.
    pub fn strings(mut self, strings: StringType) -> Self {
        self.strings = strings;
        self
    }

    /// Gives another issuer, written as `C=FI, O=…, CN=…`. Each name has a key of its own.
    pub fn issuer(mut self, name: &str) -> Self {
        self.issuer = Name::parse(name);
        self
    }

    /// Signs with an issuer's key of this kind instead of P-384.
    pub fn issuer_key(mut self, key: TestKey) -> Self {
        self.issuer_key = key;
        self
    }

    /// Gives other first and last moments, in UTC, as `2025-08-31T21:00:00Z`.
    pub fn valid(mut self, not_before: &str, not_after: &str) -> Self {
        not_before.clone_into(&mut self.not_before);
        not_after.clone_into(&mut self.not_after);
        self
    }

    /// Gives another kind of key.
    pub fn key(mut self, key: TestKey) -> Self {
        self.key = key;
        self
    }

    /// Gives another certificate serial number: the octets of the INTEGER as they will stand.
    pub fn certificate_serial(mut self, octets: &[u8]) -> Self {
        self.serial = octets.to_vec();
        self
    }

    /// Writes another version number (0, 1, 2 for versions 1, 2, 3); `None` leaves it out.
    pub fn version(mut self, version: Option<u8>) -> Self {
        self.version = version;
        self
    }
}
