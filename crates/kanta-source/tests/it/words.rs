//! The word that somebody meant.

use kanta_source::{closest, nearest};

const WORDS: [&str; 4] = ["provider", "pharmacist", "id", "oid"];

#[test]
fn at_most_a_third_of_the_letters_may_be_wrong() {
    assert_eq!(nearest("provder", WORDS), Some("provider"));
    // Letters that have changed places are one slip.
    assert_eq!(nearest("porvider", WORDS), Some("provider"));
    assert_eq!(nearest("prxxxder", WORDS), Some("provider"));
    assert_eq!(nearest("prxxxxer", WORDS), None);
    assert_eq!(nearest("i", WORDS), Some("id"));
    assert_eq!(nearest("", WORDS), None);
    assert_eq!(nearest("a", []), None);
    assert_eq!(nearest(&"provider".repeat(9), WORDS), None);
}

#[test]
fn the_closest_are_those_that_contain_the_word_and_then_those_that_differ_least() {
    let words = [
        "a/address-fixed",
        "b/fixed-line",
        "a/address-public",
        "c/fix",
    ];
    assert_eq!(
        closest("fixed", words, 2),
        ["b/fixed-line", "a/address-fixed"]
    );
    assert_eq!(closest("fxi", words, 1), ["c/fix"]);
    assert_eq!(closest("", words, 1), ["c/fix"]);
}
