//! The HTML page.

use kanta_conformance::Language;
use kanta_report::format::{Report, fragment, github, html, junit, markdown, sarif};
use kanta_report::view::{Outcome, PlanReport, ReportSheet};
use proptest::prelude::*;

use crate::harness::{DATA, access_points, example, examples, whole};
use crate::hostile::{checked, thousand};

fn page(sheets: &[ReportSheet<'_>], language: Language) -> String {
    let mut out = Vec::new();
    html(sheets, language, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The page as XML: every element is closed, and every attribute quoted.
fn read(page: &str) -> Vec<(String, String)> {
    let body = page.strip_prefix("<!DOCTYPE html>").unwrap();
    // The empty elements of HTML, which XML closes.
    let body = closed(body);
    let document = roxmltree::Document::parse(&body).unwrap();
    document
        .descendants()
        .filter(roxmltree::Node::is_element)
        .map(|it| {
            let attributes = it
                .attributes()
                .map(|it| format!("{}={}", it.name(), it.value()));
            let name = it.tag_name().name().to_owned();
            (name, attributes.collect::<Vec<_>>().join(" "))
        })
        .collect()
}

fn closed(body: &str) -> String {
    let mut out = String::new();
    for (index, part) in body.split("<meta ").enumerate() {
        if index == 0 {
            out.push_str(part);
        } else {
            let (attributes, rest) = part.split_once('>').unwrap();
            out.push_str(&format!("<meta {attributes}/>{rest}"));
        }
    }
    out
}

#[test]
fn it_stands_alone_without_script_or_address_outside() {
    let whole = ["broken.toml", "intermediary.toml", "unknown.toml"].map(whole_example);
    for report in examples().into_iter().chain(whole) {
        for language in Language::ALL {
            let page = page(&[report.sheet()], language);
            assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
            for outside in [
                "<script", "src=", "http:", "https:", "@import", "url(", "<link",
            ] {
                assert!(!page.contains(outside), "{}: {outside}", report.plan);
            }
            read(&page);
        }
    }
}

#[test]
fn the_verdict_comes_first_and_every_finding_that_counts_is_there_with_clause_and_remedy() {
    let report = example("broken.toml");
    let page = page(&[report.sheet()], Language::En);
    let verdict = page.find("Does not conform").unwrap();
    for finding in &report.findings {
        if finding.outcome == Outcome::Violated {
            let at = page.find(&finding.requirement).unwrap();
            assert!(verdict < at);
            for words in [&finding.remedy, &finding.clause] {
                let words = words.get(Language::En).replace('"', "&quot;");
                assert!(page.contains(&words), "{words}");
            }
        }
    }
}

/// The plan of that name among the examples, with its picture, checklist and failures.
fn whole_example(name: &str) -> PlanReport {
    whole(name, &std::fs::read(format!("{DATA}/{name}")).unwrap())
}

#[test]
fn a_plan_is_told_in_the_order_of_the_reader_with_its_picture_its_checklist_and_its_failures() {
    let report = whole_example("broken.toml");
    let page = page(&[report.sheet()], Language::En);
    let parts = [
        "Does not conform",
        "The connection as a picture",
        "<svg class=\"kanta-picture\"",
        "The same facts as a table",
        "Violated (",
        "On somebody&apos;s word",
        "Before going live",
        "When one thing fails",
        "Cuts off (",
    ];
    let page = page.replace("On somebody's word", "On somebody&apos;s word");
    let places = parts.map(|part| page.find(part).unwrap_or_else(|| panic!("{part}")));
    assert!(places.is_sorted(), "{places:?}");
    // Whose word it is stands over what rests on it.
    assert!(page.contains("Attested: N.N., tietoturvapäällikkö, 2025-09-01: audit report 2025-17"));
    // Every mark of the picture is a finding of the page.
    let picture = report.picture.as_ref().unwrap();
    assert!(!picture.marks.is_empty());
    for mark in &picture.marks {
        assert!(
            page.matches(&mark.requirement).count() >= 1,
            "{}",
            mark.requirement
        );
    }
    let cut = report.failures.as_ref().unwrap().cutting().count();
    assert!(page.contains(&format!("Cuts off ({cut})")));
}

#[test]
fn what_the_page_shows_beside_the_findings_changes_no_other_format() {
    let report = whole_example("clinic.toml");
    let plain = example("clinic.toml");
    let told = |report: &PlanReport| {
        let sheets = [report.sheet()];
        let mut out = Vec::new();
        sarif(&sheets, Language::En, true, &mut out).unwrap();
        junit(&sheets, Language::En, &mut out).unwrap();
        markdown(&sheets, Language::En, true, &mut out).unwrap();
        github(&sheets[0], Language::En, &mut out).unwrap();
        out
    };
    assert_eq!(told(&report), told(&plain));
    // The JSON of what shows it holds it, and is read back.
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<PlanReport>(&json).unwrap(), report);
    assert!(
        !serde_json::to_string(&plain)
            .unwrap()
            .contains("\"picture\"")
    );
}

#[test]
fn each_id_of_a_page_is_given_once_and_several_pictures_share_one_style() {
    let all = ["broken.toml", "clinic.toml"].map(whole_example);
    let sheets = all.each_ref().map(|it| it.sheet());
    let page = page(&sheets, Language::Sv);
    let ids = page.split(" id=\"").skip(1);
    let mut ids: Vec<&str> = ids.map(|it| it.split('"').next().unwrap()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let names = page.split(" aria-label=\"").skip(1);
    let mut names: Vec<&str> = names.map(|it| it.split('"').next().unwrap()).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    assert_eq!(page.matches("<svg ").count(), 2);
    assert_eq!(page.matches("<style>").count(), 2);
}

#[test]
fn the_page_of_a_plan_with_forty_access_points_is_no_larger_than_500_kilobytes() {
    for language in Language::ALL {
        let report = whole("forty.toml", access_points(40).as_bytes());
        let page = page(&[report.sheet()], language);
        assert!(page.contains("192.31.196.40"));
        assert!(page.len() <= 500_000, "{} bytes", page.len());
        read(&page);
    }
}

#[test]
fn one_fault_of_many_subjects_is_told_once() {
    let page = page(&[thousand().sheet()], Language::Fi);
    assert!(page.len() < 300_000, "{} bytes", page.len());
}

#[test]
fn as_a_part_of_another_page_it_has_no_style_and_each_place_leads_to_its_line() {
    for report in ["broken.toml", "intermediary.toml", "unknown.toml"].map(whole_example) {
        for language in Language::ALL {
            let part = fragment(&[report.sheet()], language);
            let whole = page(&[report.sheet()], language);
            assert!(!part.contains(" style=") && !part.contains("<style"));
            assert!(!whole.contains("<button"));
            let document = roxmltree::Document::parse(&part).unwrap();
            assert!(document.root_element().has_tag_name("article"));
            let words = |node: roxmltree::Node<'_, '_>| node.text().unwrap().to_owned();
            let places = document
                .descendants()
                .filter(|it| it.has_tag_name("button"));
            let mut told = 0;
            for place in places {
                let (line, column) = (place.attribute("data-line"), place.attribute("data-column"));
                let at = format!("{}:{}:{}", report.plan, line.unwrap(), column.unwrap());
                assert_eq!(words(place), at);
                assert!(whole.contains(&format!("<span class=\"place\">{at}</span>")));
                told += 1;
            }
            let without = report
                .findings
                .iter()
                .filter(|its| its.outcome == Outcome::Violated);
            assert!(
                told >= without.filter(|its| its.place.is_some()).count(),
                "{told}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn hostile_words_stay_words(all in prop::collection::vec(checked(), 0..3)) {
        let sheets: Vec<_> = all.iter().map(|its| its.sheet()).collect();
        let page = page(&sheets, Language::Sv);
        let turning = ['\u{202e}', '\u{2066}', '\u{1b}', '\u{0}'];
        let before: String = page.chars().take_while(|c| !turning.contains(c)).collect();
        prop_assert_eq!(before.len(), page.len());
        // What XML cannot hold is no fault of HTML.
        let page = page.replace(['\u{fffe}', '\u{ffff}'], "");
        for (name, attributes) in read(&page) {
            let known = [
                "html", "head", "meta", "title", "style", "body", "main", "article", "header",
                "section", "footer", "h1", "h2", "h3", "h4", "h5", "p", "span", "ul", "li", "dl",
                "div", "dt", "dd", "code", "table", "thead", "tbody", "tr", "th", "td", "details",
                "summary", "a", "svg", "desc", "rect", "text", "path", "circle", "line", "g",
            ];
            prop_assert!(known.contains(&name.as_str()), "{}", name);
            let handler = attributes.split(' ').any(|it| it.starts_with("on"));
            prop_assert!(!handler, "{}", attributes);
        }
    }
}

#[test]
fn many_files_are_told_in_their_order_however_many_are_written_at_once() {
    let reports = (0..70).map(|number| {
        let mut report = example(["broken.toml", "clinic.toml"][number % 2]);
        report.plan = format!("plan-{number}.toml");
        report
    });
    let reports: Vec<PlanReport> = reports.collect();
    let sheets: Vec<ReportSheet<'_>> = reports.iter().map(Report::sheet).collect();
    // Places lead somewhere in the first file of a part, and in no other.
    let rest = |text: &str| {
        let rest = text.split_once("<article id=\"file-1\">").unwrap().1;
        rest.split("</main>").next().unwrap().to_owned()
    };
    let (page, parts) = (page(&sheets, Language::Fi), fragment(&sheets, Language::Fi));
    assert!(rest(&page) == rest(&parts));
    assert_eq!(page.matches("<article ").count(), 70);
}
