//! The questions on a terminal, one after the other.

use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};

use kanta_conformance::Language;
use kanta_report::text;
use kanta_report::view::RefusedInput;

use super::session::Session;
use super::words;
use crate::output;
use crate::status;

/// Asks until nothing is open, or whoever answers has had enough. Every answer is written before the next question.
pub(super) fn run(
    session: &mut Session,
    language: Language,
    answers: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<u8> {
    for line in textwrap::wrap(words::HOW.get(language), 80) {
        writeln!(out, "{line}")?;
    }
    let mut passed: BTreeSet<String> = BTreeSet::new();
    'questions: loop {
        let questions = session.plan().questions().questions;
        let mut open = questions.iter().filter(|its| !passed.contains(&its.field));
        let Some(question) = open.next() else {
            break;
        };
        text::question(question, open.count(), language, out)?;
        loop {
            write!(out, "> ")?;
            out.flush()?;
            let mut said = String::new();
            if answers.read_line(&mut said)? == 0 {
                writeln!(out)?;
                break 'questions;
            }
            match said.trim() {
                "" => {
                    passed.insert(question.field.clone());
                    break;
                }
                "." => break 'questions,
                "?" => text::why_asked(question, language, out)?,
                said => match session.answer(&question.field, said) {
                    Ok(forbidden) => {
                        if let Err(error) = session.save() {
                            let unsaved = words::unsaved(session.path(), &error, language);
                            writeln!(output::err(), "kanta: {unsaved}")?;
                            return Ok(status::UNREADABLE);
                        }
                        for finding in forbidden {
                            text::forbidden(&finding, language, out)?;
                        }
                        // What the answer left as open as before is not asked at once again.
                        passed.insert(question.field.clone());
                        break;
                    }
                    Err(wrong) => {
                        let wrong = [(question.field.clone(), wrong)];
                        let refusal = RefusedInput::of_answers("", &wrong, language);
                        text::wrong_answers(&refusal, true, language, out)?;
                    }
                },
            }
        }
    }
    let left = session.plan().questions().questions.len();
    writeln!(out, "{}", text::left_open(left, language))?;
    Ok(if left == 0 {
        status::CONFORMING
    } else {
        status::UNDETERMINED
    })
}
