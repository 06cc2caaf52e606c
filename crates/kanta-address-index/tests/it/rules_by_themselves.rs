//! What is said of a service to which nobody has a right yet: counted by hand, and by the naive search.

use crate::cast::{
    CARE, CARE_AP, CLINIC, CLINIC_AP, NO_AP, NO_POINT, NO_PRESCRIPTION, NO_RIGHT, RELAY_AP, asked,
    expect, expect_of, right, with, world,
};
use crate::oracle::Question;
use crate::worlds::row;

const DAY: &str = "2025-12-01";

/// Section 4.2.1: renewal requests rest on a right to prescriptions, whether or not they have a right themselves.
#[test]
fn renewal_requests_without_a_right_rest_on_prescription_all_the_same() {
    let through = "(renewals-without-prescription-service)";
    let prescription = |point, from| right(CLINIC, point, "prescription", from, "");
    let none = with(&[]);
    let own = with(&[prescription(CLINIC_AP, "2025-09-15")]);
    let relayed = with(&[prescription(RELAY_AP, "2025-09-15")]);
    let undated = with(&[prescription(CLINIC_AP, "")]);
    let mut unagreed = relayed.clone();
    unagreed.rows.retain(|(kind, _)| *kind != "agreement");
    for (tables, ids) in [
        (&none, &[NO_PRESCRIPTION][..]),
        (&own, &[]),
        (&relayed, &[through]),
        (&undated, &["renewals-without-prescription-service?"]),
        // The right is there and does not permit.
        (&unagreed, &[NO_PRESCRIPTION]),
    ] {
        let ids = [ids, &[NO_RIGHT]].concat();
        expect(tables, CLINIC, CLINIC_AP, "renewal-requests", DAY, &ids);
    }
    // Through another access point than the one that carries prescriptions; of one that is not known nothing is asked.
    expect(
        &own,
        CLINIC,
        RELAY_AP,
        "renewal-requests",
        DAY,
        &[through, NO_RIGHT],
    );
    expect(
        &relayed,
        CLINIC,
        RELAY_AP,
        "renewal-requests",
        DAY,
        &[NO_RIGHT],
    );
    expect(
        &own,
        CLINIC,
        NO_AP,
        "renewal-requests",
        DAY,
        &[NO_RIGHT, NO_POINT],
    );
}

/// An annotation of another organisation's unit, and one of it whose start is not known.
#[test]
fn an_annotation_since_an_unknown_day_is_not_known_to_stand() {
    let missing = "renewal-annotation-missing";
    let unit = "1.2.246.10.99999994.10.1";
    for (from, until, ids) in [
        ("2024-01-01", "", &["(renewal-annotation-missing)"][..]),
        ("2024-01-01", "2025-12-01", &[missing]),
        ("", "", &["renewal-annotation-missing?"]),
        ("", "2025-12-01", &[missing]),
    ] {
        let mut tables = world();
        tables.rows.retain(|(kind, _)| *kind != "annotation");
        let mut fields = row(&[("party", "clinic"), ("unit", unit)]);
        for (name, value) in [("from", from), ("until", until)] {
            if !value.is_empty() {
                fields.insert(name, value.to_owned());
            }
        }
        tables.rows.push(("annotation", fields));
        let ask = Question {
            unit: Some("1.2.246.10.12345671.10.7".to_owned()),
            ..asked(CLINIC, CLINIC_AP, "renewal-requests", DAY)
        };
        let ids = [
            ids,
            &[NO_RIGHT, NO_PRESCRIPTION, "service-unit-not-annotated"],
        ];
        expect_of(&tables, &ask, &ids.concat());
    }
}

/// Sections 4.1.2 and 4.2.2: what is a question for a pharmacy is one for a hospital pharmacy and a medicine centre.
#[test]
fn a_hospital_pharmacy_and_a_medicine_centre_are_asked_what_a_pharmacy_is() {
    let question = "(another-service-for-a-pharmacy)";
    for (kind, service, ids) in [
        ("provider", "patient-data", &[][..]),
        ("provider", "prescription", &[]),
        ("hospital-pharmacy", "patient-data", &[question]),
        ("hospital-pharmacy", "prescription", &[]),
        ("medicine-centre", "imaging", &[question]),
        ("medicine-centre", "prescription", &[]),
    ] {
        let mut tables = with(&[right(CARE, CARE_AP, service, "2025-09-15", "")]);
        for (_, fields) in &mut tables.rows {
            if fields.get("id").is_some_and(|id| id == "care") {
                fields.insert("kind", kind.to_owned());
            }
        }
        expect(&tables, CARE, CARE_AP, service, DAY, ids);
    }
}
