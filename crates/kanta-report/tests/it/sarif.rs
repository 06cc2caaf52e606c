//! SARIF, held against the standard's own schema.

use std::sync::LazyLock;

use jsonschema::Validator;
use kanta_conformance::Language;
use kanta_report::format::{Report, sarif};
use kanta_report::view::{Outcome, ReportSheet};
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::harness::{example, examples, plan};
use crate::hostile::{checked, nothing, thousand};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = include_str!("../schemas/sarif-schema-2.1.0.json");
    jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
});

pub(crate) fn log(sheets: &[ReportSheet<'_>], language: Language, all: bool) -> Json {
    let mut out = Vec::new();
    sarif(sheets, language, all, &mut out).unwrap();
    let log: Json = serde_json::from_slice(&out).unwrap();
    let faults: Vec<String> = SCHEMA.iter_errors(&log).map(|it| it.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    log
}

fn results(log: &Json) -> &Vec<Json> {
    log["runs"][0]["results"].as_array().unwrap()
}

#[test]
fn every_example_in_every_language_is_what_the_standard_says() {
    let reports = examples();
    let sheets: Vec<_> = reports.iter().map(Report::sheet).collect();
    for language in Language::ALL {
        for all in [false, true] {
            let log = log(&sheets, language, all);
            assert_eq!(log["runs"][0]["language"], language.code());
        }
    }
}

#[test]
fn nothing_to_tell_is_an_empty_list_and_a_valid_log() {
    for sheets in [vec![], vec![nothing().sheet()]] {
        let log = log(&sheets, Language::En, false);
        assert_eq!(results(&log).len(), 0);
        assert_eq!(
            log["runs"][0]["tool"]["driver"]["rules"],
            Json::Array(vec![])
        );
    }
    assert_eq!(
        results(&log(&[thousand().sheet()], Language::En, true)).len(),
        1000
    );
}

#[test]
fn only_the_rules_that_occur_are_listed_each_once() {
    let report = example("broken.toml");
    let log = log(&[report.sheet()], Language::Fi, false);
    let rules = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    let ids: Vec<&str> = rules
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    for result in results(&log) {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(ids[index], result["ruleId"]);
    }
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
    let occur = |id: &&str| results(&log).iter().any(|result| result["ruleId"] == **id);
    assert!(ids.iter().all(occur));
}

#[test]
fn kinds_say_what_is_known_and_levels_how_binding_it_is() {
    let report = example("unknown.toml");
    for all in [false, true] {
        let log = log(&[report.sheet()], Language::En, all);
        for result in results(&log) {
            let of_it = report.findings.iter().filter(|its| {
                its.requirement == result["ruleId"].as_str().unwrap()
                    && result["partialFingerprints"]["requirementAndSubject/v1"]
                        == format!("{} {}", its.requirement, its.subject)
            });
            let kinds: Vec<&str> = of_it
                .map(|finding| match finding.outcome {
                    Outcome::Violated => "fail",
                    Outcome::Undetermined => "open",
                    Outcome::Satisfied if finding.ground.is_some() => "review",
                    Outcome::Satisfied => "pass",
                    _ => "notApplicable",
                })
                .collect();
            let kind = result["kind"].as_str().unwrap();
            assert!(kinds.contains(&kind), "{kind} {kinds:?}");
            assert_eq!(kind == "fail", result["level"] != "none");
        }
        assert_eq!(results(&log).iter().any(|its| its["kind"] == "pass"), all);
        assert!(results(&log).iter().any(|its| its["kind"] == "open"));
    }
}

#[test]
fn a_place_counts_characters_and_a_files_name_is_a_relative_address() {
    // `ä` and an emoji, each one character, before the fault.
    let text = "format = 1\nas_of = 2025-12-01\n[party]\nkind = \"provider\"\n\
                [[access_point]]\nid = \"ap1\"\ndescription = \"x\"\ncountry = \"NO\"\n";
    let text = text.replace("description = \"x\"\n", "");
    let text = text.replace(
        "[[access_point]]\nid = \"ap1\"\ncountry = \"NO\"\n",
        "access_point = [{ dns_name = \"ä😀.example\", id = \"ap1\", country = \"NO\" }]\n",
    );
    let text = text.replace("[party]\nkind = \"provider\"\n", "");
    let report = plan("./my plans/ä:1#2.toml", text.as_bytes());
    let log = log(&[report.sheet()], Language::En, false);
    let abroad = results(&log)
        .iter()
        .find(|its| its["ruleId"] == "connection-models/access-point-outside-eu")
        .unwrap();
    let physical = &abroad["locations"][0]["physicalLocation"];
    assert_eq!(
        physical["artifactLocation"]["uri"],
        "my%20plans/%C3%A4%3A1%232.toml"
    );
    let line = text.lines().nth(2).unwrap();
    let before = line.split("\"NO\"").next().unwrap().chars().count();
    assert_eq!(physical["region"]["startLine"], 3);
    assert_eq!(physical["region"]["startColumn"], before + 1);
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn hostile_words_leave_it_valid(all in prop::collection::vec(checked(), 0..4)) {
        let sheets: Vec<_> = all.iter().map(|its| its.sheet()).collect();
        let log = log(&sheets, Language::Sv, true);
        let count: usize = sheets.iter().map(|its| its.findings().count() + its.faults.len()).sum();
        prop_assert_eq!(results(&log).len(), count);
        for result in results(&log) {
            let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
            prop_assert!(!uri.as_str().unwrap().is_empty());
        }
    }
}
