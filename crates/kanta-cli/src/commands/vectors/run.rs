//! `kanta vectors run`.

use std::io::{self, Write};
use std::time::Duration;

use kanta_conformance::{Text, text};
use kanta_report::view::{AskedVector, VectorsReport};
use kanta_source::system_words;
use serde_json::json;

use super::RunArgs;
use super::entrypoint::{Entrypoint, NotStarted};
use super::file::{self, KINDS, Vector};
use super::judge;
use crate::options::Format;
use crate::output;
use crate::status;

/// The version of the protocol.
pub(super) const PROTOCOL: u8 = 1;

pub(super) fn run(args: &RunArgs) -> io::Result<u8> {
    let is_asked = |kind: &&str| args.kind.is_empty() || args.kind.iter().any(|its| its == kind);
    let kinds: Vec<&str> = KINDS.into_iter().filter(is_asked).collect();
    let vectors = match file::read(&args.vectors, &kinds, args.lang) {
        Ok(vectors) => vectors,
        Err(message) => {
            writeln!(output::err(), "kanta: {message}")?;
            return Ok(status::UNREADABLE);
        }
    };
    let patience = Duration::from_secs(args.timeout);
    let mut entrypoint = match Entrypoint::start(&args.entrypoint, patience) {
        Ok(entrypoint) => entrypoint,
        Err(NotStarted::NoProgram) => return refused(NO_PROGRAM.get(args.lang)),
        Err(NotStarted::Io(error)) => {
            return refused(&system_words(&error.to_string(), args.lang));
        }
    };
    let mut judged = Vec::with_capacity(vectors.len());
    for vector in &vectors {
        let answer = entrypoint.ask(request(vector)?);
        judged.push(AskedVector {
            id: &vector.id,
            kind: &vector.kind,
            clause: &vector.clause,
            reason: &vector.reason,
            canary: vector.canary,
            became: judge::judge(vector, answer.as_deref().map_err(|it| *it)),
        });
    }
    drop(entrypoint);
    let view = VectorsReport::new(&kinds, &judged);
    let mut out = output::out();
    match args.format {
        Format::Text => kanta_report::text::vectors(&view, args.lang, &mut out)?,
        Format::Json => kanta_report::json(&view, &mut out)?,
    }
    out.flush()?;
    Ok(if !view.failures.is_empty() {
        status::NON_CONFORMING
    } else if view.together.unsupported > 0 {
        status::UNDETERMINED
    } else {
        status::CONFORMING
    })
}

/// Tells why the program cannot be started.
fn refused(why: &str) -> io::Result<u8> {
    writeln!(output::err(), "kanta: --entrypoint: {why}")?;
    Ok(status::UNREADABLE)
}

const NO_PROGRAM: Text = text! {
    en: "no program is named",
    fi: "ohjelmaa ei ole nimetty",
    sv: "inget program har angetts",
};

/// The line of a request: what is asked, and nothing of the answer.
fn request(vector: &Vector) -> io::Result<Vec<u8>> {
    let request = json!({
        "protocol": PROTOCOL,
        "id": vector.id,
        "kind": vector.kind,
        "input": vector.input,
    });
    let mut line = serde_json::to_vec(&request).map_err(io::Error::other)?;
    line.push(b'\n');
    Ok(line)
}
