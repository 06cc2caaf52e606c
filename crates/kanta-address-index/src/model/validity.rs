use core::fmt;

use kanta_conformance::Date;

/// A time with a first day and a first day after it: `[from, until)`.
///
/// An absent `until` says that no end is set. An absent `from` says that the start is not known,
/// and what is not known never passes: see [`Covers::Unknown`].
///
/// ```
/// use kanta_address_index::{Covers, Period};
/// use kanta_conformance::Date;
///
/// let day = |text: &str| text.parse::<Date>().unwrap();
/// let year = Period::new(Some(day("2025-01-01")), Some(day("2026-01-01")));
/// assert_eq!(year.covers(day("2025-01-01")), Covers::Yes);
/// assert_eq!(year.covers(day("2025-12-31")), Covers::Yes);
/// assert_eq!(year.covers(day("2026-01-01")), Covers::Over);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day; absent: not known.
    pub from: Option<Date>,
    /// The first day that no longer belongs to it; absent: no end is set.
    pub until: Option<Date>,
}

/// Whether a [`Period`] covers a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Covers {
    /// The day lies inside.
    Yes,
    /// The day lies before the first day.
    NotYet,
    /// The day lies on or after the end.
    Over,
    /// The start is not known, and the end has not come.
    Unknown,
}

impl Period {
    /// From its first day to the day after its last.
    #[must_use]
    pub const fn new(from: Option<Date>, until: Option<Date>) -> Self {
        Self { from, until }
    }

    /// From that day on, without an end.
    #[must_use]
    pub const fn since(from: Date) -> Self {
        Self {
            from: Some(from),
            until: None,
        }
    }

    /// Whether it covers that day.
    #[must_use]
    pub fn covers(self, day: Date) -> Covers {
        if self.until.is_some_and(|until| day >= until) {
            return Covers::Over;
        }
        match self.from {
            Some(from) if day < from => Covers::NotYet,
            Some(_) => Covers::Yes,
            None => Covers::Unknown,
        }
    }

    /// The end does not lie after the start, so that no day is covered.
    #[must_use]
    pub fn is_inverted(self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until <= from)
    }

    /// Whether some day may lie in both; an unknown start may be any day before the end.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let before = |a: Self, b: Self| match (a.until, b.from) {
            (Some(until), Some(from)) => until <= from,
            _ => false,
        };
        !before(self, other) && !before(other, self)
    }
}

/// Written `2025-01-01 – 2026-01-01`, with `?` for an unknown start and nothing for no end.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.from {
            Some(from) => write!(f, "{from} –")?,
            None => f.write_str("? –")?,
        }
        match self.until {
            Some(until) => write!(f, " {until}"),
            None => Ok(()),
        }
    }
}
