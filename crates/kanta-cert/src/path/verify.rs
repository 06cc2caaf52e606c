//! The judge: webpki, with what this crate asks beside it.

use std::cell::Cell;
use std::time::Duration;

use rustls_pki_types::{CertificateDer, UnixTime};
use webpki::{
    ALL_VERIFICATION_ALGS, EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeIdIter,
    VerifiedPath,
};

use super::revocation;
use super::search::chain;
use super::store::TrustStore;
use crate::certificate::Certificate;
use crate::extension::KeyUsage;
use crate::time::{Moment, Validity};

/// Accepts any purpose: the CAs of DVV bear purposes that their signature certificates do not, and
/// the end entity's own are another row's matter.
pub(super) struct AnyPurpose;

impl ExtendedKeyUsageValidator for AnyPurpose {
    fn validate(&self, purposes: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        for purpose in purposes {
            purpose?;
        }
        Ok(())
    }
}

/// What a path was verified for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// The instant.
    pub(super) at: Moment,
    /// Lists issued after this instant do not count.
    pub(super) lists_until: Moment,
    /// Whether lists of revoked certificates are asked.
    pub(super) revocation: bool,
}

/// A path that was verified.
#[derive(Debug)]
pub(super) struct Verified {
    /// The CAs between, from the end entity upwards, as places in the store.
    pub(super) between: Vec<usize>,
    /// The trust anchor, as a place in the store.
    pub(super) root: usize,
    /// The last moment until which the very same path and lists hold.
    pub(super) until: Moment,
}

pub(super) fn unix(moment: Moment) -> Option<UnixTime> {
    let seconds = u64::try_from(moment.unix_seconds()).ok()?;
    Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
}

impl TrustStore {
    /// Verifies that there is a path from the certificate to one of the trust anchors.
    pub(super) fn verify(&self, leaf: &Certificate, asked: Asked) -> Result<Verified, Error> {
        let der = CertificateDer::from(leaf.der());
        let end_entity = EndEntityCert::try_from(&der)?;
        let found = Cell::new(None);
        let beside = |path: &VerifiedPath<'_>| {
            found.set(Some(self.beside(leaf, path, asked)?));
            Ok(())
        };
        end_entity.verify_for_usage(
            ALL_VERIFICATION_ALGS,
            &self.anchors,
            &self.ders,
            unix(asked.at).ok_or(Error::BadDerTime)?,
            AnyPurpose,
            None,
            Some(&beside),
        )?;
        found.into_inner().ok_or(Error::UnknownIssuer)
    }

    /// What webpki does not look at here: the trust anchor's own certificate, the key usage of CAs,
    /// and revocation, for which it asks one list only, the first that seems to fit.
    fn beside(
        &self,
        leaf: &Certificate,
        path: &VerifiedPath<'_>,
        asked: Asked,
    ) -> Result<Verified, Error> {
        let root = self
            .anchors
            .iter()
            .position(|anchor| std::ptr::eq(anchor, path.anchor()))
            .ok_or(Error::UnknownIssuer)?;
        let mut between = Vec::new();
        for ca in path.intermediate_certificates() {
            let der = ca.der();
            let same = |known: &CertificateDer<'_>| *known == der;
            between.push(
                self.ders
                    .iter()
                    .position(same)
                    .ok_or(Error::UnknownIssuer)?,
            );
        }
        let anchor = self.roots().get(root).ok_or(Error::UnknownIssuer)?;
        let anchor = anchor.certificate();
        if !anchor.validity().covers(asked.at) {
            return Err(Error::InvalidCertValidity);
        }
        let chain = chain(self, leaf, &between, root);
        let mut until = i64::MAX;
        let mut below = 0_u64;
        for (index, link) in chain.links.iter().enumerate() {
            until = earlier(link.certificate.validity(), until);
            if index == 0 {
                continue;
            }
            if link.leaves_out(KeyUsage::KEY_CERT_SIGN) {
                return Err(Error::EndEntityUsedAsCa);
            }
            if link.path_length().is_some_and(|allowed| below > allowed) {
                return Err(Error::PathLenConstraintViolated);
            }
            below = below.saturating_add(u64::from(!link.names_itself()));
        }
        if asked.revocation {
            let lists_until = revocation::holds_until(self, &chain, asked)
                .ok_or(Error::UnknownRevocationStatus)?;
            until = until.min(lists_until.unix_seconds());
        }
        Ok(Verified {
            between,
            root,
            until: Moment::from_unix_seconds(until),
        })
    }

    /// The certificates of the CAs between at these places.
    pub(super) fn certificates(&self, between: &[usize]) -> impl Iterator<Item = &Certificate> {
        between
            .iter()
            .filter_map(|index| self.intermediates().get(*index))
            .map(super::store::Authority::certificate)
    }
}

fn earlier(validity: Validity, until: i64) -> i64 {
    validity.not_after.unix_seconds().min(until)
}
