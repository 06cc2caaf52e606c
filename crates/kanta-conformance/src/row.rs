//! One row of the law: a requirement and its check, and how a subject is judged by it.

use core::fmt;

use crate::{Certainty, Date, FieldPath, Finding, Force, JudgedOn, Outcome, Requirement, Why};

/// A kind of thing that requirements speak about: a party, a link, a certificate.
pub trait Subject {
    /// One of them, as a check sees it.
    type View<'a>: Copy;
}

/// The days that a judgement needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The day asked about.
    pub asked: Date,
    /// The day on which the subject was issued, for a certificate.
    pub issued: Option<Date>,
}

impl Days {
    /// A subject that is judged by the day asked about alone.
    #[must_use]
    pub const fn asked(day: Date) -> Self {
        Self {
            asked: day,
            issued: None,
        }
    }
}

/// One row of the law: a requirement, and the function that looks whether one subject meets it.
pub struct Row<S: Subject> {
    /// The requirement.
    pub requirement: &'static Requirement,
    /// Looks at one subject. It looks neither at the dates in [`Requirement::in_force`] nor at the certainty.
    pub check: for<'a> fn(S::View<'a>) -> Outcome,
}

impl<S: Subject> fmt::Debug for Row<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Row").field(&self.requirement.id()).finish()
    }
}

impl<S: Subject> Row<S> {
    /// What the check says of one subject, whatever the day; what an interpreted requirement would call violated is
    /// [`Why::ByReading`].
    #[must_use]
    pub fn look(&self, view: S::View<'_>) -> Outcome {
        let outcome = (self.check)(view);
        if self.requirement.certainty() != Certainty::Interpreted {
            return outcome;
        }
        outcome.by_reading(
            self.requirement
                .reading()
                .unwrap_or(self.requirement.statement()),
        )
    }

    /// Judges one subject: dates first, then the check.
    ///
    /// Where it is unknown whether the requirement was in force, the answer is [`Why::DateUnknown`],
    /// unless it does not speak about the subject at all. `at` is the subject.
    #[must_use]
    pub fn judge(&self, view: S::View<'_>, days: Days, at: &FieldPath) -> Outcome {
        match self.requirement.force(days) {
            None => Outcome::missing(at.field(self.requirement.field())),
            Some(Force::No) => Outcome::NotInForce,
            Some(Force::Yes) => self.look(view),
            Some(Force::Unknown) => undated(&self.look(view)),
        }
    }

    /// Judges one subject and says where it stands.
    #[must_use]
    pub fn find(&self, view: S::View<'_>, days: Days, at: &FieldPath) -> Finding {
        Finding {
            requirement: self.requirement,
            path: at.field(self.requirement.field()),
            outcome: self.judge(view, days, at),
            ground: None,
        }
    }
}

impl Requirement {
    /// Whether it is in force on the day that decides; none where that day is not known.
    pub(crate) fn force(&self, days: Days) -> Option<Force> {
        let day = match self.judged_on() {
            JudgedOn::DayAsked => days.asked,
            JudgedOn::DayIssued => days.issued?,
        };
        Some(self.in_force().on(day))
    }
}

/// What is said on a day of which it is not known whether the requirement was in force.
pub(crate) fn undated(outcome: &Outcome) -> Outcome {
    match outcome {
        Outcome::NotApplicable => Outcome::NotApplicable,
        _ => Outcome::Undetermined(Why::DateUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{InForce, Text, Value, text};

    const DAY: Date = Date::constant(2019, 5, 10);

    struct Fact;
    impl Subject for Fact {
        type View<'a> = bool;
    }

    const TEXT: Text = text! { en: "a", fi: "b", sv: "c" };
    const READING: Text = text! { en: "read", fi: "luettu", sv: "last" };

    static REQUIREMENTS: [Requirement; 4] = [
        requirement(Certainty::Documented),
        requirement(Certainty::Interpreted),
        requirement(Certainty::Inferred),
        requirement(Certainty::Observed),
    ];

    const fn requirement(certainty: Certainty) -> Requirement {
        Requirement::must("a/b")
            .with_statement(TEXT)
            .with_fault(TEXT)
            .with_remedy(TEXT)
            .with_reading(READING)
            .with_certainty(certainty)
            .with_in_force(InForce::from(DAY))
    }

    fn row(certainty: Certainty) -> Row<Fact> {
        let mut all = REQUIREMENTS.iter();
        Row {
            requirement: all.find(|its| its.certainty() == certainty).unwrap(),
            check: |fact| match fact {
                true => Outcome::Satisfied,
                false => Outcome::violated(Value::Count(1), Value::Count(2)),
            },
        }
    }

    #[test]
    fn what_an_interpreted_row_would_violate_is_not_known_and_keeps_what_was_found() {
        let (asked, before) = (Days::asked(DAY), Days::asked(DAY.plus_days(-1)));
        let interpreted = row(Certainty::Interpreted);
        let outcome = interpreted.judge(false, asked, &FieldPath::ROOT);
        let violated = row(Certainty::Documented).judge(false, asked, &FieldPath::ROOT);
        assert_eq!(outcome, violated.clone().by_reading(READING));
        assert_ne!(outcome, violated);
        let Outcome::Undetermined(why) = &outcome else {
            panic!("{outcome:?}");
        };
        assert!(why.takes_a_ruling());
        assert_eq!(why.code(), "guide-ambiguous");
        assert_eq!(
            interpreted.judge(true, asked, &FieldPath::ROOT),
            Outcome::Satisfied
        );
        assert_eq!(
            interpreted.judge(false, before, &FieldPath::ROOT),
            Outcome::NotInForce
        );
        for certainty in [Certainty::Inferred, Certainty::Observed] {
            assert_eq!(
                row(certainty).judge(false, asked, &FieldPath::ROOT),
                violated
            );
        }
    }
}
