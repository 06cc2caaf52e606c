//! `kanta check`: a plan against the guide.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use kanta_conformance::{Date, Language, Text, text};
use kanta_policy::{Fault, FaultKind, Faults, FileFault, PLAN_LIMIT, Place, PlanFile, evaluate};
use kanta_report::Format;
use kanta_report::text::TableLine;
use kanta_report::view::{self, PlanReport, RefusedInput};
use rayon::prelude::*;

use crate::desk::Desk;
use crate::files;
use crate::options::{self, Base};
use crate::output;
use crate::plans::{self, Listed, Plans};
use crate::report::{self, catalogue::Held};
use crate::status;
use crate::telling::{self, Telling};

/// Checks planned connections against the guide.
///
/// Reads each plan and the certificates that it names, holds it against every requirement, and prints what is
/// violated, what is not known and which field to fill in, and on what the rest stands.
#[derive(clap::Args)]
#[command(after_help = status::HELP)]
pub(crate) struct CheckArgs {
    /// The plan files, and folders of them; `-` is standard input. In a folder, files of other kinds are left out and
    /// counted, and for people each plan is one line.
    #[arg(required = true, value_name = "PLAN")]
    plans: Vec<PathBuf>,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    base: Base,
    #[command(flatten)]
    telling: Telling,
    /// Lists what is satisfied and what does not apply, too.
    #[arg(long)]
    all: bool,
}

/// How many plans are judged before they are told: what is kept in memory stays bounded.
const AT_ONCE: usize = 256;
/// The same where a line is all that is kept of each.
const LINES_AT_ONCE: usize = 1024;

const NO_PLAN: Text = text! {
    en: "there is no plan in this folder",
    fi: "tässä kansiossa ei ole suunnitelmaa",
    sv: "det finns ingen plan i denna mapp",
};

pub(crate) fn run(args: &CheckArgs) -> io::Result<u8> {
    let (mut out, mut err) = (output::out(), output::err());
    let first = args.plans.first().map(PathBuf::as_path);
    let manner = match args
        .telling
        .manner(first, &[Held::Plans], args.all, args.on)
    {
        Ok(manner) => manner,
        Err(message) => return telling::refused(&message),
    };
    let mut plans = Plans::of(&args.plans);
    let of_folders = !plans.folders.is_empty();
    // Where plans were found: in which of the folders, or by their own names.
    let mut found: BTreeSet<Option<usize>> = BTreeSet::new();
    let (lang, all, quiet) = (manner.lang, manner.all, manner.quiet);
    let asked = Asked {
        on: args.on,
        base: args.base.or(manner.settings.base.as_ref()),
        lang,
    };
    let format = manner.format;
    let mut desk = Desk::new(manner, &mut out, &mut err);
    // A page of a whole folder shows no pictures: with thousands of them no browser would open it.
    let extent = match format {
        Format::Text if of_folders && desk.asks_for_lines() => Extent::Line,
        Format::Text if of_folders => Extent::Open,
        Format::Html if !of_folders => Extent::Whole,
        _ => Extent::Findings,
    };
    // Standard input is read once, by whoever is named first: then one after the other.
    let one_by_one = plans
        .files
        .iter()
        .any(|it| files::is_standard_input(&it.path));
    let at_once = match extent {
        Extent::Line => LINES_AT_ONCE,
        _ => AT_ONCE,
    };
    let mut done = 0_usize;
    for some in plans.files.chunks(at_once) {
        if plans.files.len() > at_once {
            desk.progress(done, plans.files.len());
        }
        let judged: Vec<_> = if one_by_one || some.len() == 1 {
            some.iter().map(|its| judged(its, &asked, extent)).collect()
        } else {
            some.par_iter()
                .map(|its| judged(its, &asked, extent))
                .collect()
        };
        done = done.saturating_add(some.len());
        for (listed, checked) in some.iter().zip(&judged) {
            if checked.is_some() {
                found.insert(listed.folder);
            } else {
                plans.skipped = plans.skipped.saturating_add(1);
            }
        }
        let judged = judged.into_iter().flatten();
        if plans.files.len() > at_once {
            desk.progress(done, plans.files.len());
        }
        if desk.is_by_file() {
            desk.by_file(judged.filter_map(Judged::checked).collect())?;
            continue;
        }
        for judged in judged {
            let checked = match judged {
                Judged::Line(line) => {
                    desk.line_alone(&line)?;
                    continue;
                }
                Judged::Report(checked) => *checked,
            };
            match checked {
                checked if of_folders => desk.row(checked)?,
                view::Checked::Judged(report) => desk.judged(report, |report, out| {
                    kanta_report::text::plan(report, lang, all, out)
                })?,
                view::Checked::Refused(refusal) => desk.refused(refusal)?,
                view::Checked::Accepted(_) => {}
            }
        }
    }
    let folders = plans.folders.iter().enumerate();
    for (_, folder) in folders.filter(|(at, _)| !found.contains(&Some(*at))) {
        let name = folder.display().to_string();
        let refusal =
            RefusedInput::of_file(&name, |language| NO_PLAN.get(language).to_owned(), lang);
        desk.refused(refusal)?;
    }
    if !found.is_empty() && (of_folders || (plans.files.len() > 1 && !quiet)) {
        desk.totals(plans.skipped)?;
    }
    desk.finish()
}

