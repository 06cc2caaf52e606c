//! Rules that look beyond the right that is asked about: at other rights, and at who else is there
//! on the day. The expectations are counted by hand; the naive search has to come to them as the
//! index does.

use crate::cast::{
    ALONE, AREA, AREA_AP, AREA_AP_2, BRANCH, CARE, CARE_AP, CLINIC, CLINIC_AP, FOREIGN, MAIN,
    NO_PRESCRIPTION, NO_RIGHT, NOT_ANOTHER, NOT_ITS, RELAY, RELAY_AP, TENANT, expect, organised,
    right, with,
};
use crate::oracle::Row;
use crate::worlds::row;

/// Section 4.2.1: whoever receives renewal requests uses the Prescription Service, on that day.
#[test]
fn renewal_requests_rest_on_a_right_to_prescription_that_permits() {
    let renewals = right(CLINIC, CLINIC_AP, "renewal-requests", "2025-09-15", "");
    let ask = |rights: &[&Row], day: &str, ids: &[&str]| {
        let mut all = vec![renewals.clone()];
        all.extend(rights.iter().map(|&right| right.clone()));
        let tables = with(&all);
        expect(&tables, CLINIC, CLINIC_AP, "renewal-requests", day, ids);
    };
    let prescription = |point, from, until| right(CLINIC, point, "prescription", from, until);
    ask(&[], "2025-12-01", &[NO_PRESCRIPTION]);

    // Through the same access point: both ends of its time.
    let same = prescription(CLINIC_AP, "2025-10-01", "2026-01-01");
    ask(&[&same], "2025-09-30", &[NO_PRESCRIPTION]);
    ask(&[&same], "2025-10-01", &[]);
    ask(&[&same], "2025-12-31", &[]);
    ask(&[&same], "2026-01-01", &[NO_PRESCRIPTION]);

    // Through another: ambiguity 27.
    let through = "(renewals-without-prescription-service)";
    let other = prescription(RELAY_AP, "2025-10-01", "2026-01-01");
    ask(&[&other], "2025-09-30", &[NO_PRESCRIPTION]);
    ask(&[&other], "2025-10-01", &[through]);
    ask(&[&other], "2025-12-31", &[through]);
    ask(&[&other], "2026-01-01", &[NO_PRESCRIPTION]);
    // Where both permit, the same one counts.
    let same = prescription(CLINIC_AP, "2025-12-01", "");
    ask(&[&other, &same], "2025-11-30", &[through]);
    ask(&[&other, &same], "2025-12-01", &[]);

    // A right that stands and does not permit: through an access point with a foreign OID.
    let broken = "1.2.246.553.1.1234.13.7";
    let mut tables = with(&[renewals.clone(), prescription(broken, "2025-10-01", "")]);
    tables.rows.push((
        "access_point",
        row(&[("oid", broken), ("administrator", "clinic")]),
    ));
    let ids = [NO_PRESCRIPTION];
    expect(
        &tables,
        CLINIC,
        CLINIC_AP,
        "renewal-requests",
        "2025-12-01",
        &ids,
    );

    // One with an organiser is not its own.
    let organised = organised("area", prescription(CLINIC_AP, "2025-10-01", ""));
    ask(&[&organised], "2025-12-01", &[NO_PRESCRIPTION]);
    // Nor is somebody else's.
    let theirs = right(AREA, CLINIC_AP, "prescription", "2025-10-01", "");
    ask(&[&theirs], "2025-12-01", &[NO_PRESCRIPTION]);

    // One whose start is not known; after its end it is known that there is none.
    let since = prescription(CLINIC_AP, "", "2026-01-01");
    ask(
        &[&since],
        "2025-12-31",
        &["renewals-without-prescription-service?"],
    );
    ask(&[&since], "2026-01-01", &[NO_PRESCRIPTION]);
}

