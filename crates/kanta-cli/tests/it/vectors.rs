//! The vectors for other implementations: every line has its form, and this implementation answers each of them right, by the
//! tool's own runner and by the one in Python; and no program makes a runner hang or find it right by accident.

mod told;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::harness::{LANGUAGES, kanta};

const KINDS: [&str; 5] = ["oid", "certificate", "plan", "index", "admission"];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../vectors")
}

fn vectors(kind: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder().join(format!("{kind}.jsonl"))).unwrap();
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().unwrap()
}

/// Runs the tool's runner on a program.
fn run(entrypoint: &str, vectors: &Path, more: &[&str]) -> (i32, String) {
    let vectors = vectors.to_str().unwrap();
    let mut args = vec![
        "vectors",
        "run",
        "--entrypoint",
        entrypoint,
        "--vectors",
        vectors,
    ];
    args.extend(more);
    let answer = kanta(&args);
    (answer.status, answer.stdout + &answer.stderr)
}

fn serve() -> String {
    format!("{} vectors serve", env!("CARGO_BIN_EXE_kanta"))
}

#[test]
fn every_line_has_the_form_of_the_schema_and_an_id_of_its_own() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(folder().join("schema.json")).unwrap()).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let mut ids = BTreeSet::new();
    let mut known = 0;
    for kind in KINDS {
        let vectors = vectors(kind);
        for vector in &vectors {
            if let Some(error) = validator.iter_errors(vector).next() {
                panic!("{}: {error}", vector["id"]);
            }
            assert_eq!(vector["kind"], kind);
            assert!(
                ids.insert(vector["id"].as_str().unwrap().to_owned()),
                "{}",
                vector["id"]
            );
            known += usize::from(vector["canary"] != true);
        }
        let canaries = vectors.iter().filter(|it| it["canary"] == true).count();
        assert_eq!(canaries, 1, "{kind}");
    }
    assert!(known >= 500, "{known}");
    // The schema is one: what lacks its reason, or a reason why, is refused.
    let mut lacking = vectors("plan")
        .into_iter()
        .find(|it| it["verdict"] == "undetermined")
        .unwrap();
    assert!(validator.is_valid(&lacking));
    lacking.as_object_mut().unwrap().remove("why");
    assert!(!validator.is_valid(&lacking));
    let mut lacking = vectors("oid").remove(0);
    lacking["verdict"] = json!("conforming");
    assert!(!validator.is_valid(&lacking));
}

#[test]
fn every_requirement_that_is_asked_about_is_one_of_the_catalogue() {
    let mut known = BTreeSet::new();
    for more in [&[][..], &["--index"]] {
        let args = [&["requirements", "--format", "json"], more].concat();
        let list = kanta(&args).json();
        let ids = list.as_array().unwrap().iter();
        known.extend(ids.map(|it| it["id"].as_str().unwrap().to_owned()));
    }
    let mut asked = BTreeSet::new();
    for vector in KINDS.into_iter().flat_map(vectors) {
        let one = vector["input"]["requirement"].as_str().map(str::to_owned);
        let missing = vector["details"]["missing"]
            .as_array()
            .into_iter()
            .flatten();
        asked.extend(one);
        asked.extend(missing.map(|it| it.as_str().unwrap().to_owned()));
    }
    for id in &asked {
        assert!(
            known.contains(id)
                || id.starts_with("admission/")
                || id.starts_with("private-network/"),
            "{id}"
        );
    }
    assert!(asked.len() >= 100, "{}", asked.len());
}

#[test]
fn this_implementation_answers_every_vector_right() {
    let (status, report) = run(&serve(), &folder(), &[]);
    assert_eq!(status, 0, "{report}");
    assert!(
        report.contains("wrong on purpose, and found wrong: 5/5"),
        "{report}"
    );
}

#[test]
fn the_python_runner_and_the_maker_agree() {
    let python = |args: &[&str]| {
        Command::new("python3")
            .args(args)
            .current_dir(folder().join(".."))
            .stdin(Stdio::null())
            .output()
            .ok()
    };
    let Some(answer) = python(&[
        "vectors/run.py",
        "--",
        env!("CARGO_BIN_EXE_kanta"),
        "vectors",
        "serve",
    ]) else {
        eprintln!("SKIPPED: no python3");
        return;
    };
    let report = String::from_utf8(answer.stdout).unwrap();
    assert_eq!(answer.status.code(), Some(0), "{report}");
    assert!(
        report.contains("wrong on purpose, and found wrong: 5/5"),
        "{report}"
    );
    // It finds nothing right by accident, and ends.
    for (program, status) in [("cat", 1), ("true", 1), ("yes", 1)] {
        let args = [
            "vectors/run.py",
            "--timeout",
            "0.2",
            "--kind",
            "oid",
            "--",
            program,
        ];
        assert_eq!(
            python(&args).unwrap().status.code(),
            Some(status),
            "{program}"
        );
    }
    // The program to start from answers for OIDs, and says so of the rest.
    let example = |more: &[&str]| {
        let args = [
            &["vectors/run.py"],
            more,
            &["--", "python3", "vectors/example.py"],
        ]
        .concat();
        python(&args).unwrap().status.code()
    };
    assert_eq!(example(&["--kind", "oid"]), Some(0));
    assert_eq!(example(&[]), Some(3));
    // The maker reads TOML, which Python does since 3.11.
    if python(&["-c", "import tomllib"]).unwrap().status.success() {
        let made = python(&["vectors/make", "--check"]).unwrap();
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
    }
}

/// A folder with one vector a kind, changed.
fn changed(change: impl Fn(&mut Value)) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for kind in KINDS {
        let mut vector = vectors(kind).remove(0);
        change(&mut vector);
        fs::write(
            folder.path().join(format!("{kind}.jsonl")),
            format!("{vector}\n"),
        )
        .unwrap();
    }
    folder
}

