//! Whether the names of a chain keep to its name constraints.

use rustls_pki_types::CertificateDer;
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, Error};

use crate::certificate::Certificate;
use crate::path::check::{CheckResults, PathCheck, about, of, one, with};
use crate::path::search::Chain;
use crate::path::store::TrustStore;
use crate::path::verify::{AnyPurpose, Asked, unix};
use crate::path::words::*;
use crate::time::Moment;

/// Name constraints are webpki's alone: asked about this very chain, at a time when all of it is
/// valid, so that an expired certificate does not hide them.
pub(super) fn names(store: &TrustStore, chain: &Chain<'_>, asked: Asked, found: &mut CheckResults) {
    let constrained: Vec<&Certificate> = chain
        .links
        .iter()
        .filter(|link| link.has_name_constraints())
        .map(|link| link.certificate)
        .collect();
    if constrained.is_empty() {
        return;
    }
    match isolated(store, chain, asked.at) {
        Ok(()) => {}
        // webpki refuses constraints that it cannot judge with the same word as names that break
        // them.
        Err(Some(Error::NameConstraintViolation)) if constrains_others(chain) => {
            for ca in constrained {
                found.unknown(PathCheck::Names, vec![with(NAMES_UNPROCESSED, ca)]);
            }
        }
        Err(Some(Error::NameConstraintViolation)) => {
            let of = constrained.iter().map(|ca| of(ca)).collect();
            let values = vec![about(OUTSIDE_NAMES, one(of))];
            found.wrong(PathCheck::Names, values);
        }
        Err(_) => {
            for ca in constrained {
                found.unknown(PathCheck::Names, vec![with(NAMES_HIDDEN, ca)]);
            }
        }
    }
}

fn constrains_others(chain: &Chain<'_>) -> bool {
    let mut links = chain.links.iter();
    let mut between = chain.links.iter().skip(1).take(chain.between.len());
    links.any(|link| link.constrains_other_names())
        // Constraints do not reach a CA's own renewal; to webpki they do.
        || between.any(|link| link.names_itself())
}

fn isolated(store: &TrustStore, chain: &Chain<'_>, at: Moment) -> Result<(), Option<Error>> {
    let anchor = chain.root.and_then(|root| store.anchors.get(root));
    let anchor = anchor.ok_or(None)?.clone();
    let between: Vec<CertificateDer<'_>> = chain
        .between
        .iter()
        .filter_map(|index| store.ders.get(*index).cloned())
        .collect();
    let count = between.len().saturating_add(1);
    let without_anchor = || chain.links.iter().take(count).map(|link| link.certificate);
    let starts = without_anchor().map(|certificate| certificate.validity().not_before);
    let ends = without_anchor().map(|certificate| certificate.validity().not_after);
    let (first, last) = (starts.max().ok_or(None)?, ends.min().ok_or(None)?);
    let time = if first > last {
        at
    } else {
        at.clamp(first, last)
    };
    let leaf = chain.links.first().ok_or(None)?;
    let der = CertificateDer::from(leaf.certificate.der());
    let end_entity = EndEntityCert::try_from(&der).map_err(Some)?;
    let anchors = [anchor];
    end_entity
        .verify_for_usage(
            ALL_VERIFICATION_ALGS,
            &anchors,
            &between,
            unix(time).ok_or(None)?,
            AnyPurpose,
            None,
            None,
        )
        .map(|_| ())
        .map_err(Some)
}
