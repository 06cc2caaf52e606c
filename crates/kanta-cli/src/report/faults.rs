//! The faults of an input file.

use std::io::{self, Write};

use kanta_conformance::Language;
use kanta_policy::Fault;
use kanta_report::view::Refusal;

use crate::options::Format;
use crate::output;

/// What is wrong with a plan: text to standard error, JSON in the place of the report.
pub(crate) fn write(
    name: &str,
    faults: &[Fault],
    language: Language,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    refused(
        &Refusal::of_plan(name, faults, language),
        language,
        format,
        out,
    )
}

/// Why there is no answer: text to standard error, JSON in the place of the report.
pub(crate) fn refused(
    refusal: &Refusal,
    language: Language,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => kanta_report::text::refusal(refusal, language, &mut output::err()),
        Format::Json => kanta_report::json(refusal, out),
    }
}
