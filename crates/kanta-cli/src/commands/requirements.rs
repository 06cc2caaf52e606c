//! `kanta requirements`: the catalogue, printed from the rows.

use std::io::{self, Write};

use clap::ValueEnum;
use kanta_conformance::{Date, Force, Language, Requirement};
use kanta_report::{text, view};

use crate::options;
use crate::output;
use crate::report::catalogue::Held;
use crate::status;

/// Lists the requirements that plans and certificates are held against, or rights.
///
/// Every row: what it asks for, where it stands in which editions, how binding it is, since when it is in force and
/// what of that is not known, and the fields of the plan that it reads.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 listed (an empty list too), 2 wrong usage.")]
pub(crate) struct RequirementsArgs {
    /// The form of the list.
    #[arg(long, default_value = "text", value_enum)]
    format: ListFormat,
    /// The language of the list; JSON carries all three.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// Only those in force on that day, and those of which that is not known, marked so.
    #[arg(long, value_name = "DATE", value_parser = options::date)]
    on: Option<Date>,
    /// Only those that stand under that clause of the guide: 5.2 finds 5.2 and 5.2.1.
    #[arg(long, value_name = "CLAUSE")]
    clause: Option<String>,
    /// Those of the checklist before going live instead, which `kanta ready` goes through.
    #[arg(long, conflicts_with_all = ["clause", "index"])]
    checklist: bool,
    /// Those on the rights of an address index instead, which `kanta index` holds them against.
    #[arg(long)]
    index: bool,
}

/// The form of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ListFormat {
    /// For people.
    Text,
    /// One JSON array, for machines.
    Json,
    /// A section for each requirement.
    Markdown,
    /// A table with every text in three languages side by side, for lawyers and translators.
    Csv,
    /// One OSCAL 1.0.6 catalogue, in the language of the list.
    Oscal,
}

pub(crate) fn run(args: &RequirementsArgs) -> io::Result<u8> {
    let clause = args.clause.as_deref();
    let chosen = |requirement: &&Requirement| {
        args.on
            .is_none_or(|on| requirement.in_force().on(on) != Force::No)
            && clause.is_none_or(|clause| stands_under(requirement, clause))
    };
    let held = match (args.checklist, args.index) {
        (true, _) => Held::Checklist,
        (_, true) => Held::Index,
        _ => Held::Plans,
    };
    let requirements = held.requirements();
    let requirements = requirements.into_iter().filter(chosen);
    let views: Vec<view::Requirement> = requirements
        .map(|row| view::Requirement::new(row, args.on))
        .collect();
    let chosen = text::Chosen {
        held: held.code(),
        on: args.on.map(Into::into),
        clause,
    };
    let mut out = output::out();
    match args.format {
        ListFormat::Text => {
            text::requirements(&views, chosen, args.lang, &mut output::page(&mut out))?;
        }
        ListFormat::Json => json(&views, &mut out)?,
        ListFormat::Markdown => {
            text::requirements_markdown(&views, chosen, args.lang, &mut out)?;
        }
        ListFormat::Csv => kanta_report::format::csv(&views, &mut out)?,
        ListFormat::Oscal => kanta_report::format::oscal(&views, args.lang, &mut out)?,
    }
    out.flush()?;
    Ok(status::CONFORMING)
}

/// One array, a row a line.
fn json(views: &[view::Requirement], out: &mut dyn Write) -> io::Result<()> {
    let rows: Result<Vec<String>, _> = views.iter().map(serde_json::to_string).collect();
    let rows = rows?;
    if rows.is_empty() {
        return writeln!(out, "[]");
    }
    writeln!(out, "[\n{}\n]", rows.join(",\n"))
}

/// Whether a requirement stands under that clause of the guide, in any edition.
fn stands_under(requirement: &Requirement, clause: &str) -> bool {
    let guide = requirement
        .citations()
        .iter()
        .filter(|citation| citation.editions.is_some());
    guide.into_iter().any(|citation| {
        citation
            .clause
            .strip_prefix(clause)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ',']))
    })
}
