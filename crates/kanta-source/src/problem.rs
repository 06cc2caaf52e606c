//! What can be wrong with any text, told in three languages.

mod words;

use kanta_conformance::{Language, Text};

use crate::{FaultMessage, Form, FormFault, SheetProblem};

/// What can be wrong with any text.
///
/// A reader of tables of its own has a [`FaultMessage`] of its own, made from these and telling them in its own words or in ours.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Problem {
    /// The text is larger than what is read.
    TooLarge {
        /// The most bytes that are.
        limit: usize,
    },
    /// A byte is not UTF-8.
    NotUtf8 {
        /// Which byte, counted from 0.
        offset: usize,
    },
    /// The text is of a form that is not read, for example CSV.
    OtherForm {
        /// Its name.
        name: &'static str,
    },
    /// The text breaks its form; the words are those of the reader of the form.
    Syntax {
        /// The form.
        form: Form,
        /// The words.
        words: String,
    },
    /// Tables and lists lie deeper than is read.
    TooDeep,
    /// There are more values than are read.
    TooManyValues {
        /// The most that are.
        limit: usize,
    },
    /// A key that is not known in this place.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest one that is.
        nearest: Option<&'static str>,
    },
    /// A key without which nothing can be understood.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A key or a table that is given twice.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line on which it was given first, if that can be told.
        line: Option<u32>,
    },
    /// A value of another type.
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        expected: Expected,
        /// What it was given.
        found: Type,
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
    /// More entries than a list may have.
    TooMany {
        /// The key.
        key: String,
        /// The most entries that it may have.
        limit: usize,
    },
    /// What a spreadsheet did to the text.
    Sheet(SheetProblem),
    /// More faults than are listed.
    More {
        /// How many.
        count: usize,
    },
}

/// What a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Expected {
    /// A text.
    Text,
    /// A whole number from 0 up.
    Number,
    /// True or false.
    Flag,
    /// A date.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
    /// Tables under headings of their own.
    Tables,
    /// Something else, in words.
    Words(Text),
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Type {
    /// A text.
    Text,
    /// A whole number.
    Number,
    /// A number with a fraction or an exponent.
    Decimal,
    /// True.
    True,
    /// False.
    False,
    /// A date or a time.
    Time,
    /// Nothing.
    Null,
    /// A list.
    List,
    /// A table.
    Table,
}

impl From<SheetProblem> for Problem {
    fn from(problem: SheetProblem) -> Self {
        Self::Sheet(problem)
    }
}

impl FaultMessage for Problem {
    fn message(&self, language: Language) -> String {
        words::message(self, language)
    }
}

impl Problem {
    /// What a fault of the form is; `line` gives the line of a byte.
    #[must_use]
    pub fn of_form(fault: &FormFault, form: Form, line: impl Fn(u32) -> u32) -> Self {
        match fault {
            FormFault::Syntax { words, .. } => Self::Syntax {
                form,
                words: words.clone(),
            },
            FormFault::Duplicate { key, first, .. } => Self::DuplicateKey {
                key: key.clone(),
                line: first.map(line),
            },
            FormFault::TooDeep { .. } => Self::TooDeep,
            FormFault::TooManyValues { limit, .. } => Self::TooManyValues { limit: *limit },
        }
    }
}
