//! A plan through every edition: each row speaks of the same subjects on every day, is silent exactly while it is not in
//! force, and the verdict is what the findings come to.
#![no_main]

use kanta_conformance::{
    Date, EDITIONS, Force, JudgedOn, Level, Outcome, OutcomeKind, Verdict, Why,
};
use kanta_policy::{FileFault, PlanFile, evaluate, evaluate_editions};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(file) = PlanFile::read(text.as_bytes(), &mut |_| Err(FileFault::NotFound)) else {
        return;
    };
    let subjects = |on: Date| -> Vec<_> {
        let findings = evaluate(&file.plan, on).findings.into_iter();
        findings
            .map(|finding| (finding.requirement.id(), finding.path))
            .collect()
    };
    evaluate_editions(&file.plan, |edition, assessment| {
        assert_eq!(*assessment, evaluate(&file.plan, edition.date));
    });
    let last = subjects(Date::constant(2025, 12, 1));
    for edition in EDITIONS {
        for on in [edition.date.plus_days(-1), edition.date] {
            assert_eq!(subjects(on), last);
            let assessment = evaluate(&file.plan, on);
            let mut worst = Verdict::Conforming;
            for finding in &assessment.findings {
                let row = finding.requirement;
                if row.judged_on() == JudgedOn::DayAsked {
                    let not_in_force = finding.outcome == Outcome::NotInForce;
                    assert_eq!(
                        not_in_force,
                        row.in_force().on(on) == Force::No,
                        "{}",
                        row.id()
                    );
                    if row.in_force().on(on) == Force::Yes {
                        let date = Outcome::Undetermined(Why::DateUnknown);
                        assert_ne!(finding.outcome, date, "{}", row.id());
                    }
                }
                if row.level() == Level::Must {
                    worst = match (finding.outcome.kind(), worst) {
                        (OutcomeKind::Violated, _) | (_, Verdict::NonConforming) => {
                            Verdict::NonConforming
                        }
                        (OutcomeKind::Undetermined, _) => Verdict::Undetermined,
                        (_, worst) => worst,
                    };
                }
            }
            if worst == Verdict::Conforming && !assessment.gaps.is_empty() {
                worst = Verdict::Undetermined;
            }
            assert_eq!(assessment.verdict(), worst);
        }
    }
});
