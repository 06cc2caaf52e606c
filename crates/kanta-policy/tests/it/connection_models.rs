//! Clauses 4.1 and 4.2: the three models, and the rights that are asked for.

use crate::bases::{clinic, joint, producer};
use crate::harness::{assert_changes, edited, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);
const MISSING: &str = "undetermined: input-missing";
const UNKNOWN_DATE: &str = "undetermined: date-unknown";

/// A row of the present body: known since 1.9.2025, unknown before.
fn assert_since_3_17(text: &str, row: &str, subject: &str, then: &str) {
    let on = |day| outcome(text, row, subject, day);
    assert_eq!(on(Date::constant(2025, 8, 31)), UNKNOWN_DATE, "{row}");
    assert_eq!(on(Date::constant(2025, 9, 1)), then, "{row}");
}

#[test]
fn a_tenant_works_in_the_premises_and_system_and_is_named() {
    for (field, row) in [
        ("in_party_premises", "tenant-outside-premises"),
        ("uses_party_system", "tenant-on-another-system"),
        ("named_in_messages", "tenant-not-named-in-messages"),
    ] {
        let path = format!("tenant.t1.{field}");
        let broken = format!("{row} @ tenant.t1: satisfied -> violated");
        assert_changes(&joint(), &[(&path, "false")], DAY, &[&broken]);
        let absent = edited(&joint(), &[(&path, "")]);
        assert_eq!(outcome(&absent, row, "tenant.t1", DAY), MISSING);
        assert_since_3_17(&joint(), row, "tenant.t1", "satisfied");
    }
}

#[test]
fn tenant_and_host_are_private_since_3_14() {
    for (field, row) in [
        ("tenant.t1.sector", "tenant-not-private"),
        ("party.sector", "host-of-tenant-not-private"),
    ] {
        let broken = format!("{row} @ tenant.t1: satisfied -> violated");
        assert_changes(&joint(), &[(field, "\"public\"")], DAY, &[&broken]);
        let absent = edited(&joint(), &[(field, "")]);
        assert_eq!(outcome(&absent, row, "tenant.t1", DAY), MISSING);
        let public = edited(&joint(), &[(field, "\"public\"")]);
        let on = |day| outcome(&public, row, "tenant.t1", day);
        assert_eq!(on(Date::constant(2024, 1, 1)), UNKNOWN_DATE);
        assert_eq!(on(Date::constant(2024, 1, 2)), "violated");
    }
}

#[test]
fn tenants_in_social_welfare_came_with_3_9() {
    let row = "joint-model-in-social-welfare";
    let social = edited(&joint(), &[("use[0].service", "\"social-welfare\"")]);
    let on = |text: &str, day| outcome(text, row, "tenant.t1", day);
    assert_eq!(
        on(&social, Date::constant(2021, 2, 15)),
        "undetermined: guide-silent"
    );
    assert_eq!(on(&social, Date::constant(2021, 2, 16)), "not-in-force");
    assert_eq!(on(&joint(), Date::constant(2021, 2, 15)), "not-applicable");
}

#[test]
fn a_tenant_is_given_no_right_of_its_own() {
    assert_changes(
        &joint(),
        &[("use[1].for", "\"t1\"")],
        DAY,
        &[
            "use-by-a-tenant @ use[1]: satisfied -> violated",
            // What is asked of the joining party's own use is no longer asked of this one.
            "service-description-not-accepted @ use[1]: satisfied -> not-applicable",
            "renewals-without-prescription-service @ use[2]: satisfied -> violated",
        ],
    );
    let text = edited(&joint(), &[("use[1].for", "\"t1\"")]);
    assert_since_3_17(&text, "use-by-a-tenant", "use[1]", "violated");
}

#[test]
fn a_point_that_the_party_uses_is_shared_with_its_tenant() {
    let open = [
        ("link.mpls-a.network", "\"open-internet\""),
        ("volume.message_traffic", "\"small\""),
    ];
    let says = |base: &str| {
        outcome(
            &edited(base, &open),
            "open-internet-outside-table-1",
            "link.mpls-a",
            DAY,
        )
    };
    assert_eq!(says(&clinic()), "satisfied");
    assert_eq!(says(&joint()), "undetermined: guide-ambiguous");
}

#[test]
fn a_producer_is_a_private_provider() {
    let row = "producer-in-parallel-model-not-private";
    assert_changes(
        &producer(),
        &[("party.sector", "\"public\"")],
        DAY,
        &["producer-in-parallel-model-not-private @ party: satisfied -> violated"],
    );
    let says = |edit| outcome(&edited(&producer(), &[edit]), row, "party", DAY);
    assert_eq!(says(("party.kind", "\"medicine-centre\"")), "violated");
    assert_eq!(says(("party.sector", "")), MISSING);
    assert_eq!(says(("party.kind", "")), MISSING);
    assert_eq!(says(("party.model", "")), MISSING);
    assert_eq!(says(("party.model", "\"direct\"")), "not-applicable");
    assert_since_3_17(&producer(), row, "party", "satisfied");
}

#[test]
fn a_producer_uses_the_social_welfare_repository_alone() {
    let row = "parallel-model-outside-social-welfare";
    for service in ["patient-data", "imaging", "prescription"] {
        let edit = ("use[0].service", format!("\"{service}\""));
        let text = edited(&producer(), &[(edit.0, &edit.1)]);
        assert_eq!(outcome(&text, row, "use[0]", DAY), "violated", "{service}");
        let direct = edited(&text, &[("party.model", "\"direct\"")]);
        assert_eq!(outcome(&direct, row, "use[0]", DAY), "not-applicable");
        let unknown = edited(&text, &[("party.model", "")]);
        assert_eq!(outcome(&unknown, row, "use[0]", DAY), MISSING);
    }
    assert_since_3_17(&producer(), row, "use[0]", "satisfied");
}

