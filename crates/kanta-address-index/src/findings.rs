use kanta_conformance::{Date, Finding, Outcome, Path, Requirement};

use crate::case::{AnnotationCase, RightCase, TenantCase, path_of};
use crate::grants::case_of;
use crate::rows::{self, About, Link};
use crate::store::{Actor, ActorId, NOWHERE, PointId, Store, Terms};
use crate::{AddressIndex, Service, Validity};

impl AddressIndex {
    /// What the guide forbids or leaves open in this index: every requirement that a record does
    /// not plainly satisfy, in the order of parties and pharmacies, access points, rights and
    /// tenants.
    ///
    /// What is wrong with a party or an access point is found there, once, whether or not a right
    /// rests on it. A right is judged on the day, or on its own first day if that comes later; one
    /// that is over is passed over. Such a right permits only where the guide is silent or
    /// ambiguous.
    #[must_use]
    pub fn findings(&self, day: Date) -> Vec<Finding> {
        let store = &self.store;
        let mut findings = Vec::new();
        let subjects = store.rights.starts.len().saturating_sub(1);
        let subjects = || (0..subjects).filter_map(|at| u32::try_from(at).ok().map(ActorId));
        for actor in subjects() {
            of_actor(store, actor, day, &mut findings);
        }
        for point in (0..).take(store.points.len()) {
            of_point(store, point, day, &mut findings);
        }
        for case in rows::points(store) {
            for link in rows::OF_POINTS {
                let path = || format!("access_point.{}", case.point.id);
                found(link, link.look(case, day), path, &mut findings);
            }
        }
        for annotation in &store.annotations {
            let case = AnnotationCase { store, annotation };
            for link in rows::OF_ANNOTATIONS {
                let path = || format!("annotation.{}", annotation.party);
                found(link, link.look(case, day), path, &mut findings);
            }
        }
        for subject in subjects() {
            for right in store.rights_of(subject) {
                if let Some(case) = case_of(store, subject, right) {
                    of_right(case, day, &mut findings);
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
                let outcome = link.look(case, day);
                found(link, outcome, || path_of(store, tenant), &mut findings);
            }
        }
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

/// What is found about a party or a pharmacy itself.
fn of_actor(store: &Store, actor: ActorId, day: Date, findings: &mut Vec<Finding>) {
    let terms = Terms::default();
    let case = RightCase {
        subject: actor,
        administrator: Some(actor),
        ..nothing(store, &terms, day)
    };
    if matches!(store.actor(actor), Some(Actor::Tenant(_))) {
        return;
    }
    let own = |about| matches!(about, About::Party | About::Intermediary);
    for link in rows::of_rights().filter(|link| own(link.about)) {
        found(
            link,
            link.look(case, day),
            || path_of(store, actor),
            findings,
        );
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
        validity: Validity::since(day),
        held: false,
        day,
    }
}

/// What is found about an access point itself.
fn of_point(store: &Store, point: PointId, day: Date, findings: &mut Vec<Finding>) {
    let terms = Terms::default();
    let case = RightCase {
        point,
        administrator: store.administrator(point),
        ..nothing(store, &terms, day)
    };
    let id = store.point(point).map_or("", |point| point.id.as_str());
    for link in rows::of_rights().filter(|link| link.about == About::Point) {
        let path = || format!("access_point.{id}");
        found(link, link.look(case, day), path, findings);
    }
}

fn of_right(mut case: RightCase<'_>, day: Date, findings: &mut Vec<Finding>) {
    if case.validity.until.is_some_and(|until| until <= day) {
        return;
    }
    case.day = case.validity.from.map_or(day, |from| from.max(day));
    for link in rows::of_rights() {
        let outcome = link.look(case, case.day);
        // What is found on the record today is not told again for its rights.
        let told = || case.day == day || is_found(&link.look(RightCase { day, ..case }, day));
        if link.about.is_of_a_record() && told() {
            continue;
        }
        found(link, outcome, || rows::right_path(case), findings);
    }
    if case.validity.from.is_none() {
        let path = Path::new(&rows::right_path(case), "from");
        findings.push(Finding {
            requirement: rows::NO_RIGHT.row.requirement,
            outcome: Outcome::missing(path.clone()),
            path,
            ground: None,
        });
    }
}

fn is_found(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Violated { .. } | Outcome::Undetermined(_))
}

fn found<S: kanta_conformance::Subject>(
    link: &'static Link<S>,
    outcome: Outcome,
    path: impl FnOnce() -> String,
    findings: &mut Vec<Finding>,
) {
    if is_found(&outcome) {
        findings.push(Finding {
            requirement: link.row.requirement,
            path: Path::new(&path(), link.row.requirement.field()),
            outcome,
            ground: None,
        });
    }
}
