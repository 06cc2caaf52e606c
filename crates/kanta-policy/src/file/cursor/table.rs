//! One table.

use core::cell::RefCell;
use core::ops::Range;

use kanta_conformance::{Date, Mbit, Text};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{DATE, FLAG, Item, Notes, nearest};
use crate::file::fault::FaultKind;

/// A table of the document. Every key that is asked for is remembered; [`Table::close`] reports the others.
pub(in crate::file) struct Table<'a, 'i> {
    table: &'a DeTable<'i>,
    span: Range<usize>,
    pub(in crate::file) path: String,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a, 'i> Table<'a, 'i> {
    pub(in crate::file) fn new(
        table: &'a DeTable<'i>,
        span: Range<usize>,
        path: String,
        notes: &mut Notes<'_>,
    ) -> Self {
        notes.places.insert(path.clone(), span.start);
        Self {
            table,
            span,
            path,
            asked: RefCell::new(Vec::new()),
        }
    }

    /// The value of a key, if it is there.
    pub(in crate::file) fn item(
        &self,
        key: &'static str,
        notes: &mut Notes<'_>,
    ) -> Option<Item<'a, 'i>> {
        self.asked.borrow_mut().push(key);
        let value = self.table.get(key)?;
        let path = if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        };
        notes.places.insert(path.clone(), value.span().start);
        Some(Item {
            key: key.to_owned(),
            value: value.get_ref(),
            span: value.span(),
            path,
        })
    }

    /// Gives the table the path of its id, once that is known.
    pub(in crate::file) fn rename(&mut self, path: String, notes: &mut Notes<'_>) {
        notes.places.remove(&self.path);
        notes.places.insert(path.clone(), self.span.start);
        self.path = path;
    }

    pub(in crate::file) fn missing(&self, key: &'static str, notes: &mut Notes<'_>) {
        notes.fault(&self.span, FaultKind::KeyMissing { key });
    }

    pub(in crate::file) fn text(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<String> {
        self.item(key, notes)?.text(notes)
    }

    pub(in crate::file) fn flag(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<bool> {
        let item = self.item(key, notes)?;
        match item.value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => item.wrong(FLAG, notes),
        }
    }

    pub(in crate::file) fn number(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<u64> {
        self.item(key, notes)?.number(notes)
    }

    pub(in crate::file) fn speed(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<Mbit> {
        self.item(key, notes)?.speed(notes)
    }

    pub(in crate::file) fn date(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<Date> {
        let item = self.item(key, notes)?;
        item.as_date().or_else(|| item.wrong(DATE, notes))
    }

    pub(in crate::file) fn word<T>(
        &self,
        key: &'static str,
        all: &[T],
        code: fn(T) -> &'static str,
        notes: &mut Notes<'_>,
    ) -> Option<T>
    where
        T: Copy,
    {
        self.item(key, notes)?.word(all, code, notes)
    }

    /// The items of a list; a list that is there and empty is not the same as one that is absent.
    pub(in crate::file) fn list(
        &self,
        key: &'static str,
        notes: &mut Notes<'_>,
    ) -> Option<Vec<Item<'a, 'i>>> {
        let item = self.item(key, notes)?;
        item.items(notes)
    }

    pub(in crate::file) fn table(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<Self> {
        self.item(key, notes)?.table(notes)
    }

    /// The tables of `[[key]]`.
    pub(in crate::file) fn tables(&self, key: &'static str, notes: &mut Notes<'_>) -> Vec<Self> {
        let Some(item) = self.item(key, notes) else {
            return Vec::new();
        };
        if let DeValue::Table(_) = item.value {
            let expected = Text::new(
                "tables, each under its own heading in double square brackets",
                "tauluja, kukin omalla kaksoishakasulkuotsikollaan",
                "tabeller, var och en under en egen rubrik inom dubbla hakparenteser",
            );
            item.wrong::<()>(expected, notes);
            return Vec::new();
        }
        item.items(notes)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|item| item.table(notes))
            .collect()
    }

    /// Reports every key that nobody asked for.
    pub(in crate::file) fn close(self, notes: &mut Notes<'_>) {
        let asked = self.asked.into_inner();
        for key in self.table.keys() {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                notes.fault_with(&key.span(), || FaultKind::UnknownKey {
                    key: name.to_owned(),
                    nearest: nearest(name, asked.iter().copied()),
                });
            }
        }
    }

    /// The keys and values of a table whose keys are words of their own.
    pub(in crate::file) fn entries(
        &self,
        notes: &mut Notes<'_>,
    ) -> Vec<(Range<usize>, Item<'a, 'i>)> {
        let entry = |(key, value): (&Spanned<_>, &'a Spanned<DeValue<'i>>)| {
            let name: &std::borrow::Cow<'_, str> = key.get_ref();
            let path = format!("{}.{name}", self.path);
            let item = Item {
                key: name.to_string(),
                value: value.get_ref(),
                span: value.span(),
                path,
            };
            (key.span(), item)
        };
        let entries: Vec<_> = self.table.iter().map(entry).collect();
        for (_, item) in &entries {
            notes.places.insert(item.path.clone(), item.span.start);
        }
        entries
    }
}
