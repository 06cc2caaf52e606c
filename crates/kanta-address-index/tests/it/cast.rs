//! A cast for rules counted by hand: parties, access points, and what is expected of them.

use std::collections::BTreeSet;

use crate::oracle::{Question, Row, Tables};
use crate::worlds::row;
use kanta_conformance::{Outcome, Why};

pub(crate) const CLINIC: &str = "1.2.246.10.12345671.10.0";
pub(crate) const CARE: &str = "1.2.246.10.33333338.10.0";
pub(crate) const AREA: &str = "1.2.246.10.22222229.10.0";
pub(crate) const MAIN: &str = "1.2.246.553.1.1234";
pub(crate) const BRANCH: &str = "1.2.246.553.1.5678";
pub(crate) const RELAY: &str = "1.2.246.537.6.918.18.42";
pub(crate) const TENANT: &str = "1.2.246.10.76543212.10.0";
pub(crate) const NOBODY: &str = "1.2.246.10.1602257.10.1";

/// The clinic's service unit that is annotated.
pub(crate) const UNIT: &str = "1.2.246.10.12345671.10.1";

pub(crate) const CLINIC_AP: &str = "1.2.246.10.12345671.10.0.13.1";
pub(crate) const CARE_AP: &str = "1.2.246.10.33333338.10.0.13.1";
pub(crate) const AREA_AP: &str = "1.2.246.10.22222229.10.0.13.1";
pub(crate) const AREA_AP_2: &str = "1.2.246.10.22222229.10.0.13.2";
pub(crate) const MAIN_AP: &str = "1.2.246.553.1.1234.13.1";
pub(crate) const RELAY_AP: &str = "1.2.246.537.6.918.18.42.13.1";
pub(crate) const NO_AP: &str = "1.2.246.10.1602257.10.1.13.1";

/// A clinic, an organiser and a producer of social welfare, two pharmacies, an intermediary; all
/// of them registered, agreed with the intermediary since 2024, and without any right.
pub(crate) fn world() -> Tables {
    let mut tables = Tables::new(vec![], "2030-01-01");
    let rows = &mut tables.rows;
    for (id, oid, sector) in [
        ("clinic", CLINIC, "private"),
        ("care", CARE, "private"),
        ("area", AREA, "public"),
    ] {
        rows.push((
            "party",
            row(&[
                ("id", id),
                ("oid", oid),
                ("kind", "provider"),
                ("sector", sector),
                ("health_care", "true"),
                ("social_welfare", "true"),
                ("register", "sote"),
            ]),
        ));
    }
    rows.push((
        "party",
        row(&[
            ("id", "relay"),
            ("oid", RELAY),
            ("kind", "intermediary"),
            ("register_entry", "2024-01-01"),
        ]),
    ));
    rows.push((
        "party",
        row(&[("id", "pharmacist"), ("kind", "pharmacist")]),
    ));
    for (id, oid) in [("main", MAIN), ("branch", BRANCH)] {
        rows.push((
            "pharmacy",
            row(&[
                ("id", id),
                ("oid", oid),
                ("pharmacist", "pharmacist"),
                ("held_from", "2024-01-01"),
            ]),
        ));
    }
    rows.push((
        "tenant",
        row(&[
            ("id", "tenant"),
            ("oid", TENANT),
            ("host", "clinic"),
            ("sector", "private"),
            ("register", "sote"),
        ]),
    ));
    for (oid, administrator) in [
        (CLINIC_AP, "clinic"),
        (CARE_AP, "care"),
        (AREA_AP, "area"),
        (AREA_AP_2, "area"),
        (MAIN_AP, "main"),
        (RELAY_AP, "relay"),
    ] {
        rows.push((
            "access_point",
            row(&[("oid", oid), ("administrator", administrator)]),
        ));
    }
    for party in ["clinic", "area", "pharmacist"] {
        rows.push((
            "agreement",
            row(&[("one", party), ("other", "relay"), ("from", "2024-01-01")]),
        ));
    }
    rows.push((
        "annotation",
        row(&[("party", "clinic"), ("unit", UNIT), ("from", "2024-01-01")]),
    ));
    tables
}

pub(crate) fn right(subject: &str, point: &str, service: &str, from: &str, until: &str) -> Row {
    row(&[
        ("for", subject),
        ("access_point", point),
        ("service", service),
        ("from", from),
        ("until", until),
    ])
}

pub(crate) fn organised(by: &str, mut right: Row) -> Row {
    right.insert("organiser", by.to_owned());
    right
}

pub(crate) fn with(rights: &[Row]) -> Tables {
    let mut tables = world();
    let rights = rights.iter().map(|right| ("right", right.clone()));
    tables.rows.extend(rights);
    tables
}

/// What stands in the way, without the document; the naive search and the index say the same.
/// A question mark follows what is not known, and what is asked of the guide and permits is in
/// brackets.
#[track_caller]
pub(crate) fn expect(
    tables: &Tables,
    subject: &str,
    point: &str,
    service: &str,
    day: &str,
    ids: &[&str],
) {
    expect_of(tables, &asked(subject, point, service, day), ids);
}

/// A question; about renewal requests it carries the clinic's annotated unit.
pub(crate) fn asked(subject: &str, point: &str, service: &str, day: &str) -> Question {
    Question {
        subject: subject.to_owned(),
        point: point.to_owned(),
        service: service.to_owned(),
        day: day.to_owned(),
        tenant: None,
        unit: (service == "renewal-requests").then(|| UNIT.to_owned()),
    }
}

/// The same of a question that is there already.
#[track_caller]
pub(crate) fn expect_of(tables: &Tables, ask: &Question, ids: &[&str]) {
    let short = |id: &str| id.split_once('/').unwrap().1.to_owned();
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    let missing = ids.iter().filter(|id| !id.starts_with('('));
    let missing: BTreeSet<_> = missing
        .map(|id| id.trim_end_matches('?').to_owned())
        .collect();
    let oracle: BTreeSet<_> = tables.missing(ask).into_iter().map(short).collect();
    assert_eq!(oracle, missing, "the oracle, {ask:?}");

    let index = crate::worlds::index(tables);
    let request = crate::worlds::request(ask);
    let explanation = index.explain(&request);
    assert_eq!(explanation.decision, index.decide(&request));
    let missing = explanation.missing().map(|link| {
        let unknown = matches!(link.outcome, Outcome::Undetermined(Why::InputMissing(_)));
        let mark = if unknown { "?" } else { "" };
        format!("{}{mark}", short(link.requirement.id()))
    });
    let questions = explanation
        .questions()
        .map(|link| format!("({})", short(link.requirement.id())));
    let mut told: Vec<_> = missing.chain(questions).collect();
    told.sort_unstable();
    assert_eq!(told, ids, "the index, {ask:?}");
}

pub(crate) const NO_RIGHT: &str = "no-right-on-the-day";
pub(crate) const NO_PRESCRIPTION: &str = "renewals-without-prescription-service";
pub(crate) const NOT_ITS: &str = "producer-not-through-organisers-point";
pub(crate) const NOT_ANOTHER: &str = "organiser-not-another-provider";
pub(crate) const FOREIGN: &str = "pharmacy-without-own-access-point";
pub(crate) const ALONE: &str = "(pharmacy-without-own-access-point)";
pub(crate) const NO_SUBJECT: &str = "right-subject-not-in-index";
pub(crate) const NO_POINT: &str = "access-point-not-in-index";
