//! A certificate, and the request for one.

use std::borrow::Cow;
use std::net::IpAddr;

use der::Encode;
use rustls_pki_types::CertificateDer;
use x509_cert::certificate::{CertificateInner, Profile};
use x509_cert::request::CertReq;

use crate::content::Content;
use crate::error::ReadError;
use crate::extension::{AltName, AltNames, KeyUsage, Oids, Uris};
use crate::form::FileForm;
use crate::key::{Key, SignatureAlgorithm};
use crate::name::Name;
use crate::oddity::Oddity;
use crate::pem;
use crate::pkcs7;
use crate::read;
use crate::time::{Moment, Validity};

/// A certificate that could be read, with the bytes it was read from.
///
/// It is read leniently: whatever a strict reader would refuse without harm to the rest is kept as
/// an [`Oddity`]. Nothing here says that a certificate is genuine: signatures are not verified.
/// Two certificates are equal when their bytes are.
///
/// ```
/// let pem = kanta_testkit::server_certificate().pem();
/// let certificate = kanta_cert::Certificate::from_pem_or_der(pem.as_bytes())?;
/// assert_eq!(certificate.common_name().as_deref(), Some("kanta.klinikka.example"));
/// let oid = certificate.subject_serial_number();
/// assert_eq!(oid.as_deref(), Some("1.2.246.10.12345671.10.0.13.1"));
/// assert_eq!(certificate.validity().not_before.to_string(), "2025-08-31T21:00:00Z");
/// # Ok::<(), kanta_cert::ReadError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Certificate(pub(crate) Content, Validity);

/// A certificate request (PKCS #10) that could be read, with the bytes it was read from.
///
/// Read as leniently as a [`Certificate`]; its signature is not verified either.
#[derive(Clone, Debug)]
pub struct CertificateRequest(pub(crate) Content);

/// A certificate, or the request for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateOrRequest {
    /// A certificate.
    Certificate(Box<Certificate>),
    /// A certificate request.
    Request(Box<CertificateRequest>),
}

impl CertificateOrRequest {
    /// Reads DER, whichever of the two it is.
    ///
    /// # Errors
    /// It is neither, is broken, is over 1 MB, or is a private key.
    pub fn from_der(der: &[u8]) -> Result<Self, ReadError> {
        let content = read::read(der)?;
        Ok(match content.issued().map(|issued| issued.validity) {
            Some(validity) => Self::Certificate(Box::new(Certificate(content, validity))),
            None => Self::Request(Box::new(CertificateRequest(content))),
        })
    }

    /// Reads a file that holds a certificate or a request, in DER or PEM. Where it holds the
    /// certificates of CAs beside it, in any order, the end entity's is taken.
    ///
    /// # Errors
    /// As [`CertificateOrRequest::read_all`]; also, several of which not exactly one is an end
    /// entity's certificate, or a request among others.
    pub fn from_pem_or_der(bytes: &[u8]) -> Result<Self, ReadError> {
        let mut all = Self::read_all(bytes)?;
        if all.len() > 1 {
            if all.iter().any(|one| matches!(one, Self::Request(_))) {
                return Err(ReadError::IsRequest);
            }
            all.retain(|one| matches!(one, Self::Certificate(certificate) if !certificate.is_ca()));
        }
        match all.pop() {
            Some(only) if all.is_empty() => Ok(only),
            last => Err(ReadError::Ambiguous {
                end_entities: all.len().saturating_add(usize::from(last.is_some())),
            }),
        }
    }

    /// One in DER, or the certificates that are packed in PKCS #7.
    fn packed(der: &[u8], pem: bool) -> Result<Vec<Self>, ReadError> {
        let read = match pkcs7::certificates(der)? {
            Some(packed) => return packed.into_iter().map(Self::from_der).collect(),
            None => Self::from_der(der),
        };
        read.map(|one| vec![one]).map_err(|error| match error {
            ReadError::OtherForm(FileForm::Pkcs7 { .. }) => {
                ReadError::OtherForm(FileForm::Pkcs7 { pem })
            }
            error => error,
        })
    }

