//! The DNS name of the primary connection: common name and subject alternative name.

use kanta_conformance::{Outcome, Row, Text, Value, text};

use super::{ABSENT, SINCE_3_17};
use crate::content::Content;
use crate::extension::AltName;
use crate::held::SEVERAL;
use crate::profile::dns::{self, Match, Shape};
use crate::profile::{Entry, Facts, Run, guide};
use crate::question::Asked;

pub(super) const NAME_NOT_IN_SUBJECT: Entry = Entry {
    run: Run::NameAsked,
    row: Row {
        requirement: &guide("connection-models/server-certificate-name-not-in-subject")
            .with_citations(SINCE_3_17)
            .with_statement(text! {
                en: "the common name of the subject is the DNS name of the primary connection",
                fi: "haltijan commonName on ensisijaisen yhteyden DNS-nimi",
                sv: "Subject commonName är den primära förbindelsens DNS-namn",
            })
            .with_fault(text! {
                en: "the common name is not the DNS name of the primary connection",
                fi: "commonName ei ole ensisijaisen yhteyden DNS-nimi",
                sv: "commonName är inte den primära förbindelsens DNS-namn",
            })
            .with_remedy(text! {
                en: "order a certificate with this DNS name, or correct the name of the connection",
                fi: "tilaa varmenne tälle DNS-nimelle tai korjaa yhteyden nimi",
                sv: "beställ ett certifikat för detta DNS-namn, eller rätta förbindelsens namn",
            })
            .with_reading(NAMES)
            .with_purpose(text! {
                en: "so that the certificate tells by itself for which connection it is meant",
                fi: "jotta varmenne kertoo jo itse, mille yhteydelle se on tarkoitettu",
                sv: "för att certifikatet självt ska ange vilken förbindelse det är avsett för",
            })
            .with_fields(&["", "dns_name"]),
        check: common_name,
    },
};

pub(super) const NAME_NO_DNS_NAME: Entry = Entry {
    run: Run::NameNotAsked,
    row: Row {
        requirement: &guide("connection-models/server-certificate-name-no-dns-name")
            .with_citations(SINCE_3_17)
            .with_statement(text! {
                en: "the common name of the subject is a DNS name",
                fi: "haltijan commonName on DNS-nimi",
                sv: "Subject commonName är ett DNS-namn",
            })
            .with_fault(text! {
                en: "the common name is not a DNS name",
                fi: "commonName ei ole DNS-nimi",
                sv: "commonName är inte ett DNS-namn",
            })
            .with_remedy(text! {
                en: "order a certificate whose common name is the DNS name of the primary connection",
                fi: "tilaa varmenne, jonka commonName on ensisijaisen yhteyden DNS-nimi",
                sv: "beställ ett certifikat vars commonName är den primära förbindelsens DNS-namn",
            })
            .with_reading(NAMES)
            .with_purpose(text! {
                en: "what is not a DNS name cannot be compared with the name of a connection",
                fi: "muuta kuin DNS-nimeä ei voi verrata yhteyden nimeen",
                sv: "något annat än ett DNS-namn kan inte jämföras med en förbindelses namn",
            }),
        check: common_name_is_dns,
    },
};

pub(super) const NAME_NOT_IN_ALTERNATIVE_NAMES: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("connection-models/server-certificate-name-not-in-alternative-names")
            .with_citations(SINCE_3_17)
            .with_statement(text! {
                en: "the DNS name of the primary connection is in the subject alternative name too",
                fi: "ensisijaisen yhteyden DNS-nimi on myös SubjectAlternativeName-kentässä",
                sv: "den primära förbindelsens DNS-namn finns också i SubjectAlternativeName",
            })
            .with_fault(text! {
                en: "the DNS name of the primary connection is missing from the subject alternative name",
                fi: "ensisijaisen yhteyden DNS-nimi puuttuu SubjectAlternativeName-kentästä",
                sv: "den primära förbindelsens DNS-namn saknas i SubjectAlternativeName",
            })
            .with_remedy(text! {
                en: "order a certificate with the name in both places",
                fi: "tilaa varmenne, jossa nimi on molemmissa kohdissa",
                sv: "beställ ett certifikat med namnet på båda ställena",
            })
            .with_reading(NAMES)
            .with_purpose(text! {
                en: "present TLS software looks for the name in the subject alternative name, and often no longer in the common name",
                fi: "nykyiset TLS-ohjelmistot etsivät nimen SubjectAlternativeName-kentästä, monet eivät enää commonName-kentästä",
                sv: "nuvarande TLS-programvara söker namnet i SubjectAlternativeName, och ofta inte längre i commonName",
            })
            .with_fields(&["", "dns_name"]),
        check: alternative_name,
    },
};

