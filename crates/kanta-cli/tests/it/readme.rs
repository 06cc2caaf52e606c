//! The README shows what the tool prints, and nothing else.

use std::path::PathBuf;
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn readme() -> String {
    std::fs::read_to_string(root().join("README.md")).unwrap()
}

/// The lines between two marks, without the fence.
fn block<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    text.lines()
        .skip_while(|line| *line != format!("<!-- {name} -->"))
        .skip(1)
        .take_while(|line| *line != format!("<!-- /{name} -->"))
        .filter(|line| !line.starts_with("```"))
        .collect()
}

#[test]
fn the_report_in_the_readme_is_what_the_tool_prints() {
    let readme = readme();
    let shown = block(&readme, "report");
    // The first command of the README prints what stands below it, and the tool is installed before.
    let (command, shown) = shown.split_first().unwrap();
    let arguments = command.strip_prefix("$ kanta ").unwrap();
    let first = readme.lines().find(|line| line.starts_with("$ "));
    assert_eq!(first, Some(*command));
    let (before, _) = readme.split_once(command).unwrap();
    assert!(before.contains("\ncargo install --locked --path crates/kanta-cli\n"));
    let output = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments.split(' '))
        .current_dir(root())
        .output()
        .unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(shown.len() > 30, "the README shows a report");
    // Three dots on a line of their own stand for what is left out.
    let mut rest = report.as_str();
    for part in shown.split(|line| *line == "…") {
        let part = part.join("\n");
        let part = part.trim_matches('\n');
        let start = rest
            .find(part)
            .unwrap_or_else(|| panic!("the tool does not print:\n{part}"));
        rest = &rest[start + part.len()..];
    }
    assert_eq!(rest.trim(), "", "the README ends as the report does");
    assert!(report.starts_with(shown[0]));
}

#[test]
fn every_file_and_command_that_the_readme_names_is_there() {
    let readme = readme();
    for word in readme.split('`').skip(1).step_by(2) {
        if word.starts_with("crates/") || word.starts_with("examples/") {
            assert!(root().join(word).exists(), "{word}");
        }
        if let Some(command) = word.strip_prefix("kanta ") {
            let name = command.split(' ').next().unwrap();
            if name == "serve" && !cfg!(feature = "serve") {
                continue;
            }
            let output = Command::new(env!("CARGO_BIN_EXE_kanta"))
                .args([name, "--help"])
                .output()
                .unwrap();
            assert!(output.status.success(), "kanta {name}");
        }
    }
}
