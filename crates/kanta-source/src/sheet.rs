//! CSV, as spreadsheets write it: rows of cells with places.

mod day;
mod windows;
mod words;

use std::borrow::Cow;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

pub use day::{CellDay, NoDay};
pub(crate) use windows::letter;
pub use windows::windows_1252;
pub(crate) use words::message;

use crate::Span;

/// What a spreadsheet can do to a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum SheetProblem {
    /// The bytes are not UTF-8.
    OtherEncoding {
        /// Which encoding they seem to have.
        name: &'static str,
        /// What the first byte that is not UTF-8 is in it.
        letter: Option<char>,
    },
    /// A quotation mark opens a cell and is never closed.
    OpenQuote,
    /// Something stands between a closing quotation mark and the next cell.
    BehindQuote,
    /// No row names the columns.
    NoColumns,
    /// No column has a name without which no row can be understood.
    NoColumn {
        /// The name.
        name: &'static str,
    },
    /// A column has a name that is not known.
    UnknownColumn {
        /// The name.
        name: String,
        /// The nearest one that is.
        nearest: Option<&'static str>,
    },
    /// Two columns have the same name, or names of the same meaning.
    ColumnTwice {
        /// The name.
        name: String,
        /// The number of the first, counted from 1.
        first: u32,
    },
    /// A cell stands in a column without a name.
    Nameless {
        /// What it holds.
        found: String,
    },
    /// A number that a spreadsheet has shortened: digits are lost.
    Shortened {
        /// What is left.
        found: String,
    },
    /// A cell lists more than is read.
    TooMany {
        /// The most that is.
        limit: usize,
    },
    /// A day that can be read in several ways, or in none.
    Day {
        /// What is there.
        found: String,
        /// Why it is no day.
        why: NoDay,
    },
}

/// A text as rows of cells. Rows are counted as a spreadsheet counts them: a line break inside a cell begins no row, an empty
/// line is one.
#[derive(Clone, Debug)]
pub struct Sheet<'t> {
    text: &'t str,
    separator: u8,
}

/// The most cells of a row that are kept; of those beyond, the first that holds something.
const MOST_CELLS: usize = 256;

/// A row: its number, counted from 1, where it begins, and its cells.
#[derive(Clone, Debug)]
pub struct SheetRow<'t> {
    /// Its number, counted from 1.
    pub number: u32,
    /// The row as a whole.
    pub span: Span,
    /// Its cells, empty ones too.
    pub cells: Vec<Cell<'t>>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell<'t> {
    /// What it holds, without the quotation marks around it.
    pub text: Cow<'t, str>,
    /// Where it stands.
    pub span: Span,
    /// How its quotation marks are broken, if they are.
    pub broken: Option<SheetProblem>,
}

impl<'t> Sheet<'t> {
    /// The sheet of a text. What separates its cells is what its first row has most of outside quotation marks: semicolons,
    /// commas or tabs.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let first = text.trim_start_matches(['\r', '\n']);
        let mut counts = [(b';', 0_usize), (b',', 0), (b'\t', 0)];
        let mut quoted = false;
        for byte in first.bytes() {
            match byte {
                b'"' => quoted = !quoted,
                b'\r' | b'\n' if !quoted => break,
                _ if !quoted => {
                    for (_, count) in counts.iter_mut().filter(|(of, _)| *of == byte) {
                        *count = count.saturating_add(1);
                    }
                }
                _ => {}
            }
        }
        let [semicolon, rest @ ..] = counts;
        let most = rest
            .into_iter()
            .fold(semicolon, |most, it| if it.1 > most.1 { it } else { most });
        let separator = most.0;
        Self { text, separator }
    }

    /// Its rows.
    #[must_use]
    pub fn rows(&self) -> SheetRows<'t> {
        SheetRows {
            text: self.text,
            reader: ReaderBuilder::new().delimiter(self.separator).build(),
            at: 0,
            number: 0,
            buffer: vec![0; 256],
        }
    }
}

/// The rows of a [`Sheet`]; empty ones are counted and passed over.
#[derive(Debug)]
pub struct SheetRows<'t> {
    text: &'t str,
    reader: Reader,
    at: usize,
    number: u32,
    buffer: Vec<u8>,
}

impl<'t> Iterator for SheetRows<'t> {
    type Item = SheetRow<'t>;

    fn next(&mut self) -> Option<SheetRow<'t>> {
        self.number = self.number.saturating_add(1);
        self.pass_empty();
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        let mut cells: Vec<Cell<'t>> = Vec::new();
        loop {
            let (cell, is_last) = self.cell();
            // One beyond the most, where it has a text, tells that there are too many.
            let most = MOST_CELLS.saturating_add((!cell.text.is_empty()).into());
            if cells.len() < most {
                cells.push(cell);
            }
            if is_last {
                break;
            }
        }
        // Of the two bytes of a line's end the reader takes one.
        let bytes = self.text.as_bytes();
        let before = self.at.checked_sub(1).and_then(|at| bytes.get(at));
        if before == Some(&b'\r') && bytes.get(self.at) == Some(&b'\n') {
            self.at = self.at.saturating_add(1);
        }
        let span = Span::of(&(start..self.at));
        Some(SheetRow {
            number: self.number,
            span,
            cells,
        })
    }
}

