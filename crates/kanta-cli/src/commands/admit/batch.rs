//! Many attempts: one a line in, one answer a line out, in the same order, with one line held at a time.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::net::IpAddr;
use std::path::Path;

use kanta_admission::{Connection, Difference, Presented};
use kanta_cert::{Certificate, Moment};
use kanta_conformance::{Escaped, Language};
use kanta_report::view::AttemptAnswer;
use kanta_report::{format, text};
use kanta_source::system_words;

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
            let why = system_words(&error.to_string(), args.lang);
            Stop::Line(format!("{}: {why}", Escaped(&name)))
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

impl Batch<'_> {
    fn run(
        &mut self,
        mut input: Box<dyn BufRead>,
        csv: bool,
        out: &mut dyn Write,
    ) -> Result<(), Stop> {
        let mut line = Vec::new();
        let language = self.args.lang;
        let mut columns = None;
        let mut number = 0_u64;
        if csv {
            format::attempts_csv(self.has_shadow(), out)?;
        }
        let unread = |error: io::Error| {
            let why = system_words(&error.to_string(), language);
            Stop::Line(format!("kanta: {why}"))
        };
        while let Some(whole) = next(&mut *input, &mut line).map_err(unread)? {
            number = number.saturating_add(1);
            let text = files::without_mark(&line);
            if csv && columns.is_none() {
                columns = Some(Columns::read(text, language).map_err(Stop::Line)?);
                continue;
            }
            if text.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let row = match &columns {
                _ if !whole => Err(too_long(language)),
                Some(columns) => Row::from_csv(columns, text, language),
                None => Row::from_json(text, language),
            };
            let answer = match row.and_then(|row| self.decide(&row)) {
                Ok(decided) => {
                    self.status = status::worst(self.status, decided.status());
                    self.answer(number, decided)
                }
                Err(message) => {
                    self.status = status::UNREADABLE;
                    let answer = AttemptAnswer::unreadable(number, &message);
                    if self.has_shadow() {
                        answer.beside(None)
                    } else {
                        answer
                    }
                }
            };
            if csv {
                format::attempt_csv(&answer, out)?;
            } else {
                kanta_report::json(&answer, out)?;
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

    fn answer(&self, number: u64, decided: Decided) -> AttemptAnswer {
        let answer = AttemptAnswer::decided(number, &decided.explanation)
            .recorded(decided.reference, decided.unrecorded);
        if self.has_shadow() {
            let otherwise = decided.difference.as_ref();
            answer.beside(otherwise.map(Difference::would_permit))
        } else {
            answer
        }
    }

    fn decide(&mut self, row: &Row) -> Result<Decided, String> {
        let (source, attempt) = row.attempt(self.decider.index(), self.at, self.args.lang)?;
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

fn too_long(language: Language) -> String {
    match language {
        Language::En => format!("a line longer than {LONGEST} bytes"),
        Language::Fi => format!("rivi on pidempi kuin {LONGEST} tavua"),
        Language::Sv => format!("en rad längre än {LONGEST} byte"),
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
