//! Judging on one day after the other: what no day changes is judged once.

use alloc::{boxed::Box, vec::Vec};
use core::cell::Cell;
use core::fmt;

use crate::row::undated;
use crate::{Date, Days, FieldPath, Finding, Force, Outcome, Requirement, Row, Subject};

/// The day asked about. It notes whether anybody looked at it.
#[derive(Clone, Debug)]
pub struct AskedDay {
    day: Cell<Date>,
    was_read: Cell<bool>,
}

impl AskedDay {
    /// That day, at which nobody has looked.
    #[must_use]
    pub const fn new(day: Date) -> Self {
        Self {
            day: Cell::new(day),
            was_read: Cell::new(false),
        }
    }

    /// The day; what is made of it rests on it.
    #[must_use]
    pub fn get(&self) -> Date {
        self.was_read.set(true);
        self.day.get()
    }

    /// What `look` says, and whether it looked at the day.
    fn watch(&self, look: impl FnOnce() -> Outcome) -> (Outcome, bool) {
        self.was_read.set(false);
        (look(), self.was_read.get())
    }
}

/// Rows and their subjects, judged on one day after the other: a check that does not look at the day is run once.
pub struct EachDay<'a> {
    asked: &'a AskedDay,
    pairs: Vec<Pair<'a>>,
}

/// A row and one subject.
struct Pair<'a> {
    requirement: &'static Requirement,
    path: FieldPath,
    issued: Option<Date>,
    look: Look<'a>,
    /// Whether it was in force on the day that was told last.
    told: Option<Option<Force>>,
}

/// What the check says of the subject.
enum Look<'a> {
    /// The same on every day.
    Always(Outcome),
    /// It rests on the day.
    OnItsDay(Box<dyn Fn() -> Outcome + 'a>),
}

impl<'a> EachDay<'a> {
    /// No rows yet. `asked` is what the views of the subjects take the day from.
    #[must_use]
    pub const fn new(asked: &'a AskedDay) -> Self {
        Self {
            asked,
            pairs: Vec::new(),
        }
    }

    /// How many findings there are on each day.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// A row and one subject; `issued` is the day on which a certificate was issued, and `at` is the subject.
    pub fn add<S: Subject>(
        &mut self,
        row: &'static Row<S>,
        view: S::View<'a>,
        issued: Option<Date>,
        at: &FieldPath,
    ) {
        let (outcome, on_its_day) = self.asked.watch(|| row.look(view));
        self.pairs.push(Pair {
            requirement: row.requirement,
            path: at.field(row.requirement.field()),
            issued,
            look: if on_its_day {
                Look::OnItsDay(Box::new(move || row.look(view)))
            } else {
                Look::Always(outcome)
            },
            told: None,
        });
    }

    /// What the rows find on a day: for each the finding of [`Row::find`], in the order in which they were added.
    ///
    /// `findings` is empty, or is what this left there for another day: what the day does not change stays as it is, what was
    /// settled by attestations is found anew, and what stands behind is cut off.
    pub fn find(&mut self, day: Date, findings: &mut Vec<Finding>) {
        self.asked.day.set(day);
        let ours = findings.len().min(self.pairs.len());
        findings.truncate(ours);
        let (known, new) = self.pairs.split_at_mut(ours);
        for (pair, finding) in known.iter_mut().zip(findings.iter_mut()) {
            let force = pair.force(day);
            if pair.told != Some(force) || pair.rests_on_its_day(force) || finding.ground.is_some()
            {
                finding.outcome = pair.outcome(force);
                finding.ground = None;
            }
            pair.told = Some(force);
        }
        findings.extend(new.iter_mut().map(|pair| {
            let force = pair.force(day);
            pair.told = Some(force);
            Finding {
                requirement: pair.requirement,
                path: pair.path.clone(),
                outcome: pair.outcome(force),
                ground: None,
            }
        }));
    }
}

impl Pair<'_> {
    fn force(&self, asked: Date) -> Option<Force> {
        let issued = self.issued;
        self.requirement.force(Days { asked, issued })
    }

    const fn rests_on_its_day(&self, force: Option<Force>) -> bool {
        matches!(self.look, Look::OnItsDay(_)) && matches!(force, Some(Force::Yes | Force::Unknown))
    }

    fn outcome(&self, force: Option<Force>) -> Outcome {
        let Some(force) = force else {
            return Outcome::missing(self.path.clone());
        };
        match (force, &self.look) {
            (Force::No, _) => Outcome::NotInForce,
            (Force::Yes, Look::Always(outcome)) => outcome.clone(),
            (Force::Yes, Look::OnItsDay(look)) => look(),
            (Force::Unknown, Look::Always(outcome)) => undated(outcome),
            (Force::Unknown, Look::OnItsDay(look)) => undated(&look()),
        }
    }
}

impl fmt::Debug for EachDay<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EachDay")
            .field("asked", &self.asked)
            .field("pairs", &self.pairs.len())
            .finish()
    }
}
