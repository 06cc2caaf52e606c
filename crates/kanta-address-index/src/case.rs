//! What a row looks at: one right, one tenant or one request, on one day.

use kanta_conformance::{Date, FieldPath, Subject};

use crate::addresses::Meeting;
use crate::day::validity;
use crate::store::{Actor, ActorId, PointId, Store, Terms};
use crate::{AccessPoint, Annotation, Period, Request, Service};

/// A right on a day, held or only thought of.
#[derive(Clone, Copy)]
pub(crate) struct RightCase<'a> {
    pub(crate) store: &'a Store,
    pub(crate) subject: ActorId,
    pub(crate) point: PointId,
    /// The access point's.
    pub(crate) administrator: Option<ActorId>,
    pub(crate) service: Service,
    pub(crate) terms: &'a Terms,
    pub(crate) validity: Period,
    /// It stands in the index; otherwise it is only thought of.
    pub(crate) held: bool,
    pub(crate) day: Date,
}

/// A tenant on a day.
#[derive(Clone, Copy)]
pub(crate) struct TenantCase<'a> {
    pub(crate) store: &'a Store,
    pub(crate) tenant: ActorId,
    pub(crate) host: ActorId,
    pub(crate) day: Date,
}

/// A request, with what the index knows of it.
#[derive(Clone, Copy)]
pub(crate) struct RequestCase<'a> {
    pub(crate) store: &'a Store,
    pub(crate) request: &'a Request,
    pub(crate) subject: Option<ActorId>,
    pub(crate) point: Option<PointId>,
    /// The right that the request would rest on: the one of the day, else the nearest.
    pub(crate) right: Option<u32>,
}

/// An access point, with what it shares with others.
#[derive(Clone, Copy)]
pub(crate) struct PointCase<'a> {
    pub(crate) point: &'a AccessPoint,
    /// A range of its own that meets one of another administrator.
    pub(crate) meets: Option<Meeting<'a>>,
    /// A serial number of its own that another access point has too.
    pub(crate) twin: Option<(&'a str, &'a AccessPoint)>,
}

/// An annotation.
#[derive(Clone, Copy)]
pub(crate) struct AnnotationCase<'a> {
    pub(crate) store: &'a Store,
    pub(crate) annotation: &'a Annotation,
}

/// Access points, as subjects of rows.
#[derive(Debug)]
pub(crate) enum OfPoint {}

impl Subject for OfPoint {
    type View<'a> = PointCase<'a>;
}

/// Annotations, as subjects of rows.
#[derive(Debug)]
pub(crate) enum OfAnnotation {}

impl Subject for OfAnnotation {
    type View<'a> = AnnotationCase<'a>;
}

/// Rights, as subjects of rows.
#[derive(Debug)]
pub(crate) enum OfRight {}

impl Subject for OfRight {
    type View<'a> = RightCase<'a>;
}

/// Tenants, as subjects of rows.
#[derive(Debug)]
pub(crate) enum OfTenant {}

impl Subject for OfTenant {
    type View<'a> = TenantCase<'a>;
}

/// Requests, as subjects of rows.
#[derive(Debug)]
pub(crate) enum OfRequest {}

impl Subject for OfRequest {
    type View<'a> = RequestCase<'a>;
}

impl<'a> RightCase<'a> {
    pub(crate) fn actor(self) -> Option<Actor<'a>> {
        self.store.actor(self.subject)
    }

    /// The path of a fact of some other record, for example `party.clinic`.
    pub(crate) fn path_of(self, id: ActorId) -> FieldPath {
        path_of(self.store, id)
    }
}

/// `party.clinic`, `pharmacy.main`, `tenant.room-2`.
pub(crate) fn path_of(store: &Store, id: ActorId) -> FieldPath {
    match store.actor(id) {
        Some(Actor::Party(party)) => FieldPath::named("party", &party.id),
        Some(Actor::Pharmacy(pharmacy)) => FieldPath::named("pharmacy", &pharmacy.id),
        Some(Actor::Tenant(tenant)) => FieldPath::named("tenant", &tenant.id),
        None => FieldPath::ROOT,
    }
}

/// The right as rows see it; the day is the first of its validity until set.
pub(crate) fn case_of(store: &Store, subject: ActorId, right: u32) -> Option<RightCase<'_>> {
    let column = store.rights.get(right)?;
    let time = validity((column.from, column.until));
    Some(RightCase {
        store,
        subject,
        point: column.point,
        administrator: store.administrator(column.point),
        service: column.service,
        terms: store.rights.terms(column.term)?,
        validity: time,
        held: true,
        day: time.from.unwrap_or(store.header.issued),
    })
}
