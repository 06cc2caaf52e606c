use core::ops::Range;

use super::{ActorId, PointId};
use crate::day::Day;
use crate::{Basis, Service};

/// What few rights say and most do not; kept once for all that say the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Terms {
    pub(crate) organiser: Option<ActorId>,
    pub(crate) basis: Basis,
}

/// The rights, in columns, in the order of subject, access point, service and start.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rights {
    pub(crate) point: Vec<PointId>,
    pub(crate) service: Vec<Service>,
    pub(crate) from: Vec<u32>,
    pub(crate) until: Vec<u32>,
    pub(crate) term: Vec<u32>,
    /// Where each subject's rights begin; one more at the end.
    pub(crate) starts: Vec<u32>,
    pub(crate) terms: Vec<Terms>,
}

/// One right of the columns.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) point: PointId,
    pub(crate) service: Service,
    pub(crate) from: Day,
    pub(crate) until: Day,
    pub(crate) term: u32,
}

impl Rights {
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.point.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn get(&self, right: u32) -> Option<Column> {
        let at = usize::try_from(right).ok()?;
        Some(Column {
            point: *self.point.get(at)?,
            service: *self.service.get(at)?,
            from: Day(*self.from.get(at)?),
            until: Day(*self.until.get(at)?),
            term: *self.term.get(at)?,
        })
    }

    pub(crate) fn terms(&self, term: u32) -> Option<&Terms> {
        self.terms.get(usize::try_from(term).ok()?)
    }

    pub(crate) fn of_subject(&self, subject: ActorId) -> Range<u32> {
        between(&self.starts, subject.0)
    }

    pub(crate) fn subject(&self, right: u32) -> ActorId {
        let after = self.starts.partition_point(|&start| start <= right);
        ActorId(u32::try_from(after.saturating_sub(1)).unwrap_or(u32::MAX))
    }
}

fn between(starts: &[u32], at: u32) -> Range<u32> {
    let at = usize::try_from(at).unwrap_or(usize::MAX);
    match (starts.get(at), starts.get(at.saturating_add(1))) {
        (Some(&start), Some(&end)) => start..end,
        _ => 0..0,
    }
}

impl Rights {
    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        let words = [
            &self.point,
            &self.from,
            &self.until,
            &self.term,
            &self.starts,
        ];
        let words = words.iter().map(|column| column.capacity()).sum::<usize>();
        let terms = self.terms.capacity().saturating_mul(size_of::<Terms>());
        words
            .saturating_mul(size_of::<u32>())
            .saturating_add(self.service.capacity())
            .saturating_add(terms)
    }
}
