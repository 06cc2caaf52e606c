use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tree::{DEEPEST, Node, Spot, Table};
use crate::fault::FaultKind;

/// A fault of the form itself, and the offset at which it stands.
pub(crate) type Broken = (usize, FaultKind);

/// Reads a TOML text; every fault of its form at once.
pub(crate) fn read(text: &str) -> Result<Table<'_>, Vec<Broken>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let broken = errors.iter().map(|error| {
            let at = error.span().map_or(0, |span| span.start);
            (at, FaultKind::Syntax(error.message().to_owned()))
        });
        return Err(broken.collect());
    }
    let mut deep = Vec::new();
    let table = self::table(table.into_inner(), 0, &mut deep);
    if deep.is_empty() {
        Ok(table)
    } else {
        Err(deep)
    }
}

fn table<'a>(table: DeTable<'a>, depth: usize, deep: &mut Vec<Broken>) -> Table<'a> {
    let mut fields: Table<'a> = table
        .into_iter()
        .map(|(name, value)| (name.into_inner(), spot(value, depth, deep)))
        .collect();
    fields.sort_by_key(|(_, spot)| spot.at);
    fields
}

fn spot<'a>(value: Spanned<DeValue<'a>>, depth: usize, deep: &mut Vec<Broken>) -> Spot<'a> {
    let at = value.span().start;
    if depth > DEEPEST {
        deep.push((at, FaultKind::TooDeep));
        return Spot {
            node: Node::Other,
            at: Some(at),
        };
    }
    let depth = depth.saturating_add(1);
    let node = match value.into_inner() {
        DeValue::String(text) => Node::Text(text),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Node::Other, Node::Number)
        }
        DeValue::Boolean(flag) => Node::Flag(flag),
        // A day is written with or without quotation marks.
        DeValue::Datetime(time) if time.time.is_none() && time.offset.is_none() => {
            Node::Text(Cow::Owned(time.to_string()))
        }
        DeValue::Datetime(_) | DeValue::Float(_) => Node::Other,
        DeValue::Array(list) => {
            let items = list.into_iter().map(|item| spot(item, depth, deep));
            Node::List(items.collect())
        }
        DeValue::Table(inner) => Node::Table(table(inner, depth, deep)),
    };
    Spot { node, at: Some(at) }
}
