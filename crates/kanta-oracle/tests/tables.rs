//! The tables themselves: nothing without an answer, nothing said in vain, nothing without a ground.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use std::collections::{BTreeMap, BTreeSet};

use kanta_oracle::{Cell, Line, answer, combinations, inputs, line, rows, table_of, tables, words};

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

const CATALOGUE: &str = include_str!("../tables/catalogue.csv");
const READINGS: &str = include_str!("../tables/readings.csv");

fn borrowed<'a>(inputs: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    inputs
        .iter()
        .map(|(input, word)| (*input, word.as_str()))
        .collect()
}

#[test]
fn every_line_has_a_cell_for_each_column_and_an_answer_that_is_one_of_the_eight() {
    for table in tables() {
        assert!(table.columns.contains(&"day"), "{} has no day", table.name);
        for line in &table.lines {
            assert_eq!(line.cells.len(), table.columns.len(), "{line:?}");
            assert!(ANSWERS.contains(&line.answer), "{line:?}");
        }
    }
}

#[test]
fn every_word_in_a_cell_is_a_word_of_its_input() {
    for table in tables() {
        for line in &table.lines {
            for (column, cell) in table.columns.iter().zip(&line.cells) {
                assert!(!words(column).is_empty(), "no words for `{column}`");
                if let Cell::Words(named) = cell {
                    for word in named {
                        assert!(
                            words(column).contains(word),
                            "{}: `{word}` is no `{column}`",
                            line.row
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_line_rests_on_a_statement_of_the_catalogue_and_on_readings_that_are_written_down() {
    let ids: BTreeSet<&str> = CATALOGUE
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap())
        .collect();
    let readings: BTreeSet<&str> = READINGS
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap())
        .collect();
    for line in tables().iter().flat_map(|table| &table.lines) {
        let (read, stated): (Vec<&str>, Vec<&str>) = line
            .because
            .split(' ')
            .partition(|ground| ground.starts_with("reading-"));
        assert!(!stated.is_empty(), "{line:?}");
        for id in stated {
            assert!(
                ids.contains(id)
                    || id.starts_with("KP-")
                    || id.starts_with("KD-")
                    || id.starts_with("KS-"),
                "{id} in {line:?}"
            );
        }
        for number in read {
            assert!(
                readings.contains(&number["reading-".len()..]),
                "{number} in {line:?}"
            );
        }
    }
}

/// So that nothing checkable is forgotten: a line rests on it, or it is left out and the reason stands beside it.
#[test]
fn every_checkable_statement_of_the_guide_is_in_a_table_or_left_out_with_a_reason() {
    let first = |text: &'static str| {
        text.lines()
            .skip(1)
            .map(|line| line.split_once(',').unwrap())
    };
    let left_out: BTreeMap<&str, &str> = first(include_str!("../tables/left-out.csv")).collect();
    let lines = tables().iter().flat_map(|table| &table.lines);
    let used: BTreeSet<&str> = lines.flat_map(|line| line.because.split(' ')).collect();
    for (id, rest) in first(CATALOGUE) {
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
    let editions: Vec<&str> = include_str!("../tables/editions.csv")
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
    assert_eq!(READINGS.lines().skip(1).count(), 71);
}

#[test]
fn no_row_stands_in_two_tables() {
    let mut at = BTreeMap::new();
    for table in tables() {
        for line in &table.lines {
            assert_eq!(
                *at.entry(line.row).or_insert(table.name),
                table.name,
                "{}",
                line.row
            );
        }
    }
}

/// Totality and reachability in one pass: both sides of every date and limit, every word.
#[test]
fn every_combination_has_an_answer_and_every_line_gives_one() {
    for row in rows() {
        let mut used: Vec<&Line> = Vec::new();
        for inputs in combinations(row) {
            let line = line(row, &borrowed(&inputs)).unwrap().unwrap();
            if !used.iter().any(|other| std::ptr::eq(*other, line)) {
                used.push(line);
            }
        }
        for line in table_of(row).unwrap().lines_of(row) {
            assert!(
                used.iter().any(|other| std::ptr::eq(*other, line)),
                "no combination reaches {line:?}"
            );
        }
    }
}

/// One input taken away: what is still determined is what it was.
#[test]
fn knowing_less_never_changes_an_answer_into_another_one_that_is_determined() {
    for row in rows() {
        let step = 1 + combinations(row).count() / 400;
        for known in combinations(row).step_by(step) {
            let whole = answer(row, &borrowed(&known)).unwrap();
            for index in (0..known.len()).filter(|index| known[*index].0 != "day") {
                let mut less = known.clone();
                less[index].1 = "unknown".to_owned();
                let answer = answer(row, &borrowed(&less)).unwrap();
                let completes = ![
                    "undated",
                    "hospital-pharmacy",
                    "no-pharmacy",
                    "met-later-than-the-day",
                ]
                .contains(&known[index].1.as_str());
                assert!(
                    answer == whole || answer == "undetermined:input" || !completes,
                    "{row}: {whole}, then {answer} for {less:?}"
                );
            }
        }
    }
}

#[test]
fn questions_that_cannot_be_asked_are_refused_in_a_sentence() {
    assert_eq!(
        answer("no-such-row", &[]),
        Err("there is no row `no-such-row`".to_owned())
    );
    let odd = [("country", "narnia"), ("day", "2025-12-01")];
    assert_eq!(
        answer("access-point-outside-eu", &odd),
        Err("the input `country` does not take the word `narnia`".to_owned())
    );
    let timeless = [("country", "eu")];
    assert_eq!(
        answer("access-point-outside-eu", &timeless),
        Err("the row `access-point-outside-eu` needs a day".to_owned())
    );
    assert_eq!(
        inputs("access-point-outside-eu")
            .iter()
            .map(|(input, _)| *input)
            .collect::<Vec<_>>(),
        ["kind", "country", "day"]
    );
}
