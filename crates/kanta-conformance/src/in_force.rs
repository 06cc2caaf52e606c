//! When a requirement is in force.

use crate::Date;

/// One end of the time in which a requirement is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Bound {
    /// No end on this side.
    Open,
    /// That day: the first in force, or the first no longer in force.
    On(Date),
    /// Some unknown day between two known ones.
    Between {
        /// The last day of which it is known that the bound was not yet passed; none if no such day is known.
        not_yet: Option<Date>,
        /// The first day of which it is known that it was.
        seen: Date,
    },
    /// The last day of which it is known that the bound was not yet passed; nothing is known of later days.
    NotYet(Date),
}

impl Bound {
    /// Whether the bound has been passed on that day; none where that is unknown or there is no bound.
    fn passed(self, day: Date) -> Option<bool> {
        match self {
            Self::Open => None,
            Self::On(date) => Some(day >= date),
            Self::Between { seen, .. } if day >= seen => Some(true),
            Self::Between {
                not_yet: Some(not_yet),
                ..
            }
            | Self::NotYet(not_yet)
                if day <= not_yet =>
            {
                Some(false)
            }
            Self::Between { .. } | Self::NotYet(_) => None,
        }
    }
}

/// Whether a requirement is in force on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Force {
    /// It is.
    Yes,
    /// It is not: not yet, or no longer.
    No,
    /// The documents do not tell.
    Unknown,
}

/// The time in which a requirement is in force; half-open: the last day is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InForce {
    /// When it starts.
    pub from: Bound,
    /// When it ends.
    pub until: Bound,
}

impl InForce {
    /// Without a first or a last day, as facts about a format are.
    pub const ALWAYS: Self = Self {
        from: Bound::Open,
        until: Bound::Open,
    };

    /// In force in edition 3.18 and, as that edition changed names only, since 3.17 (1.9.2025);
    /// whether it was before is not known.
    pub const SINCE_3_17_AT_LEAST: Self = Self::seen(Date::constant(2025, 9, 1));

    /// In force from that day on.
    #[must_use]
    pub const fn from(day: Date) -> Self {
        Self {
            from: Bound::On(day),
            until: Bound::Open,
        }
    }

    /// First seen in force on that day; since when is not known.
    #[must_use]
    pub const fn seen(day: Date) -> Self {
        Self {
            from: Bound::Between {
                not_yet: None,
                seen: day,
            },
            until: Bound::Open,
        }
    }

    /// Whether it is in force on that day.
    #[must_use]
    pub fn on(self, day: Date) -> Force {
        let started = match self.from {
            Bound::Open => Some(true),
            bound => bound.passed(day),
        };
        let ended = match self.until {
            Bound::Open => Some(false),
            bound => bound.passed(day),
        };
        match (started, ended) {
            (Some(false), _) | (_, Some(true)) => Force::No,
            (Some(true), Some(false)) => Force::Yes,
            _ => Force::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = Date::constant(2019, 5, 10);
    const LATER: Date = Date::constant(2025, 9, 1);

    #[test]
    fn a_known_day_decides_from_that_day_on() {
        let rule = InForce {
            from: Bound::On(DAY),
            until: Bound::On(LATER),
        };
        assert_eq!(rule.on(DAY.plus_days(-1)), Force::No);
        assert_eq!(rule.on(DAY), Force::Yes);
        assert_eq!(rule.on(LATER.plus_days(-1)), Force::Yes);
        assert_eq!(rule.on(LATER), Force::No);
    }

    #[test]
    fn between_two_known_days_nothing_is_known() {
        let rule = InForce {
            from: Bound::Between {
                not_yet: Some(DAY),
                seen: LATER,
            },
            until: Bound::Open,
        };
        assert_eq!(rule.on(DAY), Force::No);
        assert_eq!(rule.on(DAY.plus_days(1)), Force::Unknown);
        assert_eq!(rule.on(LATER.plus_days(-1)), Force::Unknown);
        assert_eq!(rule.on(LATER), Force::Yes);
        let ending = InForce {
            from: Bound::Open,
            until: Bound::Between {
                not_yet: Some(DAY),
                seen: LATER,
            },
        };
        assert_eq!(ending.on(DAY), Force::Yes);
        assert_eq!(ending.on(DAY.plus_days(1)), Force::Unknown);
        assert_eq!(ending.on(LATER), Force::No);
    }

    #[test]
    fn after_the_last_known_day_nothing_is_known() {
        let rule = InForce {
            from: Bound::On(DAY),
            until: Bound::NotYet(LATER),
        };
        assert_eq!(rule.on(DAY.plus_days(-1)), Force::No);
        assert_eq!(rule.on(DAY), Force::Yes);
        assert_eq!(rule.on(LATER), Force::Yes);
        assert_eq!(rule.on(LATER.plus_days(1)), Force::Unknown);
        let coming = InForce {
            from: Bound::NotYet(DAY),
            until: Bound::Open,
        };
        assert_eq!(coming.on(DAY), Force::No);
        assert_eq!(coming.on(DAY.plus_days(1)), Force::Unknown);
    }

    #[test]
    fn a_rule_that_ended_is_gone_even_if_its_start_is_unknown() {
        let rule = InForce {
            from: Bound::Between {
                not_yet: None,
                seen: LATER,
            },
            until: Bound::On(DAY),
        };
        assert_eq!(rule.on(DAY), Force::No);
        assert_eq!(rule.on(DAY.plus_days(-1)), Force::Unknown);
    }
}
