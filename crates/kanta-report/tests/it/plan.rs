//! The view of a plan.

use std::path::Path;

use kanta_conformance::Date;
use kanta_policy::evaluate;
use kanta_report::format::Report as _;
use kanta_report::text::TableLine;
use kanta_report::view::{PlanReport, Verdict};

use crate::harness::{DATA, examples, read};

#[test]
fn what_is_written_as_json_is_read_back_as_it_was() {
    for report in examples() {
        let json = serde_json::to_string(&report).unwrap();
        let back: PlanReport = serde_json::from_str(&json).unwrap();
        assert_eq!(back, report, "{}", report.plan);
    }
}

/// Before the first edition, in the middle, and now; plans that are met, broken and unknown among them.
#[test]
fn the_line_of_a_plan_is_that_of_its_report() {
    let mut verdicts = [0; 3];
    for report in examples() {
        let file = read(&std::fs::read(Path::new(DATA).join(&report.plan)).unwrap());
        for on in [(2010, 1, 1), (2021, 6, 1), (2025, 12, 1)] {
            let assessment = evaluate(&file.plan, Date::constant(on.0, on.1, on.2));
            let line = TableLine::of_plan(&report.plan, &assessment);
            for report in [
                PlanReport::new(&report.plan, &file, &assessment),
                PlanReport::of_open(&report.plan, &file, &assessment),
            ] {
                assert_eq!(
                    line,
                    TableLine::of(&report.sheet()),
                    "{} {on:?}",
                    report.plan
                );
            }
            verdicts[match line.verdict.unwrap() {
                Verdict::Conforming => 0,
                Verdict::Undetermined => 1,
                _ => 2,
            }] += 1;
        }
    }
    assert!(verdicts.iter().all(|count| *count > 0), "{verdicts:?}");
}
