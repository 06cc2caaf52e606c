//! No message in Finnish or Swedish has the English words of the readers of TOML, JSON and CSV, or of the system, in it.

use std::fs;

use serde_json::Value;

use crate::harness::{data, kanta};

/// Words that only they write.
const ENGLISH: [&str; 32] = [
    "EOF",
    "expected",
    "found",
    "missing",
    "unknown",
    "invalid",
    "unexpected",
    "unclosed",
    "trailing",
    "comma",
    "parsing",
    "parse",
    "string",
    "integer",
    "sequence",
    "quoted",
    "newline",
    "must",
    "duplicate",
    "digits",
    "basic",
    "literal",
    "characters",
    "UTF-8 in",
    "such file",
    "directory",
    "os error",
    "line ",
    "column ",
    "byte index",
    "englanniksi",
    "engelska",
];

const TOML: [&str; 14] = [
    "name = Väinö\n",
    "a = \n",
    "[party\n",
    "a = 1\na = 2\n",
    "x y z\n",
    "a = 2025-02-30\n",
    "a = 25:00:00\n",
    "\"\"\"\n",
    "a = [1,,2]\n",
    "a = \"\\q\"\n",
    "a = 01\n",
    "a = { b = 1 c = 2 }\n",
    "a = 1\na.b = 2\n",
    "= 1\n",
];

const JSON: [&str; 13] = [
    "{",
    "[1,",
    "{\"a\":}",
    "{a:1}",
    "{\"a\":1,}",
    "{\"a\":1}x",
    "nul",
    "{\"a\":\"\u{1}\"}",
    "{\"a\":01}",
    "{\"a\":\"\\q\"}",
    "{\"a\" 1}",
    "{\"source\":1}",
    "[]",
];

/// Each line without what it quotes.
fn outside(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let parts = line.split('`').step_by(2);
        parts.collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The messages of answers in JSON Lines, or in CSV behind the line that names the columns.
fn messages(answers: &str) -> String {
    let message = |line: &str| match serde_json::from_str::<Value>(line) {
        Ok(answer) => answer["message"].as_str().map(str::to_owned),
        Err(_) => Some(line.to_owned()),
    };
    let lines = answers.lines().filter(|line| !line.starts_with("line,"));
    lines.filter_map(message).collect::<Vec<_>>().join("\n")
}

fn holds_no_english(command: &[&str]) {
    for lang in ["fi", "sv"] {
        let answer = kanta(&[command, &["--lang", lang]].concat());
        assert!(!answer.stderr.contains("Usage:"), "{}", answer.stderr);
        let told = match command {
            ["admit", ..] => messages(&answer.stdout) + &answer.stderr,
            _ => answer.stdout + &answer.stderr,
        };
        let told = outside(&told);
        for word in ENGLISH {
            assert!(!told.contains(word), "{command:?}: {word}: {told}");
        }
    }
}

#[test]
fn texts_that_break_their_form_are_told_without_english() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    // Whoever asks may write into the plan.
    let plan = fs::read_to_string(data().join("clinic.toml")).unwrap();
    let plan = write("plan.toml", &plan);
    for (at, text) in TOML.iter().enumerate() {
        let file = write(&format!("{at}.toml"), text);
        let file = file.as_str();
        for command in [
            &["check", file][..],
            &["index", "check", file],
            &["index", "try", "index.toml", "--order", file],
            &["gateway", file],
            &["ask", &plan, "--answers", file],
            &["check", "clinic.toml", "--quiet", "--settings", file],
            &["check", "clinic.toml", "--quiet", "--accept", file],
        ] {
            holds_no_english(command);
        }
    }
    for (at, text) in JSON.iter().enumerate() {
        let batch = format!("source,for,service\n{text}\n");
        let (lines, csv) = (
            write(&format!("{at}.jsonl"), text),
            write(&format!("{at}.csv"), &batch),
        );
        let json = write(&format!("{at}.json"), text);
        let admit = ["admit", "--index", "index.toml", "--batch"];
        for command in [
            &["index", "check", &json][..],
            &["index", "check", &lines],
            &["check", "clinic.toml", "--quiet", "--baseline", &json],
            &[&admit[..], &[&lines]].concat(),
            &[&admit[..], &[&csv]].concat(),
            &[
                &admit[..],
                &[&lines, "--own", "clinic-ap", "--systems", &json],
            ]
            .concat(),
            &["audit", "verify", &json, "--checkpoint", &json],
        ] {
            holds_no_english(command);
        }
    }
}

#[test]
fn files_that_cannot_be_opened_are_told_without_english() {
    let data = data().canonicalize().unwrap();
    let folder = data.to_str().unwrap();
    let long = "x".repeat(300);
    for file in ["nosuch", "clinic.toml/x", folder, long.as_str()] {
        for command in [
            &["index", "check", file][..],
            &["gateway", file],
            &["ask", file],
            &["check", "clinic.toml", "--quiet", "--accept", file],
            &["check", "clinic.toml", "--quiet", "--write-baseline", file],
            &["admit", "--index", "index.toml", "--batch", file],
            &["audit", "summary", file],
            &["audit", "verify", "index.toml", "--checkpoint", file],
            &["vectors", "run", "--entrypoint", file, "--vectors", file],
        ] {
            // Nothing is written into what is there.
            if command.contains(&"--write-baseline") && file == "nosuch" {
                continue;
            }
            holds_no_english(command);
        }
    }
}
