use kanta_conformance::Date;

use crate::Period;

/// A day as one number that keeps the order of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) u32);

impl Day {
    /// Before every day: an unknown start.
    pub(crate) const UNKNOWN: Self = Self(0);
    /// The first number of a day, before every date that is asked about.
    pub(crate) const FIRST: Self = Self(1);
    /// After every day: no end.
    pub(crate) const NEVER: Self = Self(u32::MAX);

    #[inline]
    pub(crate) fn of(date: Date) -> Self {
        let (year, month, day) = (date.year(), date.month(), date.day());
        let day = (i32::from(year) << 9) | (i32::from(month) << 5) | i32::from(day);
        // None is negative: years go from 0 to 9999, and 1–12 and 1–31 fit in four and five bits; a date is never 0, as its month is not.
        Self(day.unsigned_abs())
    }

    pub(crate) fn date(self) -> Option<Date> {
        let year = i16::try_from(self.0 >> 9).ok()?;
        let month = i8::try_from((self.0 >> 5) & 0xf).ok()?;
        let day = i8::try_from(self.0 & 0x1f).ok()?;
        Date::new(year, month, day).ok()
    }
}

/// Both ends of a validity, packed.
pub(crate) fn span(validity: Period) -> (Day, Day) {
    (
        validity.from.map_or(Day::UNKNOWN, Day::of),
        validity.until.map_or(Day::NEVER, Day::of),
    )
}

pub(crate) fn validity((from, until): (Day, Day)) -> Period {
    Period::new(from.date(), until.date())
}
