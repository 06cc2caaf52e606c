//! Clause 3.3: whose system signature certificate may be used.

use crate::bases::{clinic, joint, packaged, producer};
use crate::harness::{assert_changes, edited, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);
const HOLDER: &str = "signature_certificate.holder";
/// The rows on the plan as a whole, and the three conditions among them.
const WHOSE: &str = "signature-certificate-of-someone-else";
const CONDITIONS: [&str; 3] = [
    "suppliers-signature-certificate-without-packaged-service",
    "signature-certificate-supplier-no-intermediary",
    "signature-certificate-not-agreed-with-supplier",
];

fn says(base: &str, edits: &[(&str, &str)], row: &str) -> String {
    outcome(&edited(base, edits), row, "", DAY)
}

#[test]
fn ones_own_certificate_needs_no_condition() {
    assert_eq!(says(&clinic(), &[], WHOSE), "satisfied");
    for row in CONDITIONS {
        assert_eq!(says(&clinic(), &[], row), "not-applicable", "{row}");
    }
    for edit in [(HOLDER, ""), ("signature_certificate", "")] {
        for row in CONDITIONS.into_iter().chain([WHOSE]) {
            assert_eq!(
                says(&clinic(), &[edit], row),
                "undetermined: input-missing",
                "{row}"
            );
        }
    }
    for row in CONDITIONS.into_iter().chain([WHOSE]) {
        assert_eq!(
            says(&clinic(), &[("signature_certificate", "false")], row),
            "not-applicable"
        );
    }
}

#[test]
fn a_suppliers_certificate_stands_under_three_conditions() {
    let base = packaged();
    for row in CONDITIONS.into_iter().chain([WHOSE]) {
        assert_eq!(says(&base, &[], row), "satisfied", "{row}");
        let text = edited(&base, &[]);
        let before = outcome(&text, row, "", Date::constant(2025, 8, 31));
        assert_eq!(before, "undetermined: date-unknown", "{row}");
        assert_eq!(
            outcome(&text, row, "", Date::constant(2025, 9, 1)),
            "satisfied",
            "{row}"
        );
    }
    assert_changes(
        &base,
        &[("system.emr.packaged_service", "false")],
        DAY,
        &[
            "suppliers-signature-certificate-without-packaged-service @ : satisfied -> violated",
            "system-signature-certificate-missing @ : satisfied -> violated",
        ],
    );
    assert_changes(
        &base,
        &[("intermediary.valittaja.registered", "false")],
        DAY,
        &[
            "signature-certificate-supplier-no-intermediary @ : satisfied -> violated",
            "system-signature-certificate-missing @ : satisfied -> violated",
            "intermediary-not-registered @ intermediary.valittaja: satisfied -> violated",
        ],
    );
    assert_changes(
        &base,
        &[(
            "intermediary.valittaja.agreement.covers_signature_certificate",
            "false",
        )],
        DAY,
        &[
            "signature-certificate-not-agreed-with-supplier @ : satisfied -> violated",
            "system-signature-certificate-missing @ : satisfied -> violated",
        ],
    );
    let [packaged, supplier, agreed] = CONDITIONS;
    for (field, row) in [
        ("system.emr.packaged_service", packaged),
        ("use[0].system", packaged),
        ("intermediary.valittaja.registered", supplier),
        ("intermediary.valittaja.agreement", agreed),
        (
            "intermediary.valittaja.agreement.covers_signature_certificate",
            agreed,
        ),
        ("intermediary.valittaja.agreement.until", agreed),
    ] {
        assert_eq!(
            says(&base, &[(field, "")], row),
            "undetermined: input-missing",
            "{field}"
        );
    }
    assert_eq!(
        says(
            &base,
            &[("intermediary.valittaja.agreement", "false")],
            agreed
        ),
        "violated"
    );
    let ended = ("intermediary.valittaja.agreement.until", "2025-12-01");
    assert_eq!(says(&base, &[ended], agreed), "violated");
    // Only the two services whose documents are signed count.
    assert_eq!(says(&base, &[("use[1].system", "")], packaged), "satisfied");
}

#[test]
fn the_supplier_is_an_intermediary_of_the_plan() {
    let [_, supplier, agreed] = CONDITIONS;
    let named = [(HOLDER, "\"valittaja\"")];
    assert_eq!(says(&packaged(), &named, supplier), "satisfied");
    let none = [(HOLDER, "\"supplier\"")];
    assert_eq!(says(&clinic(), &none, supplier), "violated");
    assert_eq!(says(&clinic(), &none, agreed), "violated");
    assert_eq!(says(&clinic(), &none, WHOSE), "satisfied");
    let several = [("intermediary[+]", "{ id = \"toinen\" }")];
    assert_eq!(
        says(&packaged(), &several, supplier),
        "undetermined: input-missing"
    );
}

