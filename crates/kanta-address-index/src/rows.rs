//! What the guide says about rights, tenants and requests: one row a rule, in the order of its
//! chapters. Deciding and explaining both read these rows, and nothing else.

mod access_points;
mod actors;
mod models;
mod pharmacies;
mod points;
mod renewals;
mod requests;
mod tenants;

use kanta_conformance::{Citation, Date, FieldPath, Force, Outcome, Row, Subject, Version, Why};

use crate::Service;
use crate::case::{OfAnnotation, OfPoint, OfRequest, OfRight, OfTenant, RightCase};
use crate::day::Day;
use crate::responsible::ResponsibleParty;
use crate::store::Changes;

/// A row, with who can mend what it finds and the days on which its answer may change.
///
/// Whether the row speaks about its subject at all does not depend on the day.
pub(crate) struct Link<S: Subject> {
    pub(crate) row: Row<S>,
    pub(crate) responsible: ResponsibleParty,
    pub(crate) about: About,
    /// The services to which it may refuse a right; none if it does so whatever the service.
    pub(crate) refuses: Option<fn(Service) -> bool>,
    /// The days, inside a window, on which the check's answer may change; none if it never does.
    pub(crate) changes: Option<ChangesOf<S>>,
}

/// What of its subject a row looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// The service alone.
    Service,
    /// The right-subject, as a record: whatever the right.
    Party,
    /// The right-subject and the service.
    Holder,
    /// The same, and what is wrong is wrong with the right-subject's record.
    Subject,
    /// The same, and what is wrong is the right-subject's annotation.
    Annotation,
    /// The same, and what is wrong is the right-subject's agreement with Kela.
    AgreementWithKela,
    /// The access point's administrator, if that is an intermediary: whatever the right.
    Intermediary,
    /// The access point, as a record: whatever the right.
    Point,
    /// The agreement between the right-subject and the access point's administrator.
    Agreement,
    /// That the right-subject uses the access point, whatever the service.
    Use,
    /// All of it.
    Whole,
}

impl About {
    /// Whether it can be looked at where of right-subject and access point only these are known.
    pub(crate) const fn is_known(self, subject: bool, point: bool) -> bool {
        match self {
            Self::Service => true,
            Self::Party
            | Self::Holder
            | Self::Subject
            | Self::Annotation
            | Self::AgreementWithKela => subject,
            Self::Intermediary | Self::Point => point,
            Self::Agreement | Self::Use | Self::Whole => subject && point,
        }
    }

    /// Whether it is found on a record, once, and not on every right that rests on it.
    pub(crate) const fn is_of_a_record(self) -> bool {
        matches!(self, Self::Party | Self::Intermediary | Self::Point)
    }
}

pub(crate) type ChangesOf<S> = for<'a> fn(<S as Subject>::View<'a>, (Day, Day), &mut Changes);

/// What must hold of a right on a day.
pub(crate) static OF_RIGHTS: [&[Link<OfRight>]; 5] = [
    &actors::ROWS,
    &access_points::ROWS,
    &models::ROWS,
    &renewals::ROWS,
    &pharmacies::ROWS,
];

/// What must hold of a tenant on a day.
pub(crate) static OF_TENANTS: &[Link<OfTenant>] = &tenants::ROWS;

/// What is found about access points themselves; no right hangs on it.
pub(crate) static OF_POINTS: &[Link<OfPoint>] = &points::ROWS;

/// What is found about annotations themselves; no right hangs on it.
pub(crate) static OF_ANNOTATIONS: &[Link<OfAnnotation>] = &points::ANNOTATIONS;

/// What must hold of every request: the index is valid, and it has the right.
pub(crate) static OF_REQUESTS: &[Link<OfRequest>] = &requests::STANDING;

/// What must hold of what a request carries beside: tenant and service unit.
pub(crate) static OF_CARRIED: &[Link<OfRequest>] = &requests::CARRIED;

pub(crate) fn of_rights() -> impl Iterator<Item = &'static Link<OfRight>> {
    OF_RIGHTS.iter().copied().flatten()
}

impl<S: Subject> Link<S> {
    /// What the row says on a day.
    ///
    /// Where it is not known whether the row was in force, a check that passes passes either way;
    /// one that does not is [`Why::DateUnknown`].
    pub(crate) fn look(&self, view: S::View<'_>, day: Date) -> Outcome {
        match self.row.requirement.in_force().on(day) {
            Force::No => Outcome::NotInForce,
            Force::Yes => self.row.look(view),
            Force::Unknown => match self.row.look(view) {
                outcome if passes(&outcome) => outcome,
                _ => Outcome::Undetermined(Why::DateUnknown),
            },
        }
    }
}

/// Whether an outcome leaves a right standing: the guide's silence and ambiguity do, nothing else
/// that is not known does.
pub(crate) fn passes(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::NotInForce | Outcome::NotApplicable | Outcome::Satisfied => true,
        Outcome::Violated { .. } => false,
        Outcome::Undetermined(why) => why.takes_a_ruling(),
    }
}

const V3_17: Version = Version::new(3, 17);

const fn clause(clause: &'static str) -> Citation {
    Citation::guide(clause, V3_17)
}

/// The path of a right: `right.clinic.ap1.prescription`.
pub(crate) fn right_path(case: RightCase<'_>) -> FieldPath {
    let (actor, point) = (case.actor(), case.store.point(case.point));
    let actor = actor.map_or("", |actor| actor.id());
    let point = point.map_or("", |point| &point.id);
    FieldPath::named("right", &format!("{actor}.{point}.{}", case.service))
}

/// That somebody uses the access point: `right.clinic.ap1`.
pub(crate) fn use_path(actor: &str, case: RightCase<'_>) -> FieldPath {
    let point = case.store.point(case.point).map_or("", |point| &point.id);
    FieldPath::named("right", &format!("{actor}.{point}"))
}

pub(crate) use points::points;
pub(crate) use requests::tenant;

/// Whether every row lets a right stand on its day.
pub(crate) fn stands(case: RightCase<'_>) -> bool {
    of_rights().all(|link| passes(&link.look(case, case.day)))
}

/// Whether every row lets a tenant stand.
pub(crate) fn tenant_in_order(case: crate::case::TenantCase<'_>) -> bool {
    OF_TENANTS
        .iter()
        .all(|link| passes(&link.look(case, case.day)))
}

/// The row that a request without a right breaks.
pub(crate) static NO_RIGHT: &Link<OfRequest> = &requests::NO_RIGHT;

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "a test counts to a hundred")]
mod tests;
