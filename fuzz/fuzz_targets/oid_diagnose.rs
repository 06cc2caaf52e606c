//! Diagnosis: it agrees with the parser, tells safely what it found, and suggests right values only.
#![no_main]

use kanta_oid::{AccessPointOid, diagnose};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let diagnosis = match (AccessPointOid::parse(text), diagnose(text)) {
        (Ok(oid), read) => return assert_eq!(read, Ok(oid)),
        (Err(error), Err(diagnosis)) => {
            assert_eq!(diagnosis.error(), error);
            diagnosis
        }
        (Err(_), Ok(oid)) => panic!("{oid} comes from what does not parse"),
    };
    assert_eq!(diagnosis.found(), &text[diagnosis.span()]);
    assert_eq!(diagnosis.span().start, diagnosis.error().offset());
    told(&diagnosis.en().to_string());
    told(&diagnosis.fi().to_string());
    told(&diagnosis.sv().to_string());
    for hint in diagnosis.hints() {
        told(&hint.en().to_string());
        told(&hint.fi().to_string());
        told(&hint.sv().to_string());
    }
    if let Some(meant) = diagnosis.suggestion() {
        assert_eq!(AccessPointOid::parse(&meant.to_string()), Ok(meant));
        assert!(diagnosis.hints().count() > 0);
    }
});

/// A message is short and steers no terminal.
fn told(message: &str) {
    assert!(!message.is_empty() && message.chars().count() < 1_000);
    assert!(!message.chars().any(char::is_control));
}
