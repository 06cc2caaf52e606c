//! An audit log in a file, with its checkpoints in another.

use std::path::Path;

use kanta_admission::audit::{Log, OnFull, SinkError};
use kanta_cert::Moment;
use kanta_conformance::{Language, text};
use kanta_rustls::sink::{FileSink, LogFiles};
use kanta_source::system_words;

use super::AdmitArgs;

/// Whose log it is.
const ORIGIN: &str = "kanta-admit";
/// A checkpoint after so many lines.
const EVERY: u64 = 1 << 12;

/// Opens a log to go on from where it ended; one that does not verify is not gone on from.
pub(super) fn open(args: &AdmitArgs, log: &Path, now: Moment) -> Result<Log, String> {
    let files = LogFiles::new(log, args.checkpoint.clone().unwrap_or_default());
    let opened = FileSink::open(ORIGIN, &files, now);
    let (head, sink) = opened.map_err(|error| error.message(args.lang))?;
    let log = Log::new(ORIGIN, head, Box::new(sink), OnFull::Refuse, EVERY);
    log.map_err(|error| error.message(args.lang))
}

/// Why a decision is not on record.
pub(super) fn unrecorded(error: &SinkError, language: Language) -> String {
    match error {
        SinkError::Full => text! {
            en: "the audit log has no room",
            fi: "lokissa ei ole tilaa",
            sv: "loggen har inget utrymme",
        }
        .get(language)
        .to_owned(),
        SinkError::Failed(words) => {
            let cannot = text! {
                en: "the audit log cannot be written",
                fi: "lokiin ei voi kirjoittaa",
                sv: "loggen kan inte skrivas",
            };
            format!(
                "{}: {}",
                cannot.get(language),
                system_words(words, language)
            )
        }
        _ => error.to_string(),
    }
}
