//! Sections 2.2, 2.3 and 4.1.1: the joint model.

use kanta_conformance::{Citation, Date, InForce, Outcome, Path, Requirement, Row, Value};

use super::{Link, guide, must, t};
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
            requirement: must(
                "connection-models/tenant-not-registered",
                REGISTERS,
                t(
                    "a tenant stands in one of the Code Service's three registers",
                    "vuokralainen on jossakin koodistopalvelun kolmesta rekisteristä",
                    "en hyresgäst finns i något av kodtjänstens tre register",
                ),
                t(
                    "the tenant stands in none of the three registers",
                    "vuokralainen ei ole missään kolmesta rekisteristä",
                    "hyresgästen finns inte i något av de tre registren",
                ),
                t(
                    "have it entered in its register in the Code Service",
                    "huolehdi, että se merkitään rekisteriinsä koodistopalvelussa",
                    "se till att den införs i sitt register i kodtjänsten",
                ),
                &["register"],
            ),
            check: registered,
        },
        mender: Mender::Register,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: must(
                "connection-models/tenant-without-agreement",
                AGREEMENT,
                t(
                    "the joining party and the tenant have a mutual agreement",
                    "liittyjällä ja vuokralaisella on keskinäinen sopimus",
                    "den anslutande aktören och hyresgästen har ett inbördes avtal",
                ),
                t(
                    "there is no agreement between the joining party and the tenant",
                    "liittyjän ja vuokralaisen välillä ei ole sopimusta",
                    "det finns inget avtal mellan den anslutande aktören och hyresgästen",
                ),
                t(
                    "conclude the agreement, or record its dates",
                    "tehkää sopimus tai kirjatkaa sen päivät",
                    "ingå avtalet, eller anteckna dess datum",
                ),
                &["host"],
            ),
            check: agreed,
        },
        mender: Mender::JoiningParty,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: Requirement {
                in_force: SEEN_IN_3_14,
                ..must(
                    "connection-models/joint-model-not-private",
                    JOINT,
                    t(
                        "the joint model is for private providers: tenant and joining party",
                        "yhteisliittyminen on yksityisille palvelunantajille: vuokralainen ja liittyjä",
                        "modellen med gemensam anslutning är för privata tillhandahållare: hyresgäst och anslutande aktör",
                    ),
                    t(
                        "the tenant or its joining party is not a private provider",
                        "vuokralainen tai sen liittyjä ei ole yksityinen palvelunantaja",
                        "hyresgästen eller dess anslutande aktör är inte en privat tillhandahållare",
                    ),
                    t(
                        "use the direct model",
                        "käytä suoraliittymistä",
                        "använd modellen med direkt anslutning",
                    ),
                    &["sector"],
                )
            },
            check: private,
        },
        mender: Mender::JoiningParty,
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
