//! Which record has the fault that a row finds, whatever right it was found on.

use kanta_conformance::{FieldPath, Outcome, Requirement, Why};

use super::RecordId;
use crate::case::{RightCase, path_of};
use crate::compare::RecordKind as Kind;
use crate::rows::{self, About};
use crate::store::{Actor, ActorId, PointId, Store};

/// What is wrong once, however many rights rest on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Cause {
    /// A party, a pharmacy or a tenant.
    Actor(ActorId),
    /// An access point.
    Point(PointId),
    /// The agreement between the two, or that there is none.
    Agreement(ActorId, ActorId),
    /// The annotation of somebody, or that there is none.
    Annotation(ActorId),
    /// One annotation, by its number.
    Annotated(usize),
    /// That somebody uses an access point, whatever the service.
    Use(ActorId, PointId, u32),
    /// One right.
    Right(ActorId, u32),
}

impl Cause {
    /// What has the fault that a row found on this right.
    pub(crate) fn of(about: About, outcome: &Outcome, case: RightCase<'_>, right: u32) -> Self {
        let own = Self::Right(case.subject, right);
        let administrator = case.administrator.unwrap_or(ActorId::NOBODY);
        let stated = match about {
            About::Service | About::Holder | About::Whole => own,
            About::Party | About::Subject => Self::Actor(case.subject),
            About::Intermediary => Self::Actor(administrator),
            About::Point => Self::Point(case.point),
            About::Use => Self::Use(case.subject, case.point, right),
            About::Agreement => Self::Agreement(case.subject, administrator),
            About::AgreementWithKela => Self::Agreement(case.subject, ActorId::KELA),
            About::Annotation => Self::Annotation(case.subject),
        };
        // What is not stated is missing where it ought to be stated.
        let organiser = case.terms.organiser.map(Self::Actor);
        let others = [
            stated,
            Self::Actor(case.subject),
            Self::Actor(administrator),
            Self::Point(case.point),
        ];
        let mut others = others.into_iter().chain(organiser);
        let lacks = |cause: &Self| cause.lacks(case.store, outcome);
        others.find(lacks).unwrap_or(stated)
    }

    /// Whether what is not known is missing here.
    pub(crate) fn lacks(self, store: &Store, outcome: &Outcome) -> bool {
        let Outcome::Undetermined(Why::InputMissing(fields)) = outcome else {
            return false;
        };
        let path = self.path(store);
        fields.iter().all(|field| field.is_of(&path))
    }

    /// The same fault: a use is the same whatever right it was met on.
    pub(crate) const fn key(self) -> Self {
        match self {
            Self::Use(actor, point, _) => Self::Use(actor, point, 0),
            other => other,
        }
    }

    /// `party.clinic`, `agreement.clinic+valittaja`, `right.clinic.ap1.prescription`.
    pub(crate) fn path(self, store: &Store) -> FieldPath {
        let name = |id| match id {
            ActorId::KELA => crate::KELA,
            id => store.actor(id).map_or("", Actor::id),
        };
        let point = |id| store.point(id).map_or("", |point| point.id.as_str());
        match self {
            Self::Actor(id) => path_of(store, id),
            Self::Point(id) => FieldPath::named("access_point", point(id)),
            Self::Agreement(one, other) => {
                FieldPath::named("agreement", &format!("{}+{}", name(one), name(other)))
            }
            Self::Annotation(of) => FieldPath::named("annotation", name(of)),
            Self::Annotated(at) => {
                let annotation = store.annotations.get(at);
                FieldPath::named("annotation", annotation.map_or("", |it| &it.party))
            }
            Self::Use(of, through, _) => {
                FieldPath::named("right", &format!("{}.{}", name(of), point(through)))
            }
            Self::Right(of, right) => {
                let case = crate::case::case_of(store, of, right);
                case.map_or(FieldPath::ROOT, rows::right_path)
            }
        }
    }

