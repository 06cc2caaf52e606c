//! Where in a source something stands.

use super::tree::Lines;
use crate::fault::Place;

pub(super) fn source_place(source: u32) -> Place {
    Place {
        source,
        line: 0,
        column: 0,
        path: String::new(),
    }
}

/// Where a record begins, in words that suit its form.
#[derive(Clone, Copy)]
pub(super) struct At<'t> {
    pub(super) source: u32,
    pub(super) lines: Option<(&'t Lines, &'t str)>,
    pub(super) line: u32,
    /// The text in which offsets are counted, where its values have to be looked up again: JSON.
    #[cfg_attr(
        not(feature = "json"),
        expect(dead_code, reason = "only JSON is looked up again")
    )]
    pub(super) json: Option<&'t str>,
}

impl At<'_> {
    /// The place of what begins at that offset.
    pub(super) fn at(self, offset: Option<usize>, path: impl Into<String>) -> Place {
        let (line, column) = self.place(offset);
        Place {
            source: self.source,
            line,
            column,
            path: path.into(),
        }
    }

    pub(super) fn place(self, offset: Option<usize>) -> (u32, u32) {
        match (self.lines, offset) {
            (Some((lines, text)), Some(offset)) => lines.place(text, offset),
            _ => (self.line, 0),
        }
    }

    /// Where the first two values of a field stand that stands twice in the record that begins there.
    #[cfg(feature = "json")]
    pub(super) fn twice(self, record: Option<usize>, field: &str) -> Option<[(u32, u32); 2]> {
        let (text, record) = (self.json?, record.unwrap_or(0));
        let places = super::json::places_of(text.get(record..)?, field);
        let &[first, second] = places.first_chunk()?;
        let place = |at: usize| {
            let at = record.saturating_add(at);
            if self.lines.is_some() {
                return self.place(Some(at));
            }
            let before = text.get(..at).map_or(0, |before| before.chars().count());
            let column = u32::try_from(before.saturating_add(1)).unwrap_or(0);
            (self.line, column)
        };
        Some([place(first), place(second)])
    }
}
