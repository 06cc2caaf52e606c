//! The server certificate of an access point: clause 3.2 of the guide, and DVV's page on server
//! certificates.

use kanta_conformance::{
    Bound, Certainty, Citation, Date, InForce, JudgedOn, Outcome, Requirement, Row, Text, Value,
    Version, Why,
};
use kanta_oid::AccessPointOid;

use super::dns::{self, Match, Shape};
use super::documents::{HIERARCHY, PRACTICE, SERVER_CERTIFICATES};
use super::{Entry, Facts, GUIDE, Run};
use crate::extension::{AltName, KeyUsage};
use crate::issuer::Branch;
use crate::kind::{Kind, Origin, Purpose};
use crate::name::{EMAIL_ADDRESS, same_text};
use crate::question::Asked;

const SINCE_3_17: &[Citation] = &[Citation::guide("3.2", Version::new(3, 17))];
const DVV: &[Citation] = &[Citation::page(&SERVER_CERTIFICATES, "")];

pub(super) static ROWS: [Entry; 14] = [
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "connection-models/server-certificate-of-another-kind",
                citations: SINCE_3_17,
                statement: Text::new(
                    "a server certificate for social welfare and health care is installed for the access point",
                    "liityntäpisteeseen asennetaan sosiaali- ja terveydenhuollon palvelinvarmenne",
                    "för anslutningspunkten installeras ett servercertifikat för social- och hälsovården",
                ),
                fault: Text::new(
                    "the certificate is not a server certificate",
                    "varmenne ei ole palvelinvarmenne",
                    "certifikatet är inte ett servercertifikat",
                ),
                remedy: Text::new(
                    "use the server certificate of this access point, or order one from DVV",
                    "käytä tämän liityntäpisteen palvelinvarmennetta tai tilaa sellainen DVV:ltä",
                    "använd anslutningspunktens servercertifikat, eller beställ ett av MDB",
                ),
                reading: Some(Text::new(
                    "the kind is told by key usage, purposes, policies and names; a request without any of them is decided by the order",
                    "tyyppi päätellään avaimen käytöstä, käyttötarkoituksista, politiikoista ja nimistä; jos pyynnössä ei ole näitä, tilaus ratkaisee",
                    "slaget framgår av nyckelanvändning, ändamål, policyer och namn; saknar en begäran dem avgör beställningen",
                )),
                ..GUIDE
            },
            check: kind,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "connection-models/server-certificate-of-another-issuer",
                citations: SINCE_3_17,
                statement: Text::new(
                    "the certificate is granted by DVV as one for social welfare and health care",
                    "varmenteen on myöntänyt DVV sosiaali- ja terveydenhuollon varmenteena",
                    "certifikatet har beviljats av MDB som ett certifikat för social- och hälsovården",
                ),
                fault: Text::new(
                    "the certificate comes from another issuer",
                    "varmenteen on myöntänyt muu varmentaja",
                    "certifikatet kommer från en annan utfärdare",
                ),
                remedy: Text::new(
                    "order the certificate from DVV's service for social welfare and health care",
                    "tilaa varmenne DVV:n sosiaali- ja terveydenhuollon palvelusta",
                    "beställ certifikatet av MDB:s tjänst för social- och hälsovården",
                ),
                reading: Some(Text::new(
                    "the issuer is told by its name; its signature is not verified here",
                    "myöntäjä päätellään nimestä; allekirjoitusta ei tässä tarkisteta",
                    "utfärdaren bestäms av namnet; signaturen verifieras inte här",
                )),
                ..GUIDE
            },
            check: issuer,
        },
    },
    Entry {
        run: Run::AccessPointAsked,
        row: Row {
            requirement: Requirement {
                id: "connection-models/server-certificate-of-another-point",
                citations: SINCE_3_17,
                statement: Text::new(
                    "the attribute serialNumber of the subject is the OID of the access point",
                    "haltijan serialNumber-kenttä on liityntäpisteen OID-tunnus",
                    "fältet serialNumber i Subject är anslutningspunktens OID-kod",
                ),
                fault: Text::new(
                    "the certificate does not belong to this access point",
                    "varmenne ei kuulu tälle liityntäpisteelle",
                    "certifikatet hör inte till denna anslutningspunkt",
                ),
                remedy: Text::new(
                    "use the certificate of this access point, or order one with its OID in the subject's serialNumber",
                    "käytä tämän liityntäpisteen varmennetta tai tilaa varmenne, jonka serialNumber on sen OID-tunnus",
                    "använd anslutningspunktens certifikat, eller beställ ett med dess OID-kod i serialNumber",
                ),
                reading: Some(NOT_THE_SERIAL),
                fields: &["", "oid"],
                ..GUIDE
            },
            check: access_point,
        },
    },
    Entry {
        run: Run::AccessPointNotAsked,
        row: Row {
            requirement: Requirement {
                id: "connection-models/server-certificate-without-access-point",
                citations: SINCE_3_17,
                statement: Text::new(
                    "the attribute serialNumber of the subject is the OID of an access point",
                    "haltijan serialNumber-kenttä on liityntäpisteen OID-tunnus",
                    "fältet serialNumber i Subject är en anslutningspunkts OID-kod",
                ),
                fault: Text::new(
                    "the certificate names no access point",
                    "varmenne ei nimeä liityntäpistettä",
                    "certifikatet anger ingen anslutningspunkt",
                ),
                remedy: Text::new(
                    "order a certificate with the access point's OID in the subject's serialNumber",
                    "tilaa varmenne, jonka serialNumber on liityntäpisteen OID-tunnus",
                    "beställ ett certifikat med anslutningspunktens OID-kod i serialNumber",
                ),
                reading: Some(NOT_THE_SERIAL),
                ..GUIDE
            },
            check: some_access_point,
        },
    },
    Entry {
        run: Run::NameAsked,
        row: Row {
            requirement: Requirement {
                id: "connection-models/server-certificate-name-not-in-subject",
                citations: SINCE_3_17,
                statement: Text::new(
                    "the common name of the subject is the DNS name of the primary connection",
                    "haltijan commonName on ensisijaisen yhteyden DNS-nimi",
                    "Subject commonName är den primära förbindelsens DNS-namn",
                ),
                fault: Text::new(
                    "the common name is not the DNS name of the primary connection",
                    "commonName ei ole ensisijaisen yhteyden DNS-nimi",
                    "commonName är inte den primära förbindelsens DNS-namn",
                ),
                remedy: Text::new(
                    "order a certificate with this DNS name, or correct the name of the connection",
                    "tilaa varmenne tälle DNS-nimelle tai korjaa yhteyden nimi",
                    "beställ ett certifikat för detta DNS-namn, eller rätta förbindelsens namn",
                ),
                reading: Some(NAMES),
                fields: &["", "dns_name"],
                ..GUIDE
            },
            check: common_name,
        },
    },
    Entry {
        run: Run::NameNotAsked,
        row: Row {
            requirement: Requirement {
                id: "connection-models/server-certificate-name-no-dns-name",
                citations: SINCE_3_17,
                statement: Text::new(
                    "the common name of the subject is a DNS name",
                    "haltijan commonName on DNS-nimi",
                    "Subject commonName är ett DNS-namn",
                ),
                fault: Text::new(
                    "the common name is not a DNS name",
                    "commonName ei ole DNS-nimi",
                    "commonName är inte ett DNS-namn",
                ),
                remedy: Text::new(
                    "order a certificate whose common name is the DNS name of the primary connection",
                    "tilaa varmenne, jonka commonName on ensisijaisen yhteyden DNS-nimi",
                    "beställ ett certifikat vars commonName är den primära förbindelsens DNS-namn",
                ),
                reading: Some(NAMES),
                ..GUIDE
            },
            check: common_name_is_dns,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "connection-models/server-certificate-name-not-in-alternative-names",
                citations: &[Citation::guide("3.2", Version::new(3, 15))],
                statement: Text::new(
                    "the DNS name of the primary connection stands in the subject alternative name too",
                    "ensisijaisen yhteyden DNS-nimi on myös SubjectAlternativeName-kentässä",
                    "den primära förbindelsens DNS-namn finns också i SubjectAlternativeName",
                ),
                fault: Text::new(
                    "the DNS name of the primary connection is missing from the subject alternative name",
                    "ensisijaisen yhteyden DNS-nimi puuttuu SubjectAlternativeName-kentästä",
                    "den primära förbindelsens DNS-namn saknas i SubjectAlternativeName",
                ),
                remedy: Text::new(
                    "order a certificate with the name in both places",
                    "tilaa varmenne, jossa nimi on molemmissa kohdissa",
                    "beställ ett certifikat med namnet på båda ställena",
                ),
                reading: Some(NAMES),
                in_force: InForce::seen(Date::constant(2024, 7, 3)),
                fields: &["", "dns_name"],
                ..GUIDE
            },
            check: alternative_name,
        },
    },
    Entry {
        run: Run::HolderAsked,
        row: Row {
            requirement: Requirement {
                id: "connection-models/server-certificate-of-someone-else",
                citations: SINCE_3_17,
                statement: Text::new(
                    "whoever administers the access point obtains the certificate",
                    "varmenteen hankkii liityntäpistettä hallinnoiva organisaatio",
                    "den som administrerar anslutningspunkten skaffar certifikatet",
                ),
                fault: Text::new(
                    "the certificate is not made out to the administrator of the access point",
                    "varmenteen haltija ei ole liityntäpistettä hallinnoiva organisaatio",
                    "certifikatet är inte utfärdat till den som administrerar anslutningspunkten",
                ),
                remedy: Text::new(
                    "order the certificate in the name of the administrator",
                    "tilaa varmenne hallinnoivan organisaation nimellä",
                    "beställ certifikatet i administratörens namn",
                ),
                reading: None,
                ..GUIDE
            },
            check: holder,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "dvv-server-certificates/no-domain-name",
                citations: DVV,
                statement: Text::new(
                    "a server certificate issued from 15.9.2023 on holds a domain name, not IP addresses alone",
                    "15.9.2023 alkaen myönnetyssä palvelinvarmenteessa on verkkotunnus, ei pelkkiä IP-osoitteita",
                    "ett servercertifikat utfärdat från 15.9.2023 innehåller ett domännamn, inte enbart IP-adresser",
                ),
                fault: Text::new(
                    "the certificate holds no domain name",
                    "varmenteessa ei ole verkkotunnusta",
                    "certifikatet innehåller inget domännamn",
                ),
                remedy: Text::new(
                    "order a certificate with a domain name; IP addresses may stand beside it",
                    "tilaa varmenne, jossa on verkkotunnus; IP-osoitteet voivat olla sen lisäksi",
                    "beställ ett certifikat med domännamn; IP-adresser kan finnas därtill",
                ),
                in_force: InForce::from(Date::constant(2023, 9, 15)),
                judged_on: JudgedOn::DayIssued,
                ..GUIDE
            },
            check: domain_name,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "dvv-server-certificates/e-mail-address",
                citations: DVV,
                statement: Text::new(
                    "a server certificate issued from 15.9.2023 on holds no e-mail address",
                    "15.9.2023 alkaen myönnetyssä palvelinvarmenteessa ei ole sähköpostiosoitetta",
                    "ett servercertifikat utfärdat från 15.9.2023 innehåller ingen e-postadress",
                ),
                fault: Text::new(
                    "the certificate holds an e-mail address",
                    "varmenteessa on sähköpostiosoite",
                    "certifikatet innehåller en e-postadress",
                ),
                remedy: Text::new(
                    "leave the e-mail address out of the request",
                    "jätä sähköpostiosoite pois pyynnöstä",
                    "lämna e-postadressen utanför begäran",
                ),
                in_force: InForce::from(Date::constant(2023, 9, 15)),
                judged_on: JudgedOn::DayIssued,
                ..GUIDE
            },
            check: e_mail,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "dvv-server-certificates/valid-longer-than-two-years",
                citations: DVV,
                statement: Text::new(
                    "a server certificate issued before 1.9.2020 is valid for at most two years",
                    "ennen 1.9.2020 myönnetty palvelinvarmenne on voimassa enintään kaksi vuotta",
                    "ett servercertifikat utfärdat före 1.9.2020 är giltigt högst två år",
                ),
                fault: TOO_LONG,
                remedy: ASK_DVV,
                reading: Some(YEARS),
                in_force: InForce {
                    from: Bound::Open,
                    until: Bound::On(Date::constant(2020, 9, 1)),
                },
                judged_on: JudgedOn::DayIssued,
                ..GUIDE
            },
            check: |facts| super::at_most_years(facts, 2),
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "dvv-server-certificates/valid-longer-than-one-year",
                citations: DVV,
                statement: Text::new(
                    "a server certificate issued from 1.9.2020 on is valid for at most one year",
                    "1.9.2020 alkaen myönnetty palvelinvarmenne on voimassa enintään vuoden",
                    "ett servercertifikat utfärdat från 1.9.2020 är giltigt högst ett år",
                ),
                fault: TOO_LONG,
                remedy: ASK_DVV,
                reading: Some(YEARS),
                in_force: InForce::from(Date::constant(2020, 9, 1)),
                judged_on: JudgedOn::DayIssued,
                ..GUIDE
            },
            check: |facts| super::at_most_years(facts, 1),
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "observed-certificates/server-key-usage",
                statement: Text::new(
                    "the key of a server certificate makes digital signatures, and serves as TLS server and as TLS client",
                    "palvelinvarmenteen avaimella tehdään digitaalisia allekirjoituksia ja se toimii TLS-palvelimena ja -asiakkaana",
                    "nyckeln i ett servercertifikat gör digitala signaturer och tjänar som TLS-server och TLS-klient",
                ),
                fault: Text::new(
                    "the key usage differs from that of DVV's server certificates",
                    "avaimen käyttö poikkeaa DVV:n palvelinvarmenteista",
                    "nyckelanvändningen avviker från MDB:s servercertifikat",
                ),
                remedy: ASK_DVV,
                certainty: Certainty::Inferred,
                ..super::OBSERVED
            },
            check: key_usage,
        },
    },
    Entry {
        run: Run::Always,
        row: Row {
            requirement: Requirement {
                id: "observed-certificates/server-policy",
                statement: Text::new(
                    "the policies name a server certificate of DVV",
                    "politiikat nimeävät DVV:n palvelinvarmenteen",
                    "policyerna anger ett servercertifikat av MDB",
                ),
                fault: Text::new(
                    "no policy of the certificate is one of DVV's server certificates",
                    "mikään varmenteen politiikka ei ole DVV:n palvelinvarmenteen",
                    "ingen av certifikatets policyer hör till MDB:s servercertifikat",
                ),
                remedy: ASK_DVV,
                certainty: Certainty::Inferred,
                ..super::OBSERVED
            },
            check: policy,
        },
    },
];

