//! `kanta ask`: on the command line, off a terminal, and on one.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::harness::{Answer, LANGUAGES};

#[cfg(target_os = "linux")]
mod terminal;

/// A plan of a test's own in a folder of its own, gone at the end.
struct Plan(PathBuf);

impl Plan {
    fn new(name: &str, kind: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("ask-{name}"));
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).unwrap();
        let plan = Self(folder);
        assert_eq!(plan.kanta(&["new", kind, "--out", "plan.toml"]).status, 0);
        plan
    }

    fn kanta(&self, arguments: &[&str]) -> Answer {
        let output = Command::new(env!("CARGO_BIN_EXE_kanta"))
            .args(arguments)
            .current_dir(&self.0)
            .output()
            .unwrap();
        Answer {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn ask(&self, more: &[&str]) -> Answer {
        self.kanta(&[&["ask", "plan.toml", "--on", "2025-12-01"], more].concat())
    }

    fn text(&self) -> String {
        fs::read_to_string(self.0.join("plan.toml")).unwrap()
    }
}

impl Drop for Plan {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn off_a_terminal_what_is_left_is_listed_in_the_order_of_the_checklist() {
    for language in LANGUAGES {
        let plan = Plan::new(&format!("list-{language}"), "clinic");
        let before = plan.text();
        let answer = plan.ask(&["--lang", language]);
        assert_eq!(answer.status, 2);
        let fields: Vec<&str> = answer
            .stdout
            .lines()
            .map(|line| line.split(": ").next().unwrap())
            .collect();
        let told =
            ["en", "fi", "sv"]
                .into_iter()
                .zip(["left open", "avoimeksi jäi", "lämnades öppna"]);
        let (_, told) = told
            .into_iter()
            .find(|(code, _)| *code == language)
            .unwrap();
        assert!(
            answer.stderr.contains(told) && answer.stderr.contains(&fields.len().to_string()),
            "{}",
            answer.stderr
        );
        // The registers come first, the notices of disruptions later, and what only the guide asks for last.
        let at = |field: &str| {
            fields
                .iter()
                .position(|it| *it == field)
                .unwrap_or_else(|| panic!("{field}: {fields:?}"))
        };
        assert!(at("party.register") < at("system.emr.assessed_until"));
        assert!(at("readiness.register_data_checked") < at("readiness.disruption_notices"));
        assert!(at("readiness.disruption_notices") < at("link.line-a.role"));
        let once: std::collections::BTreeSet<&&str> = fields.iter().collect();
        assert_eq!(once.len(), fields.len());
        assert_eq!(plan.text(), before);
    }
}

#[test]
fn answers_of_the_command_line_are_written_where_their_lines_stand() {
    let plan = Plan::new("flags", "clinic");
    let before = plan.text();
    let answer = plan.ask(&[
        "--answer",
        "party.register=sote",
        "--answer",
        "party.registered=1.3.2019",
        "--answer",
        "access_point.ap1.tls=1.2, 1.3",
        "--answer",
        "link.line-b.role=third",
        "--answer",
        "party.joining.approved.imaging=2025-10-06",
    ]);
    assert_eq!(answer.status, 2, "{}", answer.stderr);
    assert!(
        answer
            .stderr
            .contains("link.line-b.role: `third` is not what is asked for"),
        "{}",
        answer.stderr
    );
    assert_eq!(
        plan.text(),
        before,
        "with a wrong answer nothing is written"
    );
    let answer = plan.ask(&[
        "--answer",
        "party.register=sote",
        "--answer",
        "party.registered=1.3.2019",
        "--answer",
        "access_point.ap1.tls=1.2, 1.3",
        "--answer",
        "link.line-b.role=backup",
    ]);
    assert_eq!(answer.status, 2, "{}", answer.stderr);
    let after = before
        .replacen("#register = \"sote\"", "register = \"sote\"", 1)
        .replacen("#registered = 2019-03-01", "registered = 2019-03-01", 1)
        .replacen("#tls = [\"1.2\", \"1.3\"]", "tls = [\"1.2\", \"1.3\"]", 1)
        .replacen("#role = \"backup\"", "role = \"backup\"", 1);
    assert_eq!(plan.text(), after);
    assert!(!answer.stdout.contains("party.register:"));
}

#[test]
fn wrong_answers_are_told_all_at_once() {
    let plan = Plan::new("wrong", "clinic");
    let before = plan.text();
    let answer = plan.ask(&[
        "--answer",
        "party.registered=31.2.2019",
        "--answer",
        "access_point.ap1.oid=1.2.x",
        "--answer",
        "party.regster=sote",
        "--answer",
        "link.line-c.role=backup",
    ]);
    assert_eq!(answer.status, 2);
    for told in [
        "party.registered: `31.2.2019` is not what is asked for, expected: ",
        "access_point.ap1.oid: ",
        "party.regster: a plan has no such field; did you mean `party.register`",
        "link.line-c.role: the plan has no such entry, or something else stands there",
    ] {
        assert!(answer.stderr.contains(told), "{told}: {}", answer.stderr);
    }
    assert_eq!(plan.text(), before);
}

/// The answers are printed as lines to fill in; filled in with their examples, they answer what was asked.
#[test]
fn printed_answers_are_read_again() {
    for kind in ["clinic", "pharmacy", "social-welfare"] {
        let plan = Plan::new(&format!("print-{kind}"), kind);
        // The files that the examples name.
        for (file, named) in [
            ("clinic-server.pem", "server.pem"),
            ("clinic-signature.pem", "signature.pem"),
        ] {
            let certificates = crate::harness::data().join("certificates");
            fs::copy(certificates.join(file), plan.0.join(named)).unwrap();
        }
        let mut open = usize::MAX;
        for _ in 0..6 {
            let printed = plan.ask(&["--print-answers"]);
            assert_eq!((printed.status, printed.stderr.as_str()), (0, ""));
            let lines: Vec<&str> = printed
                .stdout
                .lines()
                .filter_map(|line| line.strip_prefix('#'))
                .collect();
            assert!(lines.len() < open, "{kind}: {lines:?}");
            open = lines.len();
            if open == 0 {
                break;
            }
            fs::write(plan.0.join("answers.toml"), lines.join("\n")).unwrap();
            let answer = plan.ask(&["--answers", "answers.toml"]);
            assert!(
                answer.status == 2 || answer.status == 0,
                "{}",
                answer.stderr
            );
            assert!(
                !answer.stderr.contains("not what is asked for"),
                "{}",
                answer.stderr
            );
        }
        assert_eq!(open, 0, "{kind}");
        assert_eq!(plan.ask(&[]).status, 0);
        // The plan is still one that can be read, with its comments.
        assert!(
            [1, 3].contains(
                &plan
                    .kanta(&["check", "plan.toml", "--on", "2025-12-01"])
                    .status
            )
        );
        assert!(plan.text().contains("# the joining party\n"));
    }
}

#[cfg(unix)]
#[test]
fn a_plan_of_standard_input_goes_to_standard_output_with_its_answers() {
    let plan = Plan::new("piped", "clinic");
    let tool = env!("CARGO_BIN_EXE_kanta");
    let piped = |more: &[&str]| {
        let mut ask = Command::new(tool);
        ask.args(["ask", "-", "--on", "2025-12-01"]).args(more);
        ask.current_dir(&plan.0);
        ask.stdin(fs::File::open(plan.0.join("plan.toml")).unwrap());
        let output = ask.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    };
    let before = plan.text();
    let (status, told, left) = piped(&[]);
    assert_eq!((status, told.as_str()), (2, before.as_str()));
    assert!(left.contains("party.register: "), "{left}");
    let answers = [
        "--answer",
        "party.register=sote",
        "--answer",
        "access_point.ap1.country=FI",
    ];
    let (status, told, left) = piped(&answers);
    assert_eq!(status, 2);
    assert!(!left.contains("party.register: "), "{left}");
    assert!(!plan.0.join("-").exists());
    assert_eq!(plan.text(), before, "the file stays as it is");
    // The same answers in the file give the same plan.
    plan.ask(&answers);
    assert_eq!(told, plan.text());
    let (status, told, _) = piped(&["--answer", "party.register=none"]);
    assert_eq!((status, told.as_str()), (2, ""));
    let (status, told, _) = piped(&["--print-answers"]);
    assert_eq!(status, 0);
    assert_ne!(told, before);
    assert!(
        told.lines()
            .all(|line| line.starts_with('#') || line.contains(" = "))
    );
    let (status, told, message) = piped(&["--answers", "-"]);
    assert_eq!((status, told.as_str()), (2, ""));
    assert!(message.contains("standard input"), "{message}");
}

/// In JSON the same is left as in text, in the same order, with the same status.
#[test]
fn what_is_left_is_told_as_data_with_the_same_status() {
    let plan = Plan::new("json", "clinic");
    let answers = ["--answer", "party.register=sote"];
    let (text, data) = (plan.ask(&answers), plan.ask(&["--format", "json"]));
    assert_eq!((data.status, data.stderr.as_str()), (text.status, ""));
    let open = data.json()["questions"].clone();
    let fields = open.as_array().unwrap().iter().map(|its| {
        let (field, about) = (&its["field"], &its["about"]["en"]);
        format!("{}: {}", field.as_str().unwrap(), about.as_str().unwrap())
    });
    assert_eq!(
        fields.collect::<Vec<_>>(),
        text.stdout.lines().collect::<Vec<_>>()
    );
    // Of a plan on standard output what is left stands aside, as in text.
    #[cfg(unix)]
    {
        let mut ask = Command::new(env!("CARGO_BIN_EXE_kanta"));
        ask.args(["ask", "-", "--on", "2025-12-01", "--format", "json"]);
        ask.stdin(fs::File::open(plan.0.join("plan.toml")).unwrap());
        let output = ask.output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), plan.text());
        let left: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
        let fields = |open: &serde_json::Value| -> Vec<String> {
            let open = open.as_array().unwrap().iter();
            open.map(|its| its["field"].to_string()).collect()
        };
        assert_eq!(fields(&left["questions"]), fields(&open));
    }
    // Refused answers are faults at their fields, in the language asked for, and nothing is written.
    let before = plan.text();
    let wrong = ["--answer", "party.nam=A", "--answer", "party.registered=x"];
    let answer = plan.ask(&[&wrong[..], &["--format", "json", "--lang", "sv"]].concat());
    assert_eq!((answer.status, answer.stderr.as_str()), (2, ""));
    let faults = answer.json()["faults"].clone();
    assert_eq!(faults[0]["place"]["path"], "party.nam");
    assert_eq!(
        faults[0]["message"],
        "en plan har inget sådant fält; menade du `party.name`"
    );
    assert_eq!(
        faults[1]["messages"]["en"],
        "`x` is not what is asked for, expected: a day such as 2026-12-31 or 31.12.2026, for example \
         `2019-03-01`"
    );
    assert_eq!(plan.text(), before);
    // A sheet to fill in is text.
    assert_eq!(plan.ask(&["--print-answers", "--format", "json"]).status, 2);
}

#[test]
fn a_plan_that_cannot_be_read_is_not_asked_about() {
    let plan = Plan::new("broken", "clinic");
    fs::write(
        plan.0.join("plan.toml"),
        "format = 1\n[party]\nkind = \"provder\"\n",
    )
    .unwrap();
    let answer = plan.ask(&["--answer", "party.name=A"]);
    assert_eq!(answer.status, 2);
    assert!(
        answer
            .stderr
            .contains("line 3, column 8: `kind` does not take `provder`"),
        "{}",
        answer.stderr
    );
    assert_eq!(plan.kanta(&["ask", "none.toml"]).status, 2);
}
