//! The questions on a terminal, one after the other.

use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};

use kanta_conformance::{Finding, Language};
use kanta_policy::fields::Takes;
use textwrap::Options;

use super::question::Question;
use super::session::Session;
use super::{sheet, told, words};
use crate::output;
use crate::status;

/// Asks until nothing is open, or whoever answers has had enough. Every answer is written before the next question.
pub(super) fn run(
    session: &mut Session,
    language: Language,
    answers: &mut dyn BufRead,
    out: &mut dyn Write,
) -> io::Result<u8> {
    line(out, "", words::HOW.get(language))?;
    let mut passed: BTreeSet<String> = BTreeSet::new();
    'questions: loop {
        let questions = session.questions();
        let mut open = questions.iter();
        let Some(question) = open.find(|question| !passed.contains(&question.place.path)) else {
            break;
        };
        let left = open
            .filter(|question| !passed.contains(&question.place.path))
            .count();
        ask(question, session.text(), left, language, out)?;
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
                    passed.insert(question.place.path.clone());
                    break;
                }
                "." => break 'questions,
                "?" => more(&question.finding, language, out)?,
                said => match session.answer(&question.place.path, said) {
                    Ok(broken) => {
                        if let Err(error) = session.save() {
                            let unsaved = words::unsaved(session.path(), &error, language);
                            writeln!(output::err(), "kanta: {unsaved}")?;
                            return Ok(status::UNREADABLE);
                        }
                        for finding in broken {
                            breaks(&finding, language, out)?;
                        }
                        // What the answer left as open as before is not asked at once again.
                        passed.insert(question.place.path.clone());
                        break;
                    }
                    Err(wrong) => {
                        for fault in told(
                            &wrong,
                            (&question.place.path, said),
                            session.text(),
                            language,
                        ) {
                            line(out, "  ", &fault)?;
                        }
                    }
                },
            }
        }
    }
    let left = session.questions().len();
    if left == 0 {
        line(out, "", words::NOTHING_LEFT.get(language))?;
        return Ok(status::CONFORMING);
    }
    line(out, "", &words::left(left, language))?;
    Ok(status::UNDETERMINED)
}

/// The field, what it tells, and what it takes.
fn ask(
    question: &Question,
    plan: &str,
    left: usize,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let place = &question.place;
    writeln!(out)?;
    let more = words::more_to_come(left, language);
    line(out, "", &format!("{} ({more})", place.path))?;
    line(out, "  ", place.field.about().get(language))?;
    if let Takes::Word(all) = place.takes {
        for (number, word) in (1..).zip(all()) {
            let name = word.name.get(language);
            line(out, "  ", &format!("{number} {}: {name}", word.code))?;
        }
    } else {
        let example = sheet::example(place, plan);
        line(
            out,
            "  ",
            &format!("{}: {example}", words::EXAMPLE.get(language)),
        )?;
    }
    Ok(())
}

/// Why it is asked.
fn more(finding: &Finding, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let requirement = finding.requirement;
    line(out, "  ", requirement.statement().get(language))?;
    line(out, "  ", requirement.remedy().get(language))?;
    line(out, "  ", requirement.id())
}

fn breaks(finding: &Finding, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let requirement = finding.requirement;
    let (fault, remedy) = (
        requirement.fault().get(language),
        requirement.remedy().get(language),
    );
    let broken = words::BROKEN.get(language);
    line(
        out,
        "  ",
        &format!("{broken}: {fault}; {remedy} ({})", requirement.id()),
    )
}

fn line(out: &mut dyn Write, indent: &str, text: &str) -> io::Result<()> {
    let options = Options::new(80)
        .initial_indent(indent)
        .subsequent_indent(indent);
    for line in textwrap::wrap(text, options) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
