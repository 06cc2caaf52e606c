//! The faults of an input file.

use std::io::{self, Write};
use std::path::Path;

use kanta_address_index::Faults as IndexFaults;
use kanta_conformance::Language;
use kanta_policy::{Fault, FaultKind};
use kanta_report::view::{Likeness, RefusedInput};

use crate::options::Format;
use crate::output;
use crate::plans::{self, Kind};

/// What is wrong with a plan: text to standard error, JSON in the place of the report.
pub(crate) fn write(
    name: &str,
    faults: &[Fault],
    language: Language,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    refused(&of_plan(name, faults, language), language, format, out)
}

/// Why a plan is not understood: first what the file is instead, where that can be seen.
pub(crate) fn of_plan(name: &str, faults: &[Fault], language: Language) -> RefusedInput {
    let refusal = RefusedInput::of_plan(name, faults, language);
    let is_read = |fault: &Fault| !matches!(fault.kind, FaultKind::File(_));
    if !faults.iter().all(is_read) || !Path::new(name).is_file() {
        return refusal;
    }
    match plans::kind(Path::new(name), false) {
        Kind::Index => refusal.looks_like(Likeness::Index, language),
        Kind::Certificate => refusal.looks_like(Likeness::Certificate, language),
        _ => refusal,
    }
}

/// Why an index is not understood: first that the file is a plan, where that can be seen.
pub(crate) fn of_index(files: &[String], faults: &IndexFaults, language: Language) -> RefusedInput {
    let refusal = RefusedInput::of_index(files, faults, language);
    let mut files = files.iter();
    if files.any(|file| plans::is_plainly_a_plan(Path::new(file))) {
        return refusal.looks_like(Likeness::Plan, language);
    }
    refusal
}

/// Why there is no answer: text to standard error, JSON in the place of the report.
pub(crate) fn refused(
    refusal: &RefusedInput,
    language: Language,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => kanta_report::text::refusal(refusal, language, &mut output::err()),
        Format::Json => kanta_report::json(refusal, out),
    }
}
