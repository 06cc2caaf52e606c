//! Steps away in the subject alternative name.

use super::CertificateBuilder;
use crate::extension::AltName;

impl CertificateBuilder {
    /// Adds a DNS name to the subject alternative name.
    pub fn dns_name(self, name: &str) -> Self {
        self.alt_name(AltName::Dns(name.to_owned()))
    }

    /// Adds an IP address to the subject alternative name. Text that is no address is written as
    /// it stands.
    pub fn ip_address(self, address: &str) -> Self {
        self.alt_name(AltName::Ip(address.to_owned()))
    }

    /// Adds an e-mail address to the subject alternative name.
    pub fn email(self, address: &str) -> Self {
        self.alt_name(AltName::Email(address.to_owned()))
    }

    /// Adds a URI to the subject alternative name.
    pub fn uri(self, uri: &str) -> Self {
        self.alt_name(AltName::Uri(uri.to_owned()))
    }

    /// Adds a directory name, written as `C=FI, O=…`, to the subject alternative name.
    pub fn directory_name(self, name: &str) -> Self {
        self.alt_name(AltName::Directory(name.to_owned()))
    }

    /// Adds an entry with any tag octet and content to the subject alternative name.
    pub fn raw_alt_name(self, tag: u8, content: &[u8]) -> Self {
        self.alt_name(AltName::Raw(tag, content.to_vec()))
    }

    fn alt_name(mut self, entry: AltName) -> Self {
        self.san.get_or_insert_default().push(entry);
        self
    }

    /// Leaves out the subject alternative name.
    pub fn without_san(mut self) -> Self {
        self.san = None;
        self
    }

    /// Leaves the subject alternative name in, with nothing in it.
    pub fn empty_san(mut self) -> Self {
        self.san = Some(Vec::new());
        self
    }

    /// Turns the order of the subject alternative name round.
    pub fn reversed_san(mut self) -> Self {
        if let Some(san) = &mut self.san {
            san.reverse();
        }
        self
    }
}
