//! The report for people.

use kanta_conformance::Language;
use kanta_report::format::{Report as _, markdown};
use kanta_report::text::{self, Page};
use kanta_report::view::{Finding, Outcome, Place, PlanReport, Why, Words};

use crate::harness::example;

fn told(report: &PlanReport) -> String {
    let mut out = Vec::new();
    text::plan(report, Language::En, false, &mut Page::new(&mut out, 80)).unwrap();
    anstyle_free(&String::from_utf8(out).unwrap())
}

/// Without the escapes of colours.
pub(crate) fn anstyle_free(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').unwrap().1);
    }
    plain
}

/// The same fault at two links, with what was found there.
fn twice(found: [&str; 2]) -> PlanReport {
    let mut report = example("broken.toml");
    let one = report.findings.iter();
    let is_hall = |its: &&Finding| its.requirement == "connection-models/hall-not-reached";
    let one = one.filter(is_hall).find(|its| its.found.is_some());
    let one = one.unwrap().clone();
    report.findings = found
        .into_iter()
        .zip(["mpls-a", "mpls-b"])
        .zip([77, 88])
        .map(|((found, link), line)| {
            let mut next = one.clone();
            next.found = Some(Words::said(|_| found.to_owned()));
            next.location = Words::said(|_| format!("link `{link}`, field `halls`"));
            next.place = Some(Place {
                file: "broken.toml".to_owned(),
                line: Some(line),
                column: Some(9),
                ..Place::default()
            });
            next
        })
        .collect();
    report
}

#[test]
fn one_requirement_on_many_subjects_is_told_once_with_every_place() {
    let same = told(&twice(["hall A", "hall A"]));
    assert!(
        same.contains(
            "  1. The link does not reach all of Kanta's halls\n     \
             found    hall A\n     \
             required hall A, hall B and hall C\n     \
             where    link `mpls-a`, field `halls` (broken.toml:77:9)\n              \
             link `mpls-b`, field `halls` (broken.toml:88:9)\n     \
             rule     "
        ),
        "{same}"
    );
    let not_the_same = told(&twice(["hall A", "hall B"]));
    assert!(
        not_the_same.contains(
            "  1. The link does not reach all of Kanta's halls\n     \
             where    link `mpls-a`, field `halls` (broken.toml:77:9)\n     \
             found    hall A\n     \
             required hall A, hall B and hall C\n     \
             where    link `mpls-b`, field `halls` (broken.toml:88:9)\n     \
             found    hall B\n     \
             required hall A, hall B and hall C\n     \
             rule     "
        ),
        "{not_the_same}"
    );
    for text in [same, not_the_same] {
        assert_eq!(text.matches("  1. ").count(), 1);
        assert_eq!(text.matches("  2. ").count(), 0);
        assert!(text.contains("\nVIOLATED (2)\n"));
    }
}

#[test]
fn a_ruling_is_asked_for_only_where_one_can_be_recorded() {
    let mut report = twice(["hall A", "hall B"]);
    for finding in &mut report.findings {
        finding.outcome = Outcome::Undetermined;
        finding.why = Some(Why::GuideSilent);
        finding.question = Some(Words::said(|_| "whether halls count".to_owned()));
        (finding.found, finding.required) = (None, None);
    }
    let remedy = report.findings[0].remedy.get(Language::En).to_owned();
    for takes_ruling in [true, false] {
        for finding in &mut report.findings {
            finding.takes_ruling = takes_ruling;
        }
        let mut page = Vec::new();
        markdown(&[report.sheet()], Language::En, true, &mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        for text in [told(&report), page] {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let hint = "the guide leaves this open; where somebody has decided it";
            assert_eq!(text.contains(hint), takes_ruling, "{text}");
            assert_eq!(text.contains(&remedy), !takes_ruling, "{text}");
        }
    }
}
