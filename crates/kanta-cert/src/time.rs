//! Moments, and the Finnish civil days that they fall on.

use std::fmt;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kanta_conformance::Date;

use crate::tlv::{GENERALIZED_TIME, Tlv, UTC_TIME};

/// A point in time to the second, in UTC; printed as `2025-08-31T21:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// Finland's time since 1996: UTC+2, and in summer, from the last Sunday of March to the last
/// Sunday of October, UTC+3. (POSIX notation, so that no time-zone database is needed.)
static FINLAND: LazyLock<TimeZone> =
    LazyLock::new(|| TimeZone::posix("EET-2EEST,M3.5.0/3,M10.5.0/4").unwrap_or(TimeZone::UTC));

impl Moment {
    /// That many seconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn unix_seconds(self) -> i64 {
        self.0
    }

    /// The civil day in Finland.
    #[must_use]
    pub fn finnish_day(self) -> Date {
        let civil = FINLAND.to_datetime(self.timestamp()).date();
        // Years before 0 are not dates here; no certificate can carry one.
        Date::new(civil.year(), civil.month(), civil.day()).unwrap_or(Date::constant(0, 1, 1))
    }

    /// The first moment of a civil day in Finland.
    #[must_use]
    pub fn start_of(day: Date) -> Self {
        let midnight = jiff::civil::Date::new(day.year(), day.month(), day.day())
            .ok()
            .and_then(|civil| FINLAND.to_timestamp(civil.at(0, 0, 0, 0)).ok());
        midnight.map_or(Self(i64::MAX), |timestamp| Self(timestamp.as_second()))
    }

    /// The last second of a civil day in Finland.
    #[must_use]
    pub fn end_of(day: Date) -> Self {
        Self(Self::start_of(day.plus_days(1)).0.saturating_sub(1))
    }

    fn timestamp(self) -> Timestamp {
        let limit = if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        };
        Timestamp::from_second(self.0).unwrap_or(limit)
    }

    /// Reads a UTCTime or a GeneralizedTime. The second value tells whether it is written as
    /// RFC 5280 section 4.1.2.5 asks: with seconds, in UTC, and each kind in its years.
    pub(crate) fn read(tlv: &Tlv<'_>) -> Option<(Self, bool)> {
        let (year, rest) = match tlv.tag {
            UTC_TIME => {
                let (year, rest) = digits(tlv.content, 2)?;
                (
                    if year >= 50 {
                        year.checked_add(1900)?
                    } else {
                        year.checked_add(2000)?
                    },
                    rest,
                )
            }
            GENERALIZED_TIME => digits(tlv.content, 4)?,
            _ => return None,
        };
        let (month, rest) = digits(rest, 2)?;
        let (day, rest) = digits(rest, 2)?;
        let (hour, rest) = digits(rest, 2)?;
        let (minute, rest) = digits(rest, 2)?;
        let (second, rest) = digits(rest, 2).unwrap_or((0, rest));
        let with_seconds = tlv.content.len().saturating_sub(rest.len()) % 2 == 0;
        let offset = match *rest {
            [b'Z'] => Some(0),
            [sign @ (b'+' | b'-'), ref rest @ ..] => {
                let (hours, rest) = digits(rest, 2)?;
                let (minutes, rest) = digits(rest, 2)?;
                let offset = hours
                    .checked_mul(3600)?
                    .checked_add(minutes.checked_mul(60)?)?;
                let valid = rest.is_empty() && hours < 24 && minutes < 60;
                valid.then_some(if sign == b'+' {
                    offset
                } else {
                    offset.checked_neg()?
                })
            }
            _ => None,
        }?;
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let days = days_from_civil(year, month, day)?;
        let seconds = days
            .checked_mul(86_400)?
            .checked_add(hour.checked_mul(3600)?)?
            .checked_add(minute.checked_mul(60)?)?
            .checked_add(second)?
            .checked_sub(offset)?;
        let length = if tlv.tag == UTC_TIME { 13 } else { 15 };
        let in_its_years = (tlv.tag == UTC_TIME) == (1950..2050).contains(&year);
        let proper = with_seconds && tlv.content.len() == length && in_its_years;
        Some((Self(seconds), proper))
    }
}

/// Takes that many ASCII digits off the front.
fn digits(bytes: &[u8], count: usize) -> Option<(i64, &[u8])> {
    let (front, rest) = bytes.split_at_checked(count)?;
    let mut value = 0_i64;
    for byte in front {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value = value.checked_mul(10)?.checked_add(i64::from(digit))?;
    }
    Some((value, rest))
}

/// Days from 1970-01-01 to a day of the Gregorian calendar; none if there is no such day.
fn days_from_civil(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap =
        year.checked_rem(4)? == 0 && (year.checked_rem(100)? != 0 || year.checked_rem(400)? == 0);
    let before: [i64; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
    let index = usize::try_from(month).ok()?;
    let (first, next) = (before.get(index.checked_sub(1)?)?, before.get(index)?);
    let leap_day = i64::from(leap && month == 2);
    if day < 1 || day > next.checked_sub(*first)?.checked_add(leap_day)? {
        return None;
    }
    // Leap days of the years 1 to year − 1 (year 0 counts as one more).
    let past = year.checked_sub(1)?;
    let leaps = past
        .div_euclid(4)
        .checked_sub(past.div_euclid(100))?
        .checked_add(past.div_euclid(400))?;
    year.checked_mul(365)?
        .checked_add(leaps)?
        .checked_add(*first)?
        .checked_add(i64::from(leap && month > 2))?
        .checked_add(day)?
        // The same sum for 1970-01-01.
        .checked_sub(719_528)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let civil = TimeZone::UTC.to_datetime(self.timestamp());
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
            civil.year(),
            civil.month(),
            civil.day(),
            civil.hour(),
            civil.minute(),
            civil.second()
        )
    }
}

