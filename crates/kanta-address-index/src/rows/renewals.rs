//! Section 4.2.1: receiving renewal requests.

use kanta_conformance::{FieldPath, Outcome, Row, Value, guide, text};

use super::{About, Link};
use crate::case::case_of;
use crate::case::{OfRight, RightCase};
use crate::responsible::ResponsibleParty;
use crate::store::{Actor, Holds, NOWHERE};
use crate::{Covers, Party, PartyKind, Register, Service};

pub(super) static ROWS: [Link<OfRight>; 3] = [
    Link {
        row: Row {
            requirement: &guide::technical_joining::RENEWALS_OUTSIDE_HEALTH_CARE
                .with_example(
                    r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "renewal-requests"
from = 2025-10-06"#,
                    r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "renewal-requests"
from = 2025-10-06"#,
                )
                .with_fields(&["for"]),
            check: by_health_care,
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Holder,
        refuses: Some(|service| service == Service::RenewalRequests),
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::technical_joining::RENEWALS_WITHOUT_PRESCRIPTION_SERVICE
                .with_example(
                    r#"[[right]]
for = "welfare-area"
access_point = "welfare-area-ap"
service = "renewal-requests"
from = 2025-10-06"#,
                    r#"[[right]]
for = "welfare-area"
access_point = "welfare-area-ap"
service = "renewal-requests"
from = 2025-10-06

[[right]]
for = "welfare-area"
access_point = "welfare-area-ap"
service = "prescription"
from = 2025-10-06"#,
                )
                .with_fields(&["service"]),
            check: with_prescription,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Subject,
        refuses: Some(|service| service == Service::RenewalRequests),
        changes: Some(|case, window, out| {
            if case.service == Service::RenewalRequests {
                let store = case.store;
                store.prescribes.changes(case.subject, window, out);
                let through = (case.subject, case.point);
                store.prescribes_through.changes(through, window, out);
            }
        }),
    },
    Link {
        row: Row {
            requirement: &guide::technical_joining::RENEWAL_ANNOTATION_MISSING
                .with_example(
                    r#"[[right]]
for = "home-care"
access_point = "home-care-ap"
service = "renewal-requests"
from = 2025-10-06"#,
                    r#"[[right]]
for = "home-care"
access_point = "home-care-ap"
service = "renewal-requests"
from = 2025-10-06

[[annotation]]
party = "home-care"
unit = "1.2.246.10.33333338.10.1"
from = 2025-09-15"#,
                )
                .with_fields(&["service"]),
            check: annotated,
        },
        responsible: ResponsibleParty::Register,
        about: About::Annotation,
        refuses: Some(|service| service == Service::RenewalRequests),
        changes: Some(|case, window, out| {
            if case.service == Service::RenewalRequests {
                let store = case.store;
                store.annotated.changes((case.subject, None), window, out);
                store.annotated_somewhere.changes(case.subject, window, out);
                store.annotated_elsewhere.changes(case.subject, window, out);
            }
        }),
    },
];

fn receiver(case: RightCase<'_>) -> Option<&Party> {
    match case.actor() {
        Some(Actor::Party(party))
            if case.service == Service::RenewalRequests && party.kind == PartyKind::Provider =>
        {
            Some(party)
        }
        _ => None,
    }
}

fn by_health_care(case: RightCase<'_>) -> Outcome {
    if case.service != Service::RenewalRequests {
        return Outcome::NotApplicable;
    }
    let required = || {
        Value::Term(text! {
            en: "a provider of health care",
            fi: "terveydenhuollon palvelunantaja",
            sv: "en tillhandahållare av hälso- och sjukvård",
        })
    };
    let Some(party) = receiver(case) else {
        let found = Value::words(case.actor().map_or("", Actor::id));
        return Outcome::violated(found, required());
    };
    match party.health_care {
        Some(true) => Outcome::Satisfied,
        Some(false) => Outcome::violated(
            Value::Term(
                text! { en: "no health care", fi: "ei terveydenhuoltoa", sv: "ingen hälso- och sjukvård" },
            ),
            required(),
        ),
        None => Outcome::missing(case.path_of(case.subject).field("health_care")),
    }
}

fn with_prescription(case: RightCase<'_>) -> Outcome {
    let Some(party) = receiver(case) else {
        return Outcome::NotApplicable;
    };
    let (here, anywhere) = prescribes(case);
    match (here, anywhere) {
        (_, Holds::Yes) if case.point == NOWHERE => Outcome::Satisfied,
        (Holds::Yes, _) => Outcome::Satisfied,
        (_, Holds::Yes) => Outcome::ambiguous(text! {
            en: "must renewal requests run through an access point that carries the Prescription Service",
            fi: "onko uudistamispyyntöjen kuljettava Resepti-palvelua käyttävän liityntäpisteen kautta",
            sv: "måste en begäran om receptförnyelse gå via en anslutningspunkt som bär Recepttjänsten",
        }),
        (_, Holds::Unknown) => Outcome::missing(FieldPath::named("right", &party.id).field("from")),
        (_, Holds::No) => Outcome::violated(
            Value::About(
                text! {
                    en: "none that permits on",
                    fi: "ei sallivaa käyttövaltuutta päivänä",
                    sv: "ingen som tillåter den",
                },
                Box::new(Value::Date(case.day)),
            ),
            Value::Term(Service::Prescription.name()),
        ),
    }
}

/// Whether a right of the party's own to the Prescription Service permits on the day: through the
/// access point, and through any. Of receivers this is known beforehand.
fn prescribes(case: RightCase<'_>) -> (Holds, Holds) {
    let RightCase {
        store,
        subject,
        point,
        day,
        ..
    } = case;
    if store.receivers.contains(&subject) {
        let here = store.prescribes_through.on((subject, point), day);
        return (here, store.prescribes.on(subject, day));
    }
    let (mut here, mut anywhere) = (Holds::No, Holds::No);
    for right in store.rights_of(subject) {
        let Some(mut right) = case_of(store, subject, right) else {
            continue;
        };
        right.day = day;
        if right.service != Service::Prescription || right.terms.organiser.is_some() {
            continue;
        }
        let holds = match right.validity.covers(day) {
            Covers::Unknown => Holds::Unknown,
            Covers::Yes if super::stands(right) => Holds::Yes,
            _ => continue,
        };
        anywhere = anywhere.max(holds);
        if right.point == point {
            here = here.max(holds);
        }
    }
    (here, anywhere)
}

pub(super) fn organisation_wide() -> Outcome {
    Outcome::ambiguous(text! {
        en: "does an annotation of the whole organisation count in the SOTE register",
        fi: "riittääkö SOTE-rekisterissä koko organisaation merkintä",
        sv: "räcker en anteckning för hela organisationen i organisationsregistret för social- och hälsovården",
    })
}

pub(super) fn of_another_organisation() -> Outcome {
    Outcome::silent(guide::technical_joining::UNIT_OF_ANOTHER)
}

fn annotated(case: RightCase<'_>) -> Outcome {
    let Some(party) = receiver(case) else {
        return Outcome::NotApplicable;
    };
    let whole = case.store.annotated.on((case.subject, None), case.day);
    let units = case.store.annotated_somewhere.on(case.subject, case.day);
    let elsewhere = case.store.annotated_elsewhere.on(case.subject, case.day);
    let missing = || Outcome::missing(FieldPath::named("annotation", &party.id).field("from"));
    let required = |text| Value::Term(text);
    let nowhere = || {
        Value::About(
            text! { en: "not on", fi: "ei päivänä", sv: "inte den" },
            Box::new(Value::Date(case.day)),
        )
    };
    match (party.register, whole, units) {
        (None, ..) => Outcome::missing(case.path_of(case.subject).field("register")),
        (Some(Register::Valvira), Holds::Yes, _) | (Some(Register::Sote), _, Holds::Yes) => {
            Outcome::Satisfied
        }
        (Some(Register::Sote), Holds::Yes, _) => organisation_wide(),
        (Some(Register::Sote), ..) if elsewhere == Holds::Yes => of_another_organisation(),
        (Some(Register::Sote), ..) if elsewhere == Holds::Unknown => missing(),
        (Some(Register::Valvira), Holds::Unknown, _)
        | (Some(Register::Sote), Holds::Unknown, _)
        | (Some(Register::Sote), _, Holds::Unknown) => missing(),
        (Some(Register::Valvira), ..) => Outcome::violated(
            nowhere(),
            required(text! {
                en: "an annotation of the provider",
                fi: "palvelunantajan merkintä",
                sv: "en anteckning för tillhandahållaren",
            }),
        ),
        (Some(_), ..) => Outcome::violated(
            nowhere(),
            required(text! {
                en: "an annotation of a service unit",
                fi: "palveluyksikön merkintä",
                sv: "en anteckning för en serviceenhet",
            }),
        ),
    }
}
