//! Lines of 80 columns, coloured where the output is a terminal.

use std::borrow::Cow;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use kanta_conformance::Escaped;

use crate::view::Verdict;

/// How wide a report is.
const WIDTH: usize = 80;
/// How many columns the longest label of a labelled line takes, in every language.
const LABEL: usize = 8;
/// How many columns the longest name of a field takes, in every language.
const FIELD: usize = 17;

pub const RED: Style = AnsiColor::Red.on_default().bold();
pub const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
pub const GREEN: Style = AnsiColor::Green.on_default().bold();
pub const BOLD: Style = Style::new().bold();

/// The colour of a verdict.
pub const fn verdict(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Conforming => GREEN,
        Verdict::Undetermined => YELLOW,
        Verdict::NonConforming => RED,
    }
}

/// How words are broken into lines: between words only, so that a path or an id stays whole where it fits.
fn options<'a>() -> textwrap::Options<'a> {
    textwrap::Options::new(WIDTH)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// Words in which no character turns the direction, moves the cursor or colours.
fn shown(words: &str) -> Cow<'_, str> {
    if words.chars().all(|c| c.is_ascii_graphic() || c == ' ') {
        Cow::Borrowed(words)
    } else {
        Escaped(words).to_string().into()
    }
}

/// Words over as many lines as they need.
pub fn paragraph(out: &mut dyn Write, style: Style, words: &str) -> io::Result<()> {
    for line in textwrap::wrap(&shown(words), options()) {
        writeln!(out, "{style}{line}{style:#}")?;
    }
    Ok(())
}

/// A heading with a number of findings under it.
pub fn heading(out: &mut dyn Write, style: Style, words: &str, count: usize) -> io::Result<()> {
    writeln!(out)?;
    writeln!(out, "{style}{words} ({count}){style:#}")
}

/// The sentence that a finding opens with, behind its number.
pub fn title(out: &mut dyn Write, number: usize, words: &str) -> io::Result<()> {
    writeln!(out)?;
    let options = options().subsequent_indent("     ");
    let numbered = format!("{number:>3}. {}", capitalised(&shown(words)));
    for line in textwrap::wrap(&numbered, options) {
        writeln!(out, "{BOLD}{line}{BOLD:#}")?;
    }
    Ok(())
}

/// A line such as `     found    60 Mbit/s`.
pub fn labelled(out: &mut dyn Write, label: &str, words: &str) -> io::Result<()> {
    debug_assert!(label.chars().count() <= LABEL, "`{label}` does not fit");
    let first = format!("     {label:<LABEL$} ");
    let rest = " ".repeat(first.chars().count());
    let options = options()
        // An id is copied from here: it stays whole even where it is wider than the page.
        .break_words(words.contains(' '))
        .initial_indent(&first)
        .subsequent_indent(&rest);
    for line in textwrap::wrap(&shown(words), options) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// A line such as `  valid from       1.9.2025`, where a page of fields is shown.
pub fn field(out: &mut dyn Write, label: &str, words: &str) -> io::Result<()> {
    debug_assert!(label.chars().count() <= FIELD, "`{label}` does not fit");
    let first = format!("  {label:<FIELD$} ");
    let rest = " ".repeat(first.chars().count());
    let options = options().initial_indent(&first).subsequent_indent(&rest);
    for line in textwrap::wrap(&shown(words), options) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// An entry of a plain list.
pub fn entry(out: &mut dyn Write, words: &str) -> io::Result<()> {
    let options = options().initial_indent("   - ").subsequent_indent("     ");
    for line in textwrap::wrap(&shown(words), options) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Words behind a mark of their own, with what stands before the lines that follow the first.
pub fn hanging(out: &mut dyn Write, first: &str, rest: &str, words: &str) -> io::Result<()> {
    let options = options().initial_indent(first).subsequent_indent(rest);
    for line in textwrap::wrap(&shown(words), options) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// The words with their first letter large.
pub fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
