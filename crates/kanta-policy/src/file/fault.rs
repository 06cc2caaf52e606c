//! What can be wrong with a plan file, told in three languages.

use core::fmt;

use kanta_conformance::{Escaped, Language, Text, Value};

/// A place in a text: line and column count from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// Turns offsets into places in one pass over the text, as long as they come in order.
pub(super) struct Sweep<'t> {
    text: &'t str,
    offset: usize,
    place: Place,
}

impl<'t> Sweep<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            offset: 0,
            place: Place { line: 1, column: 1 },
        }
    }

    /// The place of a byte that does not lie before the one asked for last.
    pub(super) fn to(&mut self, offset: usize) -> Place {
        for c in self
            .text
            .get(self.offset..offset)
            .unwrap_or_default()
            .chars()
        {
            if c == '\n' {
                self.place = Place {
                    line: self.place.line.saturating_add(1),
                    column: 1,
                };
            } else {
                self.place.column = self.place.column.saturating_add(1);
            }
        }
        self.offset = self.offset.max(offset);
        self.place
    }
}

/// One fault of a plan file, with its place where it has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where it is.
    pub place: Option<Place>,
    /// What it is.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FaultKind {
    /// The file is larger than a plan may be.
    TooLarge {
        /// The most bytes that a plan may have.
        limit: usize,
    },
    /// The file itself cannot be had.
    File(FileFault),
    /// A byte is not UTF-8.
    NotUtf8 {
        /// Which byte, counted from 0.
        offset: usize,
    },
    /// There is nothing in the file.
    Empty,
    /// The text is not TOML; the words are those of the TOML parser.
    NotToml(String),
    /// `format` names no format that this version reads.
    UnknownFormat(String),
    /// A key that a plan does not have.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest key that a plan has in this place.
        nearest: Option<&'static str>,
    },
    /// A key without which nothing can be understood.
    KeyMissing {
        /// The key.
        key: &'static str,
    },
    /// A value of another type.
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        expected: Text,
        /// What it was given.
        found: Text,
    },
    /// A word that is not one of those that the key takes.
    UnknownWord {
        /// The key.
        key: String,
        /// The word.
        found: String,
        /// The words that it takes.
        expected: Vec<&'static str>,
        /// The nearest of them.
        nearest: Option<&'static str>,
    },
    /// A text that cannot be read as what it should be.
    NotA {
        /// The key.
        key: String,
        /// What it should be.
        expected: Text,
        /// The text.
        found: String,
    },
    /// An identifier that has none of the forms of its kind; the sentence says what is wrong with it.
    BadOid {
        /// The key.
        key: String,
        /// The text.
        found: String,
        /// English.
        en: String,
        /// Finnish.
        fi: String,
        /// Swedish.
        sv: String,
    },
    /// An id that is used twice.
    DuplicateId {
        /// The id.
        id: String,
        /// The line on which it was used first.
        line: usize,
    },
    /// An id that names nothing in the plan.
    Dangling {
        /// The key.
        key: String,
        /// The id.
        id: String,
        /// The nearest id that does name something here.
        nearest: Option<String>,
    },
    /// An attestation or a ruling about a requirement that does not exist.
    UnknownRequirement {
        /// The id.
        id: String,
        /// The nearest one.
        nearest: Option<&'static str>,
    },
    /// A requirement that nobody can attest, because it is computed or stated.
    NotAttestable {
        /// The requirement.
        id: String,
    },
    /// An attestation or a ruling about a subject that is not in the plan.
    UnknownSubject {
        /// The path.
        path: String,
    },
    /// A certificate that cannot be had.
    Certificate {
        /// The file as the plan names it.
        file: String,
        /// Why.
        why: FileFault,
    },
    /// More entries than a list may have.
    TooMany {
        /// The key.
        key: String,
        /// The most entries that it may have.
        limit: usize,
    },
    /// More faults than are worth listing.
    More {
        /// How many.
        count: usize,
    },
}

