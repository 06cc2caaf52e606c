//! The words that each input takes.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::cell::{Cell, is_date, number};
use crate::table::{Row, row};

const WORDS: &str = include_str!("../tables/words.csv");

/// One word of an input. `number` and `date` stand for any number and any ISO date.
struct Word {
    word: &'static str,
    /// Whether an unknown input may turn out to be this.
    completes: bool,
}

/// The words of an input, in the order of `words.csv`.
fn book(input: &str) -> &'static [Word] {
    static BOOK: OnceLock<BTreeMap<&'static str, Vec<Word>>> = OnceLock::new();
    let read = || {
        let mut book: BTreeMap<&'static str, Vec<Word>> = BTreeMap::new();
        for line in WORDS.lines().skip(1) {
            let mut fields = line.split(',');
            if let (Some(input), Some(word), Some(completes)) =
                (fields.next(), fields.next(), fields.next())
            {
                book.entry(input).or_default().push(Word {
                    word,
                    completes: completes == "yes",
                });
            }
        }
        book
    };
    BOOK.get_or_init(read)
        .get(input)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// The words of an input as `words.csv` lists them, `unknown` left out; empty where there is no such input.
#[must_use]
pub fn words(input: &str) -> Vec<&'static str> {
    book(input).iter().map(|word| word.word).collect()
}

/// The inputs that a row of the law looks at, each with what it can be, `unknown` left out: every word, and for numbers and
/// dates both sides of every limit that the row names. Empty where there is no such row.
#[must_use]
pub fn inputs(name: &str) -> Vec<(&'static str, Vec<String>)> {
    let Some(row) = row(name) else {
        return Vec::new();
    };
    let inputs = row.inputs.iter().copied();
    inputs
        .map(|input| (input, values(row, input, &[], |_| true)))
        .collect()
}

/// Every combination of what [`inputs`] gives: all the questions that a row can be asked with nothing unknown.
pub fn combinations(name: &str) -> impl Iterator<Item = Vec<(&'static str, String)>> {
    let inputs = inputs(name);
    let count = if inputs.is_empty() {
        0
    } else {
        inputs.iter().map(|(_, words)| words.len()).product()
    };
    (0..count).map(move |number: usize| {
        let mut rest = number;
        let mut pick = |words: &Vec<String>| {
            let index = rest.checked_rem(words.len()).unwrap_or(0);
            rest = rest.checked_div(words.len()).unwrap_or(0);
            words.get(index).cloned().unwrap_or_default()
        };
        inputs
            .iter()
            .map(|(input, words)| (*input, pick(words)))
            .collect()
    })
}

/// Whether the input takes the word.
pub(crate) fn takes(input: &str, word: &str) -> bool {
    book(input).iter().any(|entry| match entry.word {
        "number" => number(word).is_some(),
        "date" => is_date(word),
        other => other == word,
    })
}

/// What an unknown input may turn out to be, beside the inputs that are `given`.
pub(crate) fn completions(row: &Row, input: &str, given: &[(&str, &str)]) -> Vec<String> {
    values(row, input, given, |word| word.completes)
}

fn values(
    row: &Row,
    input: &str,
    given: &[(&str, &str)],
    wanted: fn(&Word) -> bool,
) -> Vec<String> {
    let mut values = Vec::new();
    for word in book(input).iter().filter(|word| wanted(word)) {
        match word.word {
            "number" => values.extend(numbers(row, given)),
            "date" => values.extend(days(row, input)),
            word => values.push(word.to_owned()),
        }
    }
    values
}

/// The limits of the row and the numbers already given, with two points in every gap, so that two numbers that are not
/// known can fall on either side of each other too.
fn numbers(row: &Row, given: &[(&str, &str)]) -> Vec<String> {
    let compared = row
        .lines
        .iter()
        .flat_map(|line| &line.cells)
        .filter_map(right_of)
        .filter_map(number);
    let mut limits: Vec<f64> = compared
        .chain(given.iter().filter_map(|(_, word)| number(word)))
        .collect();
    limits.sort_by(f64::total_cmp);
    limits.dedup();
    let mut values = Vec::new();
    let mut below = 0.0;
    for limit in limits {
        values.extend([
            below + (limit - below) / 3.0,
            below + (limit - below) / 1.5,
            limit,
        ]);
        below = limit;
    }
    values.extend([below + 1.0, below + 2.0]);
    values.dedup();
    values
        .into_iter()
        .map(|value: f64| value.to_string())
        .collect()
}

/// The day of every limit in the column and the days beside it, or any day where there is no limit.
fn days(row: &Row, input: &str) -> Vec<String> {
    let column = row.columns.iter().position(|name| *name == input);
    let cells = row
        .lines
        .iter()
        .filter_map(|line| column.and_then(|index| line.cells.get(index)));
    let limits: Vec<&str> = cells
        .filter_map(right_of)
        .filter(|right| is_date(right))
        .collect();
    let mut days: Vec<String> = limits
        .into_iter()
        .flat_map(|day| [beside(day, -1), day.to_owned(), beside(day, 1)])
        .collect();
    if days.is_empty() {
        days.push("2025-12-01".to_owned());
    }
    days.sort();
    days.dedup();
    days
}

fn right_of(cell: &Cell) -> Option<&'static str> {
    if let Cell::Compared(_, right) = cell {
        Some(right)
    } else {
        None
    }
}

/// The day before (`-1`) or after (`1`).
fn beside(date: &str, step: i64) -> String {
    let mut parts = date.split('-').map(|part| part.parse().unwrap_or(1_i64));
    let mut part = || parts.next().unwrap_or(1);
    let (mut year, mut month, mut day) = (part(), part(), part().saturating_add(step));
    if day < 1 {
        month = month.saturating_sub(1);
        if month < 1 {
            (year, month) = (year.saturating_sub(1), 12);
        }
        day = length(year, month);
    } else if day > length(year, month) {
        (month, day) = (month.saturating_add(1), 1);
        if month > 12 {
            (year, month) = (year.saturating_add(1), 1);
        }
    }
    format!("{year:04}-{month:02}-{day:02}")
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
