//! What one part of a question settles by itself is told where the index does not hold the other.
//! The expectations are counted by hand; the naive search has to come to them as the index does.

use crate::cast::{
    CARE, CLINIC, CLINIC_AP, MAIN, NO_AP, NO_POINT, NO_PRESCRIPTION, NO_RIGHT, NO_SUBJECT, NOBODY,
    RELAY, RELAY_AP, TENANT, expect, world,
};
use crate::worlds::row;

/// Without the access point, what the right-subject and the service settle by themselves.
#[test]
fn an_unknown_access_point_hides_nothing_of_the_right_subject() {
    let tables = world();
    for (subject, service, day, ids) in [
        (CLINIC, "patient-data", "2025-12-01", &[][..]),
        (
            CLINIC,
            "phr",
            "2025-12-01",
            &["right-to-service-outside-the-guide"],
        ),
        (
            RELAY,
            "imaging",
            "2025-12-01",
            &["service-used-by-intermediary"],
        ),
        (TENANT, "imaging", "2025-12-01", &["use-by-a-tenant"]),
        (
            MAIN,
            "renewal-requests",
            "2025-12-01",
            &["renewals-outside-health-care"],
        ),
        (CLINIC, "renewal-requests", "2025-12-01", &[NO_PRESCRIPTION]),
        (
            CARE,
            "renewal-requests",
            "2025-12-01",
            &[
                NO_PRESCRIPTION,
                "renewal-annotation-missing",
                "service-unit-not-annotated",
            ],
        ),
        (MAIN, "prescription", "2025-12-01", &[]),
        (MAIN, "prescription", "2023-12-31", &["pharmacy-not-held"]),
        (
            MAIN,
            "patient-data",
            "2025-12-01",
            &["(another-service-for-a-pharmacy)"],
        ),
        (
            MAIN,
            "settlement-p2",
            "2025-12-01",
            &["reimbursement-agreement-missing"],
        ),
        (
            CLINIC,
            "settlement-p2",
            "2025-12-01",
            &[
                "(reimbursement-service-outside-pharmacies)",
                "reimbursement-agreement-missing",
            ],
        ),
    ] {
        let ids = [ids, &[NO_POINT, NO_RIGHT]].concat();
        expect(&tables, subject, NO_AP, service, day, &ids);
    }
    // A fault of the party's own.
    for (register, ids) in [
        (
            "",
            &["party-in-no-register?", "owner-oid-of-another-register?"][..],
        ),
        (
            "intermediary",
            &["party-in-no-register", "owner-oid-of-another-register"],
        ),
        ("valvira", &["owner-oid-of-another-register"]),
    ] {
        let mut tables = world();
        tables.rows[0].1.insert("register", register.to_owned());
        if register.is_empty() {
            tables.rows[0].1.remove("register");
        }
        let ids = [ids, &[NO_POINT, NO_RIGHT]].concat();
        expect(&tables, CLINIC, NO_AP, "imaging", "2025-12-01", &ids);
    }
}

/// Without the right-subject, what the access point and the service settle by themselves.
#[test]
fn an_unknown_right_subject_hides_nothing_of_the_access_point() {
    let mut tables = world();
    let stray = "1.2.246.553.1.1234.13.7";
    let fields = [("oid", stray), ("administrator", "clinic")];
    tables.rows.push(("access_point", row(&fields)));
    for (point, service, day, ids) in [
        (CLINIC_AP, "imaging", "2025-12-01", &[NO_SUBJECT][..]),
        (
            CLINIC_AP,
            "phr",
            "2025-12-01",
            &[NO_SUBJECT, "right-to-service-outside-the-guide"],
        ),
        (
            stray,
            "imaging",
            "2025-12-01",
            &[NO_SUBJECT, "oid-not-under-administrator"],
        ),
        (RELAY_AP, "imaging", "2024-01-01", &[NO_SUBJECT]),
        (
            RELAY_AP,
            "imaging",
            "2023-12-31",
            &[NO_SUBJECT, "intermediary-not-registered"],
        ),
        (NO_AP, "imaging", "2025-12-01", &[NO_SUBJECT, NO_POINT]),
        (
            NO_AP,
            "phr",
            "2025-12-01",
            &[NO_SUBJECT, NO_POINT, "right-to-service-outside-the-guide"],
        ),
    ] {
        let ids = [ids, &[NO_RIGHT]].concat();
        expect(&tables, NOBODY, point, service, day, &ids);
    }
}
