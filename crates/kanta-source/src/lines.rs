//! From bytes to lines and columns.

use std::cell::{OnceCell, RefCell};

use crate::{Position, Sheet, Span};

/// How many bytes there are between two counts.
const STEP: usize = 512;

/// A text, or one line of a longer one, and where its lines begin.
///
/// Lines are counted when the first position is asked for, in one pass; a position costs the same wherever it is.
///
/// ```
/// let lines = kanta_source::Lines::new("name = \"Väinö\"\nage = 7");
/// let position = lines.position(23);
/// assert_eq!((position.line, position.column), (2, 7));
/// ```
#[derive(Clone, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    start: u32,
    line: u32,
    /// At each step: the lines that have ended, and the code points since.
    steps: OnceCell<Vec<(u32, u32)>>,
    rows: Option<Rows<'t>>,
}

/// Where the rows of a sheet begin, and their numbers.
#[derive(Clone, Debug)]
struct Rows<'t> {
    sheet: Sheet<'t>,
    starts: Vec<(u32, u32)>,
    /// Where the cells begin of the row that was asked about last.
    last: RefCell<(u32, Vec<u32>)>,
}

impl<'t> Lines<'t> {
    /// The lines of a whole text.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self::within(text, 0, 1)
    }

    /// A part of a longer text that begins at that byte with a line of that number.
    #[must_use]
    pub const fn within(text: &'t str, start: u32, line: u32) -> Self {
        Self {
            text,
            start,
            line,
            steps: OnceCell::new(),
            rows: None,
        }
    }

    /// A sheet: places in it are told in rows and columns, the column being the number of the cell.
    #[must_use]
    pub fn of_sheet(text: &'t str, sheet: Sheet<'t>) -> Self {
        let rows = sheet.rows();
        let starts = rows.map(|row| (row.span.start, row.number)).collect();
        Self {
            rows: Some(Rows {
                sheet,
                starts,
                last: RefCell::new((u32::MAX, Vec::new())),
            }),
            ..Self::new(text)
        }
    }

    /// The line of a byte as a whole; of a sheet, the row.
    #[must_use]
    pub fn line_of(&self, byte: u32) -> Position {
        match &self.rows {
            Some(rows) => {
                let (byte, line) = rows.row(byte);
                let column = 0;
                Position { line, column, byte }
            }
            None => Position {
                column: 0,
                ..self.position(byte)
            },
        }
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The first line as a whole.
    #[must_use]
    pub const fn first(&self) -> Position {
        Position {
            line: self.line,
            column: 0,
            byte: self.start,
        }
    }

    /// Where a byte stands, counted from the beginning of the whole text.
    #[must_use]
    pub fn position(&self, byte: u32) -> Position {
        if let Some(rows) = &self.rows {
            return rows.position(byte);
        }
        let bytes = self.text.as_bytes();
        let at = byte.saturating_sub(self.start);
        let at = usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
        let steps = self.steps.get_or_init(|| steps(bytes));
        let step = at.checked_div(STEP).unwrap_or(0);
        let known = steps.get(step).copied().unwrap_or_default();
        let since = bytes.get(step.saturating_mul(STEP)..at).unwrap_or_default();
        let (lines, points) = onward(known, since);
        Position {
            line: self.line.saturating_add(lines),
            column: points.saturating_add(1),
            byte,
        }
    }

    /// Where a part of the text begins.
    #[must_use]
    pub fn start_of(&self, span: Span) -> Position {
        self.position(span.start)
    }
}

impl Rows<'_> {
    /// Where the row of a byte begins, and its number.
    fn row(&self, byte: u32) -> (u32, u32) {
        let behind = self.starts.partition_point(|row| row.0 <= byte);
        let at = behind.saturating_sub(1);
        self.starts.get(at).copied().unwrap_or((0, 1))
    }

    fn position(&self, byte: u32) -> Position {
        let (start, line) = self.row(byte);
        let mut last = self.last.borrow_mut();
        if last.0 != start {
            let row = self.sheet.rows().row_at(start);
            let cells = row.map(|row| row.cells).unwrap_or_default();
            *last = (start, cells.iter().map(|cell| cell.span.start).collect());
        }
        let before = last.1.partition_point(|&cell| cell <= byte);
        let column = u32::try_from(before.max(1)).unwrap_or(u32::MAX);
        Position { line, column, byte }
    }
}

fn steps(bytes: &[u8]) -> Vec<(u32, u32)> {
    let mut known = (0, 0);
    let mut steps = vec![known];
    for step in bytes.chunks(STEP) {
        known = onward(known, step);
        steps.push(known);
    }
    steps
}

/// How many lines have ended behind these bytes, and how many code points there are since.
fn onward((lines, points): (u32, u32), bytes: &[u8]) -> (u32, u32) {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let points_of = |bytes: &[u8]| {
        let begins = |byte: &&u8| **byte & 0xC0 != 0x80;
        count(bytes.iter().filter(begins).count())
    };
    match bytes.iter().rposition(|&byte| byte == b'\n') {
        None => (lines, points.saturating_add(points_of(bytes))),
        Some(last) => {
            let ended = bytes.iter().filter(|&&byte| byte == b'\n').count();
            let rest = bytes.get(last.saturating_add(1)..).unwrap_or_default();
            (lines.saturating_add(count(ended)), points_of(rest))
        }
    }
}
