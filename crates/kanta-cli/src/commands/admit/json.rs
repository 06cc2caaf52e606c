//! The decision for machines: one JSON object on one line.

use std::io::{self, Write};

use kanta_admission::audit::Record;
use kanta_admission::{Attempt, Connection};
use kanta_report::view::AdmissionReport;

use super::{AdmitArgs, Decided, Decider};

pub(super) fn explanation(
    args: &AdmitArgs,
    decider: &Decider,
    (connection, attempt): (&Connection, &Attempt),
    decided: &Decided,
    out: &mut dyn Write,
) -> io::Result<()> {
    let explanation = &decided.explanation;
    let record = Record::of(&decider.state, connection.presented(), attempt, explanation);
    let day = attempt.at.finnish_day();
    let mut report = AdmissionReport::new(explanation, record, day, args.all)
        .recorded(decided.reference.clone(), decided.unrecorded.clone());
    if decider.shadow.is_some() {
        report = report.beside(decided.difference.as_ref());
    }
    kanta_report::json(&report, out)
}