/// The right to prescription permits from the day on which the agreement with the intermediary
/// holds, and no longer than that.
#[test]
fn renewal_requests_rest_on_what_the_prescription_rests_on() {
    let mut tables = with(&[
        right(AREA, AREA_AP, "renewal-requests", "2025-09-15", ""),
        right(AREA, RELAY_AP, "prescription", "2025-09-15", ""),
    ]);
    tables
        .rows
        .retain(|(kind, row)| !(*kind == "agreement" && row["one"] == "area"));
    let fields = [
        ("party", "area"),
        ("unit", "1.2.246.10.12345671.10.1"),
        ("from", "2024-01-01"),
    ];
    tables.rows.push(("annotation", row(&fields)));
    tables.rows.push((
        "agreement",
        row(&[
            ("one", "relay"),
            ("other", "area"),
            ("from", "2025-11-01"),
            ("until", "2026-02-01"),
        ]),
    ));
    // The unit is another organisation's: a question of its own.
    let questions = [
        "(renewal-annotation-missing)",
        "(service-unit-not-annotated)",
    ];
    for (day, permits) in [
        ("2025-10-31", false),
        ("2025-11-01", true),
        ("2026-01-31", true),
        ("2026-02-01", false),
    ] {
        let prescription = match permits {
            true => "(renewals-without-prescription-service)",
            false => NO_PRESCRIPTION,
        };
        let ids = [prescription, questions[0], questions[1]];
        expect(&tables, AREA, AREA_AP, "renewal-requests", day, &ids);
    }
}

/// Section 4.2.1: through the access point that the organiser uses, on that day.
#[test]
fn a_producer_rests_on_a_right_of_the_organiser_that_permits() {
    let producer = organised(
        "area",
        right(CARE, AREA_AP, "social-welfare", "2025-09-15", ""),
    );
    let ask = |rights: &[&Row], day: &str, ids: &[&str]| {
        let mut all = vec![producer.clone()];
        all.extend(rights.iter().map(|&right| right.clone()));
        expect(&with(&all), CARE, AREA_AP, "social-welfare", day, ids);
    };
    let own = |point, service, from, until| right(AREA, point, service, from, until);
    ask(&[], "2025-12-01", &[NOT_ITS]);

    // To whatever service: both ends of its time.
    let patient = own(AREA_AP, "patient-data", "2025-10-01", "2026-01-01");
    ask(&[&patient], "2025-09-30", &[NOT_ITS]);
    ask(&[&patient], "2025-10-01", &[]);
    ask(&[&patient], "2025-12-31", &[]);
    ask(&[&patient], "2026-01-01", &[NOT_ITS]);

    // Through another access point; one that never permits; one that is not the organiser's own.
    let elsewhere = own(AREA_AP_2, "social-welfare", "2025-10-01", "");
    ask(&[&elsewhere], "2025-12-01", &[NOT_ITS]);
    let outside = own(AREA_AP, "phr", "2025-10-01", "");
    ask(&[&outside], "2025-12-01", &[NOT_ITS]);
    let produced = organised("clinic", own(AREA_AP, "social-welfare", "2025-10-01", ""));
    ask(&[&produced], "2025-12-01", &[NOT_ITS]);

    // One whose start is not known.
    let since = own(AREA_AP, "imaging", "", "2026-01-01");
    let unknown = "producer-not-through-organisers-point?";
    ask(&[&since], "2025-12-31", &[unknown]);
    ask(&[&since], "2026-01-01", &[NOT_ITS]);
}

/// Renewal requests are a use of an access point too, where they permit themselves.
#[test]
fn a_producer_may_rest_on_the_organisers_renewal_requests() {
    let rights = [
        organised(
            "clinic",
            right(CARE, CLINIC_AP, "social-welfare", "2025-09-15", ""),
        ),
        right(CLINIC, CLINIC_AP, "renewal-requests", "2025-09-15", ""),
        right(CLINIC, RELAY_AP, "prescription", "2025-10-01", "2026-01-01"),
    ];
    for (day, permits) in [
        ("2025-09-30", false),
        ("2025-10-01", true),
        ("2025-12-31", true),
        ("2026-01-01", false),
    ] {
        let question = "(producer-not-through-organisers-point)";
        // The clinic has rights of its own through two access points (ambiguity 31).
        let ids = [if permits { question } else { NOT_ITS }];
        expect(&with(&rights), CARE, CLINIC_AP, "social-welfare", day, &ids);
    }
}

