//! What stands in a certificate or request, field by field, in people's words.

use std::fmt::Write as _;
use std::io::{self, Write};

use kanta_cert::{AltName, CertificateOrRequest, IssuerList, KeyUsage, Name, Oids};
use kanta_conformance::{Escaped, Language, Text, text};

use kanta_report::layout::{self, BOLD};

struct Page<'a> {
    out: &'a mut dyn Write,
    language: Language,
}

impl Page<'_> {
    /// One line of a field; the label stands before the first of several values.
    fn field(&mut self, label: Text, values: &[String]) -> io::Result<()> {
        let label = label.get(self.language);
        for (index, value) in values.iter().enumerate() {
            layout::field(self.out, if index == 0 { label } else { "" }, value)?;
        }
        Ok(())
    }
}

/// Shows one certificate or request.
pub(crate) fn show(
    name: &str,
    number: (usize, usize),
    document: &CertificateOrRequest,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = super::title(name, number);
    let kind = super::kind_words(document, IssuerList::built_in(), language);
    writeln!(out, "{BOLD}{title}{BOLD:#}: {kind}")?;
    let mut page = Page { out, language };
    let (subject, key, usage, purposes, policies, oddities, ca, size) = match document {
        CertificateOrRequest::Certificate(one) => (
            one.subject(),
            one.key(),
            one.key_usage(),
            one.extended_key_usage(),
            one.policies(),
            one.oddities(),
            one.is_ca(),
            one.der().len(),
        ),
        CertificateOrRequest::Request(one) => (
            one.subject(),
            one.key(),
            one.key_usage(),
            one.extended_key_usage(),
            one.policies(),
            one.oddities(),
            one.is_ca(),
            one.der().len(),
        ),
    };
    page.field(
        text! { en: "subject", fi: "haltija", sv: "innehavare" },
        &name_lines(&subject),
    )?;
    let alternative = match document {
        CertificateOrRequest::Certificate(one) => one.alt_names(),
        CertificateOrRequest::Request(one) => one.alt_names(),
    };
    let alternative: Vec<String> = alternative.map(|name| alt_name(&name, language)).collect();
    page.field(
        text! { en: "other names", fi: "muut nimet", sv: "övriga namn" },
        &alternative,
    )?;
    page.field(
        text! { en: "key", fi: "avain", sv: "nyckel" },
        &[key.to_string()],
    )?;
    let usage: Vec<String> = usage
        .into_iter()
        .flat_map(KeyUsage::names)
        .map(str::to_owned)
        .collect();
    page.field(
        text! { en: "key usage", fi: "avaimen käyttö", sv: "nyckelanvändning" },
        &joined(&usage),
    )?;
    let purposes: Vec<String> = purposes.into_iter().flatten().map(purpose).collect();
    page.field(
        text! { en: "purposes", fi: "tarkoitukset", sv: "ändamål" },
        &joined(&purposes),
    )?;
    if ca {
        let yes = text! { en: "yes", fi: "kyllä", sv: "ja" }
            .get(language)
            .to_owned();
        page.field(
            text! { en: "is a CA's", fi: "varmentajan", sv: "utfärdares" },
            &[yes],
        )?;
    }
    if let CertificateOrRequest::Certificate(one) = document {
        page.field(
            text! { en: "issuer", fi: "myöntäjä", sv: "utfärdare" },
            &name_lines(&one.issuer()),
        )?;
        let validity = one.validity();
        let moment = |moment: kanta_cert::Moment| {
            format!("{} ({moment})", moment.finnish_day().display(language))
        };
        page.field(
            text! { en: "valid from", fi: "voimassa alkaen", sv: "giltigt från" },
            &[moment(validity.not_before)],
        )?;
        page.field(
            text! { en: "valid to", fi: "voimassa asti", sv: "giltigt till" },
            &[moment(validity.not_after)],
        )?;
        page.field(
            text! { en: "own serial no.", fi: "sarjanumero", sv: "serienummer" },
            &[hex(one.certificate_serial())],
        )?;
        page.field(
            text! { en: "signed with", fi: "allekirjoitettu", sv: "signerat med" },
            &[one.signature_algorithm().to_string()],
        )?;
        let uris = |uris: kanta_cert::Uris<'_>| -> Vec<String> {
            uris.map(|uri| Escaped(uri).to_string()).collect()
        };
        page.field(
            text! { en: "CRL", fi: "sulkulista", sv: "spärrlista" },
            &uris(one.crl_uris()),
        )?;
        page.field(
            text! { en: "CA, OCSP", fi: "varmentaja, OCSP", sv: "utfärdare, OCSP" },
            &uris(one.authority_uris()),
        )?;
    }
    page.field(
        text! { en: "policies", fi: "politiikat", sv: "policyer" },
        &oids(policies),
    )?;
    let bytes = format!(
        "{size} {}",
        text! { en: "bytes", fi: "tavua", sv: "byte" }.get(language)
    );
    page.field(text! { en: "size", fi: "koko", sv: "storlek" }, &[bytes])?;
    let place = text! { en: "at byte", fi: "tavussa", sv: "vid byte" }.get(language);
    let oddities: Vec<String> = oddities
        .iter()
        .map(|oddity| {
            format!(
                "{} ({place} {})",
                oddity.kind.name().get(language),
                oddity.offset
            )
        })
        .collect();
    page.field(
        text! { en: "odd", fi: "poikkeavaa", sv: "avvikande" },
        &oddities,
    )
}

