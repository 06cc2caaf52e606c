//! Where a key stands first that is given twice.

use core::ops::Range;

use crate::{Entries, FormFault, SourceValue, Span, SpannedValue};

/// The most keys of which the first place is looked for: each costs a look through the text before it.
const MOST_TRACED: usize = 100;

/// The keys that are given twice, in the order of the text.
pub(super) struct Duplicates<'d, 't> {
    text: &'t str,
    entries: &'d Entries<'t>,
    left: usize,
    /// How far the text has been looked through behind a heading that is given twice.
    of_heading: Option<usize>,
}

impl<'d, 't> Duplicates<'d, 't> {
    pub(super) const fn new(text: &'t str, entries: &'d Entries<'t>) -> Self {
        Self {
            text,
            entries,
            left: MOST_TRACED,
            of_heading: None,
        }
    }

    /// The fault of a key that stands there again; none of what stands in a table that is given twice.
    pub(super) fn fault(&mut self, span: Span) -> Option<FormFault> {
        let Range { start, end } = span.range();
        let heading = Heading::at(self.text, start);
        if let (None, Some(from)) = (&heading, self.of_heading) {
            if !has_heading(self.text, from..start) {
                self.of_heading = Some(start);
                return None;
            }
        }
        self.of_heading = heading.is_some().then_some(start);
        let key = plain(self.text.get(start..end).unwrap_or_default());
        let (first, is_list) = match (self.left.checked_sub(1), heading) {
            (None, _) => (None, false),
            (Some(left), heading) => {
                self.left = left;
                match heading {
                    Some(heading) => first_heading(self.text, &heading, start),
                    None => (self.latest(self.entries, key, start), false),
                }
            }
        };
        Some(FormFault::Duplicate {
            span,
            key: key.to_owned(),
            path: String::new(),
            first: first.map(|at| Span::of(&(at..at)).start),
            // A list that a table of its name replaces is dropped, and what names its entries would name nothing.
            is_readable: first.is_some() && !is_list,
        })
    }

    /// Where a key of that name was given last before a place, but for tables in one line that are closed by then.
    fn latest(&self, entries: &Entries<'_>, name: &str, before: usize) -> Option<usize> {
        let mut found = None;
        for entry in entries {
            let start = entry.key_span.range().start;
            if start >= before {
                continue;
            }
            if entry.key == name {
                found = found.max(Some(start));
            }
            found = found.max(self.latest_within(&entry.item, name, before));
        }
        found
    }

    fn latest_within(&self, item: &SpannedValue<'_>, name: &str, before: usize) -> Option<usize> {
        let span = item.span.range();
        let begins = self.text.get(span.start..).unwrap_or_default();
        let is_closed = span.end <= before;
        match &item.value {
            SourceValue::Table(_) if is_closed && begins.starts_with('{') => None,
            SourceValue::Table(entries) => self.latest(entries, name, before),
            SourceValue::List(list) => list
                .iter()
                .filter_map(|item| self.latest_within(item, name, before))
                .max(),
            _ => None,
        }
    }
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
    let mut lines = text.get(between).unwrap_or_default().lines().skip(1);
    lines.any(|line| Heading::of(line).is_some())
}
