//! Chapter 2 and the first lines of chapter 4: registers, the steps of joining, tenants' agreements, intermediaries.

mod intermediaries;
mod tenants;

use crate::bases::{clinic, joint};
use crate::harness::{assert_changes, edited, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);

/// A dated fact: denied, undated, absent, for the day after and for the day itself.
fn assert_dated(base: &str, field: &str, row: &str, subject: &str) {
    let says = |value: &str| outcome(&edited(base, &[(field, value)]), row, subject, DAY);
    assert_eq!(says("false"), "violated", "{field} denied");
    assert_eq!(
        says("true"),
        "undetermined: input-missing",
        "{field} undated"
    );
    assert_eq!(says(""), "undetermined: input-missing", "{field} absent");
    assert_eq!(says("2025-12-02"), "violated", "{field} the day after");
    assert_eq!(says("2025-12-01"), "satisfied", "{field} on the day");
}

/// A row of the present body: known since 1.9.2025, unknown before.
fn assert_since_3_17(text: &str, row: &str, subject: &str, then: &str) {
    let on = |day| outcome(text, row, subject, day);
    assert_eq!(
        on(Date::constant(2025, 8, 31)),
        "undetermined: date-unknown",
        "{row}"
    );
    assert_eq!(on(Date::constant(2025, 9, 1)), then, "{row}");
}

#[test]
fn a_step_of_joining_that_is_not_taken_breaks_its_own_row() {
    for (field, row) in [
        ("applied", "joining-not-applied-for"),
        ("commitment", "commitment-not-given"),
        ("terms_of_supply", "terms-of-supply-not-accepted"),
        ("approved", "joining-not-approved"),
        ("declared", "system-and-point-not-declared"),
    ] {
        let path = format!("party.joining.{field}");
        let broken = format!("{row} @ party: satisfied -> violated");
        let mut expected = vec![broken.as_str()];
        if field == "applied" {
            // Without an application nothing can be asked of the time before it.
            expected
                .push("link-not-ready-when-applying @ link.mpls-a: satisfied -> not-applicable");
            expected
                .push("link-not-ready-when-applying @ link.mpls-b: satisfied -> not-applicable");
        }
        assert_changes(&clinic(), &[(&path, "false")], DAY, &expected);
        assert_dated(&clinic(), &path, row, "party");
        assert_since_3_17(
            &edited(&clinic(), &[(&path, "false")]),
            row,
            "party",
            "violated",
        );
    }
}

/// 4, 4.2.1: rights follow the application and the approval of each service.
#[test]
fn each_service_is_applied_for_and_approved_and_the_approval_answers_the_application() {
    let (applied, approved) = ("joining-not-applied-for", "joining-not-approved");
    let says = |edits: &[(&str, &str)], row| outcome(&edited(&clinic(), edits), row, "party", DAY);
    let each = |day: &str| format!("{{ patient-data = 2025-10-06, prescription = {day} }}");
    for (field, row) in [
        ("party.joining.applied", applied),
        ("party.joining.approved", approved),
    ] {
        for (day, expected) in [
            ("2025-12-01", "satisfied"),
            ("2025-12-02", "violated"),
            ("false", "violated"),
            ("true", "undetermined: input-missing"),
        ] {
            let by_service = each(day);
            // What is approved is approved on the day of the application at the earliest.
            let edits = [
                ("party.joining.approved", "2025-12-01"),
                (field, by_service.as_str()),
            ];
            assert_eq!(says(&edits, row), expected, "{field} {day}");
        }
        let one = [(field, "{ patient-data = 2025-10-06 }")];
        assert_eq!(says(&one, row), "undetermined: input-missing", "{field}");
    }
    let ask = "undetermined: unchecked";
    for (day, expected) in [("2025-09-14", ask), ("2025-09-15", "satisfied")] {
        assert_eq!(says(&[("party.joining.approved", day)], approved), expected);
    }
    // A service that is described after the approval is not covered by it.
    let described = "party.joining.service_descriptions.prescription";
    for (day, expected) in [("2025-10-06", "satisfied"), ("2025-10-07", ask)] {
        assert_eq!(says(&[(described, day)], approved), expected);
    }
    let own_day = [
        (described, "2025-10-07"),
        (
            "party.joining.applied",
            "{ patient-data = 2025-09-15, prescription = 2025-10-07 }",
        ),
        (
            "party.joining.approved",
            "{ patient-data = 2025-10-06, prescription = 2025-10-20 }",
        ),
    ];
    assert_eq!(says(&own_day, applied), "satisfied");
    assert_eq!(says(&own_day, approved), "satisfied");
    for field in ["party.joining.applied", described] {
        assert_eq!(
            says(&[(field, "")], approved),
            "undetermined: input-missing",
            "{field}"
        );
    }
}

