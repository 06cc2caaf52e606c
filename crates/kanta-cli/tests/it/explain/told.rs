//! How a requirement is explained, and how it is found by its name.

use std::collections::BTreeSet;

use kanta_address_index::AddressIndex;
use kanta_conformance::{Language, Requirement};
use kanta_policy::{readiness, requirements};

use crate::harness::{LANGUAGES, assert_fits, kanta};

/// Those that any command prints: of plans, of the checklist before going live, of an index.
fn explained() -> impl Iterator<Item = &'static Requirement> {
    let of_the_checklist = readiness::requirements();
    requirements::all()
        .chain(of_the_checklist)
        .chain(AddressIndex::requirements())
}

#[test]
fn every_requirement_says_why_it_exists() {
    let without: Vec<&str> = explained()
        .filter(|row| row.purpose().is_none())
        .map(|row| row.id())
        .collect();
    assert_eq!(without, [""; 0]);
    assert!(explained().count() > 200);
}

#[test]
fn an_explanation_tells_all_that_there_is_in_every_language() {
    for requirement in explained() {
        for (language, code) in Language::ALL.into_iter().zip(LANGUAGES) {
            let mut arguments = vec!["explain", requirement.id()];
            arguments.extend(["--lang", code]);
            let answer = kanta(&arguments);
            assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
            assert_fits(&answer.stdout);
            assert!(
                answer
                    .stdout
                    .starts_with(&format!("{}\n\n", requirement.id()))
            );
            // Lines are broken between words: without the breaks, the sentences stand there whole.
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let told = words(&answer.stdout).to_lowercase();
            let mut sentences = vec![
                requirement.statement(),
                requirement.fault(),
                requirement.remedy(),
            ];
            sentences.extend(requirement.reading());
            sentences.extend(requirement.purpose());
            for sentence in sentences {
                let sentence = words(sentence.get(language)).to_lowercase();
                assert!(told.contains(&sentence), "{}: {sentence}", requirement.id());
            }
            for line in requirement
                .example()
                .iter()
                .flat_map(|e| [e.before, e.after])
                .flat_map(str::lines)
            {
                let shown = if line.is_empty() {
                    "\n\n".into()
                } else {
                    format!("\n    {line}\n")
                };
                assert!(
                    answer.stdout.contains(&shown),
                    "{}: {line}",
                    requirement.id()
                );
            }
        }
    }
}

#[test]
fn an_explanation_as_people_read_it() {
    let expected = r#"connection-models/hall-not-reached

A private network link is connected to Kanta's halls A, B and C

     why      traffic can be moved to another hall when one of them cannot be
              reached
     fault    the link does not reach all of Kanta's halls
     to do    order the link to halls A, B and C
     clause   6 (edition 3.17 and later)
     clause   5.2 (edition 3.17 and later)
     level    binding; a text states it
     in force at the latest from edition 3.17 (2025-09-01); since when is not
              known
     rests on what the plan states
     reads    `halls`, `network`
     read as  all three halls, by the private links of an access point together;
              whether by each of them is left open

Not satisfied by this part of a plan:

    [[link]]
    id = "mpls-a"
    network = "private"
    halls = ["A", "B"]

Satisfied by this:

    [[link]]
    id = "mpls-a"
    network = "private"
    halls = ["A", "B", "C"]
"#;
    assert_eq!(
        kanta(&["explain", "connection-models/hall-not-reached"]).stdout,
        expected
    );
    // The document may be left out where the rest is unique.
    assert_eq!(kanta(&["explain", "hall-not-reached"]).stdout, expected);
}

#[test]
fn an_explanation_of_a_requirement_on_an_index_as_people_read_it() {
    let expected = r#"connection-models/pharmacy-not-held

The pharmacist's commitment covers the pharmacies held at the time

     why      the commitment is the pharmacist's own: of a pharmacy that
              somebody else holds it says nothing
     fault    the pharmacist does not hold the pharmacy on that day
     to do    the new pharmacist joins, or record the time for which it is held
     clause   4.1.2 (edition 3.17 and later)
     level    binding; a text states it
     in force at the latest from edition 3.17 (2025-09-01); since when is not
              known
     rests on what the index states
     reads    `for`

Not satisfied by this part of an index:

    [[pharmacy]]
    id = "branch-pharmacy"
    held_from = 2026-02-01

    [[right]]
    for = "branch-pharmacy"
    access_point = "branch-pharmacy-ap"
    service = "prescription"
    from = 2026-01-01

Satisfied by this:

    [[pharmacy]]
    id = "branch-pharmacy"
    held_from = 2026-02-01

    [[right]]
    for = "branch-pharmacy"
    access_point = "branch-pharmacy-ap"
    service = "prescription"
    from = 2026-02-01
"#;
    let id = "connection-models/pharmacy-not-held";
    assert_eq!(kanta(&["explain", id]).stdout, expected);
    for (language, words) in [
        (
            "fi",
            [
                "\nTämä osoitehakemiston osa ei täytä sitä:\n",
                "mitä osoitehakemisto kertoo\n",
            ],
        ),
        (
            "sv",
            [
                "\nUppfylls inte av denna del av ett adressindex:\n",
                "vad adressindexet uppger\n",
            ],
        ),
    ] {
        let told = kanta(&["explain", id, "--lang", language]).stdout;
        assert!(words.iter().all(|words| told.contains(words)), "{told}");
    }
}

#[test]
fn every_requirement_is_found_by_its_own_name() {
    let names: BTreeSet<&str> = explained().map(|requirement| requirement.id()).collect();
    for requirement in explained() {
        assert_eq!(kanta(&["explain", requirement.id()]).status, 0);
        let short = requirement.id().split_once('/').unwrap().1;
        let namesakes = names
            .iter()
            .filter(|name| name.ends_with(&format!("/{short}")))
            .count();
        let answer = kanta(&["explain", short]);
        assert_eq!(answer.status, if namesakes == 1 { 0 } else { 2 }, "{short}");
    }
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    let expected = "\
kanta: there is no requirement `connection-models/adress-not-fixd`; the nearest
are:
   - connection-models/address-not-fixed
   - connection-models/address-not-public
";
    let answer = kanta(&["explain", "connection-models/adress-not-fixd"]);
    assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
    assert!(answer.stderr.starts_with(expected), "{}", answer.stderr);
    let openings = [
        "kanta: there is no requirement `x\\u{1b}[31m`; the nearest are:\n   - ",
        "kanta: vaatimusta `x\\u{1b}[31m` ei ole; lähimmät ovat:\n   - ",
        "kanta: kravet `x\\u{1b}[31m` finns inte; de närmaste är:\n   - ",
    ];
    for (language, opening) in LANGUAGES.into_iter().zip(openings) {
        let answer = kanta(&["explain", "x\u{1b}[31m", "--lang", language]);
        assert_eq!(answer.status, 2);
        assert!(answer.stderr.starts_with(opening), "{}", answer.stderr);
        assert_eq!(answer.stderr.lines().count(), 4, "three names are offered");
        assert_fits(&answer.stderr);
    }
    // A word of a name is enough to be shown those that have it.
    let answer = kanta(&["explain", "firewall"]);
    assert!(
        answer
            .stderr
            .contains("   - connection-models/no-stateful-firewall\n"),
        "{}",
        answer.stderr
    );
    let long = "a".repeat(100_000);
    assert_eq!(kanta(&["explain", &long]).status, 2);
    assert_eq!(kanta(&["explain", ""]).status, 2);
    assert_eq!(kanta(&["explain"]).status, 2);
}