const NOT_THE_SERIAL: Text = Text::new(
    "the subject's serialNumber is meant, not the certificate's own serial number",
    "tarkoitetaan haltijan serialNumber-kenttää, ei varmenteen omaa sarjanumeroa",
    "fältet serialNumber i Subject avses, inte certifikatets eget serienummer",
);
const NAMES: Text = Text::new(
    "letter case does not count and a wildcard does not pass; of a trailing dot and of internationalised names the guide says nothing",
    "kirjainkoolla ei ole merkitystä eikä jokerimerkki kelpaa; loppupisteestä ja kansainvälistetyistä nimistä ohje ei sano mitään",
    "skiftläget saknar betydelse och jokertecken duger inte; om avslutande punkt och internationaliserade namn säger anvisningen inget",
);
const YEARS: Text = Text::new(
    "counted in calendar days in Finland: the last day is at the latest the day of the same date",
    "laskettuna Suomen kalenteripäivinä: viimeinen päivä on viimeistään samanniminen päivä",
    "räknat i finländska kalenderdagar: sista dagen är senast dagen med samma datum",
);
const TOO_LONG: Text = Text::new(
    "the certificate is valid for longer than DVV grants",
    "varmenne on voimassa kauemmin kuin DVV myöntää",
    "certifikatet är giltigt längre än MDB beviljar",
);
const ASK_DVV: Text = Text::new(
    "ask DVV, or whoever ordered the certificate, where it comes from",
    "kysy DVV:ltä tai varmenteen tilaajalta, mistä se on peräisin",
    "fråga MDB, eller den som beställde certifikatet, varifrån det kommer",
);
pub(super) const ABSENT: Text = Text::new("nothing", "ei mitään", "inget");
const SERVER: Text = Kind::Server.name();
pub(super) const SOTE_CA: Text = Text::new(
    "a CA of DVV for social welfare and health care services",
    "DVV:n sosiaali- ja terveydenhuollon palveluvarmenteiden varmentaja",
    "en utfärdare hos MDB för social- och hälsovårdens servicecertifikat",
);

