//! `kanta admit` and `kanta audit`: one attempt, many, and their record.

mod foreign_words;
mod lines;
mod record;
mod shadow;

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::harness::{LANGUAGES, kanta};

const WHEN: &str = "2025-12-01T12:00:00+02:00";

/// A good attempt, with other options behind it.
fn args<'a>(source: &'a str, service: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut args = vec![
        "admit",
        "--index",
        "index.toml",
        "--trust",
        "certificates/trust.pem",
        "--cert",
        "certificates/clinic-on-record.pem",
        "--source",
        source,
        "--for",
        "clinic",
        "--service",
        service,
        "--at",
        WHEN,
    ];
    args.extend(more);
    args
}

fn ids(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap().iter();
    list.map(|link| {
        link["requirement"]
            .as_str()
            .unwrap_or_else(|| link.as_str().unwrap())
    })
    .collect()
}

#[test]
fn a_good_attempt_is_permitted_by_the_right_that_the_index_holds() {
    let answer = kanta(&args("192.31.196.7", "prescription", &[]));
    assert_eq!(answer.status, 0, "{}", answer.stderr);
    assert_eq!(
        answer.stdout,
        "PERMIT  `clinic` → prescription, 2025-12-01T10:00:00Z
     peer     access point `clinic-ap`, from address 192.31.196.7
     by       prescription → `clinic-ap`, 2024-03-01 –, `hakemus 2024-17`
     index    `2025-12-01.1`
"
    );
}

#[test]
fn every_missing_link_is_told_at_once_in_three_languages() {
    let expected = [
        "private-network/source-of-another-access-point",
        "connection-models/no-right-on-the-day",
    ];
    let answer = kanta(&args("192.175.48.9", "imaging", &["--format", "json"]));
    assert_eq!(answer.status, 1);
    let report: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(report["decision"], "deny");
    assert_eq!(ids(&report["missing"]), expected);
    assert_eq!(report["missing"][1]["responsible"]["code"], "kanta");
    assert_eq!(report["rests_on"]["index"], "2025-12-01.1");
    assert_eq!(report["edition"], "3.18");
    for language in LANGUAGES {
        let text = kanta(&args("192.175.48.9", "imaging", &["--lang", language]));
        assert_eq!(text.status, 1);
        for (id, at) in expected.iter().zip(0..) {
            assert!(text.stdout.contains(id));
            let who = report["missing"][at]["responsible"]["name"][language]
                .as_str()
                .unwrap();
            assert!(
                text.stdout.contains(who.split(' ').next().unwrap()),
                "{}",
                text.stdout
            );
        }
    }
}

#[test]
fn without_trust_anchors_or_a_certificate_nobody_is_admitted() {
    let whole = args("192.31.196.7", "prescription", &["--format", "json"]);
    for (left_out, id) in [
        ("--trust", "private-network/path-without-trust-anchor"),
        ("--cert", "private-network/certificate-not-presented"),
    ] {
        let at = whole.iter().position(|it| *it == left_out).unwrap();
        let mut args = whole.clone();
        args.drain(at..at + 2);
        let answer = kanta(&args);
        let report: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!(report["decision"], "deny");
        assert!(ids(&report["missing"]).contains(&id), "{report}");
    }
}

