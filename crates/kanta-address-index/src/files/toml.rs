use core::ops::Range;
use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tree::{self, DEEPEST, Node, Spot, Table};
use crate::fault::FaultKind;

/// A fault of the form itself, and the offset at which it stands.
pub(crate) type Broken = (usize, FaultKind);

/// Up to this length every break of the form is told; in a longer text the first, for each takes
/// memory.
const SHORT: usize = 256 << 10;

/// Reads a TOML text; every fault of its form at once. A value that breaks its form by itself
/// stands in the table as broken, so that the rest is read.
pub(crate) fn read(text: &str) -> Result<Table<'_>, Vec<Broken>> {
    let (table, errors) = if text.len() > SHORT {
        match DeTable::parse(text) {
            Ok(table) => (table, Vec::new()),
            Err(error) => return Err(vec![broken(&error)]),
        }
    } else {
        DeTable::parse_recoverable(text)
    };
    let mut reader = Reader {
        text,
        errors: errors.iter().map(|error| (broken(error), false)).collect(),
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

fn broken(error: &toml::de::Error) -> Broken {
    let at = error.span().map_or(0, |span| span.start);
    (at, FaultKind::Syntax(error.message().to_owned()))
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
        if single
            && !self.errors.is_empty()
            && let Some(broken) = self.wrong(span)
        {
            let node = Node::Broken(Box::new(broken));
            return Spot { node, at };
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
