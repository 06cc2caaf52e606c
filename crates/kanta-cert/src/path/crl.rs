//! Lists of revoked certificates: what is read of one before webpki evaluates it.

use kanta_conformance::{Language, Text};
use thiserror::Error;
use webpki::{CertRevocationList, Error as Fault, OwnedCertRevocationList};

use super::parts::Signed;
use crate::certificate::Certificate;
use crate::extension::Uris;
use crate::name::Name;
use crate::pem;
use crate::time::Moment;
use crate::tlv::{BOOLEAN, GENERALIZED_TIME, INTEGER, OCTET_STRING, OID, SEQUENCE, UTC_TIME};
use crate::{ReadError, tlv};

/// The largest list of revoked certificates that is read: 16 MB.
pub const CRL_SIZE_LIMIT: usize = 16 << 20;

/// A list of revoked certificates that could be read, with the bytes it was read from.
///
/// Nothing here says that it is genuine: its signature is verified when a certificate is.
#[derive(Debug)]
pub struct Crl {
    der: Box<[u8]>,
    issuer: Box<[u8]>,
    this_update: Moment,
    next_update: Option<Moment>,
    /// The addresses of the issuing distribution point; none where there is no such extension.
    scope: Option<Scope>,
    /// What webpki made of it, or why it cannot be evaluated.
    pub(super) list: Result<CertRevocationList<'static>, CrlObstacle>,
}

/// What an issuing distribution point says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Scope {
    uris: Vec<String>,
    only_users: bool,
    only_cas: bool,
}

/// Why a list of revoked certificates is not evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[error("{}", self.text().en)]
#[non_exhaustive]
pub enum CrlObstacle {
    /// It holds only what has changed since another list.
    Delta,
    /// It holds certificates of other issuers than its own.
    Indirect,
    /// It holds only what was revoked for some reasons.
    SomeReasons,
    /// It has a critical extension that is not processed.
    CriticalExtension,
    /// It does not say until when it holds.
    NoNextUpdate,
    /// It is of version 1, or has no extensions.
    Version,
    /// Something else in it is not processed.
    Unprocessed,
}

impl CrlObstacle {
    /// What it is, as part of a sentence.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Delta => Text::new(
                "a delta list, which is not evaluated",
                "muutosluettelo (delta), jota ei tulkita",
                "en deltalista, som inte tolkas",
            ),
            Self::Indirect => Text::new(
                "an indirect list, which is not evaluated",
                "epäsuora luettelo, jota ei tulkita",
                "en indirekt lista, som inte tolkas",
            ),
            Self::SomeReasons => Text::new(
                "a list for some reasons only, which is not evaluated",
                "vain joitakin syitä koskeva luettelo, jota ei tulkita",
                "en lista för bara vissa skäl, som inte tolkas",
            ),
            Self::CriticalExtension => Text::new(
                "a list with a critical extension that is not processed",
                "luettelo, jonka kriittistä laajennusta ei tulkita",
                "en lista med ett kritiskt tillägg som inte tolkas",
            ),
            Self::NoNextUpdate => Text::new(
                "a list that does not say until when it holds",
                "luettelo, joka ei kerro, mihin asti se on voimassa",
                "en lista som inte anger hur länge den gäller",
            ),
            Self::Version => Text::new(
                "a list without extensions (version 1), which is not evaluated",
                "luettelo ilman laajennuksia (versio 1), jota ei tulkita",
                "en lista utan tillägg (version 1), som inte tolkas",
            ),
            Self::Unprocessed => Text::new(
                "a list with something in it that is not processed",
                "luettelo, jossa on jotain, jota ei tulkita",
                "en lista med något som inte tolkas",
            ),
        }
    }

    fn of(fault: &Fault, has_version: bool, has_next_update: bool) -> Self {
        match fault {
            Fault::UnsupportedDeltaCrl => Self::Delta,
            Fault::UnsupportedIndirectCrl => Self::Indirect,
            Fault::UnsupportedRevocationReasonsPartitioning => Self::SomeReasons,
            Fault::UnsupportedCriticalExtension => Self::CriticalExtension,
            _ if !has_version => Self::Version,
            _ if !has_next_update => Self::NoNextUpdate,
            Fault::UnsupportedCrlVersion | Fault::MalformedExtensions => Self::Version,
            _ => Self::Unprocessed,
        }
    }
}

