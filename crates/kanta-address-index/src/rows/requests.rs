//! Section 4.2: what a request finds in the index.

mod carried;

use kanta_conformance::{
    Bound, Certainty, Citation, Example, FieldPath, InForce, Level, Outcome, Requirement, Row,
    Value,
};

use super::{About, Link, MUST, clause, t};
use crate::Covers;
use crate::case::{OfRequest, RequestCase};
use crate::day::validity;
use crate::mender::Mender;

pub(super) use carried::CARRIED;
pub(crate) use carried::tenant;

const INDEX: &[Citation] = &[clause("4.2")];
const RIGHTS: &[Citation] = &[clause("2.2"), clause("4.2.1")];

/// An index answers for the past too: what it does not hold, it never allows.
const ALWAYS: InForce = InForce {
    from: Bound::Open,
    until: Bound::Open,
};

pub(super) static STANDING: [Link<OfRequest>; 4] = [
    Link {
        row: Row {
            requirement: &Requirement {
                id: "address-index/data-set-expired",
                citations: &[],
                statement: t(
                    "a data set is relied on until its expiry",
                    "aineistoon luotetaan sen vanhenemiseen asti",
                    "ett material gäller till sin utgång",
                ),
                fault: t(
                    "the data set has expired",
                    "aineisto on vanhentunut",
                    "materialet har gått ut",
                ),
                remedy: t(
                    "load a newer data set",
                    "lataa uudempi aineisto",
                    "läs in ett nyare material",
                ),
                purpose: Some(t(
                    "rights end and are withdrawn: an old data set would still permit what no longer holds",
                    "käyttövaltuuksia päättyy ja poistetaan: vanha aineisto sallisi yhä sellaista, mikä ei enää ole voimassa",
                    "rättigheter upphör och dras in: ett gammalt material skulle ännu tillåta det som inte längre gäller",
                )),
                example: Some(Example {
                    before: r#"version = "2024-12-01.1"
issued = 2024-12-01
expires = 2025-12-01"#,
                    after: r#"version = "2025-12-01.1"
issued = 2025-12-01
expires = 2026-12-01"#,
                }),
                // No document says it: this crate does, so that no old picture permits.
                level: Level::Note,
                certainty: Certainty::Inferred,
                in_force: ALWAYS,
                fields: &["expires"],
                ..MUST
            },
            check: |case| {
                let expires = case.store.header.expires;
                if case.request.day < expires {
                    return Outcome::Satisfied;
                }
                Outcome::violated(
                    Value::Date(case.request.day),
                    Value::About(
                        t("before", "ennen päivää", "före den"),
                        Box::new(Value::Date(expires)),
                    ),
                )
            },
        },
        mender: Mender::Keeper,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/right-subject-not-in-index",
                citations: INDEX,
                statement: t(
                    "the index holds the joining party",
                    "liittyjä on osoitehakemistossa",
                    "den anslutande aktören finns i adressindexet",
                ),
                fault: t(
                    "the index does not hold this party",
                    "tätä osapuolta ei ole osoitehakemistossa",
                    "denna part finns inte i adressindexet",
                ),
                remedy: t(
                    "join the service, or correct the OID",
                    "liity palveluun tai korjaa OID-tunnus",
                    "anslut er till tjänsten, eller rätta OID",
                ),
                purpose: Some(t(
                    "an answer given for an unknown party could not be traced to anybody",
                    "tuntemattomalle osapuolelle annettua vastausta ei voisi jäljittää kehenkään",
                    "ett svar som gavs för en okänd part kunde inte spåras till någon",
                )),
                in_force: ALWAYS,
                fields: &["for"],
                ..MUST
            },
            check: |case| match case.subject {
                Some(_) => Outcome::Satisfied,
                None => Outcome::violated(
                    Value::Oid(case.request.subject.to_string()),
                    Value::Term(t(
                        "a joining party or a pharmacy",
                        "liittyjä tai apteekki",
                        "en anslutande aktör eller ett apotek",
                    )),
                ),
            },
        },
        mender: Mender::JoiningParty,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/access-point-not-in-index",
                citations: INDEX,
                statement: t(
                    "the index holds the access point",
                    "liityntäpiste on osoitehakemistossa",
                    "anslutningspunkten finns i adressindexet",
                ),
                fault: t(
                    "the index does not hold this access point",
                    "tätä liityntäpistettä ei ole osoitehakemistossa",
                    "denna anslutningspunkt finns inte i adressindexet",
                ),
                remedy: t(
                    "notify Kanta Services of the access point, or correct the OID",
                    "ilmoita liityntäpiste Kanta-palveluille tai korjaa OID-tunnus",
                    "anmäl anslutningspunkten till Kanta-tjänsterna, eller rätta OID",
                ),
                purpose: Some(t(
                    "of traffic through an unknown access point nobody can tell whose it is",
                    "tuntemattoman liityntäpisteen kautta kulkevasta liikenteestä kukaan ei tiedä, kenen se on",
                    "om trafik via en okänd anslutningspunkt vet ingen vems den är",
                )),
                in_force: ALWAYS,
                fields: &["access_point"],
                ..MUST
            },
            check: |case| match case.point {
                Some(_) => Outcome::Satisfied,
                None => Outcome::violated(
                    Value::Oid(case.request.access_point.to_string()),
                    Value::Term(t(
                        "an access point of the index",
                        "osoitehakemiston liityntäpiste",
                        "en anslutningspunkt i adressindexet",
                    )),
                ),
            },
        },
        mender: Mender::Administrator,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/no-right-on-the-day",
                citations: RIGHTS,
                statement: t(
                    "the party has a right to the service through the access point on the day",
                    "osapuolella on päivänä käyttövaltuus palveluun liityntäpisteen kautta",
                    "parten har den dagen en rättighet till tjänsten via anslutningspunkten",
                ),
                fault: t(
                    "the party has no such right on that day",
                    "osapuolella ei ole sinä päivänä tällaista käyttövaltuutta",
                    "parten har ingen sådan rättighet den dagen",
                ),
                remedy: t(
                    "apply for it, or use an access point and a service that the party has",
                    "hae sitä tai käytä osapuolen liityntäpistettä ja palvelua",
                    "ansök om den, eller använd en anslutningspunkt och en tjänst som parten har",
                ),
                purpose: Some(t(
                    "rights cover what was applied for and what Kanta has approved, and nothing else",
                    "käyttövaltuudet kattavat sen, mitä on haettu ja minkä Kanta on hyväksynyt, eivät muuta",
                    "rättigheterna omfattar det som har sökts och som Kanta har godkänt, inget annat",
                )),
                example: Some(Example {
                    before: r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "imaging""#,
                    after: r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "imaging"
from = 2025-10-06"#,
                }),
                in_force: ALWAYS,
                fields: &["from"],
                ..MUST
            },
            check: right_on_the_day,
        },
        mender: Mender::Kanta,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
];

fn right_on_the_day(case: RequestCase<'_>) -> Outcome {
    let required = || {
        Value::About(
            t("a right on", "käyttövaltuus päivänä", "en rättighet den"),
            Box::new(Value::Date(case.request.day)),
        )
    };
    let column = case.right.and_then(|right| case.store.rights.get(right));
    let Some(column) = column else {
        return Outcome::violated(
            Value::Term(t("no right", "ei käyttövaltuutta", "ingen rättighet")),
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
                t("a right from", "käyttövaltuus alkaen", "en rättighet från"),
                time.from,
            ),
            required(),
        ),
        Covers::Over => Outcome::violated(
            near(
                t(
                    "a right until",
                    "käyttövaltuus ennen päivää",
                    "en rättighet fram till",
                ),
                time.until,
            ),
            required(),
        ),
    }
}
