//! What came of many attempts, a line each.

use kanta_address_index::Service;
use kanta_admission::{AdmissionExplanation, Attempt, Connection, Policy, Presented, State};
use kanta_cert::TrustStore;
use kanta_report::format::{attempt_csv, attempts_csv};
use kanta_report::view::{Answered, AttemptAnswer, Decision};

use crate::answers::{index, kept};

/// A request of nobody that is known.
fn explanation() -> AdmissionExplanation {
    let index = index();
    let owner = index.owner_named("clinic").unwrap();
    let at = "2025-12-01T12:00:00+02:00".parse().unwrap();
    let state = State::new(index, TrustStore::default(), Policy::access_points());
    let source = "192.31.196.7".parse().unwrap();
    let connection = Connection::new(Presented::without_certificate(source));
    state.explain(&connection, &Attempt::new(owner, Service::Imaging, at))
}

fn row(answer: &AttemptAnswer) -> String {
    let mut out = Vec::new();
    attempt_csv(answer, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn json(answer: &AttemptAnswer) -> String {
    kept("admit-batch", answer);
    serde_json::to_string(answer).unwrap()
}

#[test]
fn a_denial_names_what_is_missing_in_json_and_in_csv() {
    let explanation = explanation();
    let ids: Vec<&str> = explanation
        .missing()
        .map(|link| link.requirement.id())
        .collect();
    assert!(ids.len() > 1);
    let answer = AttemptAnswer::decided(7, &explanation);
    assert_eq!(answer.decision, Answered::Deny);
    let quoted = serde_json::to_string(&ids).unwrap();
    assert_eq!(
        json(&answer),
        format!(
            "{{\"decision\":\"deny\",\"line\":7,\"message\":null,\"missing\":{quoted},\"questions\":[],\"reference\":null}}"
        )
    );
    assert_eq!(row(&answer), format!("7,deny,{},,,\n", ids.join(" ")));
}

#[test]
fn another_index_decides_the_same_or_otherwise() {
    for (otherwise, word, cell) in [
        (None, "null", ""),
        (Some(true), "\"permit\"", "permit"),
        (Some(false), "\"deny\"", "deny"),
    ] {
        let answer = AttemptAnswer::unreadable(1, "x").beside(otherwise);
        let shadow = otherwise.map(|permits| {
            if permits {
                Decision::Permit
            } else {
                Decision::Deny
            }
        });
        assert_eq!(answer.shadow, Some(shadow));
        assert!(json(&answer).ends_with(&format!(",\"shadow\":{word}}}")));
        assert!(row(&answer).ends_with(&format!(",\"x\",{cell}\n")));
    }
    let mut head = Vec::new();
    attempts_csv(false, &mut head).unwrap();
    attempts_csv(true, &mut head).unwrap();
    let head = String::from_utf8(head).unwrap();
    let columns = "line,decision,missing,questions,reference,message";
    assert_eq!(head, format!("{columns}\n{columns},shadow\n"));
}

#[test]
fn what_cannot_be_recorded_is_denied_and_what_a_spreadsheet_would_reckon_is_none() {
    let mut answer = AttemptAnswer::unreadable(1, "");
    answer.decision = Answered::Permit;
    let recorded = answer.clone().recorded(Some("411d".to_owned()), None);
    assert_eq!(recorded.decision, Answered::Permit);
    let full = "the disk is full".to_owned();
    let unrecorded = answer.recorded(None, Some(full));
    assert_eq!(unrecorded.decision, Answered::Deny);
    for hostile in ["=1+1", "+1", "-1", "@x"] {
        let told = row(&AttemptAnswer::unreadable(2, hostile));
        assert_eq!(told, format!("2,unreadable,,,,\"'{hostile}\"\n"));
    }
    let told = row(&AttemptAnswer::unreadable(2, "a\"b\u{1b}"));
    assert_eq!(told, "2,unreadable,,,,\"a\"\"b\\u{1b}\"\n");
}
