//! Both sides of both ends of every kind of time that a decision rests on.

use crate::cast::{
    AREA, AREA_AP, CARE, CLINIC, CLINIC_AP, MAIN, MAIN_AP, NO_PRESCRIPTION, NO_RIGHT, NOT_ITS,
    RELAY_AP, TENANT, asked, expect, expect_of, organised, right, world,
};
use crate::example::{EXAMPLE, ask, day, instead, missing, read};
use crate::oracle::{Question, Row, Tables};
use crate::worlds::row;
use kanta_address_index::{Decision, Service};

/// The cast with rights and agreements for all of them, everything since 2020 and without an end.
fn wide() -> Tables {
    let mut tables = world();
    for (one, other) in [("pharmacist", "kela"), ("clinic", "tenant")] {
        let fields = [("one", one), ("other", other), ("from", "2020-01-01")];
        tables.rows.push(("agreement", row(&fields)));
    }
    let since = |subject, point, service| right(subject, point, service, "2020-01-01", "");
    for right in [
        since(CLINIC, CLINIC_AP, "prescription"),
        since(CLINIC, CLINIC_AP, "renewal-requests"),
        since(CLINIC, RELAY_AP, "patient-data"),
        since(AREA, AREA_AP, "social-welfare"),
        organised("area", since(CARE, AREA_AP, "social-welfare")),
        since(MAIN, MAIN_AP, "prescription"),
        since(MAIN, MAIN_AP, "reimbursement-query"),
    ] {
        tables.rows.push(("right", right));
    }
    for (_, row) in &mut tables.rows {
        for value in row.values_mut().filter(|value| *value == "2024-01-01") {
            "2020-01-01".clone_into(value);
        }
    }
    tables.expires = "2040-01-01".into();
    tables
}

const FIRST: &str = "2025-10-15";
const END: &str = "2026-03-15";

/// The days beside the ends, and whether they lie between them.
const DAYS: [(&str, bool); 4] = [
    ("2025-10-14", false),
    (FIRST, true),
    ("2026-03-14", true),
    (END, false),
];

type Choice<'a> = dyn Fn(&'static str, &Row) -> bool + 'a;

/// The wide world with one time made narrow: that of the one record chosen.
fn narrow(choice: &Choice<'_>, [from, until]: [&'static str; 2]) -> Tables {
    let mut tables = wide();
    let mut chosen = tables
        .rows
        .iter_mut()
        .filter(|(kind, row)| choice(kind, row));
    let (_, row) = chosen.next().unwrap();
    assert!(chosen.next().is_none());
    row.insert(from, FIRST.to_owned());
    row.insert(until, END.to_owned());
    tables
}

#[test]
fn both_ends_of_every_time() {
    let is = |row: &Row, field: &str, value: &str| row.get(field).is_some_and(|is| is == value);
    let usual = ["from", "until"];
    let agreement = |one: &'static str, other: &'static str| {
        move |kind: &str, row: &Row| {
            kind == "agreement" && is(row, "one", one) && is(row, "other", other)
        }
    };
    let to = |subject: &'static str, service: &'static str| {
        move |kind: &str, row: &Row| {
            kind == "right" && is(row, "for", subject) && is(row, "service", service)
        }
    };
    let relayed = asked(CLINIC, RELAY_AP, "patient-data", "");
    let own = asked(CLINIC, CLINIC_AP, "prescription", "");
    let renewal = asked(CLINIC, CLINIC_AP, "renewal-requests", "");
    let producer = asked(CARE, AREA_AP, "social-welfare", "");
    let pharmacy = asked(MAIN, MAIN_AP, "prescription", "");
    let kela = asked(MAIN, MAIN_AP, "reimbursement-query", "");
    let tenant = Question {
        tenant: Some(TENANT.to_owned()),
        ..own.clone()
    };
    let cases: &[(&Choice<'_>, [&'static str; 2], &Question, &[&str])] = &[
        (&to(CLINIC, "prescription"), usual, &own, &[NO_RIGHT]),
        (
            &|kind, row| kind == "party" && is(row, "id", "relay"),
            ["register_entry", "register_entry_until"],
            &relayed,
            &["intermediary-not-registered"],
        ),
        (
            &agreement("clinic", "relay"),
            usual,
            &relayed,
            &["agreement-with-intermediary-missing"],
        ),
        (
            &|kind, row| kind == "pharmacy" && is(row, "id", "main"),
            ["held_from", "held_until"],
            &pharmacy,
            &["pharmacy-not-held"],
        ),
        (
            &agreement("clinic", "tenant"),
            usual,
            &tenant,
            &["tenant-agreement-missing"],
        ),
        (
            &agreement("pharmacist", "kela"),
            usual,
            &kela,
            &["reimbursement-agreement-missing"],
        ),
        (
            &|kind, _| kind == "annotation",
            usual,
            &renewal,
            &["renewal-annotation-missing", "service-unit-not-annotated"],
        ),
        // What rests on another right.
        (
            &to(CLINIC, "prescription"),
            usual,
            &renewal,
            &[NO_PRESCRIPTION],
        ),
        (&to(AREA, "social-welfare"), usual, &producer, &[NOT_ITS]),
        (&to(CARE, "social-welfare"), usual, &producer, &[NO_RIGHT]),
    ];
    for (choice, time, ask, ids) in cases {
        let tables = narrow(choice, *time);
        let index = crate::worlds::index(&tables);
        for (day, inside) in DAYS {
            let ask = Question {
                day: day.to_owned(),
                ..(*ask).clone()
            };
            expect_of(&tables, &ask, if inside { &[] } else { ids });
            // The lists say the same: whom, and from when to when.
            if ask.tenant.is_none() {
                let request = crate::worlds::request(&ask);
                let what = index.what(request.subject, request.day);
                let permitted = what.iter().find(|permitted| {
                    let right = &permitted.right;
                    (right.access_point, right.service) == (request.access_point, request.service)
                });
                let days = permitted.map(|permitted| permitted.permits.to_string());
                let expected = inside.then(|| format!("{FIRST} – {END}"));
                assert_eq!(days, expected, "{ask:?}");
            }
        }
    }
}

