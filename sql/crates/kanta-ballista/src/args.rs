//! What the command takes.

use std::net::SocketAddr;
use std::num::{NonZeroU16, NonZeroUsize};
use std::path::PathBuf;

use kanta_sql::Form;

/// Asks Kanta's questions in SQL on many machines, on Ballista.
///
/// A scheduler, executors that work, and a client that asks. Whoever reaches a scheduler reads every file that its executors
/// can read: they speak without keys and without encryption, and so on the loopback alone unless told otherwise.
#[derive(clap::Parser)]
#[command(name = "kanta-ballista", version, after_help = HELP)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const HELP: &str = "Exit status: 0 answered, or ended by a signal; 2 wrong usage, no connection, or a statement that failed.";

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Plans queries, and hands out their parts.
    Scheduler(SchedulerArgs),
    /// Works on parts of queries.
    Executor(ExecutorArgs),
    /// Asks: one statement or more.
    Query(QueryArgs),
}

#[derive(clap::Args)]
pub(crate) struct SchedulerArgs {
    /// The address to listen on; port 0 is a free one. The address is printed.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:50050")]
    pub(crate) bind: SocketAddr,
    /// After how many seconds of silence an executor is given up, and its work handed to others.
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(8..=3600))]
    pub(crate) patience: u64,
    /// Listen on an address that others reach, too, although nothing is checked or encrypted.
    #[arg(long)]
    pub(crate) trusted_network: bool,
}

#[derive(clap::Args)]
pub(crate) struct ExecutorArgs {
    /// The scheduler.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:50050")]
    pub(crate) scheduler: SocketAddr,
    /// The address to hand out results on; port 0 is a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    pub(crate) bind: SocketAddr,
    /// How many threads work; otherwise as many as there are processors.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// The most memory that its work may hold, such as 512M or 2G; beyond it, it goes to disk.
    #[arg(long, value_name = "SIZE", default_value = "1G", value_parser = kanta_sql::size)]
    pub(crate) memory: usize,
    /// The folder of intermediate results; otherwise one that is made, and removed at the end.
    #[arg(long, value_name = "DIR")]
    pub(crate) work: Option<PathBuf>,
    /// Listen on an address that others reach, too, although nothing is checked or encrypted.
    #[arg(long)]
    pub(crate) trusted_network: bool,
}

#[derive(clap::Args)]
pub(crate) struct QueryArgs {
    /// The scheduler.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:50050")]
    pub(crate) scheduler: SocketAddr,
    /// Statements, each ended by a semicolon.
    #[arg(
        value_name = "SQL",
        required_unless_present = "file",
        conflicts_with = "file"
    )]
    pub(crate) statements: Option<String>,
    /// A file of statements.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// A file or folder as a table: NAME=PATH. Can be given again. Executors read it by the same path.
    #[arg(short, long, value_name = "NAME=PATH", value_parser = kanta_sql::table)]
    pub(crate) table: Vec<(String, PathBuf)>,
    /// The index that kanta_index() stands for. Executors read it by the same path.
    #[arg(long, value_name = "FILE")]
    pub(crate) index: Option<PathBuf>,
    /// The form of the answers.
    #[arg(long, value_enum, default_value = "table")]
    pub(crate) format: Form,
    /// Into how many parts rows are spread between stages.
    #[arg(long, value_name = "NUMBER", default_value = "16")]
    pub(crate) partitions: NonZeroU16,
}
