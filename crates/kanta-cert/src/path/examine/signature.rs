//! Whether each certificate is signed by the one above it.

use kanta_conformance::Value;

use super::found::{Found, Matter, about, with};
use crate::path::search::Link;
use crate::path::store::TrustStore;
use crate::path::words::*;
use crate::signature::{PublicKey, Signature};

/// Verifies a signature with a key, each as it stands.
pub(in crate::path) fn verify(
    issuer: &Link<'_>,
    algorithm: &[u8],
    message: &[u8],
    signature: &[u8],
) -> Signature {
    let key = PublicKey {
        algorithm: issuer.parts.key_algorithm,
        key: issuer.parts.key,
        kind: issuer.certificate.key(),
    };
    key.verify(algorithm, message, signature)
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
