//! The vectors, as their files hold them.

use std::fs;
use std::io;
use std::path::Path;

use clap::builder::PossibleValuesParser;
use kanta_conformance::{Escaped, Language, Text, text};
use kanta_source::{Form, reader_words, system_words};
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

const LINE: Text = text! { en: "line", fi: "rivi", sv: "rad" };
const OTHER_KIND: Text = text! {
    en: "a vector of another kind",
    fi: "toisen lajin tapaus",
    sv: "ett fall av annat slag",
};

fn too_large(language: Language) -> String {
    match language {
        Language::En => format!("more than {LIMIT} bytes"),
        Language::Fi => format!("yli {LIMIT} tavua"),
        Language::Sv => format!("mer än {LIMIT} byte"),
    }
}

/// Reads the vectors of a folder, of those kinds; an error is told in that language.
pub(super) fn read(
    folder: &Path,
    kinds: &[&str],
    language: Language,
) -> Result<Vec<Vector>, String> {
    let mut vectors = Vec::new();
    for kind in kinds {
        let path = folder.join(format!("{kind}.jsonl"));
        let named =
            |message: String| format!("{}: {message}", Escaped(&path.display().to_string()));
        let told = |error: io::Error| named(system_words(&error.to_string(), language));
        let length = fs::metadata(&path).map_err(told)?.len();
        if usize::try_from(length).map_or(true, |length| length > LIMIT) {
            return Err(named(too_large(language)));
        }
        let bytes =
            files::read_file(&path, LIMIT).map_err(|fault| named(fault.message(language)))?;
        for (line, number) in bytes.split(|byte| *byte == b'\n').zip(1_u32..) {
            if line.is_empty() {
                continue;
            }
            let wrong = |why: &str| named(format!("{} {number}: {why}", LINE.get(language)));
            let vector: Vector = serde_json::from_slice(line).map_err(|error| {
                wrong(&reader_words(Form::JsonLines, &error.to_string(), language))
            })?;
            if vector.kind != *kind {
                return Err(wrong(OTHER_KIND.get(language)));
            }
            vectors.push(vector);
        }
    }
    Ok(vectors)
}
