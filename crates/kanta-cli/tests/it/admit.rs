//! `kanta admit` and `kanta audit`: one attempt, many, and their record.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::formats::keeps;
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

/// The example index, in which the clinic has a right to imaging in place of that to prescriptions.
fn other_index(folder: &Path) -> String {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/index.toml");
    let text = fs::read_to_string(data).unwrap();
    let text = text.replace("version = \"2025-12-01.1\"", "version = \"next\"");
    let text = text.replacen("service = \"prescription\"", "service = \"imaging\"", 1);
    let file = folder.join("next.toml");
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_second_index_is_decided_beside_and_changes_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let next = other_index(folder.path());
    for (service, status, other, told) in [
        (
            "prescription",
            0,
            "deny",
            "DENY connection-models/no-right-on-the-day",
        ),
        ("imaging", 1, "permit", "PERMIT"),
    ] {
        let more = ["--shadow", &next, "--format", "json"];
        let answer = kanta(&args("192.31.196.7", service, &more));
        assert_eq!(answer.status, status, "{}", answer.stderr);
        let report: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!(report["shadow"]["decision"], other);
        assert_eq!(report["shadow"]["agrees"], false);
        assert_eq!(report["rests_on"]["index"], "2025-12-01.1");
        let text = kanta(&args("192.31.196.7", service, &["--shadow", &next]));
        assert!(
            text.stdout.contains(&format!("shadow   {told}\n")),
            "{}",
            text.stdout
        );
    }
    // From elsewhere both deny.
    let answer = kanta(&args("192.175.48.9", "imaging", &["--shadow", &next]));
    assert!(
        answer.stdout.contains("shadow   decides the same\n"),
        "{}",
        answer.stdout
    );
    let answer = kanta(&args("192.31.196.7", "prescription", &["--format", "json"]));
    let report: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert!(report.get("shadow").is_none());
}

#[test]
fn a_batch_counts_where_the_second_index_decides_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let next = other_index(folder.path());
    let batch = folder.path().join("batch.csv");
    let line = |service: &str| format!("clinic-on-record.pem,192.31.196.7,clinic,{service}\n");
    let text = format!(
        "cert,source,for,service\n{}{}{}",
        line("prescription"),
        line("imaging"),
        line("patient-data")
    );
    fs::write(&batch, text).unwrap();
    let answer = kanta(&[
        "admit",
        "--index",
        "index.toml",
        "--trust",
        "certificates/trust.pem",
        "--at",
        WHEN,
        "--shadow",
        &next,
        "--batch",
        batch.to_str().unwrap(),
        "--base",
        "certificates",
    ]);
    assert_eq!(
        answer.stdout,
        "line,decision,missing,questions,reference,message,shadow\n\
         2,permit,,,,,deny\n\
         3,deny,connection-models/no-right-on-the-day,,,,permit\n\
         4,permit,,,,,\n"
    );
    assert_eq!(
        answer.stderr,
        "shadow: 3 compared, 1 denied, which the other index would permit, 1 permitted, which the other index would deny\n"
    );
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
