//! `kanta explain`: one requirement in words.

use std::io::{self, Write};

use kanta_conformance::{Language, Requirement, guide};
use kanta_report::text;
use kanta_report::view::Explanation;

use crate::options::{self, Format};
use crate::output;
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
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The form of the explanation.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

pub(crate) fn run(args: &ExplainArgs) -> io::Result<u8> {
    let mut out = output::out();
    let found = find(&args.id);
    let nearest = if found.is_empty() {
        let known = Held::every().map(|(_, requirement)| requirement.id());
        kanta_source::closest(&args.id, known, OFFERED)
    } else {
        Vec::new()
    };
    let found: Vec<_> = found.iter().map(|&(its, row)| (its.code(), row)).collect();
    let view = Explanation::new(&args.id, &found, &nearest);
    match args.format {
        Format::Json => kanta_report::json(&view, &mut out)?,
        Format::Text if found.is_empty() => {
            let mut err = output::err();
            text::no_requirement(&view, args.lang, &mut output::page(&mut err))?;
        }
        Format::Text => text::explanation(&view, args.lang, &mut output::page(&mut out))?,
    }
    out.flush()?;
    Ok(if found.is_empty() {
        status::UNREADABLE
    } else {
        status::CONFORMING
    })
}

/// The requirement of that name, with or without its document, in each list in which it stands; a name of before leads
/// to the requirement that took it in.
fn find(id: &str) -> Vec<(Held, &'static Requirement)> {
    let all = |id: &str| -> Vec<_> { Held::every().filter(|(_, one)| one.id() == id).collect() };
    let whole = all(id);
    if !whole.is_empty() {
        return whole;
    }
    let name = guide::renamed(id.strip_prefix(GUIDE).unwrap_or(id)).unwrap_or(id);
    let mut named: Vec<&str> = Held::every().map(|(_, one)| one.id()).collect();
    named.retain(|other| short(other) == name);
    named.sort_unstable();
    named.dedup();
    match named.as_slice() {
        [one] => all(one),
        _ => Vec::new(),
    }
}

/// The document of those that were renamed.
const GUIDE: &str = "connection-models/";

fn short(id: &str) -> &str {
    id.split_once('/').map_or(id, |(_, name)| name)
}

/// How many near names are offered.
const OFFERED: usize = 3;
