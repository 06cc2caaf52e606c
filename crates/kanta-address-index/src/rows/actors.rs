//! Chapters 1 and 2: who may have rights, and to what.

use kanta_conformance::{Citation, Example, Outcome, Path, Requirement, Row, Value, guide};
use kanta_oid::Form;

use super::{About, Link, MUST, clause, t};
use crate::case::{OfRight, RightCase};
use crate::mender::Mender;
use crate::store::Actor;
use crate::{PartyKind, Register};

const SCOPE: &[Citation] = &[clause("1")];
const OIDS: &[Citation] = &[clause("3.1.3")];

pub(super) static ROWS: [Link<OfRight>; 5] = [
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/right-to-service-outside-the-guide",
                citations: SCOPE,
                statement: t(
                    "a right is given to one of the services that the guide covers",
                    "käyttövaltuus annetaan ohjeen piiriin kuuluvaan palveluun",
                    "en rättighet ges till en tjänst som anvisningen omfattar",
                ),
                fault: t(
                    "the right is to a service that the guide does not cover",
                    "käyttövaltuus koskee palvelua, jota ohje ei kata",
                    "rättigheten gäller en tjänst som anvisningen inte omfattar",
                ),
                remedy: t(
                    "follow the service's own instruction",
                    "noudata palvelun omaa ohjetta",
                    "följ tjänstens egen anvisning",
                ),
                purpose: Some(t(
                    "other services need no joining of their own, follow their own instruction or have no connection model yet",
                    "muihin palveluihin ei liitytä erikseen, niillä on oma ohjeensa tai niiden liittymismallia ei ole vielä määritelty",
                    "andra tjänster kräver ingen separat anslutning, följer en egen anvisning eller har ännu ingen anslutningsmodell",
                )),
                example: Some(Example {
                    before: r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "phr"
from = 2025-10-06"#,
                    after: r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "imaging"
from = 2025-10-06"#,
                }),
                fields: &["service"],
                ..MUST
            },
            check: |case| {
                if case.service.in_scope() {
                    return Outcome::Satisfied;
                }
                Outcome::violated(
                    Value::Term(case.service.name()),
                    Value::Term(t(
                        "one of the services that the guide covers",
                        "jokin ohjeen kattamista palveluista",
                        "någon av de tjänster som anvisningen omfattar",
                    )),
                )
            },
        },
        mender: Mender::Kanta,
        about: About::Service,
        refuses: Some(|service| !service.in_scope()),
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                example: Some(Example {
                    before: r#"[[right]]
for = "valittaja"
access_point = "valittaja-ap"
service = "patient-data"
from = 2025-10-06"#,
                    after: r#"[[right]]
for = "clinic"
access_point = "valittaja-ap"
service = "patient-data"
from = 2025-10-06"#,
                }),
                fields: &["for"],
                ..guide::actors::SERVICE_USED_BY_INTERMEDIARY
            },
            check: |case| match case.actor() {
                Some(Actor::Party(party)) if !party.kind.can_join() => Outcome::violated(
                    Value::Term(party.kind.name()),
                    Value::Term(t(
                        "a joining party or a pharmacy",
                        "liittyjä tai apteekki",
                        "en anslutande aktör eller ett apotek",
                    )),
                ),
                _ => Outcome::Satisfied,
            },
        },
        mender: Mender::Kanta,
        about: About::Holder,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                example: Some(Example {
                    before: r#"[[right]]
for = "physio"
access_point = "clinic-ap"
service = "patient-data"
from = 2025-10-06"#,
                    after: r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "patient-data"
from = 2025-10-06"#,
                }),
                fields: &["for"],
                ..guide::technical_joining::USE_BY_A_TENANT
            },
            check: |case| match case.actor() {
                Some(Actor::Tenant(tenant)) => Outcome::violated(
                    Value::About(
                        t("tenant of", "vuokralainen, liittyjä", "hyresgäst hos"),
                        Box::new(Value::words(&tenant.host)),
                    ),
                    Value::Term(t(
                        "a joining party or a pharmacy",
                        "liittyjä tai apteekki",
                        "en anslutande aktör eller ett apotek",
                    )),
                ),
                _ => Outcome::Satisfied,
            },
        },
        mender: Mender::Kanta,
        about: About::Holder,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                example: Some(Example {
                    before: r#"[[party]]
id = "home-care"
kind = "provider"
register = "intermediary""#,
                    after: r#"[[party]]
id = "home-care"
kind = "provider"
register = "sote""#,
                }),
                fields: &["register"],
                ..guide::actors::PARTY_IN_NO_REGISTER
            },
            check: registered,
        },
        mender: Mender::Register,
        about: About::Party,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &Requirement {
                id: "connection-models/owner-oid-of-another-register",
                citations: OIDS,
                statement: t(
                    "the OID of a joining party is that of the register in which it stands",
                    "liittyjän OID-tunnus on sen rekisterin mukainen, jossa liittyjä on",
                    "den anslutande aktörens OID är den som dess register ger",
                ),
                fault: t(
                    "the OID belongs to another register than the one stated",
                    "OID-tunnus kuuluu toiseen rekisteriin kuin ilmoitettuun",
                    "OID hör till ett annat register än det som anges",
                ),
                remedy: t(
                    "correct the register or the OID",
                    "korjaa rekisteri tai OID-tunnus",
                    "rätta registret eller OID",
                ),
                purpose: Some(t(
                    "the form of an OID tells in which register its owner stands, so that it can be looked up there",
                    "OID-tunnuksen muoto kertoo, missä rekisterissä sen haltija on, joten tunnuksen voi tarkistaa sieltä",
                    "formen på en OID berättar i vilket register innehavaren finns, så att den kan kontrolleras där",
                )),
                example: Some(Example {
                    before: r#"[[party]]
id = "home-care"
oid = "1.2.246.10.33333338.10.0"
register = "valvira""#,
                    after: r#"[[party]]
id = "home-care"
oid = "1.2.246.10.33333338.10.0"
register = "sote""#,
                }),
                fields: &["oid", "register"],
                ..MUST
            },
            check: oid_of_register,
        },
        mender: Mender::Keeper,
        about: About::Party,
        refuses: None,
        changes: None,
    },
];

/// The register under which OIDs of a form stand.
fn register_of(form: Form) -> Register {
    match form {
        Form::Sote | Form::Sote537 => Register::Sote,
        Form::Valvira => Register::Valvira,
        Form::Pharmacy => Register::Pharmacy,
        Form::Intermediary => Register::Intermediary,
    }
}

fn registered(case: RightCase<'_>) -> Outcome {
    let Some(Actor::Party(party)) = case.actor() else {
        return Outcome::NotApplicable;
    };
    match party.register {
        _ if !party.kind.can_join() => Outcome::NotApplicable,
        // A person joins; the pharmacies stand in the register.
        _ if party.kind == PartyKind::Pharmacist => Outcome::NotApplicable,
        None => Outcome::missing(Path::new(&case.path_of(case.subject), "register")),
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

fn oid_of_register(case: RightCase<'_>) -> Outcome {
    let (oid, register) = match case.actor() {
        Some(Actor::Party(party)) => match (party.oid, party.register) {
            (Some(oid), Some(register)) => (oid, register),
            _ => return Outcome::NotApplicable,
        },
        Some(Actor::Pharmacy(pharmacy)) => (pharmacy.oid, Register::Pharmacy),
        _ => return Outcome::NotApplicable,
    };
    if register_of(oid.form()) == register {
        return Outcome::Satisfied;
    }
    Outcome::violated(Value::Oid(oid.to_string()), Value::Term(register.name()))
}
