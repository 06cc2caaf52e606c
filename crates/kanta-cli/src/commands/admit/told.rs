//! A decision as it is told.

use std::io::{self, Write};

use kanta_admission::audit::Record;
use kanta_admission::{Attempt, Connection};
use kanta_report::text;
use kanta_report::view::AdmissionReport;

use super::{AdmitArgs, Decided, Decider};
use crate::options::Format;
use crate::output;

pub(super) fn tell(
    args: &AdmitArgs,
    decider: &Decider,
    (connection, attempt): (&Connection, &Attempt),
    decided: &Decided,
    out: &mut dyn Write,
) -> io::Result<()> {
    let explanation = &decided.explanation;
    let record = Record::of(connection.presented(), attempt, explanation);
    let day = attempt.at.finnish_day();
    let mut report = AdmissionReport::new(decider.index(), explanation, record, day, args.all)
        .recorded(decided.reference.clone(), decided.unrecorded.clone());
    if decider.shadow.is_some() {
        report = report.beside(decided.difference.as_ref());
    }
    match args.format {
        Format::Text => text::admission(&report, args.lang, &mut output::page(out)),
        Format::Json => kanta_report::json(&report, out),
    }
}
