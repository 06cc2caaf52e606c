//! `kanta expiring`: what ends soon in certificates, plans and indexes.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use kanta_conformance::{Date, Language, Text, text};
use kanta_report::format;
use kanta_report::text::Page;
use kanta_report::view::{Endings, ExpiringReport, Refusal};

use super::cert;
use super::check;
use super::index::input::{self, Failure};
use crate::options::{self, Base};
use crate::output;
use crate::plans::{self, Kind};
use crate::settings::Settings;
use crate::status;

/// Tells what ends soon, or has ended: certificates, agreements, security assessments, user rights, whole indexes.
///
/// Reads certificates (PEM, DER), plans and indexes: the files that are named, and in folders and below every file that is
/// one of these by its ending and its first keys; the others are counted. A plan's certificates are told where their own
/// file is not among those that are read. An index is one file.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct ExpiringArgs {
    /// The files, and folders of them.
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// Within how many days: what has its last day at most so many days after the day asked about.
    #[arg(long, value_name = "DAYS", default_value_t = 90)]
    within: u16,
    /// The day asked about, such as 2025-12-01; otherwise today. A plan's own `as_of` is no matter here.
    #[arg(long, value_name = "DATE", alias = "on", value_parser = options::date)]
    as_of: Option<Date>,
    #[command(flatten)]
    base: Base,
    /// The language of the answer; English where nobody says otherwise.
    #[arg(long, env = options::LANGUAGE, value_parser = options::language())]
    lang: Option<Language>,
    /// The form of the answer.
    #[arg(long, default_value = "text", value_enum)]
    format: Form,
    /// A file of settings, instead of `kanta.toml` in the folder of the first file that is named.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
}

/// The form of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A table for people.
    Text,
    /// One JSON object.
    Json,
    /// iCalendar: an event on each last day.
    Ical,
    /// Prometheus' text format, for a collector of files: everything that has an end, however far.
    Prometheus,
}

const HELP: &str = "Exit status: 0 nothing ends within these days, 1 something does or has ended, 2 a file cannot be read or \
wrong usage. The last day itself still counts: what has its last day on the day asked about has 0 days left.";

const NOTHING: Text = text! {
    en: "there is neither a certificate, a plan nor an index here",
    fi: "täällä ei ole varmennetta, suunnitelmaa eikä osoitekirjaa",
    sv: "här finns varken certifikat, plan eller adressbok",
};

pub(crate) fn run(args: &ExpiringArgs) -> io::Result<u8> {
    let mut out = output::out();
    let lang = args.lang.unwrap_or_default();
    let first = args.paths.first().map(PathBuf::as_path);
    let settings = match Settings::of(args.settings.as_deref(), first, lang) {
        Ok(settings) => settings,
        Err(message) => return crate::telling::refused(&message),
    };
    let lang = args.lang.or(settings.lang).unwrap_or_default();
    let base = args.base.or(settings.base.as_ref());
    let on = args.as_of.unwrap_or_else(options::today);
    // Monitoring sets thresholds of its own.
    let within = match args.format {
        Form::Prometheus => u16::MAX,
        _ => args.within,
    };
    let mut gathered = Endings::new(on, within);
    for path in &args.paths {
        take(path, true, &base, lang, &mut gathered)?;
    }
    if gathered.is_empty() {
        // Whoever watches nothing is told.
        let name = first.map(|path| path.display().to_string());
        let nothing = |language| NOTHING.get(language).to_owned();
        gathered.refused(Refusal::of_file(&name.unwrap_or_default(), nothing, lang));
    }
    let report = gathered.report();
    match args.format {
        Form::Text => {
            let mut page = Page::new(&mut out, output::width());
            format::expiring(&report, lang, &mut page, &mut output::err())?;
        }
        Form::Json => kanta_report::json(&report, &mut out)?,
        Form::Ical => {
            unreadable(&report, lang)?;
            format::ical(&report, lang, &mut out)?;
        }
        Form::Prometheus => {
            unreadable(&report, lang)?;
            format::prometheus(&report, &mut out)?;
        }
    }
    out.flush()?;
    let soon = i32::from(args.within);
    Ok(if !report.unreadable.is_empty() {
        status::UNREADABLE
    } else if report.ending.iter().any(|its| its.days_left <= soon) {
        status::NON_CONFORMING
    } else {
        status::CONFORMING
    })
}

/// Names what cannot be read, where the answer has no place for it.
fn unreadable(report: &ExpiringReport, language: Language) -> io::Result<()> {
    for its in &report.unreadable {
        let refusal = Refusal::new(its.file.clone(), its.faults.clone());
        kanta_report::text::refusal(&refusal, language, &mut output::err())?;
    }
    Ok(())
}

/// Looks into a file, or into a folder and below in the order of the names.
fn take(
    path: &Path,
    is_named: bool,
    base: &Base,
    lang: Language,
    gathered: &mut Endings,
) -> io::Result<()> {
    if path.is_dir() {
        if !is_named && path.is_symlink() {
            return Ok(());
        }
        let name = path.display().to_string();
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                gathered.refused(Refusal::of_file(&name, |_| error.to_string(), lang));
                return Ok(());
            }
        };
        let mut below: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        below.sort();
        for path in below {
            take(&path, false, base, lang, gathered)?;
        }
        return Ok(());
    }
    let name = path.display().to_string();
    match plans::kind(path, is_named) {
        Kind::Plan => match check::read(path, base) {
            Ok(file) => gathered.plan(&name, &file),
            Err(faults) => gathered.refused(Refusal::of_plan(&name, &faults, lang)),
        },
        Kind::Index => match input::index(&[path.to_owned()]) {
            Ok(index) => gathered.index(&name, &index),
            Err(Failure::Io(error)) => return Err(error),
            Err(Failure::Input { problem, .. }) => {
                gathered.refused(problem.refusal(&[name], lang));
            }
        },
        Kind::Certificate => match cert::read(path) {
            Ok(documents) => gathered.certificates(&name, &documents),
            Err(fault) => gathered.refused(fault.refusal(&name, lang)),
        },
        Kind::Other => gathered.skipped(),
    }
    Ok(())
}
