//! The vectors, as their files hold them.

use std::fs;
use std::io;
use std::path::Path;

use clap::builder::PossibleValuesParser;
use kanta_conformance::Escaped;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::files;

/// The kinds of vectors, each with a file `KIND.jsonl`.
pub(super) const KINDS: [&str; 5] = ["oid", "certificate", "plan", "index", "admission"];

/// The most bytes of one file of vectors.
const LIMIT: usize = 64 << 20;

pub(super) fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(KINDS)
}

/// One case: what is asked, and the right answer with its ground.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Vector {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) input: Map<String, Value>,
    pub(super) verdict: String,
    /// Of what is undetermined, why.
    #[serde(default)]
    pub(super) why: Option<String>,
    /// What an answer may tell beside its verdict.
    #[serde(default)]
    pub(super) details: Map<String, Value>,
    pub(super) clause: String,
    pub(super) reason: String,
    /// Its verdict is wrong on purpose: a runner has to say so.
    #[serde(default)]
    pub(super) canary: bool,
    /// Where the answer comes from, for readers.
    #[serde(rename = "source")]
    _source: Vec<String>,
}

/// Reads the vectors of a folder, of those kinds.
pub(super) fn read(folder: &Path, kinds: &[&str]) -> Result<Vec<Vector>, String> {
    let mut vectors = Vec::new();
    for kind in kinds {
        let path = folder.join(format!("{kind}.jsonl"));
        let named =
            |message: String| format!("{}: {message}", Escaped(&path.display().to_string()));
        let told = |error: io::Error| named(error.to_string());
        let length = fs::metadata(&path).map_err(told)?.len();
        if usize::try_from(length).map_or(true, |length| length > LIMIT) {
            return Err(named(format!("more than {LIMIT} bytes")));
        }
        let bytes = files::read_file(&path, LIMIT)
            .map_err(|fault| named(fault.message(kanta_conformance::Language::En)))?;
        for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1_u32..) {
            if line.is_empty() {
                continue;
            }
            let vector: Vector = serde_json::from_slice(line)
                .map_err(|error| named(format!("line {number}: {error}")))?;
            if vector.kind != *kind {
                return Err(named(format!("line {number}: a vector of another kind")));
            }
            vectors.push(vector);
        }
    }
    Ok(vectors)
}
