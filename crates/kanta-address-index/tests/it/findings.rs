//! What an index is found to hold that the guide forbids or leaves open: each once, in its place,
//! on the day from which it counts. The expectations are counted by hand.

use crate::cast::{
    AREA, AREA_AP, CARE, CLINIC, CLINIC_AP, MAIN, MAIN_AP, RELAY_AP, TENANT, organised, right,
    world,
};
use crate::oracle::{Row, Tables};
use crate::worlds::row;
use kanta_conformance::{Outcome, Why};

/// Sets a field of the record of that kind and id.
fn set(tables: &mut Tables, kind: &str, id: &str, field: &'static str, value: &str) {
    let mut rows = tables.rows.iter_mut();
    let found = rows.find(|(of, row)| *of == kind && row.get("id").is_some_and(|is| is == id));
    let (_, row) = found.unwrap();
    match value {
        "" => row.remove(field),
        _ => row.insert(field, value.to_owned()),
    };
}

/// The cast without a fault: the tenant has its agreement. Nobody has a right.
fn clean() -> Tables {
    let mut tables = world();
    let fields = [
        ("one", "tenant"),
        ("other", "clinic"),
        ("from", "2024-01-01"),
    ];
    tables.rows.push(("agreement", row(&fields)));
    for (of, id) in [(CLINIC_AP, "clinic-ap"), (RELAY_AP, "relay-ap")] {
        let mut rows = tables.rows.iter_mut();
        let found = rows.find(|(_, row)| row.get("oid").is_some_and(|oid| oid == of));
        found.unwrap().1.insert("id", id.to_owned());
    }
    tables
}

fn with(rights: &[Row]) -> Tables {
    let mut tables = clean();
    let rights = rights.iter().map(|right| ("right", right.clone()));
    tables.rows.extend(rights);
    tables
}

/// Each finding as its place and its requirement, without the document; with a question mark where
/// it is not known, in brackets where it is a question to the guide. Of a right's place without
/// the field.
fn found(tables: &Tables, day: &str) -> Vec<String> {
    let findings = crate::worlds::index(tables).findings(day.parse().unwrap());
    let found = findings.iter().map(|finding| {
        let id = finding.requirement.id().split_once('/').unwrap().1;
        let place = match finding.path.subject().to_string() {
            right if right.starts_with("right.") => right,
            _ => finding.path.to_string(),
        };
        match &finding.outcome {
            Outcome::Violated { .. } => format!("{place} {id}"),
            Outcome::Undetermined(Why::InputMissing(_)) => format!("{place} {id}?"),
            Outcome::Undetermined(Why::GuideSilent(_) | Why::GuideAmbiguous(_)) => {
                format!("{place} ({id})")
            }
            other => panic!("{place} {id} {other:?}"),
        }
    });
    let mut found: Vec<_> = found.collect();
    found.sort_unstable();
    found
}

const DAY: &str = "2025-12-01";

#[test]
fn an_index_in_order_has_none() {
    assert_eq!(found(&clean(), DAY), [""; 0]);
    let since = |subject, point, service| right(subject, point, service, "2025-09-15", "");
    let mut tables = with(&[
        since(CLINIC, CLINIC_AP, "patient-data"),
        since(CLINIC, CLINIC_AP, "prescription"),
        since(CLINIC, CLINIC_AP, "renewal-requests"),
        since(CLINIC, RELAY_AP, "imaging"),
        since(AREA, AREA_AP, "social-welfare"),
        organised("area", since(CARE, AREA_AP, "social-welfare")),
        since(MAIN, MAIN_AP, "prescription"),
        since(MAIN, MAIN_AP, "settlement-query"),
    ]);
    let fields = [("one", "main"), ("other", "kela"), ("from", "2025-09-01")];
    tables.rows.push(("agreement", row(&fields)));
    assert_eq!(found(&tables, DAY), [""; 0]);
}

