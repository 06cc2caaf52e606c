//! Many attempts: one a line in, one answer a line out, in the same order, with one line held at a time.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::net::IpAddr;
use std::path::Path;

use kanta_admission::{Connection, Presented};
use kanta_cert::{Certificate, Moment};
use kanta_conformance::Escaped;
use kanta_report::text;
use serde::Serialize;

use super::row::{Columns, Row};
use super::{AdmitArgs, Decided, Decider, Stop, certificate};
use crate::{files, output, status};

/// The longest line that is read.
const LONGEST: usize = 1 << 16;
/// So many certificates and connections are remembered.
const REMEMBERED: usize = 1 << 12;
/// How often is told how far it has come.
const TOLD: u64 = 1 << 16;

pub(super) fn run(
    args: &AdmitArgs,
    file: &Path,
    decider: &Decider,
    at: Moment,
) -> Result<u8, Stop> {
    let input: Box<dyn BufRead> = if files::is_standard_input(file) {
        Box::new(io::stdin().lock())
    } else {
        let opened = File::open(file).map_err(|error| {
            let name = file.display().to_string();
            Stop::Line(format!("{}: {error}", Escaped(&name)))
        })?;
        Box::new(BufReader::with_capacity(1 << 16, opened))
    };
    let ending = file.extension().and_then(|ending| ending.to_str());
    let own = file.parent().unwrap_or(Path::new(""));
    let mut batch = Batch {
        args,
        decider,
        at,
        base: args.base.as_deref().unwrap_or(own),
        certificates: HashMap::new(),
        connections: HashMap::new(),
        status: status::CONFORMING,
    };
    // Where nobody reads the answers any more, nothing more is asked.
    let mut out = BufWriter::with_capacity(1 << 16, anstream::stdout().lock());
    batch.run(input, args.csv || ending == Some("csv"), &mut out)?;
    out.flush()?;
    if let Some(shadow) = &decider.shadow {
        let told = text::compared(shadow.counts().into(), args.lang);
        writeln!(output::err(), "{told}")?;
    }
    Ok(batch.status)
}

struct Batch<'a> {
    args: &'a AdmitArgs,
    decider: &'a Decider,
    at: Moment,
    base: &'a Path,
    /// By the name of the file.
    certificates: HashMap<String, Result<Certificate, String>>,
    /// By the name of the file, and the address.
    connections: HashMap<(Option<String>, IpAddr), Connection>,
    status: u8,
}

/// What came of a line.
enum Answer {
    Decided(Box<Decided>),
    Unreadable(String),
}

impl Batch<'_> {
    fn run(
        &mut self,
        mut input: Box<dyn BufRead>,
        csv: bool,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let mut line = Vec::new();
        let mut columns = None;
        let mut number = 0_u64;
        if csv {
            let shadow = if self.has_shadow() { ",shadow" } else { "" };
            writeln!(
                out,
                "line,decision,missing,questions,reference,message{shadow}"
            )?;
        }
        while let Some(whole) = next(&mut *input, &mut line)? {
            number = number.saturating_add(1);
            let text = files::without_mark(&line);
            if csv && columns.is_none() {
                columns = Some(Columns::read(text).map_err(Stop::Line)?);
                continue;
            }
            if text.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let row = match &columns {
                _ if !whole => Err(format!("a line longer than {LONGEST} bytes")),
                Some(columns) => Row::from_csv(columns, text),
                None => Row::from_json(text),
            };
            let answer = row.and_then(|row| self.decide(&row));
            let answer = match answer {
                Ok(decided) => {
                    self.status = status::worst(self.status, decided.status());
                    Answer::Decided(Box::new(decided))
                }
                Err(message) => {
                    self.status = status::UNREADABLE;
                    Answer::Unreadable(message)
                }
            };
            if csv {
                write_csv(number, &answer, self.has_shadow(), out)?;
            } else {
                write_json(number, &answer, self.has_shadow(), out)?;
            }
            if number.is_multiple_of(TOLD) && io::stderr().is_terminal() {
                write!(io::stderr(), "\r{number} ").ok();
            }
        }
        Ok(())
    }

    fn has_shadow(&self) -> bool {
        self.decider.shadow.is_some()
    }

    fn decide(&mut self, row: &Row) -> Result<Decided, String> {
        let (source, attempt) = row.attempt(self.decider.index(), self.at)?;
        let key = (row.cert.clone(), source);
        if !self.connections.contains_key(&key) {
            let connection = Connection::new(self.presented(row.cert.as_deref(), source)?);
            if self.connections.len() >= REMEMBERED {
                self.connections.clear();
            }
            self.connections.insert(key.clone(), connection);
        }
        let connection = self.connections.get(&key).ok_or("no connection")?;
        Ok(self.decider.decide(connection, &attempt))
    }

    fn presented(&mut self, file: Option<&str>, source: IpAddr) -> Result<Presented, String> {
        let Some(file) = file else {
            return Ok(Presented::without_certificate(source));
        };
        if !self.certificates.contains_key(file) {
            let read = certificate(&self.base.join(file), self.args);
            if self.certificates.len() >= REMEMBERED {
                self.certificates.clear();
            }
            self.certificates.insert(file.to_owned(), read);
        }
        let certificate = self.certificates.get(file).ok_or("no certificate")?;
        Ok(Presented::new(certificate.clone()?, source))
    }
}

