//! One value.

use core::ops::Range;

use kanta_conformance::{Date, Mbit, Text};
use toml::Spanned;
use toml::de::DeValue;

use super::{LIST, NUMBER, Notes, SPEED, TABLE, TEXT, Table, nearest, type_of};
use crate::file::fault::FaultKind;

/// The most entries that a list of a plan may have.
const MOST_ENTRIES: usize = 1000;

/// A value with its place in the text and its path in the plan.
pub(in crate::file) struct Item<'a, 'i> {
    pub(in crate::file) key: String,
    pub(in crate::file) value: &'a DeValue<'i>,
    pub(in crate::file) span: Range<usize>,
    pub(in crate::file) path: String,
}

impl<'a, 'i> Item<'a, 'i> {
    pub(in crate::file) fn wrong<T>(&self, expected: Text, notes: &mut Notes<'_>) -> Option<T> {
        let found = type_of(self.value);
        notes.fault(
            &self.span,
            FaultKind::WrongType {
                key: self.key.clone(),
                expected,
                found,
            },
        );
        None
    }

    pub(in crate::file) fn not_a<T>(&self, expected: Text, notes: &mut Notes<'_>) -> Option<T> {
        let found = self.value.as_str().unwrap_or_default().to_owned();
        notes.fault(
            &self.span,
            FaultKind::NotA {
                key: self.key.clone(),
                expected,
                found,
            },
        );
        None
    }

    pub(in crate::file) fn text(&self, notes: &mut Notes<'_>) -> Option<String> {
        match self.value.as_str() {
            Some(text) => Some(text.to_owned()),
            None => self.wrong(TEXT, notes),
        }
    }

    pub(in crate::file) fn number(&self, notes: &mut Notes<'_>) -> Option<u64> {
        let read = |number: &toml::de::DeInteger<'_>| {
            u64::from_str_radix(number.as_str(), number.radix()).ok()
        };
        match self.value.as_integer().and_then(read) {
            Some(number) => Some(number),
            None => self.wrong(NUMBER, notes),
        }
    }

    pub(in crate::file) fn speed(&self, notes: &mut Notes<'_>) -> Option<Mbit> {
        let found = match self.value {
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        };
        found.or_else(|| self.wrong(SPEED, notes))
    }

    /// The day, when the value is a date without a time.
    pub(in crate::file) fn as_date(&self) -> Option<Date> {
        let datetime = self.value.as_datetime()?;
        let date = datetime.date.filter(|_| datetime.time.is_none())?;
        let part = |number: u8| i8::try_from(number).ok();
        Date::new(
            i16::try_from(date.year).ok()?,
            part(date.month)?,
            part(date.day)?,
        )
        .ok()
    }

    pub(in crate::file) fn word<T: Copy>(
        &self,
        all: &[T],
        code: fn(T) -> &'static str,
        notes: &mut Notes<'_>,
    ) -> Option<T> {
        let found = self.text(notes)?;
        if let Some(word) = all.iter().copied().find(|word| code(*word) == found) {
            return Some(word);
        }
        let expected: Vec<&'static str> = all.iter().copied().map(code).collect();
        let nearest = nearest(&found, expected.iter().copied());
        let kind = FaultKind::UnknownWord {
            key: self.key.clone(),
            found,
            expected,
            nearest,
        };
        notes.fault(&self.span, kind);
        None
    }

    pub(in crate::file) fn items(&self, notes: &mut Notes<'_>) -> Option<Vec<Self>> {
        let Some(array) = self.value.as_array() else {
            return self.wrong(LIST, notes);
        };
        if array.len() > MOST_ENTRIES {
            let kind = FaultKind::TooMany {
                key: self.key.clone(),
                limit: MOST_ENTRIES,
            };
            notes.fault(&self.span, kind);
            return None;
        }
        let item = |(index, value): (usize, &'a Spanned<DeValue<'i>>)| Self {
            key: self.key.clone(),
            value: value.get_ref(),
            span: value.span(),
            path: format!("{}[{index}]", self.path),
        };
        let items: Vec<Self> = array.iter().enumerate().map(item).collect();
        for item in &items {
            notes.places.insert(item.path.clone(), item.span.start);
        }
        Some(items)
    }

    pub(in crate::file) fn table(&self, notes: &mut Notes<'_>) -> Option<Table<'a, 'i>> {
        match self.value.as_table() {
            Some(table) => Some(Table::new(
                table,
                self.span.clone(),
                self.path.clone(),
                notes,
            )),
            None => self.wrong(TABLE, notes),
        }
    }
}
