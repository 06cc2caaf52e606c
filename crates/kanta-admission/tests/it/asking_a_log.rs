//! Who asked for what: lines that are asked for, and counts of them, beside plain loops over the lines.

use std::collections::BTreeMap;

use kanta_address_index::Service;
use kanta_admission::audit::{
    DecisionCounts, Filter, Grouping, Line, OnFull, RecordedDecision, Summary,
};
use kanta_cert::Moment;
use proptest::prelude::*;

use crate::audit::{Memory, gate};
use crate::harness::{CLINIC, CLINIC_AP, NOON, PHYSIO, good, owner};

const SERVICES: [Service; 3] = [
    Service::Prescription,
    Service::PatientData,
    Service::Imaging,
];

/// The lines of a log of these attempts: for whom, what, from where, how many hours on.
fn lines(attempts: &[(bool, usize, bool, i64)]) -> Vec<Line> {
    let (case, memory) = (good(), Memory::default());
    let gate = gate(&case, &memory, OnFull::Refuse, 1000);
    let strange = {
        let mut strange = case.clone();
        strange.presents = false;
        strange.source = "192.31.196.99".parse().unwrap();
        strange.connection()
    };
    let known = case.connection();
    for (own, service, is_known, hours) in attempts {
        let mut attempt = case.attempt;
        attempt.subject = owner(if *own { CLINIC } else { PHYSIO });
        attempt.service = SERVICES[*service];
        attempt.at = Moment::from_unix_seconds(NOON.unix_seconds() + hours * 3600);
        let connection = if *is_known { &known } else { &strange };
        let admission = gate.admit(connection, &attempt);
        assert!(admission.report.line.is_some());
    }
    let written = memory.0.lock().unwrap().lines.clone();
    let lines = written.split(|octet| *octet == b'\n');
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(|line| Line::read(line).unwrap()).collect()
}

