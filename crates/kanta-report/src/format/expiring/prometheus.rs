//! Prometheus' text format: the last day of everything that ends.

use std::collections::BTreeSet;
use std::io::{self, Write};

use kanta_conformance::Date;

use crate::view::{Ending, ExpiringReport};

const SECONDS: i64 = 86_400;

/// Writes the metrics; of what stands twice under the same labels, the one that ends first.
///
/// # Errors
/// Those of `out`.
pub fn prometheus(report: &ExpiringReport, out: &mut dyn Write) -> io::Result<()> {
    let mut seen = BTreeSet::new();
    let told: Vec<(String, &Ending)> = report
        .ending
        .iter()
        .map(|its| (labels(its), its))
        .filter(|(labels, _)| seen.insert(labels.clone()))
        .collect();
    for (name, help, value) in [
        (
            "kanta_expiring_last_day_timestamp_seconds",
            "The beginning, in UTC, of the last day of what ends.",
            (|its: &Ending| seconds(its.last_day.0)) as fn(&Ending) -> i64,
        ),
        (
            "kanta_expiring_days_left",
            "Days left after the day asked about; negative when it has ended.",
            |its| i64::from(its.days_left),
        ),
    ] {
        writeln!(out, "# HELP {name} {help}\n# TYPE {name} gauge")?;
        for (labels, ending) in &told {
            writeln!(out, "{name}{{{labels}}} {}", value(ending))?;
        }
    }
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    for (name, help, value) in [
        (
            "kanta_expiring_as_of_timestamp_seconds",
            "The beginning, in UTC, of the day asked about.",
            seconds(report.on.0),
        ),
        (
            "kanta_expiring_files",
            "Files that were looked into.",
            count(report.files),
        ),
        (
            "kanta_expiring_files_unreadable",
            "Files that cannot be read.",
            count(report.unreadable.len()),
        ),
    ] {
        writeln!(
            out,
            "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}"
        )?;
    }
    Ok(())
}

fn labels(ending: &Ending) -> String {
    let Ending {
        file, what, name, ..
    } = ending;
    let kind = ending.kind.code();
    let [file, what, name] = [file, what, name].map(|its| label(its));
    format!("file=\"{file}\",kind=\"{kind}\",what=\"{what}\",name=\"{name}\"")
}

fn label(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
        .replace('\r', "")
}

fn seconds(day: Date) -> i64 {
    i64::from(Date::constant(1970, 1, 1).days_until(day)).saturating_mul(SECONDS)
}
