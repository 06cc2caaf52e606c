//! `kanta audit verify`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::Utf8Error;

use kanta_admission::audit::{Checkpoint, Line, Verified, Verifier};
use kanta_conformance::{Escaped, Language};
use kanta_report::view::LogVerification;
use kanta_rustls::sink::verify_files;
use kanta_source::{FaultMessage as _, Problem, system_words};

use super::VerifyArgs;
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
    let verified = match verified(&args.logs, &args.checkpoint, args.style.lang, |_| ()) {
        Ok((verified, _)) => verified,
        Err(failed) => return failed.tell(),
    };
    let mut out = output::out();
    let view = LogVerification::from(&verified);
    match args.style.format {
        Format::Text => {
            let page = &mut output::page(&mut out);
            kanta_report::text::log_verification(&view, args.style.lang, page)?;
        }
        Format::Json => kanta_report::json(&view, &mut out)?,
    }
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
    language: Language,
    mut seen: impl FnMut(&Line),
) -> Result<(Verified, u64), Failed> {
    let mut known = Vec::new();
    for path in checkpoints {
        let bytes = files::read_file(path, LIMIT)
            .map_err(|fault| Failed::of(path, &fault.message(language)))?;
        let text = std::str::from_utf8(&bytes)
            .map_err(|error| Failed::of(path, &not_utf8(error, language)))?;
        let read = Checkpoint::read_all(text);
        known.extend(read.map_err(|error| Failed::of(path, &error.message(language)))?);
    }
    let name = checkpoints.first().map_or(Path::new(""), PathBuf::as_path);
    let verifier =
        Verifier::new(known).map_err(|error| Failed::of(name, &error.message(language)))?;
    let verified = verify_files(verifier, logs, |line| seen(line));
    verified.map_err(|unread| {
        Failed::of(
            &unread.file,
            &system_words(&unread.error.to_string(), language),
        )
    })
}

/// That a text is none.
fn not_utf8(error: Utf8Error, language: Language) -> String {
    match language {
        Language::En => error.to_string(),
        _ => Problem::NotUtf8 {
            offset: error.valid_up_to(),
        }
        .message(language),
    }
}
