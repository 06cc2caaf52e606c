//! What the caller trusts: roots, the CAs between, and lists of revoked certificates.

use kanta_conformance::{Language, Text, text};
use rustls_pki_types::{CertificateDer, TrustAnchor};
use thiserror::Error;

use super::crl::{Crl, CrlError};
use super::role::AuthorityRole;
use crate::certificate::{Certificate, CertificateOrRequest};
use crate::error::ReadError;
use crate::form::FileForm;
use crate::issuer::IssuerList;
use crate::name::Name;
use crate::pem;

/// The certificate of a CA, and the file that it came from.
#[derive(Clone, Debug)]
pub struct Authority {
    certificate: Certificate,
    file: String,
}

impl Authority {
    /// The certificate.
    #[must_use]
    pub const fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The file, as it was called.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Its role among the CAs of DVV: roots by the list built in, other CAs by the list given.
    #[must_use]
    pub fn role(&self, issuers: &IssuerList) -> AuthorityRole {
        AuthorityRole::of(&self.certificate, issuers)
    }
}

/// What a caller trusts: trust anchors, the certificates of CAs between them and end entities in
/// any order, and lists of revoked certificates. Nothing is ever fetched.
///
/// ```
/// use kanta_cert::{Certificate, Moment, Question, TrustStore};
/// use kanta_conformance::Outcome;
/// use kanta_testkit::{ca, root, server_certificate};
///
/// let mut store = TrustStore::new();
/// store.trust("root.pem", root().pem().as_bytes())?;
/// store.add_intermediates("ca.pem", ca().pem().as_bytes())?;
/// let certificate = Certificate::from_der(&server_certificate().der())?;
/// let at = Moment::from_unix_seconds(1_764_547_200);
/// let outcomes = store.outcomes(&certificate, &Question::at(at));
/// let (row, signatures) = &outcomes[1];
/// assert_eq!(row.id(), "private-network/path-signature-false");
/// assert_eq!(*signatures, Outcome::Satisfied);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct TrustStore {
    roots: Vec<Authority>,
    /// The roots as webpki wants them, in the same order.
    pub(super) anchors: Vec<TrustAnchor<'static>>,
    intermediates: Vec<Authority>,
    /// The same as webpki wants them, in the same order.
    pub(super) ders: Vec<CertificateDer<'static>>,
    /// The newest first.
    pub(super) crls: Vec<(String, Crl)>,
}

/// Why a file cannot be part of a trust store.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message(Language::En))]
#[non_exhaustive]
pub enum TrustError {
    /// It cannot be read.
    Read(ReadError),
    /// Its list of revoked certificates cannot be read.
    Crl(CrlError),
    /// A certificate in it is not a CA's.
    NotACa {
        /// Its common name, or its whole name.
        subject: String,
    },
    /// A root in it cannot be a trust anchor: its structure is not what the path check reads.
    NoAnchor {
        /// Its common name, or its whole name.
        subject: String,
    },
    /// A certificate request is in it.
    Request,
}

impl TrustError {
    /// The message in one language: lower-case, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let fixed = |text: Text| text.get(language).to_owned();
        let about = |subject: &str, text: Text| {
            let subject = kanta_conformance::Escaped(subject);
            format!("`{subject}` {}", text.get(language))
        };
        match self {
            Self::Read(error) => error.message(language),
            Self::Crl(error) => error.message(language),
            Self::NotACa { subject } => about(
                subject,
                text! {
                    en: "is not a CA's certificate: only those of CAs are trusted",
                    fi: "ei ole varmentajan varmenne: vain varmentajien varmenteisiin luotetaan",
                    sv: "är inte en utfärdares certifikat: bara utfärdares certifikat betros",
                },
            ),
            Self::NoAnchor { subject } => about(
                subject,
                text! {
                    en: "cannot be a trust anchor: its structure is not one that the path check reads",
                    fi: "ei voi olla luottamusankkuri: polun tarkistus ei lue sen rakennetta",
                    sv: "kan inte vara ett förtroendeankare: kontrollen av kedjan läser inte dess struktur",
                },
            ),
            Self::Request => fixed(text! {
                en: "a certificate request among the certificates of CAs",
                fi: "varmennepyyntö varmentajien varmenteiden joukossa",
                sv: "en certifikatbegäran bland utfärdares certifikat",
            }),
        }
    }
}

impl TrustStore {
    /// Trusts nobody yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a file of what is trusted: in PEM in any order and number, or one structure in
    /// DER. A CA's certificate that names itself as its issuer becomes a trust anchor, any other
    /// CA's stands between, and a list of revoked certificates is used as such.
    ///
    /// # Errors
    /// The file cannot be read, or something in it is not a CA's; nothing is taken in then.
    pub fn trust(&mut self, file: &str, bytes: &[u8]) -> Result<(), TrustError> {
        self.take(file, bytes, true)
    }

