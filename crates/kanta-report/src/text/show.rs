//! What stands in a certificate or request, field by field, for people.

use std::io;

use kanta_conformance::{Escaped, Language, Text, text};

use crate::layout::{self, BOLD, Lines as _, Page};
use crate::view::{Day, Issued, NamePart, OtherName, Purpose, ShownCertificate};

/// Writes what stands in a certificate or request, in people's words.
///
/// # Errors
/// Those of `out`.
pub fn shown(view: &ShownCertificate, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let name = Escaped(&view.file);
    let title = if view.count > 1 {
        format!("{name} ({}/{})", view.number, view.count)
    } else {
        name.to_string()
    };
    let kind = view.kind_name.get(language);
    out.line(format_args!("{BOLD}{title}{BOLD:#}: {kind}"))?;
    let mut fields = Fields { out, language };
    fields.tell(SUBJECT, &parts(&view.subject))?;
    let other_names = view.other_names.iter();
    let other_names: Vec<String> = other_names.map(|its| other_name(its, language)).collect();
    fields.tell(OTHER_NAMES, &other_names)?;
    fields.one(KEY, &view.key)?;
    fields.one(KEY_USAGE, &view.key_usage.join(", "))?;
    let purposes: Vec<&str> = view.purposes.iter().map(purpose).collect();
    fields.one(PURPOSES, &purposes.join(", "))?;
    if view.ca {
        let yes = text! { en: "yes", fi: "kyllä", sv: "ja" };
        fields.one(CA, yes.get(language))?;
    }
    if let Some(issued) = &view.issued {
        fields.issued(issued)?;
    }
    fields.tell(POLICIES, &view.policies)?;
    let bytes = text! { en: "bytes", fi: "tavua", sv: "byte" };
    fields.one(SIZE, &format!("{} {}", view.size, bytes.get(language)))?;
    let place = text! { en: "at byte", fi: "tavussa", sv: "vid byte" }.get(language);
    let oddities = view.oddities.iter();
    let oddities: Vec<String> = oddities
        .map(|its| format!("{} ({place} {})", its.name.get(language), its.byte))
        .collect();
    fields.tell(ODD, &oddities)
}

const SUBJECT: Text = text! { en: "subject", fi: "haltija", sv: "innehavare" };
const OTHER_NAMES: Text = text! { en: "other names", fi: "muut nimet", sv: "övriga namn" };
const KEY: Text = text! { en: "key", fi: "avain", sv: "nyckel" };
const KEY_USAGE: Text = text! { en: "key usage", fi: "avaimen käyttö", sv: "nyckelanvändning" };
const PURPOSES: Text = text! { en: "purposes", fi: "tarkoitukset", sv: "ändamål" };
const CA: Text = text! { en: "is a CA's", fi: "varmentajan", sv: "utfärdares" };
const ISSUER: Text = text! { en: "issuer", fi: "myöntäjä", sv: "utfärdare" };
const VALID_FROM: Text = text! { en: "valid from", fi: "voimassa alkaen", sv: "giltigt från" };
const VALID_TO: Text = text! { en: "valid to", fi: "voimassa asti", sv: "giltigt till" };
const SERIAL: Text = text! { en: "own serial no.", fi: "sarjanumero", sv: "serienummer" };
const SIGNED_WITH: Text = text! { en: "signed with", fi: "allekirjoitettu", sv: "signerat med" };
const CRL: Text = text! { en: "CRL", fi: "sulkulista", sv: "spärrlista" };
const AUTHORITY: Text = text! { en: "CA, OCSP", fi: "varmentaja, OCSP", sv: "utfärdare, OCSP" };
const POLICIES: Text = text! { en: "policies", fi: "politiikat", sv: "policyer" };
const SIZE: Text = text! { en: "size", fi: "koko", sv: "storlek" };
const ODD: Text = text! { en: "odd", fi: "poikkeavaa", sv: "avvikande" };

struct Fields<'a, 'o> {
    out: &'a mut Page<'o>,
    language: Language,
}

impl Fields<'_, '_> {
    /// A line for each value; the label stands before the first.
    fn tell(&mut self, label: Text, values: &[String]) -> io::Result<()> {
        let label = label.get(self.language);
        for (index, value) in values.iter().enumerate() {
            layout::field(self.out, if index == 0 { label } else { "" }, value)?;
        }
        Ok(())
    }

    /// A line for a value that says something.
    fn one(&mut self, label: Text, value: &str) -> io::Result<()> {
        if value.is_empty() {
            return Ok(());
        }
        layout::field(self.out, label.get(self.language), value)
    }

    fn issued(&mut self, its: &Issued) -> io::Result<()> {
        let language = self.language;
        let moment = |day: Day, moment: &str| format!("{} ({moment})", day.0.display(language));
        self.tell(ISSUER, &parts(&its.issuer))?;
        self.one(VALID_FROM, &moment(its.first_day, &its.not_before))?;
        self.one(VALID_TO, &moment(its.last_day, &its.not_after))?;
        self.one(SERIAL, &short(&its.serial))?;
        self.one(SIGNED_WITH, &its.signed_with)?;
        self.tell(CRL, &escaped(&its.crl))?;
        self.tell(AUTHORITY, &escaped(&its.authority))
    }
}

fn escaped(all: &[String]) -> Vec<String> {
    all.iter().map(|its| Escaped(its).to_string()).collect()
}

/// One attribute a line, in the order of the certificate.
fn parts(name: &[NamePart]) -> Vec<String> {
    let parts = name.iter().map(|NamePart { kind, text }| match text {
        Some(text) => format!("{kind}={}", Escaped(text)),
        None => format!("{kind}=?"),
    });
    parts.collect()
}

fn other_name(its: &OtherName, language: Language) -> String {
    let name = Escaped(&its.name);
    match its.kind.as_str() {
        "dns" => format!("DNS {name}"),
        "ip" => format!("IP {name}"),
        "email" => {
            let word = text! { en: "e-mail", fi: "sähköposti", sv: "e-post" };
            format!("{} {name}", word.get(language))
        }
        "uri" => format!("URI {name}"),
        "directory" => its.name.clone(),
        "oid" => format!("OID {name}"),
        "unreadable" => {
            let word = text! { en: "unreadable", fi: "ei luettavissa", sv: "oläsligt" };
            format!("{} {}", word.get(language), short(&its.name))
        }
        _ => {
            let word = text! { en: "another name", fi: "muu nimi", sv: "annat namn" };
            format!("{} {}", word.get(language), short(&its.name))
        }
    }
}

fn purpose(its: &Purpose) -> &str {
    its.name.as_deref().unwrap_or(&its.oid)
}

/// The first 32 octets in hexadecimal digits: enough to recognise them by.
fn short(hex: &str) -> String {
    match hex.get(..64) {
        Some(first) if hex.len() > 64 => format!("{first}…"),
        _ => hex.to_owned(),
    }
}
