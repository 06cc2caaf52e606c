//! The report finds what was planted, all of it and nothing else.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::{made, printed, refused};

/// The answer of a statement in JSON Lines.
fn ask(folder: &Path, sql: &str) -> Vec<Value> {
    let text = printed(
        folder,
        &["--index", "index.jsonl", "--format", "json", "-c", sql],
    );
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value}"))
}

const REPORT: [&str; 9] = [
    "report",
    "--log",
    "log",
    "--index",
    "index.jsonl",
    "--out",
    "answers",
    "--day",
    "2025-12-31",
];

#[test]
fn what_was_planted_is_found() {
    for seed in [1, 7] {
        let folder = made(60_000, seed);
        let folder = folder.path();
        printed(folder, &REPORT);
        let planted = fs::read_to_string(folder.join("planted.json")).unwrap();
        let planted: Value = serde_json::from_str(&planted).unwrap();
        let totals = ask(folder, "SELECT * FROM 'answers/totals.parquet'").remove(0);
        assert_eq!(number(&totals["lines"]), 60_000);
        for name in ["permitted", "denied", "unreadable"] {
            assert_eq!(totals[name], planted[name], "{name}, seed {seed}");
            assert!(number(&planted[name]) > 0, "{name}, seed {seed}");
        }
        for (file, name) in [
            ("denied", "denied"),
            ("unreadable", "unreadable"),
            ("not_on_record", "not_on_record"),
            ("malformed", "malformed"),
        ] {
            let sql = format!("SELECT sum(lines) AS lines FROM 'answers/{file}.parquet'");
            assert_eq!(
                ask(folder, &sql)[0]["lines"],
                planted[name],
                "{file}, seed {seed}"
            );
        }
        // What is not met is told by the requirement.
        let missing = ask(
            folder,
            "SELECT DISTINCT missing FROM 'answers/denied.parquet'",
        );
        assert_eq!(missing.len(), 1, "{missing:?}");
        assert_eq!(
            missing[0]["missing"],
            "connection-models/no-right-on-the-day"
        );
        // Agreements end on the first of February, and certificates a month later.
        let ending = ask(
            folder,
            "SELECT kind, min(ends) AS ends, count(*) AS number, sum(rights) AS rights \
             FROM 'answers/ending.parquet' GROUP BY kind ORDER BY kind",
        );
        assert_eq!(ending[0]["kind"], "agreement");
        assert_eq!(ending[0]["ends"], "2026-02-01");
        assert_eq!(number(&ending[0]["number"]), 6);
        assert_eq!(number(&ending[0]["rights"]), 18);
        assert_eq!(ending[1]["kind"], "certificate");
        assert_eq!(number(&ending[1]["number"]), 55);
    }
}

#[test]
fn the_same_seed_gives_the_same_octets_and_another_gives_others() {
    let read = |seed: u64| {
        let folder = made(5_000, seed);
        let files = ["index.jsonl", "planted.json", "log/part-00000.parquet"];
        files.map(|file| fs::read(folder.path().join(file)).unwrap())
    };
    assert_eq!(read(3), read(3));
    assert_ne!(read(3)[2], read(4)[2]);
    assert_eq!(read(3)[0], read(4)[0]);
}

/// Whatever the form of the log, the report is the same.
#[test]
fn parquet_csv_and_json_lines_are_told_alike() {
    let folder = made(4_000, 5);
    let folder = folder.path();
    let select = "SELECT CAST(at AS VARCHAR) AS at, CAST(source AS VARCHAR) AS source, \
        CAST(access_point AS VARCHAR) AS access_point, CAST(party AS VARCHAR) AS party, \
        CAST(service AS VARCHAR) AS service FROM 'log/part-00000.parquet'";
    for (file, format) in [("log.csv", "csv"), ("log.jsonl", "json")] {
        let text = printed(folder, &["--format", format, "-c", select]);
        fs::write(folder.join(file), text).unwrap();
    }
    let report = |log: &str| {
        let words = [
            "report",
            "--log",
            log,
            "--index",
            "index.jsonl",
            "--rows",
            "3",
        ];
        printed(folder, &words)
            .lines()
            .filter(|line| !line.contains("2025-"))
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
    };
    let numbers = |log: &str| {
        let words = [
            "report",
            "--log",
            log,
            "--index",
            "index.jsonl",
            "--rows",
            "3",
        ];
        let text = printed(folder, &words);
        let line = text.lines().find(|line| line.contains("4000  ")).unwrap();
        line.split_whitespace()
            .take(4)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(report("log"), report("log.csv"));
    assert_eq!(report("log"), report("log.jsonl"));
    assert_eq!(numbers("log"), numbers("log.csv"));
    assert_eq!(numbers("log"), numbers("log.jsonl"));
}

#[test]
fn the_page_is_in_the_language_asked_for_and_escapes_what_it_shows() {
    let folder = made(2_000, 2);
    let folder = folder.path();
    fs::write(
        folder.join("log.csv"),
        "at,source,access_point,party,service\n\
         2025-06-01T00:00:00Z,192.31.196.7,<script>alert(1)</script>,party-1,imaging\n",
    )
    .unwrap();
    for (language, title) in [
        ("en", "What a connection log tells"),
        ("fi", "Mitä yhteysloki kertoo"),
        ("sv", "Vad en anslutningslogg berättar"),
    ] {
        let words = [
            "report",
            "--log",
            "log.csv",
            "--index",
            "index.jsonl",
            "--html",
            "page.html",
            "--lang",
            language,
        ];
        printed(folder, &words);
        let page = fs::read_to_string(folder.join("page.html")).unwrap();
        assert!(page.contains(&format!("<h1>{title}</h1>")));
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script"));
    }
}

#[test]
fn a_log_without_the_columns_is_refused_by_their_names() {
    let folder = made(100, 1);
    let folder = folder.path();
    fs::write(folder.join("log.csv"), "at,source,party\n2025-01-01,a,b\n").unwrap();
    let words = ["report", "--log", "log.csv", "--index", "index.jsonl"];
    let error = refused(folder, &words);
    assert!(
        error.contains(
            "log.csv: no column access_point, service: \
             expected at, source, access_point, party, service"
        ),
        "{error}"
    );
    let error = refused(
        folder,
        &["report", "--log", "nowhere", "--index", "index.jsonl"],
    );
    assert!(
        error.contains("nowhere: no file of Parquet, CSV or JSON Lines"),
        "{error}"
    );
    let error = refused(
        folder,
        &["report", "--log", "log", "--index", "nothing.jsonl"],
    );
    assert!(error.contains("`nothing.jsonl` cannot be read"), "{error}");
}
