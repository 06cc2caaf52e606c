//! What an index allows, and what requests may carry: tenants in order, and service units that
//! receive renewal requests. Whether they are is asked of the rows, once between each two days on
//! which their answer may change.

use kanta_conformance::{Bound, Date, Subject};
use kanta_oid::{AccessPointOid, OwnerOid};

use super::days::{Kept, Run, gap, hull, of, validity_of, without};
use super::{TenantSpan, Triple, UnitSpan};
use crate::case::{RequestCase, TenantCase};
use crate::day::{Day, span};
use crate::rows::{self, Link, passes};
use crate::store::{Actor, ActorId, joined};
use crate::{AddressIndex, Request, Service};

/// One of two indexes.
pub(super) struct Side {
    /// The triples that it allows.
    pub(super) allowed: Vec<Kept<Triple>>,
    /// Tenants in order, by joining party.
    tenants: Vec<Kept<(OwnerOid, OwnerOid)>>,
    /// Parties of which any service unit receives renewal requests.
    any_unit: Vec<Kept<OwnerOid>>,
    /// Service units that receive them on the days on which not every unit of the party does.
    units: Vec<Kept<(OwnerOid, OwnerOid)>>,
}

impl Side {
    pub(super) fn both(before: &AddressIndex, after: &AddressIndex) -> (Self, Self) {
        let allowed = [before, after].map(allowed);
        let mut receiving: Vec<(OwnerOid, AccessPointOid)> = allowed
            .iter()
            .flatten()
            .filter(|((_, _, service), ..)| *service == Service::RenewalRequests)
            .map(|&((subject, point, _), ..)| (subject, point))
            .collect();
        receiving.sort_unstable();
        receiving.dedup_by_key(|&mut (subject, _)| subject);
        let [one, other] = allowed;
        (
            Self::of(before, one, &receiving),
            Self::of(after, other, &receiving),
        )
    }

    fn of(
        index: &AddressIndex,
        allowed: Vec<Kept<Triple>>,
        receiving: &[(OwnerOid, AccessPointOid)],
    ) -> Self {
        let mut side = Self {
            allowed,
            tenants: tenants(index),
            any_unit: Vec::new(),
            units: Vec::new(),
        };
        let force = force_days(rows::OF_CARRIED);
        for &(subject, point) in receiving {
            side.units_of(index, subject, point, &force);
        }
        side.units.sort_unstable();
        side
    }

    /// Asks for the service units of a party.
    fn units_of(
        &mut self,
        index: &AddressIndex,
        subject: OwnerOid,
        point: AccessPointOid,
        force: &[Day],
    ) {
        let store = &index.store;
        // Of a party that the index does not hold, the rows have nothing to say but that.
        let id = store.subjects.get(&subject).copied();
        let name = id.and_then(|id| store.actor(id)).map(Actor::id);
        let all = &store.annotations;
        let first = all.partition_point(|it| Some(it.party.as_str()) < name);
        let last = all.partition_point(|it| Some(it.party.as_str()) <= name);
        let annotations = all.get(first..last).unwrap_or_default();
        let turns = |unit| {
            let of_unit = annotations.iter().filter(move |it| it.unit == unit);
            let times = of_unit.map(|it| span(it.validity));
            let days = times.flat_map(|(from, until)| [from, until]);
            days.chain(force.iter().copied()).collect::<Vec<_>>()
        };
        let receives = |unit: Option<OwnerOid>, day: Day| {
            let Some(day) = day.date() else {
                return false;
            };
            let mut request = Request::new(subject, point, Service::RenewalRequests, day);
            request.service_unit = unit;
            let case = RequestCase {
                store,
                request: &request,
                subject: id,
                point: None,
                right: None,
            };
            let mut rows = rows::OF_CARRIED.iter();
            rows.all(|link| passes(&link.look(case, day)))
        };
        let any = runs(turns(None), |(from, _)| receives(None, from));
        // Annotations stand in the order of their units.
        for of_unit in annotations.chunk_by(|a, b| a.unit == b.unit) {
            let Some(unit) = of_unit.first().and_then(|it| it.unit) else {
                continue;
            };
            let times = of_unit.iter().map(|it| span(it.validity));
            let days = times.flat_map(|(from, until)| [from, until]);
            let own = runs(days.chain(force.iter().copied()).collect(), |window| {
                gap(&any, window).is_some_and(|day| receives(Some(unit), day))
            });
            let own = own.into_iter();
            self.units
                .extend(own.map(|(from, until)| ((subject, unit), from, until)));
        }
        let any = any.into_iter();
        self.any_unit
            .extend(any.map(|(from, until)| (subject, from, until)));
    }

    /// The days on which a subject is allowed a service of some kind.
    fn usable(&self, subject: OwnerOid, counts: impl Fn(Service) -> bool) -> Vec<Kept<()>> {
        let own = of(&self.allowed, |(subject, ..)| subject, subject);
        let own = own.iter().filter(|((_, _, service), ..)| counts(*service));
        joined(own.map(|&(_, from, until)| ((), from, until)).collect())
    }

    /// The tenants that are in order here and not there, where this index has a right for them.
    pub(super) fn tenants_without(&self, other: &Self) -> Vec<TenantSpan> {
        let mut spans = Vec::new();
        let left = without(&self.tenants, &other.tenants);
        for of_host in left.chunk_by(|a, b| a.0.0 == b.0.0) {
            let Some(&((host, _), ..)) = of_host.first() else {
                continue;
            };
            let usable = self.usable(host, |_| true);
            spans.extend(of_host.iter().filter_map(|&((_, tenant), from, until)| {
                let (from, until) = hull(&usable, (from, until))?;
                Some(TenantSpan {
                    host,
                    tenant,
                    days: validity_of(from, until),
                })
            }));
        }
        spans
    }

