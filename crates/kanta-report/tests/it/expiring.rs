//! What ends soon, as a calendar and as metrics, whatever the words are.

use kanta_conformance::{Date, Language};
use kanta_report::format::{ical, prometheus};
use kanta_report::view::{Ending, EndingKind, ExpiringReport};
use proptest::prelude::*;

use crate::hostile::WORDS;

fn report(names: &[String]) -> ExpiringReport {
    let mut report = ExpiringReport::default();
    report.on = Date::constant(2025, 12, 1).into();
    let last = Date::constant(2026, 1, 31).into();
    report.ending = names
        .iter()
        .map(|name| {
            let (file, kind) = (format!("{name}.toml"), EndingKind::Agreement);
            Ending::new(&file, kind, name.clone(), name.clone(), last, report.on)
        })
        .collect();
    report
}

fn calendar(report: &ExpiringReport) -> String {
    let mut out = Vec::new();
    ical(report, Language::Fi, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// The lines of a calendar, put together again.
fn unfolded(text: &str) -> Vec<String> {
    assert!(text.ends_with("\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    let text = text.replace("\r\n ", "");
    text.lines().map(str::to_owned).collect()
}

#[test]
fn a_line_is_folded_after_seventy_five_bytes_and_never_inside_a_character() {
    for length in 60..90 {
        let name = "ä".repeat(length);
        let text = calendar(&report(std::slice::from_ref(&name)));
        let lines = unfolded(&text);
        let summary = lines.iter().find(|it| it.starts_with("SUMMARY:")).unwrap();
        assert_eq!(
            *summary,
            format!("SUMMARY:päättyy: sopimus `{name}` ({name}.toml: {name})")
        );
    }
}

#[test]
fn an_event_is_whole_and_is_known_again() {
    let lines = unfolded(&calendar(&report(&["a,b;c\\d".to_owned()])));
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "DTSTAMP:20251201T000000Z",
        "DTSTART;VALUE=DATE:20260131",
        "SUMMARY:päättyy: sopimus `a\\,b\\;c\\\\d` (a\\,b\\;c\\\\d.toml: a\\,b\\;c\\\\d)",
        "END:VCALENDAR",
    ] {
        assert!(lines.contains(&line.to_owned()), "{line}: {lines:?}");
    }
    // Another day is the same event, another thing another.
    let uid = |report: &ExpiringReport| {
        let lines = unfolded(&calendar(report));
        lines.into_iter().find(|it| it.starts_with("UID:")).unwrap()
    };
    let mut renewed = report(&["a".to_owned()]);
    renewed.ending[0].last_day = Date::constant(2027, 1, 31).into();
    renewed.ending[0].name = "A".to_owned();
    assert_eq!(uid(&renewed), uid(&report(&["a".to_owned()])));
    assert_ne!(uid(&renewed), uid(&report(&["b".to_owned()])));
    // A calendar is never without a component.
    let empty = unfolded(&calendar(&report(&[])));
    assert!(empty.contains(&"BEGIN:VJOURNAL".to_owned()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_words_break_a_calendar_or_metrics(
        names in prop::collection::vec(prop_oneof![
            prop::sample::select(&WORDS[..]).prop_map(str::to_owned),
            any::<String>(),
        ], 0..5)
    ) {
        let report = report(&names);
        let lines = unfolded(&calendar(&report));
        let count = |text: &str| lines.iter().filter(|line| *line == text).count();
        prop_assert_eq!(count("BEGIN:VEVENT"), names.len());
        prop_assert_eq!(count("END:VEVENT"), names.len());
        let mut out = Vec::new();
        prometheus(&report, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        for line in out.split('\n').filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (metric, value) = line.rsplit_once(' ').unwrap();
            prop_assert!(value.parse::<i64>().is_ok(), "{}", line);
            // Outside its escapes a label has no quotation mark.
            let bare = metric.replace("\\\\", "").replace("\\\"", "");
            prop_assert!([0, 8].contains(&bare.matches('"').count()), "{}", line);
            prop_assert!(metric.starts_with("kanta_expiring_"), "{}", line);
        }
    }
}
