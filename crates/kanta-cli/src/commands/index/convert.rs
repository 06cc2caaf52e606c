//! `kanta index convert` and `kanta index template`.

use std::io::{self, Write};

use kanta_address_index::{AddressIndex, Form, TOML_LIMIT};

use super::args::{Converting, Target, Templating};
use super::input::{self, Reading};
use super::refused::{Refused, Stop};
use crate::files;
use crate::output;
use crate::status;

pub(super) fn run(args: &Converting, out: &mut dyn Write) -> Result<u8, Stop> {
    let reading = Reading {
        from: args.from,
        windows_1252: args.encoding.is_some(),
        sheet: args.sheet.as_deref(),
    };
    let index = input::index_as(&args.files, reading)?;
    let mut text = String::new();
    index.write(args.to, &mut text).map_err(io::Error::other)?;
    if args.to == Form::Toml && text.len() > TOML_LIMIT {
        return Err(Stop::Refused(Refused::TooLargeForToml));
    }
    Ok(write(&text, &args.target, args.lang, out)?)
}

pub(super) fn template(args: &Templating, out: &mut dyn Write) -> io::Result<u8> {
    let text = AddressIndex::sheet_template(args.lang);
    write(&text, &args.target, args.lang, out)
}

fn write(
    text: &str,
    target: &Target,
    language: kanta_conformance::Language,
    out: &mut dyn Write,
) -> io::Result<u8> {
    let Some(path) = &target.out else {
        out.write_all(text.as_bytes())?;
        return Ok(status::CONFORMING);
    };
    match files::create(path, text.as_bytes(), target.force) {
        Ok(()) => Ok(status::CONFORMING),
        Err(error) => {
            let told = files::not_created(path, &error, language);
            writeln!(output::err(), "kanta: {told}")?;
            Ok(status::UNREADABLE)
        }
    }
}
