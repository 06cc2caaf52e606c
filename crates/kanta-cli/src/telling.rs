//! How judged files are told: the options that `check`, `cert`, `ready` and `index check` share.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use kanta_conformance::{Date, Escaped, Language, Text, text};
use kanta_report::Format;
use kanta_report::settled::{Acceptances, Baseline, Settled};

use crate::files;
use crate::options::{self, Base};
use crate::output;
use crate::report::catalogue::Held;
use crate::settings::Settings;
use crate::status;

/// How the answer is told, and which findings somebody lives with.
#[derive(clap::Args)]
pub(crate) struct Telling {
    /// The language of the report; English where nobody says otherwise.
    #[arg(long, env = options::LANGUAGE, value_parser = options::language())]
    lang: Option<Language>,
    /// The form of the report; text, JSON and annotations come file by file, the others are one document. Text where
    /// nobody says otherwise.
    #[arg(long, value_parser = options::form())]
    format: Option<Format>,
    /// For people: only the verdict on each file, on one line; of folders, only how many came to what.
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    known: Known,
    /// Writes what is violated or not known now, for `--baseline`; it does not count for the exit status, but what is
    /// open beside findings does: that a plan has no access point, for example.
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    write_baseline: Option<PathBuf>,
    /// Takes out of the baseline what occurs no longer: of the files that are judged, and of files that are gone.
    #[arg(long, conflicts_with = "write_baseline")]
    prune_baseline: bool,
    /// Leaves accepted findings out of SARIF, for code hosts that show them as open all the same.
    #[arg(long)]
    sarif_drop_accepted: bool,
}

/// Which findings somebody lives with, and the settings that may name them.
#[derive(clap::Args)]
pub(crate) struct Known {
    /// A file of findings that somebody accepted until a day: they are shown as such and do not count for an
    /// exit status.
    #[arg(long, value_name = "FILE")]
    accept: Option<PathBuf>,
    /// An earlier report as JSON, or what `--write-baseline` wrote: only what is new counts for an exit
    /// status.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// A file of settings, instead of `kanta.toml` in the folder of the first file that is named.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
}

impl Known {
    /// The settings that are named, or those beside the first file that is judged.
    ///
    /// # Errors
    /// What is wrong with the file, a line a fault.
    pub(crate) fn settings(
        &self,
        first: Option<&Path>,
        lang: Language,
    ) -> Result<Settings, String> {
        Settings::of(self.settings.as_deref(), first, lang)
    }

    /// The accepted findings that are named here or in the settings.
    ///
    /// # Errors
    /// What is wrong with the file, a line a fault.
    pub(crate) fn accepted(
        &self,
        settings: &Settings,
        lang: Language,
    ) -> Result<Option<Acceptances>, String> {
        let path = self.accept.as_ref().or(settings.accept.as_ref());
        path.map(|path| acceptances(path, lang)).transpose()
    }

    /// The file of the baseline that is named here or in the settings.
    pub(crate) fn baseline_file<'a>(&'a self, settings: &'a Settings) -> Option<&'a PathBuf> {
        self.baseline.as_ref().or(settings.baseline.as_ref())
    }

    /// The baseline in that file.
    ///
    /// # Errors
    /// The first line that belongs to none, or that the file cannot be read.
    pub(crate) fn baseline(
        &self,
        settings: &Settings,
        lang: Language,
    ) -> Result<Option<Baseline>, String> {
        let path = self.baseline_file(settings);
        path.map(|path| read_baseline(path, lang)).transpose()
    }
}

/// What is accepted as of a day, by those who judge by these requirements, and what was there before.
pub(crate) fn settled(
    accepted: Option<Acceptances>,
    baseline: Option<Baseline>,
    held: &[Held],
    on: Option<Date>,
) -> Settled {
    let mut settled = Settled::new();
    if let Some(accepted) = accepted {
        let on = on.unwrap_or_else(options::today);
        settled = settled.accept(accepted, on, ids(held));
    }
    match baseline {
        Some(baseline) => settled.baseline(baseline),
        None => settled,
    }
}

/// The ids of the requirements that are judged.
fn ids(held: &[Held]) -> BTreeSet<&'static str> {
    let judged = held.iter().flat_map(|its| its.requirements());
    judged.map(|its| its.id()).collect()
}

/// How a plan is read and told, where its findings are not judged.
#[derive(clap::Args)]
pub(crate) struct Reading {
    #[command(flatten)]
    base: Base,
    /// The language of the answer; English where nobody says otherwise.
    #[arg(long, alias = "language", env = options::LANGUAGE, value_parser = options::language())]
    lang: Option<Language>,
    /// A file of settings, instead of `kanta.toml` in the folder of the first file that is named.
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
}

