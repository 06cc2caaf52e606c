//! Chapter 2 and the first lines of chapter 4: registers, the steps of joining, tenants' agreements, intermediaries.

use crate::bases::{clinic, joint, through_intermediary, through_other_party};
use crate::harness::{assert_changes, edited, outcome, plan};
use kanta_conformance::{Certainty, Date, Language, Outcome, Verdict, Why};

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
fn an_intermediary_does_not_join() {
    let text = edited(&clinic(), &[("party.kind", "\"intermediary\"")]);
    for row in [
        "joining-not-applied-for",
        "commitment-not-given",
        "terms-of-supply-not-accepted",
        "joining-not-approved",
        "system-and-point-not-declared",
        "party-in-no-register",
    ] {
        assert_eq!(outcome(&text, row, "party", DAY), "not-applicable", "{row}");
    }
    let unknown = edited(&clinic(), &[("party.kind", "")]);
    assert_eq!(
        outcome(&unknown, "commitment-not-given", "party", DAY),
        "undetermined: input-missing"
    );
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

#[test]
fn a_tenant_stands_in_one_of_three_registers() {
    assert_changes(
        &joint(),
        &[("tenant.t1.registered", "false")],
        DAY,
        &["tenant-in-no-register @ tenant.t1: satisfied -> violated"],
    );
    assert_dated(
        &joint(),
        "tenant.t1.registered",
        "tenant-in-no-register",
        "tenant.t1",
    );
    assert_changes(
        &joint(),
        &[("tenant.t1.register", "\"intermediary\"")],
        DAY,
        &[
            "tenant-in-no-register @ tenant.t1: satisfied -> violated",
            "tenant-oid-of-another-register @ tenant.t1: satisfied -> violated",
            "tenant-not-private @ tenant.t1: satisfied -> violated",
        ],
    );
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

#[test]
fn a_tenant_has_an_agreement_in_force() {
    assert_changes(
        &joint(),
        &[("tenant.t1.agreement", "false")],
        DAY,
        &[
            "tenant-agreement-missing @ tenant.t1: satisfied -> violated",
            "signature-certificate-not-agreed-with-tenant @ tenant.t1: satisfied -> violated",
        ],
    );
    let row = "tenant-agreement-missing";
    assert_agreement(
        &joint(),
        ", states_duties = true",
        "tenant.t1.agreement",
        row,
        "tenant.t1",
        "violated",
    );
    let text = edited(&joint(), &[("tenant.t1.agreement", "false")]);
    assert_since_3_17(&text, row, "tenant.t1", "violated");
    // An agreement that does not settle duties is not that agreement (2.3); whether it does has to be said.
    let says = |duties: &str| {
        let agreement = format!("{{ signed = 2025-09-01, until = false{duties} }}");
        let text = edited(&joint(), &[("tenant.t1.agreement", &agreement)]);
        outcome(&text, row, "tenant.t1", DAY)
    };
    assert_eq!(says(", states_duties = true"), "satisfied");
    assert_eq!(says(", states_duties = false"), "violated");
    assert_eq!(says(""), "undetermined: input-missing");
}

#[test]
fn a_tenant_is_a_provider_with_the_oid_of_its_register() {
    let says = |row: &str, register: &str, oid: &str| {
        let edits = [("tenant.t1.register", register), ("tenant.t1.oid", oid)];
        outcome(&edited(&joint(), &edits), row, "tenant.t1", DAY)
    };
    let (private, of_register) = ("tenant-not-private", "tenant-oid-of-another-register");
    let (sote, pharmacy) = ("\"1.2.246.10.76543212.10.0\"", "\"1.2.246.553.1.100\"");
    for (register, oid, is_provider, is_of_register) in [
        ("\"sote\"", sote, "satisfied", "satisfied"),
        ("\"pharmacy\"", pharmacy, "violated", "satisfied"),
        ("\"pharmacy\"", sote, "violated", "violated"),
        ("\"valvira\"", sote, "satisfied", "violated"),
        ("\"sote\"", "", "satisfied", "undetermined: input-missing"),
        (
            "",
            pharmacy,
            "undetermined: input-missing",
            "undetermined: input-missing",
        ),
    ] {
        assert_eq!(
            says(private, register, oid),
            is_provider,
            "{register} {oid}"
        );
        assert_eq!(
            says(of_register, register, oid),
            is_of_register,
            "{register} {oid}"
        );
    }
    let row = "access-point-administered-by-tenant";
    let by_tenant = edited(&joint(), &[("access_point.ap1.administrator", "\"t1\"")]);
    assert_eq!(
        outcome(&by_tenant, row, "access_point.ap1", DAY),
        "undetermined: guide-silent"
    );
    assert_eq!(outcome(&joint(), row, "access_point.ap1", DAY), "satisfied");
}

#[test]
fn nobody_uses_a_service_as_an_intermediary() {
    let by = edited(&through_intermediary(), &[("use[1].for", "\"valittaja\"")]);
    assert_eq!(
        outcome(&by, "service-used-by-intermediary", "use[1]", DAY),
        "violated"
    );
    let own = edited(&clinic(), &[("party.kind", "\"intermediary\"")]);
    assert_eq!(
        outcome(&own, "service-used-by-intermediary", "use[1]", DAY),
        "violated"
    );
    let unknown = edited(&clinic(), &[("party.kind", "")]);
    assert_eq!(
        outcome(&unknown, "service-used-by-intermediary", "use[1]", DAY),
        "undetermined: input-missing"
    );
    assert_since_3_17(&own, "service-used-by-intermediary", "use[1]", "violated");
}

#[test]
fn an_intermediary_is_registered_and_has_a_security_plan() {
    for (field, row) in [
        ("registered", "intermediary-not-registered"),
        ("security_plan", "intermediary-without-security-plan"),
    ] {
        let path = format!("intermediary.valittaja.{field}");
        let broken = format!("{row} @ intermediary.valittaja: satisfied -> violated");
        assert_changes(
            &through_intermediary(),
            &[(&path, "false")],
            DAY,
            &[&broken],
        );
        assert_dated(
            &through_intermediary(),
            &path,
            row,
            "intermediary.valittaja",
        );
        let text = edited(&through_intermediary(), &[(&path, "false")]);
        assert_since_3_17(&text, row, "intermediary.valittaja", "violated");
        // The joining party, unless it is an intermediary itself.
        let own = format!("party.{field}");
        let says = |kind: &str, value: &str| {
            outcome(
                &edited(&clinic(), &[("party.kind", kind), (&own, value)]),
                row,
                "party",
                DAY,
            )
        };
        assert_eq!(says("\"provider\"", "false"), "not-applicable");
        assert_eq!(says("\"intermediary\"", "false"), "violated");
        assert_eq!(says("\"intermediary\"", "2025-12-01"), "satisfied");
        assert_eq!(says("", "2025-12-01"), "undetermined: input-missing");
    }
}

#[test]
fn an_intermediary_whose_point_is_used_has_an_agreement_that_states_the_duties() {
    let (base, at) = (through_intermediary(), "intermediary.valittaja");
    assert_changes(
        &base,
        &[("intermediary.valittaja.agreement", "false")],
        DAY,
        &[
            "agreement-with-intermediary-missing @ intermediary.valittaja: satisfied -> violated",
            "agreement-with-intermediary-silent-on-duties @ intermediary.valittaja: satisfied -> not-applicable",
        ],
    );
    let row = "agreement-with-intermediary-missing";
    assert_agreement(
        &base,
        "",
        "intermediary.valittaja.agreement",
        row,
        at,
        "violated",
    );
    assert_changes(
        &base,
        &[("intermediary.valittaja.agreement.states_duties", "false")],
        DAY,
        &[
            "agreement-with-intermediary-silent-on-duties @ intermediary.valittaja: satisfied -> violated",
        ],
    );
    for (row, field) in [
        (
            "agreement-with-intermediary-silent-on-duties",
            "intermediary.valittaja.agreement.states_duties",
        ),
        (
            "agreement-with-intermediary-silent-on-duties",
            "intermediary.valittaja.agreement",
        ),
        (row, "access_point.ap1.administrator"),
    ] {
        let text = edited(&base, &[(field, "")]);
        assert_eq!(
            outcome(&text, row, at, DAY),
            "undetermined: input-missing",
            "{field}"
        );
    }
    // One that administers nothing the plan uses needs none.
    let unused = edited(&base, &[("access_point.ap1.administrator", "\"party\"")]);
    assert_eq!(outcome(&unused, row, at, DAY), "not-applicable");
    assert_since_3_17(&base, row, at, "satisfied");
}

#[test]
fn traffic_to_a_point_of_somebody_else_is_encrypted_and_identified() {
    for (base, at) in [
        (through_intermediary(), "intermediary.valittaja"),
        (through_other_party(), "other_party.sairaala"),
    ] {
        for (field, row) in [
            ("traffic_encrypted", "traffic-to-access-point-not-encrypted"),
            (
                "identified_by_server_certificate",
                "traffic-to-access-point-not-identified",
            ),
        ] {
            let path = format!("{at}.{field}");
            let broken = format!("{row} @ {at}: satisfied -> undetermined: guide-ambiguous");
            assert_changes(&base, &[(&path, "false")], DAY, &[&broken]);
            let absent = edited(&base, &[(&path, "")]);
            assert_eq!(
                outcome(&absent, row, at, DAY),
                "undetermined: input-missing"
            );
            let own = edited(&base, &[("access_point.ap1.administrator", "\"party\"")]);
            assert_eq!(outcome(&own, row, at, DAY), "not-applicable");
            assert_since_3_17(&base, row, at, "satisfied");
        }
    }
}

#[test]
fn what_would_break_an_example_of_chapter_7_is_open_to_a_ruling() {
    let (row, at) = (
        "traffic-to-access-point-not-encrypted",
        "other_party.sairaala",
    );
    let clear = edited(
        &through_other_party(),
        &[("other_party.sairaala.traffic_encrypted", "false")],
    );
    let assessment = kanta_policy::evaluate(&plan(&clear).plan, DAY);
    let found = assessment
        .findings
        .iter()
        .find(|finding| finding.requirement.id().ends_with(row))
        .unwrap();
    assert_eq!(found.requirement.certainty(), Certainty::Interpreted);
    let Outcome::Undetermined(Why::ByReading(by)) = &found.outcome else {
        panic!("{:?}", found.outcome);
    };
    assert_eq!(Some(by.reading), found.requirement.reading());
    assert_eq!(by.found.display(Language::En).to_string(), "no");
    assert_eq!(by.required.display(Language::En).to_string(), "yes");
    assert_eq!(assessment.verdict(), Verdict::Undetermined);
    for (met, then) in [("true", "satisfied"), ("false", "violated")] {
        let ruled = format!(
            "{clear}\n[[ruling]]\nrequirement = \"connection-models/{row}\"\nmet = {met}\nby = \"Kanta-palvelut\"\non = 2025-11-01\nreference = \"1\"\n"
        );
        assert_eq!(outcome(&ruled, row, at, DAY), then);
    }
}

#[test]
fn between_joining_parties_the_guide_asks_for_no_agreement_in_words() {
    let (base, at) = (through_other_party(), "other_party.sairaala");
    assert_changes(
        &base,
        &[("other_party.sairaala.agreement", "false")],
        DAY,
        &[
            "agreement-with-other-party-not-settled @ other_party.sairaala: satisfied -> undetermined: guide-silent",
        ],
    );
    let row = "agreement-with-other-party-not-settled";
    let silent = "undetermined: guide-silent";
    assert_agreement(&base, "", "other_party.sairaala.agreement", row, at, silent);
    // An intermediary's own plan: the other party is its customer, and the agreement is asked for.
    let customer = edited(
        &base,
        &[
            ("party.kind", "\"intermediary\""),
            ("access_point.ap1.administrator", "\"party\""),
            ("use[0].for", "\"sairaala\""),
            ("other_party.sairaala.agreement", "false"),
        ],
    );
    assert_eq!(outcome(&customer, row, at, DAY), "not-applicable");
    assert_eq!(
        outcome(&customer, "agreement-with-intermediary-missing", at, DAY),
        "violated"
    );
}
