//! `kanta expiring`: what ends soon. The last days are those that the files state: `openssl x509 -enddate` of the
//! certificates, `assessed_until`, `until` and `expires` of the others.

use std::fs;

use serde_json::Value;

use crate::harness::{Answer, LANGUAGES, data, kanta};

fn expiring(file: &str, on: &str, within: &str) -> Answer {
    let answer = kanta(&[
        "expiring", file, "--as-of", on, "--within", within, "--format", "json",
    ]);
    assert_eq!(answer.stderr, "");
    answer
}

fn whats(answer: &Answer) -> Vec<String> {
    let json = answer.json();
    let ending = json["ending"].as_array().unwrap().iter();
    ending
        .map(|its| {
            let text = |key: &str| its[key].as_str().unwrap();
            format!(
                "{} {} {} {}",
                text("last_day"),
                its["days_left"],
                text("kind"),
                text("what")
            )
        })
        .collect()
}

#[test]
fn each_kind_of_thing_is_told_from_its_last_day_minus_the_days_on() {
    for (file, before, on, within, told) in [
        // 31.8.2026 at 20.59.59 UTC is the last minute of that day in Finland.
        (
            "certificates/clinic-server.pem",
            "2026-06-01",
            "2026-06-02",
            "90",
            "2026-08-31 90 certificate 1",
        ),
        (
            "clinic.toml",
            "2026-06-01",
            "2026-06-02",
            "90",
            "2026-08-31 90 certificate access_point.ap1.certificate",
        ),
        (
            "clinic.toml",
            "2027-05-29",
            "2027-05-30",
            "1",
            "2027-05-31 1 assessment system.emr.assessed_until",
        ),
        // From 1.12.2026 on every answer is deny.
        (
            "index.toml",
            "2026-11-28",
            "2026-11-29",
            "1",
            "2026-11-30 1 data-set data_set",
        ),
        (
            "index.toml",
            "2025-12-20",
            "2025-12-21",
            "10",
            "2025-12-31 10 record annotation.clinic[1.2.246.10.12345671.10.2]",
        ),
    ] {
        let before = whats(&expiring(file, before, within));
        assert!(
            !before
                .iter()
                .any(|its| its.ends_with(told.rsplit(' ').next().unwrap())),
            "{before:?}"
        );
        let answer = expiring(file, on, within);
        assert_eq!(answer.status, 1);
        assert!(
            whats(&answer).contains(&told.to_owned()),
            "{told}: {}",
            answer.stdout
        );
    }
}

#[test]
fn the_status_follows_the_threshold_and_what_has_ended_stays_told() {
    let certificate = "certificates/clinic-server.pem";
    for (on, status, left) in [
        ("2026-08-30", 0, None),
        ("2026-08-31", 1, Some(0)),
        ("2026-09-01", 1, Some(-1)),
    ] {
        let answer = expiring(certificate, on, "0");
        assert_eq!(answer.status, status, "{on}");
        assert_eq!(answer.json()["ending"][0]["days_left"].as_i64(), left);
    }
    // An index that has expired, too; its rights that ended are history.
    let answer = expiring("index.toml", "2026-12-01", "0");
    assert_eq!(answer.status, 1);
    assert_eq!(whats(&answer), ["2026-11-30 -1 data-set data_set"]);
}

#[test]
fn an_agreement_ends_before_the_day_that_is_no_longer_part_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.toml");
    let text = fs::read_to_string(data().join("intermediary.toml")).unwrap();
    let text = text.replacen("until = false", "until = 2026-03-01", 1);
    fs::write(&path, text).unwrap();
    let base = data().canonicalize().unwrap();
    let ask = |on: &str| {
        let arguments = [
            "expiring",
            path.to_str().unwrap(),
            "--within",
            "1",
            "--as-of",
            on,
        ];
        kanta(
            &[
                &arguments[..],
                &["--base", base.to_str().unwrap(), "--format", "json"],
            ]
            .concat(),
        )
    };
    assert_eq!(ask("2026-02-26").status, 0);
    let answer = ask("2026-02-27");
    let told = whats(&answer);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("2026-02-28 1 agreement ") && told[0].ends_with(".agreement"));
}

