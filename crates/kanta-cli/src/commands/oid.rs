//! `kanta oid`: what an identifier is, or how to mend it.

use std::borrow::Cow;
use std::io::{self, BufRead, BufWriter, Error, ErrorKind, Read, Write};

use clap::ValueEnum;
use kanta_conformance::Language;
use kanta_oid::{AccessPointOid, Diagnosis, Form, KnownNode, Oid, diagnose};
use serde_json::Value;

use crate::files;
use crate::options::{self, Format};

/// What names standard input in the place of an identifier.
const STANDARD_INPUT: &str = "-";
/// A longer line is not read.
const LINE_LIMIT: u64 = 1 << 20;
/// No more of an input than this is shown in a report for people.
const SHOWN: usize = 100;

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
        let read = diagnose(text);
        all_valid &= read.is_ok();
        match args.format {
            Format::Text => write_text(text, &read, args.lang, &mut out),
            Format::Json => write_json(text, &read, args.lang, &mut out),
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

type Answer<'a> = Result<AccessPointOid, Diagnosis<'a>>;

fn write_json(
    text: &str,
    read: &Answer<'_>,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (valid, diagnosis) = (read.as_ref().ok(), read.as_ref().err());
    let view = view(text);
    let known = diagnosis.and_then(|_| known(text));
    let error = diagnosis.map(|diagnosis| match language {
        Language::En => diagnosis.en().to_string(),
        Language::Fi => diagnosis.fi().to_string(),
        Language::Sv => diagnosis.sv().to_string(),
    });
    let hints: Vec<String> = diagnosis.map_or(Vec::new(), |diagnosis| hints(diagnosis, language));
    let fields = [
        ("input", Value::from(text)),
        ("valid", Value::from(valid.is_some())),
        ("form", json(valid.map(AccessPointOid::form))),
        ("kind", json(view.map(|view| view.kind().as_str()))),
        ("owner", json(view.and_then(|view| view.owner()))),
        ("number", Value::from(valid.map(AccessPointOid::number))),
        ("known", known.as_ref().map_or(Value::Null, known_json)),
        ("error", Value::from(error)),
        ("hints", Value::from(hints)),
        (
            "suggestion",
            json(diagnosis.and_then(Diagnosis::suggestion)),
        ),
        (
            "offset",
            Value::from(diagnosis.map(|diagnosis| diagnosis.span().start)),
        ),
        (
            "length",
            Value::from(diagnosis.map(|diagnosis| diagnosis.span().len())),
        ),
        (
            "arc",
            Value::from(diagnosis.map(|diagnosis| diagnosis.error().arc())),
        ),
    ];
    let mut before = '{';
    for (name, value) in fields {
        write!(out, "{before}\"{name}\":{value}")?;
        before = ',';
    }
    writeln!(out, "}}")
}

/// The OID that a text is, with or without `urn:oid:` before it.
fn view(text: &str) -> Option<Oid<'_>> {
    Oid::parse(text.strip_prefix("urn:oid:").unwrap_or(text)).ok()
}

/// What is known of it besides the register in which it stands.
fn known(text: &str) -> Option<KnownNode<'_>> {
    let known = KnownNode::of(&view(text)?)?;
    let is_register = Form::ALL.iter().any(|form| form.root() == known.node());
    (!is_register).then_some(known)
}

fn known_json(known: &KnownNode<'_>) -> Value {
    serde_json::json!({
        "node": known.node(),
        "name": {
            "en": known.en().to_string(),
            "fi": known.fi().to_string(),
            "sv": known.sv().to_string(),
        },
        "source": known.source(),
    })
}

fn json<T: ToString>(value: Option<T>) -> Value {
    Value::from(value.map(|value| value.to_string()))
}

fn hints(diagnosis: &Diagnosis<'_>, language: Language) -> Vec<String> {
    diagnosis
        .hints()
        .map(|hint| match language {
            Language::En => hint.en().to_string(),
            Language::Fi => hint.fi().to_string(),
            Language::Sv => hint.sv().to_string(),
        })
        .collect()
}

fn write_text(
    text: &str,
    read: &Answer<'_>,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let pick = |en, fi, sv| match language {
        Language::En => en,
        Language::Fi => fi,
        Language::Sv => sv,
    };
    write!(out, "{}: ", shown(text))?;
    match read {
        Ok(oid) => {
            let owner = oid.owner();
            let kind = match language {
                Language::En => owner.kind().en().to_string(),
                Language::Fi => owner.kind().fi().to_string(),
                Language::Sv => owner.kind().sv().to_string(),
            };
            let what = pick(
                "access point, form",
                "liityntäpiste, muoto",
                "anslutningspunkt, form",
            );
            writeln!(out, "{what} {}", oid.form())?;
            writeln!(
                out,
                "  {}: {owner} ({kind})",
                pick("owner", "omistaja", "ägare")
            )?;
            writeln!(
                out,
                "  {}: {}",
                pick("number", "numero", "nummer"),
                oid.number()
            )?;
            if let Some(id) = owner.business_id() {
                let check = match language {
                    Language::En => id.check_digit().en().to_string(),
                    Language::Fi => id.check_digit().fi().to_string(),
                    Language::Sv => id.check_digit().sv().to_string(),
                };
                let label = pick("business ID", "Y-tunnus", "FO-nummer");
                writeln!(out, "  {label}: {id} ({check})")?;
            }
            Ok(())
        }
        Err(diagnosis) => {
            let what = pick(
                "not an access-point OID",
                "ei ole liityntäpisteen OID-tunnus",
                "är inte OID-koden för en anslutningspunkt",
            );
            writeln!(out, "{what}")?;
            match language {
                Language::En => writeln!(out, "  {}", diagnosis.en())?,
                Language::Fi => writeln!(out, "  {}", diagnosis.fi())?,
                Language::Sv => writeln!(out, "  {}", diagnosis.sv())?,
            }
            for hint in hints(diagnosis, language) {
                writeln!(out, "  {}: {hint}", pick("hint", "vihje", "tips"))?;
            }
            if let Some(meant) = diagnosis.suggestion() {
                let label = pick("perhaps meant", "ehkä tarkoitettu", "kanske avsedd");
                writeln!(out, "  {label}: {meant}")?;
            }
            if let Some(known) = known(text) {
                let name = match language {
                    Language::En => known.en().to_string(),
                    Language::Fi => known.fi().to_string(),
                    Language::Sv => known.sv().to_string(),
                };
                let label = pick("known node", "tunnettu solmu", "känd nod");
                let source = pick("source", "lähde", "källa");
                let node = known.node();
                writeln!(
                    out,
                    "  {label}: {node}, {name} ({source}: {})",
                    known.source()
                )?;
            }
            Ok(())
        }
    }
}

/// The input in backticks, cut short; what cannot be seen or steers a terminal is escaped.
fn shown(text: &str) -> String {
    let escape = |c: char| -> Cow<'static, str> {
        match c {
            ' ' | '!'..='~' => c.to_string().into(),
            _ => c.escape_debug().to_string().into(),
        }
    };
    let cut = if text.chars().nth(SHOWN).is_some() {
        "…"
    } else {
        ""
    };
    let start: String = text.chars().take(SHOWN).map(escape).collect();
    format!("`{start}{cut}`")
}
