//! Findings that are accepted or known, with words that break formats.

use std::collections::BTreeSet;

use kanta_conformance::{Date, Language};
use kanta_report::format::{Report, github, html, junit, markdown};
use kanta_report::settled::{Acceptances, Baseline, NewBaseline, Settled};
use kanta_report::text::not_in_baseline;
use kanta_report::view::{Against, Outcome, PlanReport, RefusedInput, Verdict};

use crate::harness::example;
use crate::hostile::WORDS;
use crate::sarif::log;

const ID: &str = "connection-models/tls-version-too-old";

fn accepting(reason: &str) -> Settled {
    // JSON's text is TOML's, but for two characters that TOML wants escaped.
    let quoted = serde_json::to_string(reason).unwrap();
    let quoted = quoted.replace('\u{7f}', "\\u007f");
    let text = format!(
        "format = 1\n[[accept]]\nrequirement = \"{ID}\"\nsubject = \"access_point.ap1\"\n\
         reason = {quoted}\napprover = {quoted}\nuntil = 2025-12-31\n"
    );
    let read = Acceptances::read("accept.toml", text.as_bytes(), [ID]).unwrap();
    Settled::new().accept(read, Date::constant(2025, 12, 1), BTreeSet::from([ID]))
}

#[test]
fn hostile_reasons_leave_every_format_whole() {
    for reason in WORDS.into_iter().filter(|its| !its.trim().is_empty()) {
        let mut report = example("broken.toml");
        let mut settled = accepting(reason);
        settled.mark(&mut report);
        let accepted = report.findings.iter().filter(|its| its.accepted.is_some());
        assert_eq!(accepted.count(), 1);
        // One of fourteen: the verdict stays, and so does what is left of it.
        assert_eq!(report.verdict, Verdict::NonConforming);
        assert_eq!(report.set_aside.unwrap().verdict, Verdict::NonConforming);
        assert!(settled.stale().is_none());
        let sheets = [report.sheet()];
        let log = log(&sheets, Language::Fi, false);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let suppressed = results.iter().filter(|its| !its["suppressions"].is_null());
        assert_eq!(suppressed.count(), 1);
        let mut out = Vec::new();
        junit(&sheets, Language::Sv, &mut out).unwrap();
        let xml = String::from_utf8(out).unwrap();
        let document = roxmltree::Document::parse(&xml).unwrap();
        let skipped = document
            .descendants()
            .filter(|it| it.has_tag_name("skipped"));
        let rest = [Outcome::NotApplicable, Outcome::NotInForce];
        let rest = report
            .findings
            .iter()
            .filter(|its| rest.contains(&its.outcome));
        assert_eq!(skipped.count(), rest.count() + 1);
        let notices = |report: &PlanReport| {
            let mut out = Vec::new();
            github(&report.sheet(), Language::En, &mut out).unwrap();
            String::from_utf8(out).unwrap().matches("::notice").count()
        };
        assert_eq!(notices(&report), notices(&example("broken.toml")) + 1);
        let mut out = Vec::new();
        markdown(&sheets, Language::En, false, &mut out).unwrap();
        html(&sheets, Language::En, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(!out.contains("<script>"));
        assert_eq!(out.matches("Set aside: 1 accepted").count(), 2, "{out}");
    }
}

#[test]
fn a_report_is_its_own_baseline_and_no_other_ones() {
    let report = example("unknown.toml");
    let line = Baseline::line(&report.sheet());
    let json = serde_json::to_string(&report).unwrap();
    for text in [line, json] {
        let baseline = Baseline::read(&text).unwrap();
        let mut marked = report.clone();
        Settled::new().baseline(baseline.clone()).mark(&mut marked);
        assert_eq!(marked.verdict, Verdict::Undetermined);
        let left = marked.set_aside.unwrap();
        assert_eq!((left.verdict, left.accepted), (Verdict::Conforming, 0));
        let open = [Outcome::Violated, Outcome::Undetermined];
        for finding in &marked.findings {
            let expected = open
                .contains(&finding.outcome)
                .then_some(Against::Unchanged);
            assert_eq!(finding.against, expected);
        }
        let mut other = example("broken.toml");
        Settled::new().baseline(baseline).mark(&mut other);
        assert_eq!(other.set_aside.unwrap().unchanged, 0);
    }
    for text in [
        "{}",
        "[]",
        "x",
        "{\"format\":2,\"file\":\"a\",\"findings\":[]}",
    ] {
        assert_eq!(Baseline::read(text).unwrap_err().line, 1, "{text}");
    }
    assert_eq!(Baseline::read("\n\nx").unwrap_err().line, 3);
}

#[test]
fn what_no_finding_explains_is_not_set_aside() {
    // A plan without anything in it is undetermined, whatever becomes of its findings.
    let mut report = example("clinic.toml");
    report.gaps = vec![kanta_report::view::Gap::default()];
    report.verdict = Verdict::Undetermined;
    let baseline = Baseline::read(&Baseline::line(&report.sheet())).unwrap();
    Settled::new().baseline(baseline).mark(&mut report);
    assert_eq!(report.set_aside.unwrap().verdict, Verdict::Undetermined);
}

#[test]
fn a_baseline_being_written_has_what_was_judged_and_names_what_was_not() {
    let report = example("broken.toml");
    let mut baseline = NewBaseline::new();
    assert_eq!(baseline.lines(), Some(""));
    for name in WORDS {
        baseline.add(&RefusedInput::new(name, Vec::new()).sheet());
    }
    // Nothing was judged: an earlier baseline stays.
    assert_eq!(baseline.lines(), None);
    baseline.add(&report.sheet());
    let expected = Baseline::line(&report.sheet()) + "\n";
    assert_eq!(baseline.lines(), Some(expected.as_str()));
    assert_eq!(baseline.not_judged(), WORDS);
    for file in baseline.not_judged() {
        for language in Language::ALL {
            let told = not_in_baseline("base.json", file, language);
            assert!(!told.contains(char::is_control), "{told}");
        }
    }
}
