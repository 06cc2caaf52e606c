//! `kanta check`: a plan against the guide.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kanta_conformance::{Assessment, Date, Language};
use kanta_policy::{Fault, FaultKind, FileFault, PLAN_LIMIT, PlanFile, evaluate};

use crate::files;
use crate::options::{self, Base, Format};
use crate::output;
use crate::report;
use crate::status;

/// Checks planned connections against the guide.
///
/// Reads each plan and the certificates that it names, holds it against every requirement, and prints what is
/// violated, what is not known and which field to fill in, and on what the rest stands.
#[derive(clap::Args)]
#[command(after_help = status::HELP)]
pub(crate) struct CheckArgs {
    /// The plan files; `-` is standard input.
    #[arg(required = true, value_name = "PLAN")]
    plans: Vec<PathBuf>,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    base: Base,
    /// The language of the report.
    #[arg(long, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
    /// Lists what is satisfied and what does not apply, too.
    #[arg(long)]
    all: bool,
}

/// A plan that was read, and what it came to.
pub(crate) struct Checked {
    /// The file, as it was called.
    pub(crate) name: String,
    pub(crate) file: PlanFile,
    pub(crate) assessment: Assessment,
}

pub(crate) fn run(args: &CheckArgs) -> io::Result<u8> {
    let mut out = output::out();
    let mut worst = status::CONFORMING;
    for (index, path) in args.plans.iter().enumerate() {
        let name = path.display().to_string();
        let status = match read(path, &args.base) {
            Ok(file) => {
                let on = args.on.or(file.as_of).unwrap_or_else(options::today);
                let assessment = evaluate(&file.plan, on);
                let checked = Checked {
                    name,
                    file,
                    assessment,
                };
                match args.format {
                    Format::Text => {
                        if index > 0 {
                            writeln!(out)?;
                        }
                        report::text::write(&checked, args.lang, args.all, &mut out)?;
                    }
                    Format::Json => report::json::write(&checked, &mut out)?,
                }
                status::of(checked.assessment.verdict())
            }
            Err(faults) => {
                match args.format {
                    Format::Text => {
                        report::faults::text(&name, &faults, args.lang, &mut output::err())?;
                    }
                    Format::Json => report::faults::json(&name, &faults, &mut out)?,
                }
                status::UNREADABLE
            }
        };
        worst = status::worst(worst, status);
    }
    out.flush()?;
    Ok(worst)
}

/// Reads a plan and the certificates that it names, which lie beside it or in the folder that was named.
pub(crate) fn read(path: &Path, base: &Base) -> Result<PlanFile, Vec<Fault>> {
    let bytes = files::read(path, PLAN_LIMIT).map_err(|fault| {
        let kind = match fault {
            FileFault::TooLarge { limit } => FaultKind::TooLarge { limit },
            other => FaultKind::File(other),
        };
        vec![Fault { place: None, kind }]
    })?;
    let folder = base.of(path);
    PlanFile::read(&bytes, &mut |name| {
        files::read_file(&folder.join(name), kanta_cert::CRL_SIZE_LIMIT)
    })
}
