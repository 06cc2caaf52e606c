//! Judging on one day after the other is judging on each day by itself, and no check is run more often than days ask for.

use std::cell::Cell;

use kanta_conformance::{
    AskedDay, Bound, Certainty, Date, Days, EachDay, FieldPath, Finding, Ground, InForce, JudgedOn,
    Outcome, Requirement, Row, Ruling, Subject, Text, Value, Why, text,
};
use proptest::prelude::*;

const WORDS: Text = text! { en: "a", fi: "b", sv: "c" };
const READING: Text = text! { en: "read so", fi: "luettu näin", sv: "läst så" };
const START: Date = Date::constant(2019, 5, 10);
const END: Date = Date::constant(2025, 9, 1);

/// What is known of a subject.
#[derive(Clone, Copy, Debug)]
enum Fact {
    /// It is so, or it is not, on whatever day.
    Plain(bool),
    /// It is so until that day.
    Until(Date),
    /// The row does not speak about it.
    OutOfPlace,
    /// Nothing.
    Unknown,
}

/// A subject as a check sees it, and how often one has looked.
#[derive(Clone, Copy)]
struct Seen<'a> {
    fact: Fact,
    asked: &'a AskedDay,
    runs: &'a Cell<usize>,
}

struct Things;
impl Subject for Things {
    type View<'a> = Seen<'a>;
}

fn look(seen: Seen<'_>) -> Outcome {
    seen.runs.set(seen.runs.get() + 1);
    let broken = || Outcome::violated(Value::Count(1), Value::Term(WORDS));
    match seen.fact {
        Fact::Plain(true) => Outcome::Satisfied,
        Fact::Plain(false) => broken(),
        Fact::Until(day) if seen.asked.get() < day => Outcome::Satisfied,
        Fact::Until(_) => broken(),
        Fact::OutOfPlace => Outcome::NotApplicable,
        Fact::Unknown => Outcome::missing(FieldPath::table("thing").field("fact")),
    }
}

const fn row(requirement: &'static Requirement) -> Row<Things> {
    Row {
        requirement,
        check: look,
    }
}

const BASE: Requirement = Requirement::must("test/each-day")
    .with_statement(WORDS)
    .with_fields(&["fact"]);
const BOUNDED: InForce = InForce {
    from: Bound::On(START),
    until: Bound::On(END),
};
const SEEN: InForce = InForce {
    from: Bound::Between {
        not_yet: Some(START),
        seen: END,
    },
    until: Bound::Open,
};

static ROWS: [Row<Things>; 6] = [
    row(&BASE.with_in_force(InForce::ALWAYS)),
    row(&BASE.with_in_force(BOUNDED)),
    row(&BASE.with_in_force(SEEN)),
    row(&BASE
        .with_in_force(BOUNDED)
        .with_certainty(Certainty::Interpreted)
        .with_reading(READING)),
    row(&BASE
        .with_in_force(BOUNDED)
        .with_judged_on(JudgedOn::DayIssued)),
    row(&BASE.with_in_force(SEEN).with_judged_on(JudgedOn::DayIssued)),
];

/// Days on both sides of the limits, and any others.
fn days() -> impl Strategy<Value = Date> {
    prop_oneof![
        (-1_i32..=1).prop_map(|by| START.plus_days(by)),
        (-1_i32..=1).prop_map(|by| END.plus_days(by)),
        (0_i32..6_000).prop_map(|by| Date::constant(2012, 1, 1).plus_days(by)),
    ]
}

fn facts() -> impl Strategy<Value = Fact> {
    prop_oneof![
        any::<bool>().prop_map(Fact::Plain),
        days().prop_map(Fact::Until),
        Just(Fact::OutOfPlace),
        Just(Fact::Unknown),
    ]
}

/// A row by its number, a subject, and the day on which it was issued, where that is known.
type Asked = (usize, Fact, Option<Date>);

fn asked() -> impl Strategy<Value = Vec<Asked>> {
    let one = (0..ROWS.len(), facts(), proptest::option::of(days()));
    proptest::collection::vec(one, 0..8)
}

fn path(number: usize) -> FieldPath {
    FieldPath::entry("thing", number)
}

/// What each row says by itself on a day.
fn alone(asked: &[Asked], day: Date) -> Vec<Finding> {
    let (on, runs) = (AskedDay::new(day), Cell::new(0));
    let each = asked.iter().enumerate();
    each.map(|(number, &(row, fact, issued))| {
        let seen = Seen {
            fact,
            asked: &on,
            runs: &runs,
        };
        ROWS[row].find(seen, Days { asked: day, issued }, &path(number))
    })
    .collect()
}

