//! Clauses 2.1 and 2.2: a provider or a pharmacist takes a service into use, not an intermediary.

use kanta_address_index::PartyKind;
use kanta_conformance::{FieldPath, Outcome, Row, Value, guide};

use crate::plan::{Use, Who};
use crate::requirements::{About, OfUse};

pub(super) const INTERMEDIARY: Row<OfUse> = Row {
    requirement: &guide::actors::SERVICE_USED_BY_INTERMEDIARY
        .with_example(
            "[party]\nkind = \"intermediary\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
            "[party]\nkind = \"intermediary\"\n[[other_party]]\nid = \"klinikka\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\nfor = \"klinikka\"\n",
        )
        .with_fields(&["for", "party.kind"]),
    check: used_by_intermediary,
};

fn used_by_intermediary(about: About<'_, &Use>) -> Outcome {
    let required = || {
        Value::OneOf(
            [PartyKind::Provider, PartyKind::Pharmacist]
                .map(|kind| Value::Term(kind.name()))
                .to_vec(),
        )
    };
    match about.plan.who(&about.item.user) {
        Some(Who::Intermediary(intermediary)) => {
            Outcome::violated(Value::words(&intermediary.id), required())
        }
        Some(Who::Party(party)) => match party.kind {
            None => Outcome::missing(FieldPath::table("party").field("kind")),
            Some(kind) if kind.can_join() => Outcome::Satisfied,
            Some(kind) => Outcome::violated(Value::Term(kind.name()), required()),
        },
        Some(_) => Outcome::Satisfied,
        None => Outcome::missing(FieldPath::table("party").field("kind")),
    }
}
