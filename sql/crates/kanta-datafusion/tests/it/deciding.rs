//! Requests over Arrow beside the index itself.

use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, Date32Array, DictionaryArray, Int32Array, StringArray,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Int32Type};
use datafusion::logical_expr::ColumnarValue;
use kanta_address_index::{AddressIndex, Request, Service};
use kanta_conformance::{Date, Language};
use kanta_datafusion::{Pinned, Snapshots};
use kanta_oid::OwnerOid;
use proptest::prelude::*;

use crate::harness::{
    Texts, ask, call, call_with, cell, constant, example, example_index, layouts, lists_of, pinned,
    session, texts_of, truths_of,
};

/// A row as somebody states it.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) party: Option<&'static str>,
    pub(crate) point: Option<&'static str>,
    pub(crate) service: Option<&'static str>,
    pub(crate) day: Option<i32>,
    pub(crate) tenant: Option<&'static str>,
    pub(crate) unit: Option<&'static str>,
}

/// One of these, or nothing.
fn one_of(known: &[&'static str]) -> impl Strategy<Value = Option<&'static str>> + use<> {
    prop::option::weighted(0.95, prop::sample::select(known.to_vec()))
}

/// One of these, mostly nothing.
fn seldom(known: &[&'static str]) -> impl Strategy<Value = Option<&'static str>> + use<> {
    prop::option::weighted(0.3, prop::sample::select(known.to_vec()))
}

/// A row of the example's parties and of others, around the days on which something begins or ends.
pub(crate) fn a_row() -> impl Strategy<Value = Row> {
    let parties = one_of(&[
        "clinic",
        "1.2.246.10.12345671.10.0",
        "main-pharmacy",
        "valittaja",
        "1.2.246.553.1.999",
        "nobody",
        "1.2.246.10.012345671.10.0",
    ]);
    let points = one_of(&[
        "clinic-ap",
        "valittaja-ap",
        "1.2.246.10.12345671.10.0.13.1",
        "1.2.246.10.12345671.10.0.13.9",
        "1.2.246.10.12345671.10.0.14.1",
    ]);
    let services = one_of(&[
        "prescription",
        "patient-data",
        "renewal-requests",
        "imaging",
        "Imaging",
    ]);
    let days = prop_oneof![
        1 => Just(None),
        9 => (20_200_i32..20_800).prop_map(Some),
        1 => prop::sample::select(vec![i32::MIN, -719_529, -719_528, 2_932_896, 2_932_897, i32::MAX]).prop_map(Some),
    ];
    let carried = (
        seldom(&["tenant", "1.2.246.10.12345671.10.7", "no one"]),
        seldom(&[
            "1.2.246.10.12345671.10.1",
            "1.2.246.10.12345671.10.9",
            "clinic",
        ]),
    );
    (parties, points, services, days, carried).prop_map(|it| {
        let (party, point, service, day, (tenant, unit)) = it;
        Row {
            party,
            point,
            service,
            day,
            tenant,
            unit,
        }
    })
}

/// Many rows of a few, on days that follow each other, none of them absent: what a log mostly looks like.
fn many_of_few() -> impl Strategy<Value = Vec<Row>> {
    let edges = vec![i32::MIN, -719_530, 2_932_895, i32::MAX - 3];
    let first = prop_oneof![20_200_i32..20_800, prop::sample::select(edges)];
    let few = prop::collection::vec((a_row(), 0_i32..4), 1..4);
    let picks = prop::collection::vec(any::<prop::sample::Index>(), 48..160);
    (few, first, picks).prop_map(|(few, first, picks)| {
        let row = |pick: prop::sample::Index| {
            let (row, later) = pick.get(&few);
            let day = Some(first + later);
            Row { day, ..row.clone() }
        };
        picks.into_iter().map(row).collect()
    })
}

/// The same by hand: what stands there is a request, or is not.
pub(crate) fn request(index: &AddressIndex, row: &Row) -> Option<Request> {
    let epoch = Date::constant(1970, 1, 1);
    let day = epoch.plus_days(row.day?);
    // Years 0 to 9999 are dates.
    if !(-719_528..=2_932_896).contains(&row.day?) {
        return None;
    }
    let mut request = Request::new(
        index.owner_named(row.party?)?,
        index.access_point_named(row.point?)?,
        Service::from_code(row.service?)?,
        day,
    );
    if let Some(tenant) = row.tenant {
        request.tenant = Some(index.owner_named(tenant)?);
    }
    if let Some(unit) = row.unit {
        request.service_unit = Some(OwnerOid::parse(unit).ok()?);
    }
    Some(request)
}

fn column(rows: &[Row], field: fn(&Row) -> Option<&'static str>) -> Texts {
    rows.iter()
        .map(|row| field(row).map(str::to_owned))
        .collect()
}

/// The columns of rows, each in the layout of that number.
fn columns(rows: &[Row], layout: usize) -> Vec<ColumnarValue> {
    let texts = |field| {
        let mut layouts = layouts(&column(rows, field));
        let number = layout % layouts.len();
        ColumnarValue::Array(layouts.swap_remove(number).1)
    };
    let days: Date32Array = rows.iter().map(|row| row.day).collect();
    vec![
        constant(Some(&pinned())),
        texts(|row| row.party),
        texts(|row| row.point),
        texts(|row| row.service),
        ColumnarValue::Array(Arc::new(days)),
        texts(|row| row.tenant),
        texts(|row| row.unit),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_layout_gives_what_the_index_says(
        rows in prop_oneof![prop::collection::vec(a_row(), 0..60), many_of_few()],
        layout in 0_usize..8,
    ) {
        let index = example_index();
        let requests: Vec<Option<Request>> = rows.iter().map(|row| request(&index, row)).collect();
        let told = call("kanta_decide", columns(&rows, layout), rows.len()).unwrap();
        let expected: Vec<Option<bool>> = requests
            .iter()
            .map(|it| it.as_ref().map(|it| index.decide(it).is_permit()))
            .collect();
        prop_assert_eq!(truths_of(&told), expected);
        let why = call("kanta_why", columns(&rows, layout), rows.len()).unwrap();
        let questions = call("kanta_questions", columns(&rows, layout), rows.len()).unwrap();
        let expected: Vec<_> = requests
            .iter()
            .map(|it| it.as_ref().map(|it| {
                let explanation = index.explain(it);
                let missing = explanation.missing().map(|link| link.requirement.id().to_owned());
                missing.collect::<Vec<_>>()
            }))
            .collect();
        prop_assert_eq!(lists_of(&why), expected);
        let expected: Vec<_> = requests
            .iter()
            .map(|it| it.as_ref().map(|it| {
                let explanation = index.explain(it);
                let questions = explanation.questions().map(|link| link.requirement.id().to_owned());
                questions.collect::<Vec<_>>()
            }))
            .collect();
        prop_assert_eq!(lists_of(&questions), expected);
        // Whatever has no answer has a reason for that, and nothing else has.
        for language in Language::ALL {
            let mut args = columns(&rows, layout);
            args.push(constant(Some(language.code())));
            let faults = call("kanta_decide_fault", args, rows.len()).unwrap();
            let unread: Vec<bool> = requests.iter().map(Option::is_none).collect();
            let told: Vec<bool> = texts_of(&faults).iter().map(Option::is_some).collect();
            prop_assert_eq!(told, unread);
        }
    }
}

#[tokio::test]
async fn a_request_is_decided_on_its_finnish_day() {
    let decide = |day: &str| {
        format!("SELECT kanta_decide(kanta_index(), 'clinic', 'clinic-ap', 'prescription', {day})")
    };
    for (day, expected) in [
        ("'2024-03-01'", "true"),
        ("'2024-02-29'", "false"),
        ("DATE '2024-02-29'", "false"),
        // In Finland the first of March began at ten in the evening of the day before.
        ("TIMESTAMP '2024-02-29T21:59:59'", "false"),
        ("TIMESTAMP '2024-02-29T22:00:00'", "true"),
        ("'2024-02-29T23:59:59+02:00'", "false"),
        ("'soon'", "NULL"),
        ("NULL", "NULL"),
    ] {
        assert_eq!(cell(&decide(day)).await, expected, "{day}");
    }
}

#[tokio::test]
async fn what_is_missing_is_told_by_the_ids_of_requirements() {
    let why = "SELECT kanta_why(kanta_index(), 'clinic', 'valittaja-ap', 'imaging', '2025-12-01')";
    assert_eq!(cell(why).await, "[connection-models/no-right-on-the-day]");
    for (party, fault) in [
        (
            "'nobody'",
            "the party is no id of the index and no OID of a party",
        ),
        ("NULL", "the party is absent"),
        ("'clinic'", "NULL"),
    ] {
        let sql = format!(
            "SELECT kanta_decide_fault(kanta_index(), {party}, 'clinic-ap', 'imaging', '2025-12-01', 'en')"
        );
        assert_eq!(cell(&sql).await, fault);
    }
}

/// The optimiser must not take the function away: rows are filtered by it.
#[tokio::test]
async fn rows_are_filtered_and_counted_by_decisions() {
    let context = session();
    let sql = "SELECT permitted, count(*) FROM \
        (SELECT kanta_decide(kanta_index(), party, 'clinic-ap', service, DATE '2025-12-01') AS permitted \
        FROM (VALUES ('clinic', 'prescription'), ('clinic', 'imaging'), ('clinic', 'patient-data'), \
        ('nobody', 'imaging')) AS log (party, service)) GROUP BY permitted ORDER BY permitted";
    let rows = ask(&context, sql).await.unwrap();
    assert_eq!(rows, [["false", "1"], ["true", "2"], ["NULL", "1"]]);
}

/// Where addresses are on record, and whose they are.
#[tokio::test]
async fn addresses_are_looked_up_in_the_index() {
    for (sql, expected) in [
        (
            "kanta_access_point_of(kanta_index(), '192.31.196.7')",
            "1.2.246.10.12345671.10.0.13.1",
        ),
        (
            "kanta_access_point_of(kanta_index(), '::ffff:192.31.196.7')",
            "1.2.246.10.12345671.10.0.13.1",
        ),
        ("kanta_access_point_of(kanta_index(), '10.0.0.1')", "NULL"),
        ("kanta_access_points_of(kanta_index(), '10.0.0.1')", "[]"),
        ("kanta_access_points_of(kanta_index(), 'here')", "NULL"),
        (
            "kanta_address_on_record(kanta_index(), 'clinic-ap', '192.31.196.7')",
            "true",
        ),
        (
            "kanta_address_on_record(kanta_index(), 'clinic-ap', '192.31.196.8')",
            "false",
        ),
        (
            "kanta_address_on_record(kanta_index(), '1.2.246.553.1.9.13.1', '192.31.196.8')",
            "NULL",
        ),
        (
            "kanta_address_on_record(kanta_index(), 'clinic-ap', 'here')",
            "NULL",
        ),
    ] {
        assert_eq!(cell(&format!("SELECT {sql}")).await, expected, "{sql}");
    }
}

#[test]
fn an_empty_batch_and_an_absent_index_have_no_answers() {
    for layout in 0..8 {
        let none = call("kanta_decide", columns(&[], layout), 0).unwrap();
        assert_eq!(none.len(), 0, "layout {layout}");
    }
    let text = |text: &str| -> ColumnarValue {
        let array: ArrayRef = Arc::new(StringArray::from(vec![text, text]));
        ColumnarValue::Array(array)
    };
    let args = vec![
        constant(None),
        text("clinic"),
        text("1.2.246.553.1.9.13.1"),
        text("imaging"),
        text("2025-12-01"),
    ];
    let told = call("kanta_decide", args, 2).unwrap();
    assert_eq!(truths_of(&told), [None, None]);
}

/// A column in which nothing stands has the same answers in every layout, a dictionary of no values among them.
#[test]
fn rows_without_anything_have_no_answer_and_a_reason() {
    let nothing = Row {
        party: None,
        point: None,
        service: None,
        day: None,
        tenant: None,
        unit: None,
    };
    let day = Some(20_500);
    let party = Some("clinic");
    for row in [
        Row {
            day,
            ..nothing.clone()
        },
        Row {
            day,
            party,
            ..nothing.clone()
        },
        nothing,
    ] {
        for count in [1, 7, 100] {
            let rows = vec![row.clone(); count];
            for layout in 0..8 {
                let ask = |name| call(name, columns(&rows, layout), count).unwrap();
                let found = format!("{count} rows in layout {layout}");
                assert_eq!(
                    truths_of(&ask("kanta_decide")),
                    vec![None; count],
                    "{found}"
                );
                assert_eq!(lists_of(&ask("kanta_why")), vec![None; count], "{found}");
                let mut args = columns(&rows, layout);
                args.push(constant(Some("en")));
                let faults = call("kanta_decide_fault", args, count).unwrap();
                assert!(texts_of(&faults).iter().all(Option::is_some), "{found}");
            }
        }
    }
}

/// What was worked out of a dictionary is used again for the same index and the same argument, and for nothing else.
#[test]
fn a_dictionary_that_was_seen_before_means_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let other = folder.path().join("index.toml");
    let text = std::fs::read_to_string(example()).unwrap();
    // There the clinic has another id.
    let renamed = text.replace("\"clinic\"", "\"klinikka\"");
    assert_ne!(text, renamed);
    std::fs::write(&other, renamed).unwrap();
    let indexes = [pinned(), Pinned::now(&other).unwrap().to_string(), pinned()];
    let names = [
        "clinic",
        "clinic-ap",
        "klinikka",
        "1.2.246.10.12345671.10.0",
        "1.2.246.10.12345671.10.0.13.1",
        "nobody",
    ];
    // Every pair of names, of which some are absent; both columns have the one dictionary.
    let values: ArrayRef = Arc::new(StringArray::from(names.to_vec()));
    let column = |key: fn(i32) -> i32| {
        let keys = (0..42).map(|row| (row % 7 != 6).then_some(key(row)));
        let keys: Int32Array = keys.collect();
        let array = DictionaryArray::<Int32Type>::try_new(keys, Arc::clone(&values)).unwrap();
        Arc::new(array) as ArrayRef
    };
    let (parties, points) = (column(|row| row % 6), column(|row| row / 7));
    let snapshots = Snapshots::default();
    let mut told = std::collections::BTreeSet::new();
    for index in &indexes {
        for (from, rows) in [(0, 42), (5, 30), (0, 42)] {
            let ask = |name: &str, plain: bool, last: Option<&str>| {
                let columns = [&parties, &points].map(|it| it.slice(from, rows));
                let columns = columns.map(|it| match plain {
                    true => cast(&it, &DataType::Utf8).unwrap(),
                    false => it,
                });
                let mut args = vec![constant(Some(index))];
                args.extend(columns.map(ColumnarValue::Array));
                args.push(constant(Some("prescription")));
                args.push(constant(Some("2025-12-01")));
                args.extend(last.map(|text| constant(Some(text))));
                call_with(&snapshots, name, args, rows).unwrap()
            };
            let decided = truths_of(&ask("kanta_decide", false, None));
            assert_eq!(decided, truths_of(&ask("kanta_decide", true, None)));
            let faults = texts_of(&ask("kanta_decide_fault", false, Some("en")));
            assert_eq!(
                faults,
                texts_of(&ask("kanta_decide_fault", true, Some("en")))
            );
            told.insert(format!("{decided:?}"));
        }
    }
    // The two indexes do not say the same.
    assert_eq!(told.len(), 4, "{told:#?}");
}
