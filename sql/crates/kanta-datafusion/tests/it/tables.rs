//! Functions that give tables.

use std::collections::BTreeSet;
use std::fs;

use kanta_address_index::AddressIndex;
use kanta_text::Language;

use crate::harness::{ask, cell, example_index, session};

/// The answer of a session of its own.
async fn answer(sql: &str) -> Vec<Vec<String>> {
    ask(&session(), sql).await.unwrap()
}

#[tokio::test]
async fn the_records_of_an_index_are_tables() {
    let index = example_index();
    let parties = index.parties().len() + index.pharmacies().len() + index.tenants().len();
    for (table, expected) in [
        ("kanta_parties(kanta_index())", parties),
        (
            "kanta_access_points(kanta_index())",
            index.access_points().len(),
        ),
        ("kanta_rights(kanta_index())", index.len()),
        (
            "kanta_agreements(kanta_index())",
            index.to_data_set().agreements.len(),
        ),
        ("kanta_findings(kanta_index(), '2025-12-01')", 0),
    ] {
        let counted = cell(&format!("SELECT count(*) FROM {table}")).await;
        assert_eq!(counted, expected.to_string(), "{table}");
    }
    let rows = answer("SELECT oid, kind FROM kanta_parties(kanta_index()) WHERE id = 'clinic'");
    assert_eq!(rows.await, [["1.2.246.10.12345671.10.0", "provider"]]);
    let rows = answer(
        "SELECT serial, valid_from, valid_until FROM kanta_certificates(kanta_index()) WHERE serial = '4f2a01'",
    );
    assert_eq!(rows.await, [["4f2a01", "2025-03-10", "2027-03-11"]]);
    let rows = answer(
        "SELECT address FROM kanta_addresses(kanta_index()) WHERE access_point = '1.2.246.10.12345671.10.0.13.1'",
    );
    assert_eq!(rows.await, [["192.31.196.7/32"]]);
}

/// A right decides as it stands in the table: on its first day, and not on the day before.
#[tokio::test]
async fn rights_and_decisions_join() {
    let rows = answer(
        "SELECT count(*) FROM kanta_rights(kanta_index()) \
         WHERE kanta_decide(kanta_index(), party, access_point, service, valid_from - INTERVAL '1 day')",
    );
    assert_eq!(rows.await, [["0"]]);
}

#[tokio::test]
async fn what_ends_is_told_as_the_index_tells_it() {
    let index = example_index();
    let expected = index.expiring("2026-12-31".parse().unwrap(), 92);
    let rows = answer(
        "SELECT ends, what, kind, rights FROM kanta_expiring(kanta_index(), '2026-12-31', 92)",
    );
    let rows = rows.await;
    assert!(!expected.is_empty());
    assert_eq!(rows.len(), expected.len());
    for (row, expected) in rows.iter().zip(expected) {
        assert_eq!(row[0], expected.on.to_string());
        assert_eq!(row[1], expected.what);
        assert_eq!(row[3], expected.rights.len().to_string());
    }
    let kinds: BTreeSet<_> = rows.iter().map(|row| row[2].as_str()).collect();
    assert!(
        kinds.contains("certificate") && kinds.contains("agreement"),
        "{kinds:?}"
    );
}

#[tokio::test]
async fn every_requirement_that_is_given_as_a_reason_is_in_the_catalogue() {
    let rows =
        answer("SELECT DISTINCT requirement FROM kanta_requirements('sv') WHERE statement <> ''");
    let told: BTreeSet<String> = rows.await.into_iter().map(|row| row[0].clone()).collect();
    for requirement in AddressIndex::requirements().chain(kanta_admission::requirements()) {
        assert!(told.contains(requirement.id()), "{}", requirement.id());
    }
}

#[tokio::test]
async fn every_function_is_told_in_three_languages() {
    for language in Language::ALL {
        let sql = format!(
            "SELECT count(*), count(DISTINCT function) FROM kanta_functions('{language}') \
             WHERE about <> '' AND function LIKE 'kanta\\_%(%)'"
        );
        let rows = ask(&session(), &sql).await.unwrap();
        assert_eq!(rows[0][0], rows[0][1]);
        assert!(rows[0][0].parse::<usize>().unwrap() > 40, "{rows:?}");
    }
    let error = ask(&session(), "SELECT * FROM kanta_rights()")
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("expected kanta_rights(index)"),
        "{error}"
    );
}

/// Lines that are none stand in the table with the reason.
#[tokio::test]
async fn the_lines_of_an_audit_log_are_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let whole = crate::admitting::log(5);
    let mut text = whole.clone();
    text.push_str("no line\n\n");
    text.push_str(
        &whole
            .lines()
            .next()
            .unwrap()
            .replace("\"seq\":1", "\"seq\":7"),
    );
    text.push('\n');
    text.push_str(&"x".repeat((1 << 20) + 50));
    text.push('\n');
    fs::write(folder.path().join("audit-1.jsonl"), text).unwrap();
    fs::write(folder.path().join("audit-2.jsonl"), &whole).unwrap();
    let context = session();
    let log = format!("kanta_audit('{}')", folder.path().display());
    let sql = format!(
        "SELECT line, seq, decision, party, service, fault FROM {log} \
         WHERE file LIKE '%audit-1%' ORDER BY line"
    );
    let rows = ask(&context, &sql).await.unwrap();
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[0][..2], ["1", "1"]);
    assert_eq!(rows[0][3], "1.2.246.10.12345671.10.0");
    assert_eq!(rows[0][5], "NULL");
    let faults: Vec<_> = rows
        .iter()
        .skip(5)
        .map(|row| (row[0].as_str(), row[5].as_str()))
        .collect();
    assert_eq!(
        faults,
        [
            ("6", "not a line of an audit log"),
            ("8", "altered: its hash is not that of its text"),
            ("9", "longer than 1 MiB"),
        ]
    );
    let sql = format!("SELECT count(*), count(seq), min(at) FROM {log}");
    let rows = ask(&context, &sql).await.unwrap();
    assert_eq!(rows, [["13", "10", "2025-12-01T10:00:00Z"]]);
    let error = ask(&context, "SELECT * FROM kanta_audit('/no/such/log')")
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("`/no/such/log` cannot be read"),
        "{error}"
    );
}
