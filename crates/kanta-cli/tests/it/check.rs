//! `kanta check` as people and scripts meet it: exit statuses, reports, and input that cannot be read.

mod refused;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")
}

fn kanta(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments)
        .current_dir(data())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("the process ended by itself")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The findings of a plan as (requirement, outcome, path).
fn findings(arguments: &[&str]) -> Vec<(String, String, String)> {
    let mut all = vec!["check", "--format", "json"];
    all.extend_from_slice(arguments);
    let report: Value = serde_json::from_slice(&kanta(&all).stdout).unwrap();
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| (word(f, "requirement"), word(f, "outcome"), word(f, "path")))
        .collect()
}

/// A file of its own for a test, gone at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("kanta-check-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn every_example_ends_with_its_status() {
    let table = std::fs::read_to_string(data().join("expected-statuses.txt")).unwrap();
    let mut listed = Vec::new();
    for line in table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (plan, expected) = line.split_once(' ').unwrap();
        let output = kanta(&["check", plan]);
        assert_eq!(
            status(&output),
            expected.parse::<i32>().unwrap(),
            "{plan}\n{}",
            stdout(&output)
        );
        assert_eq!(stderr(&output), "", "{plan}");
        listed.push(plan.to_owned());
    }
    for must in [
        "clinic.toml 0",
        "clinic-abroad.toml 0",
        "broken.toml 1",
        "unknown.toml 3",
    ] {
        assert!(table.lines().any(|line| line == must), "{must}");
    }
    for entry in std::fs::read_dir(data()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".toml") && !name.starts_with("index") {
            assert!(listed.contains(&name), "{name} has no expected status");
        }
    }
}

#[test]
fn the_same_question_gets_the_same_bytes() {
    for format in ["text", "json"] {
        let first = kanta(&["check", "broken.toml", "--format", format]);
        let again = kanta(&["check", "broken.toml", "--format", format]);
        assert_eq!(first.stdout, again.stdout);
    }
}

#[test]
fn the_broken_plan_has_each_of_its_faults_exactly_once() {
    let faults = [
        (
            "access-point-abroad-not-approved",
            "access_point.ap1.approval",
        ),
        ("tls-version-too-old", "access_point.ap1.tls"),
        ("imaging-over-open-internet", "link.internet-b.network"),
        (
            "no-malware-protection",
            "access_point.ap1.malware_protection",
        ),
        ("address-not-fixed", "access_point.ap1.addresses[0].fixed"),
        ("address-not-public", "access_point.ap1.addresses[1].ip"),
        (
            "address-not-attributable",
            "access_point.ap1.addresses[1].registered_to",
        ),
        ("hall-not-reached", "link.mpls-a.halls"),
        ("routes-not-separate", "link.internet-b.separate_route"),
        ("link-too-slow-for-imaging", "link.mpls-a.down_mbit"),
        (
            "server-certificate-of-another-point",
            "access_point.ap1.certificate",
        ),
        (
            "server-certificate-name-not-in-subject",
            "access_point.ap1.certificate",
        ),
        (
            "server-certificate-name-not-in-alternative-names",
            "access_point.ap1.certificate",
        ),
        ("several-addresses", "access_point.ap1.addresses"),
        ("open-internet-risks-not-heeded", "link.internet-b.risks"),
        ("speed-not-symmetric", "link.mpls-a.up_mbit"),
    ];
    let mut expected: Vec<(String, String)> = faults
        .iter()
        .map(|(id, path)| (format!("connection-models/{id}"), (*path).to_owned()))
        .collect();
    let expired = (
        "private-network/certificate-not-valid",
        "access_point.ap1.certificate",
    );
    expected.push((expired.0.to_owned(), expired.1.to_owned()));
    let mut found: Vec<(String, String)> = findings(&["broken.toml"])
        .into_iter()
        .filter(|(_, outcome, _)| outcome == "violated")
        .map(|(id, _, path)| (id, path))
        .filter(|(id, _)| !id.starts_with("observed-certificates/"))
        .collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn the_plan_with_facts_missing_is_asked_for_exactly_them() {
    let report: Value =
        serde_json::from_slice(&kanta(&["check", "unknown.toml", "--format", "json"]).stdout)
            .unwrap();
    let mut asked: Vec<String> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["level"] == "must")
        .flat_map(|finding| finding["missing"].as_array().cloned().unwrap_or_default())
        .map(|field| field["path"].as_str().unwrap().to_owned())
        .collect();
    asked.sort();
    asked.dedup();
    assert_eq!(
        asked,
        [
            "access_point.ap1.addresses[0].fixed",
            "access_point.ap1.certificate",
            "access_point.ap1.country",
            "link.mpls-b.separate_route",
            "volume.assessed_need_mbit",
        ]
    );
    let outside: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["why"] == "evidence-outside")
        .map(|finding| finding["requirement"].as_str().unwrap())
        .collect();
    assert_eq!(outside, ["connection-models/security-requirements-not-met"]);
}

