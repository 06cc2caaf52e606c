#![doc = include_str!("../README.md")]

mod args;
mod client;
mod cluster;
mod tables;

use std::process::ExitCode;

use clap::Parser;
use kanta_sql::{Failure, answered};

use self::args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    answered(|| run(&args))
}

fn run(args: &Args) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match &args.command {
            Command::Scheduler(scheduler) => cluster::scheduler(scheduler).await,
            Command::Executor(executor) => cluster::executor(executor).await,
            Command::Query(query) => client::run(query).await,
        }
    })
}
