//! The book in `docs`: every command of it is run, what it shows is what is printed, and its links lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{data, kanta};
use crate::terms::terms;

/// Commands that are not run here: the chapter, how they begin, and who runs them instead.
const ELSEWHERE: [(&str, &str, &str); 7] = [
    (
        "gateway.md",
        "cargo run -p kanta-gateway",
        "scripts/talk-to-gateway",
    ),
    ("gateway.md", "curl ", "scripts/talk-to-gateway"),
    (
        "gateway.md",
        "kanta audit ",
        "the log is one of a gateway: scripts/talk-to-gateway",
    ),
    (
        "gateway.md",
        "cargo run --release -p kanta-gateway",
        "needs a minute: by hand",
    ),
    (
        "gateway.md",
        "KANTA_STORM=",
        "opens 10 000 connections: CI opens 600",
    ),
    ("gateway.md", "cargo bench", "measures: by hand"),
    (
        "serve.md",
        "kanta serve",
        "runs until it is ended: tests/it/serve.rs",
    ),
];

/// Chapters whose commands another test runs, for they need more between them than a folder: its file.
const HELD: [(&str, &str); 5] = [
    (
        "audit-with-sql.md",
        "../../../../sql/crates/kanta-sql/tests/it/story.rs",
    ),
    ("first-plan.md", "new.rs"),
    ("going-live.md", "going_live.rs"),
    ("key-stores.md", "key_stores.rs"),
    ("spreadsheets.md", "sheets.rs"),
];

/// What a reader has at hand anyway.
const PROGRAMS: [&str; 8] = ["kanta", "cp", "echo", "grep", "mkdir", "mv", "rm", "sed"];

fn docs() -> PathBuf {
    data().join("../../docs")
}

fn page(name: &str) -> String {
    fs::read_to_string(docs().join(name)).unwrap()
}

/// The pages of the book, but for its table of contents.
fn chapters() -> Vec<String> {
    let names = fs::read_dir(docs()).unwrap().map(|entry| {
        let name = entry.unwrap().file_name();
        name.into_string().unwrap()
    });
    let mut names: Vec<String> = names
        .filter(|name| name.ends_with(".md") && name != "SUMMARY.md")
        .collect();
    names.sort();
    assert!(names.len() > 15, "{names:?}");
    names
}

/// The fenced blocks of a page with the word behind the fence, and everything else.
fn divided(page: &str) -> (Vec<(String, Vec<String>)>, String) {
    let (mut blocks, mut prose) = (Vec::new(), String::new());
    let mut open: Option<(String, Vec<String>)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(word)) => open = Some((word.to_owned(), Vec::new())),
            (Some(_), Some("")) => blocks.extend(open.take()),
            (Some((_, lines)), _) => lines.push(line.to_owned()),
            (None, None) => {
                prose.push_str(line);
                prose.push('\n');
            }
        }
    }
    assert!(open.is_none(), "a block is not closed");
    (blocks, prose)
}

/// A command, what is shown below it, and the status that is told.
#[derive(Debug)]
struct Shown {
    command: String,
    output: Vec<String>,
    status: i32,
}

/// The commands of a block.
fn commands(lines: &[String]) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut goes_on = false;
    let mut asks = false;
    for line in lines {
        if goes_on {
            let last = all.last_mut().unwrap();
            last.command.push('\n');
            last.command.push_str(line);
            goes_on = line.ends_with('\\');
        } else if line == "$ echo $?" {
            asks = true;
        } else if let Some(command) = line.strip_prefix("$ ") {
            assert!(!asks, "a status is asked for and not told");
            goes_on = command.ends_with('\\');
            all.push(Shown {
                command: command.to_owned(),
                output: Vec::new(),
                status: 0,
            });
        } else if asks {
            all.last_mut().unwrap().status = line.parse().unwrap();
            asks = false;
        } else if let Some(last) = all.last_mut() {
            last.output.push(line.clone());
        }
    }
    all
}

