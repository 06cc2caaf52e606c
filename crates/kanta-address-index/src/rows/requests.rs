//! Section 4.2: what a request finds in the index.

use kanta_conformance::{Bound, Citation, InForce, Outcome, Path, Requirement, Row, Value};

use super::renewals::organisation_wide;
use super::{Link, guide, must, t};
use crate::case::{OfRequest, RequestCase, TenantCase, path_of};
use crate::day::validity;
use crate::mender::Mender;
use crate::store::{Actor, Holds};
use crate::{Covers, PartyKind, Register, Service};

const INDEX: &[Citation] = &[guide("4.2")];
const RIGHTS: &[Citation] = &[guide("2.2"), guide("4.2.1")];
const TENANTS: &[Citation] = &[guide("2.3"), guide("4.2.1")];
const RENEWALS: &[Citation] = &[guide("4.2.1")];

/// An index answers for the past too: what it does not hold, it never allows.
const ALWAYS: InForce = InForce {
    from: Bound::Open,
    until: Bound::Open,
};

const fn always(requirement: Requirement) -> Requirement {
    Requirement {
        in_force: ALWAYS,
        ..requirement
    }
}

pub(super) static STANDING: [Link<OfRequest>; 4] = [
    Link {
        row: Row {
            requirement: always(must(
                "address-index/data-set-expired",
                &[],
                t(
                    "a data set is relied on until its expiry",
                    "aineistoon luotetaan sen vanhenemiseen asti",
                    "ett material gäller till sin utgång",
                ),
                t(
                    "the data set has expired",
                    "aineisto on vanhentunut",
                    "materialet har gått ut",
                ),
                t(
                    "load a newer data set",
                    "lataa uudempi aineisto",
                    "läs in ett nyare material",
                ),
                &["expires"],
            )),
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
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: always(must(
                "connection-models/right-subject-not-in-index",
                INDEX,
                t(
                    "the index holds the joining party",
                    "liittyjä on osoitehakemistossa",
                    "den anslutande aktören finns i adressindexet",
                ),
                t(
                    "the index does not hold this party",
                    "tätä osapuolta ei ole osoitehakemistossa",
                    "denna part finns inte i adressindexet",
                ),
                t(
                    "join the service, or correct the OID",
                    "liity palveluun tai korjaa OID-tunnus",
                    "anslut er till tjänsten, eller rätta OID",
                ),
                &["for"],
            )),
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
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: always(must(
                "connection-models/access-point-not-in-index",
                INDEX,
                t(
                    "the index holds the access point",
                    "liityntäpiste on osoitehakemistossa",
                    "anslutningspunkten finns i adressindexet",
                ),
                t(
                    "the index does not hold this access point",
                    "tätä liityntäpistettä ei ole osoitehakemistossa",
                    "denna anslutningspunkt finns inte i adressindexet",
                ),
                t(
                    "notify Kanta Services of the access point, or correct the OID",
                    "ilmoita liityntäpiste Kanta-palveluille tai korjaa OID-tunnus",
                    "anmäl anslutningspunkten till Kanta-tjänsterna, eller rätta OID",
                ),
                &["access_point"],
            )),
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
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: always(must(
                "connection-models/no-right-on-the-day",
                RIGHTS,
                t(
                    "the party has a right to the service through the access point on the day",
                    "osapuolella on päivänä valtuus palveluun liityntäpisteen kautta",
                    "parten har den dagen en rättighet till tjänsten via anslutningspunkten",
                ),
                t(
                    "the party has no such right on that day",
                    "osapuolella ei ole sinä päivänä tällaista valtuutta",
                    "parten har ingen sådan rättighet den dagen",
                ),
                t(
                    "apply for it, or use an access point and a service that the party has",
                    "hae sitä tai käytä osapuolen liityntäpistettä ja palvelua",
                    "ansök om den, eller använd en anslutningspunkt och en tjänst som parten har",
                ),
                &["from"],
            )),
            check: right_on_the_day,
        },
        mender: Mender::Kanta,
        refuses: None,
        changes: None,
    },
];

