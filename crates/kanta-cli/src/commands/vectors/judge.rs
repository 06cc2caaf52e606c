//! Holds an answer against the vector that it belongs to.

use std::collections::BTreeSet;

use kanta_report::view::Became;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::entrypoint::Silence;
use super::file::Vector;

/// What a program answers.
#[derive(Debug, Deserialize)]
struct Answer {
    #[serde(default)]
    id: Value,
    verdict: String,
    #[serde(default)]
    why: Option<String>,
    #[serde(default)]
    details: Map<String, Value>,
    #[serde(default)]
    message: Option<String>,
}

/// The verdict of a program that does not know such questions.
pub(super) const UNSUPPORTED: &str = "unsupported";

/// Judges one answer. What a vector does not tell is not asked; why and details are compared where the answer gives them.
pub(super) fn judge(vector: &Vector, answer: Result<&[u8], Silence>) -> Became {
    let line = match answer {
        Ok(line) => line,
        Err(silence) => return silence.into(),
    };
    let answer: Answer = match serde_json::from_slice(line) {
        Ok(answer) => answer,
        Err(error) => {
            return Became::NoAnswer {
                why: error.to_string(),
            };
        }
    };
    let differs = |member: &str, expected: String, found: String| Became::Wrong {
        member: member.to_owned(),
        expected,
        found,
    };
    if answer.id.as_str() != Some(&vector.id) {
        return differs("id", vector.id.clone(), answer.id.to_string());
    }
    if answer.verdict == UNSUPPORTED {
        return Became::Unsupported;
    }
    if answer.verdict != vector.verdict {
        let found = match answer.message {
            Some(message) => format!("{} ({message})", answer.verdict),
            None => answer.verdict,
        };
        return differs("verdict", vector.verdict.clone(), found);
    }
    if let (Some(expected), Some(found)) = (&vector.why, answer.why)
        && *expected != found
    {
        return differs("why", expected.clone(), found);
    }
    for (member, expected) in &vector.details {
        match answer.details.get(member) {
            Some(found) if !same(expected, found) => {
                return differs(member, expected.to_string(), found.to_string());
            }
            _ => {}
        }
    }
    Became::Right
}

/// Equal, and of lists: equal as sets.
fn same(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Array(expected), Value::Array(found)) => {
            let set = |list: &[Value]| list.iter().map(Value::to_string).collect::<BTreeSet<_>>();
            set(expected) == set(found)
        }
        _ => expected == found,
    }
}