#[test]
fn an_access_point_abroad_was_a_fault_until_edition_3_17() {
    let rows = |on: &str| {
        let all = findings(&["clinic-abroad.toml", "--on", on]);
        [
            "access-point-outside-finland",
            "access-point-outside-eu",
            "access-point-abroad-not-approved",
        ]
        .map(|row| {
            let id = format!("connection-models/{row}");
            all.iter()
                .find(|(other, ..)| *other == id)
                .unwrap()
                .1
                .clone()
        })
    };
    assert_eq!(
        rows("2025-08-31"),
        ["violated", "not-in-force", "not-in-force"]
    );
    assert_eq!(
        rows("2025-09-01"),
        ["not-in-force", "satisfied", "satisfied"]
    );
    let before = kanta(&["check", "clinic-abroad.toml", "--on", "2025-08-31"]);
    assert_eq!(status(&before), 1);
    assert!(
        stdout(&before).contains("until edition 3.17 (2025-09-01)"),
        "{}",
        stdout(&before)
    );
    let after = kanta(&["check", "clinic-abroad.toml", "--on", "2025-09-01"]);
    assert!(stdout(&after).contains("in force from edition 3.9 (2021-02-16)"));
}

#[test]
fn before_the_first_edition_nothing_is_decided() {
    let output = kanta(&["check", "clinic.toml", "--on", "2009-06-01"]);
    assert_eq!(status(&output), 3);
    assert!(stdout(&output).contains("before the first known edition"));
    let on = |day: &str| {
        let all = findings(&["clinic.toml", "--on", day]);
        let id = "private-network/certificate-not-valid";
        all.into_iter().find(|(other, ..)| other == id).unwrap().1
    };
    assert_eq!(on("2019-05-09"), "undetermined");
    assert_eq!(on("2019-05-10"), "violated");
}

#[test]
fn a_plan_that_says_nothing_is_undetermined() {
    let nothing = Scratch::new("nothing.toml", b"format = 1\n");
    let output = kanta(&["check", nothing.path()]);
    assert_eq!(status(&output), 3);
    for asked in ["[party]", "[[use]]", "[[access_point]]"] {
        assert!(stdout(&output).contains(asked), "{asked}");
    }
}

#[test]
fn of_several_plans_the_worst_status_counts() {
    for (plans, expected) in [
        (["clinic.toml", "clinic-abroad.toml"], 0),
        (["clinic.toml", "unknown.toml"], 3),
        (["unknown.toml", "broken.toml"], 1),
        (["broken.toml", "no-such-plan.toml"], 2),
        (["no-such-plan.toml", "clinic.toml"], 2),
    ] {
        assert_eq!(
            status(&kanta(&["check", plans[0], plans[1]])),
            expected,
            "{plans:?}"
        );
    }
}

#[test]
fn the_report_keeps_to_80_columns_and_colours_only_a_terminal() {
    for language in ["en", "fi", "sv"] {
        for plan in ["clinic.toml", "broken.toml", "unknown.toml"] {
            let output = kanta(&["check", plan, "--lang", language, "--all"]);
            let report = stdout(&output);
            for line in report.lines() {
                assert!(line.chars().count() <= 80, "{line}");
            }
            assert!(!report.contains('\u{1b}'));
            assert!(
                !report.contains("{") && !report.contains("Some("),
                "{report}"
            );
        }
    }
}

