//! The audit log: what is done to it is found, whatever it is.

use std::sync::{Arc, Mutex};

use kanta_address_index::Service;
use kanta_admission::audit::{
    Checkpoint, Damage, Head, Line, LineError, Log, OnFull, RecordedDecision, Sink, SinkError,
    Unmet, Verified, Verifier, json_schema,
};
use kanta_admission::{Connection, Gate, Live};
use proptest::prelude::*;

use crate::harness::{Case, good};

const ORIGIN: &str = "gate.klinikka.example/audit";

/// What a sink took, and how much room it has left.
#[derive(Default)]
pub(crate) struct Taken {
    pub(crate) lines: Vec<u8>,
    pub(crate) checkpoints: String,
    pub(crate) room: Option<usize>,
    pub(crate) waits: usize,
}

/// Takes everything into memory.
#[derive(Clone, Default)]
pub(crate) struct Memory(pub(crate) Arc<Mutex<Taken>>);

impl Sink for Memory {
    fn append(&mut self, line: &[u8]) -> Result<(), SinkError> {
        let mut taken = self.0.lock().unwrap();
        match &mut taken.room {
            Some(0) => return Err(SinkError::Full),
            Some(room) => *room -= 1,
            None => {}
        }
        taken.lines.extend_from_slice(line);
        Ok(())
    }

    fn checkpoint(&mut self, checkpoint: &Checkpoint) -> Result<(), SinkError> {
        let mut taken = self.0.lock().unwrap();
        taken.checkpoints += &format!("{checkpoint}\n");
        Ok(())
    }

    fn wait(&mut self) {
        let mut taken = self.0.lock().unwrap();
        taken.waits += 1;
        taken.room = Some(1);
    }
}

pub(crate) fn gate(case: &Case, memory: &Memory, on_full: OnFull, every: u64) -> Gate {
    let log = Log::new(
        ORIGIN,
        Head::empty(ORIGIN),
        Box::new(memory.clone()),
        on_full,
        every,
    );
    Gate::new(Live::new(case.state()), log.unwrap())
}

/// A log of so many decisions, some of them denials, with a checkpoint every three lines and at the end.
pub(crate) fn written(decisions: usize) -> (Vec<u8>, String) {
    let (case, memory) = (good(), Memory::default());
    let gate = gate(&case, &memory, OnFull::Refuse, 3);
    let connection = case.connection();
    for at in 0..decisions {
        let mut attempt = case.attempt;
        if at % 3 == 1 {
            attempt.service = Service::Imaging;
        }
        assert_eq!(
            gate.admit(&connection, &attempt).answer.is_ok(),
            at % 3 != 1
        );
    }
    gate.log().seal("2025-12-01T11:00:00Z").unwrap();
    let taken = memory.0.lock().unwrap();
    (taken.lines.clone(), taken.checkpoints.clone())
}

pub(crate) fn verify(log: &[u8], checkpoints: &str) -> Verified {
    let mut verifier = Verifier::new(Checkpoint::read_all(checkpoints).unwrap()).unwrap();
    let mut lines = log.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_some() {
            verifier.line(line);
        } else {
            verifier.rest(line);
        }
    }
    verifier.finish()
}

