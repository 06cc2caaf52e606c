use crate::day::{Day, validity};
use crate::order::{Order, Records};
use crate::{AddressIndex, DataSet, Faults, Right, RightId, Service, Validity};
use kanta_oid::{AccessPointOid, OwnerOid};

/// Who, through what, to which service; and the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The joining party or the pharmacy.
    pub subject: OwnerOid,
    /// The access point.
    pub access_point: AccessPointOid,
    /// The service.
    pub service: Service,
    /// The days.
    pub days: Validity,
}

/// What changes from one index to another: days on which a triple is allowed in one and not in
/// the other, without regard to which right allows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Allowed now, and not before.
    pub gained: Vec<Span>,
    /// Allowed before, and not now.
    pub lost: Vec<Span>,
}

/// An order, tried.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The index as it would be.
    pub index: AddressIndex,
    /// What would be allowed, and what no longer.
    pub changes: Changes,
    /// What it would break: rights that the order does not withdraw, and days that they lose.
    pub broken: Vec<Span>,
}

type Triple = (OwnerOid, AccessPointOid, Service);
type Allowed = (Triple, Day, Day);

impl AddressIndex {
    /// What this index allows, sorted and joined: per triple, disjoint times that do not touch.
    fn allowed(&self) -> Vec<Allowed> {
        let expires = Day::of(self.header().expires);
        let grants = self.grants.permitted();
        let mut allowed: Vec<Allowed> = grants
            .iter()
            .filter(|&&(_, from, _)| from < expires)
            .filter_map(|&(right, from, until)| {
                let right = self.right(RightId(right))?;
                let triple = (right.subject, right.access_point, right.service);
                Some((triple, from, until.min(expires)))
            })
            .collect();
        allowed.sort_unstable();
        allowed.dedup_by(|next, before| {
            let joins = next.0 == before.0 && next.1 <= before.2;
            if joins {
                before.2 = before.2.max(next.2);
            }
            joins
        });
        allowed
    }

    /// What changes from this index to another. The expiry of either counts as an end.
    #[must_use]
    pub fn changes_to(&self, other: &Self) -> Changes {
        let (before, after) = (self.allowed(), other.allowed());
        Changes {
            gained: without(&after, &before),
            lost: without(&before, &after),
        }
    }

    /// The order that makes this index another, record by record.
    #[must_use]
    pub fn order_to(&self, other: &Self) -> Order {
        let (before, after) = (self.to_data_set(), other.to_data_set());
        let header = (before.header != after.header).then(|| after.header.clone());
        let (before, after) = (Records::of(before), Records::of(after));
        Order {
            header,
            withdraw: before.without(&after),
            add: after.without(&before),
        }
    }

    /// Tries an order without changing this index.
    ///
    /// # Errors
    /// The order withdraws what is not there, or leaves records that cannot be understood.
    pub fn try_order(&self, order: &Order) -> Result<Trial, Faults> {
        let data: DataSet = order.applied_to(self.to_data_set())?;
        let index = Self::build(data)?;
        let changes = self.changes_to(&index);
        let mut withdrawn: Vec<Triple> = order.withdraw.rights.iter().map(triple).collect();
        withdrawn.sort_unstable();
        let broken = changes
            .lost
            .iter()
            .filter(|span| {
                let triple = (span.subject, span.access_point, span.service);
                withdrawn.binary_search(&triple).is_err()
            })
            .copied()
            .collect();
        Ok(Trial {
            index,
            changes,
            broken,
        })
    }
}

fn triple(right: &Right) -> Triple {
    (right.subject, right.access_point, right.service)
}

/// The days of one list that the other does not cover. Both are sorted and joined.
fn without(list: &[Allowed], cover: &[Allowed]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut rest = cover;
    for &(triple, from, until) in list {
        let mut at = from;
        // What ends before this time begins covers nothing of it or of what follows.
        let past = rest.partition_point(|&(t, _, end)| (t, end) <= (triple, from));
        rest = rest.get(past..).unwrap_or_default();
        for &(_, start, end) in rest
            .iter()
            .take_while(|&&(t, start, _)| t == triple && start < until)
        {
            if at < start {
                spans.push(span(triple, at, start));
            }
            at = at.max(end);
        }
        if at < until {
            spans.push(span(triple, at, until));
        }
    }
    spans
}

fn span((subject, access_point, service): Triple, from: Day, until: Day) -> Span {
    Span {
        subject,
        access_point,
        service,
        days: validity((from, until)),
    }
}
