//! The lookup, and the one law about what is not known.

use crate::table::{Line, Row, row};
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
/// A sentence, where there is no such row, input or word, an input is given twice, or where the table has no line for a combination.
pub fn answer(name: &str, inputs: &[(&str, &str)]) -> Result<&'static str, String> {
    line(name, inputs).map(|line| line.map_or("undetermined:input", |line| line.answer))
}

/// The line that answers, with its ground: the first one found where every completion of what is unknown answers alike,
/// and none where they do not.
///
/// # Errors
///
/// As [`answer`].
pub fn line(name: &str, inputs: &[(&str, &str)]) -> Result<Option<&'static Line>, String> {
    let row = row(name).ok_or_else(|| format!("there is no row `{name}`"))?;
    for (index, (input, word)) in inputs.iter().enumerate() {
        if inputs
            .iter()
            .take(index)
            .any(|(earlier, _)| earlier == input)
        {
            return Err(format!("the input `{input}` is given twice"));
        }
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
    let unknown: Vec<&str> = row
        .inputs
        .iter()
        .copied()
        .filter(|input| !is_known(input))
        .collect();
    if unknown.contains(&"day") {
        return Err(format!("the row `{name}` needs a day"));
    }
    let mut found = Found::Nothing;
    complete(row, &known, &unknown, &mut found)?;
    match found {
        Found::Nothing => Err(format!("no way to fill in {unknown:?} of `{name}`")),
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
    row: &'static Row,
    inputs: &[(&str, &str)],
    unknown: &[&str],
    found: &mut Found,
) -> Result<(), String> {
    let Some((input, rest)) = unknown.split_first() else {
        let line = first_line(row, inputs)
            .ok_or_else(|| format!("no line of `{}` covers {inputs:?}", row.name))?;
        *found = match *found {
            Found::Nothing => Found::One(line),
            Found::One(first) if first.answer == line.answer => Found::One(first),
            _ => Found::Several,
        };
        return Ok(());
    };
    for value in completions(row, input, inputs) {
        let longer: Vec<(&str, &str)> = inputs
            .iter()
            .copied()
            .chain([(*input, value.as_str())])
            .collect();
        complete(row, &longer, rest, found)?;
        if matches!(found, Found::Several) {
            break;
        }
    }
    Ok(())
}

/// The first line of the row that covers the inputs.
fn first_line(row: &'static Row, inputs: &[(&str, &str)]) -> Option<&'static Line> {
    let word = |name: &str| {
        inputs
            .iter()
            .find(|(input, _)| *input == name)
            .map(|(_, word)| *word)
    };
    let words: Vec<&str> = row
        .columns
        .iter()
        .map(|column| word(column).unwrap_or_default())
        .collect();
    let covers = |line: &Line| {
        line.cells
            .iter()
            .zip(&words)
            .all(|(cell, own)| cell.covers(own, word))
    };
    row.lines.iter().find(|line| covers(line))
}
