//! The view of a plan.

use kanta_report::view::PlanReport;

use crate::harness::examples;

#[test]
fn what_is_written_as_json_is_read_back_as_it_was() {
    for report in examples() {
        let json = serde_json::to_string(&report).unwrap();
        let back: PlanReport = serde_json::from_str(&json).unwrap();
        assert_eq!(back, report, "{}", report.plan);
    }
}
