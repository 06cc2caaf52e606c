//! The rights in their order: by subject, access point, service and start.

use hashbrown::HashMap;

use super::{Checker, Kind};
use crate::day::{Day, span, validity};
use crate::fault::FaultKind;
use crate::store::{Store, Terms};
use crate::{Period, Right, Service};

/// A right, resolved: sorting it sorts the columns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    subject: u32,
    point: u32,
    service: Service,
    from: Day,
    until: Day,
    term: u32,
    /// Its place in the data set.
    at: u32,
}

impl Row {
    const fn triple(&self) -> (u32, u32, u8) {
        (self.subject, self.point, self.service as u8)
    }
}

/// Fills in the store's rights; gives the place of each in the data set.
pub(super) fn lay_out(
    store: &mut Store,
    rights: Vec<Right>,
    checker: &mut Checker<'_>,
) -> Vec<u32> {
    // Nothing but this first, so that many are fetched together.
    let resolved: Vec<Option<(u32, u32)>> = rights
        .iter()
        .map(|right| {
            let subject = store.subjects.get(&right.subject);
            let point = store.point_ids.get(&right.access_point);
            subject
                .zip(point)
                .map(|(subject, &point)| (subject.0, point))
        })
        .collect();
    let mut rows = Vec::with_capacity(rights.len());
    let mut terms = Interned::default();
    for ((at, right), ids) in rights.into_iter().enumerate().zip(resolved) {
        if right.validity.is_inverted() {
            checker.fault(Kind::Right, at, "until", FaultKind::Inverted);
        }
        let Some((subject, point)) = ids else {
            dangling(store, at, &right, checker);
            continue;
        };
        let (from, until) = span(right.validity);
        let organiser = right
            .organiser
            .as_deref()
            .and_then(|id| store.actor_named(id));
        rows.push(Row {
            subject,
            point,
            service: right.service,
            from,
            until,
            term: terms.of(Terms {
                organiser,
                basis: right.basis,
            }),
            at: u32::try_from(at).unwrap_or(u32::MAX),
        });
    }
    let (rows, starts) = in_order(&rows, store.subject_count());
    apart(&rows, checker);
    fill(store, &rows, terms.list, starts);
    rows.into_iter().map(|row| row.at).collect()
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A right of somebody, or through something, that the index does not know.
#[cold]
fn dangling(store: &Store, at: usize, right: &Right, checker: &mut Checker<'_>) {
    if !store.subjects.contains_key(&right.subject) {
        let dangling = FaultKind::Dangling(right.subject.to_string());
        checker.fault(Kind::Right, at, "for", dangling);
    }
    if !store.point_ids.contains_key(&right.access_point) {
        let dangling = FaultKind::Dangling(right.access_point.to_string());
        checker.fault(Kind::Right, at, "access_point", dangling);
    }
}

/// No two rights to the same triple on the same day.
fn apart(rows: &[Row], checker: &mut Checker<'_>) {
    let mut rows = rows.iter();
    let Some(mut reach) = rows.next() else {
        return;
    };
    for next in rows {
        // An unknown start may be any day, and sorts first: it reaches to its end.
        if next.triple() == reach.triple() && next.from < reach.until {
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

/// Sorts the rights: dealt out to their subjects, and each subject's put in order. Also gives
/// where each subject's begin.
fn in_order(rows: &[Row], subjects: usize) -> (Vec<Row>, Vec<u32>) {
    let starts = starts(rows.iter().map(|row| row.subject), subjects);
    let mut next = starts.clone();
    let mut dealt = vec![0; rows.len()];
    for (row, at) in rows.iter().zip(0_u32..) {
        let Some(slot) = next.get_mut(place(row.subject)) else {
            continue;
        };
        if let Some(place) = dealt.get_mut(place(*slot)) {
            *place = at;
            *slot = slot.saturating_add(1);
        }
    }
    let dealt = dealt.into_iter().filter_map(|at| rows.get(place(at)));
    let mut sorted = Vec::with_capacity(rows.len());
    sorted.extend(dealt.copied());
    for run in starts.iter().zip(starts.iter().skip(1)) {
        if let Some(of_subject) = sorted.get_mut(place(*run.0)..place(*run.1)) {
            of_subject.sort_unstable();
        }
    }
    (sorted, starts)
}

fn fill(store: &mut Store, rows: &[Row], terms: Vec<Terms>, starts: Vec<u32>) {
    let rights = &mut store.rights;
    rights.point = rows.iter().map(|row| row.point).collect();
    rights.service = rows.iter().map(|row| row.service).collect();
    rights.from = rows.iter().map(|row| row.from.0).collect();
    rights.until = rows.iter().map(|row| row.until.0).collect();
    rights.term = rows.iter().map(|row| row.term).collect();
    rights.terms = terms;
    rights.starts = starts;
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
        match &self.last {
            Some((last, number)) if *last == terms => return *number,
            _ => {}
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
    let time: Period = validity((column.from, column.until));
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
