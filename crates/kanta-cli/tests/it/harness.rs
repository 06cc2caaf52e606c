//! Runs the tool as people and scripts do.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// The languages in which everything is told.
pub(crate) const LANGUAGES: [&str; 3] = ["en", "fi", "sv"];

/// Every edition of the guide with the day that it carries, copied from the change log of edition 3.18.
pub(crate) const EDITIONS: [(&str, &str); 23] = [
    ("2.6", "2010-04-29"),
    ("2.7", "2010-06-03"),
    ("2.8", "2010-06-24"),
    ("2.9", "2011-02-03"),
    ("3.0", "2015-06-18"),
    ("3.1", "2016-10-24"),
    ("3.2", "2017-11-23"),
    ("3.3", "2018-01-04"),
    ("3.4", "2019-01-31"),
    ("3.5", "2019-06-10"),
    ("3.6", "2019-11-08"),
    ("3.7", "2019-12-09"),
    ("3.8", "2020-04-01"),
    ("3.9", "2021-02-16"),
    ("3.10", "2021-06-02"),
    ("3.11", "2021-12-15"),
    ("3.12", "2022-10-04"),
    ("3.13", "2023-06-13"),
    ("3.14", "2024-01-02"),
    ("3.15", "2024-07-03"),
    ("3.16", "2024-09-11"),
    ("3.17", "2025-09-01"),
    ("3.18", "2025-11-03"),
];

/// The folder of the example plans, in which the tool is run.
pub(crate) fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/data")
}

/// The example plans.
pub(crate) fn plans() -> Vec<String> {
    let list = std::fs::read_to_string(data().join("expected-statuses.txt")).unwrap();
    let plans: Vec<String> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .filter(|(_, status)| *status != "-")
        .map(|(name, _)| name.to_owned())
        .collect();
    assert!(plans.len() >= 4, "{plans:?}");
    plans
}

/// What the tool answered.
pub(crate) struct Answer {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }
}

pub(crate) fn kanta(arguments: &[&str]) -> Answer {
    let output = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments)
        .current_dir(data())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Answer {
        status: output.status.code().expect("the process ended by itself"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A plan of a test's own, with the text of an example plan changed; gone at the test's end.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// Each change is a text that stands there, and what stands there instead.
    pub(crate) fn from(plan: &str, name: &str, changes: &[(&str, &str)]) -> Self {
        let mut text = std::fs::read_to_string(data().join(plan)).unwrap();
        for (old, new) in changes {
            assert!(text.contains(old), "{plan} has no {old:?}");
            text = text.replacen(old, new, 1);
        }
        Self::new(name, &text)
    }

    /// A plan with that text; certificates are looked for among the examples.
    pub(crate) fn new(name: &str, text: &str) -> Self {
        let certificates = data().canonicalize().unwrap().join("certificates");
        let text = text.replace("\"certificates/", &format!("\"{}/", certificates.display()));
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}

/// Every line of a report fits a terminal, holds no control character, and ends in no blank.
pub(crate) fn assert_fits(text: &str) {
    assert!(!text.is_empty());
    for line in text.lines() {
        assert!(
            line.chars().count() <= 80,
            "{} columns: {line}",
            line.chars().count()
        );
        assert!(!line.chars().any(char::is_control), "{line:?}");
        assert_eq!(line, line.trim_end(), "{line:?}");
    }
}

/// The help of a command, its lines joined.
pub(crate) fn help(command: &str) -> String {
    let answer = kanta(&[command, "--help"]);
    assert_eq!(answer.status, 0);
    answer
        .stdout
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
