//! The set that decisions rest on is exchanged in the middle of many threads' requests.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kanta_admission::audit::{Line, OnFull, RecordedDecision};

use crate::audit::{Memory, gate};
use crate::harness::{Case, INDEX, good};

/// Version `b` has no right, and its lists revoke the certificate that version `a` knows: a decision that mixed the
/// two would be a denial for one reason alone.
fn sets() -> [Case; 2] {
    let versioned = |text: &str, version: &str| {
        text.replace(
            "version = \"2025-12-01.1\"",
            &format!("version = \"{version}\""),
        )
    };
    let mut a = good();
    a.index = versioned(INDEX, "a");
    let mut b = good();
    b.index = versioned(INDEX, "b").replace("service = \"prescription\"", "service = \"imaging\"");
    let list = b.chain.crl.take().unwrap();
    b.chain.crl = Some(list.revoke(&crate::harness::ON_RECORD, "2025-11-30T12:00:00Z", None));
    [a, b]
}

#[test]
fn a_set_is_told_from_another_by_the_part_that_differs() {
    let versions = |case: &Case| {
        let it = case.state().versions().as_ref().clone();
        [it.index, it.trust, it.crls, it.policy]
    };
    let differ = |a: &[String; 4], b: &[String; 4]| [0, 1, 2, 3].map(|at| a[at] != b[at]);
    let (case, [a, b]) = (good(), sets());
    let as_it_is = versions(&case);
    for digest in &as_it_is[1..] {
        assert_eq!(digest.len(), 16);
        assert!(
            digest
                .bytes()
                .all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
        );
    }
    assert_eq!(differ(&as_it_is, &versions(&case)), [false; 4]);
    assert_eq!(
        differ(&versions(&a), &versions(&b)),
        [true, false, true, false]
    );
    let mut case = good();
    case.policy.environment = Some(kanta_cert::Environment::Production);
    assert_eq!(
        differ(&as_it_is, &versions(&case)),
        [false, false, false, true]
    );
    let mut case = good();
    case.chain.root = case.chain.root.clone().certificate_serial(&[9]);
    assert_eq!(
        differ(&as_it_is, &versions(&case)),
        [false, true, false, false]
    );
}

#[test]
fn no_decision_mixes_two_sets() {
    let [a, b] = sets();
    let memory = Memory::default();
    let gate = Arc::new(gate(&a, &memory, OnFull::Refuse, 1000));
    let connection = Arc::new(a.connection());
    let stop = Arc::new(AtomicBool::new(false));
    let asking: Vec<_> = (0..4)
        .map(|_| {
            let (gate, connection) = (Arc::clone(&gate), Arc::clone(&connection));
            let (stop, attempt) = (Arc::clone(&stop), a.attempt);
            std::thread::spawn(move || {
                let mut asked = 0_u32;
                while !stop.load(Ordering::Relaxed) && asked < 20_000 {
                    let admission = gate.admit(&connection, &attempt);
                    let record = &admission.report.record;
                    assert_eq!(
                        admission.answer.is_ok(),
                        record.decision == RecordedDecision::Permit
                    );
                    // The short way gives the answer of the set at hand, too.
                    let state = gate.live().state();
                    let permits = state.evaluate(&connection, &attempt).would_permit();
                    assert_eq!(permits, state.versions().index == "a");
                    asked += 1;
                }
                asked
            })
        })
        .collect();
    for turn in 0..60 {
        gate.live()
            .replace(if turn % 2 == 0 { b.state() } else { a.state() });
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    stop.store(true, Ordering::Relaxed);
    let asked: u32 = asking
        .into_iter()
        .map(|thread| thread.join().unwrap())
        .sum();
    let lines = memory.0.lock().unwrap().lines.clone();
    let mut seen = [0_u32; 2];
    for line in lines
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
    {
        let record = Line::read(line).unwrap().record;
        let reasons: Vec<&str> = record
            .reasons
            .iter()
            .map(|it| it.requirement.as_str())
            .collect();
        match record.rests_on.index.as_str() {
            "a" => {
                assert_eq!(record.decision, RecordedDecision::Permit, "{reasons:?}");
                seen[0] += 1;
            }
            "b" => {
                let both = [
                    "private-network/certificate-revoked",
                    "connection-models/no-right-on-the-day",
                ];
                assert_eq!(reasons, both);
                seen[1] += 1;
            }
            other => panic!("{other}"),
        }
    }
    assert_eq!(seen[0] + seen[1], asked, "every decision has its line");
    assert!(seen[0] > 0 && seen[1] > 0, "{seen:?}");
}

#[test]
fn a_set_that_does_not_load_leaves_the_one_before_and_is_counted() {
    let [a, b] = sets();
    let gate = gate(&a, &Memory::default(), OnFull::Refuse, 1000);
    let live = gate.live();
    assert_eq!(
        live.reload(|| Err("index.toml: unreadable")),
        Err("index.toml: unreadable")
    );
    assert_eq!(live.reload(|| Err("again")), Err("again"));
    let health = live.health();
    assert_eq!(
        (
            health.versions.index.as_str(),
            health.failed,
            health.failing
        ),
        ("a", 2, 2)
    );
    let versions = live.reload(|| Ok::<_, ()>(b.state())).unwrap();
    assert_eq!(versions.index, "b");
    let health = live.health();
    assert_eq!((health.loaded, health.failed, health.failing), (2, 2, 0));
}
