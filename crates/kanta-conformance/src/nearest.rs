//! The word that somebody meant.

use alloc::string::String;
use alloc::vec::Vec;

/// A word far longer than any key is nobody's slip, and comparing it would cost its length.
const LONGEST: usize = 64;

/// The word that somebody most likely meant: at most a third of its letters wrong.
///
/// ```
/// let words = ["provider", "pharmacist"];
/// assert_eq!(kanta_conformance::nearest("provder", words), Some("provider"));
/// assert_eq!(kanta_conformance::nearest("tenant", words), None);
/// ```
pub fn nearest<'w>(word: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    if word.len() > LONGEST {
        return None;
    }
    let distance = |other: &str| strsim::damerau_levenshtein(word, other);
    let words = words.into_iter().map(|other| (distance(other), other));
    let (distance, best) = words.min_by_key(|(distance, _)| *distance)?;
    let allowed = best.chars().count().div_ceil(3);
    (distance <= allowed).then_some(best)
}

/// The words that come closest, however far they are: first those that contain the word, then those with the fewest
/// letters that differ, in the whole or behind its last `/`.
pub fn closest<'w>(
    word: &str,
    words: impl IntoIterator<Item = &'w str>,
    most: usize,
) -> Vec<&'w str> {
    let word: String = word.chars().take(LONGEST).collect();
    let mut words: Vec<(bool, usize, &str)> = words
        .into_iter()
        .map(|other| {
            let short = other.rsplit_once('/').map_or(other, |(_, name)| name);
            let distance = |other| strsim::damerau_levenshtein(&word, other);
            let is_apart = word.is_empty() || !other.contains(&word);
            (is_apart, distance(other).min(distance(short)), other)
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    let words = words.into_iter().take(most);
    words.map(|(.., word)| word).collect()
}