    /// Reads all certificates and requests of a file, in its order: one in DER, any number in PEM with
    /// any text around them, or the certificates that are packed in PKCS #7 (`.p7b`), in DER, PEM or bare base64.
    ///
    /// # Errors
    /// There is none, one of them is broken, the file is over 1 MB, or a private key is in it,
    /// wherever it stands.
    pub fn read_all(bytes: &[u8]) -> Result<Vec<Self>, ReadError> {
        if bytes.len() > read::SIZE_LIMIT {
            return Err(ReadError::TooLarge { size: bytes.len() });
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(ReadError::Empty);
        }
        if FileForm::of_bytes(bytes) == Some(FileForm::Utf16) {
            return Err(if pem::holds_private_key_in_utf16(bytes) {
                ReadError::PrivateKey { offset: 0 }
            } else {
                ReadError::OtherForm(FileForm::Utf16)
            });
        }
        if let Some(blocks) = pem::blocks(bytes)? {
            let read = blocks.iter().map(|der| Self::packed(der, true));
            let read: Vec<Vec<Self>> = read.collect::<Result<_, _>>()?;
            return Ok(read.into_iter().flatten().collect());
        }
        let bytes = bytes.strip_prefix(pem::BYTE_ORDER_MARK).unwrap_or(bytes);
        Self::packed(bytes, false).or_else(|error| match (error, pem::bare(bytes)) {
            (ReadError::NotFound, Some(der)) => Self::bare(&der),
            (error, _) => Err(error),
        })
    }

    /// Base64 without the lines around it: as some CAs hand out PKCS #7, and nobody a certificate.
    fn bare(der: &[u8]) -> Result<Vec<Self>, ReadError> {
        if pkcs7::certificates(der)?.is_some() {
            return Self::packed(der, false);
        }
        Err(match Self::from_der(der) {
            Err(error @ (ReadError::PrivateKey { .. } | ReadError::OtherForm(_))) => error,
            _ => ReadError::OtherForm(FileForm::Base64 {
                request: read::is_request(der),
            }),
        })
    }
}

impl Certificate {
    /// Reads a certificate in DER.
    ///
    /// # Errors
    /// The structure is broken, is over 1 MB, or is something else.
    pub fn from_der(der: &[u8]) -> Result<Self, ReadError> {
        let content = read::read(der)?;
        let validity = content.issued().map(|issued| issued.validity);
        validity
            .map(|validity| Self(content, validity))
            .ok_or(ReadError::IsRequest)
    }

    /// Reads a file that holds a certificate, in DER or PEM. Where it holds the certificates of
    /// CAs beside it, in any order, the end entity's is taken.
    ///
    /// # Errors
    /// As [`CertificateOrRequest::read_all`]; also, several certificates of which not exactly one is an end
    /// entity's, or a request.
    pub fn from_pem_or_der(bytes: &[u8]) -> Result<Self, ReadError> {
        match CertificateOrRequest::from_pem_or_der(bytes)? {
            CertificateOrRequest::Certificate(certificate) => Ok(*certificate),
            CertificateOrRequest::Request(_) => Err(ReadError::IsRequest),
        }
    }

    /// The issuer's name.
    #[must_use]
    pub fn issuer(&self) -> Name<'_> {
        self.0.issuer()
    }

    /// From when to when it is valid.
    #[must_use]
    pub const fn validity(&self) -> Validity {
        self.1
    }

    /// The certificate's own serial number: the content octets of its INTEGER. Not to be confused
    /// with [`Certificate::subject_serial_number`].
    #[must_use]
    pub fn certificate_serial(&self) -> &[u8] {
        self.0.serial()
    }

    /// The algorithm of the issuer's signature.
    #[must_use]
    pub fn signature_algorithm(&self) -> SignatureAlgorithm {
        self.0
            .issued()
            .map_or(SignatureAlgorithm::Other, |issued| issued.algorithm)
    }

    /// Days from a moment to the last one, by the Finnish calendar: 0 on the last day, negative
    /// afterwards.
    #[must_use]
    pub fn days_left(&self, moment: Moment) -> i32 {
        moment
            .finnish_day()
            .days_until(self.1.not_after.finnish_day())
    }
}

impl CertificateRequest {
    /// Reads a certificate request in DER.
    ///
    /// # Errors
    /// The structure is broken, is over 1 MB, or is something else.
    pub fn from_der(der: &[u8]) -> Result<Self, ReadError> {
        let content = read::read(der)?;
        if content.issued().is_some() {
            return Err(ReadError::IsCertificate);
        }
        Ok(Self(content))
    }

    /// Reads a file that holds a request, in DER or PEM.
    ///
    /// # Errors
    /// As [`CertificateOrRequest::read_all`]; also, anything but exactly one request.
    pub fn from_pem_or_der(bytes: &[u8]) -> Result<Self, ReadError> {
        let mut documents = CertificateOrRequest::read_all(bytes)?;
        match (documents.pop(), documents.is_empty()) {
            (Some(CertificateOrRequest::Request(request)), true) => Ok(*request),
            (Some(CertificateOrRequest::Request(_)), false) => {
                let end_entities = documents.len().saturating_add(1);
                Err(ReadError::Ambiguous { end_entities })
            }
            _ => Err(ReadError::IsCertificate),
        }
    }
}

