//! The tables themselves: nothing without an answer, nothing said in vain, nothing without a ground.

use std::collections::{BTreeMap, BTreeSet};

use kanta_oracle::{Cell, Line, answer, combinations, inputs, line, rows, words};

const ANSWERS: [&str; 8] = [
    "not-in-force",
    "not-applicable",
    "satisfied",
    "violated",
    "undetermined:input",
    "undetermined:silent",
    "undetermined:ambiguous",
    "undetermined:date",
];

const CATALOGUE: &str = include_str!("../../tables/catalogue.csv");
const PAGES: &str = include_str!("../../tables/pages.csv");
const READINGS: &str = include_str!("../../tables/readings.csv");

fn lines() -> impl Iterator<Item = &'static Line> {
    rows().iter().flat_map(|row| &row.lines)
}

fn borrowed<'a>(inputs: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    inputs
        .iter()
        .map(|(input, word)| (*input, word.as_str()))
        .collect()
}

#[test]
fn every_line_has_a_cell_for_each_column_and_an_answer_that_is_one_of_the_eight() {
    for row in rows() {
        assert!(row.inputs.contains(&"day"), "{} has no day", row.name);
        for line in &row.lines {
            assert_eq!(
                line.cells.len(),
                row.columns.len(),
                "{}: {line:?}",
                row.name
            );
            assert!(ANSWERS.contains(&line.answer), "{}: {line:?}", row.name);
        }
    }
}

#[test]
fn a_row_stands_in_one_place_and_is_named_as_the_readme_names_it() {
    let readme = include_str!("../../README.md");
    let mut names = BTreeSet::new();
    for row in rows() {
        assert!(names.insert(row.name), "{} stands in two places", row.name);
        assert!(
            readme.contains(&format!("`{}`", row.name)),
            "{} is not in the README",
            row.name
        );
    }
}

#[test]
fn every_word_in_a_cell_is_a_word_of_its_input() {
    for row in rows() {
        for line in &row.lines {
            for (column, cell) in row.columns.iter().zip(&line.cells) {
                assert!(!words(column).is_empty(), "no words for `{column}`");
                if let Cell::Words(named) = cell {
                    for word in named {
                        assert!(
                            words(column).contains(word),
                            "{}: `{word}` is no `{column}`",
                            row.name
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_line_rests_on_a_statement_of_the_catalogue_and_on_readings_that_are_written_down() {
    let firsts = |text: &'static str| {
        text.lines()
            .skip(1)
            .map(|line| line.split(',').next().unwrap())
    };
    let ids: BTreeSet<&str> = firsts(CATALOGUE).chain(firsts(PAGES)).collect();
    let readings: BTreeSet<&str> = firsts(READINGS).collect();
    for line in lines() {
        let grounds = line.because.split(' ');
        let (read, stated): (Vec<&str>, Vec<&str>) =
            grounds.partition(|ground| ground.starts_with("reading-"));
        assert!(!stated.is_empty(), "{line:?}");
        assert!(stated.iter().all(|id| ids.contains(id)), "{line:?}");
        assert!(
            read.iter()
                .all(|reading| readings.contains(&reading["reading-".len()..])),
            "{line:?}"
        );
    }
}

/// So that nothing checkable is forgotten: a line rests on it, or it is left out and the reason stands beside it.
#[test]
fn every_checkable_statement_of_the_guide_is_in_a_table_or_left_out_with_a_reason() {
    let pairs = |text: &'static str| {
        text.lines()
            .skip(1)
            .map(|line| line.split_once(',').unwrap())
    };
    let left_out: BTreeMap<&str, &str> = pairs(include_str!("../../tables/left-out.csv")).collect();
    let used: BTreeSet<&str> = lines().flat_map(|line| line.because.split(' ')).collect();
    for (id, rest) in pairs(CATALOGUE) {
        let [_, modality, checkable] = rest.split(',').collect::<Vec<_>>().try_into().unwrap();
        if checkable != "no" && !modality.starts_with("edition") {
            assert_ne!(
                used.contains(id),
                left_out.contains_key(id),
                "{id}: {modality}"
            );
        }
    }
    for (id, why) in left_out {
        assert!(
            CATALOGUE.contains(&format!("\n{id},")) && !why.is_empty(),
            "{id}"
        );
    }
}

#[test]
fn the_catalogue_and_the_editions_are_whole() {
    let editions: Vec<&str> = include_str!("../../tables/editions.csv")
        .lines()
        .skip(1)
        .collect();
    assert_eq!(
        (editions.len(), editions[0], editions[22]),
        (23, "2.6,2010-04-29", "3.18,2025-11-03")
    );
    assert!(editions.is_sorted_by_key(|edition| edition.split_once(',').unwrap().1));
    let statements: Vec<&str> = CATALOGUE.lines().skip(1).collect();
    assert_eq!(statements.len(), 215);
    assert_eq!(
        statements
            .iter()
            .filter(|line| line.contains(",edition "))
            .count(),
        23
    );
    assert_eq!(READINGS.lines().skip(1).count(), 72);
}

/// Totality and reachability in one pass: both sides of every date and limit, every word.
#[test]
fn every_combination_has_an_answer_and_every_line_gives_one() {
    for row in rows() {
        let mut used: Vec<&Line> = Vec::new();
        for inputs in combinations(row.name) {
            let line = line(row.name, &borrowed(&inputs)).unwrap().unwrap();
            if !used.iter().any(|other| std::ptr::eq(*other, line)) {
                used.push(line);
            }
        }
        for line in &row.lines {
            assert!(
                used.iter().any(|other| std::ptr::eq(*other, line)),
                "{}: no combination reaches {line:?}",
                row.name
            );
        }
    }
}

/// One input taken away: what is still determined is what it was. (A word that an unknown input cannot turn out to be, such as
/// an undated approval, is passed over.)
#[test]
fn knowing_less_never_changes_an_answer_into_another_one_that_is_determined() {
    let no_completion = [
        "undated",
        "hospital-pharmacy",
        "no-pharmacy",
        "met-later-than-the-day",
    ];
    for name in rows().iter().map(|row| row.name) {
        let step = 1 + combinations(name).count() / 400;
        for known in combinations(name).step_by(step) {
            let whole = answer(name, &borrowed(&known)).unwrap();
            for index in (0..known.len()).filter(|index| known[*index].0 != "day") {
                if no_completion.contains(&known[index].1.as_str()) {
                    continue;
                }
                let mut less = known.clone();
                less[index].1 = "unknown".to_owned();
                let answer = answer(name, &borrowed(&less)).unwrap();
                assert!(
                    answer == whole || answer == "undetermined:input",
                    "{name}: {whole}, then {answer} for {less:?}"
                );
            }
        }
    }
}

#[test]
fn questions_that_cannot_be_asked_are_refused_in_a_sentence() {
    let refused = |row, inputs: &[(&str, &str)]| answer(row, inputs).unwrap_err();
    assert_eq!(refused("no-such-row", &[]), "there is no row `no-such-row`");
    let row = "access-point-outside-eu";
    let odd = [("country", "narnia"), ("day", "2025-12-01")];
    assert_eq!(
        refused(row, &odd),
        "the input `country` does not take the word `narnia`"
    );
    assert_eq!(
        refused(row, &[("country", "eu")]),
        "the row `access-point-outside-eu` needs a day"
    );
    let twice = [("country", "eu"), ("country", "third")];
    assert_eq!(refused(row, &twice), "the input `country` is given twice");
    assert_eq!(
        inputs(row)
            .iter()
            .map(|(input, _)| *input)
            .collect::<Vec<_>>(),
        ["kind", "country", "day"]
    );
}
