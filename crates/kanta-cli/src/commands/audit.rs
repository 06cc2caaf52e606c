//! `kanta audit`: whether an audit log is whole, and what it tells.

mod summary;
pub(crate) mod verify;

use std::io;
use std::path::PathBuf;

use kanta_cert::Moment;
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
    /// Only what was asked for this joining party or pharmacy: its OID.
    #[arg(long, value_name = "OID")]
    party: Option<String>,
    /// Only this service, for example `prescription`.
    #[arg(long, value_name = "SERVICE")]
    service: Option<String>,
    /// Only what was denied for this reason: the id of a requirement.
    #[arg(long, value_name = "REQUIREMENT")]
    reason: Option<String>,
    /// Only what this peer asked: the OID of its access point, or the word of a system.
    #[arg(long, value_name = "PEER")]
    peer: Option<String>,
    /// Only permits, or only denials.
    #[arg(long, value_enum)]
    decision: Option<Answer>,
    /// Only what the peer was told this reference of.
    #[arg(long, value_name = "REFERENCE")]
    reference: Option<String>,
    /// Only from this day in Finland or this moment on.
    #[arg(long, value_name = "DAY", value_parser = instant)]
    from: Option<Moment>,
    /// Only before this day in Finland or this moment.
    #[arg(long, value_name = "DAY", value_parser = instant)]
    until: Option<Moment>,
    /// Lists each decision first: when, what, by whom, for whom, of which service, the reference, and why not; in JSON
    /// the lines themselves, and nothing else.
    #[arg(long)]
    list: bool,
    #[command(flatten)]
    style: Style,
}

/// What a decision came to.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Answer {
    /// Permits.
    Permit,
    /// Denials.
    Deny,
}

/// A moment, or the first of a day in Finland.
fn instant(text: &str) -> Result<Moment, String> {
    match options::date(text) {
        Ok(day) => Ok(Moment::start_of(day)),
        Err(_) => options::moment(text),
    }
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