/// Section 4.1.1: the producer works with the system of an organiser, who is somebody else.
#[test]
fn an_organiser_is_another_provider() {
    let own = right(CARE, CARE_AP, "patient-data", "2025-09-15", "");
    let area = right(AREA, CARE_AP, "patient-data", "2025-09-15", "");
    for (organiser, ids) in [
        ("area", &[][..]),
        ("care", &[NOT_ANOTHER]),
        ("relay", &[NOT_ANOTHER, NOT_ITS]),
        ("pharmacist", &[NOT_ANOTHER, NOT_ITS]),
    ] {
        let produced = right(CARE, CARE_AP, "social-welfare", "2025-09-15", "");
        let tables = with(&[own.clone(), area.clone(), organised(organiser, produced)]);
        expect(&tables, CARE, CARE_AP, "social-welfare", "2025-12-01", ids);
    }
}

/// Section 4.2.2 and ambiguity 32: for one pharmacy alone, on the day that is asked about.
#[test]
fn an_intermediarys_access_point_is_one_pharmacys_on_the_days_on_which_nobody_else_is_there() {
    let main = right(MAIN, RELAY_AP, "prescription", "2025-09-15", "");
    let ask = |rights: &[&Row], day: &str, ids: &[&str]| {
        let mut all = vec![main.clone()];
        all.extend(rights.iter().map(|&right| right.clone()));
        expect(&with(&all), MAIN, RELAY_AP, "prescription", day, ids);
    };
    ask(&[], "2025-12-01", &[ALONE]);
    // Whoever else it is, and whether or not they may: both ends of their time.
    for (subject, service) in [
        (CLINIC, "patient-data"),
        (CLINIC, "phr"),
        (CARE, "patient-data"),
        (BRANCH, "prescription"),
        (RELAY, "imaging"),
        (TENANT, "patient-data"),
    ] {
        let other = right(subject, RELAY_AP, service, "2025-10-01", "2026-01-01");
        ask(&[&other], "2025-09-30", &[ALONE]);
        ask(&[&other], "2025-10-01", &[FOREIGN]);
        ask(&[&other], "2025-12-31", &[FOREIGN]);
        ask(&[&other], "2026-01-01", &[ALONE]);
    }
    // Through another access point nobody is in the way; nor is it itself.
    let elsewhere = right(CLINIC, CLINIC_AP, "patient-data", "2025-10-01", "");
    ask(&[&elsewhere], "2025-12-01", &[ALONE]);
    let itself = right(MAIN, RELAY_AP, "reimbursement-query", "2025-10-01", "");
    ask(&[&itself], "2025-12-01", &[ALONE]);

    // One whose start is not known, until its end.
    let since = right(CLINIC, RELAY_AP, "patient-data", "", "2026-01-01");
    let unknown = "pharmacy-without-own-access-point?";
    ask(&[&since], "2025-12-31", &[unknown]);
    ask(&[&since], "2026-01-01", &[ALONE]);
    // Beside one that is there it makes no difference.
    let other = right(CARE, RELAY_AP, "imaging", "2025-10-01", "2025-12-01");
    ask(&[&since, &other], "2025-11-30", &[FOREIGN]);
    ask(&[&since, &other], "2025-12-01", &[unknown]);
}

/// The same, where the pharmacy's own start is not known: that stands in nobody's way, its own
/// least of all.
#[test]
fn a_pharmacy_does_not_stand_in_its_own_way() {
    // Nobody else has ever been there.
    for until in ["", "2026-06-01"] {
        let tables = with(&[right(MAIN, RELAY_AP, "prescription", "", until)]);
        for day in ["2025-12-01", "2026-05-31", "2026-06-01"] {
            let over = day == until;
            let ids = [
                ALONE,
                if over {
                    NO_RIGHT
                } else {
                    "no-right-on-the-day?"
                },
            ];
            expect(&tables, MAIN, RELAY_AP, "prescription", day, &ids);
        }
    }
    let rights = [
        right(MAIN, RELAY_AP, "imaging", "", "2026-06-01"),
        right(MAIN, RELAY_AP, "prescription", "2025-09-15", ""),
        right(CLINIC, RELAY_AP, "patient-data", "2025-10-01", "2026-01-01"),
        right(CARE, RELAY_AP, "patient-data", "2026-02-01", ""),
    ];
    for (day, ids) in [
        ("2025-09-30", [ALONE]),
        ("2025-10-01", [FOREIGN]),
        ("2025-12-31", [FOREIGN]),
        ("2026-01-01", [ALONE]),
        ("2026-01-31", [ALONE]),
        ("2026-02-01", [FOREIGN]),
    ] {
        expect(&with(&rights), MAIN, RELAY_AP, "prescription", day, &ids);
    }
}
