//! The command-line tool `kanta`: files in, reports out.

mod commands;
mod desk;
mod files;
mod options;
mod output;
mod plans;
mod report;
mod settings;
mod status;
mod telling;

use std::io::ErrorKind;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

/// Checks Kanta connections against Kela's guide "Technical connection models", edition 3.18.
///
/// Not Kela's own tool, and no legal advice.
#[derive(Parser)]
#[command(
    name = "kanta",
    version = VERSION,
    propagate_version = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When to colour what is written for people.
    #[arg(long, global = true, value_enum, default_value = "auto")]
    color: Color,
}

/// When to colour.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The version of the tool, and the edition of the guide that it knows last.
const VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    " (guide \"Technical connection models\", edition 3.18, 2025-11-03)"
);

#[derive(Subcommand)]
enum Command {
    Admit(Box<commands::admit::AdmitArgs>),
    Ask(commands::ask::AskArgs),
    Audit(commands::audit::AuditArgs),
    Cert(commands::cert::CertArgs),
    New(commands::new::NewArgs),
    Check(commands::check::CheckArgs),
    Requirements(commands::requirements::RequirementsArgs),
    Ready(commands::ready::ReadyArgs),
    Failures(commands::failures::FailuresArgs),
    Rights(commands::rights::RightsArgs),
    Draw(commands::draw::DrawArgs),
    Diff(commands::diff::DiffArgs),
    Expiring(commands::expiring::ExpiringArgs),
    Explain(commands::explain::ExplainArgs),
    Editions(commands::editions::EditionsArgs),
    Gateway(commands::gateway::GatewayArgs),
    Index(commands::index::IndexArgs),
    Oid(commands::oid::OidArgs),
    Schema(commands::schema::SchemaArgs),
    Vectors(commands::vectors::VectorsArgs),
    #[cfg(feature = "serve")]
    Serve(commands::serve::ServeArgs),
    Completions(commands::shell::CompletionsArgs),
    Man(commands::shell::ManArgs),
}

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version go to standard output with status 0, everything else to standard error with status 2.
            let status = u8::try_from(error.exit_code()).unwrap_or(status::UNREADABLE);
            return match error.print() {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                    ExitCode::from(status::UNREADABLE)
                }
                _ => ExitCode::from(status),
            };
        }
    };
    match arguments.color {
        Color::Auto => {}
        Color::Always => anstream::ColorChoice::Always.write_global(),
        Color::Never => anstream::ColorChoice::Never.write_global(),
    }
    let result = match &arguments.command {
        Command::Admit(args) => commands::admit::run(args),
        Command::Ask(args) => commands::ask::run(args),
        Command::Audit(args) => commands::audit::run(args),
        Command::Cert(args) => commands::cert::run(args, &mut output::out(), &mut output::err()),
        Command::New(args) => commands::new::run(args),
        Command::Check(args) => commands::check::run(args),
        Command::Requirements(args) => commands::requirements::run(args),
        Command::Ready(args) => commands::ready::run(args),
        Command::Failures(args) => commands::failures::run(args),
        Command::Rights(args) => commands::rights::run(args),
        Command::Draw(args) => commands::draw::run(args),
        Command::Expiring(args) => commands::expiring::run(args),
        Command::Diff(args) => commands::diff::run(args),
        Command::Explain(args) => commands::explain::run(args),
        Command::Editions(args) => commands::editions::run(args),
        Command::Gateway(args) => commands::gateway::run(args),
        Command::Index(args) => commands::index::run(args),
        Command::Schema(args) => commands::schema::run(args),
        Command::Vectors(args) => commands::vectors::run(args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => commands::serve::run(args),
        Command::Completions(args) => commands::shell::completions(args, Arguments::command()),
        Command::Man(args) => commands::shell::man(args, Arguments::command()),
        // A stream may have no end: where nobody reads the answers any more, nothing more is asked.
        Command::Oid(args) => commands::oid::run(
            args,
            &mut std::io::stdin().lock(),
            &mut anstream::stdout().lock(),
        ),
    };
    status::exit_code(result)
}
