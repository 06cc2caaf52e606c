//! Sections 2.4 and 3.1: whose access point it is, and what stands behind using it.

use kanta_conformance::{Date, FieldPath, Outcome, Row, Value, guide, text};

use super::{About, Link};
use crate::RegisterEntry;
use crate::case::{OfRight, RightCase};
use crate::day::Day;
use crate::responsible::ResponsibleParty;
use crate::store::{Actor, ActorId, Changes, Holds, Store};

pub(super) static ROWS: [Link<OfRight>; 4] = [
    Link {
        row: Row {
            requirement: &guide::access_point::OID_NOT_UNDER_ADMINISTRATOR
                .with_example(
                    r#"[[access_point]]
id = "clinic-ap"
oid = "1.2.246.10.33333338.10.0.13.2"
administrator = "clinic""#,
                    r#"[[access_point]]
id = "clinic-ap"
oid = "1.2.246.10.12345671.10.0.13.1"
administrator = "clinic""#,
                )
                .with_fields(&["administrator", "oid"]),
            check: under_administrator,
        },
        responsible: ResponsibleParty::Administrator,
        about: About::Point,
        refuses: None,
        changes: None,
    },
    Link {
        row: Row {
            requirement: &guide::intermediaries::INTERMEDIARY_NOT_REGISTERED
                .with_example(
                    r#"[[party]]
id = "valittaja"
kind = "intermediary"
register_entry = false"#,
                    r#"[[party]]
id = "valittaja"
kind = "intermediary"
register_entry = 2024-01-15"#,
                )
                .with_fields(&["register_entry"]),
            check: intermediary_registered,
        },
        responsible: ResponsibleParty::Intermediary,
        about: About::Intermediary,
        refuses: None,
        changes: Some(|case, _, out| {
            let party = case.administrator.and_then(|id| case.store.party(id));
            if let Some(RegisterEntry::Entered(validity)) = party.and_then(|p| p.register_entry) {
                out.push_span(validity);
            }
        }),
    },
    Link {
        row: Row {
            requirement: &guide::intermediaries::AGREEMENT_WITH_INTERMEDIARY_MISSING
                .with_example(
                    r#"[[right]]
for = "home-care"
access_point = "valittaja-ap"
service = "patient-data"
from = 2025-10-06"#,
                    r#"[[right]]
for = "home-care"
access_point = "valittaja-ap"
service = "patient-data"
from = 2025-10-06

[[agreement]]
between = ["home-care", "valittaja"]
from = 2025-09-15"#,
                )
                .with_fields(&["access_point"]),
            check: agreed_with_intermediary,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Agreement,
        refuses: None,
        changes: Some(agreement_changes),
    },
    Link {
        row: Row {
            requirement: &guide::intermediaries::AGREEMENT_WITH_OTHER_PARTY_NOT_SETTLED
                .with_example(
                    r#"[[right]]
for = "home-care"
access_point = "clinic-ap"
service = "patient-data"
from = 2025-10-06"#,
                    r#"[[right]]
for = "home-care"
access_point = "clinic-ap"
service = "patient-data"
from = 2025-10-06

[[agreement]]
between = ["clinic", "home-care"]
from = 2025-09-15"#,
                )
                .with_fields(&["access_point"]),
            check: agreed_with_other_party,
        },
        responsible: ResponsibleParty::JoiningParty,
        about: About::Agreement,
        refuses: None,
        changes: Some(agreement_changes),
    },
];

fn under_administrator(case: RightCase<'_>) -> Outcome {
    let oid = |id: ActorId| case.store.actor(id).and_then(Actor::oid);
    let (Some(point), Some(administrator)) = (
        case.store.point(case.point),
        case.administrator.and_then(oid),
    ) else {
        return Outcome::NotApplicable;
    };
    let owner = point.oid.owner();
    if owner == administrator {
        Outcome::Satisfied
    } else if owner.same_organisation(&administrator) && owner.unit().is_some() {
        Outcome::silent(text! {
            en: "may an access point stand under another unit of its administrator's organisation",
            fi: "voiko liityntäpiste olla hallinnoijan organisaation toisen yksikön alla",
            sv: "får en anslutningspunkt stå under en annan enhet av administratörens organisation",
        })
    } else {
        Outcome::violated(
            Value::Oid(owner.to_string()),
            Value::Oid(administrator.to_string()),
        )
    }
}

fn intermediary_registered(case: RightCase<'_>) -> Outcome {
    let Some(id) = case
        .administrator
        .filter(|&id| case.store.is_intermediary(id))
    else {
        return Outcome::NotApplicable;
    };
    let missing = || Outcome::missing(case.path_of(id).field("register_entry"));
    let required = || Value::Term(crate::Register::Intermediary.name());
    let name = || Value::words(case.store.party(id).map_or("", |party| party.id.as_str()));
    match case.store.party(id).and_then(|party| party.register_entry) {
        None => missing(),
        Some(RegisterEntry::Denied) => Outcome::violated(name(), required()),
        Some(RegisterEntry::Entered(validity)) => match validity.covers(case.day) {
            crate::Covers::Yes => Outcome::Satisfied,
            crate::Covers::Unknown => missing(),
            crate::Covers::NotYet | crate::Covers::Over => Outcome::violated(
                Value::About(
                    text! { en: "not on", fi: "ei päivänä", sv: "inte den" },
                    Box::new(Value::Date(case.day)),
                ),
                required(),
            ),
        },
    }
}

/// Whether an agreement holds with the right-subject or, for a pharmacy, with its pharmacist.
pub(super) fn agreement(case: RightCase<'_>, with: ActorId) -> Holds {
    let own = case.store.agreement(case.subject, with, case.day);
    let pharmacist = case.store.pharmacist(case.subject);
    let joiner = pharmacist.map(|id| case.store.agreement(id, with, case.day));
    match (own, joiner.unwrap_or(Holds::No)) {
        (Holds::Yes, _) | (_, Holds::Yes) => Holds::Yes,
        (Holds::Unknown, _) | (_, Holds::Unknown) => Holds::Unknown,
        (Holds::No, Holds::No) => Holds::No,
    }
}

pub(super) fn changes_with(
    case: RightCase<'_>,
    with: ActorId,
    window: (Day, Day),
    out: &mut Changes,
) {
    let mut pair = |a: ActorId| {
        case.store
            .agreed
            .changes((a.min(with), a.max(with)), window, out);
    };
    pair(case.subject);
    if let Some(pharmacist) = case.store.pharmacist(case.subject) {
        pair(pharmacist);
    }
}

fn agreement_changes(case: RightCase<'_>, window: (Day, Day), out: &mut Changes) {
    if let Some(with) = case.administrator {
        changes_with(case, with, window, out);
    }
}

pub(super) fn agreement_path(case: RightCase<'_>, with: ActorId) -> FieldPath {
    let name = |id| case.store.actor(id).map_or(crate::KELA, Actor::id);
    FieldPath::named(
        "agreement",
        &format!("{}+{}", name(case.subject), name(with)),
    )
    .field("from")
}

fn agreed_with_intermediary(case: RightCase<'_>) -> Outcome {
    let Some(with) = case
        .administrator
        .filter(|&id| id != case.subject && case.store.is_intermediary(id))
    else {
        return Outcome::NotApplicable;
    };
    match agreement(case, with) {
        Holds::Yes => Outcome::Satisfied,
        Holds::Unknown => Outcome::missing(agreement_path(case, with)),
        Holds::No => Outcome::violated(
            no_agreement(case.store, case.subject, with, case.day),
            Value::About(
                text! { en: "an agreement with", fi: "sopimus, toinen osapuoli", sv: "ett avtal med" },
                Box::new(Value::words(case.store.actor(with).map_or("", Actor::id))),
            ),
        ),
    }
}

/// What is found where no agreement of the two counts on a day: none, or one that leaves the duties out.
pub(super) fn no_agreement(store: &Store, one: ActorId, other: ActorId, day: Date) -> Value {
    let found = if store.agreed_without_duties(one, other, day) {
        text! {
            en: "only one that does not state the duties on",
            fi: "vain sopimus, jossa velvollisuuksia ei mainita, päivänä",
            sv: "bara ett som inte anger skyldigheterna den",
        }
    } else {
        text! { en: "none on", fi: "ei ole päivänä", sv: "inget den" }
    };
    Value::About(found, Box::new(Value::Date(day)))
}

fn agreed_with_other_party(case: RightCase<'_>) -> Outcome {
    let pharmacy = matches!(case.actor(), Some(Actor::Pharmacy(_)));
    let Some(with) = case
        .administrator
        .filter(|&id| id != case.subject && !case.store.is_intermediary(id))
    else {
        return Outcome::NotApplicable;
    };
    // A pharmacy has its own (4.2.2); a producer is given the organiser's (4.2.1).
    if pharmacy || case.terms.organiser == Some(with) {
        return Outcome::NotApplicable;
    }
    match agreement(case, with) {
        Holds::Yes => Outcome::Satisfied,
        Holds::Unknown | Holds::No => Outcome::silent(text! {
            en: "do joining parties that share an access point need an agreement",
            fi: "tarvitsevatko liityntäpistettä yhdessä käyttävät liittyjät sopimuksen",
            sv: "behöver anslutande aktörer som delar en anslutningspunkt ett avtal",
        }),
    }
}
