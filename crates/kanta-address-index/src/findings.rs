use kanta_conformance::{Date, Finding, Outcome, Requirement};

use crate::AddressIndex;
use crate::case::{TenantCase, path_of};

use crate::grants::case_of;
use crate::rows::{self, Link};
use crate::store::ActorId;

impl AddressIndex {
    /// What the guide forbids or leaves open in this index: every requirement that a right or a
    /// tenant does not plainly satisfy, in the order of rights and then of tenants.
    ///
    /// A right is judged on the day, or on its own first day if that comes later; one that is over
    /// is passed over. Such a right permits only where the guide is silent or ambiguous.
    #[must_use]
    pub fn findings(&self, day: Date) -> Vec<Finding> {
        let store = &self.store;
        let mut findings = Vec::new();
        let subjects = store.rights.starts.len().saturating_sub(1);
        for subject in (0..subjects).filter_map(|at| u32::try_from(at).ok().map(ActorId)) {
            for right in store.rights_of(subject) {
                let Some(mut case) = case_of(store, subject, right) else {
                    continue;
                };
                if case.validity.until.is_some_and(|until| until <= day) {
                    continue;
                }
                case.day = case.validity.from.map_or(day, |from| from.max(day));
                for link in rows::of_rights() {
                    let outcome = link.look(case, case.day);
                    let path = || rows::right_path(case);
                    found(link, outcome, path, &mut findings);
                }
                if case.validity.from.is_none() {
                    let path = kanta_conformance::Path::new(&rows::right_path(case), "from");
                    findings.push(Finding {
                        requirement: &rows::NO_RIGHT.row.requirement,
                        outcome: Outcome::missing(path.clone()),
                        path,
                        ground: None,
                    });
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
        let rights = rows::of_rights().map(|link| &link.row.requirement);
        let tenants = rows::OF_TENANTS.iter().map(|link| &link.row.requirement);
        let requests = rows::OF_REQUESTS.iter().chain(rows::OF_CARRIED);
        rights
            .chain(tenants)
            .chain(requests.map(|link| &link.row.requirement))
    }
}

fn found<S: kanta_conformance::Subject>(
    link: &'static Link<S>,
    outcome: Outcome,
    path: impl FnOnce() -> String,
    findings: &mut Vec<Finding>,
) {
    if matches!(outcome, Outcome::Violated { .. } | Outcome::Undetermined(_)) {
        findings.push(Finding {
            requirement: &link.row.requirement,
            path: kanta_conformance::Path::new(&path(), link.row.requirement.field()),
            outcome,
            ground: None,
        });
    }
}
