//! Strategies for the property tests of software that takes plans (feature `proptest`).
//!
//! ```
//! use kanta_conformance::{Date, Verdict};
//! use kanta_policy::{evaluate, strategies};
//! use proptest::prelude::*;
//!
//! proptest!(ProptestConfig::with_cases(8), |(file in strategies::plans())| {
//!     let assessment = evaluate(&file.plan, Date::constant(2025, 12, 1));
//!     prop_assert!(!assessment.findings.is_empty());
//! });
//! ```

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::BoxedStrategy;

use crate::fields::{Field, Takes};
use crate::{FileFault, PlanFile, fields};

/// Plans with any of the facts that a plan can tell, each left out as often as not; the certificates that they name are
/// not there.
///
/// Every table stands there with one entry, so that whatever is named by its id is there.
pub fn plans() -> impl Strategy<Value = PlanFile> {
    plan_texts().prop_filter_map("a plan that can be understood", |text| {
        PlanFile::read(text.as_bytes(), &mut |_| Err(FileFault::NotFound)).ok()
    })
}

/// The text of such plans. Nearly all of them can be read: two facts may contradict each other.
pub fn plan_texts() -> impl Strategy<Value = String> {
    table(fields::all(), String::new(), "")
}

/// The lines of a table, those of the tables in it after its own.
fn table(fields: &'static [Field], path: String, heading: &str) -> BoxedStrategy<String> {
    let (inner, own): (Vec<&Field>, Vec<&Field>) =
        fields.iter().partition(|field| field.example().is_none());
    let mut lines = vec![Just(format!("{heading}\n")).boxed()];
    lines.extend(own.into_iter().map(line));
    lines.extend(inner.into_iter().map(|field| {
        let path = match path.as_str() {
            "" => field.key().to_owned(),
            path => format!("{path}.{}", field.key()),
        };
        let heading = match field.takes() {
            Takes::List(_) => format!("[[{path}]]"),
            _ => format!("[{path}]"),
        };
        table(field.inner(), path, &heading)
    }));
    lines.prop_map(|lines| lines.concat()).boxed()
}

/// The line of a field, or nothing.
fn line(field: &'static Field) -> BoxedStrategy<String> {
    let example = field.example().unwrap_or_default();
    let line =
        value(field.takes(), example).prop_map(|value| format!("{} = {value}\n", field.key()));
    // What others may name stays.
    if field.is_required() || matches!(field.takes(), Takes::Id) {
        return line.boxed();
    }
    prop_oneof![Just(String::new()), line].boxed()
}

/// A value as TOML has it; of what hangs together with other values, the example.
fn value(takes: Takes, example: &'static str) -> BoxedStrategy<String> {
    match takes {
        Takes::Flag => any::<bool>().prop_map(|flag| flag.to_string()).boxed(),
        Takes::Number => (0..20_000_u32)
            .prop_map(|number| number.to_string())
            .boxed(),
        Takes::Speed => (0..2_000_000_u32)
            .prop_map(|kbit| format!("{}.{:03}", kbit / 1000, kbit % 1000))
            .boxed(),
        Takes::Day => (2010_u16..2031, 1_u8..=12, 1_u8..=28)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
            .boxed(),
        Takes::Country => select(vec!["FI", "SE", "DE", "NO", "US"])
            .prop_map(|country| format!("\"{country}\""))
            .boxed(),
        Takes::Word(words) => {
            let codes: Vec<&'static str> = words().into_iter().map(|word| word.code).collect();
            select(codes).prop_map(|code| format!("\"{code}\"")).boxed()
        }
        _ => Just(example.to_owned()).boxed(),
    }
}
