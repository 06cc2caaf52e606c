//! What a request carries beside: a tenant, a service unit.

use kanta_conformance::{Citation, FieldPath, InForce, Outcome, Requirement, Row, Value, text};

use crate::case::{OfRequest, RequestCase, TenantCase, path_of};
use crate::responsible::ResponsibleParty;
use crate::rows::renewals::{of_another_organisation, organisation_wide};
use crate::rows::{About, Link, clause};
use crate::store::{Actor, Holds};
use crate::{PartyKind, Register, Service};

const TENANTS: &[Citation] = &[clause("2.3"), clause("4.2.1")];
const RENEWALS: &[Citation] = &[clause("4.2.1")];

pub(in crate::rows) static CARRIED: [Link<OfRequest>; 2] = [
    Link {
        row: Row {
            requirement: &Requirement::must("connection-models/tenant-not-of-this-party")
                .with_citations(TENANTS)
                .with_statement(text! {
                    en: "a tenant uses the rights of the joining party with which it works",
                    fi: "vuokralainen käyttää sen liittyjän käyttövaltuuksia, jonka luona se toimii",
                    sv: "en hyresgäst använder rättigheterna för den anslutande aktör hos vilken den verkar",
                })
                .with_fault(text! {
                    en: "the party has no such tenant",
                    fi: "osapuolella ei ole tällaista vuokralaista",
                    sv: "parten har ingen sådan hyresgäst",
                })
                .with_remedy(text! {
                    en: "record the tenant, or name the right one",
                    fi: "kirjaa vuokralainen tai nimeä oikea",
                    sv: "anteckna hyresgästen, eller ange den rätta",
                })
                .with_purpose(text! {
                    en: "a joining party applies for its own tenants: its rights say nothing of another's",
                    fi: "liittyjä hakee omien vuokralaistensa puolesta: sen käyttövaltuudet eivät kerro mitään muiden vuokralaisista",
                    sv: "en anslutande aktör ansöker för sina egna hyresgäster: dess rättigheter säger inget om andras",
                })
                .with_example(
                    r#"[[tenant]]
id = "physio"
host = "home-care""#,
                    r#"[[tenant]]
id = "physio"
host = "clinic""#,
                )
                .with_in_force(InForce::ALWAYS)
                .with_fields(&["tenant"]),
            check: |case| match (case.request.tenant, tenant(case)) {
                (None, _) => Outcome::NotApplicable,
                (Some(_), Some(_)) => Outcome::Satisfied,
                (Some(oid), None) => Outcome::violated(
                    Value::Oid(oid.to_string()),
                    Value::Term(text! {
                        en: "a tenant of this party",
                        fi: "tämän osapuolen vuokralainen",
                        sv: "en hyresgäst hos denna part",
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
            requirement: &Requirement::must("connection-models/service-unit-not-annotated")
                .with_citations(RENEWALS)
                .with_statement(text! {
                    en: "in the SOTE register the service unit that receives renewal requests is annotated",
                    fi: "SOTE-rekisterissä uudistamispyyntöjä vastaanottavalla palveluyksiköllä on merkintä",
                    sv: "i organisationsregistret för social- och hälsovården har den serviceenhet som tar emot begäranden om receptförnyelse en anteckning",
                })
                .with_fault(text! {
                    en: "the service unit is not annotated as receiving renewal requests",
                    fi: "palveluyksiköllä ei ole uudistamispyyntöjen vastaanoton merkintää",
                    sv: "serviceenheten har ingen anteckning om att den tar emot begäranden om receptförnyelse",
                })
                .with_remedy(text! {
                    en: "name the service unit, and have it annotated in the Code Service",
                    fi: "nimeä palveluyksikkö ja pyydä sille merkintä koodistopalveluun",
                    sv: "ange serviceenheten, och se till att den har anteckningen i kodtjänsten",
                })
                .with_purpose(text! {
                    en: "pharmacies and MyKanta see from the annotation to which unit a request can be sent",
                    fi: "apteekit ja OmaKanta näkevät merkinnästä, mille yksikölle pyynnön voi lähettää",
                    sv: "apoteken och MittKanta ser av anteckningen till vilken enhet en begäran kan skickas",
                })
                .with_example(
                    r#"[[annotation]]
party = "clinic"
unit = "1.2.246.10.12345671.10.2"
from = 2024-03-01
until = 2025-06-01"#,
                    r#"[[annotation]]
party = "clinic"
unit = "1.2.246.10.12345671.10.2"
from = 2024-03-01"#,
                )
                .with_fields(&["service_unit"]),
            check: unit_annotated,
        },
        responsible: ResponsibleParty::Register,
        about: About::Whole,
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
        None => return Outcome::missing(path_of(case.store, id).field("register")),
        Some(_) => return Outcome::NotApplicable,
    }
    let day = case.request.day;
    let on = |unit| case.store.annotated.on((id, unit), day);
    let Some(unit) = case.request.service_unit else {
        return match on(None) {
            Holds::Yes => organisation_wide(),
            _ => Outcome::missing(FieldPath::table("request").field("service_unit")),
        };
    };
    match (on(Some(unit)), on(None)) {
        (Holds::Yes, _) if party.oid.is_some_and(|oid| unit.same_organisation(&oid)) => {
            Outcome::Satisfied
        }
        (_, Holds::Yes) => organisation_wide(),
        (Holds::Yes, _) => of_another_organisation(),
        (Holds::Unknown, _) | (_, Holds::Unknown) => {
            Outcome::missing(FieldPath::named("annotation", &party.id).field("from"))
        }
        (Holds::No, Holds::No) => Outcome::violated(
            Value::Oid(unit.to_string()),
            Value::Term(text! {
                en: "an annotated service unit",
                fi: "palveluyksikkö, jolla on merkintä",
                sv: "en serviceenhet med anteckningen",
            }),
        ),
    }
}
