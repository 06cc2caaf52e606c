//! A log in files: rotated, gone on from, torn by a killed process.

use std::error::Error;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use kanta_admission::audit::{Checkpoint, Head, Log, OnFull, Verified, Verifier};
use kanta_admission::{Connection, Gate, Live, Presented};
use kanta_cert::Certificate;
use kanta_rustls::sink::{FileSink, LogFiles, OpenError, Queue, SyncPolicy, verify_files};

use crate::harness::{ADDRESS, INDEX, good, now, prescription, state};

const ORIGIN: &str = "gate.valittaja.example/audit";

fn files(folder: &Path) -> LogFiles {
    let files = LogFiles::new(folder.join("audit.jsonl"), folder.join("checkpoints.txt"));
    assert_eq!(
        (files.rotate_at, files.sync),
        (None, SyncPolicy::EveryCheckpoint)
    );
    files
}

fn open(files: &LogFiles) -> Result<Gate, OpenError> {
    let (head, sink) = FileSink::open(ORIGIN, files, now())?;
    let log = Log::new(ORIGIN, head, Box::new(sink), OnFull::Refuse, 5).unwrap();
    Ok(Gate::new(Live::new(state(INDEX, &good())), log))
}

fn connection() -> Connection {
    let certificate = Certificate::from_der(&good().end_entity.der()).unwrap();
    Connection::new(Presented::new(certificate, ADDRESS.parse().unwrap()))
}

fn decide(gate: &Gate, times: usize) {
    let connection = connection();
    for _ in 0..times {
        let admission = gate.admit(&connection, &prescription(now()));
        assert!(
            admission.answer.is_ok(),
            "{:?}",
            admission.report.unrecorded
        );
    }
}

fn full(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let is_full = |path: &PathBuf| path.to_string_lossy().contains("audit.jsonl.0");
    let mut found: Vec<_> = entries.filter(is_full).collect();
    found.sort();
    found
}

fn verify(files: &LogFiles, logs: &[PathBuf]) -> Verified {
    let text = fs::read_to_string(&files.checkpoints).unwrap();
    let verifier = Verifier::new(Checkpoint::read_all(&text).unwrap()).unwrap();
    verify_files(verifier, logs, |_| ()).unwrap().0
}

#[test]
fn a_log_goes_on_where_it_ended() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    for round in 1..=3 {
        let gate = open(&files).unwrap();
        decide(&gate, 7);
        assert_eq!(gate.log().head().size, round * 7);
    }
    let verified = verify(&files, std::slice::from_ref(&files.log));
    assert!(verified.is_whole());
    assert_eq!((verified.lines, verified.head.size), (21, 21));
}

#[test]
fn full_files_stand_aside_and_each_verifies_alone_and_all_together() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = files(folder.path());
    files.rotate_at = Some(4000);
    files.sync = SyncPolicy::EveryLine;
    for _ in 0..2 {
        let gate = open(&files).unwrap();
        decide(&gate, 12);
        gate.log().seal("2025-12-01T10:00:00Z").unwrap();
    }
    let mut all = full(folder.path());
    assert!(all.len() > 2, "{all:?}");
    all.push(files.log.clone());
    for path in &all {
        assert!(fs::metadata(path).unwrap().len() <= 4000);
    }
    let verified = verify(&files, &all);
    assert!(verified.is_whole(), "{verified:?}");
    assert_eq!((verified.lines, verified.sealed), (24, 24));
    // A file without those before it begins at a checkpoint; one left out in the middle is missed.
    let last = verify(&files, &all[1..]);
    assert!(last.is_whole(), "{last:?}");
    let mut gap = all.clone();
    gap.remove(1);
    assert!(!verify(&files, &gap).is_whole());
    // Crashed between putting the file aside and beginning the next: the last full one tells the head.
    fs::rename(
        &files.log,
        folder.path().join("audit.jsonl.00000000000000000024"),
    )
    .unwrap();
    let gate = open(&files).unwrap();
    assert_eq!(gate.log().head().size, 24);
    decide(&gate, 1);
}

#[test]
fn lines_that_are_written_together_are_whole_and_no_file_is_too_long() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = files(folder.path());
    files.rotate_at = Some(4000);
    for _ in 0..2 {
        let (head, sink) = FileSink::open(ORIGIN, &files, now()).unwrap();
        let queue = Queue::new(Box::new(sink), 64);
        let log = Log::new(ORIGIN, head, Box::new(queue), OnFull::Block, 5).unwrap();
        let gate = Gate::new(Live::new(state(INDEX, &good())), log);
        decide(&gate, 40);
        gate.log().seal("2025-12-01T10:00:00Z").unwrap();
    }
    let mut all = full(folder.path());
    assert!(all.len() > 4, "{all:?}");
    all.push(files.log.clone());
    for path in &all {
        assert!(fs::metadata(path).unwrap().len() <= 4000);
    }
    let verified = verify(&files, &all);
    assert!(verified.is_whole(), "{verified:?}");
    assert_eq!((verified.lines, verified.sealed), (80, 80));
}

