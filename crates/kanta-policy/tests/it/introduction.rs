//! Chapter 1: what the guide is about, and what it names as outside it.

use crate::bases::clinic;
use crate::harness::{assert_changes, edited, outcome, plan};
use kanta_conformance::{Date, Verdict};
use kanta_policy::evaluate;

const DAY: Date = Date::constant(2025, 12, 1);

fn with(service: &str) -> String {
    format!("{{ service = \"{service}\", access_point = \"ap1\", system = \"emr\" }}")
}

#[test]
fn each_service_outside_the_guide_is_told_with_the_reason() {
    let outside = [
        ("code-service", "service-needs-no-joining"),
        ("validation", "service-needs-no-joining"),
        ("joint-testing", "service-with-its-own-instruction"),
        ("customer-test", "service-with-its-own-instruction"),
        (
            "information-transmission",
            "service-with-its-own-instruction",
        ),
        ("wellbeing-interface", "service-with-its-own-instruction"),
        ("phr", "personal-data-repository-out-of-scope"),
    ];
    for (service, row) in outside {
        let told = format!("{row} @ use[3]: - -> violated");
        assert_changes(
            &clinic(),
            &[("use[+]", &with(service))],
            DAY,
            &[
                &told,
                "service-used-by-intermediary @ use[3]: - -> satisfied",
                "use-by-a-tenant @ use[3]: - -> satisfied",
            ],
        );
    }
}

#[test]
fn the_services_of_the_guide_are_within_it() {
    let within = [
        "patient-data",
        "imaging",
        "prescription",
        "social-welfare",
        "renewal-requests",
        "reimbursement-query",
        "purchase-reception",
        "settlement-query",
        "settlement-p2",
    ];
    for service in within {
        let text = edited(&clinic(), &[("use[+]", &with(service))]);
        let says = |row| outcome(&text, row, "use[3]", DAY);
        assert_eq!(says("service-needs-no-joining"), "satisfied", "{service}");
        assert_eq!(
            says("service-with-its-own-instruction"),
            "satisfied",
            "{service}"
        );
        assert_eq!(
            says("personal-data-repository-out-of-scope"),
            "not-applicable",
            "{service}"
        );
    }
}

#[test]
fn the_personal_data_repository_was_within_it_on_a_day_of_2019_and_later_not() {
    let text = edited(&clinic(), &[("use[+]", &with("phr"))]);
    let on = |day| {
        outcome(
            &text,
            "personal-data-repository-out-of-scope",
            "use[3]",
            day,
        )
    };
    assert_eq!(on(Date::constant(2019, 5, 10)), "not-in-force");
    assert_eq!(
        on(Date::constant(2019, 5, 11)),
        "undetermined: date-unknown"
    );
    assert_eq!(
        on(Date::constant(2025, 8, 31)),
        "undetermined: date-unknown"
    );
    assert_eq!(on(Date::constant(2025, 9, 1)), "violated");
    let other = edited(&clinic(), &[("use[+]", &with("code-service"))]);
    let on = |day| outcome(&other, "service-needs-no-joining", "use[3]", day);
    assert_eq!(
        on(Date::constant(2025, 8, 31)),
        "undetermined: date-unknown"
    );
    assert_eq!(on(Date::constant(2025, 9, 1)), "violated");
}

#[test]
fn what_is_outside_does_not_change_the_verdict_but_is_no_service_either() {
    let beside = plan(&edited(&clinic(), &[("use[+]", &with("phr"))]));
    assert_eq!(evaluate(&beside.plan, DAY).verdict(), Verdict::Conforming);
    let alone = plan(&edited(
        &clinic(),
        &[
            ("use[2]", ""),
            ("use[1]", ""),
            ("use[0].service", "\"phr\""),
        ],
    ));
    assert_eq!(evaluate(&alone.plan, DAY).verdict(), Verdict::Undetermined);
}
