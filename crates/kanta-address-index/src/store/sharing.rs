//! On which days rights of one, and of more than one, run through an access point.

use hashbrown::HashMap;
use kanta_conformance::Date;

use super::{ActorId, Changes, Holds, PointId, Times};
use crate::day::Day;

/// The days on which somebody, and more than one, have rights through an access point: whether
/// these permit or not.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sharing {
    /// Counting the rights whose start is known.
    known: Users,
    /// Counting all; one whose start is not known runs from the first of days.
    all: Users,
}

#[derive(Clone, Debug, Default)]
struct Users {
    one: Times<PointId>,
    two: Times<PointId>,
}

impl Sharing {
    /// From the rights of each access point.
    pub(crate) fn of(uses: &HashMap<PointId, Vec<(ActorId, Day, Day)>>) -> Self {
        Self {
            known: Users::of(uses, |from| (from != Day::UNKNOWN).then_some(from)),
            all: Users::of(uses, |from| Some(from.max(Day::FIRST))),
        }
    }

    /// Whether somebody else's rights run through it on a day, besides those of one of whom it is
    /// told whether it itself uses it then.
    pub(crate) fn others(&self, point: PointId, own: Holds, day: Date) -> Holds {
        let on = |users: &Users, uses_it: bool| {
            let times = if uses_it { &users.two } else { &users.one };
            times.on(point, day) == Holds::Yes
        };
        if on(&self.known, own == Holds::Yes) {
            Holds::Yes
        } else if on(&self.all, own != Holds::No) {
            Holds::Unknown
        } else {
            Holds::No
        }
    }

    /// The days inside a window on which that may change, for one who uses it throughout.
    pub(crate) fn changes(&self, point: PointId, window: (Day, Day), out: &mut Changes) {
        self.known.two.changes(point, window, out);
        self.all.two.changes(point, window, out);
    }
}

impl Users {
    /// Counts the rights to which a start is given.
    fn of(
        uses: &HashMap<PointId, Vec<(ActorId, Day, Day)>>,
        start: impl Fn(Day) -> Option<Day>,
    ) -> Self {
        let (mut one, mut two) = (Vec::new(), Vec::new());
        for (&point, of_point) in uses {
            let counted = of_point
                .iter()
                .filter_map(|&(subject, from, until)| Some((subject, start(from)?, until)));
            // Each user's own rights are joined first, so that it counts once a day.
            let users = Times::known(counted.collect());
            let ends = users
                .all()
                .flat_map(|(_, from, until)| [(from, true), (until, false)]);
            deep(ends.collect(), |depth, from, until| {
                if depth > 0 {
                    one.push((point, from, until));
                }
                if depth > 1 {
                    two.push((point, from, until));
                }
            });
        }
        Self {
            one: Times::known(one),
            two: Times::known(two),
        }
    }
}

/// Gives each stretch of days with how many of the times cover it.
fn deep(mut ends: Vec<(Day, bool)>, mut add: impl FnMut(usize, Day, Day)) {
    ends.sort_unstable();
    let mut depth = 0_usize;
    let mut since = Day::UNKNOWN;
    for (day, begins) in ends {
        if since < day {
            add(depth, since, day);
            since = day;
        }
        depth = if begins {
            depth.saturating_add(1)
        } else {
            depth.saturating_sub(1)
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn others_are_counted_by_the_day() {
        let at = |text: &str| Day::of(day(text));
        let (one, two, three) = (ActorId(1), ActorId(2), ActorId(3));
        // One throughout 2025, in two rights that touch; two in March; three until June, since when is not known.
        let uses = [(
            7,
            vec![
                (one, at("2025-01-01"), at("2025-07-01")),
                (one, at("2025-07-01"), at("2026-01-01")),
                (two, at("2025-03-01"), at("2025-04-01")),
                (three, Day::UNKNOWN, at("2025-06-01")),
            ],
        )];
        let sharing = Sharing::of(&uses.into_iter().collect());
        for (on, by_user, by_nobody) in [
            ("2024-12-31", Holds::No, Holds::Unknown),
            ("2025-01-01", Holds::Unknown, Holds::Yes),
            ("2025-02-28", Holds::Unknown, Holds::Yes),
            ("2025-03-01", Holds::Yes, Holds::Yes),
            ("2025-03-31", Holds::Yes, Holds::Yes),
            ("2025-04-01", Holds::Unknown, Holds::Yes),
            ("2025-05-31", Holds::Unknown, Holds::Yes),
            ("2025-06-01", Holds::No, Holds::Yes),
            ("2025-07-01", Holds::No, Holds::Yes),
            ("2025-12-31", Holds::No, Holds::Yes),
            ("2026-01-01", Holds::No, Holds::No),
        ] {
            assert_eq!(sharing.others(7, Holds::No, day(on)), by_nobody, "{on}");
            // Asked for one, on days on which it uses it.
            if day("2025-01-01") <= day(on) && day(on) < day("2026-01-01") {
                assert_eq!(sharing.others(7, Holds::Yes, day(on)), by_user, "{on}");
            }
        }
        // Asked for three, which may use it until June: before one there is nobody else.
        for (on, others) in [
            ("2024-12-31", Holds::No),
            ("2025-01-01", Holds::Yes),
            ("2025-05-31", Holds::Yes),
        ] {
            assert_eq!(sharing.others(7, Holds::Unknown, day(on)), others, "{on}");
        }
        assert_eq!(sharing.others(8, Holds::No, day("2025-03-01")), Holds::No);
    }
}
