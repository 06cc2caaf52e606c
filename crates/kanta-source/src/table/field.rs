//! One value of a table.

use std::borrow::Cow;

use kanta_conformance::{Date, Text};

use super::TableReader;
use crate::{
    Broken, Diagnostics, Expected, FaultMessage, Problem, SourceValue, Span, SpannedValue, Type,
    nearest,
};

/// A value with its key, its place in the text and its path in the tables.
#[derive(Clone, Debug)]
pub struct FieldReader<'v, 't> {
    key: &'v str,
    item: &'v SpannedValue<'t>,
    path: Cow<'v, str>,
}

impl<'v, 't> FieldReader<'v, 't> {
    pub(super) const fn new(key: &'v str, item: &'v SpannedValue<'t>, path: Cow<'v, str>) -> Self {
        Self { key, item, path }
    }

    /// Its key; of an item of a list, the key of the list.
    #[must_use]
    pub const fn key(&self) -> &'v str {
        self.key
    }

    /// The value; of a broken one, what it was probably meant to be.
    #[must_use]
    pub const fn value(&self) -> &'v SourceValue<'t> {
        &self.item.value
    }

    /// Whether it breaks the form, and its value is a guess.
    #[must_use]
    pub const fn is_broken(&self) -> bool {
        self.item.broken.is_some()
    }

    /// How it breaks the form, if it does and that has not been told.
    #[must_use]
    pub fn broken<K>(&self, notes: &Diagnostics<K>) -> Option<&'v Broken> {
        let broken = self.item.broken.as_deref();
        broken.filter(|_| !notes.is_broken_told)
    }

    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.item.span
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Reports a fault of this value, unless it is broken.
    pub fn fault<T, K: FaultMessage>(
        &self,
        kind: impl FnOnce() -> K,
        notes: &mut Diagnostics<K>,
    ) -> Option<T> {
        match (&self.item.broken, notes.is_broken_told) {
            (Some(_), true) => {}
            (Some(broken), false) => {
                let form = notes.form;
                let words = || broken.words.clone();
                let syntax = || Problem::Syntax {
                    form,
                    words: words(),
                };
                notes.problem(self.span(), &self.path, syntax);
            }
            (None, _) => notes.fault_with(self.span(), &self.path, kind),
        }
        None
    }

    /// Reports a value of another type than the key takes.
    pub fn wrong<T, K: FaultMessage>(
        &self,
        expected: Expected,
        notes: &mut Diagnostics<K>,
    ) -> Option<T> {
        let key = || self.key.to_owned();
        let found = self.value().kind();
        let wrong = || Problem::WrongType {
            key: key(),
            expected,
            found,
        };
        self.fault(|| wrong().into(), notes)
    }

    /// Reports a value that is none of what the key takes, which is told in words.
    pub fn not<T, K: FaultMessage>(&self, expected: Text, notes: &mut Diagnostics<K>) -> Option<T> {
        self.wrong(Expected::Words(expected), notes)
    }

    /// Reports a text that cannot be read as what it should be.
    pub fn not_a<T, K: FaultMessage>(
        &self,
        expected: Text,
        notes: &mut Diagnostics<K>,
    ) -> Option<T> {
        let found = || match self.value() {
            SourceValue::Text(text) => text.clone().into_owned(),
            _ => String::new(),
        };
        let not = || Problem::NotA {
            key: self.key.to_owned(),
            expected,
            found: found(),
        };
        self.fault(|| not().into(), notes)
    }

    /// The value, unless it is broken and that has to be told here.
    fn good<K: FaultMessage>(&self, notes: &mut Diagnostics<K>) -> Option<&'v SourceValue<'t>> {
        match self.broken(notes) {
            Some(_) => self.wrong(Expected::Text, notes),
            None => Some(self.value()),
        }
    }

    /// A text.
    pub fn text<K: FaultMessage>(&self, notes: &mut Diagnostics<K>) -> Option<String> {
        self.str(notes).map(str::to_owned)
    }

    /// A text, as it stands in the table.
    pub fn str<K: FaultMessage>(&self, notes: &mut Diagnostics<K>) -> Option<&'v str> {
        match self.good(notes)? {
            SourceValue::Text(text) => Some(text),
            _ => self.wrong(Expected::Text, notes),
        }
    }

    /// True or false.
    pub fn flag<K: FaultMessage>(&self, notes: &mut Diagnostics<K>) -> Option<bool> {
        match self.good(notes)? {
            SourceValue::Flag(flag) => Some(*flag),
            _ => self.wrong(Expected::Flag, notes),
        }
    }

    /// A whole number from 0 up.
    pub fn number<K: FaultMessage>(&self, notes: &mut Diagnostics<K>) -> Option<u64> {
        let number = match self.good(notes)? {
            SourceValue::Number(number) => number.as_u64(),
            _ => None,
        };
        number.or_else(|| self.wrong(Expected::Number, notes))
    }

    /// The value as a day, if it is one: as TOML writes days, or in quotation marks as the other forms do.
    #[must_use]
    pub fn as_date(&self) -> Option<Date> {
        match self.value() {
            SourceValue::Date(date) => Some(*date),
            SourceValue::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// A day.
    pub fn date<K: FaultMessage>(&self, notes: &mut Diagnostics<K>) -> Option<Date> {
        self.good(notes)?;
        self.as_date().or_else(|| self.wrong(Expected::Date, notes))
    }

    /// One of the words of a vocabulary.
    pub fn word<T: Copy, K: FaultMessage>(
        &self,
        all: &[T],
        code: fn(T) -> &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<T> {
        let found = self.str(notes)?;
        if let Some(word) = all.iter().copied().find(|word| code(*word) == found) {
            return Some(word);
        }
        let expected: Vec<&'static str> = all.iter().copied().map(code).collect();
        let unknown = || Problem::UnknownWord {
            key: self.key.to_owned(),
            found: found.to_owned(),
            nearest: nearest(found, expected.iter().copied()),
            expected,
        };
        self.fault(|| unknown().into(), notes)
    }

    /// The items of a list.
    pub fn items<K: FaultMessage>(&self, notes: &mut Diagnostics<K>) -> Option<Vec<Self>> {
        let SourceValue::List(list) = self.good(notes)? else {
            return self.wrong(Expected::List, notes);
        };
        let limit = notes.most_entries;
        if list.len() > limit {
            let key = self.key.to_owned();
            return self.fault(|| Problem::TooMany { key, limit }.into(), notes);
        }
        let mut items = Vec::with_capacity(list.len());
        for (index, item) in list.iter().enumerate() {
            let path = format!("{}[{index}]", self.path);
            notes.keep(&path, item.span);
            items.push(Self::new(self.key, item, Cow::Owned(path)));
        }
        Some(items)
    }

    /// The items of a list however long, under the path of the list itself.
    pub fn unnumbered<K: FaultMessage>(&self, notes: &mut Diagnostics<K>) -> Option<Vec<Self>> {
        let SourceValue::List(list) = self.good(notes)? else {
            return self.wrong(Expected::List, notes);
        };
        let items = list.iter();
        let items = items.map(|item| Self::new(self.key, item, self.path.clone()));
        Some(items.collect())
    }

    /// A table.
    pub fn table<K: FaultMessage>(
        &self,
        notes: &mut Diagnostics<K>,
    ) -> Option<TableReader<'v, 't>> {
        match self.good(notes)? {
            SourceValue::Table(entries) => Some(TableReader::new(
                entries,
                self.span(),
                self.path.clone(),
                notes,
            )),
            _ => self.wrong(Expected::Table, notes),
        }
    }
}

impl SourceValue<'_> {
    /// What kind of value it is.
    #[must_use]
    pub const fn kind(&self) -> Type {
        match self {
            Self::Text(_) => Type::Text,
            Self::Number(number) if number.is_whole() => Type::Number,
            Self::Number(_) => Type::Decimal,
            Self::Flag(true) => Type::True,
            Self::Flag(false) => Type::False,
            Self::Date(_) | Self::Time => Type::Time,
            Self::Null => Type::Null,
            Self::List(_) => Type::List,
            Self::Table(_) => Type::Table,
        }
    }
}
