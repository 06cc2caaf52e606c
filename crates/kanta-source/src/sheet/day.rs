//! Days, as spreadsheets write them.

use kanta_conformance::Date;

/// A day in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellDay {
    /// `2026-12-31`, or `31.12.2026` with or without leading zeros.
    Is(Date),
    /// It looks like a day, and is none that can be told.
    Not(NoDay),
    /// Something else.
    Other,
}

/// Why something that looks like a day is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum NoDay {
    /// `12/31/2026`, `1-2-2026`: the day or the month may come first.
    Order,
    /// `31.12.26`: the century is not said.
    Century,
    /// `46387`: a spreadsheet's own number of a day, counted from 1900 or from 1904.
    Number,
    /// `31.12.2026 0:00`: a time stands behind it.
    Time,
}

impl CellDay {
    /// Reads a cell.
    ///
    /// ```
    /// use kanta_source::{CellDay, NoDay};
    ///
    /// let day = |text| CellDay::read(text);
    /// assert_eq!(day("31.12.2026"), CellDay::Is("2026-12-31".parse()?));
    /// assert_eq!(day("1.2.2026"), day("2026-02-01"));
    /// assert_eq!(day("12/31/2026"), CellDay::Not(NoDay::Order));
    /// assert_eq!(day("30.2.2026"), CellDay::Other);
    /// # Ok::<(), kanta_conformance::DateError>(())
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Self {
        if let Ok(date) = text.parse() {
            return Self::Is(date);
        }
        if let Some(date) = dotted(text) {
            return Self::Is(date);
        }
        let digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
        if digits(text) && text.len() == 5 {
            return Self::Not(NoDay::Number);
        }
        let parts = |by: char| {
            let parts: Vec<&str> = text.split(by).collect();
            (parts.len() == 3 && parts.iter().all(|it| digits(it) && it.len() <= 4))
                .then_some(parts)
        };
        if parts('/').is_some() || parts('-').is_some() {
            return Self::Not(NoDay::Order);
        }
        if parts('.').is_some_and(|parts| parts.iter().all(|it| it.len() <= 2)) {
            return Self::Not(NoDay::Century);
        }
        match text.split_once([' ', 'T']) {
            Some((day, time)) if time.starts_with(|it: char| it.is_ascii_digit()) => {
                match Self::read(day) {
                    Self::Other => Self::Other,
                    Self::Not(why) => Self::Not(why),
                    Self::Is(_) => Self::Not(NoDay::Time),
                }
            }
            _ => Self::Other,
        }
    }
}

/// Day, month and year with four digits.
fn dotted(text: &str) -> Option<Date> {
    let mut parts = text.split('.');
    let mut part = |longest: usize| {
        let part = parts.next()?;
        let good = !part.is_empty() && part.len() <= longest;
        (good && part.bytes().all(|byte| byte.is_ascii_digit())).then_some(part)
    };
    let (day, month) = (part(2)?, part(2)?);
    let year = part(4).filter(|year| year.len() == 4)?;
    if parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}