fn kind(facts: &Facts<'_>) -> Outcome {
    match facts.purpose {
        Purpose::Server => Outcome::Satisfied,
        Purpose::Signature | Purpose::Ca | Purpose::Person => {
            Outcome::violated(Value::Term(facts.kind().name()), Value::Term(SERVER))
        }
        // The order tells the kind, not the request.
        Purpose::Unknown if facts.content.issued().is_none() => Outcome::NotApplicable,
        Purpose::Unknown | Purpose::Crossed => Outcome::outside(&PRACTICE),
    }
}

pub(super) fn issuer(facts: &Facts<'_>) -> Outcome {
    let violated = || {
        let name = facts.content.issuer().to_string();
        Outcome::violated(Value::Words(name), Value::Term(SOTE_CA))
    };
    match facts.origin {
        Origin::None => Outcome::NotApplicable,
        Origin::Listed(ca) if ca.branch() == Branch::Sote => Outcome::Satisfied,
        // A CA of the branch that is not on the list may be a new one.
        Origin::Unlisted {
            branch: Some(Branch::Sote) | None,
        } => Outcome::outside(&HIERARCHY),
        Origin::Listed(_) | Origin::Unlisted { .. } | Origin::Foreign => violated(),
    }
}

fn serial_found(facts: &Facts<'_>) -> Value {
    match &facts.serial_number {
        Some(text) => Value::words(text),
        None => Value::Term(ABSENT),
    }
}

