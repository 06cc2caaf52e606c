//! Sentences about dates, force, statements and verdicts that hold for all inputs.

use kanta_conformance::{
    Assessment, Attestation, Bound, Date, Document, EDITIONS, Edition, Escaped, Evidence,
    FieldPath, Finding, Force, Ground, InForce, Level, Outcome, Requirement, Ruling, Text, Value,
    Verdict, apply_attestations, text,
};
use proptest::prelude::*;

const TEXT: Text = text! { en: "a", fi: "b", sv: "c" };

const fn requirement(id: &'static str, level: Level, evidence: Evidence) -> Requirement {
    Requirement::must(id)
        .with_statement(TEXT)
        .with_fault(TEXT)
        .with_remedy(TEXT)
        .with_level(level)
        .with_evidence(evidence)
        .with_fields(&["field"])
}

static ROWS: [Requirement; 4] = [
    requirement("a", Level::Must, Evidence::Attested),
    requirement("b", Level::Must, Evidence::Stated),
    requirement("c", Level::Should, Evidence::Computed),
    requirement("d", Level::Note, Evidence::Computed),
];

fn day() -> impl Strategy<Value = Date> {
    (2009_i16..2031, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap())
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        Just(Outcome::Satisfied),
        Just(Outcome::NotApplicable),
        Just(Outcome::NotInForce),
        Just(Outcome::violated(Value::Count(1), Value::Count(2))),
        Just(Outcome::missing(
            FieldPath::named("link", "a").field("halls")
        )),
        Just(Outcome::silent(TEXT)),
        Just(Outcome::ambiguous(TEXT)),
        Just(Outcome::outside(&Document::SECURITY_REQUIREMENTS)),
    ]
}

fn finding() -> impl Strategy<Value = Finding> {
    (0_usize..4, prop_oneof![Just("a"), Just("b")], outcome()).prop_map(
        |(row, subject, outcome)| Finding {
            requirement: &ROWS[row],
            path: FieldPath::named("link", subject).field("field"),
            outcome,
            ground: None,
        },
    )
}

fn subject() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(prop_oneof![
        Just("link.a".to_owned()),
        Just("link.b".to_owned())
    ])
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![Just("a"), Just("b"), Just("c"), Just("d")].prop_map(str::to_owned)
}

fn attestation() -> impl Strategy<Value = Attestation> {
    (id(), subject(), any::<bool>(), day()).prop_map(|(requirement, subject, met, on)| {
        Attestation {
            requirement,
            subject,
            met,
            by: "somebody".into(),
            on,
            ground: "report".into(),
        }
    })
}

fn ruling() -> impl Strategy<Value = Ruling> {
    (id(), subject(), any::<bool>(), day()).prop_map(|(requirement, subject, met, on)| Ruling {
        requirement,
        subject,
        met,
        by: "somebody".into(),
        on,
        reference: "case".into(),
    })
}

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![
        Just(Bound::Open),
        day().prop_map(Bound::On),
        day().prop_map(Bound::NotYet),
        (proptest::option::of(day()), day()).prop_map(|(not_yet, seen)| Bound::Between {
            not_yet: not_yet.filter(|not_yet| *not_yet < seen),
            seen,
        }),
    ]
}

