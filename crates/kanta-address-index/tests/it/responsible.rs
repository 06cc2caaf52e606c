//! Who is told to put right what is missing.

use crate::example::{EXAMPLE, ask, day, read};
use kanta_address_index::{ResponsibleParty, Service};
use kanta_conformance::{FieldPath, Language, Outcome, Value, Why};

/// What the request leaves out is its sender's to name; all else is whose it was.
#[test]
fn the_sender_answers_for_what_only_the_request_leaves_out() {
    let of_request = |field| FieldPath::table("request").field(field);
    let of_party = FieldPath::named("party", "clinic").field("register");
    let missing = |fields: &[&FieldPath]| {
        let fields = fields.iter().map(|&field| field.clone()).collect();
        Outcome::Undetermined(Why::InputMissing(fields))
    };
    let (unit, tenant) = (of_request("service_unit"), of_request("tenant"));
    for (outcome, is_senders) in [
        (missing(&[&unit]), true),
        (missing(&[&unit, &tenant]), true),
        (missing(&[&unit, &of_party]), false),
        (missing(&[&of_party]), false),
        (missing(&[]), false),
        (Outcome::Satisfied, false),
        (Outcome::Undetermined(Why::DateUnknown), false),
        (
            Outcome::violated(Value::words("a"), Value::words("b")),
            false,
        ),
    ] {
        for party in [ResponsibleParty::Register, ResponsibleParty::Kanta] {
            let expected = if is_senders {
                ResponsibleParty::Sender
            } else {
                party
            };
            assert_eq!(party.given(&outcome), expected, "{outcome:?}");
        }
    }
}

/// What was found in the way of the clinic's request through the intermediary, in three languages.
fn found(agreements: &str) -> [String; 3] {
    let agreement = "[[agreement]]\nbetween = [\"clinic\", \"valittaja\"]\nfrom = 2024-02-01\nuntil = 2027-02-01\n";
    assert_eq!(EXAMPLE.matches(agreement).count(), 1);
    let index = read(&EXAMPLE.replace(agreement, agreements));
    let request = ask(
        &index,
        "clinic",
        "valittaja-ap",
        Service::PatientData,
        "2025-12-01",
    );
    let explanation = index.explain(&request);
    let missing: Vec<_> = explanation.missing().collect();
    assert_eq!((missing.len(), request.day), (1, day("2025-12-01")));
    match &missing[0].outcome {
        Outcome::Violated { found, .. } => {
            Language::ALL.map(|language| found.display(language).to_string())
        }
        other => panic!("{other:?}"),
    }
}

/// Sections 2.4 and 7.4: an agreement that leaves the duties out is not the one asked for, and is told apart from none.
#[test]
fn an_agreement_without_duties_is_told_apart_from_none() {
    let agreement = |other: &str, until: &str, more: &str| {
        format!(
            "[[agreement]]\nbetween = [\"clinic\", \"{other}\"]\nfrom = 2024-02-01\n{until}{more}\n"
        )
    };
    let (over, without) = ("until = 2025-12-01\n", "states_duties = false\n");
    let none = ["none on: ", "ei ole päivänä: ", "inget den: "];
    let only = [
        "only one that does not state the duties on: ",
        "vain sopimus, jossa velvollisuuksia ei mainita, päivänä: ",
        "bara ett som inte anger skyldigheterna den: ",
    ];
    for (agreements, told) in [
        (String::new(), none),
        (agreement("valittaja", over, ""), none),
        (agreement("valittaja", over, without), none),
        (agreement("welfare-area", "", without), none),
        (agreement("valittaja", "", without), only),
    ] {
        for (found, words) in found(&agreements).iter().zip(told) {
            assert!(found.starts_with(words), "{found} {agreements}");
        }
    }
}
