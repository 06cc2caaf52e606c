//! What is wrong with the text as TOML, and how far the rest can be read all the same.

use core::ops::Range;

use toml::de::{DeTable, DeValue, Error};

use super::cursor::Notes;
use super::fault::FaultKind;

/// The words of the TOML parser for a key that is given twice; a test holds it to them.
const DUPLICATE: &str = "duplicate key";

/// Notes every fault of the form. Whether the rest can be read beside them: it can where each stands in a value, or is
/// a key given twice, of which the first counts.
pub(super) fn note(
    text: &str,
    root: &DeTable<'_>,
    errors: &[Error],
    notes: &mut Notes<'_>,
) -> bool {
    let mut errors: Vec<(Range<usize>, &str)> = errors
        .iter()
        .map(|error| (error.span().unwrap_or_default(), error.message()))
        .collect();
    errors.sort_by_key(|(span, _)| (span.start, span.end));
    let mut values = Vec::new();
    single_values(root, &mut values);
    let mut readable = true;
    let mut repeated: Option<usize> = None;
    for (span, words) in errors {
        if words == DUPLICATE {
            let heading = Heading::at(text, span.start);
            let is_heading = heading.is_some();
            // What stands in a table that is given twice is not told once more.
            let of_it = |from: usize| !is_heading && !has_heading(text, from..span.start);
            if !repeated.is_some_and(of_it) {
                readable &= note_duplicate(text, root, &span, heading, notes);
                repeated = is_heading.then_some(span.start);
            }
            continue;
        }
        let inside = |value: &&Range<usize>| {
            value.start <= span.start && (span.start < value.end || span.start == value.start)
        };
        notes.fault(&span, FaultKind::NotToml(words.to_owned()));
        match values.iter().find(inside) {
            Some(value) => notes.broken(value.clone()),
            None => readable = false,
        }
    }
    readable
}

/// Whether the rest can be read beside it.
fn note_duplicate(
    text: &str,
    root: &DeTable<'_>,
    span: &Range<usize>,
    heading: Option<Heading<'_>>,
    notes: &mut Notes<'_>,
) -> bool {
    let key = plain(text.get(span.clone()).unwrap_or_default());
    let (first, is_list) = match heading {
        Some(heading) => first_heading(text, &heading, span.start),
        None => (latest(text, root, key, span.start), false),
    };
    let Some(first) = first else {
        notes.fault(span, FaultKind::NotToml(DUPLICATE.to_owned()));
        return false;
    };
    let line = notes.line(first);
    let key = key.to_owned();
    notes.fault(span, FaultKind::DuplicateKey { key, line });
    // The parser drops a list for the table of its name, and what names its entries would name nothing.
    !is_list
}

/// A key without its quotation marks.
fn plain(key: &str) -> &str {
    key.trim().trim_matches(['"', '\''])
}

/// What stands between the brackets of a heading.
#[derive(Clone, PartialEq, Eq)]
struct Heading<'t> {
    path: Vec<&'t str>,
    is_list: bool,
}

impl<'t> Heading<'t> {
    fn of(line: &'t str) -> Option<Self> {
        let line = line.trim_start();
        let inner = line.strip_prefix('[')?;
        let end = inner.find(']').unwrap_or(inner.len());
        let path = inner.get(..end)?.trim_start_matches('[');
        Some(Self {
            path: path.split('.').map(plain).collect(),
            is_list: inner.starts_with('['),
        })
    }

    /// The heading of the line in which a place stands.
    fn at(text: &'t str, at: usize) -> Option<Self> {
        let before = text.get(..at)?;
        let start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
        Self::of(text.get(start..)?.lines().next()?)
    }
}

/// Where a heading, or a key of the top level in its place, stands first before a place, and whether it is that of a list.
fn first_heading(text: &str, heading: &Heading<'_>, before: usize) -> (Option<usize>, bool) {
    let mut first = None;
    let mut start = 0_usize;
    let mut at_top = true;
    for line in text.get(..before).unwrap_or_default().split_inclusive('\n') {
        let found = match Heading::of(line) {
            Some(other) => {
                at_top = false;
                // A new entry of a list has tables of its own.
                if other.is_list
                    && other.path.len() < heading.path.len()
                    && heading.path.starts_with(&other.path)
                {
                    first = None;
                }
                (other.path == heading.path).then_some(other.is_list)
            }
            None => {
                let key = line.split(['=', '.']).next().unwrap_or_default();
                (at_top && [plain(key)] == *heading.path).then_some(false)
            }
        };
        // The line in which the place stands is no other.
        if let (Some(is_list), true, None) = (found, line.ends_with('\n'), first) {
            let blank = line.len().saturating_sub(line.trim_start().len());
            first = Some((start.saturating_add(blank), is_list));
        }
        start = start.saturating_add(line.len());
    }
    (first.map(|(at, _)| at), first.is_some_and(|(_, list)| list))
}

/// Whether a heading begins between two places.
fn has_heading(text: &str, between: Range<usize>) -> bool {
    let lines = text.get(between).unwrap_or_default().lines().skip(1);
    lines.into_iter().any(|line| Heading::of(line).is_some())
}

/// Where a key of that name was given last before a place, but for tables in one line that are closed by then.
fn latest(text: &str, table: &DeTable<'_>, name: &str, before: usize) -> Option<usize> {
    let mut found = None;
    for (key, value) in table {
        let start = key.span().start;
        if start >= before {
            continue;
        }
        if key.get_ref() == name {
            found = found.max(Some(start));
        }
        found = found.max(latest_within(text, value, name, before));
    }
    found
}

fn latest_within(
    text: &str,
    value: &toml::Spanned<DeValue<'_>>,
    name: &str,
    before: usize,
) -> Option<usize> {
    let span = value.span();
    let begins = text.get(span.start..).unwrap_or_default();
    let closed = span.end <= before;
    match value.get_ref() {
        DeValue::Table(_) if closed && begins.starts_with('{') => None,
        DeValue::Table(inner) => latest(text, inner, name, before),
        DeValue::Array(list) => list
            .iter()
            .filter_map(|item| latest_within(text, item, name, before))
            .max(),
        _ => None,
    }
}

/// The places of all values that hold no others.
fn single_values(table: &DeTable<'_>, values: &mut Vec<Range<usize>>) {
    fn of(value: &toml::Spanned<DeValue<'_>>, values: &mut Vec<Range<usize>>) {
        match value.get_ref() {
            DeValue::Table(inner) => single_values(inner, values),
            DeValue::Array(list) => list.iter().for_each(|item| of(item, values)),
            _ => values.push(value.span()),
        }
    }
    for value in table.values() {
        of(value, values);
    }
}
