//! What each certificate of a chain is: anchored, valid, a CA where it has to be, and understood.

use kanta_conformance::Value;
use rustls_pki_types::CertificateDer;
use webpki::{EndEntityCert, Error};

use crate::certificate::Certificate;
use crate::extension::KeyUsage;
use crate::oid::RawOid;
use crate::path::check::{CheckResults, PathCheck, about, with};
use crate::path::link::{Link, POLICIES};
use crate::path::search::{Chain, written_otherwise};
use crate::path::store::{TrustStore, called};
use crate::path::words::*;
use crate::time::Moment;

pub(super) fn no_anchor(store: &TrustStore, top: &Link<'_>, found: &mut CheckResults) {
    let issuer = top.certificate.issuer();
    let name = Value::words(&called(&issuer));
    if store.is_empty() {
        found.wrong(PathCheck::Trusted, vec![Value::Term(NO_ANCHOR)]);
    } else if written_otherwise(store, &issuer) {
        found.unknown(
            PathCheck::Trusted,
            vec![
                about(NAME_WRITTEN_OTHERWISE, name),
                with(OF, top.certificate),
            ],
        );
    } else {
        found.wrong(
            PathCheck::Trusted,
            vec![about(NO_ISSUER, name), with(OF, top.certificate)],
        );
    }
}

pub(super) fn valid(certificate: &Certificate, at: Moment, found: &mut CheckResults) {
    let validity = certificate.validity();
    let fault = if validity.not_after < validity.not_before {
        INVERTED
    } else if at < validity.not_before {
        NOT_YET
    } else if at > validity.not_after {
        EXPIRED
    } else {
        return;
    };
    let period = Value::Period(
        validity.not_before.finnish_day(),
        validity.not_after.finnish_day(),
    );
    found.wrong(PathCheck::Valid, vec![with(fault, certificate), period]);
}

pub(super) fn ca(chain: &Chain<'_>, index: usize, found: &mut CheckResults) {
    let Some(link) = chain.links.get(index) else {
        return;
    };
    let certificate = link.certificate;
    if !certificate.is_ca() {
        found.wrong(PathCheck::Cas, vec![with(NOT_A_CA, certificate)]);
    }
    if link.leaves_out(KeyUsage::KEY_CERT_SIGN) {
        found.wrong(PathCheck::Cas, vec![with(MAY_NOT_SIGN, certificate)]);
    }
    let below = chain.links.iter().take(index).skip(1);
    let below = below.filter(|link| !link.names_itself());
    let below = u64::try_from(below.count()).unwrap_or(u64::MAX);
    if let Some(allowed) = link.path_length().filter(|allowed| below > *allowed) {
        let values = vec![
            with(TOO_MANY_BELOW, certificate),
            about(ALLOWED, Value::Count(allowed)),
            about(BELOW, Value::Count(below)),
        ];
        found.wrong(PathCheck::Length, values);
    }
}

pub(super) fn unprocessed(link: &Link<'_>, found: &mut CheckResults) {
    let der = CertificateDer::from(link.certificate.der());
    let refusal = match EndEntityCert::try_from(&der) {
        Err(refusal) => Some(refusal),
        Ok(_) => {
            let mut purposes = link.certificate.extended_key_usage();
            let is_empty = purposes.as_mut().is_some_and(|list| list.next().is_none());
            is_empty.then_some(Error::EmptyEkuExtension)
        }
    };
    // Critical extensions are told by their names below.
    if let Some(refusal) = refusal.filter(|_| link.unprocessed().next().is_none()) {
        let stopped = about(PATH_CHECK_STOPPED, Value::words(&refusal.to_string()));
        found.unknown(
            PathCheck::Processed,
            vec![stopped, with(IN, link.certificate)],
        );
    }
    for oid in link.unprocessed() {
        let what = if oid == POLICIES {
            Value::Term(CRITICAL_POLICIES)
        } else {
            about(CRITICAL_EXTENSION, Value::Oid(RawOid(oid).to_string()))
        };
        found.unknown(PathCheck::Processed, vec![what, with(IN, link.certificate)]);
    }
}
