//! `kanta ready`: what is left to do before going live.

use std::io;
use std::path::PathBuf;

use kanta_conformance::{Date, Language};
use kanta_policy::evaluate;
use kanta_policy::readiness::{calendar, checklist};
use kanta_report::Format;
use kanta_report::view::{ReadyReport, Refusal};

use super::check;
use crate::desk::{Desk, Manner};
use crate::options::{self, Base};
use crate::output;
use crate::report;
use crate::status;

/// Lists what has to be done before a planned connection goes live.
///
/// The checklist follows Kanta's pages on deployment and on data security, in the order in which things have to be
/// done; `kanta check` holds the same plan against the guide. With `--by`, a calendar is counted back from going live.
#[derive(clap::Args)]
#[command(after_help = status::HELP)]
pub(crate) struct ReadyArgs {
    /// The plan file; `-` is standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    /// The day of going live, to count back from.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    by: Option<Date>,
    #[command(flatten)]
    base: Base,
    /// The language of the report.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The form of the report.
    #[arg(long, default_value = "text", value_parser = options::form())]
    format: Format,
    /// For people: only the verdict, on one line.
    #[arg(long, short)]
    quiet: bool,
}

pub(crate) fn run(args: &ReadyArgs) -> io::Result<u8> {
    let (mut out, mut err) = (output::out(), output::err());
    let manner = Manner {
        lang: args.lang,
        format: args.format,
        quiet: args.quiet,
        all: false,
    };
    let mut desk: Desk<'_, ReadyReport> = Desk::new(manner, &mut out, &mut err);
    let name = args.plan.display().to_string();
    let file = match check::read(&args.plan, &args.base) {
        Ok(file) => file,
        Err(faults) => {
            let refusal = Refusal::of_plan(&name, &faults, args.lang);
            desk.refused(refusal)?;
            return desk.finish();
        }
    };
    let on = args.on.or(file.as_of).unwrap_or_else(options::today);
    let list = checklist(&file.plan, on);
    let guide = evaluate(&file.plan, on);
    let dates = args.by.map(|by| (by, calendar(&file.plan, by, on)));
    let dates = dates.as_ref().map(|(by, dates)| (*by, dates.as_slice()));
    let mut report = ReadyReport::new(&name, &file, &list, &guide, dates);
    if args.format == Format::Html {
        report = report.with_annexes(&file, &guide);
    }
    // What the guide refuses does not go live, however much of the list is done: so says the report's own verdict.
    desk.judged(report, |_, out| {
        report::ready::text(&name, &file, &list, &guide, dates, args.lang, out)
    })?;
    desk.finish()
}
