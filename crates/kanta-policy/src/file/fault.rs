//! What can be wrong with a plan file, told in three languages.

mod file_fault;
mod message;
mod place;

use core::fmt;

use kanta_conformance::{Escaped, Language, Text};

pub use file_fault::FileFault;
pub use place::Place;
pub(super) use place::Sweep;

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
    /// A key or a table that is given twice.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line on which it was given first.
        line: usize,
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
