//! Clauses 2.2, 4 and 4.2.1: the application for each service, and its approval.

use kanta_address_index::Service;
use kanta_conformance::{Date, FieldPath, Outcome, Requirement, Row, Text, Value, text};

use super::{joins, not_yet_due};
use crate::plan::{Claim, Done, Joining, Stage, Who};
use crate::requirements::facts::{done, where_it_applies, worst};
use crate::requirements::{About, OfParty, clause};

pub(super) const NOT_APPROVED: Row<OfParty> = Row {
    requirement: &Requirement::must("connection-models/joining-not-approved")
        .with_citations(&[clause("2.2"), clause("4"), clause("4.2"), clause("4.2.1")])
        .with_statement(text! {
            en: "rights are given to the services for which Kanta has approved the application",
            fi: "käyttövaltuudet annetaan palveluihin, joita koskevan hakemuksen Kanta on hyväksynyt",
            sv: "rättigheter ges till de tjänster för vilka Kanta har godkänt ansökan",
        })
        .with_fault(text! {
            en: "Kanta has not approved the application",
            fi: "Kanta ei ole hyväksynyt hakemusta",
            sv: "Kanta har inte godkänt ansökan",
        })
        .with_remedy(text! {
            en: "wait for the approval before the connection is taken into use, and state when it came",
            fi: "odota hyväksymistä ennen yhteyden käyttöönottoa ja ilmoita sen päivä",
            sv: "vänta på godkännandet innan teleförbindelsen tas i bruk, och ange när det kom",
        })
        .with_reading(text! {
            en: "an approval answers an application: it is not older than the application, nor than the description of the service",
            fi: "hyväksyntä vastaa hakemukseen: se ei ole hakemusta eikä palvelun kuvausta vanhempi",
            sv: "ett godkännande svarar på en ansökan: det är inte äldre än ansökan eller tjänstens beskrivning",
        })
        .with_purpose(text! {
            en: "no approval, no rights: requests would be turned away",
            fi: "ilman hyväksymistä ei ole käyttövaltuuksia: pyynnöt torjuttaisiin",
            sv: "utan godkännande inga rättigheter: begäran skulle avvisas",
        })
        .with_example(
            "[party.joining]\napproved = false\n",
            "[party.joining]\napproved = 2025-10-06\n",
        )
        .with_fields(&[
            "joining.approved",
            "kind",
            "joining.applied",
            "joining.service_descriptions",
            "joining.stage",
        ]),
    check: approved,
};

/// What is said of one service, or of all where nothing is said of one.
fn of_service<'a>(
    by_service: &'a [(Service, Done)],
    whole: Option<&'a Done>,
    service: Service,
) -> Option<&'a Done> {
    let own = by_service.iter().find(|(its, _)| *its == service);
    own.map(|(_, done)| done).or(whole)
}

fn day_of(fact: Option<&Done>) -> Option<Date> {
    match fact {
        Some(Claim::Stated(day)) => *day,
        _ => None,
    }
}

/// The services that the joining party takes into use itself.
fn own_services(about: &About<'_, ()>) -> Vec<Service> {
    let own = |user: &str| user == "party" || about.plan.who(user).is_some_and(Who::is_own);
    let uses = about.plan.uses.iter();
    let mut services: Vec<Service> = uses
        .filter(|its| its.service.is_one_of_the_four() && own(&its.user))
        .map(|its| its.service)
        .collect();
    services.sort_unstable();
    services.dedup();
    services
}

const EMPTY: &Joining = &Joining {
    stage: None,
    applied: None,
    applied_for: Vec::new(),
    commitment: None,
    terms_of_supply: None,
    service_descriptions: Vec::new(),
    approved: None,
    approved_for: Vec::new(),
    declared: None,
};

/// A step that may be taken for each service on a day of its own.
fn by_service(
    about: &About<'_, ()>,
    due: Stage,
    (whole, each): (Option<&Done>, &[(Service, Done)]),
    (whole_at, each_at): (&'static str, &'static str),
    and: impl Fn(&Joining, Service, Date) -> Outcome,
) -> Outcome {
    let joining = about.plan.party.as_ref().map_or(EMPTY, |its| &its.joining);
    let one = |fact: Option<&Done>, field: &dyn Fn() -> FieldPath| {
        if not_yet_due(Some(joining), due, fact) {
            return Outcome::NotApplicable;
        }
        done(about, fact, field)
    };
    let services = own_services(about);
    let outcome = if services.is_empty() {
        one(whole, &|| about.path(whole_at))
    } else {
        worst(services.into_iter().map(|service| {
            let fact = of_service(each, whole, service);
            let path = || {
                if each.is_empty() {
                    about.path(whole_at)
                } else {
                    Joining::path().inner(each_at).field(service.code())
                }
            };
            match (one(fact, &path), day_of(fact)) {
                (Outcome::Satisfied, Some(day)) => and(joining, service, day),
                (outcome, _) => outcome,
            }
        }))
    };
    where_it_applies(joins(about), outcome)
}

/// Whether joining was applied for: as a whole, or for each service that is used.
pub(in crate::requirements) fn applied(about: &About<'_, ()>) -> Outcome {
    let joining = about.plan.party.as_ref().map_or(EMPTY, |its| &its.joining);
    by_service(
        about,
        Stage::Applied,
        (joining.applied.as_ref(), &joining.applied_for),
        ("joining.applied", "applied"),
        |_, _, _| Outcome::Satisfied,
    )
}

const APPLICATION_LATER: Text = text! {
    en: "the approval is dated before the application for the service; applied for",
    fi: "hyväksyntä on päivätty ennen palvelua koskevaa hakemusta; haettu",
    sv: "godkännandet är daterat före ansökan om tjänsten; ansökt",
};

const DESCRIPTION_LATER: Text = text! {
    en: "the approval is dated before the description of the service was accepted; accepted",
    fi: "hyväksyntä on päivätty ennen palvelun palvelukuvauksen hyväksymistä; hyväksytty",
    sv: "godkännandet är daterat innan tjänstens beskrivning godkändes; godkänd",
};

fn approved(about: About<'_, ()>) -> Outcome {
    let joining = about.plan.party.as_ref().map_or(EMPTY, |its| &its.joining);
    by_service(
        &about,
        Stage::Approved,
        (joining.approved.as_ref(), &joining.approved_for),
        ("joining.approved", "approved"),
        |joining, service, approved| {
            let applied = of_service(&joining.applied_for, joining.applied.as_ref(), service);
            let described = of_service(&joining.service_descriptions, None, service);
            for (fact, words) in [(applied, APPLICATION_LATER), (described, DESCRIPTION_LATER)] {
                if let Some(day) = day_of(fact).filter(|day| *day > approved) {
                    let day = Value::About(words, Box::new(Value::Date(day)));
                    return Outcome::unchecked(Value::About(service.name(), Box::new(day)));
                }
            }
            let open = [
                (applied, Joining::path().field("applied")),
                (
                    described,
                    Joining::path()
                        .inner("service_descriptions")
                        .field(service.code()),
                ),
            ];
            worst(open.into_iter().map(|(fact, path)| match fact {
                None | Some(Claim::Stated(None)) => Outcome::missing(path),
                Some(_) => Outcome::Satisfied,
            }))
        },
    )
}
