//! `kanta vectors`: cases with known answers, put to an implementation by a line protocol, and this one's own answers.

mod answers;
mod entrypoint;
mod file;
mod judge;
mod run;
mod serve;

use std::io;
use std::path::PathBuf;

use clap::Subcommand;
use kanta_conformance::Language;

use crate::options::{self, Format};

/// Tests an implementation on the project's vectors: cases with their answers, in plain JSON.
#[derive(clap::Args)]
pub(crate) struct VectorsArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Run(RunArgs),
    Serve(ServeArgs),
}

/// Puts every vector to a program and tells which answers are right.
///
/// The program reads one JSON request a line and writes one JSON answer a line; vectors/README.md describes both. It is
/// started once, and again where it ended or kept silent for too long, at most three times.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(super) struct RunArgs {
    /// The program and its words, parted at blanks: no shell reads them.
    #[arg(long, value_name = "CMD")]
    entrypoint: String,
    /// The folder of the vectors.
    #[arg(long, value_name = "DIR", default_value = "vectors")]
    vectors: PathBuf,
    /// Only vectors of this kind. Can be given again.
    #[arg(long, value_name = "KIND", value_parser = file::kinds())]
    kind: Vec<String>,
    /// How long one answer may take.
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=3600))]
    timeout: u64,
    /// The language of the report.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

/// Answers the requests of the protocol, read from standard input, until that ends.
#[derive(clap::Args)]
#[command(
    after_help = "Exit status: 0 standard input has ended; 2 it could not be read, or wrong usage."
)]
pub(super) struct ServeArgs {}

const HELP: &str = "Exit status: 0 every answer is right, and wrong answers were noticed; 1 an answer is wrong or absent, \
or the runner failed to notice a wrong one; 3 nothing is wrong, and some kinds are not supported; 2 the vectors cannot be \
read, the program cannot be started, or wrong usage.";

pub(crate) fn run(args: &VectorsArgs) -> io::Result<u8> {
    match &args.what {
        What::Run(args) => run::run(args),
        What::Serve(_) => serve::serve(),
    }
}
