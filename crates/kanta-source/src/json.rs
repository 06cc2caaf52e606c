//! JSON, read member by member and item by item: no more than what is asked for is held as values.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Deserializer;
use serde_json::value::RawValue;

use crate::{
    Entries, Entry, FormFault, Limits, Number, ParsedText, SourceValue, Span, SpannedValue,
};

/// A part of a JSON text, as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Raw<'t> {
    pub(crate) text: &'t str,
    pub(crate) start: u32,
}

/// Reads a JSON text. What is no JSON is a fault, and so is a key that stands twice.
///
/// # Errors
/// The text is no JSON, or larger than is read.
pub fn json<'t>(text: &'t str, limits: &Limits) -> Result<ParsedText<'t>, FormFault> {
    Raw { text, start: 0 }.read(limits)
}

impl<'t> Raw<'t> {
    pub(crate) fn span(self) -> Span {
        let end = self.start.saturating_add(length(self.text));
        Span {
            start: self.start,
            end,
        }
    }

    /// A part of this part.
    fn part(self, text: &'t str) -> Self {
        let offset = text.as_ptr().addr();
        let offset = offset.saturating_sub(self.text.as_ptr().addr());
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        let start = self.start.saturating_add(offset);
        Self { text, start }
    }

    /// Goes through an object: each name with its place, and each value as it is written.
    pub(crate) fn members(
        self,
        give: &mut dyn FnMut(Cow<'t, str>, Span, Self),
    ) -> Result<(), FormFault> {
        let mut reader = Deserializer::from_str(self.text);
        let whole = self;
        let members = Members { whole, give };
        let read = reader.deserialize_map(members);
        let read = read.and_then(|()| reader.end());
        read.map_err(|error| self.broken(&error))
    }

    /// Goes through a list: each item as it is written.
    pub(crate) fn items(self, give: &mut dyn FnMut(Self)) -> Result<(), FormFault> {
        let mut reader = Deserializer::from_str(self.text);
        let whole = self;
        let read = reader.deserialize_seq(Items { whole, give });
        let read = read.and_then(|()| reader.end());
        read.map_err(|error| self.broken(&error))
    }

    /// Reads all that is in it.
    pub(crate) fn read(self, limits: &Limits) -> Result<ParsedText<'t>, FormFault> {
        let trimmed = self.text.trim_ascii_start();
        let is_single = !trimmed.starts_with(['{', '[']);
        let raw = match is_single {
            // What encloses nothing is looked through by itself.
            true => {
                let read = serde_json::from_str::<&RawValue>(self.text);
                self.part(read.map_err(|error| self.broken(&error))?.get())
            }
            false => self.part(trimmed.trim_ascii_end()),
        };
        let mut reader = Reader {
            limits,
            left: limits.values,
            whole: raw,
            path: String::new(),
            faults: Vec::new(),
        };
        let root = reader.item(raw, 0)?;
        let faults = reader.faults;
        Ok(ParsedText { root, faults })
    }

