//! Each problem as a sentence.

use kanta_conformance::{Language, Text, Value, text};

use super::{Expected, Problem, Type};
use crate::reader_words;

pub(super) fn message(problem: &Problem, language: Language) -> String {
    let say = |en, fi, sv| text! { en: en, fi: fi, sv: sv }.get(language);
    let quoted = |text: &str| Value::words(text).display(language).to_string();
    let meant = |nearest: Option<&str>| match nearest {
        Some(word) => {
            let words = say("did you mean", "tarkoititko", "menade du");
            format!("; {words} {}", quoted(word))
        }
        None => String::new(),
    };
    match problem {
        Problem::TooLarge { limit } => format!(
            "{} {limit} {}",
            say(
                "the text is larger than",
                "teksti on suurempi kuin",
                "texten är större än"
            ),
            say("bytes", "tavua", "byte"),
        ),
        Problem::NotUtf8 { offset } => format!(
            "{} {offset} {}",
            say("byte", "tavu", "byte"),
            say(
                "is not UTF-8 text",
                "ei ole UTF-8-tekstiä",
                "är inte UTF-8-text"
            ),
        ),
        Problem::OtherForm { name } => match language {
            Language::En => format!(
                "{name} is not read, write TOML (.toml), JSON (.json) or JSON Lines (.jsonl)"
            ),
            Language::Fi => format!(
                "{name}-muotoa ei lueta, kirjoita TOML (.toml), JSON (.json) tai JSON Lines (.jsonl)"
            ),
            Language::Sv => format!(
                "{name} läses inte, skriv TOML (.toml), JSON (.json) eller JSON Lines (.jsonl)"
            ),
        },
        Problem::Syntax { form, words } => format!(
            "{}: {}",
            match language {
                Language::En => format!("this is not {}", form.name()),
                Language::Fi => format!("tämä ei ole {}-kieltä", form.name()),
                Language::Sv => format!("detta är inte {}", form.name()),
            },
            reader_words(*form, words, language),
        ),
        Problem::TooDeep => say(
            "tables and lists lie deeper than is read",
            "taulut ja luettelot ovat syvemmällä kuin luetaan",
            "tabeller och listor ligger djupare än vad som läses",
        )
        .into(),
        Problem::TooManyValues { limit } => format!(
            "{} {limit}",
            say(
                "there are more values than",
                "arvoja on enemmän kuin",
                "det finns fler värden än"
            )
        ),
        Problem::UnknownKey { key, nearest } => format!(
            "{} {}{}",
            say("unknown key", "tuntematon avain", "okänd nyckel"),
            quoted(key),
            meant(*nearest),
        ),
        Problem::MissingKey { key } => format!(
            "{} `{key}` {}",
            say("the key", "avain", "nyckeln"),
            say(
                "is missing, and nothing here can be understood without it",
                "puuttuu, eikä tätä kohtaa voi ymmärtää ilman sitä",
                "saknas, och utan den kan stället inte förstås"
            ),
        ),
        Problem::DuplicateKey { key, line } => {
            let twice = say(
                "is given twice",
                "on annettu kahdesti",
                "har angetts två gånger",
            );
            let first = line.map(|line| {
                let first = say("first on line", "ensin rivillä", "först på rad");
                let again = say("and again here", "ja uudelleen tässä", "och på nytt här");
                format!(": {first} {line} {again}")
            });
            format!("{} {twice}{}", quoted(key), first.unwrap_or_default())
        }
        Problem::WrongType {
            key,
            expected,
            found,
        } => format!(
            "{} {} {}, {} {}",
            quoted(key),
            say("takes", "ottaa arvoksi:", "tar"),
            expected.words().get(language),
            say("found", "löytyi", "hittade"),
            found.words().get(language),
        ),
        Problem::UnknownWord {
            key,
            found,
            expected,
            nearest,
        } => {
            let words: Vec<String> = expected.iter().map(|word| format!("`{word}`")).collect();
            format!(
                "{} {} {}{}; {} {}",
                quoted(key),
                say("does not take", "ei voi olla", "tar inte"),
                quoted(found),
                meant(*nearest),
                say(
                    "expected one of",
                    "odotettu jokin näistä:",
                    "väntat något av"
                ),
                words.join(", "),
            )
        }
        Problem::NotA {
            key,
            expected,
            found,
        } => format!(
            "{}: {} {} {}",
            quoted(key),
            quoted(found),
            say("is not", "ei ole", "är inte"),
            expected.get(language),
        ),
        Problem::TooMany { key, limit } => format!(
            "{} {} {limit}",
            quoted(key),
            say(
                "has more entries than",
                "sisältää enemmän kohtia kuin",
                "har fler poster än"
            ),
        ),
        Problem::Sheet(problem) => crate::sheet::message(problem, language),
        Problem::More { count } => format!(
            "{count} {}",
            say(
                "more faults are not listed",
                "muuta virhettä ei luetella",
                "fel till listas inte"
            ),
        ),
    }
}

impl Expected {
    /// What a key takes, in words.
    #[must_use]
    pub const fn words(self) -> Text {
        match self {
            Self::Text => text! {
                en: "a text in quotes",
                fi: "teksti lainausmerkeissä",
                sv: "en text inom citattecken",
            },
            Self::Number => text! {
                en: "a whole number from 0 up",
                fi: "kokonaisluku nollasta ylöspäin",
                sv: "ett heltal från noll uppåt",
            },
            Self::Flag => {
                text! { en: "true or false", fi: "true tai false", sv: "true eller false" }
            }
            Self::Date => text! {
                en: "a date such as 2025-09-01, without quotes",
                fi: "päivämäärä kuten 2025-09-01, ilman lainausmerkkejä",
                sv: "ett datum såsom 2025-09-01, utan citattecken",
            },
            Self::List => text! {
                en: "a list in square brackets",
                fi: "luettelo hakasulkeissa",
                sv: "en lista inom hakparenteser",
            },
            Self::Table => TABLE,
            Self::Tables => text! {
                en: "tables, each under its own heading in double square brackets",
                fi: "tauluja, kukin omalla kaksoishakasulkuotsikollaan",
                sv: "tabeller, var och en under en egen rubrik inom dubbla hakparenteser",
            },
            Self::Words(words) => words,
        }
    }
}

const TABLE: Text = text! { en: "a table", fi: "taulu", sv: "en tabell" };

impl Type {
    /// What a value is, in words.
    #[must_use]
    pub const fn words(self) -> Text {
        match self {
            Self::Text => text! { en: "a text", fi: "teksti", sv: "en text" },
            Self::Number => text! { en: "a number", fi: "luku", sv: "ett tal" },
            Self::Decimal => {
                text! { en: "a decimal number", fi: "desimaaliluku", sv: "ett decimaltal" }
            }
            Self::True => text! { en: "true", fi: "true", sv: "true" },
            Self::False => text! { en: "false", fi: "false", sv: "false" },
            Self::Time => text! {
                en: "a date or time",
                fi: "päivä tai kellonaika",
                sv: "ett datum eller klockslag",
            },
            Self::Null => text! { en: "null", fi: "null", sv: "null" },
            Self::List => text! { en: "a list", fi: "luettelo", sv: "en lista" },
            Self::Table => TABLE,
        }
    }
}
