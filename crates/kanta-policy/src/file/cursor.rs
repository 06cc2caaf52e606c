//! Walks a TOML document, keeping the place of every value and every fault it meets.

mod item;
mod notes;
mod table;

use kanta_conformance::Text;
use toml::de::DeValue;

pub(super) use item::Item;
pub(super) use notes::Notes;
pub(super) use table::Table;

pub(super) const TEXT: Text = Text::new(
    "a text in quotes",
    "teksti lainausmerkeissä",
    "en text inom citattecken",
);
const NUMBER: Text = Text::new(
    "a whole number from 0 up",
    "kokonaisluku nollasta ylöspäin",
    "ett heltal från noll uppåt",
);
const SPEED: Text = Text::new(
    "a number of Mbit/s with at most three decimals",
    "luku (Mbit/s), jossa on enintään kolme desimaalia",
    "ett tal (Mbit/s) med högst tre decimaler",
);
const FLAG: Text = Text::new("true or false", "true tai false", "true eller false");
const DATE: Text = Text::new(
    "a date such as 2025-09-01, without quotes",
    "päivämäärä kuten 2025-09-01, ilman lainausmerkkejä",
    "ett datum såsom 2025-09-01, utan citattecken",
);
pub(super) const DONE: Text = Text::new(
    "the date on which it was done, or true or false",
    "tekopäivä, tai true tai false",
    "datumet då det gjordes, eller true eller false",
);
const TABLE: Text = Text::new("a table", "taulu", "en tabell");
const LIST: Text = Text::new(
    "a list in square brackets",
    "luettelo hakasulkeissa",
    "en lista inom hakparenteser",
);

/// What a value is, in words.
fn type_of(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => Text::new("a text", "teksti", "en text"),
        DeValue::Integer(_) => Text::new("a number", "luku", "ett tal"),
        DeValue::Float(_) => Text::new("a decimal number", "desimaaliluku", "ett decimaltal"),
        DeValue::Boolean(true) => Text::new("true", "true", "true"),
        DeValue::Boolean(false) => Text::new("false", "false", "false"),
        DeValue::Datetime(_) => Text::new(
            "a date or time",
            "päivä tai kellonaika",
            "ett datum eller klockslag",
        ),
        DeValue::Array(_) => Text::new("a list", "luettelo", "en lista"),
        DeValue::Table(_) => TABLE,
    }
}

/// The word that somebody most likely meant: at most a third of its letters wrong.
pub(super) fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    // A word far longer than any key is nobody's slip, and comparing it would cost its length.
    if word.len() > 64 {
        return None;
    }
    let distance = |other: &&str| strsim::damerau_levenshtein(word, other);
    let best = words.min_by_key(distance)?;
    let allowed = best.chars().count().div_ceil(3);
    (distance(&best) <= allowed).then_some(best)
}