    fn broken(self, error: &serde_json::Error) -> FormFault {
        let before = self.text.split_inclusive('\n');
        let before = before.take(error.line().saturating_sub(1));
        let start: usize = before.map(str::len).sum();
        let at = start.saturating_add(error.column().saturating_sub(1));
        let at = at.min(self.text.len());
        let at = (0..=at).rev().find(|&at| self.text.is_char_boundary(at));
        let at = u32::try_from(at.unwrap_or(0)).unwrap_or(u32::MAX);
        let at = self.start.saturating_add(at);
        let said = error.to_string();
        // Its own words end in the place, which is told beside them.
        let said = said.rsplit_once(" at line ");
        let said = said.map_or_else(|| error.to_string(), |(words, _)| words.to_owned());
        FormFault::Syntax {
            span: Span { start: at, end: at },
            words: said,
            in_value: false,
        }
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

/// Reads values.
struct Reader<'t, 'l> {
    limits: &'l Limits,
    left: usize,
    whole: Raw<'t>,
    path: String,
    faults: Vec<FormFault>,
}

impl<'t> Reader<'t, '_> {
    fn item(&mut self, raw: Raw<'t>, depth: usize) -> Result<SpannedValue<'t>, FormFault> {
        if depth > self.limits.depth {
            let span = self.whole.span();
            return Err(FormFault::TooDeep { span });
        }
        self.left = self.left.checked_sub(1).ok_or_else(|| self.too_many())?;
        let value = match raw.text.as_bytes().first() {
            Some(b'{') => SourceValue::Table(self.entries(raw, depth)?),
            Some(b'[') => SourceValue::List(self.list(raw, depth)?),
            Some(b'"') => SourceValue::Text(text(raw)?),
            Some(b't') => SourceValue::Flag(true),
            Some(b'f') => SourceValue::Flag(false),
            Some(b'n') => SourceValue::Null,
            _ => SourceValue::Number(Number::decimal(raw.text)),
        };
        Ok(SpannedValue {
            value,
            span: raw.span(),
            broken: None,
        })
    }

    fn too_many(&self) -> FormFault {
        FormFault::TooManyValues {
            span: self.whole.span(),
            limit: self.limits.values,
        }
    }

    fn list(&mut self, raw: Raw<'t>, depth: usize) -> Result<Vec<SpannedValue<'t>>, FormFault> {
        let mut list = Vec::new();
        let mut failed = None;
        let within = self.path.len();
        let read = raw.items(&mut |item| {
            if failed.is_none() {
                if matches!(item.text.as_bytes().first(), Some(b'{' | b'[')) {
                    self.path.push_str(&format!("[{}]", list.len()));
                }
                match self.item(item, depth.saturating_add(1)) {
                    Ok(item) => list.push(item),
                    Err(fault) => failed = Some(fault),
                }
                self.path.truncate(within);
            }
        });
        failed.map_or(read, Err)?;
        Ok(list)
    }

    fn entries(&mut self, raw: Raw<'t>, depth: usize) -> Result<Entries<'t>, FormFault> {
        let mut entries = Entries::with_capacity(8);
        let mut failed = None;
        let mut known = Known::default();
        let read = raw.members(&mut |key, key_span, value| {
            if failed.is_some() {
                return;
            }
            let within = self.path.len();
            if matches!(value.text.as_bytes().first(), Some(b'{' | b'[')) {
                let dot = if within == 0 { "" } else { "." };
                self.path.push_str(&format!("{dot}{key}"));
            }
            let item = self.item(value, depth.saturating_add(1));
            self.path.truncate(within);
            let item = match item {
                Ok(item) => item,
                Err(fault) => return failed = Some(fault),
            };
            match known.first(&entries, &key) {
                Some(first) => self.faults.push(FormFault::Duplicate {
                    span: item.span,
                    key: key.into_owned(),
                    path: self.path.clone(),
                    first: Some(first),
                    is_readable: true,
                }),
                None => entries.push(Entry {
                    key,
                    key_span,
                    item,
                }),
            }
        });
        failed.map_or(read, Err)?;
        Ok(entries)
    }
}

/// The keys of an object that have been read; a table of them is made once there are many.
#[derive(Default)]
struct Known {
    places: HashMap<String, u32>,
    come: usize,
}

impl Known {
    /// Where the value of that key stood first.
    fn first(&mut self, entries: &Entries<'_>, key: &str) -> Option<u32> {
        const FEW: usize = 32;
        if entries.len() <= FEW {
            let first = entries.iter().find(|entry| entry.key == key)?;
            return Some(first.item.span.start);
        }
        for entry in entries.iter().skip(self.come) {
            let key = entry.key.clone().into_owned();
            self.places.insert(key, entry.item.span.start);
        }
        self.come = entries.len();
        self.places.get(key).copied()
    }
}

/// The text between quotation marks, borrowed where it has no escapes.
fn text(raw: Raw<'_>) -> Result<Cow<'_, str>, FormFault> {
    let inner = raw
        .text
        .strip_prefix('"')
        .and_then(|it| it.strip_suffix('"'));
    match inner {
        Some(inner) if !inner.as_bytes().contains(&b'\\') => Ok(Cow::Borrowed(inner)),
        _ => {
            let text = serde_json::from_str::<String>(raw.text);
            text.map(Cow::Owned).map_err(|error| raw.broken(&error))
        }
    }
}

struct Members<'g, 't> {
    whole: Raw<'t>,
    give: &'g mut dyn FnMut(Cow<'t, str>, Span, Raw<'t>),
}

impl<'t> Visitor<'t> for Members<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<(), A::Error> {
        let mut end = 0;
        while let Some(Name(name)) = map.next_key()? {
            let value: &'t RawValue = map.next_value()?;
            let value = self.whole.part(value.get());
            let span = value.span();
            let within = span.start.saturating_sub(self.whole.start);
            let key = key_span(self.whole, end..within);
            end = within.saturating_add(length(value.text));
            (self.give)(name, key, value);
        }
        Ok(())
    }
}

/// What stands in quotation marks between the end of one value and the beginning of the next.
fn key_span(whole: Raw<'_>, between: core::ops::Range<u32>) -> Span {
    let at = |byte: u32| usize::try_from(byte).unwrap_or(usize::MAX);
    let bytes = whole.text.as_bytes();
    let bytes = bytes.get(at(between.start)..at(between.end));
    let bytes = bytes.unwrap_or_default();
    let is_mark = |byte: &u8| *byte == b'"';
    let [first, last] = [
        bytes.iter().position(is_mark),
        bytes.iter().rposition(is_mark),
    ];
    let of = |within: Option<usize>| {
        let within = u32::try_from(within.unwrap_or(0)).unwrap_or(u32::MAX);
        let start = whole.start.saturating_add(between.start);
        start.saturating_add(within)
    };
    Span {
        start: of(first),
        end: of(last).saturating_add(1),
    }
}

struct Items<'g, 't> {
    whole: Raw<'t>,
    give: &'g mut dyn FnMut(Raw<'t>),
}

impl<'t> Visitor<'t> for Items<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(item) = seq.next_element::<&'t RawValue>()? {
            (self.give)(self.whole.part(item.get()));
        }
        Ok(())
    }
}

/// A name, borrowed where it has no escapes.
struct Name<'a>(Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Words;
        impl<'de> Visitor<'de> for Words {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(text.to_owned())))
            }
        }
        reader.deserialize_str(Words)
    }
}

/// The first object of a text: whether it has one of some keys, and whether more follows it.
pub(crate) fn first_object(text: &[u8], keys: &[&str]) -> serde_json::Result<[bool; 2]> {
    struct Keys<'k>(&'k [&'k str]);
    impl<'de> Visitor<'de> for Keys<'_> {
        type Value = bool;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<bool, A::Error> {
            let mut found = false;
            while let Some(Name(name)) = map.next_key()? {
                found |= self.0.contains(&&*name);
                let IgnoredAny = map.next_value()?;
            }
            Ok(found)
        }
    }
    let mut reader = Deserializer::from_slice(text);
    let found = reader.deserialize_map(Keys(keys))?;
    Ok([found, reader.end().is_err()])
}