/// Why a file that the plan needs cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileFault {
    /// There is no such file.
    NotFound,
    /// It is a directory.
    Directory,
    /// It is larger than it may be.
    TooLarge {
        /// The most bytes that it may have.
        limit: usize,
    },
    /// It cannot be opened; the words are the system's.
    Unreadable(String),
    /// It holds no certificate that can be read; the sentence says why, in each language.
    NotACertificate {
        /// English.
        en: String,
        /// Finnish.
        fi: String,
        /// Swedish.
        sv: String,
    },
}

impl FaultKind {
    /// The fault as a sentence in one language, without a full stop.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |en: &'static str, fi: &'static str, sv: &'static str| {
            Text::new(en, fi, sv).get(language)
        };
        let quoted = |text: &str| Value::words(text).display(language).to_string();
        let nearest = |nearest: Option<&str>| match nearest {
            Some(word) => {
                format!(
                    "; {} {}",
                    say("did you mean", "tarkoititko", "menade du"),
                    quoted(word)
                )
            }
            None => String::new(),
        };
        match self {
            Self::TooLarge { limit } => format!(
                "{} {limit} {}",
                say(
                    "the file is larger than a plan may be:",
                    "tiedosto on suurempi kuin suunnitelma saa olla:",
                    "filen är större än en plan får vara:"
                ),
                say("bytes", "tavua", "byte"),
            ),
            Self::File(why) => why.message(language),
            Self::NotUtf8 { offset } => format!(
                "{} {offset} {}",
                say("byte", "tavu", "byte"),
                say(
                    "is not UTF-8 text",
                    "ei ole UTF-8-tekstiä",
                    "är inte UTF-8-text"
                ),
            ),
            Self::Empty => say(
                "the file is empty: a plan begins with `format = 1`",
                "tiedosto on tyhjä: suunnitelma alkaa rivillä `format = 1`",
                "filen är tom: en plan börjar med `format = 1`",
            )
            .into(),
            Self::NotToml(words) => format!(
                "{}: {}",
                say(
                    "this is not TOML",
                    "tämä ei ole TOML-kieltä",
                    "detta är inte TOML"
                ),
                one_line(words),
            ),
            Self::UnknownFormat(found) => format!(
                "{} {}, {} `1`",
                say(
                    "unknown plan format",
                    "tuntematon suunnitelman muoto",
                    "okänt planformat"
                ),
                quoted(found),
                say("expected", "odotettu", "väntat"),
            ),
            Self::UnknownKey { key, nearest: near } => format!(
                "{} {}{}",
                say("unknown key", "tuntematon avain", "okänd nyckel"),
                quoted(key),
                nearest(*near),
            ),
            Self::KeyMissing { key } => format!(
                "{} `{key}` {}",
                say("the key", "avain", "nyckeln"),
                say(
                    "is missing, and nothing here can be understood without it",
                    "puuttuu, eikä tätä kohtaa voi ymmärtää ilman sitä",
                    "saknas, och utan den kan stället inte förstås"
                ),
            ),
            Self::WrongType {
                key,
                expected,
                found,
            } => format!(
                "{} {} {}, {} {}",
                quoted(key),
                say("takes", "ottaa arvoksi:", "tar"),
                expected.get(language),
                say("found", "löytyi", "hittade"),
                found.get(language),
            ),
            Self::UnknownWord {
                key,
                found,
                expected,
                nearest: near,
            } => {
                let words: Vec<String> = expected.iter().map(|word| format!("`{word}`")).collect();
                format!(
                    "{} {} {}{}; {} {}",
                    quoted(key),
                    say("does not take", "ei voi olla", "tar inte"),
                    quoted(found),
                    nearest(*near),
                    say(
                        "expected one of",
                        "odotettu jokin näistä:",
                        "väntat något av"
                    ),
                    words.join(", "),
                )
            }
            Self::NotA {
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
            Self::BadOid {
                key,
                found,
                en,
                fi,
                sv,
            } => {
                let words = match language {
                    Language::En => en,
                    Language::Fi => fi,
                    Language::Sv => sv,
                };
                format!("{}: {}: {words}", quoted(key), quoted(found))
            }
            Self::DuplicateId { id, line } => format!(
                "{} {} {} {}",
                say("the id", "tunnus", "id"),
                quoted(id),
                say(
                    "is already used on line",
                    "on jo käytössä rivillä",
                    "används redan på rad"
                ),
                line,
            ),
            Self::Dangling {
                key,
                id,
                nearest: near,
            } => format!(
                "{}: {} {}{}",
                quoted(key),
                quoted(id),
                say(
                    "names nothing in this plan",
                    "ei viittaa mihinkään tässä suunnitelmassa",
                    "pekar inte på något i planen"
                ),
                nearest(near.as_deref()),
            ),
            Self::UnknownRequirement { id, nearest: near } => format!(
                "{} {}{}",
                say(
                    "there is no requirement",
                    "vaatimusta ei ole:",
                    "det finns inget krav"
                ),
                quoted(id),
                nearest(*near),
            ),
            Self::NotAttestable { id } => format!(
                "{} {} {}",
                say(
                    "nobody can attest",
                    "kukaan ei voi vakuuttaa vaatimusta",
                    "ingen kan intyga"
                ),
                quoted(id),
                say(
                    "because it is computed or stated in the plan itself",
                    "koska se lasketaan tai ilmoitetaan suunnitelmassa itsessään",
                    "eftersom det räknas ut eller anges i planen själv",
                ),
            ),
            Self::UnknownSubject { path } => format!(
                "{} {}",
                say(
                    "this plan has no",
                    "suunnitelmassa ei ole kohtaa",
                    "planen har inget ställe"
                ),
                quoted(path),
            ),
            Self::Certificate { file, why } => {
                format!(
                    "{} {}: {}",
                    say("certificate", "varmenne", "certifikatet"),
                    quoted(file),
                    why.message(language)
                )
            }
            Self::TooMany { key, limit } => format!(
                "{} {} {limit}",
                quoted(key),
                say(
                    "has more entries than",
                    "sisältää enemmän kohtia kuin",
                    "har fler poster än"
                ),
            ),
            Self::More { count } => format!(
                "{count} {}",
                say(
                    "more faults are not listed",
                    "muuta virhettä ei luetella",
                    "fel till listas inte"
                ),
            ),
        }
    }
}

