//! `kanta check`: a plan against the guide.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kanta_conformance::{Assessment, Date, Finding, Language};
use kanta_policy::{Fault, FaultKind, Faults, FileFault, PLAN_LIMIT, Place, PlanFile, evaluate};
use kanta_report::view::{PlanReport, Refusal};
use kanta_report::{Format, Printer};

use crate::files;
use crate::options::{self, Base};
use crate::output;
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
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The form of the report; text, JSON and annotations come file by file, the others are one document.
    #[arg(long, default_value = "text", value_parser = options::form())]
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

impl Checked {
    /// One of its findings, as every format tells it.
    pub(crate) fn view(&self, finding: &Finding) -> kanta_report::view::Finding {
        let edition = self.assessment.edition;
        kanta_report::view::Finding::in_plan(finding, &self.name, &self.file, edition)
    }
}

pub(crate) fn run(args: &CheckArgs) -> io::Result<u8> {
    let (mut out, mut err) = (output::out(), output::err());
    let mut printer = Printer::new(args.format, args.lang, args.all);
    let mut worst = status::CONFORMING;
    for path in &args.plans {
        let name = path.display().to_string();
        let status = match read(path, &args.base) {
            Ok(file) => {
                let on = args.on.or(file.as_of).unwrap_or_else(options::today);
                let assessment = evaluate(&file.plan, on);
                let report = PlanReport::new(&name, &file, &assessment);
                printer.report(report, &mut out, |report, out| {
                    kanta_report::text::plan(report, args.lang, args.all, out)
                })?;
                status::of(assessment.verdict())
            }
            Err(faults) => {
                let refusal = Refusal::of_plan(&name, &faults, args.lang);
                printer.refusal(refusal, &mut out, &mut err)?;
                status::UNREADABLE
            }
        };
        worst = status::worst(worst, status);
    }
    printer.finish(&mut out)?;
    out.flush()?;
    Ok(worst)
}

/// Reads a plan and the certificates that it names, which lie beside it or in the folder that was named.
pub(crate) fn read(path: &Path, base: &Base) -> Result<PlanFile, Faults> {
    let bytes = files::read(path, PLAN_LIMIT).map_err(|fault| {
        let kind = match fault {
            FileFault::TooLarge { limit } => FaultKind::TooLarge { limit },
            other => FaultKind::File(other),
        };
        Faults::from(Fault::new(Place::of_source(0), kind))
    })?;
    let folder = base.of(path);
    PlanFile::read(&bytes, &mut |name| {
        files::read_file(&folder.join(name), kanta_cert::CRL_SIZE_LIMIT)
    })
}

/// The same for a report that has no place of its own for it: a file that is not there is named on standard error.
pub(crate) fn read_telling(
    path: &Path,
    base: &Base,
    language: Language,
) -> Result<PlanFile, Faults> {
    let file = read(path, base)?;
    let missing = kanta_report::view::missing_files(&file);
    // Where nobody reads that, the report stands all the same.
    kanta_report::text::missing_files(&missing, language, &mut output::err()).ok();
    Ok(file)
}
