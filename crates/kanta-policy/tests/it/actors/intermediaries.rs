//! Intermediaries and access points of others: registers, agreements, and the traffic to them.

use super::{DAY, assert_agreement, assert_dated, assert_since_3_17};
use crate::bases::{clinic, through_intermediary, through_other_party};
use crate::harness::{assert_changes, edited, outcome, plan};
use kanta_conformance::{Certainty, Language, Outcome, Verdict, Why};

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