impl TryFrom<&CertificateDer<'_>> for Certificate {
    type Error = ReadError;

    /// Reads the certificate that TLS software of the rustls family holds.
    fn try_from(der: &CertificateDer<'_>) -> Result<Self, ReadError> {
        Self::from_der(der)
    }
}

impl<P: Profile> TryFrom<&CertificateInner<P>> for Certificate {
    type Error = ReadError;

    /// Reads a certificate of `x509-cert`, of whatever profile for serial numbers.
    ///
    /// ```
    /// use x509_cert::der::Decode as _;
    ///
    /// let der = kanta_testkit::server_certificate().der();
    /// let theirs = x509_cert::Certificate::from_der(&der)?;
    /// let certificate = kanta_cert::Certificate::try_from(&theirs)?;
    /// assert_eq!(certificate.der(), der);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn try_from(certificate: &CertificateInner<P>) -> Result<Self, ReadError> {
        Self::from_der(&encoded(certificate)?)
    }
}

impl TryFrom<&CertReq> for CertificateRequest {
    type Error = ReadError;

    /// Reads a request of `x509-cert`.
    fn try_from(request: &CertReq) -> Result<Self, ReadError> {
        Self::from_der(&encoded(request)?)
    }
}

/// The DER of a value of `x509-cert`.
fn encoded(value: &impl Encode) -> Result<Vec<u8>, ReadError> {
    value.to_der().map_err(|_| ReadError::NotFound)
}

/// What both have, with one body for both.
macro_rules! shared {
    ($($type:ident),+) => { $(
        impl $type {
            /// The bytes it was read from.
            #[must_use]
            pub fn der(&self) -> &[u8] {
                self.0.bytes()
            }

            /// The subject's name.
            #[must_use]
            pub fn subject(&self) -> Name<'_> {
                self.0.subject()
            }

            /// The serialNumber attribute of the subject (guide, clause 3.2): in a server
            /// certificate, the access point's OID.
            #[must_use]
            pub fn subject_serial_number(&self) -> Option<Cow<'_, str>> {
                self.subject().serial_number()
            }

            /// The common name of the subject.
            #[must_use]
            pub fn common_name(&self) -> Option<Cow<'_, str>> {
                self.subject().common_name()
            }

            /// The organisation of the subject: the holder.
            #[must_use]
            pub fn organisation(&self) -> Option<Cow<'_, str>> {
                self.subject().organisation()
            }

            /// The entries of the subject alternative name, readable or not.
            #[must_use]
            pub fn alt_names(&self) -> AltNames<'_> {
                self.0.alt_names()
            }

            /// The DNS names of the subject alternative name, as they stand.
            pub fn dns_names(&self) -> impl Iterator<Item = &str> {
                self.alt_names().filter_map(|name| match name {
                    AltName::Dns(name) => Some(name),
                    _ => None,
                })
            }

            /// The IP addresses of the subject alternative name.
            pub fn ip_addresses(&self) -> impl Iterator<Item = IpAddr> {
                self.alt_names().filter_map(|name| match name {
                    AltName::Ip(address) => Some(address),
                    _ => None,
                })
            }

            /// The public key's algorithm and size.
            #[must_use]
            pub const fn key(&self) -> Key {
                self.0.key()
            }

            /// The key usage.
            #[must_use]
            pub const fn key_usage(&self) -> Option<KeyUsage> {
                self.0.key_usage()
            }

            /// The extended key usage.
            #[must_use]
            pub fn extended_key_usage(&self) -> Option<Oids<'_>> {
                self.0.extended_key_usage()
            }

            /// The certificate policies.
            #[must_use]
            pub fn policies(&self) -> Oids<'_> {
                self.0.policies()
            }

            /// Whether the basic constraints say that it is a CA's.
            #[must_use]
            pub fn is_ca(&self) -> bool {
                self.0.is_ca()
            }

            /// The addresses of the CRL.
            #[must_use]
            pub fn crl_uris(&self) -> Uris<'_> {
                self.0.crl_uris()
            }

            /// The addresses of the issuer's certificate and of its OCSP service.
            #[must_use]
            pub fn authority_uris(&self) -> Uris<'_> {
                self.0.authority_uris()
            }

            /// What a strict reader would have refused, in the order in which it was met.
            #[must_use]
            pub fn oddities(&self) -> &[Oddity] {
                self.0.oddities()
            }
        }

        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.der() == other.der()
            }
        }

        impl Eq for $type {}

        impl std::hash::Hash for $type {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.der().hash(state);
            }
        }
    )+ };
}

shared!(Certificate, CertificateRequest);
