//! Sections 2.2, 2.3 and 4.1.1: the joint model.

use kanta_conformance::{Citation, Date, Example, InForce, Outcome, Path, Requirement, Row, Value};

use super::{About, Link, MUST, guide, t};
use crate::case::{OfTenant, TenantCase, path_of};
use crate::mender::Mender;
use crate::store::{Actor, Holds};
use crate::{Register, Sector};

const REGISTERS: &[Citation] = &[guide("2.2")];
const AGREEMENT: &[Citation] = &[guide("2.3"), guide("4.1.1")];
const JOINT: &[Citation] = &[guide("4.1.1")];
/// The change log of 3.14 says that the model is meant for private providers.
const SEEN_IN_3_14: InForce = InForce::seen(Date::constant(2024, 1, 2));

pub(super) static ROWS: [Link<OfTenant>; 3] = [
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/tenant-not-registered",
                citations: REGISTERS,
                statement: t(
                    "a tenant stands in one of the Code Service's three registers",
                    "vuokralainen on jossakin koodistopalvelun kolmesta rekisteristä",
                    "en hyresgäst finns i något av kodtjänstens tre register",
                ),
                fault: t(
                    "the tenant stands in none of the three registers",
                    "vuokralainen ei ole missään kolmesta rekisteristä",
                    "hyresgästen finns inte i något av de tre registren",
                ),
                remedy: t(
                    "have it entered in its register in the Code Service",
                    "huolehdi, että se merkitään rekisteriinsä koodistopalvelussa",
                    "se till att den införs i sitt register i kodtjänsten",
                ),
                purpose: Some(t(
                    "messages name the tenant as the user, so it has to be known to the Code Service",
                    "sanomat nimeävät vuokralaisen käyttäjäksi, joten koodistopalvelun on tunnettava se",
                    "meddelanden anger hyresgästen som användare, så kodtjänsten måste känna till den",
                )),
                example: Some(Example {
                    before: r#"[[tenant]]
id = "physio"
host = "clinic"
register = "intermediary""#,
                    after: r#"[[tenant]]
id = "physio"
host = "clinic"
register = "sote""#,
                }),
                fields: &["register"],
                ..MUST
            },
            check: registered,
        },
        mender: Mender::Register,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/tenant-without-agreement",
                citations: AGREEMENT,
                statement: t(
                    "the joining party and the tenant have a mutual agreement",
                    "liittyjällä ja vuokralaisella on keskinäinen sopimus",
                    "den anslutande aktören och hyresgästen har ett inbördes avtal",
                ),
                fault: t(
                    "there is no agreement between the joining party and the tenant",
                    "liittyjän ja vuokralaisen välillä ei ole sopimusta",
                    "det finns inget avtal mellan den anslutande aktören och hyresgästen",
                ),
                remedy: t(
                    "conclude the agreement, or record its dates",
                    "tehkää sopimus tai kirjatkaa sen päivät",
                    "ingå avtalet, eller anteckna dess datum",
                ),
                purpose: Some(t(
                    "the tenant gives no commitment to Kanta: its duties are settled in this agreement",
                    "vuokralainen ei anna sitoumusta Kannalle: sen velvollisuuksista sovitaan tässä sopimuksessa",
                    "hyresgästen avger ingen förbindelse till Kanta: dess skyldigheter avtalas i detta avtal",
                )),
                example: Some(Example {
                    before: r#"[[tenant]]
id = "dental"
oid = "1.2.246.10.44444447.10.0"
host = "clinic"
sector = "private"
register = "sote""#,
                    after: r#"[[tenant]]
id = "dental"
oid = "1.2.246.10.44444447.10.0"
host = "clinic"
sector = "private"
register = "sote"

[[agreement]]
between = ["clinic", "dental"]
from = 2025-09-15"#,
                }),
                fields: &["host"],
                ..MUST
            },
            check: agreed,
        },
        mender: Mender::JoiningParty,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/joint-model-not-private",
                citations: JOINT,
                statement: t(
                    "the joint model is for private providers: tenant and joining party",
                    "yhteisliittyminen on yksityisille palvelunantajille: vuokralainen ja liittyjä",
                    "modellen med gemensam anslutning är för privata tillhandahållare: hyresgäst och anslutande aktör",
                ),
                fault: t(
                    "the tenant or its joining party is not a private provider",
                    "vuokralainen tai sen liittyjä ei ole yksityinen palvelunantaja",
                    "hyresgästen eller dess anslutande aktör är inte en privat tillhandahållare",
                ),
                remedy: t(
                    "use the direct model",
                    "käytä suoraliittymistä",
                    "använd modellen med direkt anslutning",
                ),
                purpose: Some(t(
                    "a tenant works in a private joining party's premises with that party's system and rights",
                    "vuokralainen toimii yksityisen liittyjän tiloissa tämän järjestelmällä ja valtuuksilla",
                    "en hyresgäst verkar i en privat anslutande aktörs lokaler med dess system och rättigheter",
                )),
                example: Some(Example {
                    before: r#"[[tenant]]
id = "physio"
host = "clinic"
sector = "public""#,
                    after: r#"[[tenant]]
id = "physio"
host = "clinic"
sector = "private""#,
                }),
                in_force: SEEN_IN_3_14,
                fields: &["sector"],
                ..MUST
            },
            check: private,
        },
        mender: Mender::JoiningParty,
        about: About::Whole,
        refuses: None,
        changes: None,
    },
];