#[test]
fn a_system_at_our_own_access_point_speaks_for_its_parties_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("systems.json");
    fs::write(
        &file,
        r#"{"systems": [{"id": "ward", "certificates": [{"issuer": "DVV Social Welfare and Healthcare Service Certificates - G3E",
            "serial": "4F:2A:01", "from": "2025-09-01"}], "addresses": ["10.1.0.0/16"], "for": ["clinic"]}]}"#,
    )
    .unwrap();
    let more = [
        "--own",
        "clinic-ap",
        "--systems",
        file.to_str().unwrap(),
        "--format",
        "json",
    ];
    let report = |source, subject| -> Value {
        let mut args = args(source, "prescription", &more);
        let at = args.iter().position(|it| *it == "clinic").unwrap();
        args[at] = subject;
        serde_json::from_str(&kanta(&args).stdout).unwrap()
    };
    let good = report("10.1.2.3", "clinic");
    assert_eq!(good["decision"], "permit", "{good}");
    assert_eq!(good["peer"]["system"], "ward");
    let elsewhere = report("10.2.0.1", "clinic");
    assert_eq!(
        ids(&elsewhere["missing"]),
        ["admission/source-of-no-system"]
    );
    let another = report("10.1.2.3", "home-care");
    assert_eq!(
        ids(&another["missing"]),
        [
            "admission/system-of-another-party",
            "connection-models/no-right-on-the-day"
        ]
    );
}

/// Attempts, with the status that each alone has.
const BATCH: [(&str, &str, &str); 4] = [
    ("192.31.196.7", "prescription", "permit"),
    ("192.175.48.9", "prescription", "deny"),
    ("192.31.196.7", "imaging", "deny"),
    ("192.31.196.7", "patient-data", "permit"),
];

fn batch(file: &Path, more: &[&str]) -> (i32, String) {
    let mut args = vec![
        "admit",
        "--index",
        "index.toml",
        "--trust",
        "certificates/trust.pem",
    ];
    args.extend([
        "--at",
        WHEN,
        "--base",
        "certificates",
        "--batch",
        file.to_str().unwrap(),
    ]);
    args.extend(more);
    let answer = kanta(&args);
    (answer.status, answer.stdout)
}

#[test]
fn a_batch_answers_as_single_attempts_do_in_order_in_json_and_in_csv() {
    let folder = tempfile::tempdir().unwrap();
    let (json, csv) = (folder.path().join("a.jsonl"), folder.path().join("a.csv"));
    let mut lines = String::new();
    let mut cells = "service,for,source,cert\n".to_owned();
    for (source, service, _) in BATCH {
        let cert = "clinic-on-record.pem";
        lines += &format!(
            "{{\"cert\":\"{cert}\",\"source\":\"{source}\",\"for\":\"clinic\",\"service\":\"{service}\"}}\n"
        );
        cells += &format!("{service},clinic,{source},{cert}\n");
    }
    lines += "{\"source\":\"nowhere\",\"for\":\"clinic\",\"service\":\"imaging\"}\nnonsense\n";
    cells += "imaging,clinic,nowhere,\nimaging,clinic\n";
    fs::write(&json, lines).unwrap();
    fs::write(&csv, cells).unwrap();
    let (status, out) = batch(&json, &[]);
    assert_eq!(status, 2);
    let answers: Vec<Value> = out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), BATCH.len() + 2);
    let schema = crate::formats::validator("admit-batch");
    assert!(answers.iter().all(|answer| schema.is_valid(answer)));
    let (status, out) = batch(&csv, &[]);
    assert_eq!(status, 2);
    let rows: Vec<Vec<&str>> = out
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    assert_eq!(rows.len(), BATCH.len() + 2);
    for (at, (source, service, decision)) in BATCH.iter().enumerate() {
        let single = kanta(&args(source, service, &["--format", "json"]));
        let single: Value = serde_json::from_str(&single.stdout).unwrap();
        assert_eq!(single["decision"], *decision);
        assert_eq!(answers[at]["line"], at + 1);
        assert_eq!(answers[at]["decision"], *decision);
        assert_eq!(ids(&answers[at]["missing"]), ids(&single["missing"]));
        assert_eq!(rows[at][1], *decision);
        assert_eq!(rows[at][2], ids(&single["missing"]).join(" "));
    }
    assert_eq!(answers[4]["message"], "source: no address: `nowhere`");
    assert_eq!(answers[5]["decision"], "unreadable");
    assert_eq!(rows[5][5], "\"2 cells");
}