/// What is forbidden about a record is found on it, whether or not anybody has a right.
#[test]
fn a_records_own_fault_is_found_once_without_any_right() {
    let cases: &[(&str, &str, &'static str, &str, &[&str])] = &[
        (
            "party",
            "clinic",
            "register",
            "",
            &[
                "party.clinic.register owner-oid-of-another-register?",
                "party.clinic.register party-in-no-register?",
            ],
        ),
        (
            "party",
            "clinic",
            "register",
            "intermediary",
            &[
                "party.clinic.oid owner-oid-of-another-register",
                "party.clinic.register party-in-no-register",
            ],
        ),
        (
            "party",
            "area",
            "register",
            "valvira",
            &["party.area.oid owner-oid-of-another-register"],
        ),
        (
            "pharmacy",
            "branch",
            "oid",
            "1.2.246.10.55555550.10.0",
            &["pharmacy.branch.oid owner-oid-of-another-register"],
        ),
        (
            "party",
            "relay",
            "register_entry",
            "false",
            &["party.relay.register_entry intermediary-not-registered"],
        ),
        (
            "party",
            "relay",
            "register_entry",
            "",
            &["party.relay.register_entry intermediary-not-registered?"],
        ),
        (
            "party",
            "relay",
            "register_entry",
            "2025-12-02",
            &["party.relay.register_entry intermediary-not-registered"],
        ),
        ("party", "relay", "register_entry", "2025-12-01", &[]),
        (
            "party",
            "relay",
            "register_entry_until",
            "2025-12-01",
            &["party.relay.register_entry intermediary-not-registered"],
        ),
        ("party", "relay", "register_entry_until", "2025-12-02", &[]),
        (
            "access_point",
            "clinic-ap",
            "administrator",
            "care",
            &["access_point.clinic-ap.administrator oid-not-under-administrator"],
        ),
        (
            "access_point",
            "clinic-ap",
            "oid",
            "1.2.246.10.12345671.10.7.13.1",
            &["access_point.clinic-ap.administrator (oid-not-under-administrator)"],
        ),
        (
            "access_point",
            "relay-ap",
            "oid",
            "1.2.246.553.1.1234.13.2",
            &["access_point.relay-ap.administrator oid-not-under-administrator"],
        ),
    ];
    for &(kind, id, field, value, expected) in cases {
        let mut tables = clean();
        set(&mut tables, kind, id, field, value);
        assert_eq!(found(&tables, DAY), expected, "{kind} {id} {field} {value}");
    }
    // The same of parties of the other kinds that join.
    for kind in ["hospital-pharmacy", "medicine-centre"] {
        let mut tables = clean();
        set(&mut tables, "party", "area", "kind", kind);
        set(&mut tables, "party", "area", "register", "");
        let expected = [
            "party.area.register owner-oid-of-another-register?",
            "party.area.register party-in-no-register?",
        ];
        assert_eq!(found(&tables, DAY), expected, "{kind}");
    }
}

/// Ten rights that rest on one bad record are one thing to mend.
#[test]
fn ten_rights_through_one_bad_access_point_are_one_finding() {
    let mut rights = Vec::new();
    for subject in [CLINIC, AREA] {
        for service in ["patient-data", "imaging", "prescription", "social-welfare"] {
            let until = if service == "prescription" {
                "2026-06-01"
            } else {
                ""
            };
            rights.push(right(subject, RELAY_AP, service, "2025-09-15", until));
        }
        rights.push(right(subject, RELAY_AP, "prescription", "2026-06-01", ""));
    }
    assert_eq!(rights.len(), 10);
    let good = with(&rights);
    assert_eq!(found(&good, DAY), [""; 0]);

    let mut tables = good.clone();
    set(
        &mut tables,
        "access_point",
        "relay-ap",
        "oid",
        "1.2.246.537.6.918.18.43.13.1",
    );
    for (kind, row) in &mut tables.rows {
        if *kind == "right" {
            row.insert("access_point", "1.2.246.537.6.918.18.43.13.1".to_owned());
        }
    }
    let stray = "access_point.relay-ap.administrator oid-not-under-administrator";
    assert_eq!(found(&tables, DAY), [stray]);

    let entry = "party.relay.register_entry intermediary-not-registered";
    set(&mut tables, "party", "relay", "register_entry", "false");
    assert_eq!(found(&tables, DAY), [stray, entry]);

    let mut tables = good.clone();
    set(&mut tables, "party", "area", "register", "");
    let register = "party.area.register party-in-no-register?";
    let its_oid = "party.area.register owner-oid-of-another-register?";
    assert_eq!(found(&tables, DAY), [its_oid, register]);
}

/// What is forbidden about a right is found on each that is not over.
#[test]
fn a_rights_own_fault_is_found_on_each() {
    let since = |subject, point, service| right(subject, point, service, "2025-09-15", "");
    let outside = with(&[
        since(CLINIC, CLINIC_AP, "phr"),
        since(CLINIC, RELAY_AP, "phr"),
    ]);
    let expected = [
        "right.clinic.clinic-ap.phr right-to-service-outside-the-guide",
        "right.clinic.relay-ap.phr right-to-service-outside-the-guide",
    ];
    assert_eq!(found(&outside, DAY), expected);

    let cases: &[(Row, &[&str])] = &[
        (
            since(CARE, RELAY_AP, "imaging"),
            &["agreement.care+relay agreement-with-intermediary-missing"],
        ),
        (
            since(TENANT, CLINIC_AP, "imaging"),
            &["right.tenant.clinic-ap.imaging use-by-a-tenant"],
        ),
        (
            since(MAIN, CLINIC_AP, "prescription"),
            &["right.main.clinic-ap pharmacy-without-own-access-point"],
        ),
        (
            since(CLINIC, CLINIC_AP, "renewal-requests"),
            &["party.clinic renewals-without-prescription-service"],
        ),
    ];
    for (right, expected) in cases {
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found(&with(std::slice::from_ref(right)), DAY), expected);
    }
}

