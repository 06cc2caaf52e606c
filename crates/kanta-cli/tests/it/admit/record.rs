//! The record of decisions: `kanta audit`.

use std::fs;

use serde_json::Value;

use super::{BATCH, WHEN, args};
use crate::formats::keeps;
use crate::harness::kanta;

#[test]
fn a_log_verifies_against_its_checkpoints_and_tells_what_was_done_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (log, checkpoints) = (path("audit.jsonl"), path("checkpoints"));
    let on_record = ["--log", log.as_str(), "--checkpoint", checkpoints.as_str()];
    for (source, service, decision) in BATCH {
        let answer = kanta(&args(source, service, &on_record));
        assert_eq!(
            answer.status,
            i32::from(decision == "deny"),
            "{}",
            answer.stderr
        );
    }
    let verify = |log: &str| {
        let args = [
            "audit",
            "verify",
            log,
            "--checkpoint",
            &checkpoints,
            "--format",
            "json",
        ];
        let answer = kanta(&args);
        let report: Value = serde_json::from_str(&answer.stdout).unwrap();
        (answer.status, report)
    };
    let (status, report) = verify(&log);
    assert_eq!(
        (status, &report["sealed"], &report["size"]),
        (0, &4.into(), &4.into()),
        "{report}"
    );

    let whole = fs::read_to_string(&log).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let damaged = path("damaged.jsonl");
    for (damage, text) in [
        ("altered", whole.replacen("192.175.48.9", "192.31.196.7", 1)),
        (
            "missing",
            format!("{}\n{}\n{}\n", lines[0], lines[2], lines[3]),
        ),
        (
            "cut-off",
            format!("{}\n{}\n{}\n", lines[0], lines[1], lines[2]),
        ),
        (
            "out-of-order",
            format!("{}\n{}\n{}\n{}\n", lines[0], lines[2], lines[1], lines[3]),
        ),
        ("cut-off", String::new()),
    ] {
        fs::write(&damaged, text).unwrap();
        let (status, report) = verify(&damaged);
        let found = report["damages"].as_array().unwrap().iter();
        let found: Vec<&str> = found.map(|it| it["damage"].as_str().unwrap()).collect();
        assert_eq!(status, 1);
        assert!(found.contains(&damage), "{damage}: {found:?}");
    }
    // What a crash tore behind the last checkpoint is told as torn.
    fs::write(&damaged, format!("{whole}{}", &lines[0][..100])).unwrap();
    let (status, report) = verify(&damaged);
    assert_eq!(
        (status, &report["torn"]),
        (3, &serde_json::json!([5])),
        "{report}"
    );
    // The log goes on from there.
    fs::copy(&damaged, &log).unwrap();
    assert_eq!(
        kanta(&args("192.31.196.7", "prescription", &on_record)).status,
        0
    );
    let (status, report) = verify(&log);
    assert_eq!(
        (status, &report["size"], &report["torn"]),
        (3, &5.into(), &serde_json::json!([5]))
    );
    // A log that does not verify is not gone on from.
    fs::write(&log, lines[0]).unwrap();
    assert_eq!(
        kanta(&args("192.31.196.7", "prescription", &on_record)).status,
        2
    );

    let summary = kanta(&["audit", "summary", &damaged, "--format", "json"]);
    let summary: Value = serde_json::from_str(&summary.stdout).unwrap();
    assert_eq!(
        summary["all"],
        serde_json::json!({"permits": 2, "denials": 2})
    );
    assert_eq!(
        summary["by"]["reason"]["connection-models/no-right-on-the-day"]["denials"],
        1
    );
    assert_eq!(summary["unreadable"], 1);
    let json = ["--format", "json"];
    keeps(
        "audit-summary",
        &[&["audit", "summary", &damaged], &json[..]].concat(),
    );
    for log in [&log, &damaged] {
        let verify = ["audit", "verify", log, "--checkpoint", &checkpoints];
        keeps("audit-verify", &[&verify[..], &json].concat());
    }
    // Without a checkpoint nothing is verified.
    assert_eq!(kanta(&["audit", "verify", &damaged]).status, 2);
}

#[test]
fn a_summary_tells_who_searched_what_when() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (log, checkpoints) = (path("audit.jsonl"), path("checkpoints"));
    for (day, service, subject) in [
        ("2025-11-30T23:59:59+02:00", "prescription", "clinic"),
        ("2025-12-01T00:00:00+02:00", "prescription", "clinic"),
        ("2025-12-01T12:00:00+02:00", "imaging", "clinic"),
        ("2025-12-01T23:59:59+02:00", "prescription", "home-care"),
    ] {
        let mut args = args(
            "192.31.196.7",
            service,
            &["--log", &log, "--checkpoint", &checkpoints],
        );
        let place = |args: &[&str], name: &str| args.iter().position(|it| *it == name).unwrap();
        let at = place(&args, WHEN);
        args[at] = day;
        let at = place(&args, "clinic");
        args[at] = subject;
        assert_ne!(kanta(&args).status, 2);
    }
    let count = |more: &[&str]| {
        let mut args = vec!["audit", "summary", log.as_str(), "--format", "json"];
        args.extend(more);
        let report: Value = serde_json::from_str(&kanta(&args).stdout).unwrap();
        let all = &report["all"];
        (
            all["permits"].as_u64().unwrap(),
            all["denials"].as_u64().unwrap(),
        )
    };
    let all = count(&[]);
    assert_eq!(all.0 + all.1, 4);
    let clinic = "1.2.246.10.12345671.10.0";
    let of_clinic = count(&["--party", clinic]);
    assert_eq!(of_clinic.0 + of_clinic.1, 3);
    assert_eq!(count(&["--service", "imaging"]), (0, 1));
    let no_right = count(&[
        "--reason",
        "connection-models/no-right-on-the-day",
        "--party",
        clinic,
    ]);
    assert_eq!(no_right, (0, 1));
    assert_eq!(count(&["--peer", "1.2.246.10.12345671.10.0.13.1"]), all);
    assert_eq!(count(&["--peer", "ward"]), (0, 0));
    assert_eq!(count(&["--decision", "permit"]), (all.0, 0));
    // A day is Finnish, and the moment that ends a window is not in it.
    let of_day = count(&["--from", "2025-12-01", "--until", "2025-12-02"]);
    assert_eq!(of_day.0 + of_day.1, 3);
    let second = [
        "--from",
        "2025-12-01T00:00:00+02:00",
        "--until",
        "2025-12-01T00:00:01+02:00",
    ];
    assert_eq!(count(&second), (1, 0));
    let before = count(&["--until", "2025-12-01"]);
    assert_eq!(before.0 + before.1, 1);
    // Who, what, when, and why not, by the reference that the peer was told.
    let listed = kanta(&[
        "audit",
        "summary",
        &log,
        "--service",
        "imaging",
        "--list",
        "--format",
        "json",
    ]);
    let line: Value = serde_json::from_str(&listed.stdout).unwrap();
    assert!(fs::read_to_string(&log).unwrap().contains(&listed.stdout));
    let reference = line["reference"].as_str().unwrap();
    let told = kanta(&["audit", "summary", &log, "--reference", reference, "--list"]);
    assert_eq!(
        told.stdout.lines().next().unwrap(),
        format!(
            "2025-12-01T10:00:00Z  denied  {clinic}.13.1  {clinic}  imaging  {reference}  \
             connection-models/no-right-on-the-day"
        )
    );
    assert_eq!(
        kanta(&["audit", "summary", &log, "--from", "yesterday"]).status,
        2
    );
}
