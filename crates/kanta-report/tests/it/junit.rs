//! JUnit, read by an XML parser and by its own reader.

use kanta_conformance::Language;
use kanta_report::format::{Report, junit};
use kanta_report::view::{Finding, Level, Outcome, ReportSheet};
use proptest::prelude::*;

use crate::harness::examples;
use crate::hostile::{checked, nothing, thousand};

fn xml(sheets: &[ReportSheet<'_>], language: Language) -> String {
    let mut out = Vec::new();
    junit(sheets, language, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Counts every test by what became of it: in all, failed, with an error, skipped.
fn counts(xml: &str) -> [usize; 4] {
    let document = roxmltree::Document::parse(xml).unwrap();
    let cases = |name: &str| {
        document
            .descendants()
            .filter(|it| it.has_tag_name(name))
            .count()
    };
    let counts = ["testcase", "failure", "error", "skipped"].map(cases);
    let root = document.root_element();
    for (name, count) in ["tests", "failures", "errors", "skipped"]
        .into_iter()
        .zip(counts)
    {
        assert_eq!(root.attribute(name).unwrap(), count.to_string(), "{name}");
    }
    let report = quick_junit::Report::deserialize_from_str(xml).unwrap();
    assert_eq!(report.tests, counts[0]);
    counts
}

fn expected(sheets: &[ReportSheet<'_>]) -> [usize; 4] {
    let count = |chosen: fn(&Finding) -> bool| {
        let all = sheets.iter().flat_map(|sheet| sheet.findings());
        all.filter(|finding| chosen(finding)).count()
    };
    let faults: usize = sheets.iter().map(|sheet| sheet.faults.len()).sum();
    [
        faults + count(|_| true),
        count(|its| its.outcome == Outcome::Violated && its.level == Level::Must),
        faults + count(|its| its.outcome == Outcome::Undetermined && its.level == Level::Must),
        count(|its| matches!(its.outcome, Outcome::NotApplicable | Outcome::NotInForce)),
    ]
}

#[test]
fn each_finding_is_one_test_and_what_is_not_known_does_not_pass() {
    let reports = examples();
    let sheets: Vec<_> = reports.iter().map(Report::sheet).collect();
    for language in Language::ALL {
        assert_eq!(counts(&xml(&sheets, language)), expected(&sheets));
    }
    for report in [nothing(), thousand()] {
        assert_eq!(
            counts(&xml(&[report.sheet()], Language::En)),
            expected(&[report.sheet()])
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hostile_words_leave_it_readable(all in prop::collection::vec(checked(), 0..4)) {
        let sheets: Vec<_> = all.iter().map(|its| its.sheet()).collect();
        prop_assert_eq!(counts(&xml(&sheets, Language::Fi)), expected(&sheets));
    }
}
