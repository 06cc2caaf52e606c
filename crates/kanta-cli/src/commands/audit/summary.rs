//! `kanta audit summary`.

use std::io::{self, Write as _};

use kanta_admission::audit::{Filter, Line, RecordedDecision, Summary};
use kanta_conformance::Escaped;
use kanta_report::text::Page;
use kanta_report::view::LogSummary;
use kanta_rustls::sink::each_line;
use kanta_source::system_words;

use super::{Answer, SummaryArgs};
use crate::options::Format;
use crate::{output, status};

pub(super) fn run(args: &SummaryArgs) -> io::Result<u8> {
    let mut summary = Summary::default();
    let mut unreadable = 0_u64;
    let filter = filter(args);
    let mut out = output::out();
    let out = &mut output::page(&mut out);
    for path in &args.logs {
        let mut written = Ok(());
        let read = each_line(path, |text, _| match Line::read(text) {
            Ok(line) if filter.asks_for(&line) => {
                summary.add(&line);
                if args.list && written.is_ok() {
                    written = list(&line, text, args, out);
                }
            }
            Ok(_) => {}
            Err(_) => unreadable = unreadable.saturating_add(1),
        });
        written?;
        if let Err(error) = read {
            let name = path.display().to_string();
            let why = system_words(&error.to_string(), args.style.lang);
            writeln!(output::err(), "{}: {why}", Escaped(&name))?;
            return Ok(status::UNREADABLE);
        }
    }
    match (args.style.format, args.list) {
        // The lines are the answer.
        (Format::Json, true) => {}
        (Format::Json, false) => {
            kanta_report::json(&LogSummary::new(&summary, unreadable), out)?;
        }
        (Format::Text, _) => {
            let view = LogSummary::new(&summary, unreadable);
            kanta_report::text::log_summary(&view, args.style.lang, out)?;
        }
    }
    out.flush()?;
    Ok(status::CONFORMING)
}

/// A day is Finnish, and begins with its first instant.
fn filter(args: &SummaryArgs) -> Filter {
    Filter {
        party: args.party.clone(),
        service: args.service.clone(),
        reason: args.reason.clone(),
        peer: args.peer.clone(),
        decision: args.decision.map(|it| match it {
            Answer::Permit => RecordedDecision::Permit,
            Answer::Deny => RecordedDecision::Deny,
        }),
        reference: args.reference.clone(),
        from: args.from.map(|it| it.to_string()),
        until: args.until.map(|it| it.to_string()),
    }
}

/// Who asked for what when, on one line; for machines the line as it is.
fn list(line: &Line, text: &[u8], args: &SummaryArgs, out: &mut Page<'_>) -> io::Result<()> {
    if args.style.format == Format::Json {
        out.write_all(text)?;
        return out.write_all(b"\n");
    }
    kanta_report::text::logged(&line.into(), args.style.lang, out)
}
