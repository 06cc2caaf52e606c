//! `kanta new` and `kanta schema`, and the page that begins with them.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::harness::{Answer, LANGUAGES, kanta};

const KINDS: [&str; 7] = [
    "clinic",
    "pharmacy",
    "hospital",
    "social-welfare",
    "intermediary",
    "tenant-host",
    "parallel",
];

/// Runs the tool in a folder, with that on its standard input.
fn run(arguments: &[&str], input: &str, folder: &Path) -> Answer {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kanta"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads nothing may be gone already.
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    Answer {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn plan(kind: &str, language: &str) -> String {
    let answer = kanta(&["new", kind, "--lang", language]);
    assert_eq!((answer.status, answer.stderr.as_str()), (0, ""), "{kind}");
    answer.stdout
}

/// A line of a plan: the key of a field that is given, or of one to fill in; or else a heading.
enum Line<'a> {
    Heading(&'a str),
    Given(&'a str, &'a str),
    ToFillIn(&'a str),
    Other,
}

fn line(line: &str) -> Line<'_> {
    let (is_open, rest) = match line.strip_prefix('#') {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    if rest.starts_with('[') {
        return Line::Heading(rest.trim_matches(|c| "[]".contains(c)));
    }
    match rest.split_once(" = ") {
        Some((key, value)) if key.chars().all(|c| c.is_ascii_lowercase() || c == '_') => {
            if is_open {
                Line::ToFillIn(key)
            } else {
                Line::Given(key, value.trim_matches('"'))
            }
        }
        _ => Line::Other,
    }
}

/// The fields to fill in, and the tables, by their paths; without the position of those that have no id.
fn to_fill_in(plan: &str) -> BTreeSet<String> {
    let mut here = String::new();
    let mut all = BTreeSet::new();
    for text in plan.lines() {
        match line(text) {
            Line::Heading(heading) => {
                heading.clone_into(&mut here);
                all.insert(here.clone());
            }
            Line::Given("id", id) => here = format!("{here}.{id}"),
            Line::ToFillIn(key) if here.is_empty() => {
                all.insert(key.to_owned());
            }
            Line::ToFillIn(key) => {
                all.insert(format!("{here}.{key}"));
            }
            Line::Given(..) | Line::Other => {}
        }
    }
    all
}

/// The plan with every line that is to be filled in as its example has it.
fn filled_in(plan: &str) -> String {
    let lines = plan.lines().map(|text| match line(text) {
        Line::Heading(_) | Line::ToFillIn(_) => text.trim_start_matches('#'),
        Line::Given(..) | Line::Other => text,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_new_plan_is_undetermined_and_what_is_asked_for_stands_in_it_to_be_filled_in() {
    let folder = folder("new-plans");
    for kind in KINDS {
        for language in LANGUAGES {
            let plan = plan(kind, language);
            let answer = run(&["check", "-", "--format", "json"], &plan, &folder);
            assert_eq!(answer.status, 3, "{kind}: {}", answer.stderr);
            let report = answer.json();
            assert_eq!(report["counts"]["violated"], 0, "{kind}");
            let open = to_fill_in(&plan);
            let mut asked = 0;
            for finding in report["findings"].as_array().unwrap() {
                if finding["outcome"] != "undetermined" {
                    continue;
                }
                if finding["why"] == "evidence-outside" {
                    let id = finding["requirement"].as_str().unwrap();
                    let line = format!("#requirement = \"{id}\"");
                    assert!(plan.lines().any(|text| text == line), "{kind}: {id}");
                    continue;
                }
                assert_eq!(finding["why"], "input-missing", "{kind}: {finding}");
                for field in finding["missing"].as_array().unwrap() {
                    let path = field["path"].as_str().unwrap();
                    // A field of an inner table stands in the line of its table.
                    let mut stands = open.contains(path);
                    let mut rest = path;
                    while let Some((outer, _)) = rest.rsplit_once('.') {
                        let is_a_field = outer.matches('.').count() >= 2;
                        stands |= is_a_field && open.contains(outer);
                        rest = outer;
                    }
                    assert!(
                        stands,
                        "{kind}: {path} is asked for and is no line of the plan"
                    );
                    asked += 1;
                }
            }
            assert!(asked > 40, "{kind}: {asked}");
        }
    }
}

#[test]
fn a_new_plan_with_its_examples_can_be_read_and_breaks_nothing() {
    let folder = folder("new-examples");
    for kind in KINDS {
        for language in LANGUAGES {
            let plan = filled_in(&plan(kind, language));
            let answer = run(&["check", "-", "--format", "json"], &plan, &folder);
            assert_eq!(
                answer.status, 3,
                "{kind}: {} {}",
                answer.stdout, answer.stderr
            );
            // What is left is what the certificates would show, which are not there.
            let counts = &answer.json()["counts"];
            assert_eq!(counts["violated"], 0, "{kind}: {counts}");
        }
    }
}

#[test]
fn the_comments_are_in_the_language_that_was_asked_for_and_the_facts_are_the_same() {
    for kind in KINDS {
        let plans = LANGUAGES.map(|language| plan(kind, language));
        let [en, fi, sv] = &plans;
        assert!(en != fi && fi != sv);
        assert!(en.contains("A plan to start from"), "{en}");
        assert!(fi.contains("Suunnitelman pohja"), "{fi}");
        assert!(sv.contains("En plan att börja med"), "{sv}");
        let facts = |plan: &str| {
            let facts = plan
                .lines()
                .filter(|text| !matches!(line(text), Line::Other));
            facts.map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(facts(en), facts(fi), "{kind}");
        assert_eq!(facts(fi), facts(sv), "{kind}");
        for plan in &plans {
            assert!(plan.starts_with("#:schema ./kanta-plan-1.schema.json\n"));
            for text in plan.lines().filter(|text| text.starts_with("# ")) {
                assert!(text.chars().count() <= 100, "{text}");
            }
        }
    }
}

#[test]
fn a_file_is_written_over_only_when_that_is_asked_for() {
    let folder = folder("new-files");
    let there = |arguments: &[&str]| run(arguments, "", &folder);
    let answer = there(&["new", "clinic", "--out", "plan.toml"]);
    assert_eq!((answer.status, answer.stdout.as_str()), (0, ""));
    let file = folder.join("plan.toml");
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        plan("clinic", "en")
    );
    for (language, told) in [
        (
            "en",
            "kanta: plan.toml is there already and stays as it is; --force writes over it\n",
        ),
        (
            "fi",
            "kanta: plan.toml on jo olemassa ja jää ennalleen; --force kirjoittaa sen päälle\n",
        ),
        (
            "sv",
            "kanta: plan.toml finns redan och lämnas som den är; --force skriver över den\n",
        ),
    ] {
        let answer = there(&["new", "pharmacy", "--out", "plan.toml", "--lang", language]);
        assert_eq!((answer.status, answer.stderr.as_str()), (2, told));
    }
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        plan("clinic", "en")
    );
    let answer = there(&["new", "pharmacy", "--out", "plan.toml", "--force"]);
    assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        plan("pharmacy", "en")
    );
    let answer = there(&["new", "clinic", "--out", "no/such/folder.toml"]);
    assert_eq!(answer.status, 2);
    assert!(answer.stderr.starts_with("kanta: no/such/folder.toml: "));
}

#[test]
fn the_schemas_are_the_published_ones() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    for (name, file) in [
        ("plan", "kanta-policy/schema/kanta-plan-1.schema.json"),
        (
            "index",
            "kanta-address-index/schema/kanta-address-index-1.schema.json",
        ),
    ] {
        let answer = kanta(&["schema", name]);
        assert_eq!(answer.status, 0);
        let published = std::fs::read_to_string(root.join(file)).unwrap();
        assert_eq!(answer.stdout, published, "{name}");
        let names = kanta(&["schema"]).stdout;
        assert!(names.lines().any(|line| line == name), "{names}");
    }
    assert_eq!(kanta(&["schema", "plam"]).status, 2);
}

/// Fills in the lines of a block, each below the heading that the block has for it.
fn fill_in(plan: &str, block: &str) -> String {
    let mut lines: Vec<String> = plan.lines().map(str::to_owned).collect();
    let mut from = 0;
    for text in block.lines().filter(|text| !text.is_empty()) {
        let key = text.split_once(" = ").map(|(key, _)| format!("{key} = "));
        let (offset, found) = lines[from..]
            .iter_mut()
            .enumerate()
            .find(|(_, line)| match &key {
                Some(key) => line.trim_start_matches('#').starts_with(key),
                None => line.trim_start_matches('#') == text,
            })
            .unwrap_or_else(|| panic!("the plan has no line for {text}"));
        text.clone_into(found);
        from += offset;
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_page_on_the_first_plan_shows_what_happens() {
    let folder = folder("first-plan");
    let page = crate::harness::data().join("../../docs/first-plan.md");
    let page = std::fs::read_to_string(page).unwrap();
    let (mut commands, mut filled) = (0, 0);
    for block in page.split("```").skip(1).step_by(2) {
        let (kind, block) = block.split_once('\n').unwrap();
        let block = block.trim_end_matches('\n');
        if kind == "toml" {
            let file = folder.join("plan.toml");
            let plan = std::fs::read_to_string(&file).unwrap();
            std::fs::write(&file, fill_in(&plan, block)).unwrap();
            filled += 1;
            continue;
        }
        assert_eq!(kind, "text");
        let (command, expected) = block.split_once('\n').unwrap_or((block, ""));
        let command = command.strip_prefix("$ kanta ").unwrap();
        let (command, into) = match command.split_once(" > ") {
            Some((command, file)) => (command, Some(file)),
            None => (command, None),
        };
        let arguments: Vec<&str> = command.split(' ').collect();
        let answer = run(&arguments, "", &folder);
        assert_eq!(answer.stderr, "", "{command}");
        commands += 1;
        if let Some(file) = into {
            std::fs::write(folder.join(file), answer.stdout).unwrap();
            continue;
        }
        // Three dots on a line of their own stand for what is left out.
        let mut rest = answer.stdout.as_str();
        let expected = format!("\n{expected}\n");
        for part in expected.split("\n…\n") {
            let part = part.trim_matches('\n');
            let start = rest
                .find(part)
                .unwrap_or_else(|| panic!("{command} does not print:\n{part}\n{rest}"));
            rest = &rest[start + part.len()..];
        }
        if expected.ends_with("\n…\n") {
            continue;
        }
        assert_eq!(rest.trim(), "", "{command} ends as shown");
    }
    assert!(commands >= 5 && filled >= 2, "{commands} {filled}");
}

/// A plan from the examples' folder, as `kanta new` writes it with more arguments.
fn told(arguments: &[&str]) -> String {
    let answer = kanta(&[&["new"], arguments].concat());
    assert_eq!(
        (answer.status, answer.stderr.as_str()),
        (0, ""),
        "{arguments:?}"
    );
    answer.stdout
}

/// The lines of a plan that say something.
fn facts(plan: &str) -> Vec<&str> {
    let lines = plan.lines();
    lines
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect()
}

#[test]
fn what_a_certificate_tells_is_filled_in() {
    let file = "certificates/clinic-server.pem";
    let plan = told(&["clinic", "--from", file]);
    let facts = facts(&plan);
    for fact in [
        "name = \"Esimerkkiklinikka Oy\"",
        "register = \"sote\"",
        "oid = \"1.2.246.10.12345671.10.0\"",
        "oid = \"1.2.246.10.12345671.10.0.13.1\"",
        "dns_name = \"kanta.klinikka.example\"",
        "certificate = \"certificates/clinic-server.pem\"",
    ] {
        assert!(facts.contains(&fact), "{fact}: {facts:?}");
        // Where its line stands, and not beside it.
        assert!(!plan.contains(&format!("#{fact}\n")), "{fact}");
    }
    let answer = run(
        &["check", "-", "--on", "2025-12-01", "--format", "json"],
        &plan,
        &crate::harness::data(),
    );
    assert_eq!(answer.status, 3, "{}", answer.stderr);
    assert_eq!(answer.json()["counts"]["violated"], 0);
    // The comments are those of the plan without it.
    let comments = |plan: &str| {
        plan.lines()
            .filter(|line| line.starts_with("# "))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(comments(&plan), comments(&told(&["clinic"])));
    let bad = kanta(&["new", "clinic", "--from", "README.md"]);
    assert_eq!(bad.status, 2, "{}", bad.stdout);
    assert_eq!(kanta(&["new", "clinic", "--from", "none.pem"]).status, 2);
}

#[test]
fn what_an_index_tells_is_filled_in() {
    let plan = told(&["clinic", "--from", "index.toml", "--party", "clinic"]);
    let facts = facts(&plan);
    for fact in [
        "name = \"Esimerkkiklinikka Oy\"",
        "oid = \"1.2.246.10.12345671.10.0\"",
        "register = \"sote\"",
    ] {
        assert!(facts.contains(&fact), "{fact}: {facts:?}");
    }
    let answer = run(
        &["check", "-", "--on", "2025-12-01"],
        &plan,
        &crate::harness::data(),
    );
    assert!([1, 3].contains(&answer.status), "{}", answer.stderr);
    // Of several it is said who is meant, in each language.
    for language in LANGUAGES {
        let several = kanta(&["new", "clinic", "--from", "index.toml", "--lang", language]);
        assert_eq!(several.status, 2);
        assert!(
            several.stderr.contains("--party") && several.stderr.contains("`clinic`"),
            "{}",
            several.stderr
        );
    }
}

#[test]
fn what_an_order_adds_is_filled_in() {
    let folder = folder("new-orders");
    let order = "format = 1\n[[add.party]]\nid = \"c\"\noid = \"1.2.246.10.12345671.10.0\"\nkind = \"provider\"\nname = \"Klinikka\"\n\
        [[add.access_point]]\nid = \"p\"\noid = \"1.2.246.10.12345671.10.0.13.7\"\nadministrator = \"c\"\naddresses = [\"192.31.196.7\"]\n\
        [[add.right]]\nfor = \"c\"\naccess_point = \"p\"\nservice = \"imaging\"\n";
    std::fs::write(folder.join("order.toml"), order).unwrap();
    let answer = run(
        &[
            "new",
            "clinic",
            "--from",
            "order.toml",
            "--out",
            "plan.toml",
        ],
        "",
        &folder,
    );
    assert_eq!((answer.status, answer.stderr.as_str()), (0, ""));
    let plan = std::fs::read_to_string(folder.join("plan.toml")).unwrap();
    for fact in [
        "\nname = \"Klinikka\"\n",
        "\noid = \"1.2.246.10.12345671.10.0.13.7\"\n",
        "\naddresses = [{ ip = \"192.31.196.7\" }]\n",
        "\n[[use]]\nservice = \"imaging\"\nfor = \"party\"\naccess_point = \"ap1\"\n",
    ] {
        assert!(plan.contains(fact), "{fact}: {plan}");
    }
    assert_eq!(
        run(&["check", "plan.toml", "--on", "2025-12-01"], "", &folder).status,
        3
    );
}
