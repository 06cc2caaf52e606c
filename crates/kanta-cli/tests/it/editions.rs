//! `kanta editions`: a plan under every edition, and what changed between two.

use crate::harness::{EDITIONS, LANGUAGES, Scratch, assert_fits, data, help, kanta, plans};
use kanta_conformance::{Finding, Outcome};
use kanta_policy::{FileFault, PlanFile, evaluate};
use serde_json::Value;

fn words<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key]
        .as_str()
        .unwrap_or_else(|| panic!("{key} of {value}"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key]
        .as_array()
        .unwrap_or_else(|| panic!("{key} of {value}"))
}

#[test]
fn the_editions_are_those_of_the_change_log() {
    let answer = kanta(&["editions", "--format", "json"]);
    assert_eq!(answer.status, 0);
    let report = answer.json();
    let told: Vec<(&str, &str)> = list(&report, "editions")
        .iter()
        .map(|edition| (words(edition, "version"), words(edition, "date")))
        .collect();
    assert_eq!(told, EDITIONS);
    for edition in list(&report, "editions") {
        for language in LANGUAGES {
            assert!(!words(&edition["changes"], language).is_empty());
        }
    }
    let text = kanta(&["editions"]).stdout;
    for (version, date) in EDITIONS {
        assert!(
            text.contains(&format!("\n  {version:<6} {date}  ")),
            "{version}"
        );
    }
}

/// The verdict of `check` on a day. The report is long, and only this is asked here: it is not read as JSON.
fn verdict(plan: &str, day: &str) -> String {
    let report = kanta(&["check", plan, "--on", day, "--format", "json"]).stdout;
    let (_, verdict) = report.split_once("\"verdict\":\"").unwrap();
    verdict.split('"').next().unwrap().to_owned()
}

/// The outcomes of one plan on one day, by requirement and place, in order.
type Outcomes = Vec<(String, String, String, Value)>;

/// What the engine itself makes of a plan on a day.
fn judged(file: &PlanFile, day: &str) -> (&'static str, Outcomes) {
    let assessment = evaluate(&file.plan, day.parse().unwrap());
    let told = |finding: &Finding| {
        let why = match &finding.outcome {
            Outcome::Undetermined(why) => why.code().into(),
            _ => Value::Null,
        };
        let outcome = finding.outcome.kind().code().to_owned();
        (
            finding.requirement.id().to_owned(),
            finding.path.to_string(),
            outcome,
            why,
        )
    };
    let outcomes = assessment.findings.iter().map(told).collect();
    (assessment.verdict().code(), outcomes)
}

#[test]
fn under_each_edition_a_plan_is_told_what_check_tells_it_on_that_day() {
    let plans = plans();
    for (number, plan) in plans.iter().enumerate() {
        let answer = kanta(&["editions", plan, "--format", "json"]);
        assert_eq!(answer.status, 0, "{}", answer.stderr);
        let report = answer.json();
        let text = std::fs::read(data().join(plan)).unwrap();
        let mut load =
            |name: &str| std::fs::read(data().join(name)).map_err(|_| FileFault::NotFound);
        let file = PlanFile::read(&text, &mut load).unwrap();
        for (index, (version, date)) in EDITIONS.into_iter().enumerate() {
            let edition = &list(&report, "editions")[index];
            assert_eq!(words(edition, "edition"), version);
            assert_eq!(words(edition, "on"), date);
            let (verdict_of_engine, outcomes) = judged(&file, date);
            assert_eq!(
                words(edition, "verdict"),
                verdict_of_engine,
                "{plan} {version}"
            );
            assert_eq!(under(&report, index), outcomes, "{plan} {version}");
            // The tool is asked on two editions' days for each plan; over all plans, on every edition's.
            if index % plans.len() == number {
                assert_eq!(
                    words(edition, "verdict"),
                    verdict(plan, date),
                    "{plan} {version}"
                );
            }
        }
    }
}

/// The outcomes that `editions` tells of one edition.
fn under(report: &Value, index: usize) -> Vec<(String, String, String, Value)> {
    let number = |version: &str| EDITIONS.iter().position(|(v, _)| *v == version).unwrap();
    let mut outcomes = Vec::new();
    for finding in list(report, "findings") {
        let mut next = 0;
        for stretch in list(finding, "outcomes") {
            let [first, last] = ["first", "last"].map(|key| number(words(stretch, key)));
            assert!(
                next <= first && first <= last,
                "stretches follow each other: {finding}"
            );
            next = last + 1;
            if (first..=last).contains(&index) {
                let [requirement, path] =
                    ["requirement", "path"].map(|key| words(finding, key).to_owned());
                let outcome = words(stretch, "outcome").to_owned();
                outcomes.push((requirement, path, outcome, stretch["why"].clone()));
            }
        }
    }
    outcomes
}

