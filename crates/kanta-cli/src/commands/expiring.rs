//! `kanta expiring`: what ends soon in certificates, plans and indexes.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use kanta_cert::{CRL_SIZE_LIMIT, Crl, CrlError};
use kanta_conformance::{Date, Language, Text, text};
use kanta_policy::FileFault;
use kanta_report::format;
use kanta_report::text::Page;
use kanta_report::view::{EndingKind, Endings, ExpiringReport, RefusedInput};
use kanta_source::system_words;

use super::cert;
use super::check;
use super::index::input::{self, Failure};
use crate::files;
use crate::options::{self, Base};
use crate::output;
use crate::plans::{self, Kind};
use crate::settings::Settings;
use crate::status;

/// Tells what ends soon, or has ended: certificates, agreements, security assessments, user rights, whole indexes.
///
/// Reads certificates (PEM, DER), lists of revoked certificates, plans and indexes: the files that are named, and in folders and
/// below every file that is one of these by its ending and its beginning; the others are counted. A plan's certificates are
/// told where their own file is not among those that are read. A list is told from the day of its next update on.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct ExpiringArgs {
    /// The files, and folders of them.
    #[arg(required_unless_present = "index", value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// A file of an index that spans several, which are read as one. Can be given again.
    #[arg(long, value_name = "FILE")]
    index: Vec<PathBuf>,
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
    let first = args.paths.first().or(args.index.first());
    let first = first.map(PathBuf::as_path);
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
    let known = |path: &PathBuf| fs::canonicalize(path).ok();
    let asked = Asked {
        base,
        lang,
        apart: args.index.iter().filter_map(known).collect(),
    };
    if !args.index.is_empty() {
        asked.index(&args.index, &mut gathered)?;
    }
    for path in &args.paths {
        asked.take(path, true, &mut gathered)?;
    }
    if gathered.is_empty() {
        // Whoever watches nothing is told.
        let name = first.map(|path| path.display().to_string());
        let nothing = |language| NOTHING.get(language).to_owned();
        gathered.refused(RefusedInput::of_file(
            &name.unwrap_or_default(),
            nothing,
            lang,
        ));
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
    let soon = |kind| match kind {
        EndingKind::RevocationList => 0,
        _ => i32::from(args.within),
    };
    Ok(if !report.unreadable.is_empty() {
        status::UNREADABLE
    } else if report
        .ending
        .iter()
        .any(|its| its.days_left <= soon(its.kind))
    {
        status::NON_CONFORMING
    } else {
        status::CONFORMING
    })
}

/// Names what cannot be read, where the answer has no place for it.
fn unreadable(report: &ExpiringReport, language: Language) -> io::Result<()> {
    for its in &report.unreadable {
        let refusal = RefusedInput::new(its.file.clone(), its.faults.clone());
        kanta_report::text::refusal(&refusal, language, &mut output::err())?;
    }
    Ok(())
}

/// How files are looked into.
struct Asked {
    base: Base,
    lang: Language,
    /// The files that are an index together: in a folder, none of them is one by itself.
    apart: Vec<PathBuf>,
}

impl Asked {
    /// Looks into a file, or into a folder and below in the order of the names.
    fn take(&self, path: &Path, is_named: bool, gathered: &mut Endings) -> io::Result<()> {
        let (name, lang) = (path.display().to_string(), self.lang);
        if path.is_dir() {
            if !is_named && path.is_symlink() {
                return Ok(());
            }
            let entries = match fs::read_dir(path) {
                Ok(entries) => entries,
                Err(error) => {
                    let why = |lang| system_words(&error.to_string(), lang);
                    gathered.refused(RefusedInput::of_file(&name, why, lang));
                    return Ok(());
                }
            };
            let mut below: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            below.sort();
            for path in below {
                self.take(&path, false, gathered)?;
            }
            return Ok(());
        }
        let is_apart = |path| self.apart.contains(&path);
        if fs::canonicalize(path).is_ok_and(is_apart) {
            return Ok(());
        }
        match plans::kind(path, is_named) {
            Kind::Plan => match check::read(path, &self.base) {
                Ok(file) => gathered.plan(&name, &file),
                Err(faults) => gathered.refused(RefusedInput::of_plan(&name, &faults, lang)),
            },
            Kind::Index => self.index(&[path.to_owned()], gathered)?,
            Kind::Certificate => self.certificates(path, &name, gathered),
            Kind::Lists => match lists(path) {
                Ok(lists) => {
                    gathered.certificates(&name, &[]);
                    gathered.lists(&name, &lists);
                }
                Err(unlisted) => gathered.refused(unlisted.refusal(&name, lang)),
            },
            Kind::Other => gathered.skipped(),
        }
        Ok(())
    }

    /// Looks into an index, of one file or of several.
    fn index(&self, paths: &[PathBuf], gathered: &mut Endings) -> io::Result<()> {
        let names: Vec<String> = paths.iter().map(|it| it.display().to_string()).collect();
        match input::index(paths) {
            Ok(index) => gathered.index(&names.join(", "), &index),
            Err(Failure::Io(error)) => return Err(error),
            Err(Failure::Input { problem, .. }) => {
                gathered.refused(problem.refusal(&names, self.lang));
            }
        }
        Ok(())
    }

    /// Looks into certificates, and into the lists of revoked ones beside them.
    fn certificates(&self, path: &Path, name: &str, gathered: &mut Endings) {
        match cert::read(path) {
            Ok(documents) => {
                gathered.certificates(name, &documents);
                match lists(path) {
                    Ok(lists) => gathered.lists(name, &lists),
                    Err(Unlisted::Content(CrlError::NotFound)) => {}
                    Err(unlisted) => gathered.refused(unlisted.refusal(name, self.lang)),
                }
            }
            Err(fault) => match lists(path) {
                Ok(lists) => {
                    gathered.certificates(name, &[]);
                    gathered.lists(name, &lists);
                }
                Err(_) => gathered.refused(fault.refusal(name, self.lang)),
            },
        }
    }
}

/// Why there are no lists.
enum Unlisted {
    File(FileFault),
    Content(CrlError),
}

impl Unlisted {
    fn refusal(&self, name: &str, language: Language) -> RefusedInput {
        let message = |language| match self {
            Self::File(fault) => fault.message(language),
            Self::Content(error) => error.message(language),
        };
        RefusedInput::of_file(name, message, language)
    }
}

/// The lists of revoked certificates of a file.
fn lists(path: &Path) -> Result<Vec<Crl>, Unlisted> {
    let bytes = files::read_file(path, CRL_SIZE_LIMIT).map_err(Unlisted::File)?;
    Crl::read_all(&bytes).map_err(Unlisted::Content)
}
