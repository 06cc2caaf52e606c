//! `kanta audit`: whether an audit log is whole, and what it tells.

mod summary;
pub(crate) mod verify;
mod words;

use std::io;
use std::path::PathBuf;

use kanta_conformance::Language;

use crate::options::{self, Format};

/// Verifies an audit log of `kanta admit` or of a gateway, and tells what is in it.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct AuditArgs {
    #[command(subcommand)]
    question: Question,
}

const HELP: &str = "A log is several files where it was rotated: name them in their order.";

const VERIFY: &str = "Exit status: 0 whole as far as the checkpoints reach, 1 lines are missing, \
altered, replaced, out of order or cut off, 2 unreadable input or wrong usage, 3 whole, but its last line is torn, or no \
checkpoint reaches into it. What was written after the last checkpoint cannot be missed when it is gone.\n\nA file that \
grows is verified up to the length that it has at the start.";

const SUMMARY: &str = "Exit status: 0 told, 2 unreadable input or wrong usage. Lines that are none are counted; \
whether the log is whole is told by verify.";

#[derive(clap::Subcommand)]
enum Question {
    /// Whether every line is there, unaltered and in order.
    #[command(after_help = VERIFY)]
    Verify(VerifyArgs),
    /// Who asked for what, and what came of it.
    #[command(after_help = SUMMARY)]
    Summary(SummaryArgs),
}

#[derive(clap::Args)]
struct VerifyArgs {
    /// The files of the log, in their order.
    #[arg(required = true, value_name = "LOG")]
    logs: Vec<PathBuf>,
    /// A file of checkpoints, kept in another place than the log. Can be given again.
    #[arg(long, required = true, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    #[command(flatten)]
    style: Style,
}

#[derive(clap::Args)]
struct SummaryArgs {
    /// The files of the log, in their order.
    #[arg(required = true, value_name = "LOG")]
    logs: Vec<PathBuf>,
    #[command(flatten)]
    style: Style,
}

#[derive(clap::Args)]
struct Style {
    /// The language of the report.
    #[arg(long, default_value = "en", env = "KANTA_LANG", value_parser = options::language())]
    lang: Language,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

pub(crate) fn run(args: &AuditArgs) -> io::Result<u8> {
    match &args.question {
        Question::Verify(args) => verify::run(args),
        Question::Summary(args) => summary::run(args),
    }
}
