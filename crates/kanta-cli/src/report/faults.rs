//! The faults of an input file.

use std::io::{self, Write};

use kanta_conformance::Language;
use kanta_policy::Fault;
use kanta_report::view::Refusal;

use crate::options::Format;
use crate::output;

/// Text to standard error, JSON in the place of the report.
pub(crate) fn write(
    name: &str,
    faults: &[Fault],
    language: Language,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    let refusal = Refusal::of_plan(name, faults, language);
    match format {
        Format::Text => kanta_report::text::refusal(&refusal, language, &mut output::err()),
        Format::Json => kanta_report::json(&refusal, out),
    }
}
