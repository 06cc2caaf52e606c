//! What an index holds that the guide forbids or leaves open: one finding for one cause.

mod cause;
mod counts;

use hashbrown::HashMap;
use kanta_conformance::{Date, FieldPath, Outcome, OutcomeKind, Requirement, Subject};

use crate::case::case_of;
use crate::case::{AnnotationCase, RightCase, TenantCase};
use crate::compare::RecordKind;
use crate::rows::{self, About, Link};
use crate::store::{Actor, ActorId, NOWHERE, Store, Terms};
use crate::{AddressIndex, Period, RightId, Service};

pub(crate) use cause::Cause;
pub use counts::{FindingCounts, OutcomeCounts};

/// What one requirement finds in one place, and what rests on it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexFinding {
    /// The requirement.
    pub requirement: &'static Requirement,
    /// The record that has the fault, and its field: `party.clinic.register`,
    /// `agreement.clinic+valittaja` (missing, or not on that day).
    pub path: FieldPath,
    /// What was found.
    pub outcome: Outcome,
    /// Who answers for it, by id: a party or a pharmacy, and for a tenant its host.
    pub party: String,
    /// The record, or that of whoever ought to have it where there is none.
    pub record: RecordId,
    /// The day on which it was judged: the one asked about, or the first day of a right that begins
    /// later.
    pub judged_on: Date,
    /// The rights that have the fault or rest on it, in their order.
    pub rights: Vec<RightId>,
}

/// A record of one [`AddressIndex`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId {
    pub(crate) kind: RecordKind,
    pub(crate) number: usize,
}

impl RecordId {
    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> RecordKind {
        self.kind
    }
}

impl AddressIndex {
    /// What the guide forbids or leaves open in this index: every requirement that a record does
    /// not plainly satisfy, in the order of parties, pharmacies, tenants, access points,
    /// agreements, annotations and rights.
    ///
    /// What is wrong with a record is found there, once, and names the rights that rest on it;
    /// with a party, a tenant or an access point whether or not a right rests on it. A right is
    /// judged on the day, or on its own first day if that comes later; one that is over is passed
    /// over. Such a right permits only where the guide is silent or ambiguous.
    #[must_use]
    pub fn findings(&self, day: Date) -> Vec<IndexFinding> {
        let store = &self.store;
        let mut collected = Collected {
            store,
            findings: Vec::new(),
            seen: HashMap::new(),
        };
        let subjects = store.rights.starts.len().saturating_sub(1);
        let subjects = || (0..subjects).filter_map(|at| u32::try_from(at).ok().map(ActorId));
        for actor in subjects() {
            collected.of_actor(actor, day);
        }
        for point in (0..).take(store.points.len()) {
            let terms = Terms::default();
            let case = RightCase {
                point,
                administrator: store.administrator(point),
                ..nothing(store, &terms, day)
            };
            let of_point = |link: &&Link<_>| link.about == About::Point;
            for link in rows::of_rights().filter(of_point) {
                let found = Found::of(link, link.look(case, day));
                collected.add(found, Cause::Point(point), day, None);
            }
        }
        for (case, id) in rows::points(store).into_iter().zip(0..) {
            for link in rows::OF_POINTS {
                let found = Found::of(link, link.look(case, day));
                collected.add(found, Cause::Point(id), day, None);
            }
        }
        for (at, annotation) in store.annotations.iter().enumerate() {
            let case = AnnotationCase { store, annotation };
            for link in rows::OF_ANNOTATIONS {
                let found = Found::of(link, link.look(case, day));
                collected.add(found, Cause::Annotated(at), day, None);
            }
        }
        for subject in subjects() {
            for right in store.rights_of(subject) {
                if let Some(case) = case_of(store, subject, right) {
                    collected.of_right(case, right, day);
                }
            }
        }
        for &(host, _, tenant) in &store.tenancies {
            let case = TenantCase {
                store,
                tenant,
                host,
                day,
            };
            for link in rows::OF_TENANTS {
                let found = Found::of(link, link.look(case, day));
                let cause = found.cause_of_tenant(case);
                collected.add(found, cause, day, None);
            }
        }
        let mut findings = collected.findings;
        findings.sort_by_key(|finding| finding.record);
        findings
    }

