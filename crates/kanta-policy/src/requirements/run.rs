//! Holds a plan against the rows.

use kanta_conformance::{AskedDay, Date, Days, EachDay, Edition, FieldPath, Finding, Row, Subject};

use super::about::{About, AnyIntermediary, Counterpart, Point};
use super::subjects::Subjects;
use super::{CHAPTERS, Rows, trust};
use crate::plan::ConnectionPlan;

/// The plan as a whole.
static ROOT: FieldPath = FieldPath::ROOT;

/// What is done with a row and one subject of it.
pub(super) trait Judge<'a> {
    fn row<S: Subject>(&mut self, row: &'static Row<S>, view: S::View<'a>, at: &FieldPath);
}

/// One day, and what is found on it.
pub(super) struct OneDay {
    on: Date,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Judge<'a> for OneDay {
    fn row<S: Subject>(&mut self, row: &'static Row<S>, view: S::View<'a>, at: &FieldPath) {
        self.findings.push(row.find(view, Days::asked(self.on), at));
    }
}

impl<'a> Judge<'a> for EachDay<'a> {
    fn row<S: Subject>(&mut self, row: &'static Row<S>, view: S::View<'a>, at: &FieldPath) {
        self.add(row, view, None, at);
    }
}

/// Holds a plan against every row, as of a day; `expected` is about how many findings there will be.
pub(crate) fn findings(plan: &ConnectionPlan, on: Date, expected: usize) -> Vec<Finding> {
    let (subjects, asked) = (Subjects::of(plan), AskedDay::new(on));
    let mut day = OneDay {
        on,
        findings: Vec::with_capacity(expected),
    };
    run(plan, &subjects, &asked, &mut day);
    for certificate in &subjects.certificates.asked(plan, on) {
        certificate.find(plan, &asked, &mut day);
    }
    trust::findings(plan, on, &mut day.findings);
    day.findings
}

/// The same under each of these editions, on its day; `told` is given the findings of each, of which those of the next are
/// made.
pub(crate) fn findings_each_edition(
    plan: &ConnectionPlan,
    editions: &'static [Edition],
    mut told: impl FnMut(&'static Edition, &mut Vec<Finding>),
) {
    let Some(first) = editions.first().map(|edition| edition.date) else {
        return;
    };
    let (subjects, asked) = (Subjects::of(plan), AskedDay::new(first));
    let certificates = subjects.certificates.asked(plan, first);
    let examinations: Vec<_> = certificates
        .iter()
        .map(|its| its.examination(&asked))
        .collect();
    let mut each_day = EachDay::new(&asked);
    run(plan, &subjects, &asked, &mut each_day);
    for (certificate, examination) in certificates.iter().zip(&examinations) {
        certificate.add_to(examination, plan, &asked, &mut each_day);
    }
    let mut findings = Vec::with_capacity(each_day.len());
    for edition in editions {
        each_day.find(edition.date, &mut findings);
        trust::findings(plan, edition.date, &mut findings);
        told(edition, &mut findings);
    }
}

/// Brings every subject of a plan before the rows that speak about it, but for the certificates.
fn run<'a>(
    plan: &'a ConnectionPlan,
    subjects: &'a Subjects<'a>,
    asked: &'a AskedDay,
    judge: &mut impl Judge<'a>,
) {
    let mut run = Run { plan, asked, judge };
    for rows in CHAPTERS.iter().copied().flatten() {
        run.kind(rows, subjects);
    }
}

fn pairs<'a, T>(
    paths: &'a [FieldPath],
    items: &'a [T],
) -> impl Iterator<Item = (&'a FieldPath, &'a T)> + Clone {
    paths.iter().zip(items)
}

struct Run<'a, 'j, J> {
    plan: &'a ConnectionPlan,
    asked: &'a AskedDay,
    judge: &'j mut J,
}

impl<'a, J: Judge<'a>> Run<'a, '_, J> {
    /// Holds every subject of a kind against the rows that speak about it.
    fn kind(&mut self, rows: &'static Rows, subjects: &'a Subjects<'a>) {
        let plan = self.plan;
        match rows {
            Rows::Plan(rows) => self.rows(rows, [(&ROOT, ())]),
            Rows::Party(rows) => self.rows(rows, [(&subjects.party, ())]),
            Rows::AnyIntermediaries(rows) => {
                let named = pairs(&subjects.intermediaries, &plan.intermediaries)
                    .map(|(at, item)| (at, AnyIntermediary::Named(item)));
                let party = plan
                    .party
                    .iter()
                    .map(|party| (&subjects.party, AnyIntermediary::Party(party)));
                self.rows(rows, named.chain(party));
            }
            Rows::Counterparts(rows) => {
                let intermediaries = pairs(&subjects.intermediaries, &plan.intermediaries)
                    .map(|(at, item)| (at, Counterpart::Intermediary(item)));
                let other_parties = pairs(&subjects.other_parties, &plan.other_parties)
                    .map(|(at, item)| (at, Counterpart::OtherParty(item)));
                self.rows(rows, intermediaries.chain(other_parties));
            }
            Rows::Tenants(rows) => self.rows(rows, pairs(&subjects.tenants, &plan.tenants)),
            Rows::Pharmacies(rows) => {
                self.rows(rows, pairs(&subjects.pharmacies, &plan.pharmacies));
            }
            Rows::Systems(rows) => self.rows(rows, pairs(&subjects.systems, &plan.systems)),
            Rows::Uses(rows) => self.rows(rows, pairs(&subjects.uses, &plan.uses)),
            Rows::AccessPoints(rows) => {
                self.rows(rows, pairs(&subjects.access_points, &plan.access_points));
            }
            Rows::Addresses(rows) => {
                self.rows(
                    rows,
                    subjects.addresses.iter().map(|(at, item)| (at, *item)),
                );
            }
            Rows::ConsolidationPoints(rows) => {
                let points = pairs(&subjects.consolidation_points, &plan.consolidation_points);
                self.rows(rows, points);
            }
            Rows::Points(rows) => {
                let access = pairs(&subjects.access_points, &plan.access_points)
                    .map(|(at, point)| (at, Point::Access(point)));
                let consolidation =
                    pairs(&subjects.consolidation_points, &plan.consolidation_points)
                        .map(|(at, point)| (at, Point::Consolidation(point)));
                self.rows(rows, access.chain(consolidation));
            }
            Rows::Links(rows) => self.rows(rows, pairs(&subjects.links, &plan.links)),
            Rows::LinkPairs(rows) => {
                self.rows(
                    rows,
                    subjects.link_pairs.iter().map(|(at, item)| (at, *item)),
                );
            }
            Rows::Volume(rows) => self.rows(rows, [(&subjects.volume, &plan.volume)]),
        }
    }

    fn rows<S, T, I>(&mut self, rows: &'static [Row<S>], subjects: I)
    where
        S: Subject<View<'a> = About<'a, T>>,
        I: IntoIterator<Item = (&'a FieldPath, T)> + Clone,
    {
        for row in rows {
            for (at, item) in subjects.clone() {
                let view = About {
                    plan: self.plan,
                    asked: self.asked,
                    item,
                    at,
                };
                self.judge.row(row, view, at);
            }
        }
    }
}
