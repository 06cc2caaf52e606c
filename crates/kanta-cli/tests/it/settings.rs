//! The settings beside the plans, and the page of the book on them and on what somebody lives with.

use std::fs;
use std::process::Command;

use crate::harness::data;
use crate::settled::{FIXED, POINT, accept, entry, kanta, one_fault};

#[test]
fn settings_beside_the_plans_hold_where_no_flag_and_no_variable_says_otherwise() {
    let folder = one_fault();
    let path = folder.path();
    accept(path, &[entry(FIXED, POINT, "2099-01-01")]);
    fs::write(
        path.join("kanta.toml"),
        "lang = \"fi\"\naccept = \"accept.toml\"\n",
    )
    .unwrap();
    let answer = kanta(path, &["check", "plan.toml"]);
    assert_eq!(answer.status, 0, "{}", answer.stderr);
    assert!(answer.stdout.contains("Ei ole ohjeen mukainen"));
    // The same from elsewhere: paths are seen from the file that names them.
    let above = path.parent().unwrap();
    let plan = path.join("plan.toml");
    let answer = kanta(above, &["check", plan.to_str().unwrap(), "--lang", "sv"]);
    assert_eq!(answer.status, 0, "{}", answer.stderr);
    assert!(answer.stdout.contains("Följer inte anvisningen"));
    let output = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(["check", "plan.toml"])
        .current_dir(path)
        .env("KANTA_LANG", "en")
        .output()
        .unwrap();
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .contains("Does not conform")
    );
    // It is no plan itself, and another can be named instead.
    assert_eq!(kanta(path, &["check", "."]).status, 0);
    fs::write(path.join("other.toml"), "format = \"json\"\n").unwrap();
    let other = kanta(path, &["check", "plan.toml", "--settings", "other.toml"]);
    assert_eq!((other.status, &other.stdout[..1]), (1, "{"));
    // What is wrong in it is told whole, with its places.
    fs::write(path.join("kanta.toml"), "lang = \"de\"\nacept = \"x\"\n").unwrap();
    let wrong = kanta(path, &["check", "plan.toml"]);
    assert_eq!(wrong.status, 2);
    assert!(
        wrong
            .stderr
            .contains("kanta.toml:1:8: `lang` does not take `de`"),
        "{}",
        wrong.stderr
    );
    assert!(
        wrong
            .stderr
            .contains("kanta.toml:2:1: unknown key `acept`; did you mean `accept`"),
        "{}",
        wrong.stderr
    );
}

#[test]
fn every_command_that_reads_a_plan_takes_language_and_certificates_from_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let base = data().canonicalize().unwrap();
    let base = base.to_str().unwrap();
    for plan in ["clinic.toml", "broken.toml"] {
        fs::copy(data().join(plan), path.join(plan)).unwrap();
    }
    fs::write(path.join("none.toml"), "").unwrap();
    let settings = format!("lang = \"sv\"\nbase = '{base}'\n");
    fs::write(path.join("kanta.toml"), &settings).unwrap();
    for command in [
        &["failures", "clinic.toml"][..],
        &["rights", "clinic.toml"],
        &["draw", "clinic.toml"],
        &["diff", "clinic.toml", "broken.toml"],
        &["editions", "clinic.toml"],
        &["ask", "clinic.toml"],
        &["check", "clinic.toml"],
        &["ready", "clinic.toml"],
    ] {
        let told = |more: &[&str]| {
            let answer = kanta(path, &[command, more].concat());
            assert!(!answer.stderr.contains("kanta.toml"), "{}", answer.stderr);
            (answer.status, answer.stdout, answer.stderr)
        };
        let named = ["--lang", "sv", "--base", base, "--settings", "none.toml"];
        let beside = told(&[]);
        assert_eq!(beside, told(&named), "{command:?}");
        // A flag outranks them, and without them neither language nor certificates are these.
        let english = told(&["--lang", "en"]);
        assert_ne!(english, beside, "{command:?}");
        let bare = told(&["--settings", "none.toml"]);
        assert_ne!(bare, english, "{command:?}");
    }
    fs::write(path.join("kanta.toml"), "langs = \"sv\"\n").unwrap();
    for command in ["failures", "rights", "draw", "editions", "ask"] {
        let answer = kanta(path, &[command, "clinic.toml"]);
        assert_eq!(answer.status, 2, "{command}");
        let told = "kanta.toml:1:1: unknown key `langs`; did you mean `lang`";
        assert!(answer.stderr.contains(told), "{command}: {}", answer.stderr);
    }
}

/// The page that explains it shows files that are read.
#[test]
fn the_files_on_the_page_are_what_the_tool_reads() {
    let page = fs::read_to_string(data().join("../../docs/living-with-findings.md")).unwrap();
    let blocks: Vec<&str> = page
        .split("```toml\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    let [accepted, settings] = blocks[..] else {
        panic!("{blocks:?}")
    };
    let folder = one_fault();
    let path = folder.path();
    fs::create_dir_all(path.join("clinics")).unwrap();
    fs::rename(path.join("plan.toml"), path.join("clinics/helsinki.toml")).unwrap();
    fs::write(path.join("accepted.toml"), accepted).unwrap();
    let check = |more: &[&str]| kanta(path, &[&["check", "clinics"], more].concat());
    let answer = check(&["--accept", "accepted.toml", "--on", "2026-05-31"]);
    assert_eq!(
        (answer.status, answer.stderr.as_str()),
        (0, ""),
        "{}",
        answer.stdout
    );
    // The commands, one after the other.
    fs::rename(path.join("clinics"), path.join("plans")).unwrap();
    let commands = page
        .lines()
        .filter_map(|line| line.strip_prefix("$ kanta "));
    let mut count = 0;
    for command in commands {
        let answer = kanta(path, &command.split(' ').collect::<Vec<_>>());
        assert_eq!(answer.status, 0, "{command}: {}", answer.stderr);
        count += 1;
    }
    assert_eq!(count, 3);
    fs::write(path.join("plans/kanta.toml"), settings).unwrap();
    for name in ["accepted.toml", "baseline.json"] {
        fs::rename(path.join(name), path.join("plans").join(name)).unwrap();
    }
    let answer = kanta(path, &["check", "plans", "--on", "2025-12-01"]);
    assert!(
        answer.stdout.contains("ei ole ohjeen mukainen"),
        "{}",
        answer.stdout
    );
    assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
}
