//! `kanta audit summary`.

use std::io::{self, Write};

use kanta_admission::audit::{Grouping, Line, Summary, Tally};
use kanta_conformance::{Escaped, Language};
use kanta_report::layout;
use serde_json::{Map, Value as Json, json};

use super::verify::each_line;
use super::{SummaryArgs, words};
use crate::options::Format;
use crate::{output, status};

pub(super) fn run(args: &SummaryArgs) -> io::Result<u8> {
    let mut summary = Summary::default();
    let mut unreadable = 0_u64;
    for path in &args.logs {
        let read = each_line(path, |text, _| match Line::read(text) {
            Ok(line) => summary.add(&line),
            Err(_) => unreadable = unreadable.saturating_add(1),
        });
        if let Err(error) = read {
            let name = path.display().to_string();
            writeln!(output::err(), "{}: {error}", Escaped(&name))?;
            return Ok(status::UNREADABLE);
        }
    }
    let mut out = output::out();
    match args.style.format {
        Format::Json => json(&summary, unreadable, &mut out)?,
        Format::Text => text(&summary, unreadable, args.style.lang, &mut out)?,
    }
    out.flush()?;
    Ok(status::CONFORMING)
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
