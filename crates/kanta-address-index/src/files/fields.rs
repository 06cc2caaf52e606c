//! One record's fields, read one by one; what is left over is unknown.

use std::borrow::Cow;

use kanta_conformance::{Date, UnknownWord};
use kanta_oid::{AccessPointOid, OwnerOid, ParseError};
use kanta_source::{Entries, Expected, FieldReader, Form, Problem, SourceValue, Span, TableReader};

use crate::Period;
use crate::fault::{FaultKind, MOST_FAULTS};

/// What is gathered while a record is read.
pub(crate) type Diagnostics = kanta_source::Diagnostics<FaultKind>;

/// A record being read, and the faults found in it.
pub(crate) struct Fields<'v, 't> {
    table: TableReader<'v, 't>,
    pub(crate) notes: Diagnostics,
    form: Form,
}

impl<'v, 't> Fields<'v, 't> {
    /// The record of these entries, which stands there.
    pub(crate) fn new(entries: &'v Entries<'t>, span: Span, form: Form) -> Self {
        let mut notes = Diagnostics::new(form, MOST_FAULTS).with_entries(usize::MAX);
        if form == Form::Csv {
            notes = notes.with_broken_told();
        }
        let table = TableReader::new(entries, span, "", &mut notes);
        Self { table, notes, form }
    }

    /// Reads a table inside the record.
    pub(crate) fn inner<T>(
        &mut self,
        field: &FieldReader<'v, 't>,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let table = field.table(&mut self.notes)?;
        let none = Diagnostics::new(self.form, MOST_FAULTS);
        let notes = core::mem::replace(&mut self.notes, none);
        let mut inner = Self {
            table,
            notes,
            form: self.form,
        };
        let value = read(&mut inner);
        self.notes = inner.finish();
        value
    }

    /// Whether a field is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.table.has(name)
    }

    /// A field, if it is there.
    pub(crate) fn field(&mut self, name: &'static str) -> Option<FieldReader<'v, 't>> {
        self.table.field(name, &mut self.notes)
    }

    /// A fault of a field.
    pub(crate) fn fault<T>(&mut self, field: &FieldReader<'v, 't>, kind: FaultKind) -> Option<T> {
        field.fault(|| kind, &mut self.notes)
    }

    /// A value that is none of what is expected.
    pub(crate) fn wrong<T>(
        &mut self,
        field: &FieldReader<'v, 't>,
        expected: Expected,
    ) -> Option<T> {
        field.wrong(expected, &mut self.notes)
    }

    /// A field that has to be there.
    pub(crate) fn need<T>(&mut self, field: &'static str, value: Option<T>) -> Option<T> {
        self.table.need(field, value, &mut self.notes)
    }

    /// Names whatever has not been asked for.
    pub(crate) fn finish(mut self) -> Diagnostics {
        for entry in self.table.unknown() {
            let path = match self.table.path() {
                "" => Cow::Borrowed(&*entry.key),
                path => Cow::Owned(format!("{path}.{}", entry.key)),
            };
            self.notes.fault_with(entry.item.span, &path, || {
                let unknown = Problem::UnknownKey {
                    key: entry.key.clone().into_owned(),
                    nearest: self.table.nearest(&entry.key),
                };
                unknown.into()
            });
        }
        self.notes
    }

    /// A text, or a day without quotation marks.
    pub(crate) fn words(&mut self, field: &FieldReader<'v, 't>) -> Option<Cow<'v, str>> {
        match field.value() {
            SourceValue::Text(text) if !field.is_broken() => Some(Cow::Borrowed(text)),
            SourceValue::Date(date) if !field.is_broken() => Some(Cow::Owned(date.to_string())),
            _ => self.wrong(field, Expected::Text),
        }
    }

    pub(crate) fn text(&mut self, name: &'static str) -> Option<Cow<'v, str>> {
        let field = self.field(name)?;
        self.words(&field)
    }

    pub(crate) fn owned(&mut self, name: &'static str) -> Option<String> {
        self.text(name).map(Cow::into_owned)
    }

    pub(crate) fn flag(&mut self, name: &'static str) -> Option<bool> {
        self.table.flag(name, &mut self.notes)
    }

    /// The items of a list; their faults are told under its name.
    pub(crate) fn list(&mut self, name: &'static str) -> Vec<FieldReader<'v, 't>> {
        let field = self.field(name);
        let items = field.and_then(|field| field.unnumbered(&mut self.notes));
        items.unwrap_or_default()
    }

    pub(crate) fn date(&mut self, name: &'static str) -> Option<Date> {
        let field = self.field(name)?;
        self.day(&field, Expected::Date)
    }

    /// A day, or the fault of what is none.
    pub(crate) fn day(&mut self, field: &FieldReader<'v, 't>, expected: Expected) -> Option<Date> {
        if let Some(broken) = field.broken(&self.notes) {
            let not = FaultKind::NotADate(broken.written.clone());
            self.notes.fault(field.span(), field.path(), not);
            return None;
        }
        match field.value() {
            SourceValue::Date(date) => Some(*date),
            SourceValue::Text(text) => match text.parse() {
                Ok(date) => Some(date),
                Err(_) => self.fault(field, FaultKind::NotADate(text.clone().into_owned())),
            },
            _ => self.wrong(field, expected),
        }
    }

    pub(crate) fn validity(&mut self, from: &'static str, until: &'static str) -> Period {
        Period::new(self.date(from), self.date(until))
    }

    pub(crate) fn word<T: core::str::FromStr<Err = UnknownWord>>(
        &mut self,
        name: &'static str,
    ) -> Option<T> {
        let field = self.field(name)?;
        let text = self.words(&field)?;
        text.parse().map_or_else(
            |unknown: UnknownWord| {
                let problem = Problem::UnknownWord {
                    key: name.to_owned(),
                    found: text.clone().into_owned(),
                    expected: unknown.expected().to_vec(),
                    nearest: None,
                };
                self.fault(&field, problem.into())
            },
            Some,
        )
    }

    /// An identifier, or the fault of what is none.
    fn oid<T>(
        &mut self,
        name: &'static str,
        parse: fn(&str) -> Result<T, ParseError>,
        not: fn(String) -> FaultKind,
    ) -> Option<T> {
        let field = self.field(name)?;
        let text = self.words(&field)?;
        match parse(&text) {
            Ok(oid) => Some(oid),
            Err(_) => self.fault(&field, not(text.into_owned())),
        }
    }

    pub(crate) fn owner(&mut self, name: &'static str) -> Option<OwnerOid> {
        self.oid(name, OwnerOid::parse, FaultKind::NotAnOwner)
    }

    pub(crate) fn access_point(&mut self, name: &'static str) -> Option<AccessPointOid> {
        self.oid(name, AccessPointOid::parse, FaultKind::NotAnAccessPoint)
    }
}
