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
}
