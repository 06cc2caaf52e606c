//! Clauses 3.1 and 3.2 beside `basic_concepts`: systems, servers, declarations, numbers, encryption.

use crate::bases::clinic;
use crate::harness::{assert_changes, edited, outcome};
use kanta_conformance::Date;

const DAY: Date = Date::constant(2025, 12, 1);
const AP: &str = "access_point.ap1";

fn says(edits: &[(&str, &str)], row: &str, subject: &str) -> String {
    outcome(&edited(&clinic(), edits), row, subject, DAY)
}

fn assert_since_3_17(edits: &[(&str, &str)], row: &str, subject: &str) {
    let text = edited(&clinic(), edits);
    let on = |day| outcome(&text, row, subject, day);
    assert_eq!(
        on(Date::constant(2025, 8, 31)),
        "undetermined: date-unknown",
        "{row}"
    );
    assert_eq!(on(Date::constant(2025, 9, 1)), "violated", "{row}");
}

#[test]
fn kanta_is_told_the_data_of_the_access_point() {
    let (row, field) = (
        "access-point-data-not-declared",
        "access_point.ap1.declared",
    );
    assert_changes(
        &clinic(),
        &[(field, "false")],
        DAY,
        &["access-point-data-not-declared @ access_point.ap1: satisfied -> violated"],
    );
    assert_eq!(says(&[(field, "")], row, AP), "undetermined: input-missing");
    assert_eq!(
        says(&[(field, "true")], row, AP),
        "undetermined: input-missing"
    );
    assert_eq!(says(&[(field, "2025-12-01")], row, AP), "satisfied");
    assert_eq!(says(&[(field, "2025-12-02")], row, AP), "violated");
    assert_since_3_17(&[(field, "false")], row, AP);
}

#[test]
fn every_class_and_kind_and_function_of_a_system() {
    let row = "no-system-for-an-access-point";
    for class in ["A1", "A2", "A3", "B", ""] {
        for kind in [
            "patient-data-system",
            "client-data-system",
            "pharmacy-system",
            "transfer-service",
            "",
        ] {
            for functions in ["true", "false", ""] {
                let quoted = |word: &str| match word {
                    "" => String::new(),
                    word => format!("\"{word}\""),
                };
                let found = says(
                    &[
                        ("system.emr.class", &quoted(class)),
                        ("system.emr.kind", &quoted(kind)),
                        ("system.emr.transfer_functions", functions),
                    ],
                    row,
                    AP,
                );
                let expected = match (class, kind, functions) {
                    ("A1", "transfer-service", _) | ("A2" | "A3", _, "true") => "satisfied",
                    ("B", _, _) | ("A2" | "A3", _, "false") => "violated",
                    ("A1", "", _) | ("A2" | "A3", _, _) => "undetermined: input-missing",
                    ("A1", _, _) => "violated",
                    // Of an unknown class, the other two facts may leave nothing to hope for but A1 or A2 and A3.
                    _ if kind == "transfer-service" || kind.is_empty() || functions != "false" => {
                        "undetermined: input-missing"
                    }
                    _ => "violated",
                };
                assert_eq!(found, expected, "{class} {kind} {functions}");
            }
        }
    }
}

#[test]
fn one_system_of_several_is_enough_and_none_is_too_few() {
    let row = "no-system-for-an-access-point";
    assert_changes(
        &clinic(),
        &[("system.emr.class", "\"B\"")],
        DAY,
        &["no-system-for-an-access-point @ access_point.ap1: satisfied -> violated"],
    );
    let lab = (
        "system[+]",
        "{ id = \"lab\", class = \"B\", in_register = true }",
    );
    let both = ("access_point.ap1.systems", "[\"lab\", \"emr\"]");
    assert_eq!(says(&[lab, both], row, AP), "satisfied");
    assert_eq!(
        says(&[lab, both, ("system.emr.class", "")], row, AP),
        "undetermined: input-missing"
    );
    assert_eq!(
        says(&[("access_point.ap1.systems", "[]")], row, AP),
        "violated"
    );
    assert_eq!(
        says(&[("access_point.ap1.systems", "")], row, AP),
        "undetermined: input-missing"
    );
    assert_since_3_17(&[("system.emr.class", "\"B\"")], row, AP);
}

