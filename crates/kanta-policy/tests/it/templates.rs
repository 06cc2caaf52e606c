//! Plans to start from: each is read, leaves open what is to be filled in, and offers what a plan takes.

use kanta_conformance::{Date, Language, OutcomeKind, Verdict};
use kanta_policy::fields::Takes;
use kanta_policy::{Template, evaluate};

use crate::harness::{plan, read};

const DAY: Date = Date::constant(2025, 12, 1);

fn all() -> impl Iterator<Item = (Template, Language)> {
    let kinds = Template::ALL.iter();
    kinds.flat_map(|kind| Language::ALL.map(|language| (*kind, language)))
}

#[test]
fn each_is_read_breaks_nothing_and_leaves_open_what_is_to_be_filled_in() {
    for (kind, language) in all() {
        let assessment = evaluate(&plan(&kind.plan(language)).plan, DAY);
        assert_eq!(
            assessment.verdict(),
            Verdict::Undetermined,
            "{kind} {language}"
        );
        let violated = assessment.findings.iter();
        let violated: Vec<&str> = violated
            .filter(|it| it.outcome.kind() == OutcomeKind::Violated)
            .map(|it| it.requirement.id())
            .collect();
        assert!(violated.is_empty(), "{kind} {language}: {violated:?}");
    }
}

#[test]
fn each_is_explained_in_its_language_in_lines_of_a_hundred_characters() {
    for (kind, language) in all() {
        let text = kind.plan(language);
        let told: String = text
            .lines()
            .filter_map(|line| line.strip_prefix("# "))
            .fold(String::new(), |told, line| told + line + " ");
        for other in Language::ALL {
            let is_told = told.contains(kind.name().get(other));
            assert_eq!(is_told, other == language, "{kind} {language} {other}");
        }
        for line in text.lines().filter(|line| line.starts_with("# ")) {
            assert!(line.chars().count() <= 100, "{line}");
        }
        // What is settled does not depend on the language.
        let settled = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            lines.map(str::to_owned).collect()
        };
        assert_eq!(settled(&text), settled(&kind.plan(Language::En)), "{kind}");
    }
}

/// The plan with one line that is offered taken out of its comment, for each such line of a table that is there.
fn with_one_filled_in(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let mut is_there = true;
    let mut plans = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let offered = line.strip_prefix('#');
        match offered.and_then(|it| it.chars().next()) {
            Some('[') => is_there = false,
            Some('a'..='z') if is_there => {
                let mut lines = lines.clone();
                lines[at] = offered.unwrap_or_default();
                plans.push(lines.join("\n"));
            }
            _ if line.starts_with('[') => is_there = true,
            _ => {}
        }
    }
    plans
}

#[test]
fn every_line_that_is_offered_is_one_that_a_plan_takes() {
    let mut tried = 0;
    for kind in Template::ALL {
        for text in with_one_filled_in(&kind.plan(Language::En)) {
            tried += 1;
            if let Err(faults) = read(&text) {
                let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
                // An example may name another table that is still to be written, or a file that is not there.
                let is_open = |it: &String| {
                    it.contains("names nothing in this plan")
                        || it.contains("there is no such file")
                };
                assert!(faults.iter().all(is_open), "{kind}: {faults:?}");
            }
        }
    }
    assert!(tried > 200, "{tried}");
}

/// A table's meaning is told where the first of its kind stands, and each word that a field takes is told beside it.
#[test]
fn a_table_is_explained_once_and_a_word_is_told_with_those_that_may_stand_in_its_place() {
    for kind in Template::ALL {
        let text = kind.plan(Language::En);
        let comments: String = text
            .lines()
            .filter_map(|line| line.strip_prefix('#'))
            .collect();
        for field in kanta_policy::fields::all() {
            let about = field.about().get(Language::En);
            let heading = format!("[[{}]]", field.key());
            let tables = text
                .lines()
                .filter(|line| line.trim_start_matches(['#', ' ']) == heading);
            let tables = tables.count();
            if tables > 0 {
                assert_eq!(comments.matches(about).count(), 1, "{kind}: {heading}");
            }
        }
        for field in words_of("link") {
            assert!(comments.contains(&field), "{kind}: {field}");
        }
        // Lines are filled.
        let lines: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
        let longest = lines.iter().map(|line| line.chars().count()).max();
        assert!(
            longest.is_some_and(|longest| longest > 90),
            "{kind}: {longest:?}"
        );
    }
}

/// The words that may stand in each field of a table.
fn words_of(table: &str) -> Vec<String> {
    let all = kanta_policy::fields::all().iter();
    let inner = all.filter(|it| it.key() == table).flat_map(|it| it.inner());
    let words: Vec<String> = inner
        .filter_map(|field| match field.takes() {
            Takes::Word(words) => {
                let codes: Vec<&str> = words().iter().map(|word| word.code).collect();
                Some(format!("({})", codes.join(" | ")))
            }
            _ => None,
        })
        .collect();
    assert!(words.len() > 1, "{words:?}");
    words
}