const NAMES: Text = text! {
    en: "letter case does not count and a wildcard does not pass; of a trailing dot and of the forms of an internationalised name the guide says nothing",
    fi: "kirjainkoolla ei ole merkitystä eikä jokerimerkki kelpaa; loppupisteestä ja kansainvälistetyistä nimistä ohje ei sano mitään",
    sv: "skiftläget saknar betydelse och jokertecken duger inte; om avslutande punkt och internationaliserade namn säger anvisningen inget",
};

fn name_found(facts: &Facts<'_>) -> Value {
    facts.common_names.found(Value::words)
}

pub(super) const A_DNS_NAME: Text = text! { en: "a DNS name", fi: "DNS-nimi", sv: "ett DNS-namn" };

/// Of what the guide says nothing when names are compared.
const UNSAID: Text = text! {
    en: "whether a trailing dot or the form of an internationalised name counts",
    fi: "onko loppupisteellä tai kansainvälistetyn nimen kirjoitusasulla merkitystä",
    sv: "om en avslutande punkt eller formen av ett internationaliserat namn har betydelse",
};

/// A name that can be required; what is no DNS name is not.
fn required_name(name: &str) -> Value {
    if dns::is_name(name) {
        Value::DnsName(name.to_owned())
    } else {
        Value::Term(A_DNS_NAME)
    }
}

fn common_name(facts: &Facts<'_>) -> Outcome {
    let held = &facts.common_names;
    let required = match &facts.question.dns_name {
        Asked::NotAsked => return Outcome::NotApplicable,
        Asked::Missing(path) => {
            return if !held.any(dns::is_name) {
                Outcome::violated(name_found(facts), Value::Term(A_DNS_NAME))
            } else if held.is_several() {
                Outcome::silent(SEVERAL)
            } else {
                Outcome::missing(path.clone())
            };
        }
        Asked::Is(name) => *name,
    };
    match held.sole().map(|name| dns::compare(name, required)) {
        Some(Match::Same) => Outcome::Satisfied,
        Some(Match::Unsaid) => Outcome::silent(UNSAID),
        None if held.any(|name| dns::compare(name, required) != Match::Different) => {
            Outcome::silent(SEVERAL)
        }
        Some(Match::Different) | None => {
            Outcome::violated(name_found(facts), required_name(required))
        }
    }
}

fn common_name_is_dns(facts: &Facts<'_>) -> Outcome {
    let held = &facts.common_names;
    match held.sole().map(dns::shape) {
        Some(Shape::Plain | Shape::Encoded) => Outcome::Satisfied,
        Some(Shape::TrailingDot | Shape::Internationalised) => Outcome::silent(UNSAID),
        None if held.any(dns::is_name) => Outcome::silent(SEVERAL),
        Some(Shape::Wildcard | Shape::None) | None => {
            Outcome::violated(name_found(facts), Value::Term(A_DNS_NAME))
        }
    }
}

/// The names that the alternative name holds, to be shown.
pub(in crate::profile) fn alternative_names_found(content: &Content) -> Value {
    let names: Vec<Value> = content
        .alt_names()
        .filter_map(|name| match name {
            AltName::Dns(name) => Some(Value::DnsName(name.to_owned())),
            AltName::Ip(address) => Some(Value::Address(address)),
            _ => None,
        })
        // Enough to recognise it by.
        .take(8)
        .collect();
    if names.is_empty() {
        Value::Term(ABSENT)
    } else {
        Value::List(names)
    }
}

fn alternative_name(facts: &Facts<'_>) -> Outcome {
    let dns_names = || {
        facts.content.alt_names().filter_map(|name| match name {
            AltName::Dns(name) => Some(name),
            _ => None,
        })
    };
    let required = match &facts.question.dns_name {
        Asked::Is(name) => *name,
        // Not asked: then the common name is taken for it, if it can be one.
        Asked::NotAsked => match facts.common_names.sole() {
            Some(name) if dns::is_name(name) => name,
            None if facts.common_names.any(dns::is_name) => return Outcome::silent(SEVERAL),
            _ => return Outcome::NotApplicable,
        },
        Asked::Missing(path) => {
            return if dns_names().any(dns::is_name) {
                Outcome::missing(path.clone())
            } else {
                Outcome::violated(
                    alternative_names_found(facts.content),
                    Value::Term(A_DNS_NAME),
                )
            };
        }
    };
    let mut unsaid = false;
    for name in dns_names() {
        match dns::compare(name, required) {
            Match::Same => return Outcome::Satisfied,
            Match::Unsaid => unsaid = true,
            Match::Different => {}
        }
    }
    if unsaid {
        return Outcome::silent(UNSAID);
    }
    Outcome::violated(
        alternative_names_found(facts.content),
        required_name(required),
    )
}
