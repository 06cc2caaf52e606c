//! Tables that are made to be written.

use std::borrow::Cow;
use std::string::ToString;

use kanta_conformance::{Date, Mbit};

use crate::{Entries, Entry, Number, SourceValue, SpannedValue};

/// A table that is being filled; what is not known is left out.
///
/// ```
/// use kanta_source::{Filled, SourceValue};
///
/// let table = Filled::default()
///     .text("id", "mpls-a")
///     .maybe_text("operator", None::<&str>)
///     .maybe("halls", Some(SourceValue::texts(["A", "B"])));
/// let entries = table.entries();
/// assert_eq!(entries.len(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Filled(Entries<'static>);

impl Filled {
    /// With that value.
    pub fn put(mut self, key: &'static str, value: impl Into<SourceValue<'static>>) -> Self {
        self.0.push(Entry::of(key, value.into()));
        self
    }

    /// With that value, where there is one.
    pub fn maybe(self, key: &'static str, value: Option<impl Into<SourceValue<'static>>>) -> Self {
        match value {
            Some(value) => self.put(key, value),
            None => self,
        }
    }

    /// With a text.
    pub fn text(self, key: &'static str, text: impl ToString) -> Self {
        self.put(key, SourceValue::text(text))
    }

    /// With a text, where there is one.
    pub fn maybe_text(self, key: &'static str, text: Option<impl ToString>) -> Self {
        self.maybe(key, text.map(SourceValue::text))
    }

    /// The table.
    #[must_use]
    pub fn entries(self) -> Entries<'static> {
        self.0
    }
}

impl From<Filled> for SourceValue<'static> {
    fn from(table: Filled) -> Self {
        Self::Table(table.0)
    }
}

impl SourceValue<'static> {
    /// The text of anything.
    #[must_use]
    pub fn text(text: impl ToString) -> Self {
        Self::Text(Cow::Owned(text.to_string()))
    }

    /// A list of texts.
    #[must_use]
    pub fn texts(texts: impl IntoIterator<Item: ToString>) -> Self {
        Self::list(texts.into_iter().map(Self::text))
    }

    /// A list of values.
    #[must_use]
    pub fn list(values: impl IntoIterator<Item: Into<Self>>) -> Self {
        let values = values
            .into_iter()
            .map(|value| SpannedValue::of(value.into()));
        Self::List(values.collect())
    }
}

impl From<bool> for SourceValue<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Date> for SourceValue<'_> {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<u64> for SourceValue<'_> {
    fn from(number: u64) -> Self {
        Self::Number(Number::owned(number.to_string()))
    }
}

impl From<Mbit> for SourceValue<'_> {
    fn from(speed: Mbit) -> Self {
        Self::Number(Number::owned(speed.to_string()))
    }
}