    /// The requirements that rights, tenants and requests are held against.
    pub fn requirements() -> impl Iterator<Item = &'static Requirement> {
        let rights = rows::of_rights().map(|link| link.row.requirement);
        let tenants = rows::OF_TENANTS.iter().map(|link| link.row.requirement);
        let points = rows::OF_POINTS.iter().map(|link| link.row.requirement);
        let annotations = rows::OF_ANNOTATIONS.iter();
        let annotations = annotations.map(|link| link.row.requirement);
        let requests = rows::OF_REQUESTS.iter().chain(rows::OF_CARRIED);
        rights
            .chain(tenants)
            .chain(points)
            .chain(annotations)
            .chain(requests.map(|link| link.row.requirement))
    }
}

/// A right of nobody through nothing.
fn nothing<'a>(store: &'a Store, terms: &'a Terms, day: Date) -> RightCase<'a> {
    RightCase {
        store,
        subject: ActorId::NOBODY,
        point: NOWHERE,
        administrator: None,
        service: Service::PatientData,
        terms,
        validity: Period::since(day),
        held: false,
        day,
    }
}

pub(crate) fn is_found(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Violated { .. } | Outcome::Undetermined(_))
}

/// What a row says.
struct Found {
    requirement: &'static Requirement,
    about: About,
    outcome: Outcome,
}

impl Found {
    fn of<S: Subject + 'static>(link: &'static Link<S>, outcome: Outcome) -> Self {
        Self {
            requirement: link.row.requirement,
            about: link.about,
            outcome,
        }
    }

    /// The tenant, or the host where that lacks what is not known.
    fn cause_of_tenant(&self, case: TenantCase<'_>) -> Cause {
        let host = Cause::Actor(case.host);
        if host.lacks(case.store, &self.outcome) {
            host
        } else {
            Cause::Actor(case.tenant)
        }
    }
}

/// The findings so far, and which of them each cause has.
struct Collected<'s> {
    store: &'s Store,
    findings: Vec<IndexFinding>,
    seen: HashMap<(&'static str, Cause, Option<OutcomeKind>), usize>,
}

impl Collected<'_> {
    /// What is found about a party or a pharmacy itself.
    fn of_actor(&mut self, actor: ActorId, day: Date) {
        if matches!(self.store.actor(actor), Some(Actor::Tenant(_))) {
            return;
        }
        let terms = Terms::default();
        let case = RightCase {
            subject: actor,
            administrator: Some(actor),
            ..nothing(self.store, &terms, day)
        };
        let own = |link: &&Link<_>| matches!(link.about, About::Party | About::Intermediary);
        for link in rows::of_rights().filter(own) {
            let found = Found::of(link, link.look(case, day));
            self.add(found, Cause::Actor(actor), day, None);
        }
    }

    fn of_right(&mut self, mut case: RightCase<'_>, right: u32, day: Date) {
        if case.validity.until.is_some_and(|until| until <= day) {
            return;
        }
        case.day = case.validity.from.map_or(day, |from| from.max(day));
        for link in rows::of_rights() {
            let found = Found::of(link, link.look(case, case.day));
            if is_found(&found.outcome) {
                let cause = Cause::of(link.about, &found.outcome, case, right);
                self.add(found, cause, case.day, Some(right));
            }
        }
        if case.validity.from.is_none() {
            let own = Cause::Right(case.subject, right);
            let from = own.path(self.store).field("from");
            let found = Found::of(rows::NO_RIGHT, Outcome::missing(from));
            self.add(found, own, case.day, Some(right));
        }
    }

    /// Adds what is found. What has been found already is not told again, and of several days on
    /// which it is found the first counts.
    fn add(&mut self, found: Found, cause: Cause, day: Date, right: Option<u32>) {
        let Found {
            requirement,
            about,
            outcome,
        } = found;
        if !is_found(&outcome) {
            return;
        }
        // A record has one fault of a kind, whatever it is on another day.
        let kind = (!about.is_of_a_record()).then(|| outcome.kind());
        let key = (requirement.id(), cause.key(), kind);
        let at = *self.seen.entry(key).or_insert(self.findings.len());
        let path = || cause.place(self.store, about, (&outcome, requirement));
        match self.findings.get_mut(at) {
            Some(finding) if day < finding.judged_on => {
                finding.path = path();
                finding.outcome = outcome;
                finding.judged_on = day;
            }
            Some(_) => {}
            None => self.findings.push(IndexFinding {
                requirement,
                path: path(),
                party: cause.party(self.store).to_owned(),
                record: cause.record(self.store),
                outcome,
                judged_on: day,
                rights: Vec::new(),
            }),
        }
        if let (Some(finding), Some(right)) = (self.findings.get_mut(at), right) {
            finding.rights.push(RightId(right));
        }
    }
}