#[test]
fn folders_are_looked_into_and_what_is_neither_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let there = path.to_str().unwrap();
    fs::create_dir(path.join("below")).unwrap();
    let ask =
        |more: &[&str]| kanta(&[&["expiring", there, "--as-of", "2025-12-01"], more].concat());
    // Whoever watches nothing is told.
    fs::write(
        path.join("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
    )
    .unwrap();
    fs::write(path.join("kanta.toml"), "lang = \"sv\"\n").unwrap();
    let nothing = ask(&[]);
    assert_eq!(nothing.status, 2);
    assert!(
        nothing.stderr.contains("här finns varken certifikat"),
        "{}",
        nothing.stderr
    );
    for (from, to) in [
        ("certificates/wrong-server.pem", "below/old.pem"),
        ("index.toml", "index.toml"),
        ("index-order.toml", "order.toml"),
    ] {
        fs::copy(data().join(from), path.join(to)).unwrap();
    }
    let answer = ask(&["--format", "json", "--within", "30"]);
    assert_eq!(answer.status, 1, "{}", answer.stderr);
    let json = answer.json();
    assert_eq!(
        (json["files"].as_u64(), json["skipped"].as_u64()),
        (Some(2), Some(3))
    );
    let told = whats(&answer);
    assert_eq!(told[0], "2025-06-30 -154 certificate 1");
    assert_eq!(told.len(), 2, "{told:?}");
    // What cannot be read is told beside the rest, and is the worst.
    fs::write(path.join("broken.toml"), "format = 1\nx = 1\n").unwrap();
    let answer = ask(&["--lang", "en"]);
    assert_eq!(answer.status, 2);
    assert!(
        answer.stderr.contains("broken.toml:2:1: "),
        "{}",
        answer.stderr
    );
    assert!(
        answer
            .stdout
            .contains("certificate `other.klinikka.example`")
    );
    let json = ask(&["--format", "json"]).json();
    assert_eq!(json["unreadable"][0]["faults"].as_array().unwrap().len(), 1);
    // A certificate that a plan names is told once where its file is read, too.
    let both = kanta(&[
        "expiring",
        "clinic.toml",
        "certificates/clinic-server.pem",
        "--as-of",
        "2026-08-01",
        "--format",
        "json",
    ]);
    assert_eq!(whats(&both), ["2026-08-31 30 certificate 1"]);
}

#[test]
fn every_form_tells_the_same_in_each_language() {
    let ask = |format: &str, lang: &str| {
        let arguments = [
            "expiring",
            "clinic.toml",
            "--as-of",
            "2026-08-01",
            "--within",
            "30",
        ];
        let answer = kanta(&[&arguments[..], &["--format", format, "--lang", lang]].concat());
        assert_eq!((answer.status, answer.stderr.as_str()), (1, ""));
        answer.stdout
    };
    for (lang, words) in LANGUAGES
        .into_iter()
        .zip(["certificate", "varmenne", "certifikat"])
    {
        for format in ["text", "ical"] {
            let told = ask(format, lang);
            assert!(told.contains(words), "{told}");
            assert_eq!(told.matches("clinic-server.pem").count(), 1);
        }
        let json: Value = serde_json::from_str(&ask("json", lang)).unwrap();
        assert_eq!(json["ending"].as_array().unwrap().len(), 1);
        crate::harness::assert_fits(&ask("text", lang));
    }
    // Monitoring has thresholds of its own: everything that has an end.
    let metrics = ask("prometheus", "en");
    assert!(metrics.contains(
        "kanta_expiring_days_left{file=\"clinic.toml\",kind=\"assessment\",what=\"system.emr.assessed_until\",\
         name=\"Esimerkkijärjestelmä\"} 303\n"
    ), "{metrics}");
    // 31.5.2027 at 00.00 UTC.
    assert!(metrics.contains("name=\"Esimerkkijärjestelmä\"} 1811721600\n"));
}
