//! `kanta ask`: goes through what a plan leaves open, and writes the answers into it.

mod answer;
pub(crate) mod document;
pub(crate) mod place;
mod question;
mod save;
mod session;
mod sheet;
mod talk;
mod words;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use kanta_conformance::{Date, Escaped, Language};
use kanta_policy::PLAN_LIMIT;

use self::session::{Session, Wrong};
use crate::files;
use crate::options;
use crate::output;
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
    #[arg(long)]
    print_answers: bool,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    reading: Reading,
}

const HELP: &str = "Exit status: 0 nothing is open any more, or the answers were printed; 3 something was left open on a \
terminal; 2 something is left open off a terminal, an answer is wrong, or the file cannot be read or written.";

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
    let mut are_good = true;
    for (path, said) in &given {
        if let Err(wrong) = session.answer(path, said) {
            are_good = false;
            for line in told(&wrong, (path, said), session.text(), language) {
                writeln!(err, "{}: {line}", Escaped(path))?;
            }
        }
    }
    if !are_good {
        return Ok(status::UNREADABLE);
    }
    if args.print_answers {
        print(&session, &mut out)?;
        out.flush()?;
        return Ok(status::CONFORMING);
    }
    if let Err(error) = session.save() {
        writeln!(
            err,
            "kanta: {}",
            words::unsaved(&args.plan, &error, language)
        )?;
        return Ok(status::UNREADABLE);
    }
    let left = session.questions().len();
    if files::is_standard_input(session.path()) {
        out.write_all(session.text().as_bytes())?;
        out.flush()?;
        if left == 0 {
            return Ok(status::CONFORMING);
        }
        writeln!(err, "{}", words::left(left, language))?;
        list(&session, language, &mut err)?;
        return Ok(status::UNREADABLE);
    }
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let status = if left == 0 {
        writeln!(out, "{}", words::NOTHING_LEFT.get(language))?;
        status::CONFORMING
    } else if is_terminal {
        talk::run(&mut session, language, &mut io::stdin().lock(), &mut out)?
    } else {
        writeln!(err, "{}", words::left(left, language))?;
        list(&session, language, &mut out)?;
        status::UNREADABLE
    };
    out.flush()?;
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
        let answers = sheet::read(&text).map_err(|error| {
            let first = error.lines().collect::<Vec<_>>().join(" ");
            format!("{name}: {}", Escaped(&first))
        })?;
        given.extend(
            answers
                .into_iter()
                .map(|(path, value)| (path, value.to_string())),
        );
    }
    given.extend(args.answers.iter().cloned());
    Ok(given)
}

/// What is wrong with an answer, a line for each fault.
fn told(wrong: &Wrong, (path, said): (&str, &str), plan: &str, language: Language) -> Vec<String> {
    match wrong {
        Wrong::NoField(nearest) => vec![words::no_field(nearest.as_deref(), language)],
        Wrong::NoPlace => vec![words::NO_PLACE.get(language).to_owned()],
        Wrong::NotThat => place::Place::of(path)
            .map(|place| words::not_that(&place, said, plan, language))
            .into_iter()
            .collect(),
        Wrong::Faults(faults) => faults.iter().map(|fault| fault.message(language)).collect(),
    }
}

/// What is left, a line for each field.
fn list(session: &Session, language: Language, out: &mut dyn Write) -> io::Result<()> {
    for question in session.questions() {
        let about = question.place.field.about().get(language);
        writeln!(out, "{}: {about}", question.place.path)?;
    }
    Ok(())
}

fn print(session: &Session, out: &mut dyn Write) -> io::Result<()> {
    for (path, value) in session.answers() {
        writeln!(out, "{}", sheet::line(path, value))?;
    }
    for question in session.questions() {
        let example = sheet::example(&question.place, session.text());
        writeln!(out, "#{}", sheet::line(&question.place.path, &example))?;
    }
    Ok(())
}
