use kanta_conformance::{Outcome, Requirement, Subject};

use crate::case::case_of;
use crate::case::{RequestCase, RightCase};
use crate::rows::{self, Link as Row, passes};
use crate::store::{ActorId, NOWHERE, PointId, Terms};
use crate::{AddressIndex, Decision, Period, Request, ResponsibleParty, Right, RightId};

/// Why a request is allowed or not: every requirement that was looked at, in the guide's order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The answer; the same as [`AddressIndex::decide`] gives.
    pub decision: Decision,
    /// The right that decided or, for a denial, the one that came nearest.
    pub right: Option<Right>,
    /// Everything that was looked at.
    pub conditions: Vec<Condition>,
}

/// One requirement of an [`Explanation`], what was found, and who can mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Condition {
    /// The requirement, with its clause and its words in three languages.
    pub requirement: &'static Requirement,
    /// What was found.
    pub outcome: Outcome,
    /// Who can put it right.
    pub responsible: ResponsibleParty,
}

impl Condition {
    /// It stands in the way of a permit.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        !passes(&self.outcome)
    }

    /// The guide is silent or ambiguous here; it does not stand in the way.
    #[must_use]
    pub fn is_question(&self) -> bool {
        matches!(&self.outcome, Outcome::Undetermined(why) if why.takes_a_ruling())
    }
}

impl Explanation {
    /// Every condition that is missing; none for a permit.
    pub fn missing(&self) -> impl Iterator<Item = &Condition> {
        self.conditions
            .iter()
            .filter(|condition| condition.is_missing())
    }

    /// Every question on which the guide is silent or ambiguous.
    pub fn questions(&self) -> impl Iterator<Item = &Condition> {
        self.conditions
            .iter()
            .filter(|condition| condition.is_question())
    }

    /// A denial that rests on nothing but what is not known.
    #[must_use]
    pub fn is_undetermined(&self) -> bool {
        !self.decision.is_permit()
            && self
                .missing()
                .all(|condition| matches!(condition.outcome, Outcome::Undetermined(_)))
    }
}

impl AddressIndex {
    /// The answer to a request with everything that it rests on.
    ///
    /// Where there is no such right, the requirements are looked at as if there were one, so that
    /// whoever mends the first missing condition does not meet the next one afterwards. Where the index
    /// does not hold the party or the access point, those are that look at the other alone.
    #[must_use]
    pub fn explain(&self, request: &Request) -> Explanation {
        let mut conditions = Vec::with_capacity(32);
        let (decision, right) = self.explain_with(request, |condition| conditions.push(condition));
        Explanation {
            decision,
            right,
            conditions,
        }
    }

    /// The same without a list: each condition is handed over when it was looked at, and then come the decision and the right
    /// of an [`Explanation`].
    pub fn explain_with(
        &self,
        request: &Request,
        mut each: impl FnMut(Condition),
    ) -> (Decision, Option<Right>) {
        let store = &self.store;
        let subject = store.subjects.get(&request.subject).copied();
        let point = store.point_ids.get(&request.access_point).copied();
        let near = subject
            .zip(point)
            .and_then(|(s, p)| self.nearest(s, p, request));
        let case = RequestCase {
            store,
            request,
            subject,
            point,
            right: near,
        };
        let mut stands = true;
        let mut conditions = |condition: Condition| {
            stands &= !condition.is_missing();
            each(condition);
        };
        look(rows::OF_REQUESTS, case, request, &mut conditions);
        let none = Terms::default();
        let thought_of = RightCase {
            store,
            subject: subject.unwrap_or(ActorId::NOBODY),
            point: point.unwrap_or(NOWHERE),
            administrator: point.and_then(|point| store.administrator(point)),
            service: request.service,
            terms: &none,
            validity: Period::since(request.day),
            held: false,
            day: request.day,
        };
        let held = subject.zip(near);
        let held = held.and_then(|(subject, right)| case_of(store, subject, right));
        let mut right = held.unwrap_or(thought_of);
        right.day = request.day;
        let known = |link: &&Row<_>| link.about.is_known(subject.is_some(), point.is_some());
        look(
            rows::of_rights().filter(known),
            right,
            request,
            &mut conditions,
        );
        look(rows::OF_CARRIED, case, request, &mut conditions);
        if let Some(tenant) = rows::tenant(case) {
            look(rows::OF_TENANTS, tenant, request, &mut conditions);
        }
        let decision = match near {
            Some(right) if stands => Decision::Permit(RightId(right)),
            _ => Decision::Deny,
        };
        (decision, near.and_then(|right| self.right(RightId(right))))
    }

    /// The right to the triple on the day, else the one that ended last before it, else the next.
    fn nearest(&self, subject: ActorId, point: PointId, request: &Request) -> Option<u32> {
        let rights = &self.store.rights;
        let range = rights.of_subject(subject);
        let key = |right: u32| {
            let column = rights.get(right)?;
            Some((column.point, column.service, column.from))
        };
        let (mut low, mut high) = (range.start, range.end);
        let sought = (point, request.service, crate::day::Day::of(request.day));
        // The first right after the day; the order is that of the columns.
        while low < high {
            let middle = low.midpoint(high);
            match key(middle) {
                Some(key) if key <= sought => low = middle.saturating_add(1),
                _ => high = middle,
            }
        }
        let same = |&right: &u32| {
            range.contains(&right)
                && key(right).is_some_and(|(p, s, _)| (p, s) == (point, request.service))
        };
        low.checked_sub(1).filter(same).or(Some(low).filter(same))
    }
}

fn look<S: Subject + 'static>(
    table: impl IntoIterator<Item = &'static Row<S>>,
    view: S::View<'_>,
    request: &Request,
    conditions: &mut impl FnMut(Condition),
) {
    for link in table {
        let outcome = link.look(view, request.day);
        conditions(Condition {
            requirement: link.row.requirement,
            responsible: link.responsible.given(&outcome),
            outcome,
        });
    }
}
