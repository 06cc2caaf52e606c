//! Options that several commands share.

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use clap::builder::TypedValueParser;
use kanta_conformance::{Date, Language};

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A report for people.
    Text,
    /// One JSON object a line for each file, for machines.
    Json,
}

/// Where the files lie that a plan names.
#[derive(Clone, Default, clap::Args)]
pub(crate) struct Base {
    /// The folder of the certificates that a plan names; otherwise the plan's own, and of standard input the folder in
    /// which the command runs.
    #[arg(long = "base", value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

impl Base {
    /// The folder that was named, or else that one.
    pub(crate) fn or(&self, other: Option<&PathBuf>) -> Self {
        let folder = self.folder.as_ref().or(other).cloned();
        Self { folder }
    }

    /// The folder of a plan's certificates.
    pub(crate) fn of<'a>(&'a self, plan: &'a Path) -> &'a Path {
        let own = || plan.parent().unwrap_or(Path::new(""));
        self.folder.as_deref().unwrap_or_else(own)
    }
}

/// Reads the form in which judged files are told.
pub(crate) fn form() -> impl TypedValueParser<Value = kanta_report::Format> {
    PossibleValuesParser::new(kanta_report::Format::ALL.iter().map(|form| form.code()))
        .map(|code| kanta_report::Format::from_code(&code).unwrap_or(kanta_report::Format::Text))
}

/// The variable of the environment that holds the language where no option names one.
pub(crate) const LANGUAGE: &str = "KANTA_LANG";

/// Reads `en`, `fi` or `sv`.
pub(crate) fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .map(|code| Language::from_code(&code).unwrap_or_default())
}

/// Reads a date.
pub(crate) fn date(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|error: kanta_conformance::DateError| error.to_string())
}

/// Reads a moment: date, time and offset.
pub(crate) fn moment(text: &str) -> Result<kanta_cert::Moment, String> {
    text.parse()
        .map_err(|error: kanta_cert::MomentError| error.to_string())
}

/// The present moment.
pub(crate) fn now() -> kanta_cert::Moment {
    kanta_cert::Moment::from_unix_seconds(jiff::Timestamp::now().as_second())
}

/// Today in Finland: the clock is read here and above, and nowhere else.
pub(crate) fn today() -> Date {
    let zone = jiff::tz::TimeZone::posix("EET-2EEST,M3.5.0/3,M10.5.0/4")
        .unwrap_or(jiff::tz::TimeZone::UTC);
    let today = jiff::Timestamp::now().to_zoned(zone).date();
    Date::new(today.year(), today.month(), today.day()).unwrap_or(Date::constant(9999, 12, 31))
}
