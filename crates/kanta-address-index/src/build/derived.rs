//! What rows ask of a right's fellows, worked out before anything that rests on it: first who
//! shares an access point, which rests on the rights that are there; then who prescribes, which
//! rests on that; then what an organiser uses, which rests on both.

use hashbrown::{HashMap, HashSet};

use crate::case::case_of;
use crate::day::{Day, span, validity};
use crate::grants::RuleEvaluator;
use crate::store::{ActorId, PointId, Sharing, Store, Times};
use crate::{Period, Service};

pub(super) fn work_out(store: &mut Store) {
    store.sharing = sharing(store);
    store.receivers = receivers(store);
    let mut through = Vec::new();
    let mut evaluator = RuleEvaluator::new();
    for &receiver in &store.receivers {
        permitted(store, receiver, &mut evaluator, |point, service, time| {
            if service == Service::Prescription {
                through.push(((receiver, point), time));
            }
        });
    }
    drop(evaluator);
    let any = through
        .iter()
        .map(|&((receiver, _), time)| (receiver, time));
    store.prescribes = Times::new(any);
    store.prescribes_through = Times::new(through.into_iter());

    let organisers: HashSet<ActorId> = store
        .rights
        .terms
        .iter()
        .filter_map(|terms| terms.organiser)
        .collect();
    let mut uses = Vec::new();
    let mut evaluator = RuleEvaluator::new();
    for &organiser in &organisers {
        permitted(store, organiser, &mut evaluator, |point, _, time| {
            uses.push(((organiser, point), time));
        });
    }
    drop(evaluator);
    store.uses = Times::new(uses.into_iter());
    let several = organisers.into_iter().filter(|&organiser| {
        let mut own = own(store, organiser).filter_map(|right| store.rights.get(right));
        let first = own.next().map(|column| column.point);
        own.any(|column| Some(column.point) != first)
    });
    store.users_of_several = several.collect();
}

/// The rights of somebody that run under no organiser.
fn own(store: &Store, subject: ActorId) -> impl Iterator<Item = u32> {
    store.rights_of(subject).filter(|&right| {
        let terms = store.rights.get(right).map(|column| column.term);
        let terms = terms.and_then(|term| store.rights.terms(term));
        terms.is_some_and(|terms| terms.organiser.is_none())
    })
}

/// The days on which each such right permits. Of one whose start is not known these are not
/// known; one whose days change too often is refused with the whole, afterwards.
fn permitted<'a>(
    store: &'a Store,
    subject: ActorId,
    evaluator: &mut RuleEvaluator<'a>,
    mut add: impl FnMut(PointId, Service, Period),
) {
    for right in own(store, subject) {
        let Some(case) = case_of(store, subject, right) else {
            continue;
        };
        let window = span(case.validity);
        if window.0 == Day::UNKNOWN {
            add(case.point, case.service, case.validity);
            continue;
        }
        let _too_often = evaluator.permitted(case, window, |from, until| {
            add(case.point, case.service, validity((from, until)));
        });
    }
}

/// Whoever has a right to receive renewal requests.
fn receivers(store: &Store) -> HashSet<ActorId> {
    let services = store.rights.service.iter().zip(0_u32..);
    services
        .filter(|&(&service, _)| service == Service::RenewalRequests)
        .map(|(_, right)| store.rights.subject(right))
        .collect()
}

/// Who shares the intermediaries' access points; asked for pharmacies alone.
fn sharing(store: &Store) -> Sharing {
    if store.pharmacies.is_empty() {
        return Sharing::default();
    }
    let of_intermediaries: HashSet<PointId> = (0_u32..)
        .zip(&store.administrators)
        .filter(|&(_, &administrator)| store.is_intermediary(administrator))
        .map(|(point, _)| point)
        .collect();
    let mut uses: HashMap<PointId, Vec<(ActorId, Day, Day)>> = HashMap::new();
    for subject in (0..store.subject_count()).filter_map(|at| u32::try_from(at).ok().map(ActorId)) {
        for right in store.rights_of(subject) {
            let Some(column) = store.rights.get(right) else {
                continue;
            };
            if of_intermediaries.contains(&column.point) {
                let of_point = uses.entry(column.point).or_default();
                of_point.push((subject, column.from, column.until));
            }
        }
    }
    Sharing::of(&uses)
}
