//! `kanta schema`: the shape of what is read and written.

use std::io::{self, Write};

use clap::builder::PossibleValuesParser;

use crate::output;
use crate::status;

/// What a schema is printed of.
const NAMES: [(&str, fn() -> String); 2] = [
    ("plan", kanta_policy::fields::json_schema),
    ("index", kanta_address_index::json_schema),
];

/// Prints the JSON Schema (2020-12) of a plan or an index, for editors, or the names of all.
#[derive(clap::Args)]
#[command(after_help = "Exit status: 0 printed, 2 wrong usage.")]
pub(crate) struct SchemaArgs {
    /// Of what, such as plan; otherwise the names are listed.
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(NAMES.map(|(name, _)| name)))]
    name: Option<String>,
}

pub(crate) fn run(args: &SchemaArgs) -> io::Result<u8> {
    let mut out = output::out();
    let is_named = |name: &str| args.name.as_deref() == Some(name);
    match NAMES.iter().find(|(name, _)| is_named(name)) {
        Some((_, schema)) => out.write_all(schema().as_bytes())?,
        None => {
            for (name, _) in NAMES {
                writeln!(out, "{name}")?;
            }
        }
    }
    out.flush()?;
    Ok(status::CONFORMING)
}
