//! A plan's text with a value put into it: comments, order and layout stay.

use std::ops::Range;

use toml_edit::{ArrayOfTables, Document, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::place::{Place, Step};

/// The text with that value at that place; none where the plan has no such entry, or something else stands in the way.
///
/// Where a line such as `#name = "…"` stands in the table to be filled in, the value takes its place.
pub(super) fn put(text: &str, place: &Place, value: &Value) -> Option<String> {
    let mut changed: DocumentMut = text.parse().ok()?;
    set(changed.as_item_mut(), &place.steps, place, value)?;
    let in_line = filled_in(text, place, value).filter(|filled| {
        // What the line says has to be what was meant, and all else as it was.
        let read: Result<DocumentMut, _> = filled.parse();
        read.is_ok_and(|read| same(read.as_item(), changed.as_item()))
    });
    let written = in_line.unwrap_or_else(|| changed.to_string());
    let is_crlf = text.contains("\r\n") && !text.replace("\r\n", "").contains('\n');
    if is_crlf {
        return Some(written.replace("\r\n", "\n").replace('\n', "\r\n"));
    }
    Some(written)
}

/// Sets the value, and makes the tables on the way that are not there.
fn set(item: &mut Item, steps: &[Step], place: &Place, value: &Value) -> Option<()> {
    let [step, rest @ ..] = steps else {
        return None;
    };
    let entry = match step {
        Step::Key(key) => {
            let depth = place.steps.len().saturating_sub(steps.len());
            let is_block = item.is_table() && place.headings.get(depth) == Some(&true);
            let table: &mut dyn TableLike = item.as_table_like_mut()?;
            if rest.is_empty() {
                return put_value(table, key, value);
            }
            if !table.contains_key(key) {
                // An entry of a list that is not there cannot be meant.
                if !matches!(rest, [Step::Key(_), ..]) {
                    return None;
                }
                let new = if is_block {
                    Item::Table(Table::new())
                } else {
                    Item::Value(InlineTable::new().into())
                };
                table.insert(key, new);
            }
            table.get_mut(key)?
        }
        Step::Id(id) => {
            return set_in_list(item, rest, place, value, |_, table| {
                table.get("id").and_then(Item::as_str) == Some(id.as_str())
            });
        }
        Step::Index(index) => {
            return set_in_list(item, rest, place, value, |at, _| at == *index);
        }
    };
    set(entry, rest, place, value)
}

fn put_value(table: &mut dyn TableLike, key: &str, value: &Value) -> Option<()> {
    match table.get_mut(key) {
        // A table with what it holds is not written over by a word.
        Some(old) if old.is_table() || old.is_array_of_tables() => return None,
        Some(Item::Value(old)) => {
            let decor = old.decor().clone();
            *old = value.clone();
            *old.decor_mut() = decor;
        }
        _ => {
            table.insert(key, Item::Value(value.clone()));
        }
    }
    Some(())
}

fn set_in_list(
    list: &mut Item,
    rest: &[Step],
    place: &Place,
    value: &Value,
    is_meant: impl Fn(usize, &dyn TableLike) -> bool,
) -> Option<()> {
    match list {
        Item::ArrayOfTables(tables) => {
            let mut tables = tables.iter_mut().enumerate();
            let (_, table) = tables.find(|(at, table)| is_meant(*at, &**table))?;
            within(table, |item| set(item, rest, place, value))
        }
        Item::Value(Value::Array(list)) => {
            let mut items = list.iter_mut().enumerate();
            let table = items.find_map(|(at, item)| {
                let table = item.as_inline_table_mut()?;
                is_meant(at, &*table).then_some(table)
            })?;
            let mut item = Item::Value(Value::InlineTable(table.clone()));
            set(&mut item, rest, place, value)?;
            if let Item::Value(Value::InlineTable(changed)) = item {
                *table = changed;
            }
            Some(())
        }
        _ => None,
    }
}

/// Changes a table as an item.
fn within(table: &mut Table, change: impl FnOnce(&mut Item) -> Option<()>) -> Option<()> {
    let mut item = Item::Table(core::mem::take(table));
    let changed = change(&mut item);
    if let Item::Table(back) = item {
        *table = back;
    }
    changed
}

/// The text with the line filled in that stands in the place's table for it.
fn filled_in(text: &str, place: &Place, value: &Value) -> Option<String> {
    let (line, _) = line_for(text, place)?;
    let before = text.get(..line.start)?;
    let behind = text.get(line.end..)?;
    let value = value.to_string();
    Some(format!(
        "{before}{} = {}{behind}",
        place.key(),
        value.trim()
    ))
}

/// What the line to fill in gives as an example, where the place's table has one.
pub(super) fn offered<'t>(text: &'t str, place: &Place) -> Option<&'t str> {
    line_for(text, place).map(|(_, value)| value)
}

