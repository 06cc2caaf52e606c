//! What a plan leaves open, asked of people, and what becomes of their answers.

use std::io::{self, Write};

use kanta_conformance::{Escaped, Language, Text, text};

use crate::layout;
use crate::view::{Finding, OpenQuestion, QuestionsReport, RefusedInput};

const NOTHING_LEFT: Text = text! {
    en: "nothing is asked for any more",
    fi: "mitään ei enää kysytä",
    sv: "ingenting frågas längre",
};
const EXAMPLE: Text = text! { en: "for example", fi: "esimerkiksi", sv: "till exempel" };
const FORBIDDEN: Text = text! {
    en: "written, and the guide forbids it",
    fi: "tallennettu, ja ohje kieltää sen",
    sv: "sparat, och anvisningen förbjuder det",
};

/// How many questions are open, in one sentence.
#[must_use]
pub fn left_open(count: usize, language: Language) -> String {
    match language {
        _ if count == 0 => NOTHING_LEFT.get(language).to_owned(),
        Language::En => format!("{count} left open"),
        Language::Fi => format!("avoimeksi jäi {count}"),
        Language::Sv if count == 1 => "1 lämnades öppen".to_owned(),
        Language::Sv => format!("{count} lämnades öppna"),
    }
}

/// Writes every open question on a line: the field, and what it tells.
///
/// # Errors
/// Those of `out`.
pub fn questions(
    view: &QuestionsReport,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    for its in &view.questions {
        writeln!(out, "{}: {}", its.field, its.about.get(language))?;
    }
    Ok(())
}

/// Asks a question behind which others follow: the field, what it tells, and what it takes.
///
/// # Errors
/// Those of `out`.
pub fn question(
    its: &OpenQuestion,
    following: usize,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let following = match language {
        Language::En => format!("{following} more after this"),
        Language::Fi => format!("tämän jälkeen vielä {following}"),
        Language::Sv => format!("ytterligare {following} efter denna"),
    };
    writeln!(out)?;
    line(out, "", &format!("{} ({following})", its.field))?;
    line(out, INDENT, its.about.get(language))?;
    for (number, choice) in (1..).zip(&its.choices) {
        let name = choice.name.get(language);
        line(out, INDENT, &format!("{number} {}: {name}", choice.code))?;
    }
    if its.choices.is_empty() {
        let example = EXAMPLE.get(language);
        line(out, INDENT, &format!("{example}: {}", its.example))?;
    }
    Ok(())
}

/// Writes why a question is asked: what the requirement says, and how it is kept.
///
/// # Errors
/// Those of `out`.
pub fn why_asked(its: &OpenQuestion, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let finding = &its.asked_by;
    line(out, INDENT, finding.statement.get(language))?;
    line(out, INDENT, finding.remedy.get(language))?;
    line(out, INDENT, &finding.requirement)
}

/// Writes that an answer was taken and that the guide forbids it.
///
/// # Errors
/// Those of `out`.
pub fn forbidden(finding: &Finding, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let (fault, remedy) = (finding.fault.get(language), finding.remedy.get(language));
    let (forbidden, id) = (FORBIDDEN.get(language), &finding.requirement);
    line(
        out,
        INDENT,
        &format!("{forbidden}: {fault}; {remedy} ({id})"),
    )
}

/// Writes why answers were refused, one line a fault with the field in front; behind a question, where whoever answers has
/// just read the field, without it.
///
/// # Errors
/// Those of `out`.
pub fn wrong_answers(
    refusal: &RefusedInput,
    is_asked: bool,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    for fault in &refusal.faults {
        let message = fault.messages.get(language);
        let place = fault.place.as_ref();
        match place.and_then(|place| place.path.as_ref()) {
            Some(field) if !is_asked => writeln!(out, "{}: {message}", Escaped(field))?,
            _ => line(out, INDENT, message)?,
        }
    }
    Ok(())
}

const INDENT: &str = "  ";

/// Words over as many lines as they need.
fn line(out: &mut dyn Write, indent: &str, words: &str) -> io::Result<()> {
    layout::hanging(out, indent, indent, words)
}