pub(crate) fn lines(log: &[u8]) -> Vec<Vec<u8>> {
    log.split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

#[test]
fn a_whole_log_verifies_up_to_its_last_checkpoint() {
    let (log, checkpoints) = written(8);
    let verified = verify(&log, &checkpoints);
    assert!(verified.is_whole(), "{:?}", verified.damages);
    assert_eq!(
        (verified.lines, verified.sealed, verified.unsealed()),
        (8, 8, 0)
    );
    // Without the last checkpoint, what is behind the one before cannot be missed.
    let first: String = checkpoints.split_inclusive("\n\n").take(1).collect();
    let verified = verify(&log, &first);
    assert_eq!(
        (verified.is_whole(), verified.sealed, verified.unsealed()),
        (true, 3, 5)
    );
}

#[test]
fn every_line_fits_the_schema_and_permit_and_denial_have_the_same_members() {
    let schema = serde_json::from_str(json_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let mut worlds = vec![good()];
    worlds.push(Case {
        presents: false,
        ..good()
    });
    worlds.push(Case {
        source: "2001:db8::1".parse().unwrap(),
        ..good()
    });
    let mut members = std::collections::BTreeSet::new();
    for case in worlds {
        let memory = Memory::default();
        let gate = gate(&case, &memory, OnFull::Refuse, 3);
        let _ = gate.admit(&case.connection(), &case.attempt);
        for line in memory.0.lock().unwrap().lines.split(|byte| *byte == b'\n') {
            if line.is_empty() {
                continue;
            }
            let line: serde_json::Value = serde_json::from_slice(line).unwrap();
            let faults: Vec<_> = validator
                .iter_errors(&line)
                .map(|it| it.to_string())
                .collect();
            assert!(faults.is_empty(), "{faults:?}\n{line}");
            let keys = line.as_object().unwrap().keys();
            members.insert(keys.cloned().collect::<Vec<_>>().join(" "));
        }
    }
    assert_eq!(members.len(), 1, "{members:?}");
}

#[test]
fn a_line_tells_who_asked_for_what_and_why_it_was_denied() {
    let (log, _) = written(2);
    let of = |line: &[u8]| Line::read(line.strip_suffix(b"\n").unwrap()).unwrap();
    let lines = lines(&log);
    let (permit, denial) = (of(&lines[0]), of(&lines[1]));
    assert_eq!((permit.seq, denial.seq), (1, 2));
    assert_eq!(denial.before, permit.hash);
    assert_eq!(permit.record.decision, RecordedDecision::Permit);
    assert_eq!(
        permit.record.right.as_ref().unwrap().reference.as_deref(),
        Some("hakemus 2024-17")
    );
    assert_eq!(denial.record.decision, RecordedDecision::Deny);
    let [reason] = &denial.record.reasons[..] else {
        panic!("{:?}", denial.record.reasons)
    };
    assert_eq!(reason.requirement, "connection-models/no-right-on-the-day");
    assert_eq!(
        reason.clauses,
        ["connection-models 2.2", "connection-models 4.2.1"]
    );
    assert_eq!(reason.responsible, "kanta");
    assert_eq!(
        denial.record.peer.certificate.as_ref().unwrap().serial,
        "4f2a01"
    );
    assert_eq!(denial.record.rests_on.index, "2025-12-01.1");
    assert_ne!(permit.reference, denial.reference);
}

#[test]
fn no_checkpoint_no_verification() {
    assert!(Verifier::new(Vec::new()).is_err());
    assert!(Checkpoint::read_all("").is_err());
    // An empty log is whole only where the checkpoint says that it is empty.
    let (_, checkpoints) = written(4);
    let damages = verify(b"", &checkpoints).damages;
    assert_eq!(damages, [Damage::CutOff { size: 4, last: 0 }]);
    let empty = Checkpoint::new(ORIGIN, Head::empty(ORIGIN), "2025-12-01T10:00:00Z").unwrap();
    assert!(verify(b"", &empty.to_string()).is_whole());
    // A log of another origin does not begin as this one does.
    let (log, _) = written(2);
    let other = Checkpoint::new("other", Head::empty("other"), "2025-12-01T10:00:00Z").unwrap();
    let damages = verify(&log, &other.to_string()).damages;
    assert_eq!(damages, [Damage::Replaced { line: 1, number: 1 }]);
}

#[test]
fn the_end_of_a_log_can_be_torn_without_being_damaged() {
    let (log, checkpoints) = written(4);
    let torn = [&log[..], &lines(&log)[0][..40]].concat();
    let verified = verify(&torn, &checkpoints);
    assert_eq!((verified.is_whole(), &verified.torn[..]), (true, &[5][..]));
    // Where a checkpoint knows the torn line, it was cut off.
    let cut = &log[..log.len() - 10];
    let verified = verify(cut, &checkpoints);
    assert_eq!(verified.damages, [Damage::CutOff { size: 4, last: 3 }]);
    // A line whose line feed alone is missing is a line.
    let verified = verify(&log[..log.len() - 1], &checkpoints);
    assert_eq!(
        (verified.is_whole(), verified.lines, verified.torn.len()),
        (true, 4, 0)
    );
}

#[test]
fn a_part_that_was_rechained_is_found_by_a_checkpoint() {
    let (log, checkpoints) = written(6);
    // The same decisions in another order: every line is well-formed and well-chained.
    let (case, memory) = (good(), Memory::default());
    let gate = gate(&case, &memory, OnFull::Refuse, 100);
    let connection = case.connection();
    for _ in 0..6 {
        let _ = gate.admit(&connection, &case.attempt);
    }
    let other = memory.0.lock().unwrap().lines.clone();
    assert_ne!(other, log);
    let damages = verify(&other, &checkpoints).damages;
    assert_eq!(
        damages,
        [
            Damage::AgainstCheckpoint { size: 3 },
            Damage::AgainstCheckpoint { size: 6 }
        ]
    );
    // Half of one and half of the other.
    let mixed = [
        &lines(&log)[..3].concat()[..],
        &lines(&other)[3..].concat()[..],
    ]
    .concat();
    let damages = verify(&mixed, &checkpoints).damages;
    assert!(
        damages.contains(&Damage::Replaced { line: 4, number: 4 }),
        "{damages:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_done_to_a_sealed_log_is_found(
        kind in 0..5_usize, at in 0..9_usize, other in 0..9_usize, byte in any::<prop::sample::Index>(), bit in 0..8_u8
    ) {
        let (log, checkpoints) = SEALED.get_or_init(|| written(9));
        let mut lines = lines(log);
        let is_same = |lines: &[Vec<u8>]| lines.concat() == *log;
        match kind {
            // A bit of a line turns round, its line feed included.
            0 => {
                let place = byte.index(lines[at].len());
                lines[at][place] ^= 1 << bit;
            }
            1 => { lines.remove(at); }
            2 => lines.swap(at, other),
            3 => { let copy = lines[at].clone(); lines.insert(other, copy); }
            // The log ends in the middle of a line, or before it.
            _ => {
                lines.truncate(at + 1);
                let end = byte.index(lines[at].len());
                lines[at].truncate(end);
            }
        }
        prop_assume!(!is_same(&lines));
        let text = lines.concat();
        // All that is missing at the very end is a line feed: the line is there.
        prop_assume!(text[..] != log[..log.len() - 1]);
        prop_assert!(!verify(&text, checkpoints).is_whole());
    }

    #[test]
    fn no_text_makes_a_reader_stumble(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Line::read(&bytes);
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(all) = Checkpoint::read_all(&text) {
            let again: String = all.iter().map(|it| format!("{it}\n")).collect();
            prop_assert_eq!(Checkpoint::read_all(&again).unwrap(), all);
        }
    }
}

static SEALED: std::sync::OnceLock<(Vec<u8>, String)> = std::sync::OnceLock::new();

#[test]
fn an_altered_line_is_told_by_its_place() {
    let (log, checkpoints) = written(5);
    let text = String::from_utf8(log)
        .unwrap()
        .replacen("\"imaging\"", "\"phr\"", 1);
    let damages = verify(text.as_bytes(), &checkpoints).damages;
    assert_eq!(
        damages,
        [Damage::NotALine {
            line: 2,
            error: LineError::Altered
        }]
    );
}

#[test]
fn a_full_log_blocks_refuses_or_counts_as_the_operator_chose() {
    let case = good();
    let ask = |on_full| {
        let memory = Memory::default();
        memory.0.lock().unwrap().room = Some(1);
        let gate = gate(&case, &memory, on_full, 100);
        let connection: Connection = case.connection();
        let answers = [0; 3].map(|_| gate.admit(&connection, &case.attempt).answer.is_ok());
        memory.0.lock().unwrap().room = None;
        let last = gate.admit(&connection, &case.attempt);
        assert!(last.answer.is_ok());
        let taken = memory.0.lock().unwrap();
        let lines = lines(&taken.lines);
        let last = Line::read(lines.last().unwrap().strip_suffix(b"\n").unwrap()).unwrap();
        let counts = gate.log().counts();
        let numbers = (counts.written, counts.unrecorded, counts.refused);
        (answers, taken.waits, last.unrecorded, numbers)
    };
    assert_eq!(ask(OnFull::Block), ([true; 3], 2, 0, (4, 0, 0)));
    assert_eq!(ask(OnFull::Refuse), ([true, false, false], 0, 2, (2, 2, 2)));
    assert_eq!(ask(OnFull::Count), ([true; 3], 0, 2, (2, 2, 0)));
}

#[test]
fn the_peer_is_told_that_it_is_refused_and_nothing_else() {
    let (mut case, memory) = (good(), Memory::default());
    case.attempt.service = Service::Imaging;
    let gate = gate(&case, &memory, OnFull::Refuse, 100);
    let admission = gate.admit(&case.connection(), &case.attempt);
    let refusal = admission.answer.unwrap_err();
    let reference = refusal.reference().to_string();
    assert_eq!(
        refusal.to_string(),
        format!("refused, reference {reference}")
    );
    let json = serde_json::to_string(&refusal).unwrap();
    assert_eq!(json, format!("{{\"reference\":\"{reference}\"}}"));
    assert_eq!(reference.len(), 16);
    assert_eq!(admission.report.record.reasons.len(), 1);
    let line = String::from_utf8(memory.0.lock().unwrap().lines.clone()).unwrap();
    assert!(line.contains(&reference));
}

#[test]
fn a_reason_that_is_no_violation_tells_why_and_of_which_fields() {
    let reasons = |case: &Case| {
        let gate = gate(case, &Memory::default(), OnFull::Refuse, 100);
        let admission = gate.admit(&case.connection(), &case.attempt);
        admission.report.record.reasons
    };
    let mut unknown = good();
    let record = r#"certificates = [{ serial = "4f2a01", from = 2025-03-10, until = 2027-03-11 }]"#;
    unknown.index = unknown.index.replace(record, "");
    let [reason] = &reasons(&unknown)[..] else {
        panic!("one reason")
    };
    assert_eq!(reason.requirement, "admission/certificate-not-on-record");
    assert_eq!(reason.outcome, Unmet::Undetermined);
    assert_eq!(reason.why.as_deref(), Some("input-missing"));
    assert_eq!(reason.fields, ["access_point.clinic-ap.certificates"]);
    // Without lists no field is missing, and yet it is not known.
    let mut unchecked = good();
    unchecked.chain = unchecked.chain.without_crls();
    let reason = &reasons(&unchecked)[0];
    assert_eq!(reason.outcome, Unmet::Undetermined);
    assert_eq!(reason.why.as_deref(), Some("unchecked"));
    assert_eq!(reason.fields, [""; 0]);
    let mut denied = good();
    denied.attempt.service = Service::Imaging;
    let reason = &reasons(&denied)[0];
    assert_eq!((reason.outcome, &reason.why), (Unmet::Violated, &None));
}

#[test]
fn a_sink_that_takes_one_line_at_a_time_takes_the_first_of_many() {
    let mut memory = Memory::default();
    assert_eq!(memory.append_some(&[b"one\n", b"two\n"]), Ok(1));
    assert_eq!(memory.append_some(&[]), Ok(0));
    assert_eq!(memory.0.lock().unwrap().lines, b"one\n");
    memory.0.lock().unwrap().room = Some(0);
    assert_eq!(memory.append_some(&[b"two\n"]), Err(SinkError::Full));
}
