//! The lookup, and the one law about what is not known.

use crate::table::{Line, Table, table_of};
use crate::words::{completions, takes};

/// What one row of the law answers about these inputs.
///
/// The answer is one of `not-in-force`, `not-applicable`, `satisfied`, `violated`, `undetermined:input`,
/// `undetermined:silent`, `undetermined:ambiguous` and `undetermined:date`.
///
/// An input that is not given is `unknown`, and where inputs are unknown every way to fill them in is tried: if all
/// of them answer alike, that is the answer, otherwise it is `undetermined:input`. Inputs that the row does not look at
/// are passed over, so that one list can be put to several rows. The day must be given where the row looks at it.
///
/// ```
/// let point = [("kind", "access-point"), ("country", "third"), ("day", "2025-12-01")];
/// assert_eq!(kanta_oracle::answer("access-point-outside-eu", &point), Ok("violated"));
/// ```
///
/// # Errors
///
/// A sentence, where there is no such row, input or word, or where the table has no line for a combination.
pub fn answer(row: &str, inputs: &[(&str, &str)]) -> Result<&'static str, String> {
    line(row, inputs).map(|line| line.map_or("undetermined:input", |line| line.answer))
}

/// The line that answers, with its ground: the first one found where every completion of what is unknown answers alike,
/// and none where they do not.
///
/// # Errors
///
/// As [`answer`].
pub fn line(row: &str, inputs: &[(&str, &str)]) -> Result<Option<&'static Line>, String> {
    let table = table_of(row).ok_or_else(|| format!("there is no row `{row}`"))?;
    for (input, word) in inputs {
        if *word != "unknown" && !takes(input, word) {
            return Err(format!(
                "the input `{input}` does not take the word `{word}`"
            ));
        }
    }
    let known: Vec<(&str, &str)> = inputs
        .iter()
        .filter(|(_, word)| *word != "unknown")
        .copied()
        .collect();
    let is_known = |input: &str| known.iter().any(|(name, _)| *name == input);
    let unknown: Vec<&str> = table
        .inputs_of(row)
        .into_iter()
        .filter(|input| !is_known(input))
        .collect();
    if unknown.contains(&"day") {
        return Err(format!("the row `{row}` needs a day"));
    }
    let mut found = Found::Nothing;
    complete(table, row, &known, &unknown, &mut found)?;
    match found {
        Found::Nothing => Err(format!("no way to fill in {unknown:?} of `{row}`")),
        Found::One(line) => Ok(Some(line)),
        Found::Several => Ok(None),
    }
}

/// What the completions so far have answered.
enum Found {
    Nothing,
    /// One answer, and the first line that gave it.
    One(&'static Line),
    Several,
}

/// Tries every value of the first unknown input, and so on, until two answers differ.
fn complete(
    table: &'static Table,
    row: &str,
    inputs: &[(&str, &str)],
    unknown: &[&str],
    found: &mut Found,
) -> Result<(), String> {
    let Some((input, rest)) = unknown.split_first() else {
        let line = first_line(table, row, inputs)
            .ok_or_else(|| format!("no line of `{row}` covers {inputs:?}"))?;
        *found = match *found {
            Found::Nothing => Found::One(line),
            Found::One(first) if first.answer == line.answer => Found::One(first),
            _ => Found::Several,
        };
        return Ok(());
    };
    for value in completions(table, row, input, inputs) {
        let longer: Vec<(&str, &str)> = inputs
            .iter()
            .copied()
            .chain([(*input, value.as_str())])
            .collect();
        complete(table, row, &longer, rest, found)?;
        if matches!(found, Found::Several) {
            break;
        }
    }
    Ok(())
}

/// The first line of the row that covers the inputs.
fn first_line(table: &'static Table, row: &str, inputs: &[(&str, &str)]) -> Option<&'static Line> {
    let word = |name: &str| {
        inputs
            .iter()
            .find(|(input, _)| *input == name)
            .map(|(_, word)| *word)
    };
    let covers = |line: &Line| {
        let mut cells = table.columns.iter().zip(&line.cells);
        cells.all(|(column, cell)| cell.covers(word(column).unwrap_or_default(), word))
    };
    table
        .lines
        .iter()
        .filter(|line| line.row == row)
        .find(|line| covers(line))
}
