//! Section 4.2: what a request finds in the index.

mod carried;

use kanta_conformance::{
    Certainty, Citation, FieldPath, InForce, Level, Outcome, Requirement, Row, Value, text,
};

use super::{About, Link, clause};
use crate::Covers;
use crate::case::{OfRequest, RequestCase};
use crate::day::validity;
use crate::responsible::ResponsibleParty;

pub(super) use carried::CARRIED;
pub(crate) use carried::tenant;

const INDEX: &[Citation] = &[clause("4.2")];
const RIGHTS: &[Citation] = &[clause("2.2"), clause("4.2.1")];

/// The row that a request without a right breaks.
pub(super) const NO_RIGHT: Link<OfRequest> =     Link {
        row: Row {
            requirement: &Requirement::must("connection-models/no-right-on-the-day")
                .with_citations(RIGHTS)
                .with_statement(text! {
                    en: "the party has a right to the service through the access point on the day",
                    fi: "osapuolella on päivänä käyttövaltuus palveluun liityntäpisteen kautta",
                    sv: "parten har den dagen en rättighet till tjänsten via anslutningspunkten",
                })
                .with_fault(text! {
                    en: "the party has no such right on that day",
                    fi: "osapuolella ei ole sinä päivänä tällaista käyttövaltuutta",
                    sv: "parten har ingen sådan rättighet den dagen",
                })
                .with_remedy(text! {
                    en: "apply for it, or use an access point and a service that the party has",
                    fi: "hae sitä tai käytä osapuolen liityntäpistettä ja palvelua",
                    sv: "ansök om den, eller använd en anslutningspunkt och en tjänst som parten har",
                })
                .with_purpose(text! {
                    en: "rights cover what was applied for and what Kanta has approved, and nothing else",
                    fi: "käyttövaltuudet kattavat sen, mitä on haettu ja minkä Kanta on hyväksynyt, eivät muuta",
                    sv: "rättigheterna omfattar det som har sökts och som Kanta har godkänt, inget annat",
                })
                .with_example(
                    r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "imaging""#,
                    r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "imaging"
from = 2025-10-06"#,
                )
                .with_in_force(InForce::ALWAYS)
                .with_fields(&["from"]),
            check: right_on_the_day,
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Whole,
        refuses: None,
        changes: None,
    };

pub(super) static STANDING: [Link<OfRequest>; 4] = [
    Link {
        row: Row {
            requirement: &Requirement::must("address-index/data-set-expired")
                .with_citations(&[])
                .with_statement(text! {
                    en: "a data set is relied on until its expiry",
                    fi: "aineistoon luotetaan sen vanhenemiseen asti",
                    sv: "ett material gäller till sin utgång",
                })
                .with_fault(text! {
                    en: "the data set has expired",
                    fi: "aineisto on vanhentunut",
                    sv: "materialet har gått ut",
                })
                .with_remedy(text! {
                    en: "load a newer data set",
                    fi: "lataa uudempi aineisto",
                    sv: "läs in ett nyare material",
                })
                .with_purpose(text! {
                    en: "rights end and are withdrawn: an old data set would still permit what no longer holds",
                    fi: "käyttövaltuuksia päättyy ja poistetaan: vanha aineisto sallisi yhä sellaista, mikä ei enää ole voimassa",
                    sv: "rättigheter upphör och dras in: ett gammalt material skulle ännu tillåta det som inte längre gäller",
                })
                .with_example(
                    r#"version = "2024-12-01.1"
issued = 2024-12-01
expires = 2025-12-01"#,
                    r#"version = "2025-12-01.1"
issued = 2025-12-01
expires = 2026-12-01"#,
                )
                // No document says it: this crate does, so that no old picture permits.
                .with_level(Level::Note)
                .with_certainty(Certainty::Inferred)
                .with_in_force(InForce::ALWAYS)
                .with_fields(&["expires"]),
            check: |case| {
                let expires = case.store.header.expires;
                if case.request.day < expires {
                    return Outcome::Satisfied;
                }
                Outcome::violated(
                    Value::Date(case.request.day),
                    Value::About(
                        text! { en: "before", fi: "ennen päivää", sv: "före den" },
                        Box::new(Value::Date(expires)),
                    ),
                )
            },
        },
        responsible: ResponsibleParty::Keeper,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement::must("connection-models/right-subject-not-in-index")
                .with_citations(INDEX)
                .with_statement(text! {
                    en: "the index holds the joining party",
                    fi: "liittyjä on osoitehakemistossa",
                    sv: "den anslutande aktören finns i adressindexet",
                })
                .with_fault(text! {
                    en: "the index does not hold this party",
                    fi: "tätä osapuolta ei ole osoitehakemistossa",
                    sv: "denna part finns inte i adressindexet",
                })
                .with_remedy(text! {
                    en: "join the service, or correct the OID",
                    fi: "liity palveluun tai korjaa OID-tunnus",
                    sv: "anslut er till tjänsten, eller rätta OID",
                })
                .with_purpose(text! {
                    en: "an answer given for an unknown party could not be traced to anybody",
                    fi: "tuntemattomalle osapuolelle annettua vastausta ei voisi jäljittää kehenkään",
                    sv: "ett svar som gavs för en okänd part kunde inte spåras till någon",
                })
                .with_in_force(InForce::ALWAYS)
                .with_fields(&["for"]),
            check: |case| match case.subject {
                Some(_) => Outcome::Satisfied,
                None => Outcome::violated(
                    Value::Oid(case.request.subject.to_string()),
                    Value::Term(text! {
                        en: "a joining party or a pharmacy",
                        fi: "liittyjä tai apteekki",
                        sv: "en anslutande aktör eller ett apotek",
                    }),
                ),
            },
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement::must("connection-models/access-point-not-in-index")
                .with_citations(INDEX)
                .with_statement(text! {
                    en: "the index holds the access point",
                    fi: "liityntäpiste on osoitehakemistossa",
                    sv: "anslutningspunkten finns i adressindexet",
                })
                .with_fault(text! {
                    en: "the index does not hold this access point",
                    fi: "tätä liityntäpistettä ei ole osoitehakemistossa",
                    sv: "denna anslutningspunkt finns inte i adressindexet",
                })
                .with_remedy(text! {
                    en: "notify Kanta Services of the access point, or correct the OID",
                    fi: "ilmoita liityntäpiste Kanta-palveluille tai korjaa OID-tunnus",
                    sv: "anmäl anslutningspunkten till Kanta-tjänsterna, eller rätta OID",
                })
                .with_purpose(text! {
                    en: "of traffic through an unknown access point nobody can tell whose it is",
                    fi: "tuntemattoman liityntäpisteen kautta kulkevasta liikenteestä kukaan ei tiedä, kenen se on",
                    sv: "om trafik via en okänd anslutningspunkt vet ingen vems den är",
                })
                .with_in_force(InForce::ALWAYS)
                .with_fields(&["access_point"]),
            check: |case| match case.point {
                Some(_) => Outcome::Satisfied,
                None => Outcome::violated(
                    Value::Oid(case.request.access_point.to_string()),
                    Value::Term(text! {
                        en: "an access point of the index",
                        fi: "osoitehakemiston liityntäpiste",
                        sv: "en anslutningspunkt i adressindexet",
                    }),
                ),
            },
        },
        responsible: ResponsibleParty::Administrator,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    NO_RIGHT,
];

fn right_on_the_day(case: RequestCase<'_>) -> Outcome {
    let required = || {
        Value::About(
            text! { en: "a right on", fi: "käyttövaltuus päivänä", sv: "en rättighet den" },
            Box::new(Value::Date(case.request.day)),
        )
    };
    let column = case.right.and_then(|right| case.store.rights.get(right));
    let Some(column) = column else {
        return Outcome::violated(
            Value::Term(text! { en: "no right", fi: "ei käyttövaltuutta", sv: "ingen rättighet" }),
            required(),
        );
    };
    let time = validity((column.from, column.until));
    let near = |text, date: Option<_>| {
        Value::About(
            text,
            Box::new(Value::Date(date.unwrap_or(case.request.day))),
        )
    };
    match time.covers(case.request.day) {
        Covers::Yes => Outcome::Satisfied,
        Covers::Unknown => {
            let subject = case.subject.and_then(|id| case.store.actor(id));
            let subject = subject.map_or("", |actor| actor.id());
            let point = case.point.and_then(|point| case.store.point(point));
            let point = point.map_or("", |point| &point.id);
            let triple = format!("{subject}.{point}.{}", case.request.service);
            Outcome::missing(FieldPath::named("right", &triple).field("from"))
        }
        Covers::NotYet => Outcome::violated(
            near(
                text! { en: "a right from", fi: "käyttövaltuus alkaen", sv: "en rättighet från" },
                time.from,
            ),
            required(),
        ),
        Covers::Over => Outcome::violated(
            near(
                text! { en: "a right until", fi: "käyttövaltuus ennen päivää", sv: "en rättighet fram till" },
                time.until,
            ),
            required(),
        ),
    }
}
