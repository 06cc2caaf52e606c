//! Every format tells the same findings, whatever words they carry.

use kanta_conformance::Language;
use kanta_report::format::{Report, github, html, junit, markdown, sarif};
use kanta_report::text::{self, Page};
use kanta_report::view::{Outcome, PlanReport};
use proptest::prelude::*;

use crate::hostile::{nothing, report, thousand};

/// The report in each format, under the format's name.
fn written(report: &PlanReport, language: Language) -> Vec<(&'static str, String)> {
    let sheets = [report.sheet()];
    let write = |name, write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        (name, String::from_utf8(out).unwrap())
    };
    vec![
        write("github", &|out| github(&sheets[0], language, out)),
        write("html", &|out| html(&sheets, language, out)),
        write("json", &|out| kanta_report::json(report, out)),
        write("junit", &|out| junit(&sheets, language, out)),
        write("markdown", &|out| markdown(&sheets, language, false, out)),
        write("sarif", &|out| sarif(&sheets, language, false, out)),
        write("text", &|out| {
            text::plan(report, language, false, &mut Page::new(out, 80))
        }),
    ]
}

/// Each finding under an id of its own: what is open is told in every format, with that id.
fn alike(mut report: PlanReport, language: Language) {
    for (index, finding) in report.findings.iter_mut().enumerate() {
        finding.requirement = format!("row-{index:04}-");
    }
    let written = written(&report, language);
    for finding in &report.findings {
        if matches!(finding.outcome, Outcome::Violated | Outcome::Undetermined) {
            for (format, text) in &written {
                let id = &finding.requirement;
                assert!(text.contains(id), "{format} leaves out {id}");
            }
        }
    }
}

#[test]
fn none_and_a_thousand_findings_are_told_alike() {
    for language in Language::ALL {
        alike(nothing(), language);
    }
    alike(thousand(), Language::Sv);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_findings_are_told_alike(report in report(), language in 0_usize..3) {
        alike(report, Language::ALL[language]);
    }
}
