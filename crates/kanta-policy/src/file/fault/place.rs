//! Where in a text something stands.

/// A place in a text: line and column count from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

/// Turns offsets into places in one pass over the text, as long as they come in order.
pub(in crate::file) struct Sweep<'t> {
    text: &'t str,
    offset: usize,
    place: Place,
}

impl<'t> Sweep<'t> {
    pub(in crate::file) const fn new(text: &'t str) -> Self {
        Self {
            text,
            offset: 0,
            place: Place { line: 1, column: 1 },
        }
    }

    /// The place of a byte that does not lie before the one asked for last.
    pub(in crate::file) fn to(&mut self, offset: usize) -> Place {
        for c in self
            .text
            .get(self.offset..offset)
            .unwrap_or_default()
            .chars()
        {
            if c == '\n' {
                self.place = Place {
                    line: self.place.line.saturating_add(1),
                    column: 1,
                };
            } else {
                self.place.column = self.place.column.saturating_add(1);
            }
        }
        self.offset = self.offset.max(offset);
        self.place
    }
}
