//! `kanta audit summary`.

use std::io::{self, Write};

use kanta_admission::audit::{Filter, Grouping, Line, Summary, Tally, Verdict};
use kanta_conformance::{Escaped, Language};
use kanta_report::layout;
use kanta_rustls::sink::each_line;
use serde_json::{Map, Value as Json, json};

use super::{Answer, SummaryArgs, words};
use crate::options::Format;
use crate::{output, status};

pub(super) fn run(args: &SummaryArgs) -> io::Result<u8> {
    let mut summary = Summary::default();
    let mut unreadable = 0_u64;
    let filter = filter(args);
    let mut out = output::out();
    for path in &args.logs {
        let mut written = Ok(());
        let read = each_line(path, |text, _| match Line::read(text) {
            Ok(line) if filter.asks_for(&line) => {
                summary.add(&line);
                if args.list && written.is_ok() {
                    written = list(&line, text, args, &mut out);
                }
            }
            Ok(_) => {}
            Err(_) => unreadable = unreadable.saturating_add(1),
        });
        written?;
        if let Err(error) = read {
            let name = path.display().to_string();
            writeln!(output::err(), "{}: {error}", Escaped(&name))?;
            return Ok(status::UNREADABLE);
        }
    }
    match (args.style.format, args.list) {
        // The lines are the answer.
        (Format::Json, true) => {}
        (Format::Json, false) => json(&summary, unreadable, &mut out)?,
        (Format::Text, _) => text(&summary, unreadable, args.style.lang, &mut out)?,
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
            Answer::Permit => Verdict::Permit,
            Answer::Deny => Verdict::Deny,
        }),
        reference: args.reference.clone(),
        from: args.from.map(|it| it.to_string()),
        until: args.until.map(|it| it.to_string()),
    }
}

/// Who asked for what when, on one line; for machines the line as it is.
fn list(line: &Line, text: &[u8], args: &SummaryArgs, out: &mut dyn Write) -> io::Result<()> {
    if args.style.format == Format::Json {
        out.write_all(text)?;
        return out.write_all(b"\n");
    }
    let record = &line.record;
    let verdict = match record.decision {
        Verdict::Permit => words::PERMITTED,
        Verdict::Deny => words::DENIED,
    };
    let reasons = record.reasons.iter();
    let reasons: Vec<&str> = reasons.map(|it| it.requirement.as_str()).collect();
    let told = format!(
        "{}  {}  {}  {}  {}  {}  {}",
        record.at,
        verdict.get(args.style.lang),
        line.peer(),
        record.subject,
        record.service,
        line.reference,
        reasons.join(" "),
    );
    writeln!(out, "{}", Escaped(told.trim_end()))
}

fn json(summary: &Summary, unreadable: u64, out: &mut dyn Write) -> io::Result<()> {
    let tally = |tally: Tally| json!({ "permits": tally.permits, "denials": tally.denials });
    let groups = Grouping::ALL.map(|grouping| {
        let counted = summary.by(grouping).iter();
        let counted = counted.map(|(key, counted)| (key.clone(), tally(*counted)));
        (grouping.code().to_owned(), Json::Object(counted.collect()))
    });
    let span = summary.span();
    let report = json!({
        "format": 1,
        "first": span.map(|(first, _)| first),
        "last": span.map(|(_, last)| last),
        "all": tally(summary.all()),
        "unrecorded": summary.unrecorded(),
        "unreadable": unreadable,
        "by": Map::from_iter(groups),
    });
    writeln!(out, "{report}")
}

fn text(
    summary: &Summary,
    unreadable: u64,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let told = |tally: Tally| {
        let (permitted, denied) = (words::PERMITTED.get(language), words::DENIED.get(language));
        format!("{} {permitted}, {} {denied}", tally.permits, tally.denials)
    };
    let decisions = words::DECISIONS.get(language);
    layout::paragraph(
        out,
        layout::BOLD,
        &format!("{decisions}: {}", told(summary.all())),
    )?;
    if let Some((first, last)) = summary.span() {
        layout::hanging(out, "  ", "    ", &format!("{first} – {last}"))?;
    }
    for (word, count) in [
        (words::UNRECORDED, summary.unrecorded()),
        (words::UNREADABLE, unreadable),
    ] {
        if count > 0 {
            layout::hanging(
                out,
                "  ",
                "    ",
                &format!("{}: {count}", word.get(language)),
            )?;
        }
    }
    for grouping in Grouping::ALL {
        let counted = summary.by(grouping);
        if counted.is_empty() {
            continue;
        }
        let title = words::grouping(grouping).get(language);
        layout::heading(out, layout::BOLD, title, counted.len())?;
        for (key, tally) in counted {
            layout::hanging(
                out,
                "  ",
                "    ",
                &format!("{}: {}", Escaped(key), told(*tally)),
            )?;
        }
    }
    Ok(())
}
