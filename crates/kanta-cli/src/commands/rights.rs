//! `kanta rights`: the user rights that a plan needs, and how they stand beside an index.

use std::io::{self, Write};
use std::path::PathBuf;

use kanta_conformance::Date;
use kanta_policy::rights;
use kanta_report::view::RightsReport;

use super::check;
use super::index::input::{self, Failure};
use crate::options::{self, Format};
use crate::output;
use crate::report;
use crate::status;
use crate::telling::{self, Reading};

/// Lists the user rights to apply for, or compares them with a picture of the address index.
///
/// With `--as-order` they are printed as an order for the index, in JSON Lines; `kanta index try` tries it.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct RightsArgs {
    /// The plan file; `-` is standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// The file of an address index, to compare with.
    #[arg(long, value_name = "FILE")]
    index: Option<PathBuf>,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today; with an index not before
    /// the user rights begin.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    /// Prints the order for the index.
    #[arg(long)]
    as_order: bool,
    #[command(flatten)]
    reading: Reading,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

const HELP: &str = "Exit status: 0 every use has its user right, and with --index plan and index agree; \
1 they do not agree; 3 the plan does not tell enough; 2 unreadable input or wrong usage.";

pub(crate) fn run(args: &RightsArgs) -> io::Result<u8> {
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
    let needed = rights::of(&file.plan, on);
    let index = match args.index.as_slice() {
        [] => None,
        paths => match input::index(paths) {
            Ok(index) => Some(index),
            Err(Failure::Io(error)) => return Err(error),
            Err(Failure::Input { name, problem }) => {
                let refusal = problem.refusal(&name, lang);
                report::faults::refused(&refusal, lang, args.format, &mut out)?;
                return Ok(status::UNREADABLE);
            }
        },
    };
    // Before their first day no index permits them: without a day asked for, that day is asked about.
    let on = args.on.unwrap_or_else(|| on.max(needed.from));
    let compared = index
        .as_ref()
        .map(|index| rights::compare(&file.plan, &needed, index, on));
    if args.as_order {
        let order = compared.as_ref().map_or(&needed.order, |its| &its.order);
        let mut lines = String::new();
        order
            .write_json_lines(&mut lines)
            .map_err(io::Error::other)?;
        out.write_all(lines.as_bytes())?;
    } else {
        let view = RightsReport::new(&name, &file.plan, &needed, compared.as_ref(), on);
        match args.format {
            Format::Text => kanta_report::text::rights(&view, lang, &mut output::page(&mut out))?,
            Format::Json => kanta_report::json(&view, &mut out)?,
        }
    }
    out.flush()?;
    let disagrees = compared.is_some_and(|its| !its.agrees());
    let open = !needed.missing.is_empty() || file.plan.uses.is_empty();
    Ok(match (disagrees, open) {
        (true, _) => status::NON_CONFORMING,
        (false, true) => status::UNDETERMINED,
        (false, false) => status::CONFORMING,
    })
}
