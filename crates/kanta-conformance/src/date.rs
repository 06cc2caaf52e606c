//! A civil date in Finland.

use core::fmt;
use core::str::FromStr;

use jiff::ToSpan;
use jiff::civil;

use crate::Language;

/// A day of the calendar that exists, from 0000-01-01 to 9999-12-31; a civil date in Finland.
///
/// Written `2025-09-01`, and in no other way.
///
/// ```
/// use kanta_conformance::{Date, Language};
/// let day: Date = "2025-09-01".parse()?;
/// assert_eq!(day.display(Language::Fi).to_string(), "1.9.2025");
/// assert!("2025-02-29".parse::<Date>().is_err());
/// # Ok::<(), kanta_conformance::DateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// The text or the numbers are no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day of the calendar: expected year-month-day such as 2025-09-01")]
#[non_exhaustive]
pub struct DateError;

/// A span of the whole calendar, beyond which `jiff` has no spans.
const MOST_DAYS: i32 = 7_304_484;
/// The same in months.
const MOST_MONTHS: i32 = 239_976;
/// And in years.
const MOST_YEARS: i16 = 19_998;

impl Date {
    /// The day with that year, month and day of the month.
    ///
    /// # Errors
    /// No such day exists, or the year lies outside 0–9999.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        if year < 0 {
            return Err(DateError);
        }
        civil::Date::new(year, month, day)
            .map(Self)
            .map_err(|_| DateError)
    }

    /// A day written in source code; for constants, where a day that does not exist fails to compile.
    ///
    /// Use [`Date::new`] for numbers that come from outside.
    #[must_use]
    pub const fn constant(year: i16, month: i8, day: i8) -> Self {
        Self(civil::date(year, month, day))
    }

    /// The year.
    #[must_use]
    #[inline]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1–12.
    #[must_use]
    #[inline]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, 1–31.
    #[must_use]
    #[inline]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Days from this day to another: negative when the other lies before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// The day so many days later (earlier when negative), kept inside the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        let days = days.clamp(-MOST_DAYS, MOST_DAYS);
        Self(self.0.saturating_add(i64::from(days).days()))
    }

    /// The same day so many years later, by the calendar: 29 February becomes 28 February
    /// in a year that has none. Kept inside the calendar.
    #[must_use]
    pub fn plus_years(self, years: i16) -> Self {
        let years = years.clamp(-MOST_YEARS, MOST_YEARS);
        Self(self.0.saturating_add(i64::from(years).years()))
    }

    /// The same day so many months later, or the last day of a month that is shorter.
    /// Kept inside the calendar.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let months = months.clamp(-MOST_MONTHS, MOST_MONTHS);
        Self(self.0.saturating_add(i64::from(months).months()))
    }

    /// As people write it: `2025-09-01` in English, `1.9.2025` in Finnish and Swedish.
    #[must_use]
    pub fn display(self, language: Language) -> impl fmt::Display {
        DisplayDate {
            date: self,
            language,
        }
    }
}

struct DisplayDate {
    date: Date,
    language: Language,
}

impl fmt::Display for DisplayDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date;
        match self.language {
            Language::En => fmt::Display::fmt(&date, f),
            Language::Fi | Language::Sv => {
                write!(f, "{}.{}.{}", date.day(), date.month(), date.year())
            }
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(DateError);
        };
        let year = number(&[y1, y2, y3, y4])?;
        let month = i8::try_from(number(&[m1, m2])?).map_err(|_| DateError)?;
        let day = i8::try_from(number(&[d1, d2])?).map_err(|_| DateError)?;
        Self::new(year, month, day)
    }
}

fn number(digits: &[u8]) -> Result<i16, DateError> {
    digits.iter().try_fold(0_i16, |sum, &digit| {
        let digit = digit
            .is_ascii_digit()
            .then(|| digit.wrapping_sub(b'0'))
            .ok_or(DateError)?;
        sum.checked_mul(10)
            .and_then(|sum| sum.checked_add(i16::from(digit)))
            .ok_or(DateError)
    })
}

#[cfg(feature = "serde")]
impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        for good in ["2024-02-29", "2025-12-31", "0000-01-01", "9999-12-31"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for bad in [
            "2025-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-1-1",
            "1.9.2025",
            "",
            "2025-09-01 ",
            "-025-09-01",
            "+025-09-01",
            "2025/09/01",
            "２０２５-09-01",
            "20250901",
        ] {
            assert_eq!(bad.parse::<Date>(), Err(DateError), "{bad}");
        }
    }

    #[test]
    fn a_year_is_counted_by_the_calendar() {
        let leap = Date::constant(2024, 2, 29);
        assert_eq!(leap.plus_years(1), Date::constant(2025, 2, 28));
        assert_eq!(leap.plus_years(4), Date::constant(2028, 2, 29));
        assert_eq!(
            Date::constant(2025, 9, 1).plus_days(-1),
            Date::constant(2025, 8, 31)
        );
        assert_eq!(
            Date::constant(2024, 2, 28).days_until(Date::constant(2024, 3, 1)),
            2
        );
        assert_eq!(
            Date::constant(2025, 3, 1).days_until(Date::constant(2025, 2, 28)),
            -1
        );
        assert_eq!(
            Date::constant(2025, 8, 31).plus_months(6),
            Date::constant(2026, 2, 28)
        );
    }

    #[test]
    fn a_day_that_is_too_far_away_is_the_end_of_the_calendar() {
        let day = Date::constant(2025, 9, 1);
        let end = Date::constant(9999, 12, 31);
        assert_eq!(day.plus_days(i32::MAX), end);
        assert_eq!(day.plus_months(i32::MAX), end);
        assert_eq!(day.plus_years(i16::MAX), end);
        let first = day.plus_days(i32::MIN);
        assert_eq!(first.plus_days(-1), first);
        assert_eq!(day.plus_months(i32::MIN), first);
        assert_eq!(day.plus_years(i16::MIN), first);
        assert_eq!(first.plus_days(i32::MAX), end);
    }
}