/// What is found on each day, one after the other, and how often each subject was looked at.
fn one_after_the_other(
    asked: &[Asked],
    first: Date,
    days: &[Date],
) -> (Vec<Vec<Finding>>, Vec<usize>) {
    let on = AskedDay::new(first);
    let runs: Vec<Cell<usize>> = asked.iter().map(|_| Cell::new(0)).collect();
    let mut each_day = EachDay::new(&on);
    assert!(each_day.is_empty());
    for (number, (&(row, fact, issued), runs)) in asked.iter().zip(&runs).enumerate() {
        let seen = Seen {
            fact,
            asked: &on,
            runs,
        };
        each_day.add(&ROWS[row], seen, issued, &path(number));
    }
    assert_eq!(each_day.len(), asked.len());
    assert_eq!(each_day.is_empty(), asked.is_empty());
    let mut findings = Vec::new();
    let found = days.iter().map(|&day| {
        each_day.find(day, &mut findings);
        let found = findings.clone();
        settle_and_add(&mut findings, day);
        found
    });
    let found = found.collect();
    (found, runs.iter().map(Cell::get).collect())
}

/// What a caller may do with the findings of a day: settle some, and add others behind them.
fn settle_and_add(findings: &mut Vec<Finding>, day: Date) {
    let ruling = |finding: &Finding| Ruling {
        requirement: finding.requirement.id().to_owned(),
        subject: None,
        met: true,
        by: "Kela".to_owned(),
        reference: "1/2020".to_owned(),
        on: day,
    };
    let some = usize::from(day.day().unsigned_abs()) % 3;
    for finding in findings.iter_mut().skip(some).step_by(3) {
        finding.ground = Some(Ground::Ruled(ruling(finding)));
        finding.outcome = Outcome::Satisfied;
    }
    let others = findings.iter().take(some).cloned().collect::<Vec<_>>();
    findings.extend(others);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// On every day each row says of its subject what it says when that day alone is asked about, in the order in which
    /// the rows were added, whatever day they were made on, and whatever was made of the findings of the day before.
    #[test]
    fn every_day_is_that_day_alone(
        asked in asked(),
        first in days(),
        days in proptest::collection::vec(days(), 0..8),
    ) {
        let (found, _) = one_after_the_other(&asked, first, &days);
        for (day, found) in days.iter().zip(found) {
            prop_assert_eq!(found, alone(&asked, *day), "{}", day);
        }
    }

    /// A day that was asked about before, or is asked about again, leaves no trace.
    #[test]
    fn days_may_be_asked_in_any_order_and_again(
        asked in asked(),
        first in days(),
        days in proptest::collection::vec(days(), 1..6),
    ) {
        let (forth, _) = one_after_the_other(&asked, first, &days);
        let there_and_back: Vec<Date> = days.iter().chain(days.iter().rev()).copied().collect();
        let (mut both, _) = one_after_the_other(&asked, first, &there_and_back);
        let mut back = both.split_off(days.len());
        back.reverse();
        prop_assert_eq!(&both, &forth);
        prop_assert_eq!(back, forth);
    }

    /// What does not rest on the day is looked at once, however many days follow; what does, once for each day on which
    /// the requirement is not known to be out of force.
    #[test]
    fn what_no_day_changes_is_looked_at_once(
        asked in asked(),
        first in days(),
        days in proptest::collection::vec(days(), 0..8),
    ) {
        let (found, runs) = one_after_the_other(&asked, first, &days);
        for (number, ((_, fact, issued), runs)) in asked.iter().zip(runs).enumerate() {
            let dated = matches!(fact, Fact::Until(_));
            let of_issue = asked[number].0 >= 4;
            let is_asked = |day: &&Vec<Finding>| {
                day[number].outcome != Outcome::NotInForce && (!of_issue || issued.is_some())
            };
            let days = if dated { found.iter().filter(is_asked).count() } else { 0 };
            prop_assert_eq!(runs, 1 + days, "{:?}", fact);
        }
    }

    /// A certificate's day of issue decides whether a rule of its issue holds, and no day that is asked about does.
    #[test]
    fn a_rule_of_the_issue_does_not_change_with_the_day(
        row in 4_usize..6,
        holds in any::<bool>(),
        issued in proptest::option::of(days()),
        days in proptest::collection::vec(days(), 2..6),
    ) {
        let (found, _) = one_after_the_other(&[(row, Fact::Plain(holds), issued)], START, &days);
        prop_assert!(found.iter().all(|day| *day == found[0]));
        if issued.is_none() {
            let missing = Outcome::missing(path(0).field("fact"));
            prop_assert_eq!(&found[0][0].outcome, &missing);
        }
    }
}

#[test]
fn while_it_is_not_known_whether_a_rule_is_in_force_only_what_it_does_not_speak_about_is_clear() {
    let between = START.plus_days(1);
    let cases = [
        (Fact::OutOfPlace, Outcome::NotApplicable),
        (Fact::Plain(true), Outcome::Undetermined(Why::DateUnknown)),
        (Fact::Plain(false), Outcome::Undetermined(Why::DateUnknown)),
    ];
    for (fact, expected) in cases {
        let found = alone(&[(2, fact, None)], between);
        assert_eq!(found[0].outcome, expected, "{fact:?}");
    }
}
