//! What ends soon, and what stops with it.

use core::ops::RangeInclusive;
use std::collections::BTreeSet;

use hashbrown::HashMap;
use kanta_conformance::Date;

use crate::case::RightCase;
use crate::case::case_of;
use crate::rows::{self, About, passes};
use crate::store::{Actor, ActorId, PointId, Store};
use crate::{AddressIndex, Annotation, KELA, RegisterEntry, Right, RightId, Service};

/// Something that ends soon.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Expiring {
    /// The first day without it.
    pub on: Date,
    /// What it is, as a path: `right.clinic.ap1.prescription`, `agreement.clinic+valittaja`,
    /// `access_point.ap1.certificate[4f2a]`, `data_set`.
    pub what: String,
    /// The rights that permit until that day, and stop with it; with a right, the others that do.
    /// Not listed for the data set, with which every right stops, and for a certificate, on which
    /// no right of an index rests.
    pub rights: Vec<Right>,
}

/// What ends.
#[derive(Clone, Copy)]
enum What<'a> {
    DataSet,
    Certificate(PointId, &'a str),
    Annotation(ActorId, &'a Annotation),
    Right(u32),
    Other(Prop),
}

/// What a right may rest on beside its own record.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Prop {
    /// An intermediary's entry in the register.
    Entry(ActorId),
    /// That a pharmacy is held.
    Held(ActorId),
    /// Any annotation of a party.
    Annotation(ActorId),
    /// An agreement, the smaller of the two first.
    Agreement(ActorId, ActorId),
}

/// The ends behind each right that stops, and behind what it rests on.
#[derive(Default)]
struct Behind {
    props: HashMap<(Date, Prop), Vec<usize>>,
    rights: HashMap<(Date, u32), BTreeSet<usize>>,
}

impl AddressIndex {
    /// What ends after a day and no more than so many days later, soonest first, and which rights
    /// stop with it: rights, agreements, annotations, entries in the intermediaries' register,
    /// pharmacies held, certificates, and the data set itself.
    #[must_use]
    pub fn expiring(&self, day: Date, days: u16) -> Vec<Expiring> {
        let within = day.plus_days(1)..=day.plus_days(i32::from(days));
        let store = &self.store;
        let ends = ends(store, &within);
        let mut behind = Behind::of(&ends);
        let stops = self.stops(&within);
        // What rests on a right that stops is only known when that is; three can stand in a line:
        // an agreement, a right to prescriptions, a right to renewal requests.
        for _ in 0..3 {
            for &(on, right) in &stops {
                behind.add(store, on, right);
            }
        }
        let told = ends.iter().map(|&(on, what)| Expiring {
            on,
            what: what.path(store),
            rights: Vec::new(),
        });
        let mut told: Vec<Expiring> = told.collect();
        for &(on, right) in &stops {
            let Some(record) = self.right(RightId(right)) else {
                continue;
            };
            for &end in behind.rights.get(&(on, right)).into_iter().flatten() {
                if let Some(end) = told.get_mut(end) {
                    end.rights.push(record.clone());
                }
            }
        }
        told.sort_unstable();
        told
    }

    /// The rights that permit until one of these days, and whose own records go on.
    fn stops(&self, within: &RangeInclusive<Date>) -> Vec<(Date, u32)> {
        let permitted = self.grants.permitted().into_iter();
        let stops = permitted.filter_map(|(right, _, until)| {
            let on = until.date().filter(|on| within.contains(on))?;
            let own = self.store.rights.get(right)?.until;
            (own != until).then_some((on, right))
        });
        stops.collect()
    }
}

/// Every record that ends on one of these days.
fn ends<'a>(store: &'a Store, within: &RangeInclusive<Date>) -> Vec<(Date, What<'a>)> {
    let mut ends = Vec::new();
    let mut add = |until: Option<Date>, what: What<'a>| {
        if let Some(on) = until.filter(|on| within.contains(on)) {
            ends.push((on, what));
        }
    };
    add(Some(store.header.expires), What::DataSet);
    for (party, id) in store.parties.iter().zip(0..) {
        if let Some(RegisterEntry::Entered(entry)) = party.register_entry {
            add(entry.until, What::Other(Prop::Entry(ActorId(id))));
        }
    }
    for pharmacy in &store.pharmacies {
        if let Some(id) = store.actor_named(&pharmacy.id) {
            add(pharmacy.held.until, What::Other(Prop::Held(id)));
        }
    }
    for (point, id) in store.points.iter().zip(0..) {
        for certificate in &point.certificates {
            let what = What::Certificate(id, &certificate.serial);
            add(certificate.validity.until, what);
        }
    }
    for agreement in &store.agreements {
        let [a, b] = agreement.between.each_ref();
        if let (Some(a), Some(b)) = (store.actor_named(a), store.actor_named(b)) {
            let pair = Prop::Agreement(a.min(b), a.max(b));
            add(agreement.validity.until, What::Other(pair));
        }
    }
    for annotation in &store.annotations {
        if let Some(party) = store.actor_named(&annotation.party) {
            let what = What::Annotation(party, annotation);
            add(annotation.validity.until, what);
        }
    }
    for right in 0..store.rights.len() {
        let until = store.rights.get(right).and_then(|it| it.until.date());
        add(until, What::Right(right));
    }
    ends
}

