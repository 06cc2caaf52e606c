//! Chapters 1 and 2: who may have rights, and to what.

use kanta_conformance::{Citation, Outcome, Path, Row, Value};
use kanta_oid::Form;

use super::{Link, guide, must, t};
use crate::Register;
use crate::case::{OfRight, RightCase};
use crate::mender::Mender;
use crate::store::Actor;

const SCOPE: &[Citation] = &[guide("1")];
const JOINING: &[Citation] = &[guide("2.1"), guide("2.2")];
const REGISTERS: &[Citation] = &[guide("2.2")];
const TENANTS: &[Citation] = &[guide("2.3"), guide("4.2.1")];
const OIDS: &[Citation] = &[guide("3.1.3")];

pub(super) static ROWS: [Link<OfRight>; 5] = [
    Link {
        row: Row {
            requirement: must(
                "connection-models/right-to-service-outside-the-guide",
                SCOPE,
                t(
                    "a right is given to one of the services that the guide covers",
                    "käyttövaltuus annetaan ohjeen piiriin kuuluvaan palveluun",
                    "en rättighet ges till en tjänst som anvisningen omfattar",
                ),
                t(
                    "the right is to a service that the guide does not cover",
                    "käyttövaltuus koskee palvelua, jota ohje ei kata",
                    "rättigheten gäller en tjänst som anvisningen inte omfattar",
                ),
                t(
                    "follow the service's own instruction",
                    "noudata palvelun omaa ohjetta",
                    "följ tjänstens egen anvisning",
                ),
                &["service"],
            ),
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
        refuses: Some(|service| !service.in_scope()),
        changes: None,
    },
    Link {
        row: Row {
            requirement: must(
                "connection-models/right-of-an-intermediary",
                JOINING,
                t(
                    "a service is taken into use by a provider or a pharmacist",
                    "palvelun ottaa käyttöön palvelunantaja tai apteekkari",
                    "en tjänst tas i bruk av en tjänstetillhandahållare eller en apotekare",
                ),
                t(
                    "the right belongs to an intermediary, which joins nothing itself",
                    "käyttövaltuus on välittäjällä, joka ei itse liity palveluihin",
                    "rättigheten tillhör en förmedlare, som inte själv ansluter sig",
                ),
                t(
                    "give the right to the joining party, through the intermediary's access point",
                    "anna käyttövaltuus liittyjälle välittäjän liityntäpisteen kautta",
                    "ge rättigheten till den anslutande aktören via förmedlarens anslutningspunkt",
                ),
                &["for"],
            ),
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
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: must(
                "connection-models/right-of-a-tenant",
                TENANTS,
                t(
                    "a tenant is given no rights and uses the joining party's",
                    "vuokralaiselle ei anneta käyttövaltuuksia, vaan se käyttää liittyjän valtuuksia",
                    "en hyresgäst ges inga rättigheter utan använder den anslutande aktörens",
                ),
                t(
                    "the right belongs to a tenant",
                    "käyttövaltuus on vuokralaisella",
                    "rättigheten tillhör en hyresgäst",
                ),
                t(
                    "withdraw it and name the tenant in requests that rest on the joining party's right",
                    "poista se ja nimeä vuokralainen pyynnöissä, jotka nojaavat liittyjän valtuuteen",
                    "dra in den och ange hyresgästen i begäran som stöder sig på den anslutande aktörens rättighet",
                ),
                &["for"],
            ),
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
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: must(
                "connection-models/joining-party-not-registered",
                REGISTERS,
                t(
                    "a joining party stands in the SOTE organisation register, Valvira's register or Fimea's pharmacy register",
                    "liittyjä on SOTE-organisaatiorekisterissä, Valviran rekisterissä tai Fimean apteekkirekisterissä",
                    "en anslutande aktör finns i organisationsregistret för social- och hälsovården, Valviras register eller Fimeas apoteksregister",
                ),
                t(
                    "the joining party stands in none of the three registers",
                    "liittyjä ei ole missään kolmesta rekisteristä",
                    "den anslutande aktören finns inte i något av de tre registren",
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
                "connection-models/owner-oid-of-another-register",
                OIDS,
                t(
                    "the OID of a joining party is that of the register in which it stands",
                    "liittyjän OID-tunnus on sen rekisterin mukainen, jossa liittyjä on",
                    "den anslutande aktörens OID är den som dess register ger",
                ),
                t(
                    "the OID belongs to another register than the one stated",
                    "OID-tunnus kuuluu toiseen rekisteriin kuin ilmoitettuun",
                    "OID hör till ett annat register än det som anges",
                ),
                t(
                    "correct the register or the OID",
                    "korjaa rekisteri tai OID-tunnus",
                    "rätta registret eller OID",
                ),
                &["oid", "register"],
            ),
            check: oid_of_register,
        },
        mender: Mender::Keeper,
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