fn joined(values: &[String]) -> Vec<String> {
    if values.is_empty() {
        Vec::new()
    } else {
        vec![values.join(", ")]
    }
}

fn oids(oids: Oids<'_>) -> Vec<String> {
    oids.map(|oid| oid.to_string()).collect()
}

/// One attribute a line, in the order of the certificate.
fn name_lines(name: &Name<'_>) -> Vec<String> {
    name.attributes()
        .map(|attribute| {
            let kind = attribute
                .short_name()
                .map_or_else(|| attribute.kind().to_string(), str::to_owned);
            match attribute.text() {
                Some(text) => format!("{kind}={}", Escaped(&text)),
                None => format!("{kind}=?"),
            }
        })
        .collect()
}

fn alt_name(name: &AltName<'_>, language: Language) -> String {
    match name {
        AltName::Dns(name) => format!("DNS {}", Escaped(name)),
        AltName::Ip(address) => format!("IP {address}"),
        AltName::Email(address) => {
            let word = text! { en: "e-mail", fi: "sähköposti", sv: "e-post" }.get(language);
            format!("{word} {}", Escaped(address))
        }
        AltName::Uri(uri) => format!("URI {}", Escaped(uri)),
        AltName::Directory(name) => name.to_string(),
        AltName::RegisteredId(oid) => format!("OID {oid}"),
        AltName::Unreadable { content, .. } => {
            let word =
                text! { en: "unreadable", fi: "ei luettavissa", sv: "oläsligt" }.get(language);
            format!("{word} {}", hex(content))
        }
        AltName::Other { content, .. } => {
            let word = text! { en: "another name", fi: "muu nimi", sv: "annat namn" }.get(language);
            format!("{word} {}", hex(content))
        }
        _ => String::new(),
    }
}

fn purpose(oid: kanta_cert::RawOid<'_>) -> String {
    let text = oid.to_string();
    match text.as_str() {
        "1.3.6.1.5.5.7.3.1" => "TLS server".to_owned(),
        "1.3.6.1.5.5.7.3.2" => "TLS client".to_owned(),
        "1.3.6.1.5.5.7.3.4" => "e-mail".to_owned(),
        _ => text,
    }
}

/// The first octets in hexadecimal; enough to recognise them by.
fn hex(octets: &[u8]) -> String {
    let mut text = String::new();
    for octet in octets.iter().take(32) {
        let _ = write!(text, "{octet:02x}");
    }
    if octets.len() > 32 {
        text.push('…');
    }
    text
}
