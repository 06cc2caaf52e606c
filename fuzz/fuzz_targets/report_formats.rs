//! Reports: whatever a plan file says, every format tells the same findings, data is read back as it was, and nothing that is
//! shown turns the direction or controls a terminal.
#![no_main]

use kanta_conformance::{Date, Language};
use kanta_policy::{FileFault, PlanFile, evaluate};
use kanta_report::format::{github, html, junit, markdown, sarif};
use kanta_report::text;
use kanta_report::view::{Checked, Finding, Outcome, PlanReport, RefusedInput, ReportSheet};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

const DAY: Date = Date::constant(2025, 12, 1);

/// What may not reach a reader's eyes: direction marks, escapes and their like.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_open(finding: &Finding) -> bool {
    matches!(finding.outcome, Outcome::Violated | Outcome::Undetermined)
}

fn written(write: impl Fn(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("every format is UTF-8")
}

fn told(sheet: &ReportSheet<'_>, language: Language) {
    let sheets = std::slice::from_ref(sheet);
    let open: Vec<&Finding> = sheet.findings().filter(|its| is_open(its)).collect();
    let log: Value =
        serde_json::from_str(&written(|out| sarif(sheets, language, false, out))).expect("JSON");
    let results = log["runs"][0]["results"].as_array().expect("results");
    let shown = |id: &Value| {
        open.iter()
            .any(|its| Some(its.requirement.as_str()) == id.as_str())
    };
    let rules = results.iter().map(|its| &its["ruleId"]);
    assert_eq!(rules.filter(|id| shown(id)).count(), open.len());
    let suite = written(|out| junit(sheets, language, out));
    let cases = suite.matches("<testcase ").count();
    assert_eq!(cases, sheet.findings().count() + sheet.faults.len());
    let page = written(|out| html(sheets, language, out));
    let document = written(|out| markdown(sheets, language, false, out));
    let commands = written(|out| github(sheet, language, out));
    for text in [&page, &document] {
        assert!(!text.contains(is_hidden), "{text:?}");
    }
    assert!(!page.contains("<script") && !page.contains("http"));
    for finding in &open {
        assert!(page.contains(&finding.requirement));
        assert!(document.contains(&finding.requirement));
        assert!(commands.contains(&finding.requirement));
    }
}

fuzz_target!(|bytes: &[u8]| {
    let read = PlanFile::read(bytes, &mut |_| Err(FileFault::NotFound));
    let checked = match &read {
        Ok(file) => {
            let report = PlanReport::new("plan.toml", file, &evaluate(&file.plan, DAY));
            let text = written(|out| {
                text::plan(&report, Language::Fi, true, &mut text::Page::new(out, 80))
            });
            let plain = text.replace('\u{1b}', "");
            assert!(!plain.contains(is_hidden), "{text:?}");
            Checked::Judged(report.with_annexes(file))
        }
        Err(faults) => Checked::Refused(RefusedInput::of_plan("plan.toml", faults, Language::En)),
    };
    let json = serde_json::to_string(&checked).expect("JSON");
    assert_eq!(
        serde_json::from_str::<Checked<PlanReport>>(&json).expect("a view"),
        checked
    );
    for language in Language::ALL {
        told(&checked.sheet(), language);
    }
});
