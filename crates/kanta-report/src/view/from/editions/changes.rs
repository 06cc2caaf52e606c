//! What changed between two editions: what the change log says, and which requirements start, end or become known.

use kanta_conformance::{Bound, Date, EDITIONS, Edition, Force, InForce, Requirement};
use kanta_policy::requirements;

use crate::dates;
use crate::view::{EditionChanges, EditionEntry, FORMAT, Turn};

impl EditionChanges {
    /// What changed from one edition to another, whichever is the earlier.
    #[must_use]
    pub fn between(one: &Edition, other: &Edition) -> Self {
        let (first, last) = if one.version <= other.version {
            (one, other)
        } else {
            (other, one)
        };
        let between = |day: Date| first.date < day && day <= last.date;
        let editions = EDITIONS.iter().filter(|edition| between(edition.date));
        let mut turned: Vec<Turned> = requirements::all()
            .flat_map(turns)
            .filter(|turn| between(turn.day))
            .collect();
        turned.sort_by_key(|turn| (turn.day, rank(turn.before, turn.after)));
        Self {
            format: FORMAT,
            from: first.version.to_string(),
            from_day: first.date.into(),
            to: last.version.to_string(),
            to_day: last.date.into(),
            editions: editions.map(EditionEntry::from).collect(),
            requirements: turned.iter().map(Turn::from).collect(),
        }
    }
}

/// A day on which it changes whether a requirement is in force, or whether that is known.
struct Turned {
    day: Date,
    before: Force,
    after: Force,
    requirement: &'static Requirement,
}

impl From<&Turned> for Turn {
    fn from(its: &Turned) -> Self {
        Self {
            requirement: its.requirement.id().to_owned(),
            statement: its.requirement.statement().into(),
            judged_on: its.requirement.judged_on().into(),
            day: its.day.into(),
            edition: Edition::dated(its.day).map(|edition| edition.version.to_string()),
            before: dates::force(its.before).to_owned(),
            after: dates::force(its.after).to_owned(),
        }
    }
}

/// The days on which a requirement's being in force, or what is known of it, changes.
fn turns(requirement: &'static Requirement) -> impl Iterator<Item = Turned> {
    let InForce { from, until } = requirement.in_force();
    let mut days: Vec<Date> = [from, until].into_iter().flat_map(days).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().filter_map(move |day| {
        let before = requirement.in_force().on(day.plus_days(-1));
        let after = requirement.in_force().on(day);
        (before != after).then_some(Turned {
            day,
            before,
            after,
            requirement,
        })
    })
}

fn days(bound: Bound) -> Vec<Date> {
    match bound {
        Bound::Open => Vec::new(),
        Bound::On(date) => vec![date],
        Bound::Between { not_yet, seen } => {
            let after = not_yet.map(|day| day.plus_days(1));
            after.into_iter().chain([seen]).collect()
        }
        Bound::NotYet(day) => vec![day.plus_days(1)],
    }
}

/// Starts first, then ends, then what becomes known, then what becomes unknown.
const fn rank(before: Force, after: Force) -> u8 {
    match (before, after) {
        (Force::No, Force::Yes) => 0,
        (Force::Yes, Force::No) => 1,
        (Force::Unknown, Force::Yes) => 2,
        (Force::Unknown, _) => 3,
        (Force::Yes, _) => 4,
        (Force::No, _) => 5,
    }
}
