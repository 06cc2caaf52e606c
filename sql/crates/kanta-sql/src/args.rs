//! What the command takes.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use kanta_conformance::{Date, Language};

/// Asks Kanta's questions in SQL, over files and folders of Parquet, CSV and JSON Lines.
///
/// `SELECT * FROM kanta_functions()` lists the functions.
#[derive(clap::Parser)]
#[command(name = "kanta-sql", version, after_help = HELP, args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// Statements to run, each ended by a semicolon; otherwise those of --file, or of standard input.
    #[arg(short, long, value_name = "SQL", conflicts_with = "file")]
    pub(crate) command_text: Option<String>,
    /// A file of statements.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// A file or folder as a table: NAME=PATH. Can be given again. Elsewhere, '/path' in quotation marks is one, too.
    #[arg(short, long, value_name = "NAME=PATH", value_parser = table)]
    pub(crate) table: Vec<(String, PathBuf)>,
    /// The index that kanta_index() stands for.
    #[arg(long, value_name = "FILE")]
    pub(crate) index: Option<PathBuf>,
    /// The form of the answers.
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Form,
    #[command(flatten)]
    pub(crate) engine: Engine,
}

const HELP: &str =
    "Exit status: 0 answered, 2 unreadable input, wrong usage or a statement that failed.";

/// The form of an answer.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Form {
    /// A table for people.
    Table,
    /// CSV.
    Csv,
    /// JSON Lines.
    Json,
}

/// How much of the machine is used.
#[derive(Clone, clap::Args)]
pub(crate) struct Engine {
    /// The most memory that a query may hold, such as 512M or 2G; beyond it, it goes to disk.
    #[arg(long, value_name = "SIZE", default_value = "1G", value_parser = size, global = true)]
    pub(crate) memory: usize,
    /// Where it goes to disk; otherwise the folder of the system for temporary files.
    #[arg(long, value_name = "DIR", global = true)]
    pub(crate) spill: Option<PathBuf>,
    /// How many threads work on a query; otherwise as many as there are processors.
    #[arg(long, value_name = "NUMBER", global = true)]
    threads: Option<NonZeroUsize>,
}

impl Engine {
    pub(crate) fn threads(&self) -> usize {
        let all = std::thread::available_parallelism().ok();
        self.threads.or(all).map_or(1, NonZeroUsize::get)
    }
}

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Answers the standing questions to a log: what would not have been permitted on its day, who spoke from addresses
    /// not on record, which identifiers are malformed and how, what could not be read, and what ends soon.
    Report(ReportArgs),
    /// Writes a log of made-up requests, beside an index that it fits: the same for the same seed.
    Generate(GenerateArgs),
}

#[derive(clap::Args)]
pub(crate) struct ReportArgs {
    /// A file or folder of Parquet, CSV or JSON Lines with the columns at, source, access_point, party and service; tenant
    /// and unit may be there. A folder of audit logs with --audit.
    #[arg(long, value_name = "DIR")]
    pub(crate) log: PathBuf,
    /// The log is one of audit: of `kanta admit` or of a gateway.
    #[arg(long)]
    pub(crate) audit: bool,
    /// The index.
    #[arg(long, value_name = "FILE")]
    pub(crate) index: PathBuf,
    /// The day after which is asked what ends; otherwise nothing is.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) day: Option<Date>,
    /// Within how many days after it.
    #[arg(long, value_name = "DAYS", default_value_t = 92)]
    pub(crate) days: u16,
    /// Writes each answer as a file of Parquet into this folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Writes a page for the browser.
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// The most rows of an answer that are shown; Parquet holds all.
    #[arg(long, value_name = "ROWS", default_value_t = 20)]
    pub(crate) rows: usize,
    /// The language.
    #[arg(long, default_value = "en", env = "KANTA_LANG", value_parser = language)]
    pub(crate) lang: Language,
}

#[derive(clap::Args)]
pub(crate) struct GenerateArgs {
    /// How many lines.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) lines: u64,
    /// What the log depends on, and nothing else.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many joining parties.
    #[arg(long, value_name = "NUMBER", default_value_t = 400, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) parties: u32,
    /// The folder of index.jsonl, planted.json and log/.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

/// A table as it is named on the command line: NAME=PATH.
///
/// # Errors
/// It is not.
pub fn table(text: &str) -> Result<(String, PathBuf), String> {
    let (name, path) = text.split_once('=').ok_or("expected NAME=PATH")?;
    Ok((name.to_owned(), path.into()))
}

fn date(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "expected a date such as 2025-12-01".to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    Language::from_code(text).ok_or_else(|| "expected en, fi or sv".to_owned())
}

/// Octets, with K, M or G behind them.
///
/// # Errors
/// It is no size, or less than 16M.
pub fn size(text: &str) -> Result<usize, String> {
    let (digits, shift) = match text.char_indices().next_back() {
        Some((at, 'K' | 'k')) => (text.get(..at), 10),
        Some((at, 'M' | 'm')) => (text.get(..at), 20),
        Some((at, 'G' | 'g')) => (text.get(..at), 30),
        _ => (Some(text), 0),
    };
    let number: Option<usize> = digits.and_then(|digits| digits.parse().ok());
    let octets = number.and_then(|number| number.checked_mul(1_usize.checked_shl(shift)?));
    let enough = octets.filter(|octets| *octets >= 16 << 20);
    enough.ok_or_else(|| "expected a size of at least 16M, such as 512M or 2G".to_owned())
}