/// Whether that was printed; three dots on a line of their own stand for anything. What is not shown is not compared.
fn is_printed(shown: &[String], printed: &str) -> bool {
    if shown.is_empty() {
        return true;
    }
    let printed = printed.trim_end_matches('\n');
    let parts: Vec<String> = shown
        .split(|line| line == "…")
        .map(|part| part.join("\n").trim_matches('\n').to_owned())
        .collect();
    let mut rest = printed;
    for (index, part) in parts.iter().enumerate() {
        let Some(at) = rest.find(part.as_str()) else {
            return false;
        };
        if index == 0 && at != 0 {
            return false;
        }
        rest = &rest[at + part.len()..];
    }
    let ends_open = parts.last().is_some_and(String::is_empty) && parts.len() > 1;
    ends_open || rest.is_empty()
}

/// A folder of its own with what `examples/data` holds.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for from in [data(), data().join("certificates")] {
        let to = folder.path().join(from.strip_prefix(data()).unwrap());
        fs::create_dir_all(&to).unwrap();
        for file in fs::read_dir(&from).unwrap() {
            let file = file.unwrap();
            if file.path().is_file() {
                fs::copy(file.path(), to.join(file.file_name())).unwrap();
            }
        }
    }
    folder
}

/// What a shell prints that is given that, and its status.
fn shell(command: &str, folder: &Path) -> (String, i32) {
    let tools = Path::new(env!("CARGO_BIN_EXE_kanta")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{command}")])
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", tools.display()))
        .env_remove("KANTA_LANG")
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    (printed, output.status.code().unwrap())
}

#[test]
fn every_command_of_the_book_is_run_and_prints_what_it_shows() {
    let mut used = BTreeSet::new();
    let (mut count, mut wrong) = (0, Vec::new());
    for chapter in chapters() {
        let held = HELD.iter().find(|(name, _)| *name == chapter);
        if let Some((_, test)) = held {
            let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
            let test = fs::read_to_string(tests.join(test)).unwrap();
            assert!(test.contains(&format!("docs/{chapter}")), "{chapter}");
            continue;
        }
        let folder = folder();
        for (word, lines) in divided(&page(&chapter)).0 {
            assert!(
                word != "sh" && !word.is_empty(),
                "{chapter}: a block of {word:?}"
            );
            for shown in commands(&lines) {
                let command = &shown.command;
                let elsewhere = ELSEWHERE
                    .iter()
                    .position(|(name, begin, _)| *name == chapter && command.starts_with(begin));
                if let Some(index) = elsewhere {
                    used.insert(index);
                    continue;
                }
                let program = command.split(' ').next().unwrap();
                assert!(
                    PROGRAMS.contains(&program),
                    "{chapter}: `{command}` cannot be run; see ELSEWHERE"
                );
                let (printed, status) = shell(command, folder.path());
                count += 1;
                if status != shown.status || !is_printed(&shown.output, &printed) {
                    wrong.push(format!(
                        "{chapter}: `{command}` ended with {status}, told is {}; it printed:\n{printed}",
                        shown.status
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} commands:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count > 35, "{count} commands were run");
    assert_eq!(
        used.len(),
        ELSEWHERE.len(),
        "{used:?}: an exception has lost its use"
    );
}

/// The spans of code in prose that are commands of the tool, as words.
fn named(prose: &str) -> Vec<Vec<String>> {
    let prose = prose.replace('\n', " ");
    let spans = prose.split('`').skip(1).step_by(2);
    spans
        .filter_map(|span| span.strip_prefix("kanta "))
        .map(|span| span.split_whitespace().map(str::to_owned).collect())
        .collect()
}

#[test]
fn every_command_and_option_that_the_book_names_is_there() {
    let mut helps: BTreeMap<Vec<String>, String> = BTreeMap::new();
    let (mut count, mut run) = (0, 0);
    for chapter in chapters() {
        for words in named(&divided(&page(&chapter)).1) {
            if words[0] == "serve" && !cfg!(feature = "serve") {
                continue;
            }
            let is_name = |word: &&String| word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            let depth = match words[0].as_str() {
                "index" | "audit" | "vectors" => 2,
                word if word.starts_with('-') => 0,
                _ => 1,
            };
            let command: Vec<String> = words
                .iter()
                .take(depth)
                .take_while(is_name)
                .cloned()
                .collect();
            let help = helps.entry(command.clone()).or_insert_with(|| {
                let mut arguments: Vec<&str> = command.iter().map(String::as_str).collect();
                arguments.push("--help");
                let answer = kanta(&arguments);
                assert_eq!(answer.status, 0, "{chapter}: kanta {command:?}");
                answer.stdout
            });
            for option in words.iter().filter(|word| word.starts_with("--")) {
                let name = option.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
                assert!(
                    help.contains(name),
                    "{chapter}: kanta {command:?} has no {name}"
                );
            }
            count += 1;
            // A command on an example is a whole one.
            if words.iter().any(|word| word.starts_with("examples/data/")) {
                let (printed, status) =
                    shell(&format!("kanta {}", words.join(" ")), &data().join("../.."));
                assert!(
                    [0, 1, 3].contains(&status),
                    "{chapter}: {words:?}: {printed}"
                );
                run += 1;
            }
        }
    }
    assert!(count > 60 && run > 10, "{count} are named, {run} were run");
}

/// Where the links of a page lead.
fn links(prose: &str) -> Vec<String> {
    let targets = prose.split("](").skip(1);
    targets
        .map(|rest| rest.split(')').next().unwrap().to_owned())
        .collect()
}

/// How a heading is called in an address.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    let kept = kept
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn every_link_leads_somewhere_and_the_contents_list_every_chapter_once() {
    let mut count = 0;
    for chapter in chapters().into_iter().chain(["SUMMARY.md".to_owned()]) {
        for link in links(&divided(&page(&chapter)).1) {
            if link.starts_with("https://") {
                continue;
            }
            let (file, part) = link.split_once('#').unwrap_or((&link, ""));
            let file = if file.is_empty() {
                chapter.as_str()
            } else {
                file
            };
            let path = docs().join(file);
            assert!(path.exists(), "{chapter}: {link}");
            if !part.is_empty() {
                let page = fs::read_to_string(path).unwrap();
                let headings = page.lines().filter(|line| line.starts_with('#'));
                let mut anchors = headings.map(|line| anchor(line.trim_start_matches('#')));
                assert!(anchors.any(|it| it == part), "{chapter}: {link}");
            }
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
    let mut listed = links(&page("SUMMARY.md"));
    listed.sort();
    assert_eq!(listed, chapters());
    for chapter in listed {
        let page = page(&chapter);
        let titles = divided(&page).1;
        let titles = titles.lines().filter(|line| line.starts_with("# ")).count();
        assert_eq!(titles, 1, "{chapter} has one title");
    }
}

#[test]
fn the_glossary_has_every_word_in_three_languages_and_the_official_one() {
    let page = page("glossary.md");
    let rows = page
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| English"));
    let (terms, mut count) = (terms(), 0);
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert!(
            cells.iter().all(|cell| !cell.is_empty()) && cells.len() >= 3,
            "{row}"
        );
        for (language, word) in ["en", "fi", "sv"].iter().zip(&cells) {
            let mut of_it = terms.iter().filter(|term| term.language == *language);
            let known = word.starts_with("adressbok") || word.starts_with("tenant");
            assert!(known || !of_it.any(|term| term.stands_in(word)), "{word}");
        }
        count += 1;
    }
    assert!(count > 40, "{count}");
}

#[test]
fn a_command_is_held_to_what_it_shows() {
    let lines = |text: &str| -> Vec<String> { text.lines().map(str::to_owned).collect() };
    let block = lines("$ kanta a \\\n  b\none\n…\n$ echo $?\n3\n$ kanta c\n$ kanta d\ntwo");
    let all = commands(&block);
    let told: Vec<_> = all
        .iter()
        .map(|it| (it.command.as_str(), it.status))
        .collect();
    assert_eq!(
        told,
        [("kanta a \\\n  b", 3), ("kanta c", 0), ("kanta d", 0)]
    );
    for (shown, printed, holds) in [
        ("one", "one\n", true),
        ("one", "one\ntwo\n", false),
        ("one\n…", "one\ntwo\n", true),
        ("one\n…", "two\none\n", false),
        ("…\ntwo", "one\ntwo\n", true),
        ("…\none", "one\ntwo\n", false),
        ("one\n…\nthree", "one\ntwo\nthree\n", true),
        ("one\n…\nthree", "three\ntwo\none\n", false),
        ("", "anything", true),
    ] {
        assert_eq!(
            is_printed(&lines(shown), printed),
            holds,
            "{shown:?} {printed:?}"
        );
    }
    assert_eq!(anchor(" What is, not-known? "), "what-is-not-known");
}
