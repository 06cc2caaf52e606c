//! `kanta vectors run`.

use std::io::{self, Write};
use std::time::Duration;

use serde_json::json;

use super::RunArgs;
use super::entrypoint::Entrypoint;
use super::file::{self, KINDS, Vector};
use super::judge::{self, Judged};
use super::told;
use crate::output;
use crate::status;

/// The version of the protocol.
pub(super) const PROTOCOL: u8 = 1;

pub(super) fn run(args: &RunArgs) -> io::Result<u8> {
    let is_asked = |kind: &&str| args.kind.is_empty() || args.kind.iter().any(|its| its == kind);
    let kinds: Vec<&str> = KINDS.into_iter().filter(is_asked).collect();
    let vectors = match file::read(&args.vectors, &kinds) {
        Ok(vectors) => vectors,
        Err(message) => {
            writeln!(output::err(), "kanta: {message}")?;
            return Ok(status::UNREADABLE);
        }
    };
    let patience = Duration::from_secs(args.timeout);
    let mut entrypoint = Entrypoint::start(&args.entrypoint, patience)
        .map_err(|error| io::Error::new(error.kind(), format!("--entrypoint: {error}")))?;
    let mut judged = Vec::with_capacity(vectors.len());
    for vector in &vectors {
        let answer = entrypoint.ask(request(vector)?);
        judged.push(judge::judge(vector, answer.as_deref().map_err(|it| *it)));
    }
    drop(entrypoint);
    let pairs: Vec<(&Vector, &Judged)> = vectors.iter().zip(&judged).collect();
    let mut out = output::out();
    told::write(&kinds, &pairs, args.lang, &mut out)?;
    out.flush()?;
    Ok(status_of(&pairs))
}

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

/// Whether it is as it has to be: a canary has to be found wrong, everything else right.
pub(super) fn is_good(vector: &Vector, judged: &Judged) -> bool {
    match judged {
        Judged::Right => !vector.canary,
        Judged::Wrong { .. } => vector.canary,
        Judged::Unsupported => true,
        Judged::NoAnswer(_) | Judged::Silent(_) => false,
    }
}

fn status_of(pairs: &[(&Vector, &Judged)]) -> u8 {
    if !pairs.iter().all(|(vector, judged)| is_good(vector, judged)) {
        status::NON_CONFORMING
    } else if pairs
        .iter()
        .any(|(_, judged)| **judged == Judged::Unsupported)
    {
        status::UNDETERMINED
    } else {
        status::CONFORMING
    }
}
