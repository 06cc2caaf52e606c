//! DVV's page on server certificates: what they hold, and for how long they are valid.

use kanta_conformance::{
    Bound, Citation, Date, InForce, JudgedOn, Outcome, Row, Text, Value, text,
};

use super::names::{A_DNS_NAME, alternative_names_found};
use super::{ABSENT, ASK_DVV};
use crate::extension::AltName;
use crate::name::EMAIL_ADDRESS;
use crate::profile::dns::{self, Shape};
use crate::profile::documents::SERVER_CERTIFICATES;
use crate::profile::{Entry, Facts, Run, at_most_years, guide};

const DVV: &[Citation] = &[Citation::page(&SERVER_CERTIFICATES, "")];

pub(super) const NO_DOMAIN_NAME: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("dvv-server-certificates/no-domain-name")
            .with_citations(DVV)
            .with_statement(text! {
                en: "a server certificate issued from 15.9.2023 on holds a domain name, not IP addresses alone",
                fi: "15.9.2023 alkaen myönnetyssä palvelinvarmenteessa on verkkotunnus, ei pelkkiä IP-osoitteita",
                sv: "ett servercertifikat utfärdat från 15.9.2023 innehåller ett domännamn, inte enbart IP-adresser",
            })
            .with_fault(text! {
                en: "the certificate holds no domain name",
                fi: "varmenteessa ei ole verkkotunnusta",
                sv: "certifikatet innehåller inget domännamn",
            })
            .with_remedy(text! {
                en: "order a certificate with a domain name; IP addresses may stand beside it",
                fi: "tilaa varmenne, jossa on verkkotunnus; IP-osoitteet voivat olla sen lisäksi",
                sv: "beställ ett certifikat med domännamn; IP-adresser kan finnas därtill",
            })
            .with_purpose(text! {
                en: "an IP address by itself does not tell whose server it is",
                fi: "pelkkä IP-osoite ei kerro, kenen palvelin on kyseessä",
                sv: "en IP-adress ensam berättar inte vems server det är",
            })
            .with_in_force(InForce::from(Date::constant(2023, 9, 15)))
            .with_judged_on(JudgedOn::DayIssued),
        check: domain_name,
    },
};

pub(super) const E_MAIL_ADDRESS: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("dvv-server-certificates/e-mail-address")
            .with_citations(DVV)
            .with_statement(text! {
                en: "a server certificate issued from 15.9.2023 on holds no e-mail address",
                fi: "15.9.2023 alkaen myönnetyssä palvelinvarmenteessa ei ole sähköpostiosoitetta",
                sv: "ett servercertifikat utfärdat från 15.9.2023 innehåller ingen e-postadress",
            })
            .with_fault(text! {
                en: "the certificate holds an e-mail address",
                fi: "varmenteessa on sähköpostiosoite",
                sv: "certifikatet innehåller en e-postadress",
            })
            .with_remedy(text! {
                en: "leave the e-mail address out of the request",
                fi: "jätä sähköpostiosoite pois pyynnöstä",
                sv: "lämna e-postadressen utanför begäran",
            })
            .with_purpose(text! {
                en: "the certificate identifies a server, and an e-mail address tells nothing about a server",
                fi: "varmenne yksilöi palvelimen, eikä sähköpostiosoite kerro palvelimesta mitään",
                sv: "certifikatet identifierar en server, och en e-postadress säger inget om en server",
            })
            .with_in_force(InForce::from(Date::constant(2023, 9, 15)))
            .with_judged_on(JudgedOn::DayIssued),
        check: e_mail,
    },
};

pub(super) const VALID_LONGER_THAN_TWO_YEARS: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("dvv-server-certificates/valid-longer-than-two-years")
            .with_citations(DVV)
            .with_statement(text! {
                en: "a server certificate issued before 1.9.2020 is valid for at most two years",
                fi: "ennen 1.9.2020 myönnetty palvelinvarmenne on voimassa enintään kaksi vuotta",
                sv: "ett servercertifikat utfärdat före 1.9.2020 är giltigt högst två år",
            })
            .with_fault(TOO_LONG)
            .with_remedy(ASK_DVV)
            .with_reading(YEARS)
            .with_purpose(text! {
                en: "the longer a certificate is valid, the more out of date may be the data that it vouches for",
                fi: "mitä kauemmin varmenne on voimassa, sitä vanhentuneempia tietoja se voi vahvistaa",
                sv: "ju längre ett certifikat är giltigt, desto mer föråldrade uppgifter kan det intyga",
            })
            .with_in_force(InForce {
                from: Bound::Open,
                until: Bound::On(Date::constant(2020, 9, 1)),
            })
            .with_judged_on(JudgedOn::DayIssued),
        check: |facts| at_most_years(facts, 2),
    },
};

pub(super) const VALID_LONGER_THAN_ONE_YEAR: Entry = Entry {
    run: Run::Always,
    row: Row {
        requirement: &guide("dvv-server-certificates/valid-longer-than-one-year")
            .with_citations(DVV)
            .with_statement(text! {
                en: "a server certificate issued from 1.9.2020 on is valid for at most one year",
                fi: "1.9.2020 alkaen myönnetty palvelinvarmenne on voimassa enintään vuoden",
                sv: "ett servercertifikat utfärdat från 1.9.2020 är giltigt högst ett år",
            })
            .with_fault(TOO_LONG)
            .with_remedy(ASK_DVV)
            .with_reading(YEARS)
            .with_purpose(text! {
                en: "the shorter a certificate is valid, the shorter a stolen key is of use",
                fi: "mitä lyhyemmän ajan varmenne on voimassa, sitä lyhyemmän ajan varastettua avainta voi käyttää",
                sv: "ju kortare tid ett certifikat är giltigt, desto kortare tid kan en stulen nyckel användas",
            })
            .with_in_force(InForce::from(Date::constant(2020, 9, 1)))
            .with_judged_on(JudgedOn::DayIssued),
        check: |facts| at_most_years(facts, 1),
    },
};

const YEARS: Text = text! {
    en: "counted in calendar days in Finland: the last day is at the latest the day of the same date",
    fi: "laskettuna Suomen kalenteripäivinä: viimeinen päivä on viimeistään samanniminen päivä",
    sv: "räknat i finländska kalenderdagar: sista dagen är senast dagen med samma datum",
};
const TOO_LONG: Text = text! {
    en: "the certificate is valid for longer than DVV grants",
    fi: "varmenne on voimassa kauemmin kuin DVV myöntää",
    sv: "certifikatet är giltigt längre än MDB beviljar",
};

fn domain_name(facts: &Facts<'_>) -> Outcome {
    // A wildcard is a domain name, though not that of a connection.
    let is_domain = |name: &str| dns::shape(name) != Shape::None;
    let in_alternative_name = facts
        .content
        .alt_names()
        .any(|name| matches!(name, AltName::Dns(name) if is_domain(name)));
    if in_alternative_name || facts.common_names.any(is_domain) {
        return Outcome::Satisfied;
    }
    Outcome::violated(
        alternative_names_found(facts.content),
        Value::Term(A_DNS_NAME),
    )
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
