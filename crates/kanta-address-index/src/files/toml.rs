use core::ops::Range;
use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tree::{self, DEEPEST, Node, Spot, Table};
use crate::fault::FaultKind;

/// A fault of the form itself, and the offset at which it stands.
pub(crate) type Broken = (usize, FaultKind);

/// Up to this length every break of the form is told; in a longer text, where each takes memory,
/// broken values up to a number, or else the first.
const SHORT: usize = 256 << 10;

/// The most broken values that are looked for in a long text: each costs a reading of it.
const MOST_VALUES: usize = 32;

/// A long text with its broken values replaced by good ones of the same length.
pub(crate) struct Mended<'a> {
    text: Cow<'a, str>,
    errors: Vec<Broken>,
}

impl<'a> Mended<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let mut mended = Self {
            text: Cow::Borrowed(text),
            errors: Vec::new(),
        };
        while text.len() > SHORT && mended.errors.len() < MOST_VALUES {
            let Err(error) = DeTable::parse(&mended.text) else {
                break;
            };
            let Some(span) = bare(&mended.text, error.span().map_or(0, |span| span.start)) else {
                break;
            };
            let good = match span.len().checked_sub(2) {
                Some(within) => format!("\"{}\"", " ".repeat(within)),
                None => "0".to_owned(),
            };
            let (_, kind) = broken(&mended.text, &error);
            mended.errors.push((span.start, kind));
            mended.text.to_mut().replace_range(span, &good);
        }
        mended
    }
}

/// The bare value around a place.
fn bare(text: &str, at: usize) -> Option<Range<usize>> {
    let is_bare = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:+/".contains(byte);
    let (before, after) = text.as_bytes().split_at_checked(at)?;
    let start = at.saturating_sub(before.iter().rev().take_while(|byte| is_bare(byte)).count());
    let end = at.saturating_add(after.iter().take_while(|byte| is_bare(byte)).count());
    let before = text.get(..start)?.trim_end_matches([' ', '\t']);
    (start < end && before.ends_with(['=', ',', '['])).then_some(start..end)
}

/// Reads a TOML text; every fault of its form at once. A value that breaks its form by itself
/// stands in the table as broken, so that the rest is read.
pub(crate) fn read<'a>(text: &'a str, mended: &'a Mended<'_>) -> Result<Table<'a>, Vec<Broken>> {
    let mut errors = mended.errors.clone();
    let table = if text.len() > SHORT {
        match DeTable::parse(&mended.text) {
            Ok(table) => table,
            Err(error) => {
                errors.push(broken(&mended.text, &error));
                return Err(errors);
            }
        }
    } else {
        let (table, met) = DeTable::parse_recoverable(text);
        errors.extend(met.iter().map(|error| broken(text, error)));
        table
    };
    let mut reader = Reader {
        text,
        errors: errors.into_iter().map(|error| (error, false)).collect(),
        deep: Vec::new(),
    };
    reader.errors.sort();
    let table = reader.table(table.into_inner(), 0);
    let mut faults = reader.deep;
    // What breaks more than a value may have hidden anything: nothing else is told.
    if reader.errors.iter().any(|(_, placed)| !placed) {
        faults.extend(reader.errors.into_iter().map(|(broken, _)| broken));
    }
    if faults.is_empty() {
        Ok(table)
    } else {
        Err(faults)
    }
}

fn broken(text: &str, error: &toml::de::Error) -> Broken {
    let span = error.span().unwrap_or_default();
    let key = text.get(span.clone()).filter(|_| error.message() == TWICE);
    let kind = match key {
        Some(key) => FaultKind::DuplicateField(bare_name(key).to_owned()),
        None => FaultKind::Syntax(error.message().to_owned()),
    };
    (span.start, kind)
}

/// What the reader of the form says of a key that stands twice.
const TWICE: &str = "duplicate key";

fn bare_name(key: &str) -> &str {
    key.trim_matches(['"', '\''])
}

