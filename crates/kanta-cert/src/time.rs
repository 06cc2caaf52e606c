//! Moments, and the Finnish civil days that they fall on.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use der::EncodingRules;
use der::asn1::{GeneralizedTime, UtcTime};
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
    ///
    /// `der` reads what is DER and not before 1970; the rest is read as BER and older software
    /// write it.
    pub(crate) fn read(tlv: &Tlv<'_>) -> Option<(Self, bool)> {
        let seconds = |since: Duration| i64::try_from(since.as_secs()).ok().map(Self);
        let rules = EncodingRules::Der;
        let read = match tlv.tag {
            UTC_TIME => tlv
                .decode::<UtcTime>(rules)
                .map(|time| (time.to_unix_duration(), true)),
            GENERALIZED_TIME => tlv.decode::<GeneralizedTime>(rules).map(|time| {
                let is_in_its_years = time.to_date_time().year() >= 2050;
                (time.to_unix_duration(), is_in_its_years)
            }),
            _ => return None,
        };
        match read {
            Ok((since, proper)) => Some((seconds(since)?, proper)),
            Err(_) => Self::read_leniently(tlv),
        }
    }

    fn read_leniently(tlv: &Tlv<'_>) -> Option<(Self, bool)> {
        let (year, rest) = match tlv.tag {
            UTC_TIME => {
                let (year, rest) = digits(tlv.content, 2)?;
                let century = if year >= 50 { 1900 } else { 2000 };
                (year.checked_add(century)?, rest)
            }
            _ => digits(tlv.content, 4)?,
        };
        let (month, rest) = digits(rest, 2)?;
        let (day, rest) = digits(rest, 2)?;
        let (hour, rest) = digits(rest, 2)?;
        let (minute, rest) = digits(rest, 2)?;
        let (second, rest) = digits(rest, 2).unwrap_or((0, rest));
        let offset = match *rest {
            [b'Z'] => Some(0),
            [sign @ (b'+' | b'-'), ref rest @ ..] => {
                let (hours, rest) = digits(rest, 2)?;
                let (minutes, rest) = digits(rest, 2)?;
                let offset = i64::from(hours.checked_mul(60)?.checked_add(minutes)?);
                let offset = offset.checked_mul(60)?;
                let valid = rest.is_empty() && hours < 24 && minutes < 60;
                valid.then_some(if sign == b'+' {
                    offset
                } else {
                    offset.checked_neg()?
                })
            }
            _ => None,
        }?;
        let narrow = |number: i16| i8::try_from(number).ok();
        let civil = jiff::civil::DateTime::new(
            year,
            narrow(month)?,
            narrow(day)?,
            narrow(hour)?,
            narrow(minute)?,
            narrow(second)?,
            0,
        );
        let instant = TimeZone::UTC.to_timestamp(civil.ok()?).ok()?;
        let seconds = instant.as_second().checked_sub(offset)?;
        // Before 1970 a UTCTime in DER is read here.
        let proper = tlv.tag == UTC_TIME && tlv.content.len() == 13;
        Some((Self(seconds), proper))
    }
}

/// Takes that many ASCII digits off the front.
fn digits(bytes: &[u8], count: usize) -> Option<(i16, &[u8])> {
    let (front, rest) = bytes.split_at_checked(count)?;
    let mut value = 0_i16;
    for byte in front {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        value = value.checked_mul(10)?.checked_add(i16::from(digit))?;
    }
    Some((value, rest))
}

impl From<SystemTime> for Moment {
    /// The second that it falls in.
    fn from(time: SystemTime) -> Self {
        let whole = |seconds: u64| i64::try_from(seconds).unwrap_or(i64::MAX);
        Self(match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(since) => whole(since.as_secs()),
            Err(before) => {
                let before = before.duration();
                let part = i64::from(before.subsec_nanos() > 0);
                whole(before.as_secs())
                    .saturating_neg()
                    .saturating_sub(part)
            }
        })
    }
}

/// A text is no point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a moment such as `2025-12-01T12:00:00+02:00`")]
#[non_exhaustive]
pub struct MomentError;

impl FromStr for Moment {
    type Err = MomentError;

    /// Reads a moment as RFC 3339 writes it, with `Z` or any offset; parts of a second are left out.
    fn from_str(text: &str) -> Result<Self, MomentError> {
        let moment: Timestamp = text.parse().map_err(|_| MomentError)?;
        let second = moment.as_second();
        // Before 1970 the parts lie below zero.
        let part = i64::from(moment.subsec_nanosecond() < 0);
        Ok(Self(second.saturating_sub(part)))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}

/// From the first moment to the last one, both included (RFC 5280, section 4.1.2.5).
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
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
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
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
        let length = u8::try_from(text.len()).unwrap();
        let bytes = [&[tag, length], text.as_bytes()].concat();
        let tlv = crate::tlv::Reader::new(&bytes, 0).next().unwrap().unwrap();
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
    fn the_clock_and_the_text_give_the_second_that_they_fall_in() {
        let epoch = SystemTime::UNIX_EPOCH;
        for (time, text, second) in [
            (
                epoch + Duration::from_millis(1500),
                "1970-01-01T00:00:01.5Z",
                1,
            ),
            (
                epoch + Duration::from_secs(2),
                "1970-01-01T02:00:02+02:00",
                2,
            ),
            (epoch, "1970-01-01T00:00:00Z", 0),
            (
                epoch - Duration::from_millis(1),
                "1969-12-31T23:59:59.999Z",
                -1,
            ),
            (epoch - Duration::from_secs(1), "1969-12-31T23:59:59Z", -1),
            (
                epoch - Duration::from_millis(1500),
                "1969-12-31T23:59:58.5Z",
                -2,
            ),
        ] {
            assert_eq!(Moment::from(time), Moment(second), "{text}");
            assert_eq!(text.parse(), Ok(Moment(second)));
        }
        let now = Moment::from_unix_seconds(1_764_547_200);
        assert_eq!(now.to_string().parse(), Ok(now));
        for text in [
            "",
            "2025-12-01",
            "2025-12-01T12:00:00",
            "2025-02-29T00:00:00Z",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(MomentError), "{text}");
        }
        assert_eq!(
            MomentError.to_string(),
            "expected a moment such as `2025-12-01T12:00:00+02:00`"
        );
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
