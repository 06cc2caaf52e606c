//! Sections 4.1.2, 4.1.3, 4.2.1 and 4.2.2: pharmacies, hospital pharmacies and medicine centres.

mod own;

use kanta_conformance::{Citation, Outcome, Requirement, Row, Value, guide, text};

use super::access_points::{agreement, agreement_path, changes_with, no_agreement};
use super::{About, Link, clause};
use crate::case::{OfRight, RightCase};
use crate::responsible::ResponsibleParty;
use crate::store::{Actor, ActorId, Holds};
use crate::{Covers, PartyKind, Service};

const HELD: &[Citation] = &[clause("4.1.2")];

pub(super) static ROWS: [Link<OfRight>; 5] = [
    Link {
        row: Row {
            requirement: &Requirement::must("connection-models/pharmacy-not-held")
                .with_citations(HELD)
                .with_statement(text! {
                    en: "the pharmacist's commitment covers the pharmacies held at the time",
                    fi: "apteekkarin sitoumus kattaa hänen kulloinkin hallussaan olevat apteekit",
                    sv: "apotekarens förbindelse omfattar de apotek som han eller hon vid tidpunkten innehar",
                })
                .with_fault(text! {
                    en: "the pharmacist does not hold the pharmacy on that day",
                    fi: "apteekki ei ole sinä päivänä apteekkarin hallussa",
                    sv: "apotekaren innehar inte apoteket den dagen",
                })
                .with_remedy(text! {
                    en: "the new pharmacist joins, or record the time for which it is held",
                    fi: "uusi apteekkari liittyy, tai kirjaa hallussapidon aika",
                    sv: "den nya apotekaren ansluter sig, eller anteckna tiden för innehavet",
                })
                .with_purpose(text! {
                    en: "the commitment is the pharmacist's own: of a pharmacy that somebody else holds it says nothing",
                    fi: "sitoumus on apteekkarin oma: toisen hallussa olevasta apteekista se ei sano mitään",
                    sv: "förbindelsen är apotekarens egen: om ett apotek som någon annan innehar säger den inget",
                })
                .with_example(
                    r#"[[pharmacy]]
id = "branch-pharmacy"
held_from = 2026-02-01

[[right]]
for = "branch-pharmacy"
access_point = "branch-pharmacy-ap"
service = "prescription"
from = 2026-01-01"#,
                    r#"[[pharmacy]]
id = "branch-pharmacy"
held_from = 2026-02-01

[[right]]
for = "branch-pharmacy"
access_point = "branch-pharmacy-ap"
service = "prescription"
from = 2026-02-01"#,
                )
                .with_fields(&["for"]),
            check: held,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Subject,
        refuses: None,
        changes: Some(|case, _, out| {
            if let Some(Actor::Pharmacy(pharmacy)) = case.actor() {
                out.push_span(pharmacy.held);
            }
        }),
    },
    Link {
        row: Row {
            requirement: &guide::pharmacies::PHARMACY_WITHOUT_OWN_ACCESS_POINT
                .with_example(
                    r#"[[right]]
for = "branch-pharmacy"
access_point = "main-pharmacy-ap"
service = "prescription"
from = 2025-10-06"#,
                    r#"[[right]]
for = "branch-pharmacy"
access_point = "branch-pharmacy-ap"
service = "prescription"
from = 2025-10-06"#,
                )
                .with_fields(&["access_point"]),
            check: own::access_point,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Use,
        refuses: None,
        changes: Some(|case, window, out| {
            if matches!(case.actor(), Some(Actor::Pharmacy(_))) {
                case.store.sharing.changes(case.point, window, out);
            }
        }),
    },
    Link {
        row: Row {
            requirement: &guide::pharmacies::ANOTHER_SERVICE_FOR_A_PHARMACY
                .with_example(
                    r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "patient-data"
from = 2025-10-06"#,
                    r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "prescription"
from = 2025-10-06"#,
                )
                .with_fields(&["service"]),
            check: named_service,
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Holder,
        refuses: Some(|_| false),
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::pharmacies::REIMBURSEMENT_SERVICE_OUTSIDE_PHARMACIES
                .with_example(
                    r#"[[right]]
for = "clinic"
access_point = "clinic-ap"
service = "reimbursement-query"
from = 2025-10-06"#,
                    r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "reimbursement-query"
from = 2025-10-06"#,
                )
                .with_fields(&["for"]),
            check: for_pharmacies,
        },
        responsible: ResponsibleParty::Kanta,
        about: About::Holder,
        refuses: Some(Service::is_reimbursement),
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::pharmacies::REIMBURSEMENT_AGREEMENT_MISSING
                .with_example(
                    r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "reimbursement-query"
from = 2025-09-01

[[agreement]]
between = ["apteekkari", "kela"]
from = 2025-09-01
until = 2025-11-01"#,
                    r#"[[right]]
for = "main-pharmacy"
access_point = "main-pharmacy-ap"
service = "reimbursement-query"
from = 2025-09-01

[[agreement]]
between = ["apteekkari", "kela"]
from = 2025-09-01"#,
                )
                .with_fields(&["service"]),
            check: agreed_with_kela,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::AgreementWithKela,
        refuses: Some(Service::is_reimbursement),
        changes: Some(|case, window, out| {
            if case.service.is_reimbursement() {
                changes_with(case, ActorId::KELA, window, out);
            }
        }),
    },
];

/// A hospital pharmacy or a medicine centre.
fn like_a_pharmacy(case: RightCase<'_>) -> bool {
    matches!(case.actor(), Some(Actor::Party(party))
        if matches!(party.kind, PartyKind::HospitalPharmacy | PartyKind::MedicineCentre))
}

fn held(case: RightCase<'_>) -> Outcome {
    let Some(Actor::Pharmacy(pharmacy)) = case.actor() else {
        return Outcome::NotApplicable;
    };
    match pharmacy.held.covers(case.day) {
        Covers::Yes => Outcome::Satisfied,
        Covers::Unknown => Outcome::missing(case.path_of(case.subject).field("held_from")),
        Covers::NotYet | Covers::Over => Outcome::violated(
            Value::About(
                text! { en: "not on", fi: "ei päivänä", sv: "inte den" },
                Box::new(Value::Date(case.day)),
            ),
            Value::About(
                text! { en: "held by", fi: "hallussa, apteekkari", sv: "innehas av" },
                Box::new(Value::words(&pharmacy.pharmacist)),
            ),
        ),
    }
}

fn named_service(case: RightCase<'_>) -> Outcome {
    let pharmacy = matches!(case.actor(), Some(Actor::Pharmacy(_)));
    if !pharmacy && !like_a_pharmacy(case) {
        return Outcome::NotApplicable;
    }
    match case.service {
        Service::Prescription => Outcome::Satisfied,
        service if !service.is_one_of_the_four() => Outcome::NotApplicable,
        _ => Outcome::silent(text! {
            en: "may a pharmacy have a right to another service than the Prescription Service",
            fi: "voiko apteekilla olla käyttövaltuus muuhun kuin Resepti-palveluun",
            sv: "kan ett apotek ha en rättighet till en annan tjänst än Recepttjänsten",
        }),
    }
}

fn for_pharmacies(case: RightCase<'_>) -> Outcome {
    if !case.service.is_reimbursement() {
        return Outcome::NotApplicable;
    }
    match case.actor() {
        Some(Actor::Pharmacy(_)) => Outcome::Satisfied,
        _ => Outcome::silent(guide::pharmacies::OTHER_USERS),
    }
}

fn agreed_with_kela(case: RightCase<'_>) -> Outcome {
    if !case.service.is_reimbursement() {
        return Outcome::NotApplicable;
    }
    match agreement(case, ActorId::KELA) {
        Holds::Yes => Outcome::Satisfied,
        Holds::Unknown => Outcome::missing(agreement_path(case, ActorId::KELA)),
        Holds::No => Outcome::violated(
            no_agreement(case.store, case.subject, ActorId::KELA, case.day),
            Value::Term(text! {
                en: "a valid agreement with Kela",
                fi: "voimassa oleva sopimus Kelan kanssa",
                sv: "ett giltigt avtal med FPA",
            }),
        ),
    }
}
