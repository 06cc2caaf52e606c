//! `kanta explain`: one requirement in words.

use std::io::{self, Write};

use kanta_conformance::{Language, Requirement};

use crate::options;
use crate::report;
use crate::report::catalogue::Held;
use crate::status;

/// Explains a requirement: what it asks for, why, what satisfies it, and a plan or an index before and after.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 explained, 2 no such requirement or wrong usage.")]
pub(crate) struct ExplainArgs {
    /// The requirement as reports name it, such as connection-models/address-not-fixed; the part before the slash may
    /// be left out where the rest is unique.
    #[arg(value_name = "ID")]
    id: String,
    /// The language of the explanation.
    #[arg(long, default_value = "en", value_parser = options::language())]
    lang: Language,
}

pub(crate) fn run(args: &ExplainArgs) -> io::Result<u8> {
    if let Some(requirement) = find(&args.id) {
        let mut out = anstream::stdout().lock();
        report::explain::write(requirement, args.lang, &mut out)?;
        out.flush()?;
        return Ok(status::CONFORMING);
    }
    let nearest = nearest(&args.id);
    report::explain::unknown(
        &args.id,
        &nearest,
        args.lang,
        &mut anstream::stderr().lock(),
    )?;
    Ok(status::UNREADABLE)
}

/// The requirement of that name, with or without its document.
fn find(id: &str) -> Option<&'static Requirement> {
    let whole = Held::every().find(|requirement| requirement.id == id);
    let mut named = Held::every().filter(|requirement| short(requirement.id) == id);
    match (whole, named.next(), named.next()) {
        (Some(requirement), ..) | (None, Some(requirement), None) => Some(requirement),
        _ => None,
    }
}

fn short(id: &str) -> &str {
    id.split_once('/').map_or(id, |(_, name)| name)
}

/// How many near names are offered.
const OFFERED: usize = 3;
/// The longest name that is compared letter by letter.
const LONGEST: usize = 100;

/// The names that come nearest, those that contain the word first.
fn nearest(id: &str) -> Vec<&'static str> {
    let word: String = id.chars().take(LONGEST).collect();
    let mut names: Vec<(bool, usize, &str)> = Held::every()
        .map(|requirement| {
            let name = requirement.id;
            let distance = |other| strsim::damerau_levenshtein(&word, other);
            let apart = word.is_empty() || !name.contains(&word);
            (apart, distance(name).min(distance(short(name))), name)
        })
        .collect();
    names.sort_unstable();
    names
        .into_iter()
        .take(OFFERED)
        .map(|(_, _, name)| name)
        .collect()
}
