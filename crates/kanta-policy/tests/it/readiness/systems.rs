//! Assessments, joint testing, and registers.

use kanta_conformance::Verdict;
use kanta_policy::readiness::checklist;

use super::{DAY, one, ready, states};
use crate::harness::{edited, plan};

#[test]
fn an_assessment_holds_on_its_last_day_and_lasts_three_years_at_most() {
    let base = ready();
    let until = |day: &str| edited(&base, &[("system.emr.assessed_until", day)]);
    let row = "data-security/assessment-missing-or-out-of-date";
    assert_eq!(states(&until("2025-12-01"), DAY)[row], "done");
    assert_eq!(states(&until("2025-11-30"), DAY)[row], "out-of-date");
    let long = "certification-renewal/assessment-longer-than-three-years";
    assert_eq!(one(&until("2028-12-01"), long, DAY), "satisfied");
    assert_eq!(one(&until("2028-12-02"), long, DAY), "violated");
    // It is worth knowing, and binds nobody.
    assert_eq!(
        checklist(&plan(&until("2028-12-02")).plan, DAY).verdict(),
        Verdict::Conforming
    );
}

#[test]
fn joint_testing_is_passed_before_production_and_not_asked_of_class_a1() {
    let row = "deployment-requirements/joint-testing-not-passed-before-production";
    let base = ready();
    let with = |edits: &[(&str, &str)]| one(&edited(&base, edits), row, DAY);
    let tested = "system.emr.joint_tested";
    let start = "readiness.production_start";
    assert_eq!(
        with(&[(tested, "2025-11-19"), (start, "2025-11-20")]),
        "satisfied"
    );
    assert_eq!(
        with(&[(tested, "2025-11-20"), (start, "2025-11-20")]),
        "violated"
    );
    assert_eq!(
        with(&[(tested, "2025-11-21"), (start, "2025-11-20")]),
        "violated"
    );
    assert_eq!(
        with(&[(tested, "2025-12-02"), (start, "2026-02-02")]),
        "violated",
        "not yet done"
    );
    assert_eq!(with(&[(start, "")]), "undetermined: input-missing");
    for (class, expected) in [
        ("A1", "not-applicable"),
        ("A2", "violated"),
        ("A3", "violated"),
        ("B", "not-applicable"),
    ] {
        let class = format!("\"{class}\"");
        assert_eq!(
            with(&[(tested, "false"), ("system.emr.class", &class)]),
            expected
        );
    }
    assert_eq!(
        with(&[(tested, "false"), ("system.emr.class", "")]),
        "undetermined: input-missing"
    );
}

#[test]
fn social_welfare_public_stands_in_the_sote_register_and_private_has_its_licence() {
    let public_row = "deployment-requirements/public-provider-not-in-sote-register";
    let private_row = "deployment-requirements/licence-not-up-to-date";
    let base = edited(&ready(), &[("party.health_care", "false")]);
    let of = |row, edits: &[(&str, &str)]| one(&edited(&base, edits), row, DAY);
    let public = ("party.sector", "\"public\"");
    assert_eq!(of(public_row, &[public]), "satisfied");
    assert_eq!(
        of(public_row, &[public, ("party.register", "\"valvira\"")]),
        "violated"
    );
    assert_eq!(
        of(public_row, &[public, ("party.registered", "2025-12-02")]),
        "violated"
    );
    assert_eq!(
        of(public_row, &[public, ("party.registered", "")]),
        "undetermined: input-missing"
    );
    assert_eq!(of(public_row, &[]), "not-applicable");
    assert_eq!(of(private_row, &[public]), "not-applicable");
    assert_eq!(of(private_row, &[]), "undetermined: input-missing");
    assert_eq!(
        of(private_row, &[("readiness.licence_checked", "2025-12-01")]),
        "satisfied"
    );
    assert_eq!(
        of(private_row, &[("readiness.licence_checked", "2025-12-02")]),
        "violated"
    );
    assert_eq!(
        of(private_row, &[("readiness.licence_checked", "false")]),
        "violated"
    );
    // A provider of health care is asked where it uses the social welfare repository.
    assert_eq!(one(&ready(), private_row, DAY), "not-applicable");
    let uses = edited(&ready(), &[("use[0].service", "\"social-welfare\"")]);
    assert_eq!(one(&uses, private_row, DAY), "undetermined: input-missing");
    assert_eq!(
        of(private_row, &[("party.sector", "")]),
        "undetermined: input-missing"
    );
    assert_eq!(
        of(private_row, &[("party.kind", "\"pharmacist\"")]),
        "not-applicable"
    );
}
