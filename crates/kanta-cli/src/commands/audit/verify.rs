//! `kanta audit verify`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use kanta_admission::audit::{Checkpoint, Line, Verified, Verifier};
use kanta_conformance::{Escaped, Language};
use kanta_report::layout;
use kanta_rustls::sink::verify_files;
use serde_json::json;

use super::{Style, VerifyArgs, words};
use crate::options::Format;
use crate::{files, output, status};

/// The longest file of checkpoints that is read.
const LIMIT: usize = 1 << 26;

/// Why a log could not be read.
pub(crate) enum Failed {
    /// A file cannot be read, or holds no checkpoints.
    Io { name: String, message: String },
}

impl Failed {
    fn of(path: &Path, message: &dyn std::fmt::Display) -> Self {
        Self::Io {
            name: path.display().to_string(),
            message: message.to_string(),
        }
    }

    pub(super) fn tell(&self) -> io::Result<u8> {
        let Self::Io { name, message } = self;
        writeln!(output::err(), "{}: {message}", Escaped(name))?;
        Ok(status::UNREADABLE)
    }
}

pub(super) fn run(args: &VerifyArgs) -> io::Result<u8> {
    let verified = match verified(&args.logs, &args.checkpoint, |_| ()) {
        Ok((verified, _)) => verified,
        Err(failed) => return failed.tell(),
    };
    let mut out = output::out();
    tell(&verified, &args.style, &mut out)?;
    out.flush()?;
    Ok(if !verified.is_whole() {
        status::NON_CONFORMING
    } else if !verified.torn.is_empty() || (verified.sealed == 0 && verified.lines > 0) {
        status::UNDETERMINED
    } else {
        status::CONFORMING
    })
}

/// Verifies the files of a log, each up to the length that it has now, and tells where the last line feed stands in
/// the last of them.
pub(crate) fn verified(
    logs: &[PathBuf],
    checkpoints: &[PathBuf],
    mut seen: impl FnMut(&Line),
) -> Result<(Verified, u64), Failed> {
    let mut known = Vec::new();
    for path in checkpoints {
        let bytes = files::read_file(path, LIMIT)
            .map_err(|fault| Failed::of(path, &fault.message(Language::En)))?;
        let text = std::str::from_utf8(&bytes).map_err(|error| Failed::of(path, &error))?;
        known.extend(Checkpoint::read_all(text).map_err(|error| Failed::of(path, &error))?);
    }
    let name = checkpoints.first().map_or(Path::new(""), PathBuf::as_path);
    let verifier = Verifier::new(known).map_err(|error| Failed::of(name, &error))?;
    let verified = verify_files(verifier, logs, |line| seen(line));
    verified.map_err(|(path, error)| Failed::of(&path, &error))
}

fn tell(verified: &Verified, style: &Style, out: &mut dyn Write) -> io::Result<()> {
    let language = style.lang;
    if style.format == Format::Json {
        let damages = verified.damages.iter().map(|damage| {
            let said = |language| words::damage(damage, language);
            json!({
                "damage": words::code(damage),
                "message": {
                    "en": said(Language::En), "fi": said(Language::Fi), "sv": said(Language::Sv),
                },
            })
        });
        let report = json!({
            "format": 1,
            "whole": verified.is_whole(),
            "lines": verified.lines,
            "size": verified.head.size,
            "hash": verified.head.hash.to_string(),
            "sealed": verified.sealed,
            "unsealed": verified.unsealed(),
            "unrecorded": verified.unrecorded,
            "torn": verified.torn,
            "damages": damages.collect::<Vec<_>>(),
            "damage_count": verified.damage_count,
        });
        return writeln!(out, "{report}");
    }
    let (word, colour) = if verified.is_whole() {
        (words::WHOLE, layout::GREEN)
    } else {
        (words::DAMAGED, layout::RED)
    };
    layout::paragraph(out, colour, word.get(language))?;
    let mut count = |word: kanta_conformance::Text, count: u64| {
        layout::hanging(
            out,
            "  ",
            "    ",
            &format!("{}: {count}", word.get(language)),
        )
    };
    count(words::LINES, verified.lines)?;
    count(words::UNSEALED, verified.unsealed())?;
    count(words::UNRECORDED, verified.unrecorded)?;
    if !verified.is_whole() {
        count(words::DAMAGES, verified.damage_count)?;
    }
    for line in &verified.torn {
        layout::entry(out, &words::torn(*line, language))?;
    }
    for damage in &verified.damages {
        layout::entry(out, &words::damage(damage, language))?;
    }
    Ok(())
}
