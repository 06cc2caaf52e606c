//! `kanta ready`, `kanta failures` and `kanta rights`, and the page that shows them.

use crate::harness::{LANGUAGES, Scratch, assert_fits, kanta, plans};

const COMMANDS: [&str; 3] = ["ready", "failures", "rights"];

#[test]
fn the_page_shows_what_the_tool_prints() {
    let page = crate::harness::data().join("../../docs/going-live.md");
    let page = std::fs::read_to_string(page).unwrap();
    let mut shown = 0;
    for block in page.split("```text\n").skip(1) {
        let block = block.split("\n```").next().unwrap();
        let (command, expected) = block.split_once('\n').unwrap();
        let command = command.strip_prefix("$ kanta ").unwrap();
        let arguments: Vec<&str> = command.split(' ').collect();
        let answer = kanta(&arguments);
        assert_eq!(answer.stderr, "", "{command}");
        let mut rest = answer.stdout.as_str();
        // Three dots on a line of their own stand for what is left out.
        let parts: Vec<&str> = expected.split("\n…\n").collect();
        assert!(rest.starts_with(parts[0]), "{command}\n{rest}");
        for part in &parts {
            let start = rest
                .find(part)
                .unwrap_or_else(|| panic!("{command} does not print:\n{part}"));
            rest = &rest[start + part.len()..];
        }
        assert_eq!(rest.trim(), "", "{command} ends as shown");
        shown += 1;
    }
    assert!(shown >= 5, "{shown}");
}

#[test]
fn every_report_fits_a_terminal_in_every_language_and_is_the_same_again() {
    for plan in plans() {
        for command in COMMANDS {
            for language in LANGUAGES {
                let mut arguments = vec![command, &plan, "--lang", language];
                if command == "ready" {
                    arguments.extend(["--by", "2026-02-02"]);
                }
                if command == "failures" {
                    arguments.push("--pairs");
                }
                let answer = kanta(&arguments);
                assert!(
                    [0, 1, 3].contains(&answer.status),
                    "{arguments:?}: {}",
                    answer.stderr
                );
                assert_eq!(answer.stderr, "");
                assert_fits(&answer.stdout);
                if language == "sv" {
                    assert_eq!(kanta(&arguments).stdout, answer.stdout);
                }
            }
            let json = kanta(&[command, &plan, "--format", "json"]);
            assert_eq!(json.json()["format"], 1, "{plan} {command}");
            assert_eq!(json.stdout.lines().count(), 1);
        }
    }
}

#[test]
fn the_exit_status_tells_whether_it_is_ready() {
    assert_eq!(kanta(&["ready", "going-live.toml"]).status, 0);
    assert_eq!(kanta(&["ready", "clinic.toml"]).status, 3);
    let refused = Scratch::from(
        "going-live.toml",
        "ready-refused.toml",
        &[("logging = true", "logging = false")],
    );
    assert_eq!(kanta(&["ready", refused.path()]).status, 1);
    // A day on which the assessment has run out.
    let answer = kanta(&["ready", "going-live.toml", "--on", "2027-06-01"]);
    assert_eq!(answer.status, 1);
    assert!(answer.stdout.contains("out of date"), "{}", answer.stdout);
}

#[test]
fn what_the_guide_refuses_is_not_ready_and_is_named() {
    let refused = Scratch::from(
        "going-live.toml",
        "ready-guide.toml",
        &[("malware_protection = true", "malware_protection = false")],
    );
    let id = "connection-models/no-malware-protection";
    for (language, words) in [
        ("en", "Refused by `kanta check` (1)"),
        ("fi", "`kanta check` hylkää (1)"),
        ("sv", "Underkänns av `kanta check` (1)"),
    ] {
        let answer = kanta(&["ready", refused.path(), "--lang", language]);
        assert_eq!(answer.status, 1, "{}", answer.stdout);
        assert!(answer.stdout.contains(words), "{}", answer.stdout);
        assert!(answer.stdout.contains(id), "{}", answer.stdout);
    }
    let json = kanta(&["ready", refused.path(), "--format", "json"]).json();
    assert_eq!(json["guide"]["refused"][0]["requirement"], id);
    let open = Scratch::from(
        "going-live.toml",
        "ready-open.toml",
        &[("malware_protection = true\n", "")],
    );
    let answer = kanta(&["ready", open.path()]);
    assert_eq!(answer.status, 3, "{}", answer.stdout);
}

#[test]
fn on_an_early_day_the_date_decides() {
    let answer = kanta(&["ready", "going-live.toml", "--on", "2019-01-02"]);
    assert_ne!(answer.status, 0);
    let words = answer
        .stdout
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        words.contains("the documents do not tell whether this was required on that day"),
        "{}",
        answer.stdout
    );
}