/// The line to fill in for a field, such as `#name = "…"`, and the value in it.
fn line_for<'t>(text: &'t str, place: &Place) -> Option<(Range<usize>, &'t str)> {
    let [outer @ .., Step::Key(key)] = place.steps.as_slice() else {
        return None;
    };
    let document = Document::parse(text).ok()?;
    let region = region(&document, outer, text.len())?;
    let mut at = region.start;
    for line in text.get(region)?.split_inclusive('\n') {
        // A table that is offered in comments begins here.
        if line.starts_with("#[") {
            break;
        }
        let whole = line.trim_end_matches(['\r', '\n']);
        let offered = whole.strip_prefix('#').map(str::trim_start);
        let offered = offered.and_then(|it| it.strip_prefix(key.as_str()));
        if let Some(value) = offered.and_then(|it| it.trim_start().strip_prefix('=')) {
            let end = at.checked_add(whole.len())?;
            return Some((at..end, value.trim()));
        }
        at = at.checked_add(line.len())?;
    }
    None
}

/// Where a table stands in the text: from its heading to the next.
fn region(document: &Document<&str>, steps: &[Step], end: usize) -> Option<Range<usize>> {
    let mut starts = Vec::new();
    headings(document.as_table(), &mut starts);
    let start = match steps {
        [] => 0,
        steps => start_of(document.as_table(), steps)?,
    };
    let next = starts.into_iter().filter(|&at| at > start).min();
    Some(start..next.unwrap_or(end))
}

/// Where every table begins that has a heading of its own.
fn headings(table: &Table, starts: &mut Vec<usize>) {
    for (_, item) in table.iter() {
        match item {
            Item::Table(table) => {
                if let (Some(span), false) = (table.span(), table.is_dotted()) {
                    starts.push(span.start);
                }
                headings(table, starts);
            }
            Item::ArrayOfTables(tables) => {
                for table in tables {
                    starts.extend(table.span().map(|span| span.start));
                    headings(table, starts);
                }
            }
            _ => {}
        }
    }
}

