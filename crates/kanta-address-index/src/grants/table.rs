//! A hash table of keys whose number is known before it is filled.

use core::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::day::Day;
use crate::key::Key;

/// A key, and the days `[from, until)` on which a right of it permits, in half a cache line.
///
/// Two words and 48 bits of key; the right's upper 16 bits; the days in 24 bits each; the right's
/// lower 16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry([u64; 4]);

/// The days and the number of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Run {
    pub(super) from: Day,
    pub(super) until: Day,
    pub(super) number: u32,
}

impl Run {
    #[inline]
    pub(super) fn covers(self, day: Day) -> bool {
        (self.from <= day) & (day < self.until)
    }
}

/// Each key once, in several hash tables: one alone, whose places are a power of two, may be
/// little more than half full.
#[derive(Clone, Debug)]
pub(super) struct Table {
    hasher: DefaultHashBuilder,
    /// How many of the parts are in use.
    count: u64,
    parts: [HashTable<Entry>; PARTS],
}

const PARTS: usize = 16;

/// The most that 24 bits hold: no date, all of which fit in 23.
const NEVER: u32 = 0xff_ffff;

impl Entry {
    fn new(key: Key, run: Run) -> Self {
        let [a, b, c] = key.words();
        let day = |day: Day| u64::from(day.0.min(NEVER));
        let number = u64::from(run.number);
        Self([
            a,
            b,
            (c << 16) | (number >> 16),
            (day(run.from) << 40) | (day(run.until) << 16) | (number & 0xffff),
        ])
    }

    fn key(self) -> Key {
        let [a, b, c, _] = self.0;
        Key::from_words([a, b, c >> 16])
    }

    #[inline]
    fn has(self, key: Key) -> bool {
        self.key() == key
    }

    /// The right, if the run of days covers the day: 24 bits keep the order of days.
    #[inline]
    pub(super) fn on(self, day: Day) -> Option<u32> {
        let [.., rest] = self.0;
        let (from, until) = (rest >> 40, (rest >> 16) & u64::from(NEVER));
        let day = u64::from(day.0);
        ((from <= day) & (day < until)).then_some(self.number())
    }

    #[inline]
    fn number(self) -> u32 {
        let [_, _, upper, lower] = self.0;
        let number = ((upper & 0xffff) << 16) | (lower & 0xffff);
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    pub(super) fn run(self) -> Run {
        let [.., rest] = self.0;
        let day = |bits: u64| match u32::try_from(bits & u64::from(NEVER)) {
            Ok(day) if day < NEVER => Day(day),
            _ => Day::NEVER,
        };
        Run {
            from: day(rest >> 40),
            until: day(rest >> 16),
            number: self.number(),
        }
    }
}

impl Table {
    /// An empty table with room for so many keys.
    pub(super) fn with_room_for(keys: usize) -> Self {
        let (count, each) = divided(keys);
        Self {
            hasher: DefaultHashBuilder::default(),
            count: u64::try_from(count).unwrap_or(0),
            parts: core::array::from_fn(|part| {
                HashTable::with_capacity(if part < count { each } else { 0 })
            }),
        }
    }

    /// Puts in keys that are not there yet: many at a time, so that their places are fetched
    /// together.
    pub(super) fn insert(&mut self, runs: impl Iterator<Item = (Key, Run)>) {
        let hasher = &self.hasher;
        let count = self.count;
        for (key, run) in runs {
            let hash = hasher.hash_one(key);
            if let Some(part) = self.parts.get_mut(part_of(hash, count)) {
                part.insert_unique(hash, Entry::new(key, run), |entry| {
                    hasher.hash_one(entry.key())
                });
            }
        }
    }

    /// What stands at the key.
    #[inline]
    pub(super) fn get(&self, key: Key) -> Option<&Entry> {
        let hash = self.hasher.hash_one(key);
        let part = self.parts.get(part_of(hash, self.count))?;
        part.find(hash, |entry| entry.has(key))
    }

    /// The runs, in no order.
    pub(super) fn runs(&self) -> impl Iterator<Item = Run> {
        self.parts.iter().flatten().map(|entry| entry.run())
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        let parts = self.parts.iter().map(HashTable::allocation_size);
        parts.fold(size_of::<Self>(), usize::saturating_add)
    }
}

/// Into how many tables to divide, and how many keys each has to have room for, so that the
/// fewest places stay free.
fn divided(keys: usize) -> (usize, usize) {
    let each = |parts: usize| {
        // More than its share, which a hash does not keep to, by four standard deviations.
        let share = keys.div_ceil(parts);
        share.saturating_add(share.isqrt().saturating_mul(4))
    };
    // A hash table fills seven places of eight.
    let places = |parts: usize| {
        each(parts)
            .saturating_mul(8)
            .div_ceil(7)
            .next_power_of_two()
    };
    let parts = (8..=PARTS).min_by_key(|&parts| places(parts).saturating_mul(parts));
    let parts = parts.unwrap_or(8);
    (parts, each(parts))
}

/// In which of the parts a hash belongs, by the upper of its lower 32 bits: a hash table looks at
/// the lowest and the uppermost.
#[inline]
fn part_of(hash: u64, count: u64) -> usize {
    let part = (hash & 0xffff_ffff).wrapping_mul(count) >> 32;
    // As many as there are: nothing changes, and nothing has to be asked.
    usize::try_from(part).unwrap_or(0) % PARTS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: u64) -> Key {
        Key::from_words([number, number << 32, number & 0xffff])
    }

    const fn run(number: u32) -> Run {
        Run {
            from: Day(1),
            until: Day::NEVER,
            number,
        }
    }

    #[test]
    fn what_is_put_in_is_found_and_nothing_else() {
        for count in [0_u32, 1, 2, 15, 16, 1_000, 20_000] {
            let mut table = Table::with_room_for(usize::try_from(count).unwrap());
            table.insert((0..count).map(|number| (key(number.into()), run(number))));
            for number in 0..count {
                let found = table.get(key(number.into())).unwrap();
                assert_eq!(found.run(), run(number));
                assert_eq!(found.on(Day(0)), None);
                assert_eq!(found.on(Day(1)), Some(number));
            }
            for number in count..count.saturating_add(1_000) {
                assert_eq!(table.get(key(number.into())), None);
            }
            assert_eq!(table.runs().count(), usize::try_from(count).unwrap());
        }
    }

    #[test]
    fn days_and_numbers_are_kept_to_their_ends() {
        let days = [1, NEVER - 1, u32::MAX];
        for (from, until) in days.iter().flat_map(|&a| days.map(|b| (Day(a), Day(b)))) {
            for number in [0, 0xffff, 0x1_0000, u32::MAX] {
                let run = Run {
                    from,
                    until,
                    number,
                };
                let entry = Entry::new(key(u64::MAX), run);
                assert_eq!(entry.run(), run);
                assert!(entry.has(key(u64::MAX)));
                assert!(!entry.has(key(u64::MAX - 1)));
            }
        }
    }

    #[test]
    fn a_key_takes_47_bytes_at_most() {
        // On both sides of the numbers at which tables of a power of two become twice as large.
        for count in [10_000, 13_151, 14_336, 14_337, 28_673, 57_345, 114_689] {
            let table = Table::with_room_for(count);
            assert!(table.bytes() <= 47 * count, "{count}: {}", table.bytes());
        }
    }
}
