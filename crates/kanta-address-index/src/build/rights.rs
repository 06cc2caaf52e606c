//! The rights in their order: by subject, access point, service and start.

use hashbrown::HashMap;

use super::{Checker, Kind};
use crate::day::{Day, span, validity};
use crate::fault::FaultKind;
use crate::store::{Store, Terms};
use crate::{Right, Validity};

/// A right, resolved: sorting it sorts the columns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    /// Subject, access point and service.
    triple: u128,
    from: Day,
    until: Day,
    term: u32,
    /// Its place in the data set.
    at: u32,
}

/// Fills in the store's rights; gives the place of each in the data set.
pub(super) fn lay_out(
    store: &mut Store,
    rights: Vec<Right>,
    checker: &mut Checker<'_>,
) -> Vec<u32> {
    let mut terms = Interned::default();
    let mut rows = Vec::with_capacity(rights.len());
    let mut services = Vec::with_capacity(crate::Service::ALL.len());
    services.extend_from_slice(crate::Service::ALL);
    for (at, right) in rights.into_iter().enumerate() {
        if right.validity.is_inverted() {
            checker.fault(Kind::Right, at, "until", FaultKind::Inverted);
        }
        let subject = store.subjects.get(&right.subject).copied();
        let point = store.point_ids.get(&right.access_point).copied();
        if subject.is_none() {
            let dangling = FaultKind::Dangling(right.subject.to_string());
            checker.fault(Kind::Right, at, "for", dangling);
        }
        if point.is_none() {
            let dangling = FaultKind::Dangling(right.access_point.to_string());
            checker.fault(Kind::Right, at, "access_point", dangling);
        }
        let (Some(subject), Some(point)) = (subject, point) else {
            continue;
        };
        let (from, until) = span(right.validity);
        let organiser = right
            .organiser
            .as_deref()
            .and_then(|id| store.actor_named(id));
        let service = right.service as u128;
        rows.push(Row {
            triple: (u128::from(subject.0) << 64) | (u128::from(point) << 32) | service,
            from,
            until,
            term: terms.of(Terms {
                organiser,
                basis: right.basis,
            }),
            at: u32::try_from(at).unwrap_or(u32::MAX),
        });
    }
    rows.sort_unstable();
    apart(&rows, checker);
    fill(store, &rows, terms.list, &services);
    rows.into_iter().map(|row| row.at).collect()
}

/// No two rights to the same triple on the same day.
fn apart(rows: &[Row], checker: &mut Checker<'_>) {
    let mut rows = rows.iter();
    let Some(mut reach) = rows.next() else {
        return;
    };
    for next in rows {
        // An unknown start may be any day, and sorts first: it reaches to its end.
        if next.triple == reach.triple && next.from < reach.until {
            let same = (next.from, next.until, next.term) == (reach.from, reach.until, reach.term);
            let fault = if same {
                FaultKind::DuplicateRecord
            } else {
                FaultKind::Overlap
            };
            let at = |row: &Row| usize::try_from(row.at).unwrap_or(usize::MAX);
            let (first, second) = (at(reach).min(at(next)), at(reach).max(at(next)));
            checker.clash((Kind::Right, second), (Kind::Right, first), "", fault);
            if next.until > reach.until {
                reach = next;
            }
        } else {
            reach = next;
        }
    }
}

fn fill(store: &mut Store, rows: &[Row], terms: Vec<Terms>, services: &[crate::Service]) {
    let actors = store
        .parties
        .len()
        .saturating_add(store.pharmacies.len())
        .saturating_add(store.tenants.len());
    let points = store.points.len();
    let rights = &mut store.rights;
    rights.terms = terms;
    rights.point = Vec::with_capacity(rows.len());
    rights.service = Vec::with_capacity(rows.len());
    rights.from = Vec::with_capacity(rows.len());
    rights.until = Vec::with_capacity(rows.len());
    rights.term = Vec::with_capacity(rows.len());
    let mut subjects = Vec::with_capacity(rows.len());
    for row in rows {
        let part = |bits: u128| u32::try_from(bits & 0xffff_ffff).unwrap_or(u32::MAX);
        let service = usize::try_from(part(row.triple)).ok();
        let Some(&service) = service.and_then(|at| services.get(at)) else {
            continue;
        };
        subjects.push(part(row.triple >> 64));
        rights.point.push(part(row.triple >> 32));
        rights.service.push(service);
        rights.from.push(row.from.0);
        rights.until.push(row.until.0);
        rights.term.push(row.term);
    }
    rights.starts = starts(subjects.iter().copied(), actors);
    rights.point_starts = starts(rights.point.iter().copied(), points);
    let mut next = rights.point_starts.clone();
    let mut by_point = vec![0; rights.point.len()];
    for (&point, right) in rights.point.iter().zip(0_u32..) {
        let slot = usize::try_from(point).ok().and_then(|at| next.get_mut(at));
        let Some(slot) = slot else { continue };
        let to = usize::try_from(*slot).unwrap_or(usize::MAX);
        *slot = slot.saturating_add(1);
        if let Some(place) = by_point.get_mut(to) {
            *place = right;
        }
    }
    rights.by_point = by_point;
}

/// Where the run of each key begins, when the keys are sorted; one more at the end.
fn starts(keys: impl Iterator<Item = u32>, count: usize) -> Vec<u32> {
    let mut starts = vec![0_u32; count.saturating_add(1)];
    for key in keys {
        let at = usize::try_from(key).unwrap_or(usize::MAX).saturating_add(1);
        if let Some(start) = starts.get_mut(at) {
            *start = start.saturating_add(1);
        }
    }
    let mut sum = 0_u32;
    for start in &mut starts {
        sum = sum.saturating_add(*start);
        *start = sum;
    }
    starts
}

/// Terms that many rights share, kept once.
#[derive(Default)]
struct Interned {
    list: Vec<Terms>,
    seen: HashMap<Terms, u32>,
    last: Option<(Terms, u32)>,
}

impl Interned {
    fn of(&mut self, terms: Terms) -> u32 {
        if let Some((last, number)) = &self.last
            && *last == terms
        {
            return *number;
        }
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        let number = *self.seen.entry(terms.clone()).or_insert(next);
        if number == next {
            self.list.push(terms.clone());
        }
        self.last = Some((terms, number));
        number
    }
}

/// A right of the columns, as a record again.
pub(crate) fn record(store: &Store, right: u32) -> Option<Right> {
    let column = store.rights.get(right)?;
    let terms = store.rights.terms(column.term)?;
    let subject = store.actor(store.rights.subject(right))?.oid()?;
    let time: Validity = validity((column.from, column.until));
    Some(Right {
        subject,
        access_point: store.point(column.point)?.oid,
        service: column.service,
        validity: time,
        organiser: terms
            .organiser
            .and_then(|id| store.actor(id))
            .map(|actor| actor.id().to_owned()),
        basis: terms.basis.clone(),
    })
}
