//! `kanta ready`: what is left to do before going live.

use std::io;
use std::path::PathBuf;

use kanta_conformance::Date;
use kanta_policy::evaluate;
use kanta_policy::readiness::{calendar, checklist};
use kanta_report::view::ReadyReport;
use kanta_report::{Format, Report as _};

use super::check;
use crate::desk::Desk;
use crate::options::{self, Base};
use crate::output;
use crate::report::{self, catalogue::Held};
use crate::status;
use crate::telling::{self, Telling};

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
    #[command(flatten)]
    telling: Telling,
}

pub(crate) fn run(args: &ReadyArgs) -> io::Result<u8> {
    let (mut out, mut err) = (output::out(), output::err());
    let held = [Held::Plans, Held::Checklist];
    let manner = match args.telling.manner(Some(&args.plan), &held, false, args.on) {
        Ok(manner) => manner,
        Err(message) => return telling::refused(&message),
    };
    let (lang, is_page) = (manner.lang, manner.format == Format::Html);
    let base = args.base.or(manner.settings.base.as_ref());
    let mut desk: Desk<'_, ReadyReport> = Desk::new(manner, &mut out, &mut err);
    let name = args.plan.display().to_string();
    let file = match check::read(&args.plan, &base) {
        Ok(file) => file,
        Err(faults) => {
            let refusal = report::faults::of_plan(&name, &faults, lang);
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
    if is_page {
        report = report.with_annexes(&file, &guide);
    }
    // What the guide refuses does not go live, however much of the list is done: so says the report's own verdict.
    desk.judged(report, |view, out| {
        kanta_report::text::ready(view, lang, out)?;
        kanta_report::text::accepted(&view.sheet(), lang, out)
    })?;
    desk.finish()
}
