//! Where each record of an index stood.

use kanta_source::Place;

use crate::build::{Kind, Origins};
use crate::{Agreement, Annotation, DataSet, RecordId, RecordKind};

/// Where the records of an index stood in the sources it was read from; beside the index, which
/// does not keep it.
#[derive(Debug)]
pub struct Places {
    origins: Origins,
    /// Of each kind, the places of the index's records in the order they were read.
    order: [Vec<u32>; 7],
}

impl Places {
    /// Of what is about to become an index, all but the rights.
    pub(super) fn of(data: &DataSet, origins: Origins) -> Self {
        let agreements = data.agreements.iter().map(|it| {
            let mut between = it.between.clone();
            between.sort_unstable();
            Agreement {
                between,
                validity: it.validity,
                states_duties: it.states_duties,
            }
        });
        let annotations: Vec<&Annotation> = data.annotations.iter().collect();
        let order = [
            in_order(data.parties.iter().map(|it| &it.id)),
            in_order(data.pharmacies.iter().map(|it| &it.id)),
            in_order(data.tenants.iter().map(|it| &it.id)),
            in_order(data.access_points.iter().map(|it| &it.id)),
            in_order(agreements),
            in_order(annotations.into_iter()),
            Vec::new(),
        ];
        Self { origins, order }
    }

    pub(super) fn with_rights(mut self, rights: Vec<u32>) -> Self {
        if let Some(last) = self.order.last_mut() {
            *last = rights;
        }
        self
    }

    pub(super) const fn origins(&self) -> &Origins {
        &self.origins
    }

    /// Where a record of the index began.
    #[must_use]
    pub fn place(&self, record: RecordId) -> Option<Place> {
        let kind = match record.kind {
            RecordKind::Header => return None,
            RecordKind::Party => Kind::Party,
            RecordKind::Pharmacy => Kind::Pharmacy,
            RecordKind::Tenant => Kind::Tenant,
            RecordKind::AccessPoint => Kind::AccessPoint,
            RecordKind::Agreement => Kind::Agreement,
            RecordKind::Annotation => Kind::Annotation,
            RecordKind::Right => Kind::Right,
        };
        let order = self.order.get(kind as usize)?;
        let at = usize::try_from(*order.get(record.number)?).ok()?;
        Some(self.origins.place(kind, at, ""))
    }
}

/// The place of each item, in the order of the items.
fn in_order<T: Ord>(items: impl Iterator<Item = T>) -> Vec<u32> {
    let mut items: Vec<(T, u32)> = items.zip(0..).collect();
    items.sort_unstable();
    items.into_iter().map(|(_, at)| at).collect()
}
