//! Functions over groups beside a plain loop, however the rows are cut into batches and partitions.

use std::collections::BTreeMap;
use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, AsArray, Date32Array, Int32Array, RecordBatch, StringArray,
};
use datafusion::arrow::datatypes::Int32Type;
use datafusion::datasource::MemTable;
use datafusion::prelude::{SessionConfig, SessionContext};
use kanta_datafusion::{Snapshots, register};
use kanta_oid::AccessPointOid;
use proptest::prelude::*;

use crate::deciding::{Row, a_row, request};
use crate::harness::{ask, counts_of, example, example_index, layouts, session};

/// How often each thing was given, by group; of `None`, all rows are one group.
type Counts = BTreeMap<Option<i32>, BTreeMap<String, i64>>;

/// A row and its group.
type Grouped = (i32, Row);

fn expected(rows: &[Grouped], group: impl Fn(&Grouped) -> Option<Option<i32>>) -> Counts {
    let index = example_index();
    let mut counts = Counts::new();
    for row in rows {
        let Some(group) = group(row) else { continue };
        let counts = counts.entry(group).or_default();
        let Some(request) = request(&index, &row.1) else {
            continue;
        };
        for link in index.explain(&request).missing() {
            *counts.entry(link.requirement.id().to_owned()).or_default() += 1;
        }
    }
    counts
}

/// A session in which rows stand in many partitions, and batches are small.
fn cut(rows: &[Grouped], partitions: usize, layout: usize) -> SessionContext {
    let config = SessionConfig::new()
        .with_target_partitions(3)
        .with_batch_size(7);
    let context = SessionContext::new_with_config(config);
    register(&context, &Snapshots::with_index(&example()).unwrap()).unwrap();
    let parts = rows.chunks(rows.len().div_ceil(partitions).max(1));
    let mut batches: Vec<Vec<RecordBatch>> = parts.map(|rows| vec![batch(rows, layout)]).collect();
    if batches.is_empty() {
        batches.push(vec![batch(rows, layout)]);
    }
    let table = MemTable::try_new(batches[0][0].schema(), batches).unwrap();
    context.register_table("log", Arc::new(table)).unwrap();
    context
}

fn batch(rows: &[Grouped], layout: usize) -> RecordBatch {
    let texts = |field: fn(&Row) -> Option<&'static str>| -> ArrayRef {
        let texts = rows.iter().map(|(_, row)| field(row).map(str::to_owned));
        layouts(&texts.collect()).swap_remove(layout).1
    };
    let groups: Int32Array = rows.iter().map(|(group, _)| Some(*group)).collect();
    let days: Date32Array = rows.iter().map(|(_, row)| row.day).collect();
    RecordBatch::try_from_iter_with_nullable([
        ("grp", Arc::new(groups) as ArrayRef, true),
        ("party", texts(|row| row.party), true),
        ("point", texts(|row| row.point), true),
        ("service", texts(|row| row.service), true),
        ("day", Arc::new(days), true),
        ("tenant", texts(|row| row.tenant), true),
        ("unit", texts(|row| row.unit), true),
    ])
    .unwrap()
}

/// What a statement gives: of one column, the counts of all; of two, a group and its counts.
async fn answer(context: &SessionContext, sql: &str) -> Counts {
    let batches = context.sql(sql).await.unwrap().collect().await.unwrap();
    let mut counts = Counts::new();
    for batch in &batches {
        let last = batch.num_columns() - 1;
        let maps = batch.column(last).as_map();
        for row in 0..batch.num_rows() {
            let group = (last > 0).then(|| batch.column(0).as_primitive::<Int32Type>().value(row));
            assert!(
                counts.insert(group, counts_of(maps, row)).is_none(),
                "twice"
            );
        }
    }
    counts
}

const WHY: &str = "kanta_why_counts(kanta_index(), party, point, service, day, tenant, unit)";

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn requirements_are_counted_as_by_a_loop(
        rows in prop::collection::vec((0_i32..4, a_row()), 0..90),
        partitions in 1_usize..6,
        layout in 0_usize..7,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let context = cut(&rows, partitions, layout);
            let whole = answer(&context, &format!("SELECT {WHY} FROM log")).await;
            let mut told = expected(&rows, |_| Some(None));
            told.entry(None).or_default();
            assert_eq!(whole, told);
            let sql = format!("SELECT grp, {WHY} FROM log GROUP BY grp");
            assert_eq!(answer(&context, &sql).await, expected(&rows, |row| Some(Some(row.0))));
            // A group of which no row is wanted has no counts, and is there.
            let sql = format!("SELECT grp, {WHY} FILTER (WHERE service = 'imaging') FROM log GROUP BY grp");
            let mut told = expected(&rows, |row| (row.1.service == Some("imaging")).then_some(Some(row.0)));
            for row in &rows {
                told.entry(Some(row.0)).or_default();
            }
            assert_eq!(answer(&context, &sql).await, told);
        });
    }

    #[test]
    fn faults_are_counted_as_by_a_loop(
        texts in prop::collection::vec(prop::option::weighted(0.9, prop_oneof![
            Just("1.2.246.10.12345671.10.0.13.1".to_owned()),
            Just("1.2.246.10.012345671.10.0.13.1".to_owned()),
            Just("urn:oid:1.2.246.10.12345671.10.0.13.1".to_owned()),
            Just(String::new()),
            "[0-9. ]{1,12}",
        ]), 0..60),
    ) {
        let mut told: BTreeMap<String, i64> = BTreeMap::new();
        for text in texts.iter().flatten() {
            if let Err(error) = AccessPointOid::parse(text) {
                // `LeadingZero` is told as `leading-zero`.
                let words = format!("{:?}", error.fault());
                let words = words.chars().fold(String::new(), |told, letter| {
                    let dash = if letter.is_uppercase() && !told.is_empty() { "-" } else { "" };
                    format!("{told}{dash}{}", letter.to_ascii_lowercase())
                });
                *told.entry(words).or_default() += 1;
            }
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let context = session();
            let column: StringArray = texts.iter().map(Option::as_deref).collect();
            let batch = RecordBatch::try_from_iter_with_nullable([
                ("text", Arc::new(column) as ArrayRef, true),
            ]).unwrap();
            context.register_batch("texts", batch).unwrap();
            let counts = answer(&context, "SELECT kanta_oid_fault_counts(text) FROM texts").await;
            assert_eq!(counts[&None], told);
        });
    }
}

#[tokio::test]
async fn counts_are_asked_for_by_their_names() {
    let context = session();
    let rows = ask(
        &context,
        "SELECT counts['leading-zero'], map_keys(counts) FROM (SELECT kanta_owner_fault_counts(text) AS counts \
         FROM (VALUES ('1.2.246.10.012345671.10.0'), ('1.2.246.10.012345671.10.0'), ('1.2.246.10.12345671.10.0')) \
         AS texts (text))",
    );
    assert_eq!(rows.await.unwrap(), [["2", "[leading-zero]"]]);
    let error = ask(&context, "SELECT kanta_why_counts(1, 2)").await;
    let error = error.unwrap_err().to_string();
    assert!(
        error.contains("expected kanta_why_counts(index, party, access_point, service, day[, tenant[, unit]]), found 2 arguments"),
        "{error}"
    );
    let error = ask(
        &context,
        "SELECT kanta_oid_fault_counts(DISTINCT 'x'), count(DISTINCT 'y')",
    );
    let error = error.await.unwrap_err().to_string();
    assert!(
        error.contains("kanta_oid_fault_counts: every row counts: expected no DISTINCT"),
        "{error}"
    );
}
