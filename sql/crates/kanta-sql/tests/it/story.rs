//! The commands of `docs/audit-with-sql.md`, one after another, as they stand there.

use std::path::Path;

/// The commands: lines that begin with `$ `, and those that follow until every quotation mark has its other.
fn commands(text: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push(command.to_owned());
        } else if open {
            commands.last_mut().unwrap().push_str(&format!("\n{line}"));
        } else {
            continue;
        }
        open = commands.last().unwrap().matches('"').count() % 2 == 1;
    }
    commands
}

#[test]
fn every_command_of_the_story_succeeds() {
    let folder = tempfile::tempdir().unwrap();
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/audit-with-sql.md");
    let text = std::fs::read_to_string(text).unwrap();
    // The story has a million lines; a test has fewer.
    let text = text.replace("--lines 1000000", "--lines 20000");
    let commands = commands(&text);
    assert!(commands.len() >= 8, "{commands:#?}");
    let folder_of_tool = Path::new(env!("CARGO_BIN_EXE_kanta-sql")).parent().unwrap();
    let path = format!(
        "{}:{}",
        folder_of_tool.display(),
        std::env::var("PATH").unwrap()
    );
    for command in commands {
        let output = std::process::Command::new("bash")
            .args(["-euo", "pipefail", "-c", &command])
            .current_dir(folder.path())
            .env("PATH", &path)
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{command}\n{error}");
    }
}
