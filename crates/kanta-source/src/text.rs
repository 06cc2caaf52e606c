//! From bytes to text.

use kanta_conformance::Language;

use crate::sheet;
use crate::{FaultMessage as _, Lines, Place, Position, Problem, Sheet, SheetProblem};

/// Why bytes are no text that is read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Why.
    pub problem: Problem,
    /// Where, if it is at one place.
    pub position: Option<Position>,
}

impl Unreadable {
    /// The place in a text of that number.
    #[must_use]
    pub fn place(&self, source: u32) -> Place {
        match self.position {
            Some(position) => Place::new(source, position, ""),
            None => Place::of_source(source),
        }
    }
}

impl core::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.problem.message(Language::En))
    }
}

impl core::error::Error for Unreadable {}

/// The text of some bytes, without a byte order mark.
///
/// # Errors
/// There are more bytes than the limit (4 GiB at the most), or one is not UTF-8.
pub fn decode(bytes: &[u8], limit: usize) -> Result<&str, Unreadable> {
    if bytes.len() > limit || u32::try_from(bytes.len()).is_err() {
        return Err(Unreadable {
            problem: Problem::TooLarge { limit },
            position: None,
        });
    }
    let bytes = without_mark(bytes);
    core::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let good = bytes.get(..offset).unwrap_or_default();
        let good = core::str::from_utf8(good).unwrap_or_default();
        let byte = u32::try_from(offset).unwrap_or(u32::MAX);
        Unreadable {
            problem: Problem::NotUtf8 { offset },
            position: Some(Lines::new(good).position(byte)),
        }
    })
}

/// The text of some bytes that a spreadsheet wrote, without a byte order mark. What is not UTF-8 is not guessed: the encoding
/// that it seems to have is named.
///
/// # Errors
/// There are more bytes than the limit (4 GiB at the most), or one is not UTF-8.
pub fn decode_sheet(bytes: &[u8], limit: usize) -> Result<&str, Unreadable> {
    decode(bytes, limit).map_err(|refused| {
        let Problem::NotUtf8 { offset } = refused.problem else {
            return refused;
        };
        let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
        let mark = bytes.len().saturating_sub(without_mark(bytes).len());
        let found = bytes.get(offset.saturating_add(mark));
        let (name, letter) = match found {
            _ if marked => ("UTF-16", None),
            Some(&byte) => ("Windows-1252", sheet::letter(byte)),
            None => ("Windows-1252", None),
        };
        let text = without_mark(bytes).get(..offset).unwrap_or_default();
        // With a letter where the one is that is none, so that the cell is there.
        let text = format!("{}x", core::str::from_utf8(text).unwrap_or_default());
        let lines = Lines::of_sheet(&text, Sheet::new(&text));
        let byte = u32::try_from(offset).unwrap_or(u32::MAX);
        Unreadable {
            problem: SheetProblem::OtherEncoding { name, letter }.into(),
            position: (!marked).then(|| lines.position(byte)),
        }
    })
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}
