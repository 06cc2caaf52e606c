//! What the readers of JSON and TOML say, in three languages: a closed table of their texts, and a sentence for the rest.

mod json;
mod system;
mod toml;

use kanta_conformance::{Escaped, Language, Text, text};

pub use self::system::system_words;

use crate::place::COLUMN;
use crate::{Form, Place, Position};

/// What the reader of a form said of a text, in one language, on one line and with control characters escaped.
///
/// In English these are the reader's own words. In Finnish and Swedish they are sentences of our own, with nothing of the
/// reader's in them but what it quotes of the text; words of a reader that are not known here are told as what it said in
/// English. The line and column at the end of JSON's words are told as a [`Place`] is; of [JSON Lines](Form::JsonLines), of which
/// each line is read by itself, the column alone.
///
/// ```
/// use kanta_source::kanta_conformance::Language;
/// use kanta_source::{Form, reader_words};
///
/// let said = |language| reader_words(Form::Json, "trailing comma at line 2 column 7", language);
/// assert_eq!(said(Language::En), "trailing comma at line 2 column 7");
/// assert_eq!(said(Language::Fi), "viimeisen kohdan perässä on pilkku: rivi 2, sarake 7");
/// assert_eq!(said(Language::Sv), "ett kommatecken efter den sista posten: rad 2, kolumn 7");
/// ```
#[must_use]
pub fn reader_words(form: Form, words: &str, language: Language) -> String {
    if language == Language::En {
        return one_line(words);
    }
    let (said, position, told) = match form {
        Form::Toml => (words, None, toml::told(words, language)),
        _ => {
            let (said, position) = placed(words);
            (said, position, json::told(said, language))
        }
    };
    let told = told.map_or_else(|| unknown(said, language), |told| one_line(&told));
    match (position, form) {
        (Some(Position { column, .. }), Form::JsonLines) => {
            format!("{told}: {} {column}", COLUMN.get(language))
        }
        (Some(position), _) => {
            let place = Place::new(0, position, "");
            format!("{told}: {}", place.display(language))
        }
        (None, _) => told,
    }
}

/// Words that are in no table.
fn unknown(words: &str, language: Language) -> String {
    let said = text! {
        en: "said in English:",
        fi: "sanottu englanniksi:",
        sv: "sagt på engelska:",
    };
    format!("{} `{}`", said.get(language), one_line(words))
}

/// The words without the place at their end, and the place.
fn placed(words: &str) -> (&str, Option<Position>) {
    let read = || {
        let (said, place) = words.rsplit_once(" at line ")?;
        let (line, column) = place.split_once(" column ")?;
        let position = Position {
            line: line.parse().ok()?,
            column: column.parse().ok()?,
            byte: 0,
        };
        Some((said, position))
    };
    match read() {
        Some((said, position)) => (said, Some(position)),
        None => (words, None),
    }
}

/// The text of a table whose English is what the reader says.
fn find(table: &[Text], words: &str, language: Language) -> Option<String> {
    let found = table.iter().find(|text| text.en == words)?;
    Some(found.get(language).to_owned())
}

/// Words of another program on one line, with control characters escaped.
fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.lines().map(str::trim).collect();
    Escaped(&words.join(" ")).to_string()
}
