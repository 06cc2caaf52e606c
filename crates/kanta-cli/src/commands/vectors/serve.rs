//! `kanta vectors serve`: this implementation's own answers.

use std::io::{self, BufRead, Read, Write};

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::answers;
use super::judge::UNSUPPORTED;
use super::run::PROTOCOL;
use crate::output;
use crate::status;

/// The most bytes of one request.
const LONGEST: u64 = 16 << 20;

/// A question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    protocol: u8,
    id: String,
    kind: String,
    input: Map<String, Value>,
}

pub(super) fn serve() -> io::Result<u8> {
    let mut input = io::stdin().lock();
    let mut out = output::out();
    loop {
        let mut line = Vec::new();
        let read = input.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(status::CONFORMING);
        }
        if u64::try_from(read) == Ok(LONGEST) && line.last() != Some(&b'\n') {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("a request of more than {LONGEST} bytes"),
            ));
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        writeln!(out, "{}", answer(&line))?;
        out.flush()?;
    }
}

/// The answer to one line.
fn answer(line: &[u8]) -> Value {
    let request: Request = match serde_json::from_slice(line) {
        Ok(request) => request,
        Err(error) => return refused(Value::Null, &error.to_string()),
    };
    let id = Value::from(request.id);
    if request.protocol != PROTOCOL {
        return refused(id, "another version of the protocol");
    }
    let answer = match request.kind.as_str() {
        "oid" => answers::oid(request.input),
        "certificate" => answers::certificate(request.input),
        "plan" => answers::plan(request.input),
        "index" => answers::index(request.input),
        "admission" => answers::admission(request.input),
        _ => return json!({ "id": id, "verdict": UNSUPPORTED }),
    };
    match answer {
        Ok(mut answer) => {
            answer.insert("id".to_owned(), id);
            Value::Object(answer)
        }
        Err(message) => refused(id, &message),
    }
}

/// A question that cannot be understood.
fn refused(id: Value, message: &str) -> Value {
    json!({ "id": id, "verdict": "error", "message": message })
}
