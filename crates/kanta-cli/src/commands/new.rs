//! `kanta new`: a plan to start from.

mod from;
mod told;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use kanta_conformance::Language;
use kanta_policy::Template;

use crate::files;
use crate::options;
use crate::output;
use crate::status;

/// Writes a plan to start from, with every field explained.
///
/// What the kind settles is written down; every other fact is a commented line with an example. `kanta check` reads the
/// plan as undetermined and asks for what is left.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 written, 2 not written or wrong usage.")]
pub(crate) struct NewArgs {
    /// The kind of plan.
    #[arg(value_name = "KIND", value_parser = kind())]
    kind: Template,
    /// What a file tells is filled in: a certificate or the request for one, an index of rights or an order for one. Can be given
    /// again.
    #[arg(long, value_name = "FILE")]
    from: Vec<PathBuf>,
    /// Whose plan it is, where an index names several: an id of the index or an OID.
    #[arg(long, value_name = "ID", requires = "from")]
    party: Option<String>,
    /// The language of the comments.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The file to write; otherwise standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Writes over a file that is there already.
    #[arg(long, requires = "out")]
    force: bool,
}

fn kind() -> impl TypedValueParser<Value = Template> {
    let kinds = Template::ALL.iter();
    let kinds = kinds.map(|kind| PossibleValue::new(kind.code()).help(kind.name().en));
    PossibleValuesParser::new(kinds)
        .map(|code| Template::from_code(&code).unwrap_or(Template::Clinic))
}

pub(crate) fn run(args: &NewArgs) -> io::Result<u8> {
    let folder = args.out.as_deref().and_then(Path::parent);
    let mut filling = from::Filling {
        text: args.kind.plan(args.lang),
        subject: args.party.as_deref(),
        folder: folder.unwrap_or(Path::new("")),
    };
    for path in &args.from {
        if let Err(unclear) = filling.from(path, args.lang) {
            let name = path.display().to_string();
            unclear.tell(&name, args.lang, &mut output::err())?;
            return Ok(status::UNREADABLE);
        }
    }
    let plan = filling.text;
    let Some(path) = &args.out else {
        let mut out = output::out();
        out.write_all(plan.as_bytes())?;
        out.flush()?;
        return Ok(status::CONFORMING);
    };
    match files::create(path, plan.as_bytes(), args.force) {
        Ok(()) => Ok(status::CONFORMING),
        Err(error) => {
            writeln!(
                output::err(),
                "kanta: {}",
                files::not_created(path, &error, args.lang)
            )?;
            Ok(status::UNREADABLE)
        }
    }
}
