//! What a requirement is, and when it is in force.

use crate::undated::Found;
use crate::{AskedDay, Citation, Date, FieldPath, Finding, Outcome, Text, Undated, Why};

/// How binding a requirement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Level {
    /// Binding: one violation makes the plan non-conforming.
    Must,
    /// Recommended: listed, without changing the verdict.
    Should,
    /// Worth knowing: no document states it as a duty.
    Note,
}

/// How the requirement is known. Only a documented or an interpreted one can be [`Level::Must`] or [`Level::Should`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Certainty {
    /// A text states it.
    Documented,
    /// It is our reading of a text that informs, permits or describes an example: what would violate it is not known.
    Interpreted,
    /// It follows from texts, by a reason.
    Inferred,
    /// It was seen in the field, for example in real certificates.
    Observed,
}

/// What a finding rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Evidence {
    /// Computed from bytes and numbers.
    Computed,
    /// A fact that the plan states.
    Stated,
    /// What no program can compute: somebody attests it.
    Attested,
}

/// The day that decides whether the requirement is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum JudgedOn {
    /// The day asked about.
    DayAsked,
    /// The day on which the subject (a certificate) was issued.
    DayIssued,
}

/// One end of the time in which a requirement is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum Bound {
    /// No end on this side.
    Open,
    /// That day: the first in force, or the first no longer in force.
    On(Date),
    /// Some unknown day between two known ones.
    Between {
        /// The last day of which it is known that the bound was not yet passed; none if no such day is known.
        not_yet: Option<Date>,
        /// The first day of which it is known that it was.
        seen: Date,
    },
    /// The last day of which it is known that the bound was not yet passed; nothing is known of later days.
    NotYet(Date),
}

impl Bound {
    /// Whether the bound has been passed on that day; none where that is unknown or there is no bound.
    fn passed(self, day: Date) -> Option<bool> {
        match self {
            Self::Open => None,
            Self::On(date) => Some(day >= date),
            Self::Between { seen, .. } if day >= seen => Some(true),
            Self::Between {
                not_yet: Some(not_yet),
                ..
            }
            | Self::NotYet(not_yet)
                if day <= not_yet =>
            {
                Some(false)
            }
            Self::Between { .. } | Self::NotYet(_) => None,
        }
    }
}

/// Whether a requirement is in force on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Force {
    /// It is.
    Yes,
    /// It is not: not yet, or no longer.
    No,
    /// The documents do not tell.
    Unknown,
}

/// The time in which a requirement is in force; half-open: the last day is not part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct InForce {
    /// When it starts.
    pub from: Bound,
    /// When it ends.
    pub until: Bound,
}

impl InForce {
    /// In force in edition 3.18 and, as that edition changed names only, since 3.17 (1.9.2025);
    /// whether it was before is not known.
    pub const SINCE_3_17_AT_LEAST: Self = Self::seen(Date::constant(2025, 9, 1));

    /// In force from that day on.
    #[must_use]
    pub const fn from(day: Date) -> Self {
        Self {
            from: Bound::On(day),
            until: Bound::Open,
        }
    }

    /// First seen in force on that day; since when is not known.
    #[must_use]
    pub const fn seen(day: Date) -> Self {
        Self {
            from: Bound::Between {
                not_yet: None,
                seen: day,
            },
            until: Bound::Open,
        }
    }

    /// Whether it is in force on that day.
    #[must_use]
    pub fn on(self, day: Date) -> Force {
        let started = match self.from {
            Bound::Open => Some(true),
            bound => bound.passed(day),
        };
        let ended = match self.until {
            Bound::Open => Some(false),
            bound => bound.passed(day),
        };
        match (started, ended) {
            (Some(false), _) | (_, Some(true)) => Force::No,
            (Some(true), Some(false)) => Force::Yes,
            _ => Force::Unknown,
        }
    }
}

