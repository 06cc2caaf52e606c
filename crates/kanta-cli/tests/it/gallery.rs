//! The guide's figures through the command-line tool: each plan conforms, in each language, and the report says so.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const FIGURES: [u8; 8] = [2, 3, 4, 5, 6, 7, 8, 9];

fn kanta(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data"))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn every_figure_conforms_in_every_language() {
    for number in FIGURES {
        let file = format!("figure-{number}.toml");
        for (language, words) in [
            ("en", "conforms as far as this guide can be checked"),
            ("fi", "on ohjeen mukainen siltä osin kuin sen voi tarkistaa"),
            ("sv", "följer anvisningen så långt den kan kontrolleras"),
        ] {
            let output = kanta(&["check", &file, "--lang", language]);
            let report = text(&output);
            let report = report.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(output.status.code(), Some(0), "{file}: {report}");
            assert!(report.contains(words), "{file}: {report}");
        }
    }
}

#[test]
fn nothing_is_left_open_and_only_two_documents_are_attested() {
    for number in FIGURES {
        let file = format!("figure-{number}.toml");
        let report: Value =
            serde_json::from_str(&text(&kanta(&["check", &file, "--format", "json"]))).unwrap();
        for finding in report["findings"].as_array().unwrap() {
            let outcome = finding["outcome"].as_str().unwrap();
            assert!(
                !matches!(outcome, "violated" | "undetermined"),
                "{file}: {finding}"
            );
        }
        assert_eq!(report["verdict"], "conforming", "{file}");
    }
}

#[test]
fn all_figures_at_once_end_with_one_status() {
    let files: Vec<String> = FIGURES.map(|number| format!("figure-{number}.toml")).into();
    let mut arguments = vec!["check"];
    arguments.extend(files.iter().map(String::as_str));
    assert_eq!(kanta(&arguments).status.code(), Some(0));
    arguments.push("broken.toml");
    assert_eq!(kanta(&arguments).status.code(), Some(1));
}
