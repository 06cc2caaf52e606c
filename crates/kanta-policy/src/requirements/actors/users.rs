//! Clauses 2.1 and 2.2: a provider or a pharmacist takes a service into use, not an intermediary.

use kanta_address_index::PartyKind;
use kanta_conformance::{Example, Outcome, Path, Requirement, Row, Value};

use crate::plan::{Use, Who};
use crate::requirements::facts::t;
use crate::requirements::{About, MUST, OfUse, clause};

pub(super) const INTERMEDIARY: Row<OfUse> = Row {
    requirement: &Requirement {
        id: "connection-models/service-used-by-intermediary",
        citations: &[clause("2.1"), clause("2.2")],
        statement: t(
            "a service is taken into use by a provider or a pharmacist",
            "palvelun ottaa käyttöön palvelunantaja tai apteekkari",
            "en tjänst tas i bruk av en tjänstetillhandahållare eller en apotekare",
        ),
        fault: t(
            "the service is to be used by an intermediary, which joins nothing itself",
            "palvelun käyttäjäksi on merkitty välittäjä, joka ei itse liity palveluihin",
            "tjänsten ska användas av en förmedlare, som inte själv ansluter sig",
        ),
        remedy: t(
            "name the party that the intermediary serves (`for`)",
            "nimeä liittyjä, jota välittäjä palvelee (`for`)",
            "ange den anslutande aktör som förmedlaren betjänar (`for`)",
        ),
        reading: Some(t(
            "nobody else than a provider or a pharmacist is named",
            "muita kuin palvelunantajaa tai apteekkaria ei nimetä",
            "ingen annan än en tjänstetillhandahållare eller en apotekare nämns",
        )),
        purpose: Some(t(
            "an intermediary carries the traffic of those that have joined",
            "välittäjä välittää liittyneiden liikennettä",
            "en förmedlare förmedlar trafiken för dem som har anslutit sig",
        )),
        example: Some(Example {
            before: "[party]\nkind = \"intermediary\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\n",
            after: "[party]\nkind = \"intermediary\"\n[[other_party]]\nid = \"klinikka\"\n[[use]]\nservice = \"patient-data\"\naccess_point = \"ap1\"\nfor = \"klinikka\"\n",
        }),
        fields: &["for", "party.kind"],
        ..MUST
    },
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
            None => Outcome::missing(Path::new("party", "kind")),
            Some(kind) if kind.can_join() => Outcome::Satisfied,
            Some(kind) => Outcome::violated(Value::Term(kind.name()), required()),
        },
        Some(_) => Outcome::Satisfied,
        None => Outcome::missing(Path::new("party", "kind")),
    }
}
