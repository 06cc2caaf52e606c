//! One certificate of a chain, and what a path needs of it.

use der::Decode;
use x509_cert::ext::pkix::NameConstraints;
use x509_cert::ext::pkix::name::GeneralName;

use crate::certificate::Certificate;
use crate::extension::KeyUsage;
use crate::oid::known::extension as known;
use crate::signature::{PublicKey, Signature};
use crate::signed::Signed;

pub(super) use known::POLICIES;

/// What webpki processes, or may leave alone, when it is critical.
const PROCESSED: [&[u8]; 6] = [
    known::KEY_USAGE,
    known::ALTERNATIVE_NAME,
    known::BASIC_CONSTRAINTS,
    known::NAME_CONSTRAINTS,
    known::CRL_DISTRIBUTION_POINTS,
    known::EXTENDED_KEY_USAGE,
];

/// One certificate of a chain.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link<'a> {
    pub(super) certificate: &'a Certificate,
}

impl<'a> Link<'a> {
    pub(super) const fn new(certificate: &'a Certificate) -> Self {
        Self { certificate }
    }

    /// The content of the subject's name.
    pub(super) fn subject(&self) -> &'a [u8] {
        self.certificate.subject().content()
    }

    /// The content of the issuer's name.
    pub(super) fn issuer(&self) -> &'a [u8] {
        self.certificate.issuer().content()
    }

    /// Whether it names itself as its issuer.
    pub(super) fn names_itself(&self) -> bool {
        self.subject() == self.issuer()
    }

    /// The public key.
    pub(super) fn key(&self) -> PublicKey<'a> {
        self.certificate.0.public_key()
    }

    /// Verifies the signature of a structure with its key.
    pub(super) fn verify(&self, der: &[u8], signed: &Signed) -> Signature {
        let signature = signed.signature.of_bytes(der);
        self.key().verify(
            signed.algorithm.of_bytes(der),
            signed.message.of_bytes(der),
            signature.get(1..).unwrap_or_default(),
        )
    }

    /// The path length of the basic constraints.
    pub(super) fn path_length(&self) -> Option<u64> {
        self.certificate.0.basic_constraints()?.path_length
    }

    /// Whether there is a key usage, and it leaves this one out; one that cannot be read leaves everything out.
    pub(super) fn leaves_out(&self, usage: KeyUsage) -> bool {
        match self.certificate.key_usage() {
            Some(usages) => !usages.contains(usage),
            None => {
                let mut extensions = self.certificate.0.extensions();
                extensions.any(|extension| extension.oid == known::KEY_USAGE)
            }
        }
    }

    /// Whether there are name constraints.
    pub(super) fn has_name_constraints(&self) -> bool {
        self.certificate.0.name_constraints().is_some()
    }

    /// Whether there are name constraints on names of other kinds than DNS names and IP addresses,
    /// or such as cannot be read.
    pub(super) fn constrains_other_names(&self) -> bool {
        let Some(value) = self.certificate.0.name_constraints() else {
            return false;
        };
        let Ok(constraints) = NameConstraints::from_der(value) else {
            return true;
        };
        let lists = [
            constraints.permitted_subtrees,
            constraints.excluded_subtrees,
        ];
        let mut subtrees = lists.iter().flatten().flatten();
        subtrees.any(|subtree| {
            !matches!(
                subtree.base,
                GeneralName::DnsName(_) | GeneralName::IpAddress(_)
            )
        })
    }

    /// Critical extensions that are not processed: the content octets of their OIDs.
    pub(super) fn unprocessed(&self) -> impl Iterator<Item = &'a [u8]> {
        let extensions = self.certificate.0.extensions();
        extensions
            .filter(|extension| extension.is_critical() && !PROCESSED.contains(&extension.oid))
            .map(|extension| extension.oid)
    }
}
