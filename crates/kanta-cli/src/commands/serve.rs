//! `kanta serve`: a plan beside its report and its picture in a browser, on this machine only.

mod door;
mod page;
mod site;
mod words;

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

use kanta_conformance::{Date, Escaped, Language};
use kanta_policy::{Fault, FaultKind, FileFault, PLAN_LIMIT, Place, PlanFile};
use kanta_report::settled::{Acceptances, Baseline};

use self::door::Token;
use self::site::{Plan, Site};
use crate::files;
use crate::options::{self, Base};
use crate::output;
use crate::report;
use crate::status;
use crate::telling::{self, Known};

/// Shows a plan in a browser, beside its report and its picture, and judges it anew as it is edited.
///
/// The address that it prints leads to a page on this machine, and only who has that address is answered. Nothing is
/// written and nothing leaves the machine: the page saves the plan and its report as a browser saves files. It ends with
/// the command (Ctrl-C).
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct ServeArgs {
    /// The plan file; `-` is standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today. The page can name another.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    base: Base,
    /// The port on 127.0.0.1; otherwise any that is free.
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    port: u16,
    /// The language of the page, which can be changed there; English where nobody says otherwise.
    #[arg(long, alias = "language", env = options::LANGUAGE, value_parser = options::language())]
    lang: Option<Language>,
    #[command(flatten)]
    known: Known,
}

const HELP: &str = "Exit status: 2 unreadable input, a port that cannot be had, or wrong usage; else it runs until it is \
ended.";

pub(crate) fn run(args: &ServeArgs) -> io::Result<u8> {
    let name = args.plan.display().to_string();
    let surroundings = match Surroundings::of(args) {
        Ok(surroundings) => surroundings,
        Err(message) => return telling::refused(&message),
    };
    let lang = surroundings.lang;
    let bytes = match files::read(&args.plan, PLAN_LIMIT) {
        Ok(bytes) => bytes,
        Err(fault) => return refused(&name, &[of_file(fault)], lang),
    };
    // What is wrong in the plan is shown in the page; what is no text cannot be.
    if std::str::from_utf8(&bytes).is_err()
        && let Err(faults) = PlanFile::read(&bytes, &mut |_| Err(FileFault::NotFound))
    {
        return refused(&name, &faults, lang);
    }
    let plan = if files::is_standard_input(&args.plan) {
        Plan::Text(String::from_utf8_lossy(&bytes).into_owned())
    } else {
        Plan::File(args.plan.clone())
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, args.port))?;
    let address = listener.local_addr()?;
    let token = Token::new()?;
    announce(address, &token, &name, lang)?;
    let site = Site {
        plan,
        folder: surroundings.base.of(&args.plan).to_owned(),
        on: args.on,
        lang,
        accepted: surroundings.accepted,
        baseline: surroundings.baseline.map(|all| all.of_file(&name)),
        name,
        token,
        port: address.port(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(JUDGES)
        .build()?;
    runtime.block_on(door::serve(listener, Arc::new(site)))?;
    Ok(status::CONFORMING)
}

/// What the options and the settings beside the plan say together; read once, when the command begins.
struct Surroundings {
    lang: Language,
    base: Base,
    accepted: Option<Acceptances>,
    baseline: Option<Baseline>,
}

impl Surroundings {
    fn of(args: &ServeArgs) -> Result<Self, String> {
        let (known, asked) = (&args.known, args.lang.unwrap_or_default());
        let settings = known.settings(Some(&args.plan), asked)?;
        let lang = args.lang.or(settings.lang).unwrap_or_default();
        Ok(Self {
            lang,
            base: args.base.or(settings.base.as_ref()),
            accepted: known.accepted(&settings, lang)?,
            baseline: known.baseline(&settings, lang)?,
        })
    }
}

/// So many plans are judged at a time; the page asks for one.
const JUDGES: usize = 4;

/// The address, with what only who reads it knows behind the `#`, which browsers keep to themselves.
fn announce(address: SocketAddr, token: &Token, name: &str, lang: Language) -> io::Result<()> {
    let mut err = output::err();
    writeln!(err, "kanta: {} {}", Escaped(name), words::UNTIL.get(lang))?;
    let mut out = output::out();
    writeln!(out, "http://{address}/#{}", token.shown())?;
    out.flush()
}

fn of_file(fault: FileFault) -> Fault {
    let kind = match fault {
        FileFault::TooLarge { limit } => FaultKind::TooLarge { limit },
        other => FaultKind::File(other),
    };
    Fault::new(Place::of_source(0), kind)
}

fn refused(name: &str, faults: &[Fault], lang: Language) -> io::Result<u8> {
    let form = options::Format::Text;
    report::faults::write(name, faults, lang, form, &mut output::err())?;
    Ok(status::UNREADABLE)
}