    /// The field that is wrong: the one that is missing, or else that of a row about the record.
    pub(crate) fn place(
        self,
        store: &Store,
        about: About,
        found: (&Outcome, &Requirement),
    ) -> FieldPath {
        let path = self.path(store);
        let own = about.is_of_a_record()
            || matches!(self, Self::Right(..) | Self::Point(_) | Self::Annotated(_));
        let missing = match found.0 {
            Outcome::Undetermined(Why::InputMissing(fields)) => fields.first(),
            _ => None,
        };
        let missing = missing.filter(|field| field.is_of(&path));
        let field = missing.map(FieldPath::field_name);
        path.field(field.unwrap_or(if own { found.1.field() } else { "" }))
    }

    /// Who answers for it, by id: a party or a pharmacy, and for a tenant its host.
    pub(crate) fn party(self, store: &Store) -> &str {
        let of = match self {
            Self::Actor(id) => store.host(id).unwrap_or(id),
            Self::Point(id) => store.administrator(id).unwrap_or(ActorId::NOBODY),
            Self::Annotated(at) => {
                let annotation = store.annotations.get(at);
                return annotation.map_or("", |it| &it.party);
            }
            Self::Agreement(of, _)
            | Self::Annotation(of)
            | Self::Use(of, ..)
            | Self::Right(of, _) => store.host(of).unwrap_or(of),
        };
        store.actor(of).map_or("", Actor::id)
    }

    /// The record: its kind, and its number in the order of the index. Where an agreement or an
    /// annotation is missing altogether, the record of whoever ought to have it.
    pub(crate) fn record(self, store: &Store) -> RecordId {
        let at = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        match self {
            Self::Actor(id) => of_actor(store, id),
            Self::Point(id) => record(Kind::AccessPoint, at(id)),
            Self::Annotated(at) => record(Kind::Annotation, at),
            Self::Use(_, _, right) | Self::Right(_, right) => record(Kind::Right, at(right)),
            Self::Agreement(one, other) => {
                let joiner = store.pharmacist(one);
                let of = |one: Option<ActorId>| last_agreement(store, one?, other);
                let found = of(Some(one)).max(of(joiner));
                found.map_or_else(|| of_actor(store, one), |at| record(Kind::Agreement, at))
            }
            Self::Annotation(of) => {
                let name = store.actor(of).map_or("", Actor::id);
                let after = |party: &str| party <= name;
                let all = &store.annotations;
                let last = all.partition_point(|it| after(&it.party)).checked_sub(1);
                let last = last.filter(|&at| all.get(at).is_some_and(|it| it.party == name));
                last.map_or_else(|| of_actor(store, of), |at| record(Kind::Annotation, at))
            }
        }
    }
}

/// The last agreement between the two, in the order of the index.
fn last_agreement(store: &Store, one: ActorId, other: ActorId) -> Option<usize> {
    let name = |id| match id {
        ActorId::KELA => Some(crate::KELA),
        id => store.actor(id).map(Actor::id),
    };
    let mut pair = [name(one)?, name(other)?];
    pair.sort_unstable();
    let of = |at: usize| store.agreements.get(at).map(|it| it.between.each_ref());
    let after = store
        .agreements
        .partition_point(|it| it.between.each_ref().map(String::as_str) <= pair);
    let last = after.checked_sub(1)?;
    (of(last)?.map(String::as_str) == pair).then_some(last)
}

const fn record(kind: Kind, number: usize) -> RecordId {
    RecordId { kind, number }
}

fn of_actor(store: &Store, id: ActorId) -> RecordId {
    let at = usize::try_from(id.0).unwrap_or(usize::MAX);
    let Some(at) = at.checked_sub(store.parties.len()) else {
        return record(Kind::Party, at);
    };
    match at.checked_sub(store.pharmacies.len()) {
        None => record(Kind::Pharmacy, at),
        Some(at) => record(Kind::Tenant, at),
    }
}