/// A rule of a document: its words, its clause, how binding it is, and when it is in force.
#[derive(Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Requirement {
    /// Document and fault in words, for example `connection-models/address-not-fixed`. Once published, its meaning stays.
    pub id: &'static str,
    /// Where it stands, by edition.
    pub citations: &'static [Citation],
    /// What it asks for.
    pub statement: Text,
    /// The fault, as the sentence that a report opens with.
    pub fault: Text,
    /// What to do about it, or whom to ask.
    pub remedy: Text,
    /// The reading taken where the text is ambiguous; an interpreted requirement rests on it.
    pub reading: Option<Text>,
    /// Why it exists, where that is worth saying.
    pub purpose: Option<Text>,
    /// A fragment of a plan or of an index that breaks it, and the same fragment mended.
    pub example: Option<Example>,
    /// How binding it is.
    pub level: Level,
    /// How it is known.
    pub certainty: Certainty,
    /// What its findings rest on.
    pub evidence: Evidence,
    /// When it is in force.
    pub in_force: InForce,
    /// The day that decides whether it is.
    pub judged_on: JudgedOn,
    /// The fields that it reads, as people write them in a plan; the first is the one that findings point to.
    pub fields: &'static [&'static str],
}

/// A fragment of a plan or of an index that breaks a requirement, and the same fragment mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Example {
    /// What breaks it.
    pub before: &'static str,
    /// What satisfies it.
    pub after: &'static str,
}

impl Requirement {
    /// The field that findings point to; empty when it is the subject as a whole.
    #[must_use]
    pub fn field(&self) -> &'static str {
        self.fields.first().copied().unwrap_or_default()
    }
}

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

impl<S: Subject> Row<S> {
    /// What the check says of one subject, whatever the day; what an interpreted requirement would call violated is
    /// [`Why::ByReading`].
    #[must_use]
    pub fn look(&self, view: S::View<'_>) -> Outcome {
        let outcome = (self.check)(view);
        if self.requirement.certainty != Certainty::Interpreted {
            return outcome;
        }
        outcome.by_reading(
            self.requirement
                .reading
                .unwrap_or(self.requirement.statement),
        )
    }

    /// Judges one subject: dates first, then the check.
    ///
    /// Where it is unknown whether the requirement was in force, the answer is [`Why::DateUnknown`],
    /// unless it does not speak about the subject at all. `at` is the subject.
    #[must_use]
    pub fn judge(&self, view: S::View<'_>, days: Days, at: &FieldPath) -> Outcome {
        match self.force(days) {
            None => Outcome::missing(at.field(self.requirement.field())),
            Some(Force::No) => Outcome::NotInForce,
            Some(Force::Yes) => self.look(view),
            Some(Force::Unknown) => undated(&self.look(view)),
        }
    }

    /// Whether the requirement is in force on the day that decides; none where that day is not known.
    fn force(&self, days: Days) -> Option<Force> {
        let day = match self.requirement.judged_on {
            JudgedOn::DayAsked => days.asked,
            JudgedOn::DayIssued => days.issued?,
        };
        Some(self.requirement.in_force.on(day))
    }

    /// Judges one subject and says where it stands.
    #[must_use]
    pub fn find(&self, view: S::View<'_>, days: Days, at: &FieldPath) -> Finding {
        self.finding(at, self.judge(view, days, at))
    }

    /// The same on the next of several days: what did not look at the day stands.
    ///
    /// `asked` is what the view takes the day from.
    #[must_use]
    pub fn find_again(
        &self,
        view: S::View<'_>,
        days: Days,
        at: &FieldPath,
        asked: &AskedDay,
        before: &mut Undated,
    ) -> Finding {
        let found = before.next();
        let outcome = match (self.force(days), found) {
            (None | Some(Force::No), _) | (_, None) => self.judge(view, days, at),
            (Some(force), Some(found)) => {
                if matches!(found, Found::Nothing) {
                    let (outcome, on_its_day) = asked.watch(|| self.look(view));
                    *found = match on_its_day {
                        true => Found::OnItsDay,
                        false => Found::Always(outcome),
                    };
                }
                match (found, force) {
                    (Found::Always(outcome), Force::Yes) => outcome.clone(),
                    (Found::Always(outcome), _) => undated(outcome),
                    _ => self.judge(view, days, at),
                }
            }
        };
        self.finding(at, outcome)
    }

