//! What a shell, a manual, an environment and a git hook make of the tool.

use std::path::Path;
use std::process::{Command, Output};

use crate::harness::{EDITIONS, data};

const TOOL: &str = env!("CARGO_BIN_EXE_kanta");

/// Every command, as the help lists them.
const COMMANDS: [&str; 13] = [
    "cert",
    "check",
    "requirements",
    "ready",
    "failures",
    "rights",
    "diff",
    "explain",
    "editions",
    "index",
    "oid",
    "completions",
    "man",
];

fn run(args: &[&str]) -> Output {
    Command::new(TOOL)
        .args(args)
        .current_dir(data())
        .env_remove("KANTA_LANG")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_version_names_the_last_edition_of_the_guide() {
    let version = text(&run(&["--version"]).stdout);
    let (edition, day) = EDITIONS[EDITIONS.len() - 1];
    let expected = format!("edition {edition}, {day})\n");
    assert!(version.ends_with(&expected), "{version}");
    assert_eq!(version.lines().count(), 1);
}

#[test]
fn every_shell_learns_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let answer = run(&["completions", shell]);
        let script = text(&answer.stdout);
        assert_eq!(answer.status.code(), Some(0), "{shell}");
        for command in COMMANDS {
            assert!(script.contains(command), "{shell} {command}");
        }
    }
    assert_eq!(run(&["completions", "cmd"]).status.code(), Some(2));
}

#[test]
fn every_command_has_a_page_in_the_manual() {
    let page = text(&run(&["man"]).stdout);
    assert!(page.contains(".TH kanta 1"), "{page}");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    assert_eq!(run(&["man", "--out", path]).status.code(), Some(0));
    for command in COMMANDS {
        let page = folder.path().join(format!("kanta-{command}.1"));
        assert!(page.is_file(), "{}", page.display());
    }
    let nowhere = folder.path().join("missing");
    let refused = run(&["man", "--out", nowhere.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("missing"));
}

#[test]
fn the_environment_names_the_language_and_an_option_overrides_it() {
    let told = |lang: &str, args: &[&str]| {
        let mut tool = Command::new(TOOL);
        tool.args(args).current_dir(data()).env("KANTA_LANG", lang);
        tool.output().unwrap()
    };
    let option = |lang| run(&["check", "broken.toml", "--lang", lang]).stdout;
    for lang in ["en", "fi", "sv"] {
        assert_eq!(told(lang, &["check", "broken.toml"]).stdout, option(lang));
        let overridden = told(lang, &["check", "broken.toml", "--lang", "sv"]);
        assert_eq!(overridden.stdout, option("sv"));
    }
    assert_eq!(told("de", &["check", "broken.toml"]).status.code(), Some(2));
}

/// Puts a plan into a new repository, stages it and runs the hook of `examples/ci`.
fn hook(plan: &str, repository: &Path) -> Output {
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        let done = git.args(args).current_dir(repository).output().unwrap();
        assert!(done.status.success(), "{args:?}");
    };
    git(&["init", "--quiet"]);
    let folder = repository.join("plans");
    std::fs::create_dir_all(folder.join("certificates")).unwrap();
    for certificate in std::fs::read_dir(data().join("certificates")).unwrap() {
        let file = certificate.unwrap();
        let copy = folder.join("certificates").join(file.file_name());
        std::fs::copy(file.path(), copy).unwrap();
    }
    std::fs::copy(data().join(plan), folder.join("uusi suunnitelma ä.toml")).unwrap();
    git(&["add", "."]);
    // What is staged counts.
    std::fs::write(folder.join("uusi suunnitelma ä.toml"), "broken").unwrap();
    let path = std::env::var("PATH").unwrap();
    let tools = Path::new(TOOL).parent().unwrap().display();
    Command::new("sh")
        .arg(data().join("../ci/pre-commit"))
        .current_dir(repository)
        .env("PATH", format!("{tools}:{path}"))
        .output()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn the_hook_refuses_what_breaks_a_requirement_and_nothing_that_is_only_unknown() {
    for (plan, status) in [
        ("clinic.toml", 0),
        ("unknown.toml", 0),
        ("broken.toml", 1),
        ("README.md", 1),
    ] {
        let repository = tempfile::tempdir().unwrap();
        let answer = hook(plan, repository.path());
        let said = text(&answer.stderr);
        assert_eq!(answer.status.code(), Some(status), "{plan}: {said}");
        assert_eq!(said.contains("uusi suunnitelma ä.toml"), status == 1);
    }
}
