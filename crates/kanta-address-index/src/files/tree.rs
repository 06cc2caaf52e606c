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
    /// A value that no field takes, such as a fraction or a time of day.
    Other,
}

/// Names and values, in the order of the source; a name may stand twice.
pub(crate) type Table<'a> = Vec<(Cow<'a, str>, Spot<'a>)>;

/// Tables and lists deeper than this are not read.
pub(crate) const DEEPEST: usize = 8;

/// Where each line begins.
pub(crate) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = core::iter::once(0).chain(ends.map(|(at, _)| at.saturating_add(1)));
        Self {
            starts: starts.collect(),
        }
    }

    /// Line and column, both counted from 1.
    pub(crate) fn place(&self, text: &str, at: usize) -> (u32, u32) {
        let line = self.starts.partition_point(|&start| start <= at);
        let start = line
            .checked_sub(1)
            .and_then(|before| self.starts.get(before))
            .copied()
            .unwrap_or(0);
        // Far into a long line the column costs more than it tells.
        let column = if at.saturating_sub(start) > 10_000 {
            0
        } else {
            let before = text.get(start..at).map_or(0, |text| text.chars().count());
            before.saturating_add(1)
        };
        (
            u32::try_from(line).unwrap_or(u32::MAX),
            u32::try_from(column).unwrap_or(0),
        )
    }
}
