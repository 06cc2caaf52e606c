//! The HTML page.

use kanta_conformance::Language;
use kanta_report::format::{Report, html};
use kanta_report::view::{Outcome, Sheet};
use proptest::prelude::*;

use crate::harness::{example, examples};
use crate::hostile::{checked, thousand};

fn page(sheets: &[Sheet<'_>], language: Language) -> String {
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
    for report in examples() {
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

#[test]
fn one_fault_of_many_subjects_is_told_once() {
    let page = page(&[thousand().sheet()], Language::Fi);
    assert!(page.len() < 300_000, "{} bytes", page.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn hostile_words_stay_words(all in prop::collection::vec(checked(), 0..3)) {
        let sheets: Vec<_> = all.iter().map(|its| its.sheet()).collect();
        let page = page(&sheets, Language::Sv);
        let turning = ['\u{202e}', '\u{2066}', '\u{1b}', '\u{0}'];
        prop_assert!(!page.contains(turning));
        // What XML cannot hold is no fault of HTML.
        let page = page.replace(['\u{fffe}', '\u{ffff}'], "");
        for (name, attributes) in read(&page) {
            let known = [
                "html", "head", "meta", "title", "style", "body", "main", "article", "header",
                "section", "footer", "h1", "h2", "h3", "h4", "h5", "p", "span", "ul", "li", "dl",
                "div", "dt", "dd", "code", "table", "thead", "tbody", "tr", "th", "td", "details",
                "summary", "a",
            ];
            prop_assert!(known.contains(&name.as_str()), "{}", name);
            let handler = attributes.split(' ').any(|it| it.starts_with("on"));
            prop_assert!(!handler, "{}", attributes);
        }
    }
}