/// Why an input cannot be understood as a list of revoked certificates.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message(Language::En))]
#[non_exhaustive]
pub enum CrlError {
    /// Over the limit; nothing was read.
    TooLarge {
        /// Its size in bytes.
        size: usize,
    },
    /// No list in it.
    NotFound,
    /// The list breaks off, or holds something else, at that byte.
    Broken {
        /// The byte.
        offset: usize,
    },
    /// Its text form is broken, or a private key is in it.
    Text(ReadError),
}

impl CrlError {
    /// The message in one language: lower-case, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let [en, fi, sv] = match self {
            Self::TooLarge { size } => [
                format!(
                    "too large for a list of revoked certificates: {size} bytes, at most {CRL_SIZE_LIMIT} are read"
                ),
                format!(
                    "liian suuri sulkulistaksi: {size} tavua, enintään {CRL_SIZE_LIMIT} luetaan"
                ),
                format!("för stor för en spärrlista: {size} byte, högst {CRL_SIZE_LIMIT} läses"),
            ],
            Self::NotFound => [
                "no list of revoked certificates in it, neither as PEM nor as DER".into(),
                "ei sisällä sulkulistaa, ei PEM- eikä DER-muodossa".into(),
                "innehåller ingen spärrlista, varken som PEM eller DER".into(),
            ],
            Self::Broken { offset } => [
                format!("the list of revoked certificates is broken at byte {offset}"),
                format!("sulkulista on rikki tavussa {offset}"),
                format!("spärrlistan är trasig vid byte {offset}"),
            ],
            Self::Text(error) => return error.message(language),
        };
        match language {
            Language::En => en,
            Language::Fi => fi,
            Language::Sv => sv,
        }
    }
}

const ISSUING_DISTRIBUTION_POINT: &[u8] = &[0x55, 0x1d, 28];

impl Crl {
    /// Reads a list in DER.
    ///
    /// # Errors
    /// It is broken, is something else, or is over 16 MB.
    pub fn from_der(der: &[u8]) -> Result<Self, CrlError> {
        if der.len() > CRL_SIZE_LIMIT {
            return Err(CrlError::TooLarge { size: der.len() });
        }
        read(der).map_err(|fault| CrlError::Broken {
            offset: match fault {
                tlv::Fault::Truncated { offset }
                | tlv::Fault::Header { offset }
                | tlv::Fault::Tag { offset, .. }
                | tlv::Fault::Missing { offset } => offset,
            },
        })
    }

    /// Reads all lists of a file, in its order: one in DER, or any number in PEM with any text
    /// around them.
    ///
    /// # Errors
    /// There is none, or one of them cannot be read.
    pub fn read_all(bytes: &[u8]) -> Result<Vec<Self>, CrlError> {
        if bytes.len() > CRL_SIZE_LIMIT {
            return Err(CrlError::TooLarge { size: bytes.len() });
        }
        match pem::labelled(bytes, |label| label == b"X509 CRL").map_err(CrlError::Text)? {
            Some(blocks) if blocks.is_empty() => Err(CrlError::NotFound),
            Some(blocks) => blocks.iter().map(|der| Self::from_der(der)).collect(),
            None => Self::from_der(bytes).map(|list| vec![list]),
        }
    }

