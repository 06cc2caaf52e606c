//! `kanta oid`: what an identifier is, or how to mend it.

use std::io::{self, BufRead, BufWriter, Error, ErrorKind, Read, Write};

use clap::ValueEnum;
use kanta_conformance::Language;
use kanta_report::view::OidReport;

use crate::files;
use crate::options::{self, Format};

/// What names standard input in the place of an identifier.
const STANDARD_INPUT: &str = "-";
/// A longer line is not read.
const LINE_LIMIT: u64 = 1 << 20;

/// Reads identifiers and says what they are, or how to mend them.
///
/// An identifier is valid if it is an access-point OID in one of the five forms of the guide.
#[derive(clap::Args)]
#[command(
    after_help = "Exit status: 0 all are valid, 1 some are not, 2 unreadable input or wrong usage."
)]
pub(crate) struct OidArgs {
    /// The identifiers; `-` is standard input, one a line.
    #[arg(
        value_name = "TEXT",
        required_unless_present = "stdin",
        conflicts_with = "stdin"
    )]
    texts: Vec<String>,
    /// Reads the identifiers from standard input, one a line.
    #[arg(long)]
    stdin: bool,
    /// How a line of standard input is written.
    #[arg(long, default_value = "text", value_enum, conflicts_with = "texts")]
    stdin_format: LineFormat,
    /// The language of the messages.
    #[arg(long, env = options::LANGUAGE, default_value = "en", value_parser = options::language())]
    lang: Language,
    /// The form of the output; with `json`, one object a line for each identifier.
    #[arg(long, default_value = "text", value_enum)]
    format: Format,
}

/// How a line of standard input is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LineFormat {
    /// As it is.
    Text,
    /// As a JSON string, in which any character can stand.
    Json,
}

pub(crate) fn run(args: &OidArgs, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<u8> {
    let mut out = BufWriter::new(out);
    let mut all_valid = true;
    let mut tell = |text: &str| {
        let view = OidReport::new(text, args.lang);
        all_valid &= view.valid;
        match args.format {
            Format::Text => kanta_report::text::oid(&view, args.lang, &mut out),
            Format::Json => kanta_report::json(&view, &mut out),
        }
    };
    if args.stdin {
        for_each_line(input, args.stdin_format, &mut tell)?;
    } else {
        for text in &args.texts {
            match text.as_str() {
                STANDARD_INPUT => for_each_line(input, args.stdin_format, &mut tell)?,
                text => tell(text)?,
            }
        }
    }
    out.flush()?;
    Ok(u8::from(!all_valid))
}

fn for_each_line(
    input: &mut dyn BufRead,
    format: LineFormat,
    tell: &mut dyn FnMut(&str) -> io::Result<()>,
) -> io::Result<()> {
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if input.take(LINE_LIMIT).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let bare = line.strip_suffix(b"\n").unwrap_or(&line);
        if bare.len() as u64 == LINE_LIMIT {
            let message = format!("line {number} has {LINE_LIMIT} bytes or more");
            return Err(Error::new(ErrorKind::InvalidData, message));
        }
        let bare = bare.strip_suffix(b"\r").unwrap_or(bare);
        let bare = match number {
            1 => files::without_mark(bare),
            _ => bare,
        };
        match format {
            LineFormat::Text => tell(&String::from_utf8_lossy(bare))?,
            LineFormat::Json if bare.trim_ascii().is_empty() => {}
            LineFormat::Json => {
                let text: String = serde_json::from_slice(bare).map_err(|_| {
                    let message = format!("line {number} is not a JSON string");
                    Error::new(ErrorKind::InvalidData, message)
                })?;
                tell(&text)?;
            }
        }
    }
    Ok(())
}