fn registered(case: TenantCase<'_>) -> Outcome {
    let Some(Actor::Tenant(tenant)) = case.store.actor(case.tenant) else {
        return Outcome::NotApplicable;
    };
    match tenant.register {
        None => Outcome::missing(Path::new(&path_of(case.store, case.tenant), "register")),
        Some(Register::Intermediary) => Outcome::violated(
            Value::Term(Register::Intermediary.name()),
            Value::OneOf(
                [Register::Sote, Register::Valvira, Register::Pharmacy]
                    .map(|register| Value::Term(register.name()))
                    .into(),
            ),
        ),
        Some(_) => Outcome::Satisfied,
    }
}

fn agreed(case: TenantCase<'_>) -> Outcome {
    let name = |id| case.store.actor(id).map_or("", Actor::id);
    match case.store.agreement(case.tenant, case.host, case.day) {
        Holds::Yes => Outcome::Satisfied,
        Holds::Unknown => Outcome::missing(Path::new(
            &format!("agreement.{}+{}", name(case.tenant), name(case.host)),
            "from",
        )),
        Holds::No => Outcome::violated(
            Value::About(
                t("none on", "ei ole päivänä", "inget den"),
                Box::new(Value::Date(case.day)),
            ),
            Value::About(
                t(
                    "an agreement with",
                    "sopimus, toinen osapuoli",
                    "ett avtal med",
                ),
                Box::new(Value::words(name(case.host))),
            ),
        ),
    }
}

fn private(case: TenantCase<'_>) -> Outcome {
    let tenant = match case.store.actor(case.tenant) {
        Some(Actor::Tenant(tenant)) => tenant.sector,
        _ => None,
    };
    let host = match case.store.actor(case.host) {
        Some(Actor::Party(party)) => party.sector,
        _ => None,
    };
    let path = |id| Path::new(&path_of(case.store, id), "sector");
    match (tenant, host) {
        (Some(Sector::Private), Some(Sector::Private)) => Outcome::Satisfied,
        (Some(Sector::Public), _) | (_, Some(Sector::Public)) => Outcome::violated(
            Value::Term(Sector::Public.name()),
            Value::Term(Sector::Private.name()),
        ),
        (None, _) => Outcome::missing(path(case.tenant)),
        (_, None) => Outcome::missing(path(case.host)),
    }
}