    /// The bytes it was read from.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The name of its issuer.
    #[must_use]
    pub fn issuer(&self) -> Name<'_> {
        Name::new(&self.issuer)
    }

    pub(super) fn issuer_octets(&self) -> &[u8] {
        &self.issuer
    }

    /// When it was issued.
    #[must_use]
    pub const fn this_update(&self) -> Moment {
        self.this_update
    }

    /// When the next one is due; from then on it is stale.
    #[must_use]
    pub const fn next_update(&self) -> Option<Moment> {
        self.next_update
    }

    /// Why it is not evaluated, where it is not.
    #[must_use]
    pub fn obstacle(&self) -> Option<CrlObstacle> {
        self.list.as_ref().err().copied()
    }

    /// Whether its scope takes in a certificate, as webpki sees it: one that names no address is
    /// taken in by any list.
    pub(super) fn is_taken_for(&self, is_ca: bool, certificate: &Certificate) -> bool {
        let Some(scope) = &self.scope else {
            return true;
        };
        if (scope.only_cas && !is_ca) || (scope.only_users && is_ca) {
            return false;
        }
        certificate.crl_uris().next().is_none() || scope.names_an_address_of(certificate)
    }

    /// Whether its scope takes in a certificate (RFC 5280, section 6.3.3 (b) (2)): a list for one
    /// address says nothing of a certificate that does not name it.
    pub(super) fn covers(&self, is_ca: bool, certificate: &Certificate) -> bool {
        let named = |scope: &Scope| scope.names_an_address_of(certificate);
        self.is_taken_for(is_ca, certificate) && self.scope.as_ref().is_none_or(named)
    }
}

impl Scope {
    fn names_an_address_of(&self, certificate: &Certificate) -> bool {
        let mut theirs = certificate.crl_uris();
        theirs.any(|uri| self.uris.iter().any(|ours| ours == uri))
    }
}

fn read(der: &[u8]) -> Result<Crl, tlv::Fault> {
    let signed = Signed::read(der)?;
    let mut fields = signed.to_be_signed;
    let has_version = fields.optional(INTEGER)?.is_some();
    fields.expect(SEQUENCE)?;
    let issuer = fields.expect(SEQUENCE)?.content;
    let offset = fields.offset();
    let missing = tlv::Fault::Missing { offset };
    let this_update = fields.next()?.ok_or(missing)?;
    let (this_update, _) = Moment::read(&this_update).ok_or(missing)?;
    let next_update = match fields.peek() {
        Some(UTC_TIME | GENERALIZED_TIME) => fields.next()?,
        _ => None,
    };
    let next_update = match next_update {
        Some(tlv) => Some(Moment::read(&tlv).ok_or(missing)?.0),
        None => None,
    };
    fields.optional(SEQUENCE)?;
    let mut scope = None;
    if let Some(extensions) = fields.optional(0xa0)? {
        let mut list = extensions.reader().expect(SEQUENCE)?.reader();
        while let Some(entry) = list.next()? {
            let mut parts = entry.reader();
            let oid = parts.expect(OID)?.content;
            parts.optional(BOOLEAN)?;
            let mut value = parts.expect(OCTET_STRING)?.reader();
            if oid == ISSUING_DISTRIBUTION_POINT {
                let point = value.expect(SEQUENCE)?;
                let mut flags = point.reader();
                let mut found = Scope {
                    uris: Uris::new(point.content).map(str::to_owned).collect(),
                    ..Scope::default()
                };
                while let Some(flag) = flags.next()? {
                    let set = flag.content != [0];
                    found.only_users |= flag.tag == 0x81 && set;
                    found.only_cas |= flag.tag == 0x82 && set;
                }
                scope = Some(found);
            }
        }
    }
    let list = OwnedCertRevocationList::from_der(der)
        .map(CertRevocationList::from)
        .map_err(|fault| CrlObstacle::of(&fault, has_version, next_update.is_some()));
    Ok(Crl {
        der: der.into(),
        issuer: issuer.into(),
        this_update,
        next_update,
        scope,
        list,
    })
}
