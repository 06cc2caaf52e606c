//! What a certificate and a request have in common, lent from the bytes that were read.

use crate::extension::{AltNames, Extensions, KeyUsage, Oids, Uris};
#[cfg(feature = "_path")]
use crate::extension::{BasicConstraints, Extension};
use crate::key::{Key, SignatureAlgorithm, SubjectKey};
use crate::name::{KnownAttribute, Name};
use crate::oddity::Oddity;
#[cfg(feature = "_path")]
use crate::signature::{PublicKey, Signature};
use crate::signed::Signed;
use crate::time::Validity;
use crate::tlv::Span;

/// A certificate or request, read.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) bytes: Box<[u8]>,
    #[cfg_attr(
        not(feature = "_path"),
        expect(dead_code, reason = "read where signatures are verified")
    )]
    pub(crate) signed: Signed,
    pub(crate) subject: ReadName,
    pub(crate) key: SubjectKey,
    pub(crate) extensions: Extensions,
    pub(crate) issued: Option<Issued>,
    pub(crate) oddities: Vec<Oddity>,
}

/// A name, read.
#[derive(Clone, Debug)]
pub(crate) struct ReadName {
    pub(crate) content: Span,
    pub(crate) attributes: Vec<KnownAttribute>,
}

impl ReadName {
    fn of_bytes<'a>(&'a self, bytes: &'a [u8]) -> Name<'a> {
        Name::of_known(self.content.of_bytes(bytes), &self.attributes, bytes)
    }
}

/// What only a certificate has.
#[derive(Clone, Debug)]
pub(crate) struct Issued {
    pub(crate) serial: Span,
    pub(crate) issuer: ReadName,
    pub(crate) validity: Validity,
    pub(crate) algorithm: SignatureAlgorithm,
}

impl Content {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn subject(&self) -> Name<'_> {
        self.subject.of_bytes(&self.bytes)
    }

    pub(crate) fn issued(&self) -> Option<&Issued> {
        self.issued.as_ref()
    }

    pub(crate) fn issuer(&self) -> Name<'_> {
        let issued = self.issued.as_ref();
        issued.map_or(Name::new(&[]), |issued| issued.issuer.of_bytes(&self.bytes))
    }

    pub(crate) fn serial(&self) -> &[u8] {
        let content = self
            .issued
            .as_ref()
            .map(|issued| issued.serial.of_bytes(&self.bytes));
        content.unwrap_or_default()
    }

    pub(crate) fn alt_names(&self) -> AltNames<'_> {
        AltNames::new(self.value(self.extensions.alternative_name))
    }

    pub(crate) const fn key_usage(&self) -> Option<KeyUsage> {
        self.extensions.key_usage
    }

    pub(crate) fn extended_key_usage(&self) -> Option<Oids<'_>> {
        self.extensions
            .extended_key_usage
            .map(|span| Oids::new(span.of_bytes(&self.bytes), false))
    }

    pub(crate) fn policies(&self) -> Oids<'_> {
        Oids::new(self.value(self.extensions.policies), true)
    }

    pub(crate) fn is_ca(&self) -> bool {
        self.extensions
            .basic_constraints
            .is_some_and(|constraints| constraints.ca)
    }

    pub(crate) const fn has_basic_constraints(&self) -> bool {
        self.extensions.basic_constraints.is_some()
    }

    /// The content of the CRL distribution points.
    #[cfg(feature = "_path")]
    pub(crate) fn crl_points(&self) -> &[u8] {
        self.value(self.extensions.crl_distribution_points)
    }

    pub(crate) fn crl_uris(&self) -> Uris<'_> {
        Uris::new(self.value(self.extensions.crl_distribution_points))
    }

    pub(crate) fn authority_uris(&self) -> Uris<'_> {
        Uris::new(self.value(self.extensions.authority_info_access))
    }

    pub(crate) fn oddities(&self) -> &[Oddity] {
        &self.oddities
    }

    /// The public key's algorithm and size.
    pub(crate) const fn key(&self) -> Key {
        self.key.kind
    }

    /// All extensions, as far as they can be read.
    #[cfg(feature = "_path")]
    pub(crate) fn extensions(&self) -> impl Iterator<Item = Extension<'_>> {
        Extension::all(self.value(self.extensions.list))
    }

    /// The basic constraints.
    #[cfg(feature = "_path")]
    pub(crate) const fn basic_constraints(&self) -> Option<BasicConstraints> {
        self.extensions.basic_constraints
    }

    /// The value of the name constraints.
    #[cfg(feature = "_path")]
    pub(crate) fn name_constraints(&self) -> Option<&[u8]> {
        let span = self.extensions.name_constraints?;
        Some(span.of_bytes(&self.bytes))
    }

    /// The public key as it stands.
    #[cfg(feature = "_path")]
    pub(crate) fn public_key(&self) -> PublicKey<'_> {
        PublicKey {
            algorithm: self.key.algorithm.of_bytes(&self.bytes),
            key: self
                .key
                .bits
                .of_bytes(&self.bytes)
                .get(1..)
                .unwrap_or_default(),
            kind: self.key.kind,
        }
    }

    /// Whether the signature of a request is by the key in it; none where that cannot be read.
    #[cfg(feature = "_path")]
    pub(crate) fn own_signature(&self) -> Option<Signature> {
        let signed = &self.signed;
        let (0, signature) = signed.signature.of_bytes(&self.bytes).split_first()? else {
            return None;
        };
        // Of the key, too, only whole octets are looked at.
        self.key
            .bits
            .of_bytes(&self.bytes)
            .starts_with(&[0])
            .then(|| {
                let algorithm = signed.algorithm.of_bytes(&self.bytes);
                let message = signed.message.of_bytes(&self.bytes);
                self.public_key().verify(algorithm, message, signature)
            })
    }

    fn value(&self, span: Option<Span>) -> &[u8] {
        span.map(|span| span.of_bytes(&self.bytes))
            .unwrap_or_default()
    }
}
