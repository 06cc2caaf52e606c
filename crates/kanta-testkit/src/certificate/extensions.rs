//! Steps away in the other extensions.

use super::CertificateBuilder;
use crate::KeyUsage;
use crate::extension::{self, Extension};

impl CertificateBuilder {
    /// Gives other key usages (critical, as in every certificate of DVV).
    pub fn key_usage(self, usages: &[KeyUsage]) -> Self {
        self.extension(extension::KEY_USAGE, true, &extension::key_usage(usages))
    }

    /// Gives other extended key usages, as dotted OIDs; none gives an empty list.
    pub fn extended_key_usage(self, usages: &[&str]) -> Self {
        let value = extension::oids(&owned(usages));
        self.extension(extension::EXTENDED_KEY_USAGE, false, &value)
    }

    /// Leaves out the extended key usage.
    pub fn without_extended_key_usage(self) -> Self {
        self.without_extension(extension::EXTENDED_KEY_USAGE)
    }

    /// Gives other certificate policies, as dotted OIDs.
    pub fn policies(self, policies: &[&str]) -> Self {
        let value = extension::policies(&owned(policies));
        self.extension(extension::CERTIFICATE_POLICIES, false, &value)
    }

    /// Puts basic constraints in (critical).
    pub fn basic_constraints(self, ca: bool, path_length: Option<u8>) -> Self {
        let value = extension::basic_constraints(ca, path_length);
        self.extension(extension::BASIC_CONSTRAINTS, true, &value)
    }

    /// Puts in an extension with this value, in place of the one of that type.
    pub fn extension(mut self, oid: &str, critical: bool, value: &[u8]) -> Self {
        let new = Extension::new(oid, critical, value.to_vec());
        match self
            .extensions
            .iter_mut()
            .find(|extension| extension.oid == oid)
        {
            Some(old) => *old = new,
            None => self.extensions.push(new),
        }
        self
    }

    /// Leaves out the extension of this type.
    pub fn without_extension(mut self, oid: &str) -> Self {
        self.extensions.retain(|extension| extension.oid != oid);
        self
    }

    /// Puts the extension of this type in a second time.
    pub fn duplicate_extension(mut self, oid: &str) -> Self {
        let again: Vec<Extension> = self
            .extensions
            .iter()
            .filter(|extension| extension.oid == oid)
            .cloned()
            .collect();
        self.extensions.extend(again);
        self
    }

    /// Turns the order of the extensions round.
    pub fn reversed_extensions(mut self) -> Self {
        self.reversed = true;
        self
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
