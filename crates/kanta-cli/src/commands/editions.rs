//! `kanta editions`: the editions of the guide, what changed between them, and a plan under each of them.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kanta_conformance::{EDITIONS, Edition, Language};
use kanta_report::text;
use kanta_report::view::{AllEditions, EditionChanges, History};

use super::check;
use crate::options::{Base, Format};
use crate::output;
use crate::report;
use crate::status;
use crate::telling::{self, Reading};

/// Shows a plan under every edition of the guide, or what changed between editions.
///
/// With a plan: the verdict under each of the 23 editions, each judged as of the day that the edition carries, and how
/// the outcome of every finding runs through them. What the documents do not tell of an edition is shown as not known.
/// Without a plan: the editions, each with its day and what its change log says.
#[derive(clap::Args)]
#[command(
    after_help = "Exit status: 0 shown, whatever the verdicts are; 2 unreadable input, unknown edition or wrong usage."
)]
pub(crate) struct EditionsArgs {
    /// The plan file; `-` is standard input.
    #[arg(value_name = "PLAN", conflicts_with = "changes")]
    plan: Option<PathBuf>,
    /// What changed between two editions, such as 3.16 and 3.18.
    #[arg(long, num_args = 2, value_names = ["EDITION", "EDITION"])]
    changes: Option<Vec<String>>,
    #[command(flatten)]
    reading: Reading,
    /// The form of the report.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

pub(crate) fn run(args: &EditionsArgs) -> io::Result<u8> {
    let mut out = output::out();
    let (base, lang) = match args.reading.of(args.plan.as_deref()) {
        Ok(reading) => reading,
        Err(message) => return telling::refused(&message),
    };
    let style = (lang, args.format);
    let status = match (&args.plan, args.changes.as_deref()) {
        (Some(path), _) => plan(path, &base, style, &mut out)?,
        (None, Some([one, other])) => changes(one, other, style, &mut out)?,
        (None, _) => {
            let view = AllEditions::known();
            match args.format {
                Format::Text => text::editions(&view, lang, &mut output::page(&mut out))?,
                Format::Json => kanta_report::json(&view, &mut out)?,
            }
            status::CONFORMING
        }
    };
    out.flush()?;
    Ok(status)
}

/// The language, and the form.
type Style = (Language, Format);

fn plan(path: &Path, base: &Base, (lang, format): Style, out: &mut dyn Write) -> io::Result<u8> {
    let name = path.display().to_string();
    match check::read_telling(path, base, lang) {
        Ok(file) => {
            let history = History::of(&name, &file.plan);
            match format {
                Format::Text => text::history(&history, lang, &mut output::page(out))?,
                Format::Json => kanta_report::json(&history, out)?,
            }
            Ok(status::CONFORMING)
        }
        Err(faults) => {
            report::faults::write(&name, &faults, lang, format, out)?;
            Ok(status::UNREADABLE)
        }
    }
}

fn changes(one: &str, other: &str, (lang, format): Style, out: &mut dyn Write) -> io::Result<u8> {
    let unknown = |number: &str| {
        let mut err = output::err();
        text::no_edition(number, lang, &mut output::page(&mut err))?;
        Ok(status::UNREADABLE)
    };
    let (Some(one), Some(other)) = (edition(one), edition(other)) else {
        return unknown(if edition(one).is_none() { one } else { other });
    };
    let changes = EditionChanges::between(one, other);
    match format {
        Format::Text => text::edition_changes(&changes, lang, &mut output::page(out))?,
        Format::Json => kanta_report::json(&changes, out)?,
    }
    Ok(status::CONFORMING)
}

/// The edition whose number is written so.
fn edition(number: &str) -> Option<&'static Edition> {
    EDITIONS
        .iter()
        .find(|edition| edition.version.to_string() == number)
}
