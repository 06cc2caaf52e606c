//! Whether each certificate is signed by the one above it.

use kanta_conformance::Value;
use webpki::ALL_VERIFICATION_ALGS;

use super::found::{Found, Matter, about, with};
use crate::key::Key;
use crate::path::parts::Parts;
use crate::path::search::Link;
use crate::path::store::TrustStore;
use crate::path::words::*;

/// What became of a signature.
pub(in crate::path) enum Signature {
    Good,
    False,
    UnknownAlgorithm,
    ShortKey,
}

/// Verifies a signature with a key, each as it stands.
pub(in crate::path) fn verify(
    issuer: &Link<'_>,
    algorithm: &[u8],
    message: &[u8],
    signature: &[u8],
) -> Signature {
    let Parts {
        key, key_algorithm, ..
    } = issuer.parts;
    let mut known = false;
    for candidate in ALL_VERIFICATION_ALGS {
        if candidate.signature_alg_id().as_ref() != algorithm
            || candidate.public_key_alg_id().as_ref() != key_algorithm
        {
            continue;
        }
        known = true;
        if candidate.verify_signature(key, message, signature).is_ok() {
            return Signature::Good;
        }
    }
    match issuer.certificate.key() {
        _ if !known => Signature::UnknownAlgorithm,
        // Keys below this are refused without a look at the signature.
        Key::Rsa { bits } if bits < 2048 => Signature::ShortKey,
        _ => Signature::False,
    }
}

pub(super) fn signature(
    store: &TrustStore,
    child: &Link<'_>,
    issuer: &Link<'_>,
    found: &mut Found,
) {
    let parts = &child.parts;
    let tried = with(TRIED, issuer.certificate);
    let mut said = |text, is_false: bool| {
        let mut values = vec![with(text, child.certificate), tried.clone()];
        let same = store.roots().iter().chain(store.between());
        let same = same.filter(|ca| Link::new(ca.certificate()).parts.subject == parts.issuer);
        let count = u64::try_from(same.count()).unwrap_or(u64::MAX);
        if is_false && count > 1 {
            values.push(about(TRIED_COUNT, Value::Count(count)));
        }
        if is_false {
            found.wrong(Matter::Genuine, values);
        } else {
            found.unknown(Matter::Genuine, values);
        }
    };
    match verify(issuer, parts.algorithm, parts.signed, parts.signature) {
        Signature::Good => {}
        Signature::False => said(FALSE, true),
        Signature::UnknownAlgorithm => said(UNKNOWN_ALGORITHM, false),
        Signature::ShortKey => said(SHORT_KEY, false),
    }
}