#[test]
fn anybody_elses_certificate_is_not_foreseen() {
    let other = [
        ("other_party[+]", "{ id = \"toinen\" }"),
        (HOLDER, "\"toinen\""),
    ];
    assert_eq!(says(&clinic(), &other, WHOSE), "violated");
    let tenant = [(HOLDER, "\"t1\"")];
    assert_eq!(says(&joint(), &tenant, WHOSE), "violated");
    let organiser = (HOLDER, "\"alue\"");
    assert_eq!(
        says(&producer(), &[organiser], WHOSE),
        "undetermined: guide-ambiguous"
    );
    for (model, expected) in [
        ("\"direct\"", "violated"),
        ("", "undetermined: input-missing"),
    ] {
        assert_eq!(
            says(&producer(), &[organiser, ("party.model", model)], WHOSE),
            expected
        );
    }
}

/// 3.3 and 6: whoever uses the repositories has one of its own, or its supplier's under all three conditions.
#[test]
fn only_ones_own_or_a_packaged_suppliers_certificate_serves() {
    let row = "system-signature-certificate-missing";
    assert_eq!(says(&clinic(), &[], row), "satisfied");
    assert_eq!(says(&packaged(), &[], row), "satisfied");
    for broken in [
        ("system.emr.packaged_service", "false"),
        ("intermediary.valittaja.registered", "false"),
        ("intermediary.valittaja.agreement", "false"),
        (
            "intermediary.valittaja.agreement.covers_signature_certificate",
            "false",
        ),
    ] {
        assert_eq!(
            says(&packaged(), &[broken], row),
            "violated",
            "{}",
            broken.0
        );
        let absent = (broken.0, "");
        let asked = "undetermined: input-missing";
        assert_eq!(says(&packaged(), &[absent], row), asked, "{}", broken.0);
    }
    assert_eq!(says(&joint(), &[], row), "satisfied");
    assert_eq!(says(&joint(), &[(HOLDER, "\"t1\"")], row), "violated");
    let nobody = [(HOLDER, "")];
    assert_eq!(says(&clinic(), &nobody, row), "undetermined: input-missing");
    let other = [
        ("other_party[+]", "{ id = \"toinen\" }"),
        (HOLDER, "\"toinen\""),
    ];
    assert_eq!(says(&clinic(), &other, row), "violated");
    let organisers = [(HOLDER, "\"alue\"")];
    let open = "undetermined: guide-ambiguous";
    assert_eq!(says(&producer(), &organisers, row), open);
}

/// 3.3, 7.3: it is asked of the party that uses the services, not of whoever carries its traffic.
#[test]
fn whoever_only_carries_anothers_traffic_needs_none() {
    let row = "system-signature-certificate-missing";
    let intermediary = crate::harness::example("intermediary.toml");
    assert_eq!(says(&intermediary, &[], row), "not-applicable");
    let without = ("signature_certificate", "false");
    let carried = [
        without,
        ("other_party[+]", "{ id = \"toinen\" }"),
        ("use[0].for", "\"toinen\""),
    ];
    assert_eq!(says(&clinic(), &carried, row), "not-applicable");
    // Its own use beside what it carries is asked about.
    let own = [
        carried[0],
        carried[1],
        carried[2],
        (
            "use[+]",
            "{ service = \"social-welfare\", access_point = \"ap1\" }",
        ),
    ];
    assert_eq!(says(&clinic(), &own, row), "violated");
}

#[test]
fn a_tenant_signs_with_the_joining_partys_certificate_if_that_is_agreed() {
    let (base, at) = (joint(), "tenant.t1");
    let own = "tenant-with-another-signature-certificate";
    let agreed = "signature-certificate-not-agreed-with-tenant";
    let says = |edits: &[(&str, &str)], row| outcome(&edited(&base, edits), row, at, DAY);
    let field = "tenant.t1.uses_party_signature_certificate";
    assert_changes(
        &base,
        &[(field, "false")],
        DAY,
        &[
            "tenant-with-another-signature-certificate @ tenant.t1: satisfied -> undetermined: guide-silent",
            "signature-certificate-not-agreed-with-tenant @ tenant.t1: satisfied -> not-applicable",
        ],
    );
    assert_eq!(says(&[(field, "")], own), "undetermined: input-missing");
    assert_eq!(says(&[(field, "")], agreed), "undetermined: input-missing");
    assert_changes(
        &base,
        &[("tenant.t1.agreement.covers_signature_certificate", "false")],
        DAY,
        &["signature-certificate-not-agreed-with-tenant @ tenant.t1: satisfied -> violated"],
    );
    let absent = [("tenant.t1.agreement.covers_signature_certificate", "")];
    assert_eq!(says(&absent, agreed), "undetermined: input-missing");
    // Without the two services nothing is signed with it.
    assert_eq!(
        says(&[("use[0].service", "\"imaging\"")], own),
        "not-applicable"
    );
    for row in [own, agreed] {
        let before = outcome(&base, row, at, Date::constant(2025, 8, 31));
        assert_eq!(before, "undetermined: date-unknown");
        assert_eq!(
            outcome(&base, row, at, Date::constant(2025, 9, 1)),
            "satisfied"
        );
    }
}
