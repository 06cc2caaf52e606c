//! What both forms are read into: values that know where they stand.

use std::borrow::Cow;

/// A value and where it begins.
#[derive(Clone, Debug)]
pub(crate) struct Spot<'a> {
    pub(crate) node: Node<'a>,
    /// The offset in bytes; none where the form does not tell.
    pub(crate) at: Option<usize>,
}

/// A value.
#[derive(Clone, Debug)]
pub(crate) enum Node<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Flag(bool),
    List(Vec<Spot<'a>>),
    Table(Table<'a>),
    /// A value that breaks its form, and alone.
    #[cfg(feature = "toml")]
    Broken(Box<Broken<'a>>),
    /// A value that no field takes, such as a fraction or a time of day.
    Other,
}

/// A value that breaks its form.
#[cfg(feature = "toml")]
#[derive(Clone, Debug)]
pub(crate) struct Broken<'a> {
    /// As it is written.
    pub(crate) written: &'a str,
    /// What the reader of the form says.
    pub(crate) said: String,
}

/// Names and values, in the order of the source; a name may stand twice.
pub(crate) type Table<'a> = Vec<(Cow<'a, str>, Spot<'a>)>;

/// Tables and lists deeper than this are not read.
pub(crate) const DEEPEST: usize = 8;

/// The most values that are read of one record. A record of one access point with ten thousand
/// addresses has fewer.
#[cfg(feature = "json")]
pub(crate) const MOST_VALUES: usize = 65_536;

/// How many bytes there are between two counts of lines.
const STEP: usize = 512;

/// Far into a long line the column costs more than it tells.
const FAR: usize = 10_000;

/// Where lines begin, told from step to step: how many end before it, and where the last begins.
pub(crate) struct Lines {
    steps: Vec<(u32, u32)>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let mut steps = Vec::with_capacity(text.len().div_ceil(STEP).saturating_add(1));
        let mut come = (0, 0);
        steps.push(come);
        for step in text.as_bytes().chunks(STEP) {
            let start = steps.len().saturating_sub(1).saturating_mul(STEP);
            come = onward(come, start, step);
            steps.push(come);
        }
        Self { steps }
    }

    /// Line and column, both counted from 1; the column is 0 far into a long line.
    pub(crate) fn place(&self, text: &str, at: usize) -> (u32, u32) {
        let at = at.min(text.len());
        let step = at.checked_div(STEP).unwrap_or(0);
        let come = self.steps.get(step).copied().unwrap_or_default();
        let step = step.saturating_mul(STEP);
        let since = text.as_bytes().get(step..at).unwrap_or_default();
        let (line, start) = onward(come, step, since);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let before = text.get(start..at).filter(|before| before.len() <= FAR);
        let column = before.map_or(0, |text| text.chars().count().saturating_add(1));
        (line.saturating_add(1), u32::try_from(column).unwrap_or(0))
    }
}

/// How many lines have ended after these bytes, and where the last begins.
fn onward((lines, last): (u32, u32), start: usize, bytes: &[u8]) -> (u32, u32) {
    let ends = bytes.iter().filter(|&&byte| byte == b'\n').count();
    let last = match bytes.iter().rposition(|&byte| byte == b'\n') {
        Some(end) => start.saturating_add(end).saturating_add(1),
        None => return (lines, last),
    };
    (
        lines.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX)),
        u32::try_from(last).unwrap_or(u32::MAX),
    )
}

#[cfg(test)]
#[allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "tests"
)]
mod tests {
    use super::*;

    /// Line and column, counted letter by letter.
    fn counted(text: &str, at: usize) -> (u32, u32) {
        let before = text.get(..at).unwrap_or_default();
        let line = before.split('\n').count();
        let column = before
            .split('\n')
            .next_back()
            .unwrap_or_default()
            .chars()
            .count()
            + 1;
        (line as u32, column as u32)
    }

    #[test]
    fn each_place_is_the_one_that_counting_gives() {
        let text = "ä\n\nöl ".repeat(300);
        let lines = Lines::of(&text);
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            assert_eq!(lines.place(&text, at), counted(&text, at), "{at}");
        }
        let long = format!("\n{}", "a".repeat(30_000));
        let lines = Lines::of(&long);
        assert_eq!(lines.place(&long, 10_000), (2, 10_000));
        assert_eq!(lines.place(&long, 10_001), (2, 10_001));
        assert_eq!(lines.place(&long, 10_002), (2, 0));
    }
}