#[test]
fn a_system_stands_in_the_register() {
    assert_changes(
        &clinic(),
        &[("system.emr.in_register", "false")],
        DAY,
        &["system-not-approved @ system.emr: satisfied -> violated"],
    );
    let row = "system-not-approved";
    assert_eq!(
        says(&[("system.emr.in_register", "")], row, "system.emr"),
        "undetermined: input-missing"
    );
    assert_since_3_17(&[("system.emr.in_register", "false")], row, "system.emr");
}

#[test]
fn several_servers_have_certificates_of_their_own() {
    let row = "server-certificate-on-several-servers";
    let file = |name: &str| format!("{{ certificate = \"certificates/{name}.pem\" }}");
    let (one, other) = (file("clinic-server"), file("clinic-abroad-server"));
    let with = |servers: &[&str]| format!("[{}]", servers.join(", "));
    let says = |servers: &str| says(&[("access_point.ap1.servers", servers)], row, AP);
    assert_eq!(says(&with(&[&one, &other])), "satisfied");
    assert_eq!(says(&with(&[&one, &one])), "violated");
    assert_eq!(
        says(&with(&[&one, "{ name = \"b\" }"])),
        "undetermined: input-missing"
    );
    assert_eq!(says(&with(&[&one, &one, "{ name = \"b\" }"])), "violated");
    assert_eq!(says(&with(&[&one])), "not-applicable");
    assert_eq!(says("[]"), "not-applicable");
    assert_eq!(says(""), "undetermined: input-missing");
    assert_since_3_17(
        &[("access_point.ap1.servers", &with(&[&one, &one]))],
        row,
        AP,
    );
}

#[test]
fn without_tls_nothing_is_encrypted() {
    assert_changes(
        &clinic(),
        &[("access_point.ap1.tls", "[]")],
        DAY,
        &[
            "connection-not-encrypted @ access_point.ap1: satisfied -> violated",
            "tls-version-too-old @ access_point.ap1: satisfied -> violated",
        ],
    );
    let row = "connection-not-encrypted";
    // An old version encrypts; that it is too old is another row.
    assert_eq!(
        says(&[("access_point.ap1.tls", "[\"1.0\"]")], row, AP),
        "satisfied"
    );
    assert_eq!(
        says(&[("access_point.ap1.tls", "")], row, AP),
        "undetermined: input-missing"
    );
    // The article on the private network states it on 10.5.2019.
    for (tls, then) in [("[]", "violated"), ("[\"1.2\"]", "satisfied")] {
        let text = edited(&clinic(), &[("access_point.ap1.tls", tls)]);
        let on = |day| outcome(&text, row, AP, day);
        assert_eq!(on(Date::constant(2019, 5, 10)), then);
        let before = on(Date::constant(2019, 5, 9));
        assert_eq!(before, "undetermined: date-unknown");
    }
}

#[test]
fn zero_is_legal_text_and_flagged() {
    let says = |oid: &str| says(&[("access_point.ap1.oid", oid)], "number-zero-in-oid", AP);
    for (oid, expected) in [
        ("1.2.246.10.12345671.10.0.13.1", "satisfied"),
        (
            "1.2.246.10.12345671.10.0.13.0",
            "undetermined: guide-silent",
        ),
        ("1.2.246.10.0.10.1.13.1", "undetermined: guide-silent"),
        ("1.2.246.537.28.0.13.1", "undetermined: guide-silent"),
    ] {
        assert_eq!(says(&format!("\"{oid}\"")), expected, "{oid}");
    }
    assert_eq!(says(""), "undetermined: input-missing");
}