fn start_of(table: &Table, steps: &[Step]) -> Option<usize> {
    let entry = |tables: &ArrayOfTables, step: &Step| -> Option<usize> {
        tables
            .iter()
            .enumerate()
            .position(|(at, table)| match step {
                Step::Id(id) => table.get("id").and_then(Item::as_str) == Some(id.as_str()),
                Step::Index(index) => at == *index,
                Step::Key(_) => false,
            })
    };
    match steps {
        [Step::Key(key), rest @ ..] => match (table.get(key)?, rest) {
            (Item::Table(inner), []) => Some(inner.span()?.start),
            (Item::Table(inner), rest) => start_of(inner, rest),
            (Item::ArrayOfTables(tables), [step, rest @ ..]) => {
                let table = tables.get(entry(tables, step)?)?;
                match rest {
                    [] => Some(table.span()?.start),
                    rest => start_of(table, rest),
                }
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether two say the same, however they are laid out.
fn same(one: &Item, other: &Item) -> bool {
    fn tables(one: &dyn TableLike, other: &dyn TableLike) -> bool {
        one.len() == other.len()
            && one
                .iter()
                .all(|(key, item)| other.get(key).is_some_and(|other| same(item, other)))
    }
    fn values(one: &Value, other: &Value) -> bool {
        match (one, other) {
            (Value::Array(one), Value::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(a, b)| values(a, b))
            }
            (Value::InlineTable(one), Value::InlineTable(other)) => tables(one, other),
            (one, other) => {
                one.clone().decorated("", "").to_string()
                    == other.clone().decorated("", "").to_string()
            }
        }
    }
    match (one, other) {
        (Item::Value(one), Item::Value(other)) => values(one, other),
        (Item::ArrayOfTables(one), Item::ArrayOfTables(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| tables(a, b))
        }
        (one, other) => match (one.as_table_like(), other.as_table_like()) {
            (Some(one), Some(other)) => tables(one, other),
            (None, None) => one.is_none() && other.is_none(),
            _ => false,
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    const PLAN: &str = "# a plan\nformat = 1\n#as_of = 2025-12-01\n\n[party]   # who\n#name = \"Esimerkki\"\nkind = \"provider\"\n\n\
        [[link]]\nid = \"a\"\n# its role\n#role = \"primary\"\n\n[[link]]\nid = \"b\"\n#role = \"backup\"\n\n#[[attested]]\n#by = \"x\"\n";

    fn said(text: &str, path: &str, value: &str) -> Option<String> {
        put(text, &Place::of(path).unwrap(), &value.parse().unwrap())
    }

    #[test]
    fn a_line_to_fill_in_is_filled_in_where_it_stands() {
        for (path, value, old, new) in [
            (
                "as_of",
                "2026-01-01",
                "#as_of = 2025-12-01",
                "as_of = 2026-01-01",
            ),
            (
                "party.name",
                "\"A\"",
                "#name = \"Esimerkki\"",
                "name = \"A\"",
            ),
            (
                "link.a.role",
                "\"backup\"",
                "#role = \"primary\"",
                "role = \"backup\"",
            ),
            (
                "link.b.role",
                "\"backup\"",
                "#role = \"backup\"",
                "role = \"backup\"",
            ),
        ] {
            assert_eq!(
                said(PLAN, path, value).unwrap(),
                PLAN.replacen(old, new, 1),
                "{path}"
            );
            let windows = PLAN.replace('\n', "\r\n");
            assert_eq!(
                said(&windows, path, value).unwrap(),
                windows.replacen(old, new, 1),
                "{path}"
            );
        }
    }

    #[test]
    fn what_has_no_line_is_added_and_what_is_there_keeps_its_comment() {
        let added = said(PLAN, "party.oid", "\"1.2\"").unwrap();
        assert_eq!(
            added,
            PLAN.replace(
                "kind = \"provider\"\n",
                "kind = \"provider\"\noid = \"1.2\"\n"
            )
        );
        let inner = said(PLAN, "link.b.separate_route.from", "\"a\"").unwrap();
        assert!(
            inner.contains("id = \"b\"\nseparate_route = { from = \"a\" }\n"),
            "{inner}"
        );
        let table = said(PLAN, "party.joining.applied", "2025-09-15").unwrap();
        assert!(
            table.contains("[party.joining]\napplied = 2025-09-15\n"),
            "{table}"
        );
        let there = PLAN.replace("kind = \"provider\"", "kind = \"provider\"  # so");
        let changed = said(&there, "party.kind", "\"pharmacist\"").unwrap();
        assert_eq!(changed, there.replace("\"provider\"", "\"pharmacist\""));
        let windows = PLAN.replace('\n', "\r\n");
        assert!(
            !said(&windows, "party.oid", "\"1.2\"")
                .unwrap()
                .replace("\r\n", "")
                .contains('\n')
        );
        assert_eq!(said(PLAN, "link.c.role", "\"backup\""), None);
        assert_eq!(said(PLAN, "use[0].for", "\"party\""), None);
    }

    #[test]
    fn a_line_inside_a_text_is_none_to_fill_in() {
        let text = "format = 1\n[party]\nkind = \"\"\"\n#name = \"x\"\n\"\"\"\n";
        let changed = said(text, "party.name", "\"A\"").unwrap();
        assert_eq!(changed, format!("{text}name = \"A\"\n"));
    }
}
