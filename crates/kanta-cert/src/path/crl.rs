//! Lists of revoked certificates, read as far as a path needs them.

mod entries;
mod error;
mod obstacle;
mod scope;

use crate::certificate::{Certificate, CertificateOrRequest};
use crate::error::ReadError;
use crate::extension::Extension;
use crate::form::FileForm;
use crate::name::Name;
use crate::oid::known::extension::AUTHORITY_KEY_IDENTIFIER;
use crate::oid::known::list::{DELTA, ISSUING_DISTRIBUTION_POINT, NUMBER};
use crate::pem;
use crate::signed::Signed;
use crate::time::Moment;
use crate::tlv::{
    BIT_STRING, Fault, GENERALIZED_TIME, INTEGER, Reader, SEQUENCE, Span, Tlv, UTC_TIME,
};

use entries::Entries;
use scope::Scope;

pub(super) use entries::Entry;
pub use error::CrlError;
pub use obstacle::CrlObstacle;

/// The largest list of revoked certificates that is read: 16 MB.
pub const CRL_SIZE_LIMIT: usize = 16 << 20;

/// A list of revoked certificates that could be read, with the bytes it was read from.
///
/// Nothing here says that it is genuine: its signature is verified when a certificate is.
#[derive(Clone, Debug)]
pub struct Crl {
    der: Box<[u8]>,
    signed: Signed,
    issuer: Span,
    this_update: Moment,
    next_update: Option<Moment>,
    /// Its issuing distribution point; none where there is no such extension.
    scope: Option<Scope>,
    /// Where the revoked certificates stand; none where there are none.
    revoked: Option<Span>,
    obstacle: Option<CrlObstacle>,
}

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
                Fault::Truncated { offset }
                | Fault::Header { offset }
                | Fault::Tag { offset, .. }
                | Fault::Missing { offset } => offset,
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
            None => Self::from_der(bytes)
                .map(|list| vec![list])
                .map_err(|error| Self::instead(bytes).unwrap_or(error)),
        }
    }

    /// What an input is in place of a list, where that is known.
    fn instead(bytes: &[u8]) -> Option<CrlError> {
        match CertificateOrRequest::read_all(bytes) {
            Ok(_) => Some(CrlError::NotFound),
            // A list, but not as it stands: in base64, say.
            Err(ReadError::OtherForm(FileForm::Crl)) if !bytes.starts_with(&[SEQUENCE]) => {
                Some(CrlError::NotFound)
            }
            Err(ReadError::OtherForm(FileForm::Crl)) => None,
            Err(error @ (ReadError::OtherForm(_) | ReadError::PrivateKey { .. })) => {
                Some(CrlError::Text(error))
            }
            Err(_) => None,
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
        Name::new(self.issuer.of_bytes(&self.der))
    }

    /// What is signed, and by what signature.
    pub(super) const fn signed(&self) -> &Signed {
        &self.signed
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
    pub const fn obstacle(&self) -> Option<CrlObstacle> {
        self.obstacle
    }

    /// Whether its scope takes in a certificate.
    pub(super) fn covers(&self, is_ca: bool, certificate: &Certificate) -> bool {
        let scope = self.scope.as_ref();
        scope.is_none_or(|scope| scope.covers(is_ca, certificate))
    }

    /// What it says of the certificate with this serial number. It has to be without obstacle.
    pub(super) fn find(&self, serial: &[u8]) -> Option<Entry<'_>> {
        let revoked = self.revoked?;
        Entries(Reader::new(revoked.of_bytes(&self.der), revoked.offset()))
            .filter_map(Result::ok)
            .find(|entry| entry.is_of(serial))
    }
}

/// Reads a list field by field: a `CertificateList` of `x509-cert` keeps every entry on its own, so
/// that 16 MB grow many times over, and is refused whole for one that is not DER. The first obstacle
/// counts: the extensions say best what a list is.
fn read(der: &[u8]) -> Result<Crl, Fault> {
    let mut input = Reader::new(der, 0);
    let whole = input.expect(SEQUENCE)?;
    let mut outer = whole.reader();
    let to_be_signed = outer.expect(SEQUENCE)?;
    let outer_algorithm = outer.expect(SEQUENCE)?;
    let signature = outer.expect(BIT_STRING)?;
    let values = [&whole, &to_be_signed, &outer_algorithm, &signature];
    let is_strict = input.is_empty()
        && outer.is_empty()
        && signature.content.first() == Some(&0)
        && values.iter().all(|value| value.is_der);

    let mut fields = to_be_signed.reader();
    let version = fields.optional(INTEGER)?;
    let algorithm = fields.expect(SEQUENCE)?;
    let issuer = fields.expect(SEQUENCE)?;
    let offset = fields.offset();
    let missing = Fault::Missing { offset };
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
    let revoked = fields.optional(SEQUENCE)?;
    let wrapper = fields.optional(0xa0)?;
    let (scope, of_extensions) = match &wrapper {
        Some(wrapper) => extensions(wrapper)?,
        None => (None, Some(CrlObstacle::Version)),
    };
    let is_version_2 = version.is_some_and(|version| version.content == [1]);
    let is_whole = is_strict && outer_algorithm.content == algorithm.content && fields.is_empty();
    let obstacle = of_extensions
        .or((!is_version_2).then_some(CrlObstacle::Version))
        .or(next_update.is_none().then_some(CrlObstacle::NoNextUpdate))
        .or((!is_whole).then_some(CrlObstacle::Unprocessed))
        .or_else(|| of_entries(revoked.as_ref()));
    Ok(Crl {
        signed: Signed::of(&to_be_signed, &outer_algorithm, &signature),
        issuer: Span::of(&issuer),
        this_update,
        next_update,
        scope,
        revoked: revoked.as_ref().map(Span::of),
        obstacle,
        der: der.into(),
    })
}

fn extensions(wrapper: &Tlv<'_>) -> Result<(Option<Scope>, Option<CrlObstacle>), Fault> {
    let mut scope = None;
    let mut obstacle = None;
    let mut seen: Vec<&[u8]> = Vec::new();
    let mut list = wrapper.reader().expect(SEQUENCE)?.reader();
    while let Some(entry) = list.next()? {
        let extension = Extension::read(&entry)?;
        let of_this = match extension.oid {
            // A second one of a kind is a contradiction; so many kinds are none.
            oid if seen.contains(&oid) || seen.len() > 16 => Some(CrlObstacle::Unprocessed),
            NUMBER | AUTHORITY_KEY_IDENTIFIER => None,
            DELTA => Some(CrlObstacle::Delta),
            ISSUING_DISTRIBUTION_POINT => match Scope::read(extension.value.content) {
                Some(found) => {
                    let obstacle = found.obstacle();
                    scope = Some(found);
                    obstacle
                }
                None => Some(CrlObstacle::Unprocessed),
            },
            _ if extension.is_critical() => Some(CrlObstacle::CriticalExtension),
            _ => None,
        };
        seen.push(extension.oid);
        obstacle = obstacle.or(of_this);
    }
    Ok((scope, obstacle))
}

fn of_entries(revoked: Option<&Tlv<'_>>) -> Option<CrlObstacle> {
    let mut entries = Entries(revoked?.reader());
    entries.find_map(Result::err)
}
