//! Views that nobody would write: no finding, one, a thousand, and words that break formats.

use kanta_report::view::{Checked, Fault, Finding, Place, PlanReport, RefusedInput, Words};
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::harness::{DATA, example, whole};

/// Words that one format or another would take for something else.
pub(crate) const WORDS: [&str; 12] = [
    "",
    "\"'`",
    "</text><script>alert(1)</script>",
    "<!-- --> ]]> &amp; &#0;",
    "\u{1b}[31mred\u{7}\u{0}\u{8}",
    "line\nfeed\r\n::error::x",
    "\u{202e}abc\u{2066}\u{200f}",
    "%0A%3A,a=b:c",
    "| a | [b](javascript:c) ![d](e) @everyone https://example.invalid www.example.invalid",
    "\u{fffe}\u{ffff}\u{fdd0}\u{1fffe}",
    "åäö € 😀 e\u{301}",
    "-",
];

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
        any::<String>(),
    ]
}

/// A finding of an example, with other words in all of its texts.
pub(crate) fn finding() -> impl Strategy<Value = Finding> {
    let findings = example("broken.toml").findings;
    let undetermined = example("unknown.toml").findings;
    let all: Vec<Finding> = findings.into_iter().chain(undetermined).collect();
    (
        prop::sample::select(all),
        prop::collection::vec(words(), 1..6),
    )
        .prop_map(|(finding, words)| {
            let mut json = serde_json::to_value(finding).unwrap();
            let mut next = words.iter().cycle();
            spoil(&mut json, "", &mut next);
            serde_json::from_value(json).unwrap()
        })
}

/// What is chosen among few words, or a day, stays.
const KEPT: [&str; 20] = [
    "level",
    "certainty",
    "evidence",
    "outcome",
    "why",
    "kind",
    "judged_on",
    "decisive_day",
    "on",
    "seen",
    "not_yet",
    "date",
    "last_day",
    "verdict",
    "of",
    "tone",
    "state",
    "role",
    "style",
    "network",
];

fn spoil<'a>(json: &mut Json, key: &str, words: &mut impl Iterator<Item = &'a String>) {
    match json {
        Json::Object(fields) => {
            for (key, value) in fields {
                spoil(value, key, words);
            }
        }
        Json::Array(values) => values.iter_mut().for_each(|value| spoil(value, key, words)),
        Json::String(text) if !KEPT.contains(&key) => text.clone_from(words.next().unwrap()),
        _ => {}
    }
}

/// A plan's report with hostile words.
pub(crate) fn report() -> impl Strategy<Value = PlanReport> {
    (words(), prop::collection::vec(finding(), 0..5), annexes()).prop_map(
        |(name, findings, annexes)| {
            let mut report = annexes.unwrap_or_else(|| example("clinic.toml"));
            report.party = Some(name.clone());
            report.plan = name;
            report.findings = findings;
            report
        },
    )
}

/// A plan's report with picture, checklist and failures in which every word is another, ids among them.
fn annexes() -> impl Strategy<Value = Option<PlanReport>> {
    let path = format!("{DATA}/figure-9.toml");
    let mut report = whole("figure-9.toml", &std::fs::read(path).unwrap());
    report.findings.clear();
    prop::option::of(prop::collection::vec(words(), 1..40)).prop_map(move |words| {
        let words = words?;
        let mut next = words.iter().cycle();
        let mut json = serde_json::to_value(&report).unwrap();
        for key in ["picture", "checklist", "failures"] {
            spoil(&mut json[key], key, &mut next);
        }
        Some(serde_json::from_value(json).unwrap())
    })
}

/// A judged file or one that could not be understood.
pub(crate) fn checked() -> impl Strategy<Value = Checked<PlanReport>> {
    let refused = (words(), words(), 0_usize..3).prop_map(|(name, message, line)| {
        let place = (line > 0).then(|| {
            let mut place = Place::default();
            place.file.clone_from(&name);
            place.line = Some(line);
            place
        });
        let messages = Words::said(|_| message.clone());
        let fault = Fault::new(messages, place, kanta_conformance::Language::En);
        Checked::Refused(RefusedInput::new(name, vec![fault]))
    });
    prop_oneof![3 => report().prop_map(Checked::Judged), 1 => refused]
}

/// A report with a thousand findings.
pub(crate) fn thousand() -> PlanReport {
    let mut report = example("broken.toml");
    let findings = report.findings.clone();
    report.findings = findings.into_iter().cycle().take(1000).collect();
    report
}

/// A report without any finding.
pub(crate) fn nothing() -> PlanReport {
    let mut report = example("clinic.toml");
    report.findings.clear();
    report
}
