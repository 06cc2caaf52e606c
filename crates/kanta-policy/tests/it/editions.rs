//! A plan under all editions at once is the plan on each edition's own day.

use kanta_conformance::EDITIONS;
use kanta_policy::{ConnectionPlan, evaluate, evaluate_editions, strategies};
use proptest::prelude::*;

use crate::harness::{example, facts, plan};
use crate::law::{examples, without};

fn assert_each_day_alone(text: &str, what: &str) {
    assert_each_day_alone_of(&plan(text).plan, what);
}

fn assert_each_day_alone_of(plan: &ConnectionPlan, what: &str) {
    let mut editions = EDITIONS.iter();
    evaluate_editions(plan, |edition, at_once| {
        assert_eq!(Some(edition), editions.next());
        let alone = evaluate(plan, edition.date);
        let version = edition.version;
        assert_eq!(at_once.findings.len(), alone.findings.len());
        for (at_once, alone) in at_once.findings.iter().zip(&alone.findings) {
            assert_eq!(at_once, alone, "{what} under {version}");
        }
        assert_eq!(*at_once, alone, "{what} under {version}");
    });
    assert_eq!(editions.next(), None);
}

#[test]
fn every_example_under_all_editions_is_the_example_on_each_day() {
    for name in examples() {
        assert_each_day_alone(&example(&name), &name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_plan_under_all_editions_is_that_plan_on_each_day(file in strategies::plans()) {
        assert_each_day_alone_of(&file.plan, "any plan");
    }

    #[test]
    fn a_plan_of_any_facts_under_all_editions_is_that_plan_on_each_day(
        which in any::<prop::sample::Index>(),
        seeds in proptest::collection::vec(any::<bool>(), 400),
    ) {
        let names = examples();
        let text = example(which.get::<String>(&names));
        let facts = facts(&text);
        let taken = facts.iter().zip(&seeds).filter(|(_, taken)| **taken);
        let taken: Vec<&String> = taken.map(|(fact, _)| fact).collect();
        assert_each_day_alone(&without(&text, &taken), "some facts");
    }
}
