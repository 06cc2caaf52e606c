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
    base: Base,
    /// The language of the report.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
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
    let before = checked(&args.before, args, today);
    let after = checked(&args.after, args, today);
    let status = match (&before, &after) {
        (Ok(before), Ok(after)) => {
            let difference = DifferenceReport::between(&before.judged(), &after.judged());
            match args.format {
                Format::Text => {
                    let page = &mut output::page(&mut out);
                    kanta_report::text::difference(&difference, args.lang, page)?;
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
                    report::faults::write(&name, faults, args.lang, args.format, &mut out)?;
                }
            }
            status::UNREADABLE
        }
    };
    out.flush()?;
    Ok(status)
}

fn checked(path: &Path, args: &DiffArgs, today: Date) -> Result<Checked, Faults> {
    let file = check::read_telling(path, &args.base, args.lang)?;
    let on = args.on.or(file.as_of).unwrap_or(today);
    let assessment = evaluate(&file.plan, on);
    Ok(Checked {
        name: path.display().to_string(),
        file,
        assessment,
    })
}
