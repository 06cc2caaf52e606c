//! How certificates are told: held against their profile, or shown field by field.

mod show;
mod text;
mod trust;

use kanta_cert::{CertificateKind, CertificateOrRequest, IssuerList, kind_of};
use kanta_conformance::{Escaped, Language, Text, text};

use kanta_report::view::CheckedCertificate;

pub(crate) use show::show;
pub(crate) use text::{text, together};

/// What no program can compute, or what is not computed here; it does not count.
const NOT_JUDGED: [Text; 2] = [
    text! {
        en: "cryptographic strength at level TL IV: its table is not public, so somebody has to attest it",
        fi: "kryptografinen vahvuus tasolla TL IV: taulukko ei ole julkinen, joten jonkun on vakuutettava se",
        sv: "kryptografisk styrka på nivå TL IV: tabellen är inte offentlig, så någon måste intyga den",
    },
    text! {
        en: "path and revocation: signatures are not verified and no revocation is asked for",
        fi: "varmennepolku ja sulkutila: allekirjoituksia ei tarkisteta eikä sulkutilaa kysytä",
        sv: "certifieringskedja och spärrstatus: signaturer verifieras inte och spärrning efterfrågas inte",
    },
];

/// Of those, what was not judged this time: path and revocation are, where something is
/// trusted, and a request has neither.
fn not_judged(checked: &CheckedCertificate<'_>) -> impl Iterator<Item = Text> {
    NOT_JUDGED.into_iter().take(checked.not_judged().len())
}

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
