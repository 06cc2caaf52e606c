//! On which day a finding is judged: the one asked about, or the first day of a right that begins later.

use crate::example::{EXAMPLE, day, read};
use kanta_address_index::IndexFinding;
use kanta_conformance::{Language, Outcome};

/// The findings about the agreement of home-care with the intermediary, where it has rights through its access point.
fn found(rights: &[(&str, &str)], agreement: &str) -> Vec<IndexFinding> {
    let mut text = EXAMPLE.to_owned();
    if !agreement.is_empty() {
        text.push_str(&format!(
            "\n[[agreement]]\nbetween = [\"home-care\", \"valittaja\"]\n{agreement}\n"
        ));
    }
    for (service, from) in rights {
        text.push_str(&format!(
            "\n[[right]]\nfor = \"home-care\"\naccess_point = \"valittaja-ap\"\nservice = \"{service}\"\nfrom = {from}\n"
        ));
    }
    let findings = read(&text).findings(day("2025-12-01"));
    let is_agreement = |it: &IndexFinding| it.path.to_string().starts_with("agreement.");
    findings.into_iter().filter(is_agreement).collect()
}

/// What several rights lack is found once, on the first day on which it is.
#[test]
fn what_several_rights_lack_is_judged_on_the_first_day() {
    for (rights, first) in [
        (
            [("patient-data", "2026-01-01"), ("imaging", "2026-02-01")],
            "2026-01-01",
        ),
        (
            [("patient-data", "2026-02-01"), ("imaging", "2026-01-01")],
            "2026-01-01",
        ),
        (
            [("patient-data", "2026-02-01"), ("imaging", "2025-01-01")],
            "2025-12-01",
        ),
        (
            [("patient-data", "2025-01-01"), ("imaging", "2026-02-01")],
            "2025-12-01",
        ),
        (
            [("patient-data", "2025-12-01"), ("imaging", "2025-12-01")],
            "2025-12-01",
        ),
    ] {
        let found = found(&rights, "");
        assert_eq!(found.len(), 1, "{rights:?}");
        assert_eq!(found[0].judged_on, day(first), "{rights:?}");
        assert_eq!(found[0].rights.len(), 2, "{rights:?}");
    }
}

/// What is not known on one day and known to lack on another are two findings.
#[test]
fn what_is_not_known_and_what_is_known_to_lack_are_told_apart() {
    let rights = [("patient-data", "2025-01-01"), ("imaging", "2026-01-01")];
    let kinds = |agreement: &str| -> Vec<_> {
        let found = found(&rights, agreement);
        found
            .iter()
            .map(|it| (it.outcome.kind().code(), it.judged_on.to_string()))
            .collect()
    };
    let (unknown, broken) = ("undetermined", "violated");
    let is = |kind, on: &str| (kind, on.to_owned());
    assert_eq!(kinds("from = 2024-01-01"), []);
    assert_eq!(
        kinds("until = 2025-12-15"),
        [is(unknown, "2025-12-01"), is(broken, "2026-01-01")]
    );
    assert_eq!(kinds("until = 2026-12-15"), [is(unknown, "2025-12-01")]);
    assert_eq!(kinds("until = 2025-11-15"), [is(broken, "2025-12-01")]);
}

/// Two rights of a producer through an access point that neither's organiser uses: found once, as of the first right.
#[test]
fn what_several_rights_break_alike_is_told_of_the_first() {
    let right = |service: &str, organiser: &str| {
        format!(
            "\n[[right]]\nfor = \"home-care\"\naccess_point = \"valittaja-ap\"\nservice = \"{service}\"\norganiser = \"{organiser}\"\nfrom = 2025-01-01\n"
        )
    };
    for organisers in [["welfare-area", "home-care"], ["home-care", "welfare-area"]] {
        let index = read(&format!(
            "{EXAMPLE}{}{}",
            right("patient-data", organisers[0]),
            right("social-welfare", organisers[1])
        ));
        let findings = index.findings(day("2025-12-01"));
        let id = "connection-models/producer-not-through-organisers-point";
        let found: Vec<_> = findings
            .iter()
            .filter(|it| it.requirement.id() == id)
            .collect();
        assert_eq!((found.len(), found[0].rights.len()), (1, 2));
        let first = index.right(found[0].rights[0]).unwrap();
        let Outcome::Violated { required, .. } = &found[0].outcome else {
            panic!("{:?}", found[0]);
        };
        let told = Language::ALL.map(|language| required.display(language).to_string());
        let organiser = first.organiser.unwrap();
        assert!(told.iter().all(|it| it.contains(&organiser)), "{told:?}");
    }
}
