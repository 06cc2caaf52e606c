//! Whether each certificate is signed by the one above it.

use kanta_conformance::Value;

use crate::path::check::{CheckResults, PathCheck, about, with};
use crate::path::link::Link;
use crate::path::store::TrustStore;
use crate::path::words::*;
use crate::signature::Signature;

pub(super) fn signature(
    store: &TrustStore,
    child: &Link<'_>,
    issuer: &Link<'_>,
    found: &mut CheckResults,
) {
    let tried = with(TRIED, issuer.certificate);
    let mut said = |text, is_false: bool| {
        let mut values = vec![with(text, child.certificate), tried.clone()];
        let same = store.roots().iter().chain(store.intermediates());
        let same = same.filter(|ca| Link::new(ca.certificate()).subject() == child.issuer());
        let count = u64::try_from(same.count()).unwrap_or(u64::MAX);
        if is_false && count > 1 {
            values.push(about(TRIED_COUNT, Value::Count(count)));
        }
        if is_false {
            found.wrong(PathCheck::Genuine, values);
        } else {
            found.unknown(PathCheck::Genuine, values);
        }
    };
    match issuer.verify(child.certificate.der(), &child.certificate.0.signed) {
        Signature::Good => {}
        Signature::False => said(FALSE, true),
        Signature::UnknownAlgorithm => said(UNKNOWN_ALGORITHM, false),
        Signature::ShortKey => said(SHORT_KEY, false),
    }
}
