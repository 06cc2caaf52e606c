//! Values that are read when they are asked for.

use std::borrow::Cow;

use crate::json::Raw;
use crate::{FormFault, Limits, Lines, ParsedText, SourceValue, Span, SpannedValue};

/// A value that is read when it is asked for: of JSON no more than its text is held until then, so that of a long list
/// one item is held at a time.
#[derive(Clone, Debug)]
pub struct Lazy<'t>(Held<'t>);

#[derive(Clone, Debug)]
enum Held<'t> {
    Read(SpannedValue<'t>),
    Json(Raw<'t>),
}

/// What a value holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Keys and values.
    Table,
    /// Items.
    List,
    /// Neither.
    Single,
}

impl<'t> Lazy<'t> {
    /// What a JSON text holds.
    #[must_use]
    pub fn json(text: &'t str) -> Self {
        let start = text.len().saturating_sub(text.trim_ascii_start().len());
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let text = text.trim_ascii();
        Self(Held::Json(Raw { text, start }))
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match &self.0 {
            Held::Read(item) => item.span,
            Held::Json(raw) => raw.span(),
        }
    }

    /// What it holds.
    #[must_use]
    pub fn shape(&self) -> Shape {
        match &self.0 {
            Held::Read(item) => match item.value {
                SourceValue::Table(_) => Shape::Table,
                SourceValue::List(_) => Shape::List,
                _ => Shape::Single,
            },
            Held::Json(raw) => match raw.text.as_bytes().first() {
                Some(b'{') => Shape::Table,
                Some(b'[') => Shape::List,
                _ => Shape::Single,
            },
        }
    }

    /// Goes through the keys and values of a table, in their order; a key may come twice.
    ///
    /// # Errors
    /// The text is no JSON. What came before was given.
    pub fn members(self, give: &mut dyn FnMut(Cow<'t, str>, Self)) -> Result<(), FormFault> {
        match self.0 {
            Held::Json(raw) => raw.members(&mut |key, _, value| give(key, Self(Held::Json(value)))),
            Held::Read(item) => {
                if let SourceValue::Table(entries) = item.value {
                    for entry in entries {
                        give(entry.key, Self(Held::Read(entry.item)));
                    }
                }
                Ok(())
            }
        }
    }

    /// Goes through the items of a list.
    ///
    /// # Errors
    /// The text is no JSON. What came before was given.
    pub fn items(self, give: &mut dyn FnMut(Self)) -> Result<(), FormFault> {
        match self.0 {
            Held::Json(raw) => raw.items(&mut |item| give(Self(Held::Json(item)))),
            Held::Read(item) => {
                if let SourceValue::List(list) = item.value {
                    list.into_iter()
                        .for_each(|item| give(Self(Held::Read(item))));
                }
                Ok(())
            }
        }
    }

    /// Reads it with all that is in it.
    ///
    /// # Errors
    /// The text is no JSON, or larger than is read.
    pub fn read(self, limits: &Limits) -> Result<ParsedText<'t>, FormFault> {
        match self.0 {
            Held::Json(raw) => raw.read(limits),
            Held::Read(root) => Ok(ParsedText {
                root,
                faults: Vec::new(),
            }),
        }
    }
}

impl<'t> From<SpannedValue<'t>> for Lazy<'t> {
    fn from(item: SpannedValue<'t>) -> Self {
        Self(Held::Read(item))
    }
}

/// The lines of a text in JSON Lines that are not blank, each with its place.
///
/// ```
/// let lines: Vec<_> = kanta_source::json_lines("{\"a\":1}\n\n{\"a\":2}\n").collect();
/// assert_eq!(lines.len(), 2);
/// let (line, lazy) = &lines[1];
/// assert_eq!((line.first().line, lazy.span().start), (3, 9));
/// ```
pub fn json_lines(text: &str) -> impl Iterator<Item = (Lines<'_>, Lazy<'_>)> {
    let mut start = 0_u32;
    (1_u32..)
        .zip(text.split('\n'))
        .filter_map(move |(number, text)| {
            let at = start;
            let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
            start = start.saturating_add(length).saturating_add(1);
            let is_blank = text.trim_ascii().is_empty();
            let lazy = Lazy(Held::Json(Raw { text, start: at }));
            (!is_blank).then(|| (Lines::within(text, at, number), lazy))
        })
}
