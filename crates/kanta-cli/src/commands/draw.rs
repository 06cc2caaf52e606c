//! `kanta draw`: a plan, one of its failures, or a party's rights, as a picture.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use kanta_conformance::{Date, Language};
use kanta_policy::evaluate;
use kanta_report::picture::{PictureView, dot, mermaid, svg};
use kanta_report::view::PlanReport;

use super::check;
use super::index::input::{self, Failure};
use crate::files;
use crate::options::{self, Base};
use crate::output;
use crate::report;
use crate::status;
use crate::telling::{self, Reading};

/// Draws a planned connection as a picture: who reaches Kanta with what, and where something is wrong or not known.
///
/// With `--failure`, what is cut off when one thing fails; with `--index` and `--for`, what rights a party has.
#[derive(clap::Args)]
#[command(after_help = HELP)]
pub(crate) struct DrawArgs {
    /// The plan file; `-` is standard input.
    #[arg(
        value_name = "PLAN",
        required_unless_present = "index",
        conflicts_with = "index"
    )]
    plan: Option<PathBuf>,
    /// What fails: link.ID, operator.NAME, route.ID+ID, server.POINT.NUMBER, certificate.FILE, consolidation_point.ID or
    /// hall.LETTER.
    #[arg(long, value_name = "WHAT", conflicts_with = "index")]
    failure: Option<String>,
    /// The file of an address index, whose rights are drawn.
    #[arg(long, value_name = "FILE", requires = "subject")]
    index: Vec<PathBuf>,
    /// Whose rights: an id of the index or an OID.
    #[arg(long = "for", value_name = "ID", requires = "index")]
    subject: Option<String>,
    /// The day to judge by, such as 2025-12-01; otherwise the plan's `as_of`, otherwise today.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    #[command(flatten)]
    reading: Reading,
    /// The form of the picture.
    #[arg(long, default_value = "svg", value_enum)]
    format: Form,
    /// The file to write; otherwise standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// The form of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// SVG, for browsers and documents.
    Svg,
    /// A Mermaid flowchart.
    Mermaid,
    /// The language of Graphviz.
    Dot,
    /// What is drawn, as one JSON object.
    Json,
}

const HELP: &str = "Exit status: 0 drawn, whatever the verdict is; 2 unreadable input, nothing of that name, or wrong usage.";

pub(crate) fn run(args: &DrawArgs) -> io::Result<u8> {
    let first = args
        .plan
        .as_deref()
        .or(args.index.first().map(PathBuf::as_path));
    let (base, lang) = match args.reading.of(first) {
        Ok(reading) => reading,
        Err(message) => return telling::refused(&message),
    };
    let view = match &args.plan {
        Some(plan) => of_plan(args, plan, &base, lang)?,
        None => of_rights(args, lang)?,
    };
    let Some(view) = view else {
        return Ok(status::UNREADABLE);
    };
    let drawn = match args.format {
        Form::Svg => svg(&view, lang),
        Form::Mermaid => mermaid(&view, lang),
        Form::Dot => dot(&view, lang),
        Form::Json => {
            let json = serde_json::to_string(&view).map_err(io::Error::other)?;
            format!("{json}\n")
        }
    };
    match &args.out {
        Some(path) => {
            let named = |error: io::Error| {
                io::Error::new(error.kind(), files::not_written(path, &error, lang))
            };
            fs::write(path, drawn).map_err(named)?;
        }
        None => {
            let mut out = output::out();
            out.write_all(drawn.as_bytes())?;
            out.flush()?;
        }
    }
    Ok(status::CONFORMING)
}

fn of_plan(
    args: &DrawArgs,
    plan: &Path,
    base: &Base,
    lang: Language,
) -> io::Result<Option<PictureView>> {
    let name = plan.display().to_string();
    let file = match check::read_telling(plan, base, lang) {
        Ok(file) => file,
        Err(faults) => {
            let form = options::Format::Text;
            report::faults::write(&name, &faults, lang, form, &mut output::err())?;
            return Ok(None);
        }
    };
    let on = args.on.or(file.as_of).unwrap_or_else(options::today);
    let report = PlanReport::new(&name, &file, &evaluate(&file.plan, on));
    let view = PictureView::of_plan(&file.plan, &report);
    let Some(asked) = &args.failure else {
        return Ok(Some(view));
    };
    match view.when_fails(&file.plan, asked) {
        Ok(view) => Ok(Some(view)),
        Err(unknown) => {
            let mut err = output::err();
            write!(err, "kanta: ")?;
            kanta_report::text::no_failure(&unknown, lang, &mut err)?;
            Ok(None)
        }
    }
}

fn of_rights(args: &DrawArgs, lang: Language) -> io::Result<Option<PictureView>> {
    let mut err = output::err();
    let index = match input::index(&args.index) {
        Ok(index) => index,
        Err(Failure::Io(error)) => return Err(error),
        Err(Failure::Input { name, problem }) => {
            kanta_report::text::refusal(&problem.refusal(&name, lang), lang, &mut err)?;
            return Ok(None);
        }
    };
    let subject = args.subject.as_deref().unwrap_or_default();
    let files: Vec<String> = args
        .index
        .iter()
        .map(|its| its.display().to_string())
        .collect();
    let on = args.on.unwrap_or_else(options::today);
    let view = PictureView::of_rights(&index, subject, &files.join(", "), on);
    if view.is_some() {
        return Ok(view);
    }
    match Failure::unknown("--for", subject) {
        Failure::Io(error) => return Err(error),
        Failure::Input { name, problem } => {
            kanta_report::text::refusal(&problem.refusal(&name, lang), lang, &mut err)?;
        }
    }
    Ok(None)
}
