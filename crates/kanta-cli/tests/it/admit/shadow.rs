//! Another index, decided beside.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{WHEN, args};
use crate::harness::kanta;

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