#[test]
fn a_torn_last_line_is_left_and_gone_on_from() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    decide(&open(&files).unwrap(), 3);
    let text = fs::read(&files.log).unwrap();
    fs::write(&files.log, &text[..text.len() - 40]).unwrap();
    let gate = open(&files).unwrap();
    assert_eq!(gate.log().head().size, 2, "two whole lines");
    decide(&gate, 2);
    let verified = verify(&files, std::slice::from_ref(&files.log));
    assert!(verified.is_whole(), "{verified:?}");
    assert_eq!(
        (verified.head.size, verified.torn.as_slice()),
        (4, &[3][..])
    );
}

#[test]
fn one_at_a_time_writes_a_log() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let first = open(&files).unwrap();
    decide(&first, 3);
    let second = open(&files).unwrap_err();
    assert!(matches!(second, OpenError::InUse(_)), "{second}");
    decide(&first, 3);
    drop(first);
    let next = open(&files).unwrap();
    decide(&next, 3);
    drop(next);
    let verified = verify(&files, std::slice::from_ref(&files.log));
    assert!(verified.is_whole());
    assert_eq!(verified.head.size, 9);
}

#[test]
fn a_full_file_that_cannot_be_put_aside_is_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = files(folder.path());
    files.rotate_at = Some(2_000);
    let gate = open(&files).unwrap();
    decide(&gate, 1);
    // What the full file would be called is taken by a folder that is not empty.
    for number in 0..20_u32 {
        let name = format!("audit.jsonl.{number:020}");
        fs::create_dir(folder.path().join(&name)).unwrap();
        fs::write(folder.path().join(name).join("x"), "").unwrap();
    }
    decide(&gate, 9);
    drop(gate);
    let verified = verify(&files, std::slice::from_ref(&files.log));
    assert!(verified.is_whole());
    assert_eq!(verified.head.size, 10);
}

#[test]
fn what_does_not_verify_is_not_gone_on_from() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    decide(&open(&files).unwrap(), 7);
    let good = fs::read_to_string(&files.log).unwrap();
    let told = |error: OpenError| error.to_string();
    // An altered line; a line of the middle left out; the end cut off before the checkpoint at 5; all of it gone.
    let lines: Vec<&str> = good.lines().collect();
    let altered = good.replacen("\"decision\":\"permit\"", "\"decision\":\"deny\"", 1);
    let without = [&lines[..3], &lines[4..]].concat().join("\n") + "\n";
    let cut = lines[..4].join("\n") + "\n";
    for text in [altered, without, cut, String::new()] {
        fs::write(&files.log, text).unwrap();
        let error = told(open(&files).unwrap_err());
        assert!(
            error.ends_with("does not verify: it is not gone on from"),
            "{error}"
        );
    }
    fs::remove_file(&files.log).unwrap();
    assert!(told(open(&files).unwrap_err()).ends_with("it is not gone on from"));
    fs::write(&files.log, &good).unwrap();
    open(&files).unwrap();
    // Without its checkpoints, or with another log's.
    let checkpoints = fs::read_to_string(&files.checkpoints).unwrap();
    fs::remove_file(&files.checkpoints).unwrap();
    assert!(told(open(&files).unwrap_err()).ends_with("checkpoints.txt: no checkpoint"));
    fs::write(
        &files.checkpoints,
        checkpoints.replace(ORIGIN, "other/audit"),
    )
    .unwrap();
    assert_eq!(
        told(open(&files).unwrap_err()),
        "the checkpoints are of the log `other/audit`"
    );
}

#[test]
fn a_log_that_was_just_begun_cannot_be_taken_away_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let (head, sink) = FileSink::open(ORIGIN, &files, now()).unwrap();
    assert_eq!(head, Head::empty(ORIGIN));
    drop(sink);
    let verified = verify(&files, &[]);
    assert!(verified.is_whole());
    open(&files).unwrap();
    // A log that never was is begun, where the folder is.
    let mut nowhere = files;
    nowhere.log = folder.path().join("none/audit.jsonl");
    assert!(matches!(open(&nowhere), Err(OpenError::File { .. })));
    // Which file cannot be read is told with why.
    let checkpoints = fs::read_to_string(&nowhere.checkpoints).unwrap();
    let verifier = Verifier::new(Checkpoint::read_all(&checkpoints).unwrap()).unwrap();
    let unread = verify_files(verifier, &[nowhere.log.clone()], |_| ()).unwrap_err();
    assert_eq!(
        (&unread.file, unread.error.kind()),
        (&nowhere.log, ErrorKind::NotFound)
    );
    let told: Box<dyn Error + Send + Sync> = unread.into();
    assert!(
        told.to_string()
            .starts_with(&format!("{}: ", nowhere.log.display()))
    );
}
