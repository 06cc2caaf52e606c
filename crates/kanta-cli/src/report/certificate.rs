//! How certificates are told: held against their profile, or shown field by field.

mod show;
mod together;

use kanta_cert::{CertificateKind, CertificateOrRequest, IssuerList, kind_of};
use kanta_conformance::{Escaped, Language};

pub(crate) use show::show;
pub(crate) use together::together;

/// The file's name, and the number of the certificate where the file has several.
fn title(name: &str, (number, count): (usize, usize)) -> String {
    let name = Escaped(name);
    if count > 1 {
        format!("{name} ({number}/{count})")
    } else {
        name.to_string()
    }
}

/// What kind it is, in words; a request says so.
fn kind(document: &CertificateOrRequest, issuers: &IssuerList) -> (CertificateKind, bool) {
    (
        kind_of(document, issuers),
        matches!(document, CertificateOrRequest::Request(_)),
    )
}

fn kind_words(document: &CertificateOrRequest, issuers: &IssuerList, language: Language) -> String {
    let (kind, request) = kind(document, issuers);
    let words = kind.name().get(language);
    if !request {
        return words.to_owned();
    }
    match language {
        Language::En => format!("a request for {words}"),
        Language::Fi => format!("varmennepyyntö: {words}"),
        Language::Sv => format!("en certifikatbegäran: {words}"),
    }
}
