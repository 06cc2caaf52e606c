//! Logs and checkpoints, whatever stands in them: nothing stumbles, and what verifies is chained.
#![no_main]

use kanta_admission::audit::{Checkpoint, Line, Summary, Verifier};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The checkpoints stand behind a zero byte.
    let at = bytes
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(bytes.len());
    let (log, checkpoints) = bytes.split_at(at);
    let checkpoints = String::from_utf8_lossy(checkpoints.get(1..).unwrap_or_default());
    let Ok(checkpoints) = Checkpoint::read_all(&checkpoints) else {
        return;
    };
    let again: String = checkpoints.iter().map(|it| format!("{it}\n")).collect();
    assert_eq!(Checkpoint::read_all(&again).as_ref(), Ok(&checkpoints));
    let Ok(mut verifier) = Verifier::new(checkpoints) else {
        return;
    };
    let mut summary = Summary::default();
    let mut read: Vec<Line> = Vec::new();
    let mut lines = log.split(|byte| *byte == b'\n').peekable();
    while let Some(text) = lines.next() {
        let line = if lines.peek().is_some() {
            verifier.line(text)
        } else {
            verifier.rest(text)
        };
        if let Some(line) = line {
            summary.add(&line);
            read.push(line);
        }
    }
    let verified = verifier.finish();
    let all = summary.all();
    let counted = u64::try_from(read.len()).expect("few");
    assert_eq!(all.permits + all.denials, counted);
    assert!(counted <= verified.lines);
    if verified.is_whole() {
        assert!(verified.sealed <= verified.head.size);
        for pair in read.windows(2) {
            assert_eq!(pair[1].before, pair[0].hash);
            assert_eq!(pair[1].seq, pair[0].seq + 1);
        }
    }
});