/// A plan before its approval can say so; what is stated is judged at every stage.
#[test]
fn steps_after_the_stage_are_not_yet_due() {
    let rows = [
        ("applied", "joining-not-applied-for"),
        ("commitment", "commitment-not-given"),
        ("terms_of_supply", "terms-of-supply-not-accepted"),
        ("declared", "system-and-point-not-declared"),
        ("approved", "joining-not-approved"),
    ];
    for (stage, due) in [("preparing", 0), ("applied", 4), ("approved", 5)] {
        let stage = format!("\"{stage}\"");
        for (index, (field, row)) in rows.into_iter().enumerate() {
            let path = format!("party.joining.{field}");
            let says = |value: &str| {
                let edits = [("party.joining.stage", stage.as_str()), (&path, value)];
                outcome(&edited(&clinic(), &edits), row, "party", DAY)
            };
            let is_due = index < due;
            let expected = if is_due { "violated" } else { "not-applicable" };
            assert_eq!(says("false"), expected, "{stage} {field}");
            let absent = if is_due {
                "undetermined: input-missing"
            } else {
                "not-applicable"
            };
            assert_eq!(says(""), absent, "{stage} {field}");
            assert_eq!(says("2025-12-02"), "violated", "{stage} {field}");
        }
    }
}

#[test]
fn each_service_has_a_description_to_accept() {
    assert_changes(
        &clinic(),
        &[("party.joining.service_descriptions.prescription", "false")],
        DAY,
        &["service-description-not-accepted @ use[1]: satisfied -> violated"],
    );
    assert_dated(
        &clinic(),
        "party.joining.service_descriptions.patient-data",
        "service-description-not-accepted",
        "use[0]",
    );
    assert_eq!(
        outcome(&clinic(), "service-description-not-accepted", "use[2]", DAY),
        "not-applicable"
    );
}

#[test]
fn a_joining_party_stands_in_one_of_three_registers() {
    assert_changes(
        &clinic(),
        &[("party.registered", "false")],
        DAY,
        &["party-in-no-register @ party: satisfied -> violated"],
    );
    assert_dated(
        &clinic(),
        "party.registered",
        "party-in-no-register",
        "party",
    );
    assert_changes(
        &clinic(),
        &[("party.register", "\"intermediary\"")],
        DAY,
        &[
            "party-in-no-register @ party: satisfied -> violated",
            "owner-oid-of-another-register @ party: satisfied -> violated",
            "oid-form-not-of-register @ access_point.ap1: satisfied -> violated",
            "renewal-annotation-missing @ use[2]: satisfied -> violated",
        ],
    );
    for register in ["sote", "valvira", "pharmacy"] {
        let text = edited(&clinic(), &[("party.register", &format!("\"{register}\""))]);
        assert_eq!(
            outcome(&text, "party-in-no-register", "party", DAY),
            "satisfied"
        );
    }
    let unknown = edited(&clinic(), &[("party.register", "")]);
    assert_eq!(
        outcome(&unknown, "party-in-no-register", "party", DAY),
        "undetermined: input-missing"
    );
    assert_since_3_17(
        &edited(&clinic(), &[("party.registered", "false")]),
        "party-in-no-register",
        "party",
        "violated",
    );
}

#[test]
fn valviras_register_secures_whoever_stood_there_at_the_end_of_2023() {
    for (base, at, row) in [
        (clinic(), "party", "entered-in-valviras-register-after-2023"),
        (
            joint(),
            "tenant.t1",
            "tenant-entered-in-valviras-register-after-2023",
        ),
    ] {
        let (register, registered) = (format!("{at}.register"), format!("{at}.registered"));
        let says = |day: &str, on| {
            let text = edited(&base, &[(&register, "\"valvira\""), (&registered, day)]);
            outcome(&text, row, at, on)
        };
        assert_eq!(says("2023-12-31", DAY), "satisfied");
        assert_eq!(says("2024-01-01", DAY), "undetermined: guide-silent");
        assert_eq!(says("", DAY), "undetermined: input-missing");
        assert_eq!(says("false", DAY), "not-applicable");
        assert_eq!(
            says("2024-01-01", Date::constant(2023, 12, 31)),
            "not-in-force"
        );
        assert_eq!(says("2023-12-31", Date::constant(2024, 1, 1)), "satisfied");
        assert_eq!(outcome(&base, row, at, DAY), "not-applicable");
        let unknown = edited(&base, &[(&register, "")]);
        assert_eq!(
            outcome(&unknown, row, at, DAY),
            "undetermined: input-missing"
        );
    }
}

/// An agreement: denied, absent, undated, for the day after, ended on the day, running on, without an end.
fn assert_agreement(
    base: &str,
    content: &str,
    field: &str,
    row: &str,
    subject: &str,
    missing: &str,
) {
    let says = |value: &str| {
        let value = value.replace(" }", &format!("{content} }}"));
        outcome(&edited(base, &[(field, &value)]), row, subject, DAY)
    };
    assert_eq!(says("false"), missing, "{field} denied");
    assert_eq!(says(""), "undetermined: input-missing", "{field} absent");
    assert_eq!(
        says("true"),
        "undetermined: input-missing",
        "{field} undated"
    );
    assert_eq!(says("{ signed = 2025-12-02, until = false }"), missing);
    assert_eq!(says("{ signed = 2025-12-01, until = false }"), "satisfied");
    assert_eq!(
        says("{ signed = 2025-09-01 }"),
        "undetermined: input-missing"
    );
    assert_eq!(says("{ signed = 2025-09-01, until = 2025-12-01 }"), missing);
    assert_eq!(
        says("{ signed = 2025-09-01, until = 2025-12-02 }"),
        "satisfied"
    );
    assert_eq!(says("{ until = 2025-12-01 }"), missing);
}
