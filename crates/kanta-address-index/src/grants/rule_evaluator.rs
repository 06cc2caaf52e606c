//! On which days every row lets a right stand.

use kanta_conformance::{Bound, Outcome};

use crate::Service;
use crate::case::{OfRight, RightCase};
use crate::day::Day;
use crate::rows::{self, passes};
use crate::store::Changes;

type Link = rows::Link<OfRight>;
type Rows = Vec<(&'static Link, Vec<Day>)>;

/// Walks a right's days from change to change.
///
/// Rights that differ in nothing but the service follow each other, and what rows say that do not
/// look at the service is worked out once for all of them.
pub(crate) struct RuleEvaluator<'a> {
    /// The rows that do not look at the service, with the days on which they come into force or
    /// leave it.
    rows: Rows,
    /// For each service, those that may refuse a right to it.
    of_service: Vec<Rows>,
    /// The right last looked at.
    last: Option<RightCase<'a>>,
    /// What rows say of it and of every right that differs from it in nothing but the service.
    common: Applicable,
    /// The days on which these rows let it stand; none if they change too often.
    runs: Option<Vec<(Day, Day)>>,
    /// What rows that look at the service say of the right at hand.
    own: Applicable,
    days: Changes,
}

/// What some of the rows say of a right.
#[derive(Default)]
struct Applicable {
    /// They refuse it on every day.
    refused: bool,
    /// Those that speak about it, and whose answer may change.
    applicable: Vec<&'static Link>,
    /// The days on which it may.
    days: Changes,
}

impl Applicable {
    /// Asks the rows. Whether one speaks about a right does not depend on the day.
    fn collect(
        &mut self,
        rows: &[(&'static Link, Vec<Day>)],
        case: RightCase<'_>,
        window: (Day, Day),
    ) {
        self.refused = false;
        self.applicable.clear();
        self.days.clear();
        for (link, bounds) in rows {
            if link.changes.is_none() && bounds.is_empty() {
                // The same on every day, and in force, or asked as if it were.
                if passes(&link.row.look(case)) {
                    continue;
                }
                self.refused = true;
                return;
            }
            if link.row.look(case) == Outcome::NotApplicable {
                continue;
            }
            for &bound in bounds {
                self.days.push(bound);
            }
            if let Some(changes) = link.changes {
                changes(case, window, &mut self.days);
            }
            self.applicable.push(link);
        }
    }

    /// Whether all that speak let the right stand.
    fn stands(&self, case: RightCase<'_>) -> bool {
        let mut applicable = self.applicable.iter();
        applicable.all(|link| passes(&link.look(case, case.day)))
    }
}

impl<'a> RuleEvaluator<'a> {
    pub(crate) fn new() -> Self {
        let of_service = Service::ALL.iter().map(|&service| {
            let refuses = |link: &Link| link.refuses.is_some_and(|refuses| refuses(service));
            with_bounds(rows::of_rights().filter(|link| refuses(link)))
        });
        Self {
            rows: with_bounds(rows::of_rights().filter(|link| link.refuses.is_none())),
            of_service: of_service.collect(),
            last: None,
            common: Applicable::default(),
            runs: None,
            own: Applicable::default(),
            days: Changes::default(),
        }
    }

    /// Gives each run of days on which every row passes; none if the days change too often.
    pub(crate) fn permitted(
        &mut self,
        case: RightCase<'a>,
        window: (Day, Day),
        mut add: impl FnMut(Day, Day),
    ) -> Option<()> {
        if !self.last.is_some_and(|last| same_but_service(last, case)) {
            self.common.collect(&self.rows, case, window);
            let mut runs = self.runs.take().unwrap_or_default();
            runs.clear();
            if !self.common.refused {
                self.days.clear();
                self.days.append(&self.common.days);
                let add = |from, until| runs.push((from, until));
                let stands = |case| self.common.stands(case);
                self.runs = walk(&mut self.days, window, case, stands, add).map(|()| runs);
            }
        }
        self.last = Some(case);
        if self.common.refused {
            return Some(());
        }
        let own = self.of_service.get(case.service as usize);
        self.own
            .collect(own.map_or(&[], Vec::as_slice), case, window);
        if self.own.refused {
            return Some(());
        }
        if self.own.applicable.is_empty() {
            for &(from, until) in self.runs.as_ref()? {
                add(from, until);
            }
            return Some(());
        }
        self.days.clear();
        self.days.append(&self.common.days);
        self.days.append(&self.own.days);
        let stands = |case| self.common.stands(case) && self.own.stands(case);
        walk(&mut self.days, window, case, stands, add)
    }
}

fn with_bounds(rows: impl Iterator<Item = &'static Link>) -> Rows {
    rows.map(|link| (link, bounds(link))).collect()
}

/// Whether two rights of one store are the same, but perhaps for the service.
fn same_but_service(one: RightCase<'_>, other: RightCase<'_>) -> bool {
    (one.subject, one.point, one.validity) == (other.subject, other.point, other.validity)
        && core::ptr::eq(one.terms, other.terms)
}

/// Gives each run of days on which the right stands; none if the days change too often.
fn walk<'a>(
    days: &mut Changes,
    window: (Day, Day),
    mut case: RightCase<'a>,
    stands: impl Fn(RightCase<'a>) -> bool,
    mut add: impl FnMut(Day, Day),
) -> Option<()> {
    let inside = days.sorted_within(window)?;
    let mut run: Option<Day> = None;
    for &from in core::iter::once(&window.0).chain(inside) {
        if let Some(date) = from.date() {
            case.day = date;
        }
        run = match (run, stands(case)) {
            (None, true) => Some(from),
            (Some(start), false) => {
                add(start, from);
                None
            }
            (run, _) => run,
        };
    }
    if let Some(start) = run {
        add(start, window.1);
    }
    Some(())
}

/// The days on which a row comes to be asked, or no longer is.
///
/// While it is not known whether a row is in force it is asked as if it were, so that a start with
/// no known day before it is none.
fn bounds(link: &Link) -> Vec<Day> {
    let force = link.row.requirement.in_force();
    let mut days = Vec::new();
    match force.from {
        Bound::Open | Bound::Between { not_yet: None, .. } => {}
        Bound::On(date) => days.push(Day::of(date)),
        Bound::Between {
            not_yet: Some(not_yet),
            ..
        }
        | Bound::NotYet(not_yet) => days.push(Day::of(not_yet.plus_days(1))),
    }
    match force.until {
        Bound::Open | Bound::NotYet(_) => {}
        Bound::On(date) | Bound::Between { seen: date, .. } => days.push(Day::of(date)),
    }
    days
}