/// The data set answers before it was issued, and until its expiry.
#[test]
fn both_ends_of_the_data_set() {
    let mut tables = wide();
    tables.issued = FIRST.into();
    tables.expires = END.into();
    for (day, ids) in [
        ("2025-10-14", &[][..]),
        (FIRST, &[]),
        ("2026-03-14", &[]),
        (END, &["data-set-expired"]),
        ("2026-03-16", &["data-set-expired"]),
    ] {
        expect(&tables, CLINIC, CLINIC_AP, "prescription", day, ids);
        expect(&tables, CARE, AREA_AP, "social-welfare", day, ids);
    }
}

/// Section 4.2.2: Kela's services are asked for an agreement; edition 3.17 mentions it. Since when is not told, and
/// what is not known of a day denies.
#[test]
fn reimbursement_is_seen_to_be_asked_for_an_agreement_in_edition_3_17() {
    let mut tables = wide();
    tables
        .rows
        .retain(|(_, row)| row.get("other").is_none_or(|with| with != "kela"));
    let without = ["reimbursement-agreement-missing"];
    for day in ["2025-08-31", "2025-09-01"] {
        expect(&tables, MAIN, MAIN_AP, "reimbursement-query", day, &without);
    }
}

/// The change log of 3.11: no new link from 15.12.2021 on; an older one is a question since then.
#[test]
fn both_sides_of_the_day_from_which_links_were_no_longer_made() {
    let id = "address-book-link-for-new-subcontractor";
    let question = "(address-book-link-for-new-subcontractor)";
    for (agreed, before, since) in [
        ("2021-12-14", &[][..], question),
        ("2021-12-15", &[], id),
        ("", &[], "address-book-link-for-new-subcontractor?"),
    ] {
        let mut tables = wide();
        let (_, link) = tables
            .rows
            .iter_mut()
            .find(|(kind, row)| *kind == "right" && row["access_point"] == CLINIC_AP)
            .unwrap();
        link.insert("basis", "address-book-link".to_owned());
        if !agreed.is_empty() {
            link.insert("agreed", agreed.to_owned());
        }
        for (day, ids) in [("2021-12-14", before), ("2021-12-15", &[since])] {
            expect(&tables, CLINIC, CLINIC_AP, "prescription", day, ids);
        }
    }
}

/// Edition 3.12 is the last that holds the rule: from 3.13 (13.6.2023) on it is not known whether a new link may be used.
#[test]
fn both_sides_of_the_day_from_which_nothing_is_known_of_links() {
    let link = "from = 2021-12-20\nbasis = \"address-book-link\"\nagreed = 2021-12-15";
    let index = instead("from = 2024-03-01\nreference = \"hakemus 2024-19\"", link);
    for (on, outcome) in [
        ("2023-06-12", "violated"),
        ("2023-06-13", "undetermined"),
        ("2025-12-01", "undetermined"),
    ] {
        let request = ask(&index, "clinic", "valittaja-ap", Service::PatientData, on);
        let explanation = index.explain(&request);
        let row = explanation.conditions.iter().find(|link| {
            link.requirement.id() == "connection-models/address-book-link-for-new-subcontractor"
        });
        assert_eq!(row.unwrap().outcome.kind().code(), outcome, "{on}");
        assert!(!explanation.decision.is_permit(), "{on}");
    }
}

/// From the expiry on every answer is deny, and every list is empty.
#[test]
fn an_expired_data_set_denies() {
    let index = read(EXAMPLE);
    let request = ask(
        &index,
        "clinic",
        "clinic-ap",
        Service::Prescription,
        "2026-12-01",
    );
    assert_eq!(index.decide(&request), Decision::Deny);
    assert_eq!(missing(&index, &request), ["data-set-expired"]);
    assert_eq!(index.who(Service::Prescription, day("2026-12-01")), []);
    assert!(
        !index
            .who(Service::Prescription, day("2026-11-30"))
            .is_empty()
    );
}

/// The change log of 3.11: no new subcontractor from 15.12.2021 on; older ones are a question.
#[test]
fn an_address_book_link_is_old_or_forbidden() {
    for (agreed, permits) in [("2021-12-14", true), ("2021-12-15", false)] {
        let link = format!(
            "from = 2021-12-20\nbasis = \"address-book-link\"\nagreed = {agreed}\nreference = \"hakemus 2024-19\""
        );
        let index = instead("from = 2024-03-01\nreference = \"hakemus 2024-19\"", &link);
        let request = ask(
            &index,
            "clinic",
            "valittaja-ap",
            Service::PatientData,
            "2025-12-01",
        );
        assert_eq!(index.decide(&request).is_permit(), permits, "{agreed}");
        let ids: Vec<_> = index
            .findings(day("2025-12-01"))
            .iter()
            .map(|f| f.requirement.id())
            .collect();
        assert_eq!(
            ids,
            ["connection-models/address-book-link-for-new-subcontractor"]
        );
    }
}