impl FileFault {
    /// The reason in one language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let say = |en: &'static str, fi: &'static str, sv: &'static str| {
            Text::new(en, fi, sv).get(language)
        };
        match self {
            Self::NotFound => say(
                "there is no such file",
                "tiedostoa ei ole",
                "det finns ingen sådan fil",
            )
            .into(),
            Self::Directory => say(
                "this is a directory, not a file",
                "tämä on hakemisto eikä tiedosto",
                "detta är en katalog, inte en fil",
            )
            .into(),
            Self::TooLarge { limit } => format!(
                "{} {limit} {}",
                say(
                    "the file is larger than",
                    "tiedosto on suurempi kuin",
                    "filen är större än"
                ),
                say("bytes", "tavua", "byte"),
            ),
            Self::Unreadable(words) => format!(
                "{}: {}",
                say(
                    "it cannot be read",
                    "sitä ei voi lukea",
                    "den kan inte läsas"
                ),
                one_line(words),
            ),
            Self::NotACertificate { en, fi, sv } => match language {
                Language::En => en.clone(),
                Language::Fi => fi.clone(),
                Language::Sv => sv.clone(),
            },
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Place { line, column }) = self.place {
            write!(f, "line {line}, column {column}: ")?;
        }
        f.write_str(&self.kind.message(Language::En))
    }
}

impl core::error::Error for Fault {}

/// Words of another program on one line, with control characters escaped.
fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    Escaped(&words.join(" ")).to_string()
}
