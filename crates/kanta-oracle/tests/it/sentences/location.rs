//! Where points lie.

use super::says;

const POINT: &str = "kind=access-point country=finland approval=unknown day=2025-12-01";

#[test]
fn before_16_2_2021_no_rule_says_where_a_point_lies_and_until_31_8_2025_it_lies_in_finland() {
    let row = "access-point-outside-finland";
    assert_eq!(
        says(row, POINT, "country=third day=2021-02-15"),
        "not-in-force"
    );
    assert_eq!(says(row, POINT, "country=third day=2021-02-16"), "violated");
    assert_eq!(says(row, POINT, "country=eu day=2025-08-31"), "violated");
    assert_eq!(
        says(row, POINT, "country=eu day=2025-09-01"),
        "not-in-force"
    );
}

#[test]
fn from_1_9_2025_the_eu_will_do_but_not_the_eea() {
    let row = "access-point-outside-eu";
    assert_eq!(says(row, POINT, "country=eu"), "satisfied");
    assert_eq!(says(row, POINT, "country=eea-not-eu"), "violated");
    assert_eq!(
        says(row, POINT, "country=special-territory"),
        "undetermined:silent"
    );
    assert_eq!(
        says(row, POINT, "country=eu day=2025-08-31"),
        "not-in-force"
    );
}

#[test]
fn a_point_abroad_needs_an_approval_that_is_there_on_the_day() {
    let row = "access-point-abroad-not-approved";
    assert_eq!(says(row, POINT, ""), "not-applicable");
    assert_eq!(says(row, POINT, "country=eu approval=given"), "satisfied");
    assert_eq!(
        says(row, POINT, "country=eu approval=given-later-than-the-day"),
        "violated"
    );
    assert_eq!(
        says(row, POINT, "country=third approval=denied"),
        "violated"
    );
    assert_eq!(says(row, POINT, "country=eu"), "undetermined:input");
    assert_eq!(
        says(row, POINT, "country=eu approval=undated"),
        "undetermined:input"
    );
}

#[test]
fn a_point_of_unknown_country_leaves_location_and_approval_open_even_where_an_approval_is_stated() {
    for row in [
        "access-point-outside-eu",
        "access-point-abroad-not-approved",
    ] {
        assert_eq!(
            says(row, POINT, "country=unknown approval=given"),
            "undetermined:input"
        );
    }
}

#[test]
fn a_consolidation_point_needs_approval_and_whether_it_may_lie_outside_the_eu_is_not_said() {
    let good = "kind=consolidation-point country=third approval=given day=2025-12-01";
    assert_eq!(
        says("consolidation-point-abroad-not-approved", good, ""),
        "satisfied"
    );
    assert_eq!(
        says("consolidation-point-outside-eu", good, ""),
        "undetermined:silent"
    );
    assert_eq!(
        says("consolidation-point-outside-eu", good, "country=eu"),
        "satisfied"
    );
    assert_eq!(says("access-point-outside-eu", good, ""), "not-applicable");
}