fn access_point(facts: &Facts<'_>) -> Outcome {
    let parsed = facts.serial_number.as_deref().map(AccessPointOid::parse);
    let required = match &facts.question.access_point {
        Asked::NotAsked => return Outcome::NotApplicable,
        Asked::Missing(path) => {
            return match parsed {
                Some(Ok(_)) => Outcome::missing(path.clone()),
                // Whatever the access point's OID is, this is none.
                _ => Outcome::violated(serial_found(facts), Value::Term(AN_ACCESS_POINT)),
            };
        }
        Asked::Is(oid) => *oid,
    };
    if facts.serial_number.as_deref() == Some(required) {
        return Outcome::Satisfied;
    }
    Outcome::violated(serial_found(facts), Value::Oid(required.to_owned()))
}

const AN_ACCESS_POINT: Text = Text::new(
    "the OID of an access point",
    "liityntäpisteen OID-tunnus",
    "en anslutningspunkts OID-kod",
);

fn some_access_point(facts: &Facts<'_>) -> Outcome {
    match facts.serial_number.as_deref().map(AccessPointOid::parse) {
        Some(Ok(_)) => Outcome::Satisfied,
        _ => Outcome::violated(serial_found(facts), Value::Term(AN_ACCESS_POINT)),
    }
}

fn name_found(facts: &Facts<'_>) -> Value {
    match &facts.common_name {
        Some(name) => Value::words(name),
        None => Value::Term(ABSENT),
    }
}