    fn finding(&self, at: &FieldPath, outcome: Outcome) -> Finding {
        Finding {
            requirement: self.requirement,
            path: at.field(self.requirement.field()),
            outcome,
            ground: None,
        }
    }
}

/// What is said on a day of which it is not known whether the requirement was in force.
const fn undated(outcome: &Outcome) -> Outcome {
    match outcome {
        Outcome::NotApplicable => Outcome::NotApplicable,
        _ => Outcome::Undetermined(Why::DateUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    const DAY: Date = Date::constant(2019, 5, 10);
    const LATER: Date = Date::constant(2025, 9, 1);

    #[test]
    fn a_known_day_decides_from_that_day_on() {
        let rule = InForce {
            from: Bound::On(DAY),
            until: Bound::On(LATER),
        };
        assert_eq!(rule.on(DAY.plus_days(-1)), Force::No);
        assert_eq!(rule.on(DAY), Force::Yes);
        assert_eq!(rule.on(LATER.plus_days(-1)), Force::Yes);
        assert_eq!(rule.on(LATER), Force::No);
    }

    #[test]
    fn between_two_known_days_nothing_is_known() {
        let rule = InForce {
            from: Bound::Between {
                not_yet: Some(DAY),
                seen: LATER,
            },
            until: Bound::Open,
        };
        assert_eq!(rule.on(DAY), Force::No);
        assert_eq!(rule.on(DAY.plus_days(1)), Force::Unknown);
        assert_eq!(rule.on(LATER.plus_days(-1)), Force::Unknown);
        assert_eq!(rule.on(LATER), Force::Yes);
        let ending = InForce {
            from: Bound::Open,
            until: Bound::Between {
                not_yet: Some(DAY),
                seen: LATER,
            },
        };
        assert_eq!(ending.on(DAY), Force::Yes);
        assert_eq!(ending.on(DAY.plus_days(1)), Force::Unknown);
        assert_eq!(ending.on(LATER), Force::No);
    }

    #[test]
    fn after_the_last_known_day_nothing_is_known() {
        let rule = InForce {
            from: Bound::On(DAY),
            until: Bound::NotYet(LATER),
        };
        assert_eq!(rule.on(DAY.plus_days(-1)), Force::No);
        assert_eq!(rule.on(DAY), Force::Yes);
        assert_eq!(rule.on(LATER), Force::Yes);
        assert_eq!(rule.on(LATER.plus_days(1)), Force::Unknown);
        let coming = InForce {
            from: Bound::NotYet(DAY),
            until: Bound::Open,
        };
        assert_eq!(coming.on(DAY), Force::No);
        assert_eq!(coming.on(DAY.plus_days(1)), Force::Unknown);
    }

    #[test]
    fn a_rule_that_ended_is_gone_even_if_its_start_is_unknown() {
        let rule = InForce {
            from: Bound::Between {
                not_yet: None,
                seen: LATER,
            },
            until: Bound::On(DAY),
        };
        assert_eq!(rule.on(DAY), Force::No);
        assert_eq!(rule.on(DAY.plus_days(-1)), Force::Unknown);
    }

    struct Fact;
    impl Subject for Fact {
        type View<'a> = bool;
    }

    const TEXT: Text = Text::new("a", "b", "c");
    const READING: Text = Text::new("read", "luettu", "last");

    static REQUIREMENTS: [Requirement; 4] = [
        requirement(Certainty::Documented),
        requirement(Certainty::Interpreted),
        requirement(Certainty::Inferred),
        requirement(Certainty::Observed),
    ];

    const fn requirement(certainty: Certainty) -> Requirement {
        Requirement {
            id: "a/b",
            citations: &[],
            statement: TEXT,
            fault: TEXT,
            remedy: TEXT,
            reading: Some(READING),
            purpose: None,
            example: None,
            level: Level::Must,
            certainty,
            evidence: Evidence::Stated,
            in_force: InForce::from(DAY),
            judged_on: JudgedOn::DayAsked,
            fields: &[],
        }
    }

    fn row(certainty: Certainty) -> Row<Fact> {
        let mut all = REQUIREMENTS.iter();
        Row {
            requirement: all.find(|its| its.certainty == certainty).unwrap(),
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
