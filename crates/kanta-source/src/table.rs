//! Reads tables key by key, and keeps every fault that it meets.

mod field;

use core::cell::RefCell;
use std::borrow::Cow;

use kanta_conformance::Date;

pub use field::FieldReader;

use crate::{Diagnostics, Entry, Expected, FaultMessage, Problem, SourceValue, Span, nearest};

/// A table of a text. Every key that is asked for is remembered; [`TableReader::close`] reports the others.
#[derive(Debug)]
pub struct TableReader<'v, 't> {
    entries: &'v [Entry<'t>],
    span: Span,
    path: Cow<'v, str>,
    asked: RefCell<Vec<&'static str>>,
}

/// How many keys a table commonly has.
const KEYS: usize = 16;

impl<'v, 't> TableReader<'v, 't> {
    /// The table of these entries, which stands there and has that path.
    pub fn new<K: FaultMessage>(
        entries: &'v [Entry<'t>],
        span: Span,
        path: impl Into<Cow<'v, str>>,
        notes: &mut Diagnostics<K>,
    ) -> Self {
        let path = path.into();
        notes.keep(&path, span);
        Self {
            entries,
            span,
            path,
            asked: RefCell::new(Vec::with_capacity(KEYS)),
        }
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    fn entry(&self, key: &str) -> Option<&'v Entry<'t>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// Whether a key is there, whatever its value.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.entry(key).is_some()
    }

    /// The value of a key, if it is there.
    pub fn field<K: FaultMessage>(
        &self,
        key: &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<FieldReader<'v, 't>> {
        self.asked.borrow_mut().push(key);
        Some(self.field_of(self.entry(key)?, notes))
    }

    fn field_of<K: FaultMessage>(
        &self,
        entry: &'v Entry<'t>,
        notes: &mut Diagnostics<K>,
    ) -> FieldReader<'v, 't> {
        let path = match &*self.path {
            "" => Cow::Borrowed(&*entry.key),
            of => Cow::Owned(format!("{of}.{}", entry.key)),
        };
        notes.keep(&path, entry.item.span);
        FieldReader::new(&entry.key, &entry.item, path)
    }

    /// Gives the table the path of its id, once that is known.
    pub fn rename<K: FaultMessage>(&mut self, path: String, notes: &mut Diagnostics<K>) {
        notes.forget(&self.path);
        notes.keep(&path, self.span);
        self.path = Cow::Owned(path);
    }

    /// Reports that a key has to be there and is not.
    pub fn missing<K: FaultMessage>(&self, key: &'static str, notes: &mut Diagnostics<K>) {
        notes.problem(self.span, &self.path, || Problem::MissingKey { key });
    }

    /// What was read of a key that has to be there. Of one that is there and could not be read that was told before.
    pub fn need<T, K: FaultMessage>(
        &self,
        key: &'static str,
        read: Option<T>,
        notes: &mut Diagnostics<K>,
    ) -> Option<T> {
        if read.is_none() && !self.has(key) {
            self.missing(key, notes);
        }
        read
    }

    /// A text.
    pub fn text<K: FaultMessage>(
        &self,
        key: &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<String> {
        self.field(key, notes)?.text(notes)
    }

    /// True or false.
    pub fn flag<K: FaultMessage>(
        &self,
        key: &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<bool> {
        self.field(key, notes)?.flag(notes)
    }

    /// A whole number from 0 up.
    pub fn number<K: FaultMessage>(
        &self,
        key: &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<u64> {
        self.field(key, notes)?.number(notes)
    }

    /// A day.
    pub fn date<K: FaultMessage>(
        &self,
        key: &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<Date> {
        self.field(key, notes)?.date(notes)
    }

    /// One of the words of a vocabulary.
    pub fn word<T: Copy, K: FaultMessage>(
        &self,
        key: &'static str,
        all: &[T],
        code: fn(T) -> &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<T> {
        self.field(key, notes)?.word(all, code, notes)
    }

    /// The items of a list; a list that is there and empty is not the same as one that is absent.
    pub fn list<K: FaultMessage>(
        &self,
        key: &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<Vec<FieldReader<'v, 't>>> {
        self.field(key, notes)?.items(notes)
    }

    /// A table.
    pub fn table<K: FaultMessage>(
        &self,
        key: &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Option<Self> {
        self.field(key, notes)?.table(notes)
    }

    /// The tables of `[[key]]`.
    pub fn tables<K: FaultMessage>(
        &self,
        key: &'static str,
        notes: &mut Diagnostics<K>,
    ) -> Vec<Self> {
        let Some(field) = self.field(key, notes) else {
            return Vec::new();
        };
        if let SourceValue::Table(_) = field.value() {
            field.wrong::<(), K>(Expected::Tables, notes);
            return Vec::new();
        }
        let items = field.items(notes).unwrap_or_default().into_iter();
        items.filter_map(|item| item.table(notes)).collect()
    }

    /// The keys and values of a table whose keys are words of their own, each with the place of its key.
    pub fn entries<K: FaultMessage>(
        &self,
        notes: &mut Diagnostics<K>,
    ) -> Vec<(Span, FieldReader<'v, 't>)> {
        let entries = self.entries.iter();
        entries
            .map(|entry| (entry.key_span, self.field_of(entry, notes)))
            .collect()
    }

    /// The entries that nobody asked for, each with the nearest of the keys that were.
    pub fn unknown(&self) -> impl Iterator<Item = &'v Entry<'t>> {
        let asked = self.asked.borrow().clone();
        let entries = self.entries.iter();
        entries.filter(move |entry| !asked.contains(&&*entry.key))
    }

    /// The nearest of the keys that were asked for.
    #[must_use]
    pub fn nearest(&self, key: &str) -> Option<&'static str> {
        nearest(key, self.asked.borrow().iter().copied())
    }

    /// Reports every key that nobody asked for.
    pub fn close<K: FaultMessage>(self, notes: &mut Diagnostics<K>) {
        for Entry { key, key_span, .. } in self.unknown() {
            notes.problem(*key_span, &self.path, || Problem::UnknownKey {
                key: key.clone().into_owned(),
                nearest: self.nearest(key),
            });
        }
    }
}
