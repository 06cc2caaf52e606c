//! Spot checks: sentences of the guide and of the readings, put to the tables one at a time.

mod capacity;
mod location;
mod open_internet;
mod party;
mod points;

use kanta_oracle::answer;

/// A case in words: what differs from a good one, `input=word` with blanks between.
fn says(row: &str, good: &str, difference: &str) -> &'static str {
    let mut inputs: Vec<(&str, &str)> = Vec::new();
    for pair in good.split_whitespace().chain(difference.split_whitespace()) {
        let (input, word) = pair.split_once('=').unwrap();
        inputs.retain(|(name, _)| *name != input);
        inputs.push((input, word));
    }
    answer(row, &inputs).unwrap()
}
