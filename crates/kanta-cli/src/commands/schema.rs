//! `kanta schema`: the shape of what is read and of what is written.

use std::io::{self, Write};

use clap::builder::PossibleValuesParser;

use crate::output;
use crate::status;

/// A schema: its name, and its text.
type Named = (&'static str, fn() -> String);

/// What is read.
const READ: [Named; 2] = [
    ("plan", kanta_policy::fields::json_schema),
    ("index", kanta_address_index::json_schema),
];

fn names() -> Vec<&'static str> {
    let read = READ.iter().map(|(name, _)| *name);
    read.chain(kanta_report::schema::names()).collect()
}

/// Prints the JSON Schema (2020-12) of a plan or an index, or of a command's JSON; or the names of all.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 printed, 2 wrong usage.")]
pub(crate) struct SchemaArgs {
    /// Of what: `plan` and `index` are read, a command's name is what it writes; otherwise the names are listed.
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(names()))]
    name: Option<String>,
}

pub(crate) fn run(args: &SchemaArgs) -> io::Result<u8> {
    let mut out = output::out();
    let name = args.name.as_deref();
    let read = READ.iter().find(|(read, _)| name == Some(read));
    match (read, name.and_then(kanta_report::schema::schema)) {
        (Some((_, schema)), _) => out.write_all(schema().as_bytes())?,
        (None, Some(schema)) => {
            serde_json::to_writer_pretty(&mut out, &schema)?;
            writeln!(out)?;
        }
        (None, None) => {
            for name in names() {
                writeln!(out, "{name}")?;
            }
        }
    }
    out.flush()?;
    Ok(status::CONFORMING)
}