#[test]
fn a_producer_works_in_the_organisers_system_and_through_its_point() {
    assert_changes(
        &producer(),
        &[("organiser.alue.provides_system", "false")],
        DAY,
        &["producer-on-another-system @ party: satisfied -> violated"],
    );
    let system = "producer-on-another-system";
    let point = "producer-not-through-organisers-point";
    let says = |edits: &[(&str, &str)], row, at| outcome(&edited(&producer(), edits), row, at, DAY);
    assert_eq!(
        says(&[("organiser.alue.provides_system", "")], system, "party"),
        MISSING
    );
    assert_eq!(says(&[("organiser.alue", "")], system, "party"), "violated");
    assert_eq!(says(&[("organiser.alue", "")], point, "use[0]"), "violated");
    let second = ("access_point[+]", "{ id = \"ap2\" }");
    let uses = "organiser.alue.uses_access_points";
    assert_eq!(
        says(&[second, (uses, "[\"ap2\"]")], point, "use[0]"),
        "violated"
    );
    let several = "undetermined: guide-silent";
    assert_eq!(
        says(&[second, (uses, "[\"ap1\", \"ap2\"]")], point, "use[0]"),
        several
    );
    assert_eq!(says(&[(uses, "")], point, "use[0]"), MISSING);
    assert_eq!(says(&[("party.model", "")], point, "use[0]"), MISSING);
    assert_eq!(
        says(&[("party.model", "\"direct\"")], point, "use[0]"),
        "not-applicable"
    );
    for (row, at) in [(system, "party"), (point, "use[0]")] {
        assert_since_3_17(&producer(), row, at, "satisfied");
    }
}

#[test]
fn renewal_requests_go_with_the_prescription_service() {
    let row = "renewals-without-prescription-service";
    assert_changes(
        &clinic(),
        &[
            ("use[1].service", "\"imaging\""),
            ("link.mpls-a.down_mbit", "300"),
            ("link.mpls-a.up_mbit", "300"),
        ],
        DAY,
        &[
            "renewals-without-prescription-service @ use[2]: satisfied -> violated",
            "service-description-not-accepted @ use[1]: satisfied -> undetermined: input-missing",
            // Whether the approval is younger than the description is not known either.
            "joining-not-approved @ party: satisfied -> undetermined: input-missing",
            "imaging-over-open-internet @ link.mpls-a: not-applicable -> satisfied",
            "imaging-over-open-internet @ link.mpls-b: not-applicable -> satisfied",
            "link-too-slow-for-imaging @ link.mpls-a: not-applicable -> satisfied",
        ],
    );
    let elsewhere = edited(
        &clinic(),
        &[
            ("access_point[+]", "{ id = \"ap2\" }"),
            ("use[1].access_point", "\"ap2\""),
        ],
    );
    assert_eq!(
        outcome(&elsewhere, row, "use[2]", DAY),
        "undetermined: guide-ambiguous"
    );
    assert_eq!(outcome(&clinic(), row, "use[0]", DAY), "not-applicable");
    assert_since_3_17(&clinic(), row, "use[2]", "satisfied");
}

#[test]
fn renewal_requests_are_received_by_providers_of_health_care() {
    let row = "renewals-outside-health-care";
    assert_changes(
        &clinic(),
        &[("party.health_care", "false")],
        DAY,
        &["renewals-outside-health-care @ use[2]: satisfied -> violated"],
    );
    let says = |edit| outcome(&edited(&clinic(), &[edit]), row, "use[2]", DAY);
    assert_eq!(says(("party.health_care", "")), MISSING);
    assert_eq!(says(("party.kind", "")), MISSING);
    assert_eq!(says(("party.kind", "\"hospital-pharmacy\"")), "violated");
    assert_since_3_17(&clinic(), row, "use[2]", "satisfied");
}

#[test]
fn the_annotation_stands_per_service_unit_or_for_the_provider() {
    let row = "renewal-annotation-missing";
    assert_changes(
        &clinic(),
        &[("use[2].service_units[0].annotated", "false")],
        DAY,
        &["renewal-annotation-missing @ use[2]: satisfied -> violated"],
    );
    let says = |edits: &[(&str, &str)]| outcome(&edited(&clinic(), edits), row, "use[2]", DAY);
    let units = "use[2].service_units";
    assert_eq!(says(&[("use[2].service_units[0].annotated", "")]), MISSING);
    assert_eq!(says(&[(units, "")]), MISSING);
    assert_eq!(says(&[("party.register", "")]), MISSING);
    // Reading 26: an annotation for the whole organisation.
    let whole = ("use[2].annotated", "true");
    assert_eq!(
        says(&[(units, "[]"), whole]),
        "undetermined: guide-ambiguous"
    );
    assert_eq!(
        says(&[(units, "[]"), ("use[2].annotated", "false")]),
        "violated"
    );
    assert_eq!(says(&[(units, "[]")]), MISSING);
    let valvira = ("party.register", "\"valvira\"");
    assert_eq!(says(&[valvira, whole]), "satisfied");
    assert_eq!(says(&[valvira, ("use[2].annotated", "false")]), "violated");
    assert_eq!(says(&[valvira]), MISSING);
    assert_eq!(says(&[("party.register", "\"pharmacy\"")]), "violated");
    assert_eq!(outcome(&clinic(), row, "use[0]", DAY), "not-applicable");
    assert_since_3_17(&clinic(), row, "use[2]", "satisfied");
}
