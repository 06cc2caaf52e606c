//! Walks a TOML document, keeping the place of every value and every fault it meets.

use core::cell::RefCell;
use core::ops::Range;
use std::collections::BTreeMap;

use kanta_conformance::{Date, Text};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{Fault, FaultKind, Place, Sweep};

/// The most faults that are listed one by one.
const MOST_FAULTS: usize = 100;

/// The most entries that a list of a plan may have.
const MOST_ENTRIES: usize = 1000;

/// What is gathered on the way: the places of all values by path, and the faults.
pub(super) struct Notes<'t> {
    text: &'t str,
    places: BTreeMap<String, usize>,
    faults: Vec<(usize, FaultKind)>,
    unlisted: usize,
}

impl<'t> Notes<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            places: BTreeMap::new(),
            faults: Vec::new(),
            unlisted: 0,
        }
    }

    /// Notes a fault; what it says is worked out only while faults are still listed one by one.
    pub(super) fn fault_with(&mut self, at: &Range<usize>, kind: impl FnOnce() -> FaultKind) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push((at.start, kind()));
        } else {
            self.unlisted = self.unlisted.saturating_add(1);
        }
    }

    pub(super) fn fault(&mut self, at: &Range<usize>, kind: FaultKind) {
        self.fault_with(at, || kind);
    }

    /// The line of a byte.
    pub(super) fn line(&self, offset: usize) -> usize {
        Sweep::new(self.text).to(offset).line
    }

    pub(super) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    pub(super) fn has_place(&self, path: &str) -> bool {
        self.places.contains_key(path)
    }

    pub(super) fn into_places(self) -> BTreeMap<String, Place> {
        let mut offsets: Vec<(usize, String)> = self
            .places
            .into_iter()
            .map(|(path, offset)| (offset, path))
            .collect();
        offsets.sort_unstable();
        let mut sweep = Sweep::new(self.text);
        offsets
            .into_iter()
            .map(|(offset, path)| (path, sweep.to(offset)))
            .collect()
    }

    /// All faults in the order of the text.
    pub(super) fn into_faults(mut self) -> Vec<Fault> {
        self.faults.sort_by_key(|(offset, _)| *offset);
        let mut sweep = Sweep::new(self.text);
        let mut faults: Vec<Fault> = self
            .faults
            .into_iter()
            .map(|(offset, kind)| Fault {
                place: Some(sweep.to(offset)),
                kind,
            })
            .collect();
        if self.unlisted > 0 {
            faults.push(Fault {
                place: None,
                kind: FaultKind::More {
                    count: self.unlisted,
                },
            });
        }
        faults
    }
}

/// A value with its place in the text and its path in the plan.
pub(super) struct Item<'a, 'i> {
    pub(super) key: String,
    pub(super) value: &'a DeValue<'i>,
    pub(super) span: Range<usize>,
    pub(super) path: String,
}

/// A table of the document. Every key that is asked for is remembered; [`Table::close`] reports the others.
pub(super) struct Table<'a, 'i> {
    table: &'a DeTable<'i>,
    pub(super) span: Range<usize>,
    pub(super) path: String,
    asked: RefCell<Vec<&'static str>>,
}

pub(super) const TEXT: Text = Text::new(
    "a text in quotes",
    "teksti lainausmerkeissä",
    "en text inom citattecken",
);
const NUMBER: Text = Text::new(
    "a whole number from 0 up",
    "kokonaisluku nollasta ylöspäin",
    "ett heltal från noll uppåt",
);
const FLAG: Text = Text::new("true or false", "true tai false", "true eller false");
const DATE: Text = Text::new(
    "a date such as 2025-09-01, without quotes",
    "päivämäärä kuten 2025-09-01, ilman lainausmerkkejä",
    "ett datum såsom 2025-09-01, utan citattecken",
);
pub(super) const DONE: Text = Text::new(
    "the date on which it was done, or true or false",
    "tekopäivä, tai true tai false",
    "datumet då det gjordes, eller true eller false",
);
pub(super) const TABLE: Text = Text::new("a table", "taulu", "en tabell");
pub(super) const LIST: Text = Text::new(
    "a list in square brackets",
    "luettelo hakasulkeissa",
    "en lista inom hakparenteser",
);