fn attempts() -> impl Strategy<Value = Vec<(bool, usize, bool, i64)>> {
    prop::collection::vec(
        (
            any::<bool>(),
            0..3_usize,
            prop::bool::weighted(0.8),
            0..60_i64,
        ),
        0..12,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_summary_counts_each_line_once_in_each_grouping_and_at_each_of_its_reasons(attempts in attempts()) {
        let lines = lines(&attempts);
        prop_assert_eq!(lines.len(), attempts.len());
        let mut summary = Summary::default();
        lines.iter().for_each(|line| summary.add(line));
        let permits = lines.iter().filter(|it| it.record.decision == RecordedDecision::Permit).count() as u64;
        let all = DecisionCounts { permits, denials: lines.len() as u64 - permits };
        prop_assert_eq!(summary.all(), all);
        prop_assert_eq!(summary.unrecorded(), 0);
        let mut times: Vec<&str> = lines.iter().map(|it| it.record.at.as_str()).collect();
        times.sort_unstable();
        prop_assert_eq!(summary.span(), times.first().copied().zip(times.last().copied()));
        for &grouping in Grouping::ALL {
            let mut expected: BTreeMap<String, DecisionCounts> = BTreeMap::new();
            for line in &lines {
                let record = &line.record;
                let keys = match grouping {
                    Grouping::Party => vec![record.subject.clone()],
                    Grouping::Service => vec![record.service.clone()],
                    Grouping::Day => vec![record.at[..10].to_owned()],
                    Grouping::Peer => vec![match &record.peer.certificate {
                        Some(_) => CLINIC_AP.to_owned(),
                        None => "unknown".to_owned(),
                    }],
                    _ => record.reasons.iter().map(|it| it.requirement.clone()).collect(),
                };
                for key in keys {
                    let tally = expected.entry(key).or_default();
                    match record.decision {
                        RecordedDecision::Permit => tally.permits += 1,
                        RecordedDecision::Deny => tally.denials += 1,
                    }
                }
            }
            prop_assert_eq!(summary.by(grouping), &expected, "{}", grouping.code());
        }
    }

    #[test]
    fn a_filter_asks_for_the_lines_that_have_everything_it_names(
        attempts in attempts(),
        party in prop::option::of(prop::sample::select(vec![CLINIC, PHYSIO])),
        service in prop::option::of(0..3_usize),
        peer in prop::option::of(prop::sample::select(vec![CLINIC_AP, "unknown"])),
        decision in prop::option::of(prop::sample::select(vec![RecordedDecision::Permit, RecordedDecision::Deny])),
        from in prop::option::of(0..60_i64),
        until in prop::option::of(0..60_i64),
        of_the_right in any::<bool>(),
        the_first in any::<bool>(),
    ) {
        let lines = lines(&attempts);
        let at = |hours: i64| Moment::from_unix_seconds(NOON.unix_seconds() + hours * 3600).to_string();
        let reason = "connection-models/no-right-on-the-day";
        let reference = lines.first().filter(|_| the_first).map(|line| line.reference.clone());
        let filter = Filter {
            party: party.map(str::to_owned),
            service: service.map(|service| SERVICES[service].code().to_owned()),
            reason: of_the_right.then(|| reason.to_owned()),
            peer: peer.map(str::to_owned),
            decision,
            reference: reference.clone(),
            from: from.map(at),
            until: until.map(at),
        };
        for (line, (own, of, is_known, hours)) in lines.iter().zip(&attempts) {
            let expected = party.is_none_or(|party| (party == CLINIC) == *own)
                && service.is_none_or(|service| service == *of)
                && peer.is_none_or(|peer| (peer == CLINIC_AP) == *is_known)
                && decision.is_none_or(|decision| decision == line.record.decision)
                && from.is_none_or(|from| from <= *hours)
                && until.is_none_or(|until| *hours < until)
                && (!of_the_right || line.record.reasons.iter().any(|it| it.requirement == reason))
                && reference.as_ref().is_none_or(|reference| *reference == line.reference);
            prop_assert_eq!(filter.asks_for(line), expected);
            prop_assert_eq!(line.peer(), if *is_known { CLINIC_AP } else { "unknown" });
        }
    }
}

#[test]
fn decisions_that_found_no_room_are_counted_from_the_line_behind_them() {
    let (case, memory) = (good(), Memory::default());
    memory.0.lock().unwrap().room = Some(1);
    let gate = gate(&case, &memory, OnFull::Count, 1000);
    let connection = case.connection();
    for _ in 0..4 {
        assert!(gate.admit(&connection, &case.attempt).answer.is_ok());
    }
    memory.0.lock().unwrap().room = None;
    assert!(gate.admit(&connection, &case.attempt).answer.is_ok());
    let written = memory.0.lock().unwrap().lines.clone();
    let mut summary = Summary::default();
    for line in written
        .split(|octet| *octet == b'\n')
        .filter(|it| !it.is_empty())
    {
        summary.add(&Line::read(line).unwrap());
    }
    let two = DecisionCounts {
        permits: 2,
        denials: 0,
    };
    assert_eq!((summary.all(), summary.unrecorded()), (two, 3));
    assert_eq!(Summary::default().span(), None);
}

#[test]
fn the_words_of_a_log_read_back() {
    for &grouping in Grouping::ALL {
        assert_eq!(grouping.to_string().parse(), Ok(grouping));
    }
    for &decision in RecordedDecision::ALL {
        assert_eq!(decision.to_string().parse(), Ok(decision));
        let written = serde_json::to_value(decision).unwrap();
        assert_eq!(written, decision.code());
    }
}

#[test]
fn a_span_of_time_holds_its_first_instant_and_not_its_end() {
    let lines = lines(&[(true, 0, true, 0)]);
    assert_eq!(lines[0].record.at, "2025-12-01T10:00:00Z");
    let asked = |from: Option<&str>, until: Option<&str>| {
        let filter = Filter {
            from: from.map(str::to_owned),
            until: until.map(str::to_owned),
            ..Filter::default()
        };
        filter.asks_for(&lines[0])
    };
    let (before, at, after) = (
        "2025-12-01T09:59:59Z",
        "2025-12-01T10:00:00Z",
        "2025-12-01T10:00:01Z",
    );
    let from = [before, at, after].map(|from| asked(Some(from), None));
    assert_eq!(from, [true, true, false]);
    let until = [before, at, after].map(|until| asked(None, Some(until)));
    assert_eq!(until, [false, false, true]);
}