#[test]
fn a_wrong_answer_is_told_in_three_languages_with_clause_and_reason() {
    let wrong = changed(|vector| {
        if vector["kind"] == "oid" {
            vector["details"]["form"] = json!("pharmacy");
        }
    });
    for language in LANGUAGES {
        let (status, report) = run(&serve(), wrong.path(), &["--lang", language]);
        assert_eq!(status, 1, "{report}");
        assert!(report.contains("oid/valid/1"), "{report}");
        assert!(report.contains("form `\"pharmacy\"`"), "{report}");
        assert!(report.contains("`\"sote\"`"), "{report}");
        assert!(report.contains("3.1.3: "), "{report}");
    }
    let (status, report) = run(&serve(), wrong.path(), &["--format", "json"]);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(status, 1);
    assert_eq!(report["failures"][0]["became"]["what"], "wrong");
    assert_eq!(report["together"]["wrong"], 1);
}

#[test]
fn a_canary_that_is_called_right_fails_the_run() {
    let right = changed(|vector| vector["canary"] = json!(true));
    let (status, report) = run(&serve(), right.path(), &[]);
    assert_eq!(status, 1, "{report}");
    assert!(
        report.contains("wrong on purpose, and found wrong: 0/5"),
        "{report}"
    );
    assert!(report.contains("this runner compares nothing"), "{report}");
}

#[cfg(unix)]
#[test]
fn no_program_makes_the_runner_hang_or_finds_favour_by_accident() {
    let one = changed(|_| {});
    for (program, told) in [
        ("sleep 1000", "no answer in time"),
        ("true", "the program ended without an answer"),
        ("cat", "no answer of the protocol"),
        ("yes", "no answer of the protocol"),
        ("cat /dev/zero", "the answer is longer than a mebibyte"),
    ] {
        let start = Instant::now();
        let (status, report) = run(program, one.path(), &["--timeout", "1"]);
        assert_eq!(status, 1, "{program}: {report}");
        assert!(report.contains(told), "{program}: {report}");
        assert!(start.elapsed() < Duration::from_secs(30), "{program}");
    }
    // Started four times, and not again.
    let (_, report) = run("sleep 1000", one.path(), &["--timeout", "1"]);
    assert_eq!(report.matches("no answer in time").count(), 4, "{report}");
    assert_eq!(
        report.matches("started as often as it may be").count(),
        1,
        "{report}"
    );
}

#[test]
fn what_is_not_known_is_neither_right_nor_wrong() {
    let folder = changed(|_| {});
    let (status, report) = run(
        &serve(),
        folder.path(),
        &["--kind", "oid", "--kind", "plan"],
    );
    assert_eq!(status, 0, "{report}");
    assert!(!report.contains("admission"), "{report}");
    #[cfg(unix)]
    {
        // A program that knows nothing answers so, with the id of each request.
        let script = folder.path().join("nothing.sh");
        let text = "#!/bin/sh\nsed -u 's/.*\"id\":\\(\"[^\"]*\"\\).*/{\"id\":\\1,\"verdict\":\"unsupported\"}/'\n";
        fs::write(&script, text).unwrap();
        let (status, report) = run(
            &format!("sh {}", script.display()),
            folder.path(),
            &["--kind", "oid"],
        );
        assert_eq!(status, 3, "{report}");
    }
}

#[test]
fn wrong_usage_and_broken_vectors_have_a_status_of_their_own() {
    let (status, report) = run("/nowhere/at/all", &folder(), &[]);
    assert_eq!(status, 2, "{report}");
    let (status, report) = run(&serve(), Path::new("/nowhere"), &[]);
    assert_eq!(status, 2, "{report}");
    let broken = changed(|vector| {
        vector.as_object_mut().unwrap().remove("reason");
    });
    let (status, report) = run(&serve(), broken.path(), &[]);
    assert_eq!(status, 2, "{report}");
    assert!(report.contains("line 1"), "{report}");
}

#[test]
fn what_serve_does_not_understand_it_says() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(["vectors", "serve"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let asked = [
        "nonsense".to_owned(),
        json!({"protocol": 2, "id": "a", "kind": "oid", "input": {"text": ""}}).to_string(),
        json!({"protocol": 1, "id": "b", "kind": "weather", "input": {}}).to_string(),
        json!({"protocol": 1, "id": "c", "kind": "oid", "input": {}}).to_string(),
        json!({"protocol": 1, "id": "d", "kind": "plan", "input": {"plan": {"format": 1}, "on": "2025-13-01"}}).to_string(),
        json!({"protocol": 1, "id": "e", "kind": "plan", "input": {"plan": {"a\u{1}\"b": [null]}, "on": "2025-12-01"}}).to_string(),
        json!({"protocol": 1, "id": "f", "kind": "oid", "input": {"text": "1.2.246.10.12345671.10.0.13.1"}}).to_string(),
    ];
    std::io::Write::write_all(
        child.stdin.as_mut().unwrap(),
        (asked.join("\n") + "\n").as_bytes(),
    )
    .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let answers: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let verdicts: Vec<&str> = answers
        .iter()
        .map(|it| it["verdict"].as_str().unwrap())
        .collect();
    assert_eq!(
        verdicts,
        [
            "error",
            "error",
            "unsupported",
            "error",
            "error",
            "error",
            "valid"
        ]
    );
    let ids: Vec<&Value> = answers.iter().map(|it| &it["id"]).collect();
    assert_eq!(
        ids,
        [
            &Value::Null,
            &json!("a"),
            &json!("b"),
            &json!("c"),
            &json!("d"),
            &json!("e"),
            &json!("f")
        ]
    );
}
