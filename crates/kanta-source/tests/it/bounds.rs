//! What is too much is refused, and costs no more than its length.

use std::time::{Duration, Instant};

use kanta_source::{FormFault, Limits, json, toml};

const LIMITS: Limits = Limits {
    depth: 8,
    values: 1000,
};

#[test]
fn depth_and_number_of_values_have_their_limits() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    assert!(json(&nested(8), &LIMITS).is_ok());
    assert!(matches!(
        json(&nested(9), &LIMITS),
        Err(FormFault::TooDeep { .. })
    ));
    assert!(
        toml(&format!("a = {}", nested(7)), &LIMITS)
            .faults
            .is_empty()
    );
    assert!(matches!(
        toml(&format!("a = {}", nested(8)), &LIMITS).faults[..],
        [FormFault::TooDeep { .. }]
    ));
    let list = |count: usize| format!("[{}0]", "0,".repeat(count - 1));
    assert!(json(&list(999), &LIMITS).is_ok());
    assert!(matches!(
        json(&list(1000), &LIMITS),
        Err(FormFault::TooManyValues { limit: 1000, .. })
    ));
}

/// Each of these would take minutes if it cost the square of its length.
#[test]
fn a_hostile_text_costs_its_length() {
    let keys: String = (0..20_000).map(|n| format!("\"k{n}\":0,")).collect();
    let texts = [
        "[a]\n".repeat(60_000),
        "a = 1\n".repeat(40_000),
        format!("[a]\n[a]\n{}", "b = 1\n".repeat(40_000)),
        format!("a = [{}]", "x,".repeat(100_000)),
        format!("a = {}", "[".repeat(200_000)),
        format!("{{{keys}{keys}\"k\":0}}"),
        "[".repeat(200_000),
        format!("{{\"a\":\"{}", "\\".repeat(200_000)),
        "\"a\"\n".repeat(50_000),
    ];
    let start = Instant::now();
    for text in &texts {
        let _ = toml(text, &Limits::default());
        let _ = json(text, &Limits::default());
    }
    assert!(
        start.elapsed() < Duration::from_secs(60),
        "{:?}",
        start.elapsed()
    );
}

/// A table of the keys is made once there are many: this would take minutes if each were looked for among all before it.
#[test]
fn a_key_among_many_is_looked_up() {
    const MANY: usize = 150_000;
    let keys: String = (0..MANY).map(|n| format!("\"{n:06}\":0,")).collect();
    let text = format!("{{{keys}\"000007\":0}}");
    let start = Instant::now();
    let document = json(&text, &Limits::default()).unwrap();
    assert_eq!(document.faults.len(), 1);
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}
