//! What the reader takes as an id and as a format, where it says that something is missing, and where a value stands.

use crate::harness::{data, plan, read};
use kanta_conformance::{Date, FieldPath, OutcomeKind, Why};
use kanta_policy::{FaultKind, FileFault, PlanFile, evaluate};

/// The faults of a text, as sentences.
fn faults(text: &str) -> Vec<String> {
    read(text).map_or_else(
        |faults| faults.iter().map(ToString::to_string).collect(),
        |_| Vec::new(),
    )
}

#[test]
fn an_id_is_1_to_64_letters_digits_hyphens_and_underscores_and_no_word_that_stands_for_somebody() {
    let with = |id: &str| faults(&format!("format = 1\n[[other_party]]\nid = \"{id}\"\n"));
    let long = "a".repeat(64);
    let umlauts = "ä".repeat(64);
    for taken in ["a", "-", "_", "Ä1-_", "parties", "kanta-1", &long, &umlauts] {
        assert_eq!(with(taken), [""; 0], "{taken}");
    }
    let longer = "a".repeat(65);
    for refused in [
        "",
        "a b",
        "a.b",
        "a/b",
        "party",
        "kanta",
        "supplier",
        &longer,
        &format!("{umlauts}ä"),
    ] {
        let faults = with(refused);
        assert_eq!(faults.len(), 1, "{refused}: {faults:?}");
        assert!(faults[0].contains("an id: 1 to 64 letters"), "{faults:?}");
    }
}

#[test]
fn a_format_that_is_no_whole_number_is_no_unknown_format() {
    for (format, is_unknown) in [("1", None), ("2", Some(true)), ("1.5", Some(false))] {
        let read = read(&format!("format = {format}\n"));
        let found = read.err().map(|faults| {
            let kinds: Vec<FaultKind> = faults.iter().map(|it| it.kind.clone()).collect();
            assert_eq!(kinds.len(), 1, "{format}: {kinds:?}");
            matches!(&kinds[0], FaultKind::UnknownFormat(_))
        });
        assert_eq!(found, is_unknown, "{format}");
    }
}

#[test]
fn what_is_there_and_wrong_is_not_missing_as_well() {
    let attested = |by: &str| {
        format!(
            "format = 1\n[[attested]]\nrequirement = \"connection-models/cryptography-below-tl-iv\"\nmet = true\n\
             {by}on = 2025-01-01\nground = \"y\"\n"
        )
    };
    assert_eq!(faults(&attested("by = \"x\"\n")), [""; 0]);
    for by in ["by = 5\n", ""] {
        let faults = faults(&attested(by));
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains("`by`"), "{faults:?}");
        let is_missing = faults[0].contains("missing");
        assert_eq!(is_missing, by.is_empty(), "{faults:?}");
    }
}

#[test]
fn a_path_is_answered_with_its_place_or_with_that_of_the_nearest_thing_around_it() {
    let text = "format = 1\n\n[party]\nkind = \"provider\"\n\n[[link]]\nid = \"a\"\nfrom = \"ap\"\nto = \"kanta\"\n\
                \n[[access_point]]\nid = \"ap\"\n";
    let file = plan(text);
    let line = |path: &FieldPath| file.place(path).map(|place| place.line);
    let link = FieldPath::named("link", "a");
    assert_eq!(line(&FieldPath::table("party").field("kind")), Some(4));
    assert_eq!(line(&link.field("to")), Some(9));
    assert_eq!(line(&link.field("halls")), line(&link));
    assert_eq!(line(&link), Some(6));
    assert_eq!(line(&FieldPath::named("access_point", "ap")), Some(11));
}

/// The clinic with what it trusts, and the findings of its certificates' paths on a day: their ids, places and kinds.
fn paths(trust: &str, on: Date) -> Vec<(String, String, OutcomeKind, Vec<String>)> {
    let environment = "environment = \"production\"";
    let text = crate::bases::clinic();
    assert!(text.contains(environment));
    let text = text.replacen(environment, &format!("{environment}\n{trust}"), 1);
    let file = PlanFile::read(text.as_bytes(), &mut |name| {
        std::fs::read(data().join(name)).map_err(|_| FileFault::NotFound)
    });
    let file = file.unwrap_or_else(|faults| panic!("{faults}"));
    let findings = evaluate(&file.plan, on).findings;
    findings
        .into_iter()
        .filter(|it| it.requirement.id() == "private-network/certificate-revoked")
        .map(|it| {
            let missing = match &it.outcome {
                kanta_conformance::Outcome::Undetermined(Why::InputMissing(fields)) => {
                    fields.iter().map(ToString::to_string).collect()
                }
                _ => Vec::new(),
            };
            let (id, path) = (it.requirement.id().to_owned(), it.path.to_string());
            (id, path, it.outcome.kind(), missing)
        })
        .collect()
}

#[test]
fn each_certificate_of_a_plan_that_trusts_something_is_verified_at_its_place() {
    // The issuing CA's list is from 1.12.2025 and due at the end of 2.12.2025.
    let day = Date::constant(2025, 12, 2);
    let places = ["access_point.ap1.certificate", "signature_certificate"];
    assert_eq!(paths("", day), []);
    let trusting = paths("trust = [\"certificates/trust.pem\"]", day);
    let found: Vec<&str> = trusting.iter().map(|it| it.1.as_str()).collect();
    assert_eq!(found, places);
    assert!(
        trusting.iter().all(|it| it.2 == OutcomeKind::Satisfied),
        "{trusting:?}"
    );
    let late = paths(
        "trust = [\"certificates/trust.pem\"]",
        Date::constant(2025, 12, 3),
    );
    assert!(
        late.iter().all(|it| it.2 == OutcomeKind::Undetermined),
        "{late:?}"
    );
}