/// A right that begins later is judged on its first day, and one that is over is not.
#[test]
fn a_right_is_judged_on_its_first_day_or_on_the_day() {
    let agreed = |from, until, right: Row| {
        let mut tables = with(&[right]);
        let agreement = |kind: &str, row: &Row| kind == "agreement" && row["one"] == "area";
        let mut rows = tables.rows.iter_mut();
        let (_, row) = rows.find(|(kind, row)| agreement(kind, row)).unwrap();
        row.insert("from", String::from(from));
        row.insert("until", String::from(until));
        tables
    };
    let without = "agreement.area+relay agreement-with-intermediary-missing";
    let later = right(AREA, RELAY_AP, "imaging", "2026-06-01", "");
    for (from, until, day, expected) in [
        // On its first day, and on no other; until that day, whenever that is asked.
        ("2026-06-01", "2026-06-02", DAY, &[][..]),
        ("2025-09-01", "2026-06-01", DAY, &[without]),
        ("2026-06-02", "2027-01-01", DAY, &[without]),
        ("2026-06-02", "2027-01-01", "2026-06-01", &[without]),
        // From then on, on the day.
        ("2026-06-02", "2027-01-01", "2026-06-02", &[]),
        ("2026-06-01", "2026-06-02", "2026-06-02", &[without]),
    ] {
        let tables = agreed(from, until, later.clone());
        assert_eq!(found(&tables, day), expected, "{from} {until} {day}");
    }
    let over = right(AREA, RELAY_AP, "imaging", "2025-09-15", "2025-12-01");
    let tables = agreed("2024-01-01", "2025-10-01", over);
    assert_eq!(found(&tables, "2025-09-30"), [""; 0]);
    assert_eq!(found(&tables, "2025-10-01"), [without]);
    assert_eq!(found(&tables, "2025-11-30"), [without]);
    assert_eq!(found(&tables, "2025-12-01"), [""; 0]);
}

/// Of a record's own faults a right that begins later brings out those that the record does not have
/// on the day, but will have: on the record, and judged on the right's first day.
#[test]
fn a_later_right_tells_a_records_fault_that_the_day_does_not() {
    let entry = "party.relay.register_entry intermediary-not-registered";
    let later = "2026-06-01";
    for (field, value, expected) in [
        ("register_entry_until", later, Some((later, 1))),
        ("register_entry_until", "2026-06-02", None),
        // Over today already, and not yet begun today: found on the day.
        ("register_entry_until", DAY, Some((DAY, 1))),
        ("register_entry", "2026-06-02", Some((DAY, 1))),
        // The right itself begins with the entry.
        ("register_entry", later, Some((DAY, 0))),
        ("register_entry", "false", Some((DAY, 1))),
    ] {
        let mut tables = with(&[right(AREA, RELAY_AP, "imaging", later, "")]);
        set(&mut tables, "party", "relay", field, value);
        let told: &[&str] = if expected.is_some() { &[entry] } else { &[] };
        assert_eq!(found(&tables, DAY), told, "{field} {value}");
        let findings = crate::worlds::index(&tables).findings(DAY.parse().unwrap());
        let judged = findings
            .first()
            .map(|it| (it.judged_on.to_string(), it.rights.len()));
        let expected = expected.map(|(day, rights)| (day.to_owned(), rights));
        assert_eq!(judged, expected, "{field} {value}");
    }
}

