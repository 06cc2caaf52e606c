//! Holds a plan against the rows.

use kanta_conformance::{AskedDay, Date, Days, FieldPath, Finding, Row, Subject, Undated};

use super::about::{About, AnyIntermediary, Counterpart, Point};
use super::subjects::Subjects;
use super::{CHAPTERS, Rows, certificates, trust};
use crate::plan::ConnectionPlan;

/// The plan as a whole.
static ROOT: FieldPath = FieldPath::ROOT;

/// Holds a plan against every row, as of a day.
///
/// `subjects` are those of the plan, worked out once however many days are asked about; `expected` is about how many
/// findings there will be.
pub(crate) fn findings<'a>(
    plan: &'a ConnectionPlan,
    subjects: &'a Subjects<'a>,
    day: Day<'a, '_>,
    expected: usize,
) -> Vec<Finding> {
    let mut run = Run {
        plan,
        day,
        findings: Vec::with_capacity(expected),
    };
    for rows in CHAPTERS.iter().copied().flatten() {
        run.kind(rows, subjects);
    }
    certificates::findings(
        plan,
        &subjects.certificates,
        &mut run.day,
        &mut run.findings,
    );
    trust::findings(plan, run.day.on, &mut run.findings);
    run.findings
}

fn pairs<'a, T>(
    paths: &'a [FieldPath],
    items: &'a [T],
) -> impl Iterator<Item = (&'a FieldPath, &'a T)> + Clone {
    paths.iter().zip(items)
}

/// The day of a run.
pub(crate) struct Day<'a, 'k> {
    pub(crate) on: Date,
    pub(crate) asked: &'a AskedDay,
    /// What no day changes, where several are asked about.
    pub(crate) before: Option<&'k mut Undated>,
}

impl<'a> Day<'a, '_> {
    /// What a row finds on this day.
    pub(super) fn find<S: Subject>(
        &mut self,
        row: &Row<S>,
        view: S::View<'a>,
        at: &FieldPath,
    ) -> Finding {
        let days = Days::asked(self.on);
        match self.before.as_deref_mut() {
            None => row.find(view, days, at),
            Some(before) => row.find_again(view, days, at, self.asked, before),
        }
    }
}

struct Run<'a, 'k> {
    plan: &'a ConnectionPlan,
    day: Day<'a, 'k>,
    findings: Vec<Finding>,
}

impl<'a> Run<'a, '_> {
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
                    asked: self.day.asked,
                    item,
                    at,
                };
                self.findings.push(self.day.find(row, view, at));
            }
        }
    }
}