fn finding<'a>(report: &'a Value, requirement: &str) -> &'a Value {
    let id = format!("connection-models/{requirement}");
    let found = list(report, "findings")
        .iter()
        .find(|f| words(f, "requirement") == id);
    found.unwrap_or_else(|| panic!("no finding of {id}"))
}

/// The outcomes of the plan abroad follow from the change log: Finland only from 3.9, the EU from 3.17.
#[test]
fn each_finding_names_the_first_edition_that_it_fails_and_passes_under() {
    let report = kanta(&["editions", "clinic-abroad.toml", "--format", "json"]).json();
    let first = |requirement, key: &str| finding(&report, requirement)[key].clone();
    assert_eq!(
        first("access-point-outside-finland", "first_violated"),
        "3.9"
    );
    assert_eq!(
        first("access-point-outside-finland", "first_satisfied"),
        Value::Null
    );
    assert_eq!(
        first("access-point-outside-eu", "first_violated"),
        Value::Null
    );
    assert_eq!(first("access-point-outside-eu", "first_satisfied"), "3.17");
    let course = |requirement| {
        let stretches = list(finding(&report, requirement), "outcomes").iter();
        stretches
            .map(|s| {
                format!(
                    "{}–{} {}",
                    words(s, "first"),
                    words(s, "last"),
                    words(s, "outcome")
                )
            })
            .collect::<Vec<_>>()
            .join(", ")
    };
    assert_eq!(
        course("access-point-outside-finland"),
        "2.6–3.8 not-in-force, 3.9–3.16 violated, 3.17–3.18 not-in-force"
    );
    assert_eq!(
        course("hall-not-reached"),
        "2.6–3.16 undetermined, 3.17–3.18 satisfied"
    );
    let text = kanta(&["editions", "clinic-abroad.toml"]).stdout;
    let expected = "
Fails first under edition 3.9 (2021-02-16), passes under none (1)
     2.6–3.8    not in force
     3.9–3.16   violated
     3.17–3.18  not in force
   - the access point is in Finland: access point `ap1`, field `country`;
     violated: found SE, required Finland
";
    assert!(text.contains(expected), "{text}");
    let unknown = "     2.6–3.16   not known: the documents do not tell whether it was in force\n";
    assert!(text.contains(unknown), "{text}");
}

#[test]
fn the_judging_day_is_said() {
    let openings = [
        "Each edition is judged as of the day that it carries:",
        "Kutakin versiota arvioidaan sen päiväyksen mukaan:",
        "Varje version bedöms per den dag som den bär:",
    ];
    for (language, opening) in LANGUAGES.into_iter().zip(openings) {
        let text = kanta(&["editions", "clinic.toml", "--lang", language]).stdout;
        assert!(text.contains(opening), "{text}");
    }
}

/// What changed, as (day, before, after, requirement).
fn turns(first: &str, last: &str) -> Vec<(String, String, String, String)> {
    let answer = kanta(&["editions", "--changes", first, last, "--format", "json"]);
    assert_eq!(answer.status, 0, "{}", answer.stderr);
    let turn = |turn: &Value| {
        let [day, before, after, requirement] =
            ["day", "before", "after", "requirement"].map(|key| words(turn, key).to_owned());
        (day, before, after, requirement)
    };
    list(&answer.json(), "requirements")
        .iter()
        .map(turn)
        .collect()
}

#[test]
fn between_two_editions_stands_what_the_change_log_says() {
    let location = |first, last, before: &str, after: &str| -> Vec<(String, String)> {
        turns(first, last)
            .into_iter()
            .filter(|turn| turn.1 == before && turn.2 == after)
            .filter(|turn| {
                turn.3.starts_with("connection-models/access-point-")
                    || turn.3.starts_with("connection-models/consolidation-point-")
            })
            .map(|turn| {
                (
                    turn.0,
                    turn.3.trim_start_matches("connection-models/").to_owned(),
                )
            })
            .collect()
    };
    let on = |day: &str, ids: &[&str]| -> Vec<(String, String)> {
        ids.iter()
            .map(|id| (day.to_owned(), (*id).to_owned()))
            .collect()
    };
    assert_eq!(
        location("3.8", "3.9", "no", "yes"),
        on("2021-02-16", &["access-point-outside-finland"])
    );
    assert_eq!(
        location("3.16", "3.17", "yes", "no"),
        on("2025-09-01", &["access-point-outside-finland"])
    );
    let started = [
        "access-point-outside-eu",
        "access-point-abroad-not-approved",
        "consolidation-point-abroad-not-approved",
        "consolidation-point-outside-eu",
    ];
    assert_eq!(
        location("3.16", "3.17", "no", "yes"),
        on("2025-09-01", &started)
    );
    // Edition 3.18 changed names only.
    let of_the_guide =
        |turn: &(String, String, String, String)| turn.3.starts_with("connection-models/");
    assert!(!turns("3.17", "3.18").iter().any(of_the_guide));
    assert_eq!(turns("3.9", "3.9"), []);
    assert_eq!(turns("3.18", "3.16"), turns("3.16", "3.18"));
}

