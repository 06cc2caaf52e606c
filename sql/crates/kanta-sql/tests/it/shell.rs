//! Statements from the command line, from a file and from standard input.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::harness::{made, printed, refused};

#[test]
fn statements_are_answered_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let sql = "SELECT kanta_oid_form('1.2.246.553.1.7.13.1') AS form";
    let table = printed(folder, &["-c", sql]);
    assert!(table.contains("| pharmacy |"), "{table}");
    assert_eq!(
        printed(folder, &["--format", "csv", "-c", sql]),
        "form\npharmacy\n"
    );
    assert_eq!(
        printed(folder, &["--format", "json", "-c", sql]),
        "{\"form\":\"pharmacy\"}\n"
    );
    fs::write(folder.join("two.sql"), format!("{sql};\n{sql};\n")).unwrap();
    let twice = printed(folder, &["--format", "json", "-f", "two.sql"]);
    assert_eq!(twice, "{\"form\":\"pharmacy\"}\n{\"form\":\"pharmacy\"}\n");
}

#[test]
fn statements_come_from_standard_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta-sql"))
        .args(["--format", "csv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input
        .write_all(b"SELECT kanta_business_id_ok('0204819-8') AS ok;")
        .unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "ok\ntrue\n");
}

/// Lists are told in CSV, too, which has none.
#[test]
fn lists_are_words_in_csv() {
    let folder = made(100, 1);
    let sql = "SELECT kanta_why(kanta_index(), 'party-1', 'party-1-ap', 'social-welfare', '2025-06-01') AS why";
    let words = ["--index", "index.jsonl", "--format", "csv", "-c", sql];
    let told = printed(folder.path(), &words);
    assert_eq!(told, "why\nconnection-models/no-right-on-the-day\n");
    // And so are maps of counts, which are objects in JSON.
    let sql = "SELECT kanta_oid_fault_counts(oid) AS faults FROM (VALUES ('1.2.246.10.012345671.10.0.13.1')) AS t (oid)";
    let told = printed(folder.path(), &["--format", "csv", "-c", sql]);
    assert_eq!(told, "faults\n{leading-zero: 1}\n");
    let told = printed(folder.path(), &["--format", "json", "-c", sql]);
    assert_eq!(told, "{\"faults\":{\"leading-zero\":1}}\n");
}

#[test]
fn files_and_folders_are_tables() {
    let folder = made(1_000, 1);
    let folder = folder.path();
    for (words, expected) in [
        (
            vec!["-t", "log=log", "-c", "SELECT count(*) AS n FROM log"],
            "n\n1000\n",
        ),
        (
            vec!["-c", "SELECT count(*) AS n FROM 'log/part-00000.parquet'"],
            "n\n1000\n",
        ),
    ] {
        let mut all = vec!["--format", "csv"];
        all.extend(words);
        assert_eq!(printed(folder, &all), expected);
    }
}

#[test]
fn what_fails_says_so_and_is_no_crash() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (words, expected) in [
        (
            vec!["-c", "SELECT kanta_nothing(1)"],
            "Invalid function 'kanta_nothing'",
        ),
        (vec!["-c", "SELEKT 1"], "error: "),
        (vec!["-f", "no.sql"], "no.sql: "),
        (
            vec!["--memory", "7", "-c", "SELECT 1"],
            "expected a size of at least 16M",
        ),
        (
            vec!["--index", "no.jsonl", "-c", "SELECT 1"],
            "`no.jsonl` cannot be read",
        ),
        (
            vec!["-t", "log=none", "-c", "SELECT 1"],
            "none: no file of Parquet, CSV or JSON Lines",
        ),
    ] {
        let error = refused(folder, &words);
        assert!(error.contains(expected), "{words:?}: {error}");
    }
}