/// The next line without its end, and whether it is whole; none at the end of the input.
fn next(input: &mut dyn BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    let (mut whole, mut any) = (true, false);
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(any.then_some(whole));
        }
        any = true;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let (text, used) = match end {
            Some(at) => (buffer.get(..at), at.saturating_add(1)),
            None => (Some(buffer), buffer.len()),
        };
        let text = text.unwrap_or_default();
        if line.len().saturating_add(text.len()) > LONGEST {
            whole = false;
        } else {
            line.extend_from_slice(text);
        }
        input.consume(used);
        if end.is_some() {
            return Ok(Some(whole));
        }
    }
}

/// The ids of what is missing, and of the questions, each once.
fn ids(decided: &Decided) -> [Vec<&'static str>; 2] {
    let explanation = &decided.explanation;
    let missing = explanation.missing().map(|link| link.requirement.id());
    let questions = explanation.questions().map(|link| link.requirement.id());
    [missing.collect(), questions.collect()]
}

fn verdict(decided: &Decided) -> &'static str {
    if decided.permits() { "permit" } else { "deny" }
}

/// What the other index decides, where it decides otherwise.
fn shadow(answer: &Answer) -> Option<&'static str> {
    let Answer::Decided(decided) = answer else {
        return None;
    };
    let difference = decided.difference.as_ref()?;
    Some(if difference.would_permit() {
        "permit"
    } else {
        "deny"
    })
}

/// An answer for machines; its members stand in the order of the alphabet.
#[derive(Serialize)]
struct Written<'a> {
    decision: &'static str,
    line: u64,
    message: Option<Cow<'a, str>>,
    missing: Vec<&'static str>,
    questions: Vec<&'static str>,
    reference: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shadow: Option<Option<&'static str>>,
}

fn write_json(
    number: u64,
    answer: &Answer,
    has_shadow: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shadow = has_shadow.then(|| shadow(answer));
    let written = match answer {
        Answer::Decided(decided) => {
            let [missing, questions] = ids(decided);
            Written {
                decision: verdict(decided),
                line: number,
                message: decided.unrecorded.as_deref().map(Cow::Borrowed),
                missing,
                questions,
                reference: decided.reference.as_deref(),
                shadow,
            }
        }
        Answer::Unreadable(message) => Written {
            decision: "unreadable",
            line: number,
            message: Some(Cow::Owned(Escaped(message).to_string())),
            missing: Vec::new(),
            questions: Vec::new(),
            reference: None,
            shadow,
        },
    };
    serde_json::to_writer(&mut *out, &written)?;
    writeln!(out)
}

fn write_csv(
    number: u64,
    answer: &Answer,
    has_shadow: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let shadow = match (has_shadow, shadow(answer)) {
        (false, _) => String::new(),
        (true, decision) => format!(",{}", decision.unwrap_or_default()),
    };
    match answer {
        Answer::Decided(decided) => {
            let [missing, questions] = ids(decided).map(|ids| ids.join(" "));
            let reference = decided.reference.as_deref().unwrap_or_default();
            let message = decided
                .unrecorded
                .as_deref()
                .map_or_else(String::new, quoted);
            let verdict = verdict(decided);
            writeln!(
                out,
                "{number},{verdict},{missing},{questions},{reference},{message}{shadow}"
            )
        }
        Answer::Unreadable(message) => {
            writeln!(out, "{number},unreadable,,,,{}{shadow}", quoted(message))
        }
    }
}

/// A cell in quotation marks; what a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(text: &str) -> String {
    let text = Escaped(text).to_string().replace('"', "\"\"");
    let formula = text.starts_with(['=', '+', '-', '@']);
    format!("\"{}{text}\"", if formula { "'" } else { "" })
}
