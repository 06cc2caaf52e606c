//! Annotations of GitHub's workflows.

use kanta_conformance::Language;
use kanta_report::format::{Report, github};
use kanta_report::view::{Outcome, ReportSheet};
use proptest::prelude::*;

use crate::harness::example;
use crate::hostile::checked;

fn lines(sheet: &ReportSheet<'_>) -> Vec<String> {
    let mut out = Vec::new();
    github(sheet, Language::En, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.ends_with('\n') && !out.contains('\r'));
    out.lines().map(str::to_owned).collect()
}

#[test]
fn a_violated_duty_is_an_error_at_its_line() {
    let lines = lines(&example("broken.toml").sheet());
    let found = lines
        .iter()
        .find(|line| line.contains("tls-version-too-old"))
        .unwrap();
    assert!(found.starts_with(
        "::error file=broken.toml,line=48,col=7,title=connection-models/tls-version-too-old::"
    ));
    assert_eq!(
        lines.last().unwrap(),
        "kanta: broken.toml: does not conform"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_open_finding_is_one_command_and_nothing_else_is(file in checked()) {
        let sheet = file.sheet();
        let open = |outcome| matches!(outcome, Outcome::Violated | Outcome::Undetermined);
        let open = sheet.findings().filter(|its| open(its.outcome)).count();
        let lines = lines(&sheet);
        prop_assert_eq!(lines.len(), open + sheet.faults.len() + 1);
        let (last, commands) = lines.split_last().unwrap();
        prop_assert!(last.starts_with("kanta: "));
        for command in commands {
            let (properties, _) = command.strip_prefix("::").unwrap().split_once("::").unwrap();
            let (name, properties) = properties.split_once(' ').unwrap();
            prop_assert!(["error", "warning", "notice"].contains(&name));
            for property in properties.split(',') {
                let (key, _) = property.split_once('=').unwrap();
                prop_assert!(["file", "line", "col", "title"].contains(&key), "{}", key);
            }
        }
    }
}