impl<'t> SheetRows<'t> {
    /// The row that begins at that byte, once more; its number is not known.
    pub fn row_at(&mut self, byte: u32) -> Option<SheetRow<'t>> {
        self.at = usize::try_from(byte).ok()?;
        self.number = 0;
        self.reader.reset();
        self.next()
    }

    fn pass_empty(&mut self) {
        let bytes = self.text.as_bytes();
        loop {
            let rest = bytes.get(self.at..).unwrap_or_default();
            let length = match rest {
                [b'\r', b'\n', ..] => 2_usize,
                [b'\r' | b'\n', ..] => 1,
                _ => return,
            };
            self.at = self.at.saturating_add(length);
            self.number = self.number.saturating_add(1);
        }
    }

    /// The next cell, and whether it is its row's last.
    fn cell(&mut self) -> (Cell<'t>, bool) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut written = 0_usize;
        let mut is_at_end = false;
        let is_last = loop {
            let input = bytes.get(self.at..).unwrap_or_default();
            is_at_end |= input.is_empty();
            let output = self.buffer.get_mut(written..).unwrap_or_default();
            let (result, read, wrote) = self.reader.read_field(input, output);
            self.at = self.at.saturating_add(read);
            written = written.saturating_add(wrote);
            match result {
                ReadFieldResult::InputEmpty => {}
                ReadFieldResult::OutputFull => {
                    let longer = self.buffer.len().saturating_mul(2);
                    self.buffer.resize(longer, 0);
                }
                ReadFieldResult::Field { record_end } => break record_end,
                ReadFieldResult::End => break true,
            }
        };
        let end = if is_at_end {
            self.at
        } else {
            self.at.saturating_sub(1)
        };
        let raw = self.text.get(start..end).unwrap_or_default();
        let read = self.buffer.get(..written).unwrap_or_default();
        let text = if raw.as_bytes() == read {
            Cow::Borrowed(raw)
        } else {
            Cow::Owned(String::from_utf8_lossy(read).into_owned())
        };
        let cell = Cell {
            text,
            span: Span::of(&(start..end)),
            broken: broken(raw),
        };
        (cell, is_last)
    }
}

/// How the quotation marks of a cell are broken: one that opens is closed at the end, and one inside stands twice.
fn broken(raw: &str) -> Option<SheetProblem> {
    let inside = raw.strip_prefix('"')?;
    if raw.bytes().filter(|&byte| byte == b'"').count() % 2 == 1 {
        return Some(SheetProblem::OpenQuote);
    }
    let inside = inside.strip_suffix('"').map(|it| it.replace("\"\"", ""));
    match inside {
        Some(inside) if !inside.contains('"') => None,
        _ => Some(SheetProblem::BehindQuote),
    }
}

/// Whether a cell is a number that a spreadsheet has shortened: `1.2E+12`, `1,23457E+17`.
///
/// ```
/// assert!(kanta_source::is_shortened("1,23457E+17"));
/// assert!(!kanta_source::is_shortened("1.2.246.10"));
/// ```
#[must_use]
pub fn is_shortened(text: &str) -> bool {
    let text = text.trim();
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let all_digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let digits = digits.strip_prefix('-').unwrap_or(digits);
    let whole = match digits.split_once(['.', ',']) {
        Some((whole, fraction)) => all_digits(whole) && all_digits(fraction),
        None => all_digits(digits),
    };
    whole && exponent.strip_prefix(['+', '-']).is_some_and(all_digits)
}

/// What a spreadsheet would take for a formula, as its first character.
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// Whether a text has to have an apostrophe before it, so that a spreadsheet takes it as the text that it is.
fn needs_apostrophe(text: &str) -> bool {
    text.is_empty() || text.starts_with(FORMULA) || is_shortened(text)
}

/// A text as the cell that says it: with an apostrophe before what a spreadsheet would take for a formula or a shortened
/// number, and for the empty text; in quotation marks where something in it would end the cell. [`from_cell`] undoes the first.
///
/// ```
/// assert_eq!(kanta_source::to_cell("=1+1"), "'=1+1");
/// assert_eq!(kanta_source::to_cell("a;b"), "\"a;b\"");
/// assert_eq!(kanta_source::from_cell("'=1+1"), "=1+1");
/// ```
#[must_use]
pub fn to_cell(text: &str) -> String {
    let apostrophe = if needs_apostrophe(text) { "'" } else { "" };
    if text.contains([';', ',', '\t', '"', '\r', '\n']) {
        format!("\"{apostrophe}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{apostrophe}{text}")
    }
}

/// The text that a cell says: without the apostrophe that [`to_cell`] puts before some.
#[must_use]
pub fn from_cell(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if needs_apostrophe(text) => text,
        _ => cell,
    }
}
