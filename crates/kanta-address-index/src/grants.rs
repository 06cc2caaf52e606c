//! The rights that permit, laid out for the fastest answer.

mod rule_evaluator;
mod table;

use crate::Request;
use crate::case::case_of;
use crate::day::Day;
use crate::key::{Key, Packing};
use crate::store::{ActorId, Store};
pub(crate) use rule_evaluator::RuleEvaluator;
use table::{Entry, Run, Table};

/// The days on which the rights of each key permit. Never changed once laid out.
#[derive(Clone, Debug)]
pub(crate) struct Grants {
    packing: Packing,
    /// The day on which the data set expires.
    expires: Day,
    /// Each key once: with its only run of days, or as one of [`MANY`].
    table: Table,
    /// The runs of keys that have several, each key's together and in order.
    runs: Vec<Run>,
    /// Where each such key's runs begin; one more at the end.
    starts: Vec<u32>,
}

/// Stands where a run begins, and says that the number is that of a key with several.
const MANY: Day = Day::NEVER;
/// How many keys are put into the table together.
const AT_A_TIME: usize = 1024;

/// What the key of a request alone tells.
pub(crate) enum FastPath {
    /// This right permits.
    Right(u32),
    /// No right permits.
    None,
    /// It takes more: [`Grants::find`].
    Unclear,
}

impl Grants {
    /// The right that permits on that day, where its key alone tells it: it needs no number of
    /// the packing, and has no right at all or one that covers the day.
    #[inline(always)]
    pub(crate) fn fast_path(&self, request: &Request) -> FastPath {
        let Some(key) = Key::narrow(&request.subject, &request.access_point, request.service)
        else {
            return FastPath::Unclear;
        };
        let Some(entry) = self.table.get(key) else {
            return FastPath::None;
        };
        let day = Day::of(request.day);
        match entry.on(day) {
            Some(right) if day < self.expires => FastPath::Right(right),
            _ => FastPath::Unclear,
        }
    }

    /// The right that permits on that day.
    pub(crate) fn find(&self, request: &Request) -> Option<u32> {
        let day = Day::of(request.day);
        if day >= self.expires {
            return None;
        }
        let key = self
            .packing
            .key(&request.subject, &request.access_point, request.service)?;
        let entry = self.table.get(key)?;
        entry.on(day).or_else(|| self.among(entry, day))
    }

    /// The same, of a key whose run does not cover the day: unless it stands for several.
    fn among(&self, entry: &Entry, day: Day) -> Option<u32> {
        let run = entry.run();
        if run.from != MANY {
            return None;
        }
        let at = usize::try_from(run.number).ok()?;
        let &[start, end] = self.starts.get(at..)?.first_chunk::<2>()?;
        let (start, end) = (usize::try_from(start).ok()?, usize::try_from(end).ok()?);
        let runs = self.runs.get(start..end)?;
        let begun = runs.partition_point(|run| run.from <= day);
        let run = runs.get(begun.checked_sub(1)?)?;
        run.covers(day).then_some(run.number)
    }

    /// The days on which each right permits, in the order of the rights.
    pub(crate) fn permitted(&self) -> Vec<(u32, Day, Day)> {
        let single = self.table.runs().filter(|run| run.from != MANY);
        let mut all: Vec<_> = single
            .chain(self.runs.iter().copied())
            .map(|run| (run.number, run.from, run.until))
            .collect();
        all.sort_unstable();
        all
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        let runs = self.runs.capacity().saturating_mul(size_of::<Run>());
        let starts = self.starts.capacity().saturating_mul(size_of::<u32>());
        self.table
            .bytes()
            .saturating_add(runs)
            .saturating_add(starts)
    }

    /// Works out, for every right, the days on which every row lets it stand.
    ///
    /// # Errors
    /// The rights whose permission changes more often than is followed.
    pub(crate) fn of(store: &Store) -> Result<Self, Vec<u32>> {
        let owners = store.subjects.keys().copied();
        let packing = Packing::new(owners, store.point_ids.keys().copied());
        let mut grants = Self {
            packing,
            expires: Day::of(store.header.expires),
            table: Table::with_room_for(store.rights.point.len()),
            runs: Vec::new(),
            starts: vec![0],
        };
        // Rights of one key stand together, in the order of their starts, and so do their runs.
        let mut last: Option<Key> = None;
        let mut runs = Vec::new();
        let mut waiting = Vec::with_capacity(AT_A_TIME);
        let mut too_many_changes = Vec::new();
        let mut evaluator = RuleEvaluator::new();
        for subject in 0..store.rights.starts.len().saturating_sub(1) {
            let Ok(subject) = u32::try_from(subject).map(ActorId) else {
                break;
            };
            let Some(oid) = store.actor(subject).and_then(|actor| actor.oid()) else {
                continue;
            };
            for right in store.rights_of(subject) {
                let Some(case) = case_of(store, subject, right) else {
                    continue;
                };
                let key = store
                    .point(case.point)
                    .and_then(|point| grants.packing.key(&oid, &point.oid, case.service));
                let Some(key) = key else { continue };
                let window = crate::day::span(case.validity);
                if window.0 == Day::UNKNOWN {
                    continue;
                }
                if last != Some(key) {
                    grants.add(last.replace(key), &mut runs, &mut waiting);
                }
                let add = |from: Day, until: Day| {
                    runs.push(Run {
                        from,
                        until,
                        number: right,
                    });
                };
                if evaluator.permitted(case, window, add).is_none() {
                    too_many_changes.push(right);
                }
            }
        }
        if !too_many_changes.is_empty() {
            return Err(too_many_changes);
        }
        grants.add(last, &mut runs, &mut waiting);
        grants.table.insert(waiting.into_iter());
        grants.runs.shrink_to_fit();
        grants.starts.shrink_to_fit();
        Ok(grants)
    }

    /// Lets a key wait to be put in, and takes its runs away.
    fn add(&mut self, key: Option<Key>, runs: &mut Vec<Run>, waiting: &mut Vec<(Key, Run)>) {
        match (key, runs.as_slice()) {
            (None, _) | (_, []) => {}
            (Some(key), &[run]) => waiting.push((key, run)),
            (Some(key), of_key) => {
                let place = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
                let many = Run {
                    from: MANY,
                    until: Day::UNKNOWN,
                    number: place(self.starts.len().saturating_sub(1)),
                };
                waiting.push((key, many));
                self.runs.extend_from_slice(of_key);
                self.starts.push(place(self.runs.len()));
            }
        }
        runs.clear();
        if waiting.len() >= AT_A_TIME {
            self.table.insert(waiting.drain(..));
        }
    }
}
