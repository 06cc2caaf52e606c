//! The rights that permit, laid out for the fastest answer.

mod look;

use crate::case::RightCase;
use crate::day::{Day, validity};
use crate::key::{Key, Packing};
use crate::store::{ActorId, Store};
use look::Looker;

/// A key and the days, `[from, until)`, on which a right of it permits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Grant {
    key: Key,
    from: u32,
    until: u32,
    right: u32,
}

/// Every grant, in buckets by the hash of its key. Never changed once laid out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grants {
    packing: Packing,
    /// Where each bucket begins; one more at the end.
    starts: Vec<u32>,
    grants: Vec<Grant>,
    /// For each bucket, one bit for each grant: most keys that have none are known by it.
    filter: Vec<u8>,
}

impl Grant {
    /// Stands behind the last, so that there are always two to look at.
    const NONE: Self = Self {
        key: Key::NONE,
        from: 0,
        until: 0,
        right: u32::MAX,
    };

    #[inline]
    fn permits(&self, key: Key, day: Day) -> bool {
        (self.key == key) & (self.from <= day.0) & (day.0 < self.until)
    }
}

impl Grants {
    /// The right that permits on that day.
    #[inline]
    pub(crate) fn find(&self, request: &crate::Request, day: Day) -> Option<u32> {
        let key = self
            .packing
            .key(request.subject, request.access_point, request.service)?;
        let hash = key.hash();
        let bucket = bucket_of(hash, self.filter.len())?;
        if self.filter.get(bucket)? & bit(hash) == 0 {
            return None;
        }
        let &[start, end] = self.starts.get(bucket..)?.first_chunk::<2>()?;
        let (start, end) = (usize::try_from(start).ok()?, usize::try_from(end).ok()?);
        // Most buckets have two grants at most. Two are looked at without asking how many there
        // are: a grant of the next bucket never has the key.
        let [one, two] = self.grants.get(start..)?.first_chunk::<2>()?;
        let (first, second) = (one.permits(key, day), two.permits(key, day));
        if first | second {
            return Some(if first { one.right } else { two.right });
        }
        if end.saturating_sub(start) <= 2 {
            return None;
        }
        sought(self.grants.get(start..end)?, key, day)
    }

    /// The days on which each right permits, in the order of the rights.
    pub(crate) fn permitted(&self) -> Vec<(u32, Day, Day)> {
        let mut all: Vec<_> = self
            .grants
            .iter()
            .filter(|grant| grant.from < grant.until)
            .map(|grant| (grant.right, Day(grant.from), Day(grant.until)))
            .collect();
        all.sort_unstable();
        all
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        let starts = self.starts.capacity().saturating_mul(size_of::<u32>());
        let grants = self.grants.capacity().saturating_mul(size_of::<Grant>());
        starts
            .saturating_add(grants)
            .saturating_add(self.filter.capacity())
    }

    /// Works out, for every right, the days on which every row lets it stand.
    ///
    /// # Errors
    /// The rights whose permission changes more often than is followed.
    pub(crate) fn of(store: &Store) -> Result<Self, Vec<u32>> {
        let owners = store.subjects.keys().copied();
        let packing = Packing::new(owners, store.point_ids.keys().copied());
        let mut grants = Vec::with_capacity(store.rights.point.len());
        let mut restless = Vec::new();
        let mut look = Looker::new();
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
                    .and_then(|point| packing.key(oid, point.oid, case.service));
                let Some(key) = key else { continue };
                let window = crate::day::span(case.validity);
                if window.0 == Day::UNKNOWN {
                    continue;
                }
                let add = |from: Day, until: Day| {
                    grants.push(Grant {
                        key,
                        from: from.0,
                        until: until.0,
                        right,
                    });
                };
                if look.permitted(case, window, add).is_none() {
                    restless.push(right);
                }
            }
        }
        if !restless.is_empty() {
            return Err(restless);
        }
        Ok(Self::laid_out(packing, grants))
    }

    fn laid_out(packing: Packing, mut grants: Vec<Grant>) -> Self {
        let buckets = grants.len().max(1);
        let at = |grant: &Grant| bucket_of(grant.key.hash(), buckets).unwrap_or(0);
        let mut starts = vec![0_u32; buckets.saturating_add(1)];
        for grant in &grants {
            if let Some(count) = starts.get_mut(at(grant).saturating_add(1)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0_u32;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut laid = Vec::with_capacity(grants.len().saturating_add(2));
        laid.clone_from(&grants);
        let mut next = starts.clone();
        for grant in grants.drain(..) {
            let Some(slot) = next.get_mut(at(&grant)) else {
                continue;
            };
            let to = usize::try_from(*slot).unwrap_or(usize::MAX);
            *slot = slot.saturating_add(1);
            if let Some(place) = laid.get_mut(to) {
                *place = grant;
            }
        }
        for window in starts.windows(2) {
            let (Some(&a), Some(&b)) = (window.first(), window.last()) else {
                continue;
            };
            let (Ok(a), Ok(b)) = (usize::try_from(a), usize::try_from(b)) else {
                continue;
            };
            if let Some(bucket) = laid.get_mut(a..b) {
                bucket.sort_unstable();
            }
        }
        let mut filter = vec![0_u8; buckets];
        for grant in &laid {
            if let Some(bits) = filter.get_mut(at(grant)) {
                *bits |= bit(grant.key.hash());
            }
        }
        laid.extend([Grant::NONE; 2]);
        Self {
            packing,
            starts,
            grants: laid,
            filter,
        }
    }
}

/// The right of the key on the day, in a bucket of many.
#[cold]
fn sought(grants: &[Grant], key: Key, day: Day) -> Option<u32> {
    let begun = grants.partition_point(|grant| (grant.key, grant.from) <= (key, day.0));
    let grant = grants.get(begun.checked_sub(1)?)?;
    (grant.key == key && day.0 < grant.until).then_some(grant.right)
}

/// Which bucket a hash belongs to.
#[inline]
fn bucket_of(hash: u64, buckets: usize) -> Option<usize> {
    let wide = u128::from(hash).wrapping_mul(u128::try_from(buckets).ok()?);
    usize::try_from(wide >> 64).ok()
}

/// One of eight bits, by the end of a hash of which the beginning tells the bucket.
#[inline]
const fn bit(hash: u64) -> u8 {
    1 << (hash & 7)
}

/// The right as rows see it; the day is the first of its validity until set.
pub(crate) fn case_of(store: &Store, subject: ActorId, right: u32) -> Option<RightCase<'_>> {
    let column = store.rights.get(right)?;
    let time = validity((column.from, column.until));
    Some(RightCase {
        store,
        subject,
        point: column.point,
        service: column.service,
        terms: store.rights.terms(column.term)?,
        validity: time,
        day: time.from.unwrap_or(store.header.issued),
    })
}