/// Every change lies in exactly one step from an edition to the next.
#[test]
fn the_changes_between_neighbours_add_up_to_the_changes_from_first_to_last() {
    let mut steps = Vec::new();
    for pair in EDITIONS.windows(2) {
        let step = turns(pair[0].0, pair[1].0);
        for (day, ..) in &step {
            assert!(
                pair[0].1 < day.as_str() && day.as_str() <= pair[1].1,
                "{day}"
            );
        }
        steps.extend(step);
    }
    assert!(steps.len() > 40, "{}", steps.len());
    assert_eq!(steps, turns("2.6", "3.18"));
}

#[test]
fn a_day_that_no_edition_carries_is_named_by_its_date() {
    let text = kanta(&["editions", "--changes", "3.4", "3.6"]).stdout;
    let bar = "
2019-05-11: from here on it is not known whether it is in force already
";
    assert!(text.contains(bar), "{text}");
    assert!(
        text.contains("\nEdition 3.6 (2019-11-08): known to be in force;"),
        "{text}"
    );
    let json = kanta(&["editions", "--changes", "3.4", "3.6", "--format", "json"]).json();
    for turn in list(&json, "requirements") {
        let carried = EDITIONS
            .iter()
            .find(|(_, date)| *date == words(turn, "day"));
        assert_eq!(
            turn["edition"].as_str(),
            carried.map(|(version, _)| *version)
        );
    }
}

#[test]
fn an_unknown_edition_is_refused_with_all_that_there_are() {
    let english = "\
kanta: there is no edition `3.99`; the known ones are 2.6, 2.7, 2.8, 2.9, 3.0,
3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 3.10, 3.11, 3.12, 3.13, 3.14, 3.15,
3.16, 3.17, 3.18
";
    let openings = [
        english,
        "kanta: versiota `3.99` ei ole; ",
        "kanta: versionen `3.99` finns inte; ",
    ];
    for (language, opening) in LANGUAGES.into_iter().zip(openings) {
        for pair in [["3.9", "3.99"], ["3.99", "3.9"]] {
            let answer = kanta(&[
                "editions",
                "--changes",
                pair[0],
                pair[1],
                "--lang",
                language,
            ]);
            assert_eq!((answer.status, answer.stdout.as_str()), (2, ""));
            assert!(answer.stderr.starts_with(opening), "{}", answer.stderr);
        }
    }
    for number in ["", "3", "3.018", "03.18", "3.18 ", "\u{1b}[31m"] {
        let answer = kanta(&["editions", "--changes", "3.9", number]);
        assert_eq!(answer.status, 2, "{number:?}");
        assert!(!answer.stderr.contains('\u{1b}'));
    }
}

#[test]
fn what_cannot_be_read_or_meant_ends_with_status_2() {
    for arguments in [
        &["editions", "no-such.toml"][..],
        &["editions", "expected-statuses.txt"],
        &["editions", "clinic.toml", "--changes", "3.9", "3.10"],
        &["editions", "--changes", "3.9"],
        &["editions", "--lang", "de"],
    ] {
        let answer = kanta(arguments);
        assert_eq!(
            (answer.status, answer.stdout.as_str()),
            (2, ""),
            "{arguments:?}"
        );
        assert!(!answer.stderr.is_empty());
    }
    let answer = kanta(&["editions", "no-such.toml", "--format", "json"]);
    assert_eq!(answer.status, 2);
    assert_eq!(answer.json()["verdict"], Value::Null);
}

#[test]
fn everything_fits_80_columns_in_every_language() {
    let hostile = Scratch::from(
        "clinic.toml",
        "editions-hostile.toml",
        &[("Esimerkkiklinikka Oy", "Klinikka \\u001b[31m \\u202e Oy")],
    );
    for language in LANGUAGES {
        for plan in plans() {
            assert_fits(&kanta(&["editions", &plan, "--lang", language]).stdout);
        }
        assert_fits(&kanta(&["editions", "--lang", language]).stdout);
        assert_fits(&kanta(&["editions", "--changes", "2.6", "3.18", "--lang", language]).stdout);
        let text = kanta(&["editions", hostile.path(), "--lang", language]).stdout;
        let words: Vec<&str> = text.split_whitespace().collect();
        let words = words.join(" ");
        assert!(
            words.contains("`Klinikka \\u{1b}[31m \\u{202e} Oy`"),
            "{text}"
        );
        assert!(!text.contains('\u{202e}') && !text.contains('\u{1b}'));
    }
}

#[test]
fn the_help_says_the_exit_statuses() {
    let statuses = "Exit status: 0 shown, whatever the verdicts are; 2 unreadable input, unknown edition or wrong usage.";
    assert!(help("editions").contains(statuses), "{}", help("editions"));
}