impl What<'_> {
    fn path(self, store: &Store) -> String {
        let name = |id| match id {
            ActorId::KELA => KELA,
            id => store.actor(id).map_or("", Actor::id),
        };
        match self {
            Self::DataSet => "data_set".to_owned(),
            Self::Other(Prop::Entry(id)) => format!("party.{}.register_entry", name(id)),
            Self::Other(Prop::Held(id)) => format!("pharmacy.{}.held", name(id)),
            Self::Certificate(point, serial) => {
                let point = store.point(point).map_or("", |point| point.id.as_str());
                format!("access_point.{point}.certificate[{serial}]")
            }
            Self::Other(Prop::Agreement(a, b)) => {
                let mut pair = [name(a), name(b)];
                pair.sort_unstable();
                format!("agreement.{}", pair.join("+"))
            }
            Self::Other(Prop::Annotation(of)) => format!("annotation.{}", name(of)),
            Self::Annotation(_, annotation) => match annotation.unit {
                Some(unit) => format!("annotation.{}[{unit}]", annotation.party),
                None => format!("annotation.{}", annotation.party),
            },
            Self::Right(right) => {
                let case = case_of(store, store.rights.subject(right), right);
                case.map_or_else(String::new, |case| rows::right_path(case).to_string())
            }
        }
    }
}

impl Behind {
    /// The ends themselves: of what rights rest on, and of the rights' own records.
    fn of(ends: &[(Date, What<'_>)]) -> Self {
        let mut behind = Self::default();
        for (at, &(on, what)) in ends.iter().enumerate() {
            let prop = match what {
                What::DataSet | What::Certificate(..) => continue,
                What::Right(right) => {
                    behind.rights.entry((on, right)).or_default().insert(at);
                    continue;
                }
                What::Annotation(of, _) => Prop::Annotation(of),
                What::Other(prop) => prop,
            };
            behind.props.entry((on, prop)).or_default().push(at);
        }
        behind
    }

    /// Adds the ends with which a right stops: those of what it lacks from that day.
    fn add(&mut self, store: &Store, on: Date, right: u32) {
        let subject = store.rights.subject(right);
        let Some(case) = case_of(store, subject, right) else {
            return;
        };
        let case = RightCase { day: on, ..case };
        let mut found = BTreeSet::new();
        for link in rows::of_rights().filter(|link| !passes(&link.look(case, on))) {
            for prop in props(link.about, case) {
                found.extend(self.props.get(&(on, prop)).into_iter().flatten());
            }
            for other in supports(link.about, case).filter(|&other| other != right) {
                found.extend(self.rights.get(&(on, other)).into_iter().flatten());
            }
        }
        if !found.is_empty() {
            let known = self.rights.entry((on, right)).or_default();
            known.append(&mut found);
        }
    }
}

/// What a row about that may have found missing.
fn props(about: About, case: RightCase<'_>) -> impl Iterator<Item = Prop> {
    let agreement = |with: Option<ActorId>, one: Option<ActorId>| {
        let (with, one) = (with?, one?);
        Some(Prop::Agreement(one.min(with), one.max(with)))
    };
    let agreements = |with| {
        let joiner = case.store.pharmacist(case.subject);
        [agreement(with, Some(case.subject)), agreement(with, joiner)]
    };
    let props = match about {
        About::Intermediary => [case.administrator.map(Prop::Entry), None],
        About::Subject => [Some(Prop::Held(case.subject)), None],
        About::Annotation => [Some(Prop::Annotation(case.subject)), None],
        About::Agreement => agreements(case.administrator),
        About::AgreementWithKela => agreements(Some(ActorId::KELA)),
        _ => [None, None],
    };
    props.into_iter().flatten()
}

/// The rights on which a right may rest by a row about that: a producer's on those of its organiser
/// through the same access point, and one to renewal requests on those to prescriptions.
fn supports(about: About, case: RightCase<'_>) -> impl Iterator<Item = u32> {
    let of = match about {
        About::Use => case.terms.organiser,
        About::Subject if case.service == Service::RenewalRequests => Some(case.subject),
        _ => None,
    };
    let rights = of.map_or(0..0, |of| case.store.rights_of(of));
    rights.filter(move |&right| {
        let column = case.store.rights.get(right);
        column.is_some_and(|column| match about {
            About::Use => column.point == case.point,
            _ => column.service == Service::Prescription,
        })
    })
}