/// What is wrong once is told once, whatever rests on it; and what is wrong twice is told twice.
#[test]
fn one_cause_is_one_finding() {
    let since = |subject, point, service| right(subject, point, service, "2025-09-15", "");
    let services = ["patient-data", "imaging", "prescription", "social-welfare"];
    let through = |subject, point| services.map(|service| since(subject, point, service));
    let told = |tables: &Tables, day: &str| -> Vec<(String, String, usize)> {
        let index = crate::worlds::index(tables);
        let findings = index.findings(day.parse().unwrap());
        let told = findings.iter().map(|finding| {
            let place = finding.path.to_string();
            (place, finding.party.clone(), finding.rights.len())
        });
        told.collect()
    };
    let finding = |place: &str, party: &str, rights| (place.to_owned(), party.to_owned(), rights);

    // A missing agreement, for four rights and on three days; another party's is another.
    let mut rights = through(CARE, RELAY_AP).to_vec();
    assert_eq!(
        told(&with(&rights), DAY),
        [finding("agreement.care+relay", "care", 4)]
    );
    rights[0].insert("until", "2026-01-01".to_owned());
    for (from, until) in [("2026-01-01", "2026-02-01"), ("2026-02-01", "2026-03-01")] {
        rights.push(right(CARE, RELAY_AP, "patient-data", from, until));
    }
    assert_eq!(
        told(&with(&rights), DAY),
        [finding("agreement.care+relay", "care", 6)]
    );

    // A right that is nobody's to have is a fault of its own, each time.
    let outside = [
        since(CLINIC, CLINIC_AP, "phr"),
        since(CLINIC, RELAY_AP, "phr"),
    ];
    assert_eq!(told(&with(&outside), DAY).len(), 2);

    // A pharmacy that uses another's access point does so once, for two services.
    let foreign =
        ["prescription", "settlement-query"].map(|service| since(MAIN, CLINIC_AP, service));
    let mut tables = with(&foreign);
    let fields = [("one", "main"), ("other", "kela"), ("from", "2025-09-01")];
    tables.rows.push(("agreement", row(&fields)));
    assert_eq!(
        told(&tables, DAY),
        [finding("right.main.clinic-ap", "main", 2)]
    );
    // Without the agreement with Kela there are two things to mend.
    assert_eq!(
        told(&with(&foreign), DAY),
        [
            finding("agreement.main+kela", "main", 1),
            finding("right.main.clinic-ap", "main", 2),
        ]
    );

    // What a host does not say is missing once, however many tenants it has.
    let mut tables = clean();
    set(&mut tables, "party", "clinic", "sector", "");
    let hosts = |tables: &Tables| -> usize {
        let all = told(tables, DAY);
        all.iter()
            .filter(|it| it.0 == "party.clinic.sector")
            .count()
    };
    assert_eq!(hosts(&tables), 1);
    let mut rows = tables.rows.iter();
    let (_, mut second) = rows.find(|(kind, _)| *kind == "tenant").unwrap().clone();
    second.insert("id", "tenant-2".to_owned());
    second.insert("oid", "1.2.246.10.77777774.10.0".to_owned());
    tables.rows.push(("tenant", second));
    assert_eq!(hosts(&tables), 1);
}

#[test]
fn findings_are_counted_by_requirement_and_by_party() {
    use kanta_address_index::FindingCounts;
    let since = |subject, point, service| right(subject, point, service, "2025-09-15", "");
    let mut tables = with(&[
        since(CARE, RELAY_AP, "imaging"),
        since(CARE, CLINIC_AP, "phr"),
        since(CLINIC, CLINIC_AP, "phr"),
    ]);
    set(&mut tables, "party", "clinic", "register", "");
    let counts = FindingCounts::of(&crate::worlds::index(&tables).findings(DAY.parse().unwrap()));
    let requirements: Vec<_> = counts
        .requirements
        .iter()
        .map(|(row, tally)| {
            let id = row.id().split_once('/').unwrap().1;
            (id, tally.violated, tally.undetermined)
        })
        .collect();
    assert_eq!(
        requirements,
        [
            ("right-to-service-outside-the-guide", 2, 0),
            ("agreement-with-intermediary-missing", 1, 0),
            ("agreement-with-other-party-not-settled", 0, 1),
            ("owner-oid-of-another-register", 0, 1),
            ("party-in-no-register", 0, 1),
        ]
    );
    let parties: Vec<_> = counts
        .parties
        .iter()
        .map(|(id, tally)| (id.as_str(), tally.violated, tally.undetermined))
        .collect();
    assert_eq!(parties, [("care", 2, 1), ("clinic", 1, 2)]);
}