#[test]
fn the_three_languages_tell_the_same_findings() {
    let ids = |language: &str, label: &str| {
        let output = kanta(&["check", "broken.toml", "--lang", language]);
        let ids: Vec<String> = stdout(&output)
            .lines()
            .filter_map(|line| line.trim().strip_prefix(label))
            .map(|id| id.trim().to_owned())
            .collect();
        ids
    };
    let english = ids("en", "id ");
    assert!(english.len() > 15);
    assert_eq!(ids("fi", "tunnus "), english);
    assert_eq!(ids("sv", "id "), english);
}

#[test]
fn control_characters_of_a_plan_never_reach_the_terminal() {
    let hostile =
        "format = 1\n[party]\nname = \"a\\u001b[31mred\\u202e\\u0007\"\nkind = \"provider\"\n";
    let plan = Scratch::new("hostile.toml", hostile.as_bytes());
    for language in ["en", "fi", "sv"] {
        let output = kanta(&["check", plan.path(), "--lang", language]);
        let report = stdout(&output);
        assert!(
            report.contains("a\\u{1b}[31mred\\u{202e}\\u{7}"),
            "{report}"
        );
        assert!(report.chars().all(|c| c == '\n' || !c.is_control()));
    }
    let key = Scratch::new("hostile-key.toml", b"format = 1\n\"\\u001b[2J\" = 1\n");
    let output = kanta(&["check", key.path()]);
    assert_eq!(status(&output), 2);
    assert!(
        stderr(&output)
            .chars()
            .all(|c| c == '\n' || !c.is_control())
    );
}

#[test]
fn text_and_json_tell_the_same_violations() {
    let text = stdout(&kanta(&["check", "broken.toml"]));
    for (id, outcome, _) in findings(&["broken.toml"]) {
        if outcome == "violated" {
            assert!(text.contains(&id), "{id}");
        }
    }
    assert!(Path::new(&data()).join("broken.toml").exists());
}

#[test]
fn what_rests_on_our_reading_alone_is_not_known_and_says_what_was_found() {
    let plan = std::fs::read_to_string(data().join("figure-7.toml")).unwrap();
    assert!(plan.contains("traffic_encrypted = true"));
    let plan = plan
        .replace("traffic_encrypted = true", "traffic_encrypted = false")
        .replace(
            "\"certificates/",
            &format!("\"{}/certificates/", data().display()),
        );
    let file = Scratch::new("by-reading.toml", plan.as_bytes());
    let id = "connection-models/traffic-to-access-point-not-encrypted";
    let output = kanta(&["check", "--format", "json", file.path()]);
    assert_eq!(status(&output), 3, "{}", stdout(&output));
    let report: Value = serde_json::from_str(&stdout(&output)).unwrap();
    let findings = report["findings"].as_array().unwrap();
    let finding = findings.iter().find(|f| f["requirement"] == id).unwrap();
    assert_eq!(finding["certainty"], "interpreted");
    assert_eq!(finding["outcome"], "undetermined");
    assert_eq!(finding["why"], "guide-ambiguous");
    assert_eq!(finding["question"], finding["reading"]);
    assert_eq!(finding["found"]["en"], "no");
    assert_eq!(finding["required"]["en"], "yes");
    for (language, words) in [
        (
            "en",
            [
                "found    no",
                "required yes",
                "by our reading alone",
                "read as  chapter 7",
            ],
        ),
        (
            "fi",
            [
                "todettu  ei",
                "kyllä",
                "oman tulkintamme mukaan",
                "luku 7 kuvaa esimerkkejä",
            ],
        ),
        (
            "sv",
            [
                "hittat   nej",
                "ja",
                "enbart vår tolkning",
                "kapitel 7 beskriver exempel",
            ],
        ),
    ] {
        let text = stdout(&kanta(&["check", "--lang", language, file.path()]));
        for word in words {
            assert!(text.contains(word), "{word}\n{text}");
        }
        let explained = stdout(&kanta(&["explain", "--lang", language, id]));
        let interpreted = [
            "our reading of a text",
            "oma tulkintamme tekstistä",
            "vår tolkning av en text",
        ];
        assert!(
            interpreted.iter().any(|words| explained.contains(words)),
            "{explained}"
        );
    }
}

