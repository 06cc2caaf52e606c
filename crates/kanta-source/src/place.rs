//! Where in a text something stands.

use core::fmt;

use kanta_conformance::{Language, Text, text};

/// A place in one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Position {
    /// The line, counted from 1; 0 where it is not known.
    pub line: u32,
    /// The code point in the line, counted from 1; 0 where the line as a whole is meant.
    pub column: u32,
    /// The byte in the text, counted from 0 behind a byte order mark.
    pub byte: u32,
}

/// A place in one of several texts, and the path of what stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Place {
    /// Which text, counted from 0 in the order given; 0 for what was made in memory.
    pub source: u32,
    /// The line, counted from 1; 0 where it is not known.
    pub line: u32,
    /// The code point in the line, counted from 1; 0 where the line as a whole is meant.
    pub column: u32,
    /// The byte in the text, counted from 0 behind a byte order mark; 0 where the line is not known.
    pub byte: u32,
    /// The path, for example `right[3].from`; empty for the text as a whole.
    pub path: String,
}

impl Place {
    /// What stands at that position of a text under that path.
    #[must_use]
    pub fn new(source: u32, position: Position, path: impl Into<String>) -> Self {
        let Position { line, column, byte } = position;
        Self {
            source,
            line,
            column,
            byte,
            path: path.into(),
        }
    }

    /// A text as a whole.
    #[must_use]
    pub const fn of_source(source: u32) -> Self {
        Self {
            source,
            line: 0,
            column: 0,
            byte: 0,
            path: String::new(),
        }
    }

    /// The position in the text; none for a text as a whole, and for what was made in memory.
    #[must_use]
    pub const fn position(&self) -> Option<Position> {
        let Self {
            line, column, byte, ..
        } = *self;
        match line {
            0 => None,
            _ => Some(Position { line, column, byte }),
        }
    }

    /// Nothing is known but the text.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.line == 0 && self.path.is_empty()
    }

    /// The place in one language: `line 3, column 7 (right[3].from)`, with as much of it as is known.
    #[must_use]
    pub const fn display(&self, language: Language) -> impl fmt::Display + '_ {
        Localized(self, language)
    }
}

pub(crate) const COLUMN: Text = text! { en: "column", fi: "sarake", sv: "kolumn" };

struct Localized<'p>(&'p Place, Language);

impl fmt::Display for Localized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(place, language) = *self;
        let Some(Position { line, column, .. }) = place.position() else {
            return f.write_str(&place.path);
        };
        let word = text! { en: "line", fi: "rivi", sv: "rad" }.get(language);
        write!(f, "{word} {line}")?;
        if column > 0 {
            write!(f, ", {} {column}", COLUMN.get(language))?;
        }
        match place.path.as_str() {
            "" => Ok(()),
            path => write!(f, " ({path})"),
        }
    }
}

/// In English.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display(Language::En).fmt(f)
    }
}