const A_DNS_NAME: Text = Text::new("a DNS name", "DNS-nimi", "ett DNS-namn");

/// Of what the guide says nothing when names are compared.
const UNSAID: Text = Text::new(
    "whether a trailing dot or the form of an internationalised name counts",
    "onko loppupisteellä tai kansainvälistetyn nimen kirjoitusasulla merkitystä",
    "om en avslutande punkt eller formen av ett internationaliserat namn har betydelse",
);

fn common_name(facts: &Facts<'_>) -> Outcome {
    let found = facts.common_name.as_deref().unwrap_or_default();
    let required = match &facts.question.dns_name {
        Asked::NotAsked => return Outcome::NotApplicable,
        Asked::Missing(path) => {
            return match dns::shape(found) {
                Shape::None | Shape::Wildcard => {
                    Outcome::violated(name_found(facts), Value::Term(A_DNS_NAME))
                }
                _ => Outcome::missing(path.clone()),
            };
        }
        Asked::Is(name) => *name,
    };
    match dns::compare(found, required) {
        Match::Same => Outcome::Satisfied,
        Match::Unsaid => Outcome::silent(UNSAID),
        Match::Different => {
            Outcome::violated(name_found(facts), Value::DnsName(required.to_owned()))
        }
    }
}

fn common_name_is_dns(facts: &Facts<'_>) -> Outcome {
    match dns::shape(facts.common_name.as_deref().unwrap_or_default()) {
        Shape::Plain => Outcome::Satisfied,
        Shape::TrailingDot | Shape::Internationalised => Outcome::silent(UNSAID),
        Shape::Wildcard | Shape::None => {
            Outcome::violated(name_found(facts), Value::Term(A_DNS_NAME))
        }
    }
}