    /// Takes in a file of what may stand between, such as the chain that a server sends: nothing
    /// in it becomes a trust anchor, whatever it says of itself.
    ///
    /// # Errors
    /// The file cannot be read; nothing is taken in then.
    pub fn add_intermediates(&mut self, file: &str, bytes: &[u8]) -> Result<(), TrustError> {
        self.take(file, bytes, false)
    }

    /// Takes in a file of lists of revoked certificates.
    ///
    /// # Errors
    /// The file cannot be read; nothing is taken in then.
    pub fn add_crls(&mut self, file: &str, bytes: &[u8]) -> Result<(), TrustError> {
        let lists = Crl::read_all(bytes).map_err(TrustError::Crl)?;
        self.take_crls(file, lists);
        Ok(())
    }

    fn take_crls(&mut self, file: &str, lists: Vec<Crl>) {
        for list in lists {
            if self.crls.iter().all(|(_, known)| known.der() != list.der()) {
                self.crls.push((file.to_owned(), list));
            }
        }
        // The newest first, whatever order they came in.
        self.crls.sort_by(|(_, one), (_, other)| {
            let by_time = other.this_update().cmp(&one.this_update());
            by_time.then_with(|| one.der().cmp(other.der()))
        });
    }

    fn take(&mut self, file: &str, bytes: &[u8], as_roots: bool) -> Result<(), TrustError> {
        let lists = pem::labelled(bytes, |label| label == b"X509 CRL").map_err(TrustError::Read)?;
        let is_text = lists.is_some();
        let lists = match lists {
            Some(blocks) => {
                let lists = blocks.iter().map(|der| Crl::from_der(der));
                lists
                    .collect::<Result<Vec<_>, _>>()
                    .map_err(TrustError::Crl)?
            }
            None => Vec::new(),
        };
        let documents = match CertificateOrRequest::read_all(bytes) {
            Ok(documents) => documents,
            // Lists alone: no block of the text is wanted as a certificate.
            Err(ReadError::OtherForm(FileForm::Crl))
                if !lists.is_empty() && pem::blocks(bytes).is_err() =>
            {
                Vec::new()
            }
            // In DER, a list of revoked certificates is no certificate, but may well be meant.
            Err(error) if is_text => return Err(TrustError::Read(error)),
            Err(error) => match Crl::read_all(bytes) {
                Ok(lists) => {
                    self.take_crls(file, lists);
                    return Ok(());
                }
                Err(_) => return Err(TrustError::Read(error)),
            },
        };
        let mut roots = Vec::new();
        let mut others = Vec::new();
        for document in documents {
            let CertificateOrRequest::Certificate(certificate) = document else {
                return Err(TrustError::Request);
            };
            let subject = || called(&certificate.subject());
            if as_roots && !certificate.is_ca() {
                return Err(TrustError::NotACa { subject: subject() });
            }
            if as_roots && certificate.subject().same_as(&certificate.issuer()) {
                let der = CertificateDer::from(certificate.der());
                let anchor = webpki::anchor_from_trusted_cert(&der)
                    .map_err(|_| TrustError::NoAnchor { subject: subject() })?
                    .to_owned();
                roots.push((*certificate, anchor));
            } else {
                others.push(*certificate);
            }
        }
        let authority = |certificate| Authority {
            certificate,
            file: file.to_owned(),
        };
        for (certificate, anchor) in roots {
            if self
                .roots
                .iter()
                .all(|known| known.certificate != certificate)
            {
                self.roots.push(authority(certificate));
                self.anchors.push(anchor);
            }
        }
        for certificate in others {
            if self
                .intermediates
                .iter()
                .all(|known| known.certificate != certificate)
            {
                self.ders
                    .push(CertificateDer::from(certificate.der().to_vec()));
                self.intermediates.push(authority(certificate));
            }
        }
        self.take_crls(file, lists);
        Ok(())
    }

    /// Whether there is no trust anchor, so that no path can end.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.roots.is_empty()
    }

    /// The trust anchors, in the order in which they were taken in.
    #[must_use]
    pub fn roots(&self) -> &[Authority] {
        &self.roots
    }

    /// The CAs between, in the order in which they were taken in.
    #[must_use]
    pub fn intermediates(&self) -> &[Authority] {
        &self.intermediates
    }

    /// The lists of revoked certificates with their files, the newest first.
    pub fn crls(&self) -> impl Iterator<Item = (&str, &Crl)> {
        self.crls.iter().map(|(file, list)| (file.as_str(), list))
    }
}

/// What people call the holder of a name: the common name, or the whole name.
pub(super) fn called(name: &Name<'_>) -> String {
    match name.common_name() {
        Some(common) => common.into_owned(),
        None => name.to_string(),
    }
}
