//! Chapters 1 and 2: who may have rights, and to what.

use kanta_conformance::{Citation, Outcome, Requirement, Row, Value, guide, text};

use super::{About, Link, clause};
use crate::case::{OfRight, RightCase};
use crate::responsible::ResponsibleParty;
use crate::store::Actor;
use crate::{PartyKind, Register};

const SCOPE: &[Citation] = &[clause("1")];

pub(super) static ROWS: [Link<OfRight>; 5] = [
    Link {
        row: Row {
            requirement: &Requirement::must("connection-models/right-to-service-outside-the-guide")
                .with_citations(SCOPE)
                .with_statement(text! {
                    en: "a right is given to one of the services that the guide covers",
                    fi: "käyttövaltuus annetaan ohjeen piiriin kuuluvaan palveluun",
                    sv: "en rättighet ges till en tjänst som anvisningen omfattar",
                })
                .with_fault(text! {
                    en: "the right is to a service that the guide does not cover",
                    fi: "käyttövaltuus koskee palvelua, jota ohje ei kata",
                    sv: "rättigheten gäller en tjänst som anvisningen inte omfattar",
                })
                .with_remedy(text! {
                    en: "follow the service's own instruction",
                    fi: "noudata palvelun omaa ohjetta",
                    sv: "följ tjänstens egen anvisning",
                })
                .with_purpose(text! {
                    en: "other services need no joining of their own, follow their own instruction or have no connection model yet",
                    fi: "muihin palveluihin ei liitytä erikseen, niillä on oma ohjeensa tai niiden liittymismallia ei ole vielä määritelty",
                    sv: "andra tjänster kräver ingen separat anslutning, följer en egen anvisning eller har ännu ingen anslutningsmodell",
                })
                .with_example(
                    r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "phr"
from = 2025-10-06"#,
                    r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "imaging"
from = 2025-10-06"#,
                )
                .with_fields(&["service"]),
            check: |case| {
                if case.service.in_scope() {
                    return Outcome::Satisfied;
                }
                Outcome::violated(
                    Value::Term(case.service.name()),
                    Value::Term(text! {
                        en: "one of the services that the guide covers",
                        fi: "jokin ohjeen kattamista palveluista",
                        sv: "någon av de tjänster som anvisningen omfattar",
                    }),
                )
            },
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Service,
        refuses: Some(|service| !service.in_scope()),
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::actors::SERVICE_USED_BY_INTERMEDIARY
                .with_example(
                    r#"[[right]]
for = "valittaja"
access_point = "valittaja-ap"
service = "patient-data"
from = 2025-10-06"#,
                    r#"[[right]]
for = "clinic"
access_point = "valittaja-ap"
service = "patient-data"
from = 2025-10-06"#,
                )
                .with_fields(&["for"]),
            check: |case| match case.actor() {
                Some(Actor::Party(party)) if !party.kind.can_join() => Outcome::violated(
                    Value::Term(party.kind.name()),
                    Value::Term(text! {
                        en: "a joining party or a pharmacy",
                        fi: "liittyjä tai apteekki",
                        sv: "en anslutande aktör eller ett apotek",
                    }),
                ),
                _ => Outcome::Satisfied,
            },
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Holder,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::technical_joining::USE_BY_A_TENANT
                .with_example(
                    r#"[[right]]
for = "physio"
access_point = "clinic-ap"
service = "patient-data"
from = 2025-10-06"#,
                    r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "patient-data"
from = 2025-10-06"#,
                )
                .with_fields(&["for"]),
            check: |case| match case.actor() {
                Some(Actor::Tenant(tenant)) => Outcome::violated(
                    Value::About(
                        text! { en: "tenant of", fi: "vuokralainen, liittyjä", sv: "hyresgäst hos" },
                        Box::new(Value::words(&tenant.host)),
                    ),
                    Value::Term(text! {
                        en: "a joining party or a pharmacy",
                        fi: "liittyjä tai apteekki",
                        sv: "en anslutande aktör eller ett apotek",
                    }),
                ),
                _ => Outcome::Satisfied,
            },
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Holder,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::actors::PARTY_IN_NO_REGISTER
                .with_example(
                    r#"[[party]]
id = "home-care"
kind = "provider"
register = "intermediary""#,
                    r#"[[party]]
id = "home-care"
kind = "provider"
register = "sote""#,
                )
                .with_fields(&["register"]),
            check: registered,
        },
        responsible: ResponsibleParty::Register,
        about: About::Party,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::access_point::OWNER_OID_OF_ANOTHER_REGISTER
                .with_example(
                    r#"[[party]]
id = "home-care"
oid = "1.2.246.10.33333338.10.0"
register = "valvira""#,
                    r#"[[party]]
id = "home-care"
oid = "1.2.246.10.33333338.10.0"
register = "sote""#,
                )
                .with_fields(&["oid", "register"]),
            check: oid_of_register,
        },
        responsible: ResponsibleParty::Keeper,
        about: About::Party,
        refuses: None,
        changes: None,
    },
];

fn registered(case: RightCase<'_>) -> Outcome {
    let Some(Actor::Party(party)) = case.actor() else {
        return Outcome::NotApplicable;
    };
    match party.register {
        _ if !party.kind.can_join() => Outcome::NotApplicable,
        // A person joins; the pharmacies stand in the register.
        _ if party.kind == PartyKind::Pharmacist => Outcome::NotApplicable,
        None => Outcome::missing(case.path_of(case.subject).field("register")),
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
    let (oid, register, kind) = match case.actor() {
        Some(Actor::Party(party)) => match party.oid {
            Some(oid) => (oid, party.register, Some(party.kind)),
            None => return Outcome::NotApplicable,
        },
        Some(Actor::Pharmacy(pharmacy)) => (pharmacy.oid, Some(Register::Pharmacy), None),
        _ => return Outcome::NotApplicable,
    };
    let own = Register::of(oid.form());
    let required = match (register, kind) {
        (Some(register), _) if register != own => Value::Term(register.name()),
        // A provider or a pharmacy that is an intermediary too stands in its own register.
        (Some(_), None | Some(PartyKind::Intermediary)) => return Outcome::Satisfied,
        (_, Some(kind)) if !kind.registers().contains(&own) => {
            let registers = kind.registers().iter();
            Value::OneOf(registers.map(|it| Value::Term(it.name())).collect())
        }
        // A person joins; the pharmacies stand in the register.
        (None, Some(PartyKind::Pharmacist)) => return Outcome::NotApplicable,
        // The kind gives the register (2.4).
        (None, Some(PartyKind::Intermediary)) => return Outcome::Satisfied,
        (None, _) => return Outcome::missing(case.path_of(case.subject).field("register")),
        (Some(_), _) => return Outcome::Satisfied,
    };
    Outcome::violated(Value::Oid(oid.to_string()), required)
}