impl Reading {
    /// Where the files lie that a plan names, and the language: what the options, the environment and the settings beside
    /// the first file say together.
    ///
    /// # Errors
    /// What is wrong with the settings, a line a fault.
    pub(crate) fn of(&self, first: Option<&Path>) -> Result<(Base, Language), String> {
        let settings = Settings::of(
            self.settings.as_deref(),
            first,
            self.lang.unwrap_or_default(),
        )?;
        let lang = self.lang.or(settings.lang).unwrap_or_default();
        Ok((self.base.or(settings.base.as_ref()), lang))
    }
}

/// How judged files are told.
pub(crate) struct Manner {
    pub(crate) lang: Language,
    pub(crate) format: Format,
    /// For people: only verdicts.
    pub(crate) quiet: bool,
    /// Also what is satisfied and what does not apply.
    pub(crate) all: bool,
    pub(crate) settled: Settled,
    pub(crate) drop_accepted: bool,
    /// Where what is open now is written.
    pub(crate) write_baseline: Option<PathBuf>,
    /// The baseline that what occurs no longer is taken out of, and the requirements that are judged.
    pub(crate) prune_baseline: Option<(PathBuf, BTreeSet<&'static str>)>,
    /// What else the settings say.
    pub(crate) settings: Settings,
}

impl Telling {
    /// The language that was asked for, before any settings are read.
    pub(crate) fn lang(&self) -> Language {
        self.lang.unwrap_or_default()
    }

    /// What the options, the environment and the settings say together; `first` is the first file that is judged, `held`
    /// which requirements it is held against, and accepted findings are accepted as of that day or today.
    ///
    /// # Errors
    /// What is wrong with one of the files, a line a fault.
    pub(crate) fn manner(
        &self,
        first: Option<&Path>,
        held: &[Held],
        all: bool,
        on: Option<Date>,
    ) -> Result<Manner, String> {
        let lang = self.lang();
        let settings = self.known.settings(first, lang)?;
        let lang = self.lang.or(settings.lang).unwrap_or_default();
        let accepted = self.known.accepted(&settings, lang)?;
        let file = match self.write_baseline {
            Some(_) => None,
            None => self.known.baseline_file(&settings),
        };
        let baseline = match file {
            Some(_) => self.known.baseline(&settings, lang)?,
            None => None,
        };
        let prune_baseline = match (self.prune_baseline, file) {
            (true, None) => return Err(format!("kanta: {}\n", NO_BASELINE.get(lang))),
            (true, Some(path)) => Some((path.clone(), ids(held))),
            (false, _) => None,
        };
        let settled = settled(accepted, baseline, held, on);
        Ok(Manner {
            lang,
            format: self.format.or(settings.format).unwrap_or(Format::Text),
            quiet: self.quiet || settings.quiet,
            all: all || settings.all,
            settled,
            drop_accepted: self.sarif_drop_accepted,
            write_baseline: self.write_baseline.clone(),
            prune_baseline,
            settings,
        })
    }
}

const NO_BASELINE: Text = text! {
    en: "--prune-baseline needs the file that --baseline or the settings name",
    fi: "--prune-baseline tarvitsee tiedoston, jonka --baseline tai asetukset nimeävät",
    sv: "--prune-baseline behöver filen som --baseline eller inställningarna anger",
};

/// The most bytes of a file of accepted findings; the reader has a limit of its own.
const ACCEPTED: usize = 1 << 20;
/// The most bytes of a baseline: the JSON of some thousands of plans.
const BASELINE: usize = 1 << 30;

fn acceptances(path: &Path, language: Language) -> Result<Acceptances, String> {
    let name = path.display().to_string();
    let bytes = read(path, ACCEPTED, language)?;
    let known = Held::every().map(|(_, requirement)| requirement.id());
    Acceptances::read(&name, &bytes, known).map_err(|faults| {
        let lines = faults.iter().map(|fault| {
            let at = fault.place.position();
            let at = at.map(|at| format!(":{}:{}", at.line, at.column));
            let message = fault.message(language);
            format!("{}{}: {message}\n", Escaped(&name), at.unwrap_or_default())
        });
        lines.collect()
    })
}

fn read_baseline(path: &Path, language: Language) -> Result<Baseline, String> {
    let name = path.display().to_string();
    let bytes = read(path, BASELINE, language)?;
    let text = String::from_utf8_lossy(&bytes);
    Baseline::read(&text).map_err(|fault| {
        let line = fault.line;
        format!("{}:{line}: {}\n", Escaped(&name), fault.message(language))
    })
}

fn read(path: &Path, limit: usize, language: Language) -> Result<Vec<u8>, String> {
    let name = path.display().to_string();
    files::read(path, limit)
        .map_err(|fault| format!("{}: {}\n", Escaped(&name), fault.message(language)))
}

/// Tells why nothing could be judged, and ends with the status of that.
pub(crate) fn refused(message: &str) -> io::Result<u8> {
    output::err().write_all(message.as_bytes())?;
    Ok(status::UNREADABLE)
}
