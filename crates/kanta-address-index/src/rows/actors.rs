//! Chapters 1 and 2: who may have rights, and to what.

use kanta_conformance::{Citation, Example, Outcome, Path, Requirement, Row, Value};
use kanta_oid::Form;

use super::{About, Link, MUST, guide, t};
use crate::case::{OfRight, RightCase};
use crate::mender::Mender;
use crate::store::Actor;
use crate::{PartyKind, Register};

const SCOPE: &[Citation] = &[guide("1")];
const JOINING: &[Citation] = &[guide("2.1"), guide("2.2")];
const REGISTERS: &[Citation] = &[guide("2.2")];
const TENANTS: &[Citation] = &[guide("2.3"), guide("4.2.1")];
const OIDS: &[Citation] = &[guide("3.1.3")];

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
                id: "connection-models/right-of-an-intermediary",
                citations: JOINING,
                statement: t(
                    "a service is taken into use by a provider or a pharmacist",
                    "palvelun ottaa käyttöön palvelunantaja tai apteekkari",
                    "en tjänst tas i bruk av en tjänstetillhandahållare eller en apotekare",
                ),
                fault: t(
                    "the right belongs to an intermediary, which joins nothing itself",
                    "käyttövaltuus on välittäjällä, joka ei itse liity palveluihin",
                    "rättigheten tillhör en förmedlare, som inte själv ansluter sig",
                ),
                remedy: t(
                    "give the right to the joining party, through the intermediary's access point",
                    "anna käyttövaltuus liittyjälle välittäjän liityntäpisteen kautta",
                    "ge rättigheten till den anslutande aktören via förmedlarens anslutningspunkt",
                ),
                purpose: Some(t(
                    "an intermediary carries the traffic of those that have joined",
                    "välittäjä välittää liittyneiden liikennettä",
                    "en förmedlare förmedlar trafiken för dem som har anslutit sig",
                )),
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
                ..MUST
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
                id: "connection-models/right-of-a-tenant",
                citations: TENANTS,
                statement: t(
                    "a tenant is given no rights and uses the joining party's",
                    "vuokralaiselle ei anneta käyttövaltuuksia, vaan se käyttää liittyjän valtuuksia",
                    "en hyresgäst ges inga rättigheter utan använder den anslutande aktörens",
                ),
                fault: t(
                    "the right belongs to a tenant",
                    "käyttövaltuus on vuokralaisella",
                    "rättigheten tillhör en hyresgäst",
                ),
                remedy: t(
                    "withdraw it and name the tenant in requests that rest on the joining party's right",
                    "poista se ja nimeä vuokralainen pyynnöissä, jotka nojaavat liittyjän valtuuteen",
                    "dra in den och ange hyresgästen i begäran som stöder sig på den anslutande aktörens rättighet",
                ),
                purpose: Some(t(
                    "who has rights has given a commitment, and a tenant gives none",
                    "valtuuden saaja on antanut sitoumuksen, ja vuokralainen ei anna sellaista",
                    "den som har rättigheter har avgett en förbindelse, och en hyresgäst avger ingen",
                )),
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
                ..MUST
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
                id: "connection-models/joining-party-not-registered",
                citations: REGISTERS,
                statement: t(
                    "a joining party stands in the SOTE organisation register, Valvira's register or Fimea's pharmacy register",
                    "liittyjä on SOTE-organisaatiorekisterissä, Valviran rekisterissä tai Fimean apteekkirekisterissä",
                    "en anslutande aktör finns i organisationsregistret för social- och hälsovården, Valviras register eller Fimeas apoteksregister",
                ),
                fault: t(
                    "the joining party stands in none of the three registers",
                    "liittyjä ei ole missään kolmesta rekisteristä",
                    "den anslutande aktören finns inte i något av de tre registren",
                ),
                remedy: t(
                    "have it entered in its register in the Code Service",
                    "huolehdi, että se merkitään rekisteriinsä koodistopalvelussa",
                    "se till att den införs i sitt register i kodtjänsten",
                ),
                purpose: Some(t(
                    "Kanta takes the basic facts on whoever joins from these registers",
                    "Kanta saa liittyjien perustiedot näistä rekistereistä",
                    "Kanta får basfakta om anslutande aktörer från dessa register",
                )),
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
                ..MUST
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
