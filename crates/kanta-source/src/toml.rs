//! TOML, with every fault of its form at once.

mod duplicate;
mod long;

use std::borrow::Cow;

use kanta_conformance::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use crate::{
    Broken, Entries, Entry, FormFault, Limits, Number, ParsedText, SourceValue, Span, SpannedValue,
};
use duplicate::Duplicates;
use long::Mended;

/// Up to this length every break of the form is told; in a longer text, where each takes memory, broken values up to a
/// number, or else the first.
const SHORT: usize = 256 << 10;

/// What the reader of the form says of a key that is given twice; a test holds it to its words.
const DUPLICATE: &str = "duplicate key";

/// A break of the form that is met while the text is read.
#[derive(Clone, Debug)]
struct Break {
    span: Span,
    words: String,
    in_value: bool,
}

impl Break {
    fn of(error: &Error) -> Self {
        Self {
            span: Span::of(&error.span().unwrap_or_default()),
            words: error.message().to_owned(),
            in_value: false,
        }
    }

    fn is_duplicate(&self) -> bool {
        self.words == DUPLICATE
    }
}

/// Reads a TOML text.
///
/// A value that breaks the form by itself stands in the document as [broken](SpannedValue::broken), so that the rest is read. Of
/// a value that is given twice the first counts, of a table the last.
#[must_use]
pub fn toml<'t>(text: &'t str, limits: &Limits) -> ParsedText<'t> {
    if text.len() > SHORT {
        return long(text, limits);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let breaks = errors.iter().map(Break::of).collect();
    document(text, table.into_inner(), breaks, limits, |borrowed| {
        borrowed
    })
}

fn long<'t>(text: &'t str, limits: &Limits) -> ParsedText<'t> {
    let Mended {
        text: mended,
        mut breaks,
    } = Mended::of(text);
    let read = match &mended {
        Cow::Borrowed(_) => DeTable::parse(text),
        Cow::Owned(mended) => DeTable::parse(mended),
    };
    let table = match read {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let last = Break::of(&error);
            let end = last.span.range().end;
            // Where a key stands first is found in what comes before.
            let before = mended.get(..end).filter(|_| last.is_duplicate());
            breaks.push(last);
            before.map_or_else(DeTable::new, |before| {
                DeTable::parse_recoverable(before).0.into_inner()
            })
        }
    };
    let is_cut = breaks.last().is_some_and(Break::is_duplicate);
    let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    let mut document = match &mended {
        Cow::Borrowed(_) => document(text, table, breaks, limits, own),
        Cow::Owned(_) => document(text, table, breaks, limits, own),
    };
    for fault in &mut document.faults {
        if let (true, FormFault::Duplicate { is_readable, .. }) = (is_cut, fault) {
            *is_readable = false;
        }
    }
    document
}

fn document<'t, 'm>(
    text: &'t str,
    table: DeTable<'m>,
    mut breaks: Vec<Break>,
    limits: &Limits,
    keep: fn(Cow<'m, str>) -> Cow<'t, str>,
) -> ParsedText<'t> {
    breaks.sort_by_key(|it| it.span);
    let mut reader = Reader {
        text,
        keep,
        breaks,
        limits,
        faults: Vec::new(),
    };
    let entries = reader.entries(table, 0);
    let Reader {
        breaks, mut faults, ..
    } = reader;
    let mut duplicates = Duplicates::new(text, &entries);
    for Break {
        span,
        words,
        in_value,
    } in breaks
    {
        if words == DUPLICATE {
            faults.extend(duplicates.fault(span));
        } else {
            faults.push(FormFault::Syntax {
                span,
                words,
                in_value,
            });
        }
    }
    faults.sort_by_key(FormFault::span);
    let root = SpannedValue {
        value: SourceValue::Table(entries),
        span: Span { start: 0, end: 0 },
        broken: None,
    };
    ParsedText { root, faults }
}

struct Reader<'t, 'm, 'l> {
    text: &'t str,
    /// Borrows from the text what can be borrowed from it.
    keep: fn(Cow<'m, str>) -> Cow<'t, str>,
    /// What breaks the form, in the order of the text.
    breaks: Vec<Break>,
    limits: &'l Limits,
    faults: Vec<FormFault>,
}

impl<'t, 'm> Reader<'t, 'm, '_> {
    fn entries(&mut self, table: DeTable<'m>, depth: usize) -> Entries<'t> {
        let mut entries: Entries<'t> = table
            .into_iter()
            .map(|(key, value)| Entry {
                key_span: Span::of(&key.span()),
                key: (self.keep)(key.into_inner()),
                item: self.item(value, depth.saturating_add(1)),
            })
            .collect();
        entries.sort_by_key(|entry| entry.item.span);
        entries
    }

    /// How a single value is broken, if it is.
    fn broken(&mut self, span: Span) -> Option<Broken> {
        let first = self.breaks.partition_point(|it| it.span.start < span.start);
        let breaks = self.breaks.get_mut(first..)?.iter_mut();
        let inside = |at: u32| at < span.end || at == span.start;
        let mut said = None;
        for it in breaks.take_while(|it| inside(it.span.start)) {
            it.in_value = true;
            if !it.is_duplicate() && said.is_none() {
                said = Some(it.words.clone());
            }
        }
        let written = self.text.get(span.range()).unwrap_or_default();
        Some(Broken {
            words: said?,
            written: written.to_owned(),
        })
    }

    fn item(&mut self, value: Spanned<DeValue<'m>>, depth: usize) -> SpannedValue<'t> {
        let span = Span::of(&value.span());
        if depth > self.limits.depth {
            self.faults.push(FormFault::TooDeep { span });
            let value = SourceValue::Null;
            return SpannedValue {
                value,
                span,
                broken: None,
            };
        }
        let value = value.into_inner();
        let is_single = !matches!(value, DeValue::Array(_) | DeValue::Table(_));
        let broken = match is_single && !self.breaks.is_empty() {
            true => self.broken(span).map(Box::new),
            false => None,
        };
        let value = match value {
            DeValue::String(text) => SourceValue::Text((self.keep)(text)),
            DeValue::Integer(number) => {
                let radix = u8::try_from(number.radix()).unwrap_or(10);
                SourceValue::Number(self.number(span, number.as_str(), radix, true))
            }
            DeValue::Float(number) => {
                SourceValue::Number(self.number(span, number.as_str(), 10, false))
            }
            DeValue::Boolean(flag) => SourceValue::Flag(flag),
            DeValue::Datetime(time) => {
                let day = time.date.filter(|_| time.time.is_none());
                let part = |number: u8| i8::try_from(number).ok();
                let date = day.and_then(|day| {
                    let year = i16::try_from(day.year).ok()?;
                    Date::new(year, part(day.month)?, part(day.day)?).ok()
                });
                date.map_or(SourceValue::Time, SourceValue::Date)
            }
            DeValue::Array(list) => {
                let items = list.into_iter();
                let depth = depth.saturating_add(1);
                SourceValue::List(items.map(|item| self.item(item, depth)).collect())
            }
            DeValue::Table(table) => SourceValue::Table(self.entries(table, depth)),
        };
        SpannedValue {
            value,
            span,
            broken,
        }
    }

    fn number(&self, span: Span, digits: &str, radix: u8, is_whole: bool) -> Number<'t> {
        let written = self.text.get(span.range());
        let digits = match written.filter(|written| *written == digits) {
            Some(written) => Cow::Borrowed(written),
            None => Cow::Owned(digits.to_owned()),
        };
        Number {
            digits,
            radix,
            is_whole,
        }
    }
}