#[test]
fn a_review_of_years_ago_is_not_done() {
    for (day, done) in [("2024-12-01", true), ("2024-11-30", false)] {
        let plan = Scratch::from(
            "going-live.toml",
            "ready-reviewed.toml",
            &[(
                "security_plan_reviewed = 2025-09-30",
                &format!("security_plan_reviewed = {day}"),
            )],
        );
        let answer = kanta(&["ready", plan.path(), "--on", "2025-12-01"]);
        let open = answer.stdout.contains("more than a year old");
        assert_eq!(
            (answer.status == 0, open),
            (done, !done),
            "{}",
            answer.stdout
        );
    }
}

#[test]
fn before_the_approval_ready_tells_what_is_due_at_the_stage() {
    let plan = Scratch::from(
        "going-live.toml",
        "ready-stage.toml",
        &[
            (
                "[party.joining]\n",
                "[party.joining]\nstage = \"applied\"\n",
            ),
            ("approved = ", "# "),
        ],
    );
    let answer = kanta(&["ready", plan.path()]);
    assert!(
        answer
            .stdout
            .contains("Joining is applied for: the approval is not yet due."),
        "{}",
        answer.stdout
    );
    assert_eq!(answer.status, 0, "{}", answer.stdout);
}

#[test]
fn a_day_of_going_live_in_the_past_is_answered_with_what_is_late() {
    let answer = kanta(&["ready", "clinic.toml", "--by", "2025-11-01"]);
    assert!(
        answer
            .stdout
            .contains("That day has passed: what was not done is late.")
    );
    assert!(
        answer
            .stdout
            .contains("no day  late: data protection and data security;"),
        "{}",
        answer.stdout
    );
}

#[test]
fn an_attestation_is_shown_with_who_and_when() {
    let answer = kanta(&["ready", "going-live.toml"]);
    assert!(
        answer
            .stdout
            .contains("state    attested: `N.N., vastaava johtaja`, 2025-11-14"),
        "{}",
        answer.stdout
    );
}

#[test]
fn an_order_reads_into_an_index_and_then_plan_and_index_agree() {
    let order = kanta(&["rights", "clinic.toml", "--as-order"]);
    assert_eq!((order.status, order.stderr.as_str()), (0, ""));
    let lines: String = order
        .stdout
        .lines()
        .map(|line| {
            if line.contains("\"record\":\"header\"") {
                "{\"record\":\"header\",\"format\":1,\"version\":\"1\",\"issued\":\"2025-12-01\",\"expires\":\"2026-12-01\"}\n".to_owned()
            } else {
                format!("{}\n", line.replace(",\"order\":\"add\"", ""))
            }
        })
        .collect();
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("rights-index.jsonl");
    std::fs::write(&path, lines).unwrap();
    let path = path.to_str().unwrap();
    let answer = kanta(&["rights", "clinic.toml", "--index", path]);
    assert_eq!(answer.status, 0, "{}{}", answer.stdout, answer.stderr);
    assert!(answer.stdout.contains("Plan and index agree on 2025-12-01"));
    let json = kanta(&["rights", "clinic.toml", "--index", path, "--format", "json"]).json();
    assert_eq!(json["index"]["agrees"], true);
    // Without one use, its right is too much.
    let less = Scratch::from(
        "clinic.toml",
        "rights-less.toml",
        &[(
            "service = \"prescription\"\naccess_point",
            "service = \"imaging\"\naccess_point",
        )],
    );
    let answer = kanta(&["rights", less.path(), "--index", path]);
    assert_eq!(answer.status, 1);
    assert!(
        answer
            .stdout
            .contains("In the index, and in no use of the plan (1)"),
        "{}",
        answer.stdout
    );
    assert!(
        answer.stdout.contains("Missing from the index (1)"),
        "{}",
        answer.stdout
    );
}

#[test]
fn what_cannot_be_read_is_refused_as_by_check() {
    for command in COMMANDS {
        for file in ["no-such-plan.toml", "index.toml"] {
            let answer = kanta(&[command, file]);
            let check = kanta(&["check", file]);
            assert_eq!(
                (answer.status, answer.stdout.as_str()),
                (2, ""),
                "{command} {file}"
            );
            assert_eq!(answer.stderr, check.stderr);
            let json = kanta(&[command, file, "--format", "json"]);
            assert_eq!(
                json.stdout,
                kanta(&["check", file, "--format", "json"]).stdout
            );
        }
        assert!(crate::harness::help(command).contains("Exit status: 0"));
    }
    let answer = kanta(&["rights", "clinic.toml", "--index", "clinic.toml"]);
    assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
    assert!(
        answer.stderr.starts_with("clinic.toml"),
        "{}",
        answer.stderr
    );
}

#[test]
fn the_requirements_of_the_checklist_can_be_explained() {
    let answer = kanta(&["explain", "data-security/processing-not-logged"]);
    assert_eq!(answer.status, 0, "{}", answer.stderr);
    assert!(
        answer
            .stdout
            .starts_with("data-security/processing-not-logged\n")
    );
    assert_fits(&answer.stdout);
}