/// The names that the alternative name holds, to be shown.
fn alternative_names_found(facts: &Facts<'_>) -> Value {
    let names: Vec<Value> = facts
        .content
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
        // Not asked: then the common name is taken for it, if there is one.
        Asked::NotAsked => match facts.common_name.as_deref() {
            Some(name) => name,
            None => return Outcome::NotApplicable,
        },
        Asked::Missing(path) => {
            let usable = |name| !matches!(dns::shape(name), Shape::Wildcard | Shape::None);
            return if dns_names().any(usable) {
                Outcome::missing(path.clone())
            } else {
                Outcome::violated(alternative_names_found(facts), Value::Term(A_DNS_NAME))
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
        alternative_names_found(facts),
        Value::DnsName(required.to_owned()),
    )
}

fn holder(facts: &Facts<'_>) -> Outcome {
    let organisation = facts.content.subject().organisation();
    let Some(organisation) = organisation.as_deref() else {
        let required = match &facts.question.holder {
            Asked::Is(holder) => Value::words(holder.administrator),
            _ => Value::Term(AN_ORGANISATION),
        };
        return Outcome::violated(Value::Term(ABSENT), required);
    };
    match &facts.question.holder {
        Asked::NotAsked => Outcome::NotApplicable,
        Asked::Missing(path) => Outcome::missing(path.clone()),
        Asked::Is(holder) if same_organisation(organisation, holder.administrator) => {
            Outcome::Satisfied
        }
        Asked::Is(holder)
            if holder
                .others
                .iter()
                .any(|o| same_organisation(organisation, o)) =>
        {
            Outcome::violated(
                Value::words(organisation),
                Value::words(holder.administrator),
            )
        }
        // Another name may be another form of the same one.
        Asked::Is(_) => Outcome::silent(WHOSE_NAME),
    }
}

const AN_ORGANISATION: Text = Text::new("an organisation", "organisaatio", "en organisation");
const WHOSE_NAME: Text = Text::new(
    "whether the organisation that the certificate names is the administrator under another form of its name",
    "onko varmenteen nimeämä organisaatio hallinnoija toisella nimen muodolla",
    "om den organisation som certifikatet anger är administratören under en annan namnform",
);

/// Whether two names of an organisation are the same; DVV has written ä and ö as a and o.
fn same_organisation(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String {
        text.to_lowercase()
            .chars()
            .map(|c| match c {
                'ä' | 'å' => 'a',
                'ö' => 'o',
                c => c,
            })
            .collect()
    };
    same_text(a, b) || same_text(&plain(a), &plain(b))
}

fn domain_name(facts: &Facts<'_>) -> Outcome {
    let is_domain = |name: &str| dns::shape(name) != Shape::None;
    let in_alternative_name = facts
        .content
        .alt_names()
        .any(|name| matches!(name, AltName::Dns(name) if is_domain(name)));
    if in_alternative_name || facts.common_name.as_deref().is_some_and(is_domain) {
        return Outcome::Satisfied;
    }
    Outcome::violated(alternative_names_found(facts), Value::Term(A_DNS_NAME))
}

fn e_mail(facts: &Facts<'_>) -> Outcome {
    let in_alternative_name = facts.content.alt_names().find_map(|name| match name {
        AltName::Email(address) => Some(address.to_owned()),
        _ => None,
    });
    let in_subject = || {
        facts
            .content
            .subject()
            .first(EMAIL_ADDRESS)
            .map(|text| text.into_owned())
    };
    match in_alternative_name.or_else(in_subject) {
        Some(address) => Outcome::violated(Value::Words(address), Value::Term(ABSENT)),
        None => Outcome::Satisfied,
    }
}

fn key_usage(facts: &Facts<'_>) -> Outcome {
    let usage = facts.content.key_usage();
    // What a request asks for is the CA's to grant; without key usage it asks for nothing.
    if usage.is_none() && facts.content.issued().is_none() {
        return Outcome::NotApplicable;
    }
    let signs = usage.is_some_and(|usage| usage.contains(KeyUsage::DIGITAL_SIGNATURE));
    if signs && facts.marks.server_auth && facts.marks.client_auth {
        return Outcome::Satisfied;
    }
    let mut required: Vec<Value> = Vec::new();
    for (there, name) in [
        (signs, "digitalSignature"),
        (facts.marks.server_auth, "serverAuth"),
        (facts.marks.client_auth, "clientAuth"),
    ] {
        if !there {
            required.push(Value::words(name));
        }
    }
    Outcome::violated(super::usages(facts), Value::List(required))
}

fn policy(facts: &Facts<'_>) -> Outcome {
    if facts.content.issued().is_none() {
        return Outcome::NotApplicable;
    }
    if facts.marks.policies.server {
        return Outcome::Satisfied;
    }
    // Before the third generation, one policy stood for both kinds, and those of the older CAs are
    // not all known.
    match facts.origin {
        Origin::Listed(ca) if ca.common_name().contains("G3") => Outcome::violated(
            super::policies_found(facts),
            Value::words("1.2.246.517.1.10.3xx.1"),
        ),
        _ => Outcome::Undetermined(Why::EvidenceOutside(&PRACTICE)),
    }
}
