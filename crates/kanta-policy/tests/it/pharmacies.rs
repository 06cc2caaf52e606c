//! Clauses 4.1.3, 4.2.1 and 4.2.2: pharmacies, hospital pharmacies, Kela's reimbursement services.

use crate::bases::{clinic, pharmacist};
use crate::harness::{assert_changes, edited, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);
const MISSING: &str = "undetermined: input-missing";
const SILENT: &str = "undetermined: guide-silent";

#[test]
fn every_pharmacy_has_its_own_access_point() {
    let row = "pharmacy-without-own-access-point";
    let says =
        |edits: &[(&str, &str)], at: &str| outcome(&edited(&pharmacist(), edits), row, at, DAY);
    for at in ["pharmacy.main", "pharmacy.branch"] {
        assert_eq!(says(&[], at), "satisfied");
        // Both through one.
        assert_eq!(says(&[("use[2].access_point", "\"ap1\"")], at), "violated");
        // What the pharmacist, a person, administers is the pharmacy's that uses it.
        assert_eq!(
            says(&[("access_point.ap1.administrator", "\"party\"")], at),
            "satisfied"
        );
    }
    assert_eq!(says(&[("use[2]", "")], "pharmacy.branch"), "violated");
    assert_eq!(
        says(
            &[("access_point.ap2.administrator", "\"main\"")],
            "pharmacy.branch"
        ),
        "violated"
    );
    assert_eq!(
        says(&[("access_point.ap2.administrator", "")], "pharmacy.branch"),
        MISSING
    );
    // Reading 32.
    let by_another = [
        ("intermediary[+]", "{ id = \"valittaja\" }"),
        ("access_point.ap2.administrator", "\"valittaja\""),
    ];
    assert_eq!(
        says(&by_another, "pharmacy.branch"),
        "undetermined: guide-ambiguous"
    );
    let on = |day| outcome(&pharmacist(), row, "pharmacy.main", day);
    assert_eq!(
        on(Date::constant(2025, 8, 31)),
        "undetermined: date-unknown"
    );
    assert_eq!(on(Date::constant(2025, 9, 1)), "satisfied");
}

#[test]
fn the_prescription_service_is_the_one_that_is_named_for_pharmacies() {
    let row = "another-service-for-a-pharmacy";
    assert_changes(
        &pharmacist(),
        &[("use[0].service", "\"social-welfare\"")],
        DAY,
        &[
            "another-service-for-a-pharmacy @ use[0]: satisfied -> undetermined: guide-silent",
            "pharmacy-without-own-access-point @ pharmacy.main: satisfied -> violated",
            "service-description-not-accepted @ use[0]: satisfied -> undetermined: input-missing",
            "joining-not-approved @ party: satisfied -> undetermined: input-missing",
            "system-signature-certificate-missing @ : not-applicable -> satisfied",
            "pharmacy-prescription-primary-over-open-internet @ link.mpls-a: satisfied -> not-applicable",
            "link-too-slow-under-10000-documents @ link.mpls-a: not-applicable -> satisfied",
        ],
    );
    for kind in ["hospital-pharmacy", "medicine-centre"] {
        let text = edited(&clinic(), &[("party.kind", &format!("\"{kind}\""))]);
        assert_eq!(outcome(&text, row, "use[0]", DAY), SILENT, "{kind}");
        assert_eq!(outcome(&text, row, "use[1]", DAY), "satisfied", "{kind}");
    }
    assert_eq!(outcome(&clinic(), row, "use[0]", DAY), "not-applicable");
    let unknown = edited(&clinic(), &[("party.kind", "")]);
    assert_eq!(outcome(&unknown, row, "use[0]", DAY), MISSING);
    let on = |day| outcome(&pharmacist(), row, "use[0]", day);
    assert_eq!(
        on(Date::constant(2025, 8, 31)),
        "undetermined: date-unknown"
    );
    assert_eq!(on(Date::constant(2025, 9, 1)), "satisfied");
}

#[test]
fn reimbursement_services_are_for_pharmacies_since_3_17() {
    let row = "reimbursement-service-outside-pharmacies";
    for service in [
        "reimbursement-query",
        "purchase-reception",
        "settlement-query",
        "settlement-p2",
    ] {
        let service = format!("\"{service}\"");
        let of = |base: String, kind: &str| {
            edited(&base, &[("use[1].service", &service), ("party.kind", kind)])
        };
        let own = of(pharmacist(), "\"pharmacist\"");
        assert_eq!(outcome(&own, row, "use[1]", DAY), "satisfied");
        let provider = of(clinic(), "\"provider\"");
        assert_eq!(outcome(&provider, row, "use[1]", DAY), SILENT);
        assert_eq!(
            outcome(&of(clinic(), "\"hospital-pharmacy\""), row, "use[1]", DAY),
            SILENT
        );
        assert_eq!(outcome(&of(clinic(), ""), row, "use[1]", DAY), MISSING);
        assert_eq!(
            outcome(&own, row, "use[1]", Date::constant(2025, 8, 31)),
            "undetermined: date-unknown"
        );
        assert_eq!(
            outcome(&own, row, "use[1]", Date::constant(2025, 9, 1)),
            "satisfied"
        );
        assert_eq!(outcome(&own, row, "use[0]", DAY), "not-applicable");
    }
}

#[test]
fn reimbursement_services_stand_under_an_agreement_with_kela_that_runs() {
    let row = "reimbursement-agreement-missing";
    assert_changes(
        &pharmacist(),
        &[("pharmacy.main.reimbursement_agreement", "false")],
        DAY,
        &["reimbursement-agreement-missing @ use[1]: satisfied -> violated"],
    );
    let says = |edits: &[(&str, &str)]| outcome(&edited(&pharmacist(), edits), row, "use[1]", DAY);
    let agreement = "pharmacy.main.reimbursement_agreement";
    for (value, expected) in [
        ("", MISSING),
        ("true", MISSING),
        ("{ signed = 2025-12-01, until = false }", "satisfied"),
        ("{ signed = 2025-12-02, until = false }", "violated"),
        ("{ signed = 2025-09-01 }", MISSING),
        ("{ signed = 2025-09-01, until = 2025-12-01 }", "violated"),
        ("{ signed = 2025-09-01, until = 2025-12-02 }", "satisfied"),
    ] {
        assert_eq!(says(&[(agreement, value)]), expected, "{value}");
    }
    // The pharmacist's use is a use by each pharmacy.
    let branch = "pharmacy.branch.reimbursement_agreement";
    assert_eq!(
        says(&[("use[1].for", "\"party\""), (branch, "false")]),
        "violated"
    );
    assert_eq!(says(&[(branch, "false")]), "satisfied");
    assert_eq!(
        says(&[("party.kind", "\"provider\""), ("use[1].for", "\"party\"")]),
        "not-applicable"
    );
    let denied = edited(&pharmacist(), &[(agreement, "false")]);
    assert_eq!(
        outcome(&denied, row, "use[1]", Date::constant(2025, 8, 31)),
        "undetermined: date-unknown"
    );
    assert_eq!(
        outcome(&denied, row, "use[1]", Date::constant(2025, 9, 1)),
        "violated"
    );
}
