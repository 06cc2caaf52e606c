//! `kanta ask`: goes through what a plan leaves open, and writes the answers into it.

mod save;
mod session;
mod talk;
mod words;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use kanta_conformance::{Date, Escaped, Language};
use kanta_policy::PLAN_LIMIT;
use kanta_report::asking::read_sheet;
use kanta_report::text;
use kanta_report::view::RefusedInput;

use self::session::Session;
use crate::files;
use crate::options::{self, Format};
use crate::output;
use crate::report;
use crate::status;
use crate::telling::{self, Reading};

/// Goes through the open questions of a plan, and writes the answers into its file.
///
/// The questions are those of `kanta ready` and `kanta check`, in the order in which things have to be done. Comments and layout
/// of the file stay; each answer is checked as it is given and written at once, so that nothing is lost. Every question can
/// be answered on the command line, too. Off a terminal it lists what is left. A plan from standard input goes to standard
/// output with the answers in it, and what is left to standard error.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct AskArgs {
    /// The plan file; `-` is standard input.
    #[arg(value_name = "PLAN")]
    plan: PathBuf,
    /// An answer, such as `party.register=sote`. Can be given again.
    #[arg(long = "answer", value_name = "FIELD=VALUE", value_parser = pair)]
    answers: Vec<(String, String)>,
    /// A file of answers, one a line: party.register = "sote".
    #[arg(long = "answers", value_name = "FILE")]
    file: Option<PathBuf>,
    /// Prints the answers given, and every open question as a line to fill in, and writes and asks nothing.
    #[arg(long, conflicts_with = "format")]
    print_answers: bool,
    /// The form of what is left: JSON is one object, and asks nothing on a terminal either.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    reading: Reading,
}

const HELP: &str = "Exit status: 0 nothing is open any more, or the answers were printed; 3 something was left open on a \
terminal; 2 something is left open off a terminal or in JSON, an answer is wrong, or the file cannot be read or written.";

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=');
    let pair = pair.map(|(field, value)| (field.trim().to_owned(), value.trim().to_owned()));
    pair.ok_or_else(|| "expected a field and its value, such as `party.register=sote`".to_owned())
}

pub(crate) fn run(args: &AskArgs) -> io::Result<u8> {
    let (mut out, mut err) = (output::out(), output::err());
    let (base, language) = match args.reading.of(Some(&args.plan)) {
        Ok(reading) => reading,
        Err(message) => return telling::refused(&message),
    };
    let mut session = match Session::open(&args.plan, &base, args.on) {
        Ok(session) => session,
        Err(faults) => {
            let name = args.plan.display().to_string();
            if args.format == Format::Json {
                report::faults::write(&name, &faults, language, args.format, &mut out)?;
                out.flush()?;
                return Ok(status::UNREADABLE);
            }
            for fault in &faults {
                let fault = fault.display(language);
                writeln!(err, "{}: {fault}", Escaped(&name))?;
            }
            return Ok(status::UNREADABLE);
        }
    };
    let given = match given(args, language) {
        Ok(given) => given,
        Err(message) => {
            writeln!(err, "kanta: {message}")?;
            return Ok(status::UNREADABLE);
        }
    };
    let mut wrong = Vec::new();
    for (field, said) in given {
        if let Err(fault) = session.answer(&field, &said) {
            wrong.push((field, fault));
        }
    }
    if !wrong.is_empty() {
        let name = args.plan.display().to_string();
        let refusal = RefusedInput::of_answers(&name, &wrong, language);
        match args.format {
            Format::Text => text::wrong_answers(&refusal, false, language, &mut err)?,
            Format::Json => kanta_report::json(&refusal, &mut out)?,
        }
        out.flush()?;
        return Ok(status::UNREADABLE);
    }
    if args.print_answers {
        write!(out, "{}", session.plan().sheet())?;
        out.flush()?;
        return Ok(status::CONFORMING);
    }
    if let Err(error) = session.save() {
        let unsaved = words::unsaved(&args.plan, &error, language);
        writeln!(err, "kanta: {unsaved}")?;
        return Ok(status::UNREADABLE);
    }
    if files::is_standard_input(session.path()) {
        out.write_all(session.plan().text().as_bytes())?;
        out.flush()?;
        return told(&session, args.format, language, None, &mut err);
    }
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let is_asked = is_terminal && args.format == Format::Text;
    let status = if is_asked && !session.plan().questions().questions.is_empty() {
        talk::run(&mut session, language, &mut io::stdin().lock(), &mut out)?
    } else {
        told(&session, args.format, language, Some(&mut out), &mut err)?
    };
    out.flush()?;
    Ok(status)
}

/// What is left; beside a plan on standard output all of it aside.
fn told(
    session: &Session,
    format: Format,
    language: Language,
    out: Option<&mut dyn Write>,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let view = session.plan().questions();
    let count = view.questions.len();
    let status = if count == 0 {
        status::CONFORMING
    } else {
        status::UNREADABLE
    };
    let left = text::left_open(count, language);
    match (format, out) {
        (Format::Json, Some(out)) => kanta_report::json(&view, out)?,
        (Format::Json, None) => kanta_report::json(&view, err)?,
        (Format::Text, Some(out)) if count == 0 => writeln!(out, "{left}")?,
        (Format::Text, None) if count == 0 => {}
        (Format::Text, Some(out)) => {
            writeln!(err, "{left}")?;
            text::questions(&view, language, out)?;
        }
        (Format::Text, None) => {
            writeln!(err, "{left}")?;
            text::questions(&view, language, err)?;
        }
    }
    Ok(status)
}

/// The answers of the file, then those of the command line.
fn given(args: &AskArgs, language: Language) -> Result<Vec<(String, String)>, String> {
    let mut given = Vec::new();
    if let Some(path) = &args.file {
        let name = path.display().to_string();
        let name = Escaped(&name);
        let bytes = files::read(path, PLAN_LIMIT)
            .map_err(|fault| format!("{name}: {}", fault.message(language)))?;
        let text = String::from_utf8_lossy(&bytes);
        given =
            read_sheet(&text).map_err(|error| format!("{name}: {}", error.message(language)))?;
    }
    given.extend(args.answers.iter().cloned());
    Ok(given)
}
