#![doc = include_str!("../README.md")]

mod args;
mod generate;
mod page;
mod questions;
mod report;
mod session;
mod shell;
mod words;

use std::any::Any;
use std::io::Write;
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;

use clap::Parser;

pub use self::args::{Form, size, table};
pub use self::generate::generate;
pub use self::session::add_table;
pub use self::shell::statements;

use self::args::{Args, Command, Engine};

/// Why there is no answer.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The command `kanta-sql`.
#[must_use]
pub fn main() -> ExitCode {
    let args = Args::parse();
    answered(|| run(&args))
}

/// Runs a command, and tells of its failure, or of the engine's.
pub fn answered(run: impl FnOnce() -> Result<(), Failure>) -> ExitCode {
    // A damaged file can make a reader of the engine panic: that is an error like any other.
    std::panic::set_hook(Box::new(|_| ()));
    let answer = std::panic::catch_unwind(AssertUnwindSafe(run));
    let answer = answer.unwrap_or_else(|panic| Err(Failure::from(told(panic.as_ref()))));
    match answer {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where standard error is closed, nobody hears it.
            writeln!(std::io::stderr(), "error: {error}").ok();
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<(), Failure> {
    runtime(&args.engine)?.block_on(async {
        match &args.command {
            None => shell::run(args).await,
            Some(Command::Report(report)) => report::run(&args.engine, report).await,
            Some(Command::Generate(generate)) => generate::run(generate),
        }
    })
}

fn runtime(engine: &Engine) -> Result<tokio::runtime::Runtime, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .worker_threads(engine.threads())
        .build()?;
    Ok(runtime)
}

/// What the engine says of itself.
fn told(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!(
        "the engine failed: {}",
        text.unwrap_or("for no stated reason")
    )
}
