//! JUnit's XML: a suite for each file, a test for each finding.
//!
//! | Finding | Test |
//! |---|---|
//! | satisfied | passes; whose word it rests on is in `system-out` |
//! | violated, binding | fails |
//! | not known, binding | has an error: what is not known never passes |
//! | violated or not known, a recommendation or a note | passes, told in `system-out` |
//! | accepted, or in the baseline | is skipped, and says by whom until when |
//! | does not apply, not in force | is skipped, and says which |
//! | fault of a file | has an error |

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language};
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::beside::in_order;
use crate::told;
use crate::view::{Fault, Finding, Level, Outcome, ReportSheet};

/// Writes one report of every finding.
///
/// # Errors
/// Those of `out`.
pub fn junit(
    sheets: &[ReportSheet<'_>],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut report = Report::new("kanta");
    let suite = |_, sheet: &ReportSheet<'_>| {
        let mut suite = TestSuite::new(xml(&Escaped(sheet.file).to_string()));
        suite.add_test_cases(sheet.faults.iter().map(|fault| unread(fault, language)));
        suite.add_test_cases(sheet.findings().map(|its| case(its, language)));
        suite
    };
    in_order(sheets, suite, |suite| {
        report.add_test_suite(suite);
        io::Result::Ok(())
    })?;
    report.serialize(&mut *out).map_err(io::Error::other)?;
    writeln!(out)
}

fn unread(fault: &Fault, language: Language) -> TestCase {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    let message = &xml(&told::fault(fault, language));
    let told = match fault.place.as_ref().and_then(|place| place.line) {
        Some(line) => format!("{line}: {message}"),
        None => message.clone(),
    };
    status.set_type("input").set_message(message.as_str());
    status.set_description(told.as_str());
    let mut case = TestCase::new(told, status);
    case.set_classname("input");
    case
}

fn case(finding: &Finding, language: Language) -> TestCase {
    let headline = xml(&told::headline(finding, language));
    let mut body = headline.clone();
    for (label, words) in told::details(finding, language) {
        body.push_str(&xml(&format!("\n{label}: {words}")));
    }
    let binding = finding.level == Level::Must;
    let mut aside = None;
    let status = match finding.outcome {
        Outcome::Violated | Outcome::Undetermined if told::is_set_aside(finding) => {
            let mut status = TestCaseStatus::skipped();
            let words = told::settled(finding, language).into_iter();
            let words = words.map(|(label, said)| format!("{}: {said}", label.get(language)));
            status.set_message(xml(&words.collect::<Vec<_>>().join("; ")));
            aside = Some(body);
            status
        }
        Outcome::Violated | Outcome::Undetermined if binding => {
            let kind = if finding.outcome == Outcome::Violated {
                NonSuccessKind::Failure
            } else {
                NonSuccessKind::Error
            };
            let mut status = TestCaseStatus::non_success(kind);
            status
                .set_type(finding.outcome.code())
                .set_message(headline)
                .set_description(body);
            status
        }
        Outcome::Violated | Outcome::Undetermined => {
            aside = Some(body);
            TestCaseStatus::success()
        }
        Outcome::Satisfied => {
            aside = finding.ground.is_some().then_some(body);
            TestCaseStatus::success()
        }
        Outcome::NotApplicable | Outcome::NotInForce => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(told::outcome(finding, language));
            status
        }
    };
    let subject = if finding.path.is_empty() {
        String::new()
    } else {
        format!(" [{}]", Escaped(&finding.path))
    };
    let name = format!("{}{subject}", finding.statement.get(language));
    let mut case = TestCase::new(xml(&name), status);
    case.set_classname(xml(&finding.requirement));
    if let Some(aside) = aside {
        case.set_system_out(aside);
    }
    case
}

/// Text that XML can hold; the crate below drops the control characters, and leaves these two.
fn xml(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