    /// The units that receive renewal requests here and not there, where this index has a right
    /// to it.
    pub(super) fn units_without(&self, other: &Self) -> Vec<UnitSpan> {
        let mut spans = Vec::new();
        let renewals = |service| service == Service::RenewalRequests;
        let any = without(&self.any_unit, &other.any_unit);
        for of_party in any.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(party, ..)) = of_party.first() else {
                continue;
            };
            let usable = self.usable(party, renewals);
            spans.extend(of_party.iter().filter_map(|&(_, from, until)| {
                let (from, until) = hull(&usable, (from, until))?;
                Some(UnitSpan {
                    party,
                    unit: None,
                    days: validity_of(from, until),
                })
            }));
        }
        let own = without(&self.units, &other.units);
        for of_party in own.chunk_by(|a, b| a.0.0 == b.0.0) {
            let Some(&((party, _), ..)) = of_party.first() else {
                continue;
            };
            // Days on which every unit receives them, here or there, are told above or no loss.
            let mut usable = self.usable(party, renewals);
            for side in [self, other] {
                let any = of(&side.any_unit, |party| party, party).iter();
                let any: Vec<_> = any.map(|&(_, from, until)| ((), from, until)).collect();
                usable = without(&usable, &any);
            }
            spans.extend(of_party.iter().filter_map(|&((_, unit), from, until)| {
                let (from, until) = hull(&usable, (from, until))?;
                Some(UnitSpan {
                    party,
                    unit: Some(unit),
                    days: validity_of(from, until),
                })
            }));
        }
        spans.sort_unstable();
        spans
    }
}

/// What an index allows, sorted and joined: per triple, disjoint times that do not touch.
fn allowed(index: &AddressIndex) -> Vec<Kept<Triple>> {
    let expires = Day::of(index.header().expires);
    let grants = index.grants.permitted();
    let standing = grants.iter().filter(|&&(_, from, _)| from < expires);
    let store = &index.store;
    let allowed = standing.filter_map(|&(right, from, until)| {
        let column = store.rights.get(right)?;
        let subject = store.actor(store.rights.subject(right))?.oid()?;
        let point = store.point(column.point)?.oid;
        Some(((subject, point, column.service), from, until.min(expires)))
    });
    joined(allowed.collect())
}

/// The days on which each tenant is in order.
fn tenants(index: &AddressIndex) -> Vec<Kept<(OwnerOid, OwnerOid)>> {
    let store = &index.store;
    let force = force_days(rows::OF_TENANTS);
    let mut all = Vec::new();
    for &(host, oid, tenant) in &store.tenancies {
        let Some(host_oid) = store.actor(host).and_then(Actor::oid) else {
            continue;
        };
        let mut days = force.clone();
        agreed_days(index, host, tenant, &mut days);
        let stands = runs(days, |(from, _)| {
            from.date().is_some_and(|day| {
                rows::tenant_in_order(TenantCase {
                    store,
                    tenant,
                    host,
                    day,
                })
            })
        });
        let stands = stands.into_iter();
        all.extend(stands.map(|(from, until)| ((host_oid, oid), from, until)));
    }
    all.sort_unstable();
    all
}

/// Both ends of every agreement of two actors.
fn agreed_days(index: &AddressIndex, one: ActorId, other: ActorId, days: &mut Vec<Day>) {
    let name = |id| index.store.actor(id).map_or("", Actor::id);
    let mut pair = [name(one), name(other)];
    pair.sort_unstable();
    let agreements = &index.store.agreements;
    let of = |at: usize| agreements.get(at);
    let first = agreements.partition_point(|it| it.between.each_ref().map(String::as_str) < pair);
    let mut at = first;
    let of_pair = |it: &&crate::Agreement| it.between.each_ref().map(String::as_str) == pair;
    while let Some(agreement) = of(at).filter(of_pair) {
        let (from, until) = span(agreement.validity);
        days.extend([from, until]);
        at = at.saturating_add(1);
    }
}

/// The days on which rows come into force or leave it.
fn force_days<S: Subject>(table: &[Link<S>]) -> Vec<Day> {
    let bounds = table.iter().flat_map(|link| {
        let force = link.row.requirement.in_force();
        [force.from, force.until]
    });
    let days = bounds.flat_map(|bound| match bound {
        Bound::Open => [None, None],
        Bound::On(day) => [Some(day), None],
        Bound::NotYet(day) => [Some(day.plus_days(1)), None],
        Bound::Between { not_yet, seen } => [not_yet.map(|day| day.plus_days(1)), Some(seen)],
    });
    days.flatten().map(Day::of).collect()
}

/// The first day of the calendar.
const FIRST: Date = Date::constant(0, 1, 1);

/// The days on which something holds, joined; it is asked once between each two turns.
fn runs(mut turns: Vec<Day>, mut holds: impl FnMut(Run) -> bool) -> Vec<Run> {
    let first = Day::of(FIRST);
    turns.push(first);
    turns.retain(|&day| first <= day && day < Day::NEVER);
    turns.sort_unstable();
    turns.dedup();
    let ends = turns.iter().copied().skip(1).chain([Day::NEVER]);
    let mut runs: Vec<Run> = Vec::new();
    for (from, until) in turns.iter().copied().zip(ends) {
        if !holds((from, until)) {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.1 == from => last.1 = until,
            _ => runs.push((from, until)),
        }
    }
    runs
}
