//! `kanta diff`: two plans, and which findings differ between them.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kanta_conformance::{Assessment, Date, Language};
use kanta_policy::{Faults, PlanFile, evaluate};
use kanta_report::view::{DifferenceReport, JudgedPlan};

use super::check;
use crate::options::{self, Base, Format};
use crate::output;
use crate::report;
use crate::status;
use crate::telling::{self, Reading};

/// Compares two plans, or two states of one: which findings appear, vanish or change.
///
/// A finding that does not apply, or is not in force, counts as not there. Entries without a name of their own are told
/// apart by what they say, so that their order makes no difference.
#[derive(clap::Args)]
#[command(
    after_help = "Exit status: 0 nothing got worse, 1 something did (a finding or the verdict), \
                  2 unreadable input or wrong usage. Worse is: violated after not known or satisfied, not known after \
                  satisfied, and either where there was no finding."
)]
pub(crate) struct DiffArgs {
    /// The plan before; `-` is standard input.
    #[arg(value_name = "BEFORE")]
    before: PathBuf,
    /// The plan after.
    #[arg(value_name = "AFTER")]
    after: PathBuf,
    /// The day to judge both by; otherwise each plan's `as_of`, otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    reading: Reading,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

/// A plan that was read, and what it came to.
struct Checked {
    /// The file, as it was called.
    name: String,
    file: PlanFile,
    assessment: Assessment,
}

impl Checked {
    fn judged(&self) -> JudgedPlan<'_> {
        JudgedPlan {
            name: &self.name,
            file: &self.file,
            assessment: &self.assessment,
        }
    }
}

/// Something got worse.
const WORSE: u8 = 1;

pub(crate) fn run(args: &DiffArgs) -> io::Result<u8> {
    let mut out = output::out();
    let today = options::today();
    let (base, lang) = match args.reading.of(Some(&args.before)) {
        Ok(reading) => reading,
        Err(message) => return telling::refused(&message),
    };
    let checked = |path: &Path| checked(path, args.on, today, (&base, lang));
    let (before, after) = (checked(&args.before), checked(&args.after));
    let status = match (&before, &after) {
        (Ok(before), Ok(after)) => {
            let difference = DifferenceReport::between(&before.judged(), &after.judged());
            match args.format {
                Format::Text => {
                    let page = &mut output::page(&mut out);
                    kanta_report::text::difference(&difference, lang, page)?;
                }
                Format::Json => kanta_report::json(&difference, &mut out)?,
            }
            if difference.is_worse() {
                WORSE
            } else {
                status::CONFORMING
            }
        }
        _ => {
            for (path, side) in [(&args.before, &before), (&args.after, &after)] {
                if let Err(faults) = side {
                    let name = path.display().to_string();
                    report::faults::write(&name, faults, lang, args.format, &mut out)?;
                }
            }
            status::UNREADABLE
        }
    };
    out.flush()?;
    Ok(status)
}

fn checked(
    path: &Path,
    on: Option<Date>,
    today: Date,
    (base, lang): (&Base, Language),
) -> Result<Checked, Faults> {
    let file = check::read_telling(path, base, lang)?;
    let on = on.or(file.as_of).unwrap_or(today);
    let assessment = evaluate(&file.plan, on);
    Ok(Checked {
        name: path.display().to_string(),
        file,
        assessment,
    })
}
