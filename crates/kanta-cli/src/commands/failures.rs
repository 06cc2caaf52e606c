//! `kanta failures`: what breaks when one thing breaks.

use std::io::{self, Write};
use std::path::PathBuf;

use kanta_conformance::Date;
use kanta_policy::resilience;
use kanta_report::view::FailuresReport;

use super::check;
use crate::options::{self, Format};
use crate::output;
use crate::report;
use crate::status;
use crate::telling::{self, Reading};

/// Tries each single failure of a planned connection, and says what it cuts off.
///
/// A link, an operator, a route, a server, a certificate's end, a consolidation point, one of Kanta's halls. Links of
/// which nobody has confirmed that their routes are separate share one.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct FailuresArgs {
    /// The plan file; `-` is standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    /// Tries every two failures, too, and lists those that cut off more than either alone.
    #[arg(long)]
    pairs: bool,
    #[command(flatten)]
    reading: Reading,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

const HELP: &str = "Exit status: 0 no single failure cuts anything off, 1 one does, 3 undetermined, \
2 unreadable input or wrong usage. Pairs do not change it.";

pub(crate) fn run(args: &FailuresArgs) -> io::Result<u8> {
    let mut out = output::out();
    let (base, lang) = match args.reading.of(Some(&args.plan)) {
        Ok(reading) => reading,
        Err(message) => return telling::refused(&message),
    };
    let name = args.plan.display().to_string();
    let file = match check::read_telling(&args.plan, &base, lang) {
        Ok(file) => file,
        Err(faults) => {
            report::faults::write(&name, &faults, lang, args.format, &mut out)?;
            return Ok(status::UNREADABLE);
        }
    };
    let on = args.on.or(file.as_of).unwrap_or_else(options::today);
    let found = resilience::failures(&file.plan, on, args.pairs);
    let view = FailuresReport::new(&name, &file.plan, &found, on);
    match args.format {
        Format::Text => kanta_report::text::failures(&view, lang, &mut output::page(&mut out))?,
        Format::Json => kanta_report::json(&view, &mut out)?,
    }
    out.flush()?;
    Ok(status::of(found.verdict()))
}
