//! The calendar that is counted back from going live.

use kanta_conformance::Date;
use kanta_policy::readiness::{LeadTime, calendar};

use super::{DAY, ready};
use crate::harness::{edited, plan};

#[test]
fn the_calendar_counts_back_with_the_lead_times_that_are_stated() {
    let by = Date::constant(2026, 2, 2);
    let base = edited(
        &ready(),
        &[("party.joining.declared", ""), ("link.mpls-a.ready", "")],
    );
    let dates = calendar(&plan(&base).plan, by, DAY);
    let row = |words: &str| {
        dates
            .iter()
            .find(|date| date.what.en.contains(words))
            .unwrap_or_else(|| panic!("no {words}"))
    };
    let notice = row("notice to Kanta");
    assert_eq!(
        (notice.lead, notice.latest),
        (LeadTime::Days(21), Some(Date::constant(2026, 1, 12)))
    );
    assert_eq!((notice.done, notice.late), (Some(false), false));
    let assessor = row("contacts Kela and the assessor");
    assert_eq!(
        (assessor.lead, assessor.latest),
        (LeadTime::Months(6), Some(Date::constant(2026, 11, 30)))
    );
    let tests = row("registers for joint testing");
    assert_eq!(
        (tests.lead, tests.latest),
        (LeadTime::Months(2), Some(Date::constant(2027, 3, 31)))
    );
    let link = row("private link");
    assert!(matches!(link.lead, LeadTime::Words(words) if words.en == "several weeks"));
    assert_eq!(
        link.latest, None,
        "no number is stated, so no day is made up"
    );
    let known = dates.iter().filter_map(|date| date.latest);
    assert!(known.is_sorted());
    assert!(dates.iter().any(|date| date.lead == LeadTime::NotStated));

    // Both sides of the last day.
    let late = |on| {
        let dates = calendar(&plan(&base).plan, by, on);
        dates
            .iter()
            .find(|date| date.what.en.contains("notice to Kanta"))
            .unwrap()
            .late
    };
    assert!(!late(Date::constant(2026, 1, 12)));
    assert!(late(Date::constant(2026, 1, 13)));
}

#[test]
fn a_notice_given_less_than_three_weeks_before_is_done_and_late() {
    let by = Date::constant(2025, 12, 20);
    let notice = |declared: &str| {
        let text = edited(&ready(), &[("party.joining.declared", declared)]);
        let dates = calendar(&plan(&text).plan, by, DAY);
        let notice = dates
            .iter()
            .find(|date| date.what.en.contains("notice to Kanta"));
        notice.map(|date| (date.done, date.late)).unwrap()
    };
    assert_eq!(notice("2025-11-29"), (Some(true), false));
    assert_eq!(notice("2025-11-30"), (Some(true), true));
    assert_eq!(
        notice("2025-12-02"),
        (Some(false), true),
        "not yet done on the day asked about"
    );
}

#[test]
fn a_day_of_going_live_that_has_passed_is_answered_with_what_is_late() {
    let base = edited(
        &ready(),
        &[("party.joining.declared", ""), ("readiness.logging", "")],
    );
    let dates = calendar(&plan(&base).plan, Date::constant(2025, 11, 1), DAY);
    let late: Vec<&str> = dates
        .iter()
        .filter(|date| date.late)
        .map(|date| date.what.en)
        .collect();
    assert_eq!(
        late,
        [
            "notice to Kanta of the systems and access points that are used, where they change",
            "joining as a customer",
            "data protection and data security",
        ]
    );
}

#[test]
fn a_pharmacist_applies_three_weeks_before_taking_over_and_not_earlier_than_thirty_days() {
    let by = Date::constant(2026, 2, 2);
    let dates = calendar(&plan(&crate::bases::pharmacist()).plan, by, DAY);
    let apply = dates
        .iter()
        .find(|date| date.what.en.contains("Fimea"))
        .unwrap();
    assert_eq!(apply.latest, Some(Date::constant(2026, 1, 12)));
    assert_eq!(apply.earliest, Some(Date::constant(2026, 1, 3)));
    let clinic = calendar(&plan(&crate::bases::clinic()).plan, by, DAY);
    assert!(clinic.iter().all(|date| !date.what.en.contains("Fimea")));
}