/// How plans are judged.
struct Asked {
    on: Option<Date>,
    base: Base,
    lang: Language,
}

/// How much of a plan is told.
#[derive(Clone, Copy)]
enum Extent {
    /// Its line of a table: how much is open, and nothing of what.
    Line,
    /// What is open: what is known of that already is told apart.
    Open,
    /// Every finding.
    Findings,
    /// With its picture, its checklist and its failures.
    Whole,
}

/// What a plan came to. Of thousands of them lines are kept, and no reports.
enum Judged {
    Line(TableLine),
    Report(Box<view::Checked<PlanReport>>),
}

impl Judged {
    fn checked(self) -> Option<view::Checked<PlanReport>> {
        match self {
            Self::Line(_) => None,
            Self::Report(checked) => Some(*checked),
        }
    }
}

/// What a plan came to; nothing of a file of another kind that was found in a folder.
fn judged(listed: &Listed, args: &Asked, extent: Extent) -> Option<Judged> {
    let path = &listed.path;
    let bytes = files::read(path, PLAN_LIMIT);
    if listed.folder.is_some() && !plans::is_plan(path, bytes.as_deref()) {
        return None;
    }
    let name = path.display().to_string();
    let checked = match understood(path, bytes, &args.base) {
        Ok(file) => {
            let on = args.on.or(file.as_of).unwrap_or_else(options::today);
            let assessment = evaluate(&file.plan, on);
            view::Checked::Judged(match extent {
                Extent::Line => {
                    return Some(Judged::Line(TableLine::of_plan(&name, &assessment)));
                }
                Extent::Open => PlanReport::of_open(&name, &file, &assessment),
                Extent::Findings => PlanReport::new(&name, &file, &assessment),
                Extent::Whole => PlanReport::new(&name, &file, &assessment).with_annexes(&file),
            })
        }
        Err(faults) => view::Checked::Refused(report::faults::of_plan(&name, &faults, args.lang)),
    };
    Some(Judged::Report(Box::new(checked)))
}

/// Reads a plan and the certificates that it names, which lie beside it or in the folder that was named.
pub(crate) fn read(path: &Path, base: &Base) -> Result<PlanFile, Faults> {
    understood(path, files::read(path, PLAN_LIMIT), base)
}

/// Understands a plan that was read, and reads the certificates that it names.
fn understood(
    path: &Path,
    bytes: Result<Vec<u8>, FileFault>,
    base: &Base,
) -> Result<PlanFile, Faults> {
    let bytes = bytes.map_err(|fault| {
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
    let missing = view::missing_files(&file);
    // Where nobody reads that, the report stands all the same.
    let err: &mut dyn io::Write = &mut output::err();
    kanta_report::text::missing_files(&missing, language, err).ok();
    Ok(file)
}