/// Where the key stands first that stands twice and begins there: before it in its line, as in an
/// inline table, or at the head of an earlier line of its table; for a table's own name, at the head
/// of an earlier table.
pub(crate) fn first_place(text: &str, at: usize, name: &str) -> Option<usize> {
    let before = text.get(..at)?;
    let start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
    let line = text.get(start..)?.lines().next()?;
    let offset = |part: &str| part.as_ptr().addr().saturating_sub(text.as_ptr().addr());
    let is_key = |rest: &str| {
        let rest = rest.trim_start_matches(['"', '\'']).strip_prefix(name);
        let rest = rest.map(|rest| rest.trim_start_matches(['"', '\'']).trim_start());
        rest.is_some_and(|rest| rest.starts_with(['=', '.']))
    };
    let header = line.trim_start().starts_with('[').then(|| line.trim());
    let inline = before.get(start..)?.split_inclusive(['{', ',', ' ']);
    let mut inline = inline.map(offset).filter(|_| header.is_none());
    if let Some(found) = inline.find(|&at| text.get(at..).is_some_and(is_key)) {
        return Some(found);
    }
    for earlier in before.get(..start)?.lines().rev() {
        let earlier = earlier.trim_start();
        match header {
            Some(header) if earlier.trim_end() == header => return Some(offset(earlier)),
            None if earlier.starts_with('[') => return None,
            None if is_key(earlier) => return Some(offset(earlier)),
            _ => {}
        }
    }
    None
}

struct Reader<'a> {
    text: &'a str,
    /// What breaks the form, and whether it stands in a value of the table.
    errors: Vec<(Broken, bool)>,
    /// What lies too deep.
    deep: Vec<Broken>,
}

impl<'a> Reader<'a> {
    fn table(&mut self, table: DeTable<'a>, depth: usize) -> Table<'a> {
        let mut fields: Table<'a> = table
            .into_iter()
            .map(|(name, value)| (name.into_inner(), self.spot(value, depth)))
            .collect();
        fields.sort_by_key(|(_, spot)| spot.at);
        fields
    }

    /// What is wrong with a single value, if it is.
    fn wrong(&mut self, span: Range<usize>) -> Option<tree::Broken<'a>> {
        let first = self.errors.partition_point(|((at, _), _)| *at < span.start);
        let errors = self.errors.get_mut(first..)?.iter_mut();
        let inside = |at: usize| at < span.end || at == span.start;
        let mut said = None;
        for ((_, kind), placed) in errors.take_while(|((at, _), _)| inside(*at)) {
            *placed = true;
            if let (FaultKind::Syntax(words), None) = (kind, &said) {
                said = Some(words.clone());
            }
        }
        Some(tree::Broken {
            said: said?,
            written: self.text.get(span).unwrap_or_default(),
        })
    }

    fn spot(&mut self, value: Spanned<DeValue<'a>>, depth: usize) -> Spot<'a> {
        let span = value.span();
        let at = Some(span.start);
        if depth > DEEPEST {
            self.deep.push((span.start, FaultKind::TooDeep));
            let node = Node::Other;
            return Spot { node, at };
        }
        let depth = depth.saturating_add(1);
        let value = value.into_inner();
        let single = !matches!(value, DeValue::Array(_) | DeValue::Table(_));
        if single && !self.errors.is_empty() {
            if let Some(broken) = self.wrong(span) {
                let node = Node::Broken(Box::new(broken));
                return Spot { node, at };
            }
        }
        let node = match value {
            DeValue::String(text) => Node::Text(text),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_or(Node::Other, Node::Number),
            DeValue::Boolean(flag) => Node::Flag(flag),
            // A day is written with or without quotation marks.
            DeValue::Datetime(time) if time.time.is_none() && time.offset.is_none() => {
                Node::Text(Cow::Owned(time.to_string()))
            }
            DeValue::Datetime(_) | DeValue::Float(_) => Node::Other,
            DeValue::Array(list) => Node::List(
                list.into_iter()
                    .map(|item| self.spot(item, depth))
                    .collect(),
            ),
            DeValue::Table(inner) => Node::Table(self.table(inner, depth)),
        };
        Spot { node, at }
    }
}