/// From the first moment to the last one, both included (RFC 5280, section 4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Validity {
    /// The first moment.
    pub not_before: Moment,
    /// The last moment.
    pub not_after: Moment,
}

impl Validity {
    /// Whether that moment lies inside.
    #[must_use]
    pub fn covers(&self, moment: Moment) -> bool {
        self.not_before <= moment && moment <= self.not_after
    }

    /// How much of a civil day in Finland lies inside.
    #[must_use]
    pub fn of_day(&self, day: Date) -> PartOfDay {
        self.of_span(Moment::start_of(day), Moment::end_of(day))
    }

    /// How much of the time between two moments lies inside, both included.
    pub(crate) fn of_span(&self, first: Moment, last: Moment) -> PartOfDay {
        if self.covers(first) && self.covers(last) {
            PartOfDay::Whole
        } else if self.not_before <= last && first <= self.not_after {
            PartOfDay::Part
        } else {
            PartOfDay::None
        }
    }
}

/// How much of a day lies inside a validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartOfDay {
    /// All of it.
    Whole,
    /// Some of it.
    Part,
    /// None of it.
    None,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(tag: u8, text: &str) -> Option<(String, bool)> {
        let tlv = Tlv {
            tag,
            content: text.as_bytes(),
            offset: 0,
            inner: 2,
            minimal: true,
        };
        Moment::read(&tlv).map(|(moment, proper)| (moment.to_string(), proper))
    }

    #[test]
    fn both_time_types_are_read() {
        let read = |tag, text| moment(tag, text).unwrap();
        assert_eq!(
            read(UTC_TIME, "250831210000Z"),
            ("2025-08-31T21:00:00Z".into(), true)
        );
        assert_eq!(
            read(UTC_TIME, "500101000000Z"),
            ("1950-01-01T00:00:00Z".into(), true)
        );
        assert_eq!(
            read(UTC_TIME, "491231235959Z"),
            ("2049-12-31T23:59:59Z".into(), true)
        );
        let later = read(GENERALIZED_TIME, "20500101000000Z");
        assert_eq!(later, ("2050-01-01T00:00:00Z".into(), true));
    }

    #[test]
    fn what_der_would_not_allow_is_read_and_marked() {
        let read = |tag, text| moment(tag, text).unwrap();
        assert_eq!(
            read(UTC_TIME, "2508312100Z"),
            ("2025-08-31T21:00:00Z".into(), false)
        );
        assert_eq!(
            read(UTC_TIME, "250901000000+0300"),
            ("2025-08-31T21:00:00Z".into(), false)
        );
        let early = read(GENERALIZED_TIME, "20250831210000Z");
        assert_eq!(early, ("2025-08-31T21:00:00Z".into(), false));
    }

    #[test]
    fn what_is_no_moment_is_not_read() {
        for text in [
            "250229000000Z",
            "251301000000Z",
            "250832210000Z",
            "250831240000Z",
            "25",
            "",
        ] {
            assert_eq!(moment(UTC_TIME, text), None, "{text}");
        }
        assert_eq!(moment(GENERALIZED_TIME, "20250831210000"), None);
    }

    #[test]
    fn days_are_counted_as_jiff_counts_them() {
        for year in [
            0, 1, 4, 100, 399, 400, 1582, 1899, 1900, 1970, 2000, 2024, 2025, 9999,
        ] {
            for month in 1..=12_i8 {
                for day in 1..=31_i8 {
                    let ours = days_from_civil(year, month.into(), day.into());
                    let theirs = jiff::civil::Date::new(i16::try_from(year).unwrap(), month, day);
                    let theirs = theirs.ok().map(|date| {
                        let epoch = jiff::civil::date(1970, 1, 1);
                        i64::from((date - epoch).get_days())
                    });
                    assert_eq!(ours, theirs, "{year}-{month}-{day}");
                }
            }
        }
    }

    #[test]
    fn a_finnish_day_starts_at_21_utc_in_summer_and_at_22_in_winter() {
        let (summer, winter) = (Date::constant(2025, 7, 1), Date::constant(2025, 12, 1));
        assert_eq!(Moment::start_of(summer).to_string(), "2025-06-30T21:00:00Z");
        assert_eq!(Moment::end_of(summer).to_string(), "2025-07-01T20:59:59Z");
        assert_eq!(Moment::start_of(winter).to_string(), "2025-11-30T22:00:00Z");
        assert_eq!(Moment::end_of(winter).to_string(), "2025-12-01T21:59:59Z");
    }

    #[test]
    fn a_day_on_which_the_clocks_change_is_one_day() {
        // 30.3.2025 has 23 hours, 26.10.2025 has 25.
        for (day, hours) in [
            (Date::constant(2025, 3, 30), 23),
            (Date::constant(2025, 10, 26), 25),
        ] {
            let (first, last) = (Moment::start_of(day), Moment::end_of(day));
            assert_eq!(last.unix_seconds() - first.unix_seconds() + 1, hours * 3600);
            assert_eq!(first.finnish_day(), day);
            assert_eq!(last.finnish_day(), day);
        }
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_fail() {
        assert_eq!(
            Moment::from_unix_seconds(i64::MAX).finnish_day().year(),
            9999
        );
        let _ = Moment::from_unix_seconds(i64::MIN).finnish_day();
        let _ = Moment::end_of(Date::constant(9999, 12, 31));
        let _ = Moment::start_of(Date::constant(0, 1, 1));
    }
}