/// What a value is, in words.
pub(super) fn type_of(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => Text::new("a text", "teksti", "en text"),
        DeValue::Integer(_) => Text::new("a number", "luku", "ett tal"),
        DeValue::Float(_) => Text::new("a decimal number", "desimaaliluku", "ett decimaltal"),
        DeValue::Boolean(true) => Text::new("true", "true", "true"),
        DeValue::Boolean(false) => Text::new("false", "false", "false"),
        DeValue::Datetime(_) => Text::new(
            "a date or time",
            "päivä tai kellonaika",
            "ett datum eller klockslag",
        ),
        DeValue::Array(_) => Text::new("a list", "luettelo", "en lista"),
        DeValue::Table(_) => TABLE,
    }
}

impl<'a, 'i> Table<'a, 'i> {
    pub(super) fn new(
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
    pub(super) fn item(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<Item<'a, 'i>> {
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
    pub(super) fn rename(&mut self, path: String, notes: &mut Notes<'_>) {
        notes.places.remove(&self.path);
        notes.places.insert(path.clone(), self.span.start);
        self.path = path;
    }

    pub(super) fn missing(&self, key: &'static str, notes: &mut Notes<'_>) {
        notes.fault(&self.span, FaultKind::KeyMissing { key });
    }

    pub(super) fn text(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<String> {
        self.item(key, notes)?.text(notes)
    }

    pub(super) fn flag(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<bool> {
        let item = self.item(key, notes)?;
        match item.value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => item.wrong(FLAG, notes),
        }
    }

    pub(super) fn number(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<u64> {
        self.item(key, notes)?.number(notes)
    }

    pub(super) fn date(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<Date> {
        let item = self.item(key, notes)?;
        item.as_date().or_else(|| item.wrong(DATE, notes))
    }

    pub(super) fn word<T>(
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
    pub(super) fn list(
        &self,
        key: &'static str,
        notes: &mut Notes<'_>,
    ) -> Option<Vec<Item<'a, 'i>>> {
        let item = self.item(key, notes)?;
        item.items(notes)
    }

    pub(super) fn table(&self, key: &'static str, notes: &mut Notes<'_>) -> Option<Self> {
        self.item(key, notes)?.table(notes)
    }

    /// The tables of `[[key]]`.
    pub(super) fn tables(&self, key: &'static str, notes: &mut Notes<'_>) -> Vec<Self> {
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
    pub(super) fn close(self, notes: &mut Notes<'_>) {
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
    pub(super) fn entries(&self, notes: &mut Notes<'_>) -> Vec<(Range<usize>, Item<'a, 'i>)> {
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

impl<'a, 'i> Item<'a, 'i> {
    pub(super) fn wrong<T>(&self, expected: Text, notes: &mut Notes<'_>) -> Option<T> {
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

    pub(super) fn not_a<T>(&self, expected: Text, notes: &mut Notes<'_>) -> Option<T> {
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

    pub(super) fn text(&self, notes: &mut Notes<'_>) -> Option<String> {
        match self.value.as_str() {
            Some(text) => Some(text.to_owned()),
            None => self.wrong(TEXT, notes),
        }
    }

    pub(super) fn number(&self, notes: &mut Notes<'_>) -> Option<u64> {
        let read = |number: &toml::de::DeInteger<'_>| {
            u64::from_str_radix(number.as_str(), number.radix()).ok()
        };
        match self.value.as_integer().and_then(read) {
            Some(number) => Some(number),
            None => self.wrong(NUMBER, notes),
        }
    }

    /// The day, when the value is a date without a time.
    pub(super) fn as_date(&self) -> Option<Date> {
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

    pub(super) fn word<T: Copy>(
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

    pub(super) fn items(&self, notes: &mut Notes<'_>) -> Option<Vec<Self>> {
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

    pub(super) fn table(&self, notes: &mut Notes<'_>) -> Option<Table<'a, 'i>> {
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

/// The word that somebody most likely meant: at most a third of its letters wrong.
pub(super) fn nearest<'w>(word: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    // A word far longer than any key is nobody's slip, and comparing it would cost its length.
    if word.len() > 64 {
        return None;
    }
    let distance = |other: &&str| strsim::damerau_levenshtein(word, other);
    let best = words.min_by_key(distance)?;
    let allowed = best.chars().count().div_ceil(3);
    (distance(&best) <= allowed).then_some(best)
}
