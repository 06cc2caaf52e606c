//! Attestations and rulings that settle nothing are named.

use kanta_conformance::{Date, Evidence};
use kanta_policy::readiness::requirements;
use kanta_policy::{evaluate, unused};

use crate::harness::{example, plan};

fn unused_on(text: &str, day: &str) -> Vec<String> {
    let plan = plan(text).plan;
    let day: Date = day.parse().unwrap();
    let told =
        |it: kanta_policy::Unused<'_>| format!("{}: {} ({})", it.path, it.requirement, it.words);
    unused(&plan, &evaluate(&plan, day))
        .into_iter()
        .map(told)
        .collect()
}

#[test]
fn what_settles_a_finding_is_used_and_what_is_dated_later_is_not() {
    let text = example("clinic.toml");
    assert!(unused_on(&text, "2025-12-01").is_empty());
    // It was attested on 2025-09-01.
    assert!(unused_on(&text, "2025-09-01").is_empty());
    let before = unused_on(&text, "2025-08-31");
    let first =
        "attested[0]: connection-models/security-requirements-not-met (audit report 2025-17)";
    assert_eq!(
        before.first().map(String::as_str),
        Some(first),
        "{before:?}"
    );
}

#[test]
fn a_ruling_about_what_is_decided_without_it_is_not_used() {
    let ruling = "requirement = \"connection-models/address-not-fixed\"\nmet = true\nby = \"Kela\"\non = 2025-09-01\nreference = \"1/2025\"\n";
    let text = format!("{}\n[[ruling]]\n{ruling}", example("clinic.toml"));
    let told = "ruling[0]: connection-models/address-not-fixed (1/2025)";
    assert_eq!(unused_on(&text, "2025-12-01"), [told]);
}

#[test]
fn of_the_checklist_before_going_live_nothing_is_told() {
    let item = requirements().find(|row| row.evidence() == Evidence::Attested);
    let item = item.unwrap().id();
    let entry = format!("requirement = \"{item}\"\nmet = true\nby = \"N.N.\"\non = 2025-09-01\n");
    let text = format!(
        "{}\n[[attested]]\n{entry}ground = \"a letter\"\n[[ruling]]\n{entry}reference = \"1/2025\"\n",
        example("clinic.toml")
    );
    assert!(unused_on(&text, "2025-12-01").is_empty());
}