proptest! {
    /// A day that is printed reads back as itself, and days are ordered as their texts are.
    #[test]
    fn days_read_back_and_keep_their_order(one in day(), other in day()) {
        prop_assert_eq!(one.to_string().parse::<Date>().unwrap(), one);
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
        prop_assert_eq!(one.plus_days(one.days_until(other)), other);
    }

    /// Nothing but a real day in its one spelling is a date.
    #[test]
    fn no_other_text_is_a_day(text in "\\PC{0,12}") {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    /// Once a requirement with a known start has started, it is never again "not yet"; once it has ended, it stays ended.
    #[test]
    fn force_never_comes_back(from in bound(), until in bound(), early in day(), late in day()) {
        prop_assume!(early <= late);
        let start_only = InForce { from, until: Bound::Open };
        if start_only.on(early) == Force::Yes {
            prop_assert_eq!(start_only.on(late), Force::Yes);
        }
        let end_only = InForce { from: Bound::Open, until };
        if end_only.on(early) == Force::No {
            prop_assert_eq!(end_only.on(late), Force::No);
        }
        let both = InForce { from, until };
        if start_only.on(early) == Force::Yes && end_only.on(early) == Force::Yes {
            prop_assert_eq!(both.on(early), Force::Yes);
        }
    }

    /// The edition of a day is the last one dated on or before it.
    #[test]
    fn a_day_has_the_last_edition_before_it(on in day()) {
        let naive = EDITIONS.iter().filter(|edition| edition.date <= on).max_by_key(|e| e.date);
        prop_assert_eq!(Edition::on(on), naive);
    }

    /// People's words settle what only they can tell, and nothing that a program found.
    #[test]
    fn words_settle_only_what_they_may(
        before in proptest::collection::vec(finding(), 0..12),
        attested in proptest::collection::vec(attestation(), 0..6),
        rulings in proptest::collection::vec(ruling(), 0..6),
        on in day(),
    ) {
        let mut after = before.clone();
        apply_attestations(&mut after, &attested, &rulings, on);
        for (was, is) in before.iter().zip(&after) {
            let covers = |id: &str, subject: &Option<String>, since: Date| {
                since <= on
                    && id == was.requirement.id()
                    && subject.as_deref().is_none_or(|subject| was.path.subject() == subject)
            };
            let words: Vec<bool> = if was.outcome == Outcome::outside(&Document::SECURITY_REQUIREMENTS)
                && was.requirement.evidence() == Evidence::Attested
            {
                attested.iter().filter(|a| covers(&a.requirement, &a.subject, a.on)).map(|a| a.met).collect()
            } else if was.outcome == Outcome::silent(TEXT) || was.outcome == Outcome::ambiguous(TEXT) {
                rulings.iter().filter(|r| covers(&r.requirement, &r.subject, r.on)).map(|r| r.met).collect()
            } else {
                Vec::new()
            };
            if words.is_empty() {
                prop_assert_eq!(was, is);
            } else if words.iter().all(|met| *met) {
                prop_assert_eq!(&is.outcome, &Outcome::Satisfied);
                prop_assert!(is.ground.is_some());
            } else {
                // A denial outweighs everything said in favour.
                let violated = matches!(is.outcome, Outcome::Violated { .. });
                prop_assert!(violated);
                let denied = match &is.ground {
                    Some(Ground::Attested(a)) => !a.met,
                    Some(Ground::Ruled(r)) => !r.met,
                    None => false,
                };
                prop_assert!(denied);
            }
        }
    }

    /// The order in which people speak does not matter to the outcome.
    #[test]
    fn the_order_of_words_does_not_matter(
        before in proptest::collection::vec(finding(), 0..8),
        attested in proptest::collection::vec(attestation(), 0..6),
        on in day(),
    ) {
        let mut forwards = before.clone();
        apply_attestations(&mut forwards, &attested, &[], on);
        let mut backwards = before;
        let reversed: Vec<Attestation> = attested.into_iter().rev().collect();
        apply_attestations(&mut backwards, &reversed, &[], on);
        for (one, other) in forwards.iter().zip(&backwards) {
            prop_assert_eq!(one.outcome.kind(), other.outcome.kind());
        }
    }

    /// The verdict follows from the binding findings alone, and recommendations do not change it.
    #[test]
    fn the_verdict_is_that_of_the_binding_findings(
        findings in proptest::collection::vec(finding(), 0..12),
        on in day(),
    ) {
        let verdict = Assessment::new(on, findings.clone(), Vec::new()).verdict();
        let binding: Vec<Finding> =
            findings.into_iter().filter(|f| f.requirement.level() == Level::Must).collect();
        prop_assert_eq!(Assessment::new(on, binding.clone(), Vec::new()).verdict(), verdict);
        let any = |test: fn(&Outcome) -> bool| binding.iter().any(|f| test(&f.outcome));
        let applies = any(|o| !matches!(o, Outcome::NotApplicable | Outcome::NotInForce));
        let expected = if any(|o| matches!(o, Outcome::Violated { .. })) {
            Verdict::NonConforming
        } else if any(|o| matches!(o, Outcome::Undetermined(_)))
            || !applies
            || on < Date::constant(2010, 4, 29)
        {
            Verdict::Undetermined
        } else {
            Verdict::Conforming
        };
        prop_assert_eq!(verdict, expected);
    }

    /// Each finding is counted once by what it is, and those that rest on somebody's word once more by whose.
    #[test]
    fn each_finding_is_counted_as_what_it_is(
        findings in proptest::collection::vec(finding(), 0..12),
        words in proptest::collection::vec(attestation(), 0..4),
        rulings in proptest::collection::vec(ruling(), 0..4),
        on in day(),
    ) {
        let mut findings = findings;
        apply_attestations(&mut findings, &words, &rulings, on);
        let counts = Assessment::new(on, findings.clone(), Vec::new()).counts();
        let count = |is: &dyn Fn(&Finding) -> bool| findings.iter().filter(|it| is(it)).count();
        let open = |it: &Finding, level| {
            let is_open = matches!(it.outcome, Outcome::Violated { .. } | Outcome::Undetermined(_));
            is_open && it.requirement.level() == level
        };
        let is_must = |it: &Finding| it.requirement.level() == Level::Must;
        let is_violated = |it: &Finding| matches!(it.outcome, Outcome::Violated { .. });
        let satisfied = |it: &Finding| it.outcome == Outcome::Satisfied;
        prop_assert_eq!(counts.violated, count(&|it| is_must(it) && is_violated(it)));
        prop_assert_eq!(counts.undetermined, count(&|it| open(it, Level::Must) && !is_violated(it)));
        prop_assert_eq!(counts.advice, count(&|it| open(it, Level::Should)));
        prop_assert_eq!(counts.notes, count(&|it| open(it, Level::Note)));
        prop_assert_eq!(counts.satisfied, count(&satisfied));
        prop_assert_eq!(counts.not_applicable, count(&|it| it.outcome == Outcome::NotApplicable));
        prop_assert_eq!(counts.not_in_force, count(&|it| it.outcome == Outcome::NotInForce));
        let attested = |it: &Finding| matches!(it.ground, Some(Ground::Attested(_)));
        let ruled = |it: &Finding| matches!(it.ground, Some(Ground::Ruled(_)));
        prop_assert_eq!(counts.attested, count(&|it| satisfied(it) && attested(it)));
        prop_assert_eq!(counts.ruled, count(&|it| satisfied(it) && ruled(it)));
    }

    /// Whatever a text holds, what is shown of it has no control character and keeps every plain one.
    #[test]
    fn what_is_shown_has_no_control_characters(text in any::<String>()) {
        let shown = Escaped(&text).to_string();
        prop_assert!(!shown.chars().any(char::is_control));
        if text.chars().all(|c| c.is_ascii_graphic() || c == ' ') {
            prop_assert_eq!(shown, text);
        }
    }
}