/// What settles something is told where it settles it; what settles nothing is told to settle nothing.
#[test]
fn a_ruling_and_an_attestation_that_settle_nothing_are_told() {
    let base = std::fs::read_to_string(data().join("clinic.toml")).unwrap();
    let used: toml::Table = base.parse().unwrap();
    assert!(used.contains_key("attested"), "the base attests something");
    let told = |text: &str| -> (Vec<(String, String, String)>, u64, String) {
        let file = Scratch::new("unused.toml", text.as_bytes());
        let folder = data();
        let arguments = ["check", file.path(), "--base", folder.to_str().unwrap()];
        let json = kanta(&[&arguments[..], &["--format", "json"]].concat());
        let report: Value = serde_json::from_slice(&json.stdout).unwrap();
        let word = |its: &Value, key: &str| its[key].as_str().unwrap().to_owned();
        let unused = report["unused"].as_array().unwrap().iter();
        let unused = unused
            .map(|its| {
                (
                    word(its, "path"),
                    word(its, "requirement"),
                    word(its, "words"),
                )
            })
            .collect();
        let ruled = report["counts"]["ruled"].as_u64().unwrap();
        // Lines are broken to fit a terminal.
        let text = stdout(&kanta(&arguments));
        let words: Vec<&str> = text.split_whitespace().collect();
        (unused, ruled, words.join(" "))
    };
    let (unused, ruled, text) = told(&base);
    assert_eq!((unused, ruled), (Vec::new(), 0));
    assert!(!text.contains("WITHOUT EFFECT"), "{text}");

    // A backup over the open internet without a justification: the guide is silent, and a ruling settles it.
    let asked = base.replacen(
        "id = \"mpls-b\"",
        "id = \"mpls-b\"\njustification = false\nrisks = \"filtered\"",
        1,
    );
    let (before, after) = asked.split_once("id = \"mpls-b\"").unwrap();
    let open = after.replacen("network = \"private\"", "network = \"open-internet\"", 1);
    let open = format!("{before}id = \"mpls-b\"{open}");
    let ruling = "\n[[ruling]]\nrequirement = \"connection-models/open-internet-not-justified\"\nmet = true\n\
                  by = \"Kanta-palvelut\"\non = 2025-11-01\nreference = \"R-7\"\n";
    let (unused, ruled, text) = told(&format!("{open}{ruling}"));
    assert_eq!((unused, ruled), (Vec::new(), 1));
    assert!(!text.contains("WITHOUT EFFECT"), "{text}");

    // Over a private network there is nothing to settle.
    let (unused, ruled, text) = told(&format!("{base}{ruling}"));
    let id = "connection-models/open-internet-not-justified";
    assert_eq!(unused, [("ruling[0]".into(), id.into(), "R-7".into())]);
    assert_eq!(ruled, 0);
    assert!(text.contains("WITHOUT EFFECT"), "{text}");
    assert!(text.contains("`R-7` settles nothing on this day"), "{text}");

    // An attestation of the day after the day asked about.
    let count = used["attested"].as_array().unwrap().len();
    let late = "\n[[attested]]\nrequirement = \"connection-models/cryptography-below-tl-iv\"\nmet = true\n\
                by = \"N.N.\"\non = 2025-12-02\nground = \"A-9\"\n";
    let (unused, _, text) = told(&format!("{base}{late}"));
    let id = "connection-models/cryptography-below-tl-iv";
    let path = format!("attested[{count}]");
    assert_eq!(unused, [(path, id.into(), "A-9".into())]);
    assert!(text.contains("`A-9` settles nothing on this day"), "{text}");
}
