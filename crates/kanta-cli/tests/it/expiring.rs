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
fn a_list_of_revoked_certificates_is_told_from_the_day_of_its_next_update_on() {
    // Those of trust.pem, as `openssl crl -nextupdate` tells them: 1.6.2026 and 3.12.2025.
    for (on, told) in [
        ("2025-12-02", None),
        ("2025-12-03", Some("2025-12-03 0 revocation-list 2")),
        ("2025-12-04", Some("2025-12-03 -1 revocation-list 2")),
    ] {
        let answer = expiring("certificates/trust.pem", on, "90");
        let lists: Vec<String> = whats(&answer)
            .into_iter()
            .filter(|its| its.contains("revocation-list"))
            .collect();
        assert_eq!(lists.first().map(String::as_str), told, "{on}");
        assert_eq!(lists.len(), usize::from(told.is_some()), "{on}");
        assert_eq!(answer.status, i32::from(told.is_some()), "{on}");
        assert_eq!(answer.json()["files"], 1);
    }
    let ask = |on: &str, more: &[&str]| {
        let asked = ["expiring", "certificates/trust.pem", "--as-of", on];
        kanta(&[&asked[..], more].concat())
    };
    // Monitoring is told of each, however far, and the status stays that of a list.
    let metrics = ask("2025-12-02", &["--format", "prometheus"]);
    let days = |line: &&str| {
        line.starts_with("kanta_expiring_days_left{") && line.contains("revocation-list")
    };
    assert_eq!(metrics.stdout.lines().filter(days).count(), 2);
    assert_eq!(metrics.status, 0);
    for (lang, words) in LANGUAGES.into_iter().zip([
        "list of revoked certificates `DVV Social",
        "sulkulista `DVV Social",
        "spärrlista `DVV Social",
    ]) {
        let told = ask("2025-12-03", &["--lang", lang]).stdout;
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(words), "{told}");
    }
}

#[test]
fn lists_alone_are_looked_into_in_folders_and_a_broken_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().to_str().unwrap();
    let ask = || {
        kanta(&[
            "expiring",
            there,
            "--as-of",
            "2026-01-01",
            "--format",
            "json",
        ])
    };
    let trust = fs::read_to_string(data().join("certificates/trust.pem")).unwrap();
    let begin = trust.find("-----BEGIN X509 CRL-----").unwrap();
    for name in ["lists.pem", "lists.crl"] {
        fs::write(folder.path().join(name), &trust[begin..]).unwrap();
    }
    let answer = ask();
    assert_eq!(answer.status, 1, "{}", answer.stdout);
    let told = ["2025-12-03 -29 revocation-list 2"; 2];
    assert_eq!(whats(&answer), told);
    assert_eq!(answer.json()["skipped"], 0);
    // Nothing of a list is a fault, and so is a list that breaks off beside a certificate.
    let cut = trust.rfind("-----END X509 CRL-----").unwrap();
    fs::write(folder.path().join("lists.pem"), &trust[..cut]).unwrap();
    fs::write(folder.path().join("lists.crl"), "nothing").unwrap();
    let answer = ask();
    assert_eq!(answer.status, 2);
    let json = answer.json();
    let unreadable: Vec<&str> = json["unreadable"]
        .as_array()
        .unwrap()
        .iter()
        .map(|its| its["file"].as_str().unwrap().rsplit('/').next().unwrap())
        .collect();
    assert_eq!(unreadable, ["lists.crl", "lists.pem"], "{json}");
}

#[test]
fn an_index_may_be_a_sheet_or_span_several_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let there = folder.path().to_str().unwrap();
    let whole = whats(&expiring("index.toml", "2025-12-01", "400"));
    assert!(whole.len() >= 2, "{whole:?}");
    for lang in LANGUAGES {
        let sheet = path("index.csv");
        let convert = [
            "index",
            "convert",
            "index.toml",
            "--to",
            "csv",
            "--lang",
            lang,
        ];
        let convert = [&convert[..], &["--out", &sheet, "--force"]].concat();
        assert_eq!(kanta(&convert).status, 0);
        for asked in [sheet.as_str(), there] {
            assert_eq!(
                whats(&expiring(asked, "2025-12-01", "400")),
                whole,
                "{lang}"
            );
        }
    }
    fs::remove_file(path("index.csv")).unwrap();
    fs::write(path("other.csv"), "a;b\n1;2\n").unwrap();
    // The parties by themselves, and all the rest.
    let index = fs::read_to_string(data().join("index.toml")).unwrap();
    let agreements = index.find("[[agreement]]").unwrap();
    let (first, second) = index.split_at(agreements);
    fs::write(path("a.toml"), first).unwrap();
    fs::write(path("b.toml"), format!("format = 1\n{second}")).unwrap();
    let ask = |paths: &[&str]| {
        let asked = [
            "expiring",
            "--as-of",
            "2025-12-01",
            "--within",
            "400",
            "--format",
            "json",
        ];
        kanta(&[&asked[..], paths].concat())
    };
    let (a, b) = (path("a.toml"), path("b.toml"));
    let together = ask(&["--index", &a, "--index", &b]);
    assert_eq!(whats(&together), whole, "{}", together.stderr);
    let named = together.json()["ending"][0]["file"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(named, format!("{a}, {b}"));
    // In their folder neither is looked into once more.
    let beside = ask(&["--index", &a, "--index", &b, there]);
    assert_eq!(whats(&beside), whole, "{}", beside.stdout);
    assert_eq!(beside.json()["skipped"], 1);
    assert_eq!(ask(&[there]).status, 2, "the second is no index by itself");
    assert_eq!(kanta(&["expiring"]).status, 2);
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