pub(super) static CARRIED: [Link<OfRequest>; 2] = [
    Link {
        row: Row {
            requirement: always(must(
                "connection-models/tenant-not-of-this-party",
                TENANTS,
                t(
                    "a tenant uses the rights of the joining party with which it works",
                    "vuokralainen käyttää sen liittyjän valtuuksia, jonka luona se toimii",
                    "en hyresgäst använder rättigheterna för den anslutande aktör hos vilken den verkar",
                ),
                t(
                    "the party has no such tenant",
                    "osapuolella ei ole tällaista vuokralaista",
                    "parten har ingen sådan hyresgäst",
                ),
                t(
                    "record the tenant, or name the right one",
                    "kirjaa vuokralainen tai nimeä oikea",
                    "anteckna hyresgästen, eller ange den rätta",
                ),
                &["tenant"],
            )),
            check: |case| match (case.request.tenant, tenant(case)) {
                (None, _) => Outcome::NotApplicable,
                (Some(_), Some(_)) => Outcome::Satisfied,
                (Some(oid), None) => Outcome::violated(
                    Value::Oid(oid.to_string()),
                    Value::Term(t(
                        "a tenant of this party",
                        "tämän osapuolen vuokralainen",
                        "en hyresgäst hos denna part",
                    )),
                ),
            },
        },
        mender: Mender::JoiningParty,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: must(
                "connection-models/service-unit-not-annotated",
                RENEWALS,
                t(
                    "in the SOTE register the service unit that receives renewal requests is annotated",
                    "SOTE-rekisterissä uudistamispyyntöjä vastaanottavalla palveluyksiköllä on merkintä",
                    "i SOTE-registret har den serviceenhet som tar emot begäran om förnyelse en anteckning",
                ),
                t(
                    "the service unit is not annotated as receiving renewal requests",
                    "palveluyksiköllä ei ole uudistamispyyntöjen vastaanoton merkintää",
                    "serviceenheten har ingen anteckning om att den tar emot begäran om förnyelse",
                ),
                t(
                    "name the service unit, and have it annotated in the Code Service",
                    "nimeä palveluyksikkö ja pyydä sille merkintä koodistopalveluun",
                    "ange serviceenheten, och se till att den har anteckningen i kodtjänsten",
                ),
                &["service_unit"],
            ),
            check: unit_annotated,
        },
        mender: Mender::Register,
        refuses: None,
        changes: None,
    },
];

/// The tenant that the request names, if the party has it.
pub(crate) fn tenant(case: RequestCase<'_>) -> Option<TenantCase<'_>> {
    let host = case.subject?;
    Some(TenantCase {
        store: case.store,
        tenant: case.store.tenant(host, case.request.tenant?)?,
        host,
        day: case.request.day,
    })
}

fn right_on_the_day(case: RequestCase<'_>) -> Outcome {
    let required = || {
        Value::About(
            t("a right on", "valtuus päivänä", "en rättighet den"),
            Box::new(Value::Date(case.request.day)),
        )
    };
    let column = case.right.and_then(|right| case.store.rights.get(right));
    let Some(column) = column else {
        return Outcome::violated(
            Value::Term(t("no right", "ei valtuutta", "ingen rättighet")),
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
            let id = |text: &str| text.to_owned();
            let subject = case.subject.and_then(|id| case.store.actor(id));
            let point = case.point.and_then(|point| case.store.point(point));
            Outcome::missing(Path::new(
                &format!(
                    "right.{}.{}.{}",
                    subject.map_or_else(String::new, |actor| id(actor.id())),
                    point.map_or_else(String::new, |point| id(&point.id)),
                    case.request.service
                ),
                "from",
            ))
        }
        Covers::NotYet => Outcome::violated(
            near(
                t("a right from", "valtuus alkaen", "en rättighet från"),
                time.from,
            ),
            required(),
        ),
        Covers::Over => Outcome::violated(
            near(
                t(
                    "a right until",
                    "valtuus ennen päivää",
                    "en rättighet fram till",
                ),
                time.until,
            ),
            required(),
        ),
    }
}

fn unit_annotated(case: RequestCase<'_>) -> Outcome {
    if case.request.service != Service::RenewalRequests {
        return Outcome::NotApplicable;
    }
    let Some((id, Some(Actor::Party(party)))) = case.subject.map(|id| (id, case.store.actor(id)))
    else {
        return Outcome::NotApplicable;
    };
    if party.kind != PartyKind::Provider {
        return Outcome::NotApplicable;
    }
    match party.register {
        Some(Register::Sote) => {}
        None => return Outcome::missing(Path::new(&path_of(case.store, id), "register")),
        Some(_) => return Outcome::NotApplicable,
    }
    let day = case.request.day;
    let on = |unit| case.store.annotated.on((id, unit), day);
    let Some(unit) = case.request.service_unit else {
        return match on(None) {
            Holds::Yes => organisation_wide(),
            _ => Outcome::missing(Path::new("request", "service_unit")),
        };
    };
    match (on(Some(unit)), on(None)) {
        (Holds::Yes, _) => Outcome::Satisfied,
        (_, Holds::Yes) => organisation_wide(),
        (Holds::Unknown, _) | (_, Holds::Unknown) => {
            Outcome::missing(Path::new(&format!("annotation.{}", party.id), "from"))
        }
        (Holds::No, Holds::No) => Outcome::violated(
            Value::Oid(unit.to_string()),
            Value::Term(t(
                "an annotated service unit",
                "palveluyksikkö, jolla on merkintä",
                "en serviceenhet med anteckningen",
            )),
        ),
    }
}
