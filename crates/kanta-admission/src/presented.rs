//! What a connection shows of its peer: a certificate, and the address that it comes from.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

use data_encoding::HEXLOWER;
use kanta_cert::{Certificate, ReadError};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The SHA-256 digest of a certificate's DER; printed as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// Of these bytes.
    #[must_use]
    pub fn of(der: &[u8]) -> Self {
        Self(Sha256::digest(der).into())
    }

    /// Reads 64 hexadecimal digits of any case, with or without colons between the octets.
    ///
    /// ```
    /// use kanta_admission::Fingerprint;
    ///
    /// let text = Fingerprint::of(b"").to_string();
    /// assert_eq!(text, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    /// assert_eq!(Fingerprint::parse(&text.to_uppercase()), Some(Fingerprint::of(b"")));
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|sign| *sign != ':').collect();
        let octets = HEXLOWER.decode(digits.to_ascii_lowercase().as_bytes()).ok();
        octets?.try_into().ok().map(Self)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A certificate, told from every other: what is recorded of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateSeen {
    /// The common name of its issuer.
    pub issuer: Option<String>,
    /// Its serial number, in hexadecimal digits.
    pub serial: String,
    /// The SHA-256 digest of its bytes, in hexadecimal digits.
    pub sha256: String,
}

impl CertificateSeen {
    fn of(certificate: &Certificate, fingerprint: Fingerprint) -> Self {
        Self {
            issuer: certificate.issuer().common_name().map(Into::into),
            serial: HEXLOWER.encode(certificate.certificate_serial()),
            sha256: fingerprint.to_string(),
        }
    }
}

/// What a connection shows of its peer: the certificate of its handshake, and its source address.
#[derive(Clone, Debug)]
pub struct Presented {
    certificate: Offered,
    source: IpAddr,
}

/// What is presented as a certificate.
#[derive(Clone, Debug)]
enum Offered {
    Nothing,
    Unreadable,
    /// With what is recorded of it, worked out once.
    Certificate(Box<Certificate>, Fingerprint, Arc<CertificateSeen>),
}

impl Presented {
    /// A certificate, from an address.
    #[must_use]
    pub fn new(certificate: Certificate, source: IpAddr) -> Self {
        let fingerprint = Fingerprint::of(certificate.der());
        let seen = Arc::new(CertificateSeen::of(&certificate, fingerprint));
        Self {
            certificate: Offered::Certificate(Box::new(certificate), fingerprint, seen),
            source,
        }
    }

    /// No certificate, from an address: never admitted, and told and recorded as such.
    #[must_use]
    pub const fn without_certificate(source: IpAddr) -> Self {
        Self {
            certificate: Offered::Nothing,
            source,
        }
    }

    /// A certificate in DER, from an address; one that cannot be read is never admitted, and told and recorded as such.
    #[must_use]
    pub fn from_der(der: &[u8], source: IpAddr) -> Self {
        Self::from_read(Certificate::from_der(der), source)
    }

    /// The same of a certificate that was read elsewhere.
    #[must_use]
    pub fn from_read(certificate: Result<Certificate, ReadError>, source: IpAddr) -> Self {
        match certificate {
            Ok(certificate) => Self::new(certificate, source),
            Err(_) => Self {
                certificate: Offered::Unreadable,
                source,
            },
        }
    }

    /// The address.
    #[must_use]
    pub const fn source(&self) -> IpAddr {
        self.source
    }

    /// The certificate, where one was presented that can be read.
    #[must_use]
    pub fn certificate(&self) -> Option<&Certificate> {
        match &self.certificate {
            Offered::Certificate(certificate, ..) => Some(certificate),
            _ => None,
        }
    }

    /// Its fingerprint.
    #[must_use]
    pub const fn fingerprint(&self) -> Option<Fingerprint> {
        match &self.certificate {
            Offered::Certificate(_, fingerprint, _) => Some(*fingerprint),
            _ => None,
        }
    }

    /// What is recorded of it.
    pub(crate) const fn seen(&self) -> Option<&Arc<CertificateSeen>> {
        match &self.certificate {
            Offered::Certificate(.., seen) => Some(seen),
            _ => None,
        }
    }

    /// Whether something was presented that cannot be read.
    #[must_use]
    pub const fn is_unreadable(&self) -> bool {
        matches!(self.certificate, Offered::Unreadable)
    }
}
