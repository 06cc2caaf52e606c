//! For each of many keys, the days on which something holds.

use kanta_conformance::Date;

use crate::Period;
use crate::day::{Day, span};

/// Whether something holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Holds {
    No,
    /// A start is not known.
    Unknown,
    Yes,
}

/// Disjoint times for each key. Asking costs a binary search, however many times a key has.
#[derive(Clone, Debug)]
pub(crate) struct Times<K> {
    /// Sorted by key and start; never touching.
    known: Vec<(K, Day, Day)>,
    /// Times without a known start: the latest end of each key.
    unknown: Vec<(K, Day)>,
}

impl<K> Default for Times<K> {
    fn default() -> Self {
        Self {
            known: Vec::new(),
            unknown: Vec::new(),
        }
    }
}

/// Sorts times, and joins those of one key that touch or overlap.
pub(crate) fn joined<K: Ord>(mut times: Vec<(K, Day, Day)>) -> Vec<(K, Day, Day)> {
    times.sort_unstable();
    times.dedup_by(|next, before| {
        let joins = next.0 == before.0 && next.1 <= before.2;
        if joins {
            before.2 = before.2.max(next.2);
        }
        joins
    });
    times
}

impl<K: Ord + Copy> Times<K> {
    pub(crate) fn new(times: impl Iterator<Item = (K, Period)>) -> Self {
        let mut known = Vec::new();
        let mut unknown = Vec::new();
        for (key, validity) in times {
            let (from, until) = span(validity);
            if from == Day::UNKNOWN {
                unknown.push((key, until));
            } else {
                known.push((key, from, until));
            }
        }
        unknown.sort_unstable_by(|a: &(K, Day), b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        unknown.dedup_by(|next, before| next.0 == before.0);
        Self {
            unknown,
            ..Self::known(known)
        }
    }

    /// Of times whose starts are known.
    pub(crate) fn known(known: Vec<(K, Day, Day)>) -> Self {
        Self {
            known: joined(known),
            unknown: Vec::new(),
        }
    }

    /// The times whose starts are known.
    pub(crate) fn all(&self) -> impl Iterator<Item = (K, Day, Day)> {
        self.known.iter().copied()
    }

    pub(crate) fn on(&self, key: K, day: Date) -> Holds {
        let day = Day::of(day);
        let after = self
            .known
            .partition_point(|&(k, from, _)| (k, from) <= (key, day));
        let before = after.checked_sub(1).and_then(|at| self.known.get(at));
        if before.is_some_and(|&(k, _, until)| k == key && day < until) {
            return Holds::Yes;
        }
        let at = self.unknown.binary_search_by(|(k, _)| k.cmp(&key)).ok();
        match at.and_then(|at| self.unknown.get(at)) {
            Some(&(_, until)) if day < until => Holds::Unknown,
            _ => Holds::No,
        }
    }

    /// The days inside a window on which the answer may change.
    pub(crate) fn changes(&self, key: K, window: (Day, Day), out: &mut Changes) {
        let first = self
            .known
            .partition_point(|&(k, _, until)| (k, until) <= (key, window.0));
        for &(k, from, until) in self.known.iter().skip(first) {
            if k != key || from >= window.1 || out.is_full() {
                break;
            }
            out.push(from);
            out.push(until);
        }
        let at = self.unknown.binary_search_by(|(k, _)| k.cmp(&key)).ok();
        if let Some(&(_, until)) = at.and_then(|at| self.unknown.get(at)) {
            out.push(until);
        }
    }
}

/// The days on which a right's permission may change; bounded, so that no file costs more than
/// its length.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    days: Vec<Day>,
}

/// The most days on which one right's permission may change.
pub(crate) const MOST_CHANGES: usize = 64;

impl Changes {
    pub(crate) fn push(&mut self, day: Day) {
        self.days.push(day);
    }

    pub(crate) fn push_span(&mut self, validity: Period) {
        let (from, until) = span(validity);
        self.push(from);
        self.push(until);
    }

    pub(crate) fn append(&mut self, other: &Self) {
        self.days.extend_from_slice(&other.days);
    }

    pub(crate) fn clear(&mut self) {
        self.days.clear();
    }

    pub(crate) fn is_full(&self) -> bool {
        self.days.len() > MOST_CHANGES.saturating_mul(4)
    }

    /// The days strictly inside the window, in order; none if there are too many.
    pub(crate) fn sorted_within(&mut self, window: (Day, Day)) -> Option<&[Day]> {
        self.days.retain(|&day| window.0 < day && day < window.1);
        self.days.sort_unstable();
        self.days.dedup();
        (self.days.len() <= MOST_CHANGES).then_some(&self.days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn touching_and_overlapping_times_are_one_and_both_ends_are_kept() {
        let times = Times::new(
            [
                (
                    1,
                    Period::new(Some(day("2025-01-01")), Some(day("2025-02-01"))),
                ),
                (
                    1,
                    Period::new(Some(day("2025-02-01")), Some(day("2025-03-01"))),
                ),
                (1, Period::since(day("2026-01-01"))),
                (2, Period::new(None, Some(day("2025-01-01")))),
            ]
            .into_iter(),
        );
        for (key, on, holds) in [
            (1, "2024-12-31", Holds::No),
            (1, "2025-01-01", Holds::Yes),
            (1, "2025-02-01", Holds::Yes),
            (1, "2025-02-28", Holds::Yes),
            (1, "2025-03-01", Holds::No),
            (1, "2026-01-01", Holds::Yes),
            (2, "2024-12-31", Holds::Unknown),
            (2, "2025-01-01", Holds::No),
            (3, "2025-01-01", Holds::No),
        ] {
            assert_eq!(times.on(key, day(on)), holds, "{key} {on}");
        }
        let mut changes = Changes::default();
        times.changes(1, (Day::UNKNOWN, Day::NEVER), &mut changes);
        let all = changes.sorted_within((Day::UNKNOWN, Day::NEVER)).unwrap();
        let all: Vec<_> = all.iter().filter_map(|day| day.date()).collect();
        assert_eq!(all, ["2025-01-01", "2025-03-01", "2026-01-01"].map(day));
    }
}
