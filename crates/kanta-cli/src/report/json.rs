//! Shapes that several reports for machines share.

use kanta_conformance::{Bound, Gap, InForce, Language, Level, Text, Value};
use serde_json::{Value as Json, json};

/// A text in three languages.
pub(super) fn text(text: Text) -> Json {
    json!({ "en": text.en, "fi": text.fi, "sv": text.sv })
}

pub(super) fn value(value: &Value) -> Json {
    Language::ALL
        .into_iter()
        .map(|language| {
            (
                language.code().to_owned(),
                json!(value.display(language).to_string()),
            )
        })
        .collect::<serde_json::Map<_, _>>()
        .into()
}

pub(super) fn in_force(in_force: InForce) -> Json {
    let bound = |bound: Bound| match bound {
        Bound::On(date) => json!({ "on": date.to_string() }),
        Bound::Between { not_yet, seen } => json!({
            "not_yet": not_yet.map(|date| date.to_string()),
            "seen": seen.to_string(),
        }),
        Bound::NotYet(date) => json!({ "not_yet": date.to_string(), "seen": null }),
        Bound::Open => Json::Null,
    };
    json!({ "from": bound(in_force.from), "until": bound(in_force.until) })
}

pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::Must => "must",
        Level::Should => "should",
        Level::Note => "note",
    }
}

pub(super) const fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::NoParty => "no-party",
        Gap::NoService => "no-service",
        Gap::NoAccessPoint => "no-access-point",
        Gap::NoApplicableMust => "no-applicable-must",
        Gap::BeforeFirstEdition => "before-first-edition",
        _ => "other",
    }
}
