//! Lines of 80 columns, or as many as a page has, coloured where the output is a terminal.

use std::borrow::Cow;
use std::fmt::Arguments;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use kanta_conformance::Escaped;

use crate::view::Verdict;

/// The narrowest page: on less, one line is broken by the reader's terminal rather than by us.
const NARROWEST: usize = 40;
/// The widest: longer lines are hard to read.
const WIDEST: usize = 100;
/// How many columns the longest label of a labelled line takes, in every language.
const LABEL: usize = 8;
/// How many columns the longest name of a field takes, in every language.
const FIELD: usize = 17;

pub(crate) const RED: Style = AnsiColor::Red.on_default().bold();
pub(crate) const YELLOW: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const GREEN: Style = AnsiColor::Green.on_default().bold();
pub(crate) const BOLD: Style = Style::new().bold();

/// Where lines are written, and how wide they may be: 80 columns, unless it is a [`Page`].
pub trait Lines {
    /// How wide a line may be.
    fn width(&self) -> usize;

    /// Writes one line.
    ///
    /// # Errors
    /// Those of the writer.
    fn line(&mut self, words: Arguments<'_>) -> io::Result<()>;
}

impl Lines for dyn Write + '_ {
    fn width(&self) -> usize {
        Page::WIDTH
    }

    fn line(&mut self, words: Arguments<'_>) -> io::Result<()> {
        self.write_fmt(words)?;
        self.write_all(b"\n")
    }
}

/// A writer with the width of its lines.
pub struct Page<'a> {
    out: &'a mut dyn Write,
    width: usize,
}

impl<'a> Page<'a> {
    /// How wide a report is where nobody says otherwise.
    pub const WIDTH: usize = 80;

    /// Lines of so many columns, but at least 40 and at most 100.
    #[must_use]
    pub fn new(out: &'a mut dyn Write, width: usize) -> Self {
        let width = width.clamp(NARROWEST, WIDEST);
        Self { out, width }
    }
}

impl Write for Page<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Lines for Page<'_> {
    fn width(&self) -> usize {
        self.width
    }

    fn line(&mut self, words: Arguments<'_>) -> io::Result<()> {
        self.out.line(words)
    }
}

/// The colour of a verdict.
pub(crate) const fn verdict(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Conforming => GREEN,
        Verdict::Undetermined => YELLOW,
        Verdict::NonConforming => RED,
    }
}

/// How words are broken into lines: between words only, so that a path or an id stays whole where it fits.
fn options<'a>(out: &(impl Lines + ?Sized)) -> textwrap::Options<'a> {
    textwrap::Options::new(out.width())
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
pub(crate) fn paragraph(
    out: &mut (impl Lines + ?Sized),
    style: Style,
    words: &str,
) -> io::Result<()> {
    for line in textwrap::wrap(&shown(words), options(out)) {
        out.line(format_args!("{style}{line}{style:#}"))?;
    }
    Ok(())
}

/// A heading with a number of findings under it.
pub(crate) fn heading(
    out: &mut (impl Lines + ?Sized),
    style: Style,
    words: &str,
    count: usize,
) -> io::Result<()> {
    out.line(format_args!(""))?;
    paragraph(out, style, &format!("{words} ({count})"))
}

/// The sentence that a finding opens with, behind its number.
pub(crate) fn title(out: &mut (impl Lines + ?Sized), number: usize, words: &str) -> io::Result<()> {
    out.line(format_args!(""))?;
    let options = options(out).subsequent_indent("     ");
    let numbered = format!("{number:>3}. {}", capitalised(&shown(words)));
    for line in textwrap::wrap(&numbered, options) {
        out.line(format_args!("{BOLD}{line}{BOLD:#}"))?;
    }
    Ok(())
}

/// A line such as `     found    60 Mbit/s`.
pub(crate) fn labelled(
    out: &mut (impl Lines + ?Sized),
    label: &str,
    words: &str,
) -> io::Result<()> {
    debug_assert!(label.chars().count() <= LABEL, "`{label}` does not fit");
    let first = format!("     {label:<LABEL$} ");
    let rest = " ".repeat(first.chars().count());
    let options = options(out)
        // An id is copied from here: it stays whole even where it is wider than the page.
        .break_words(words.contains(' '))
        .initial_indent(&first)
        .subsequent_indent(&rest);
    for line in textwrap::wrap(&shown(words), options) {
        out.line(format_args!("{line}"))?;
    }
    Ok(())
}

/// A line such as `  valid from       1.9.2025`, where a page of fields is shown.
pub(crate) fn field(out: &mut (impl Lines + ?Sized), label: &str, words: &str) -> io::Result<()> {
    debug_assert!(label.chars().count() <= FIELD, "`{label}` does not fit");
    let first = format!("  {label:<FIELD$} ");
    let rest = " ".repeat(first.chars().count());
    let options = options(out).initial_indent(&first).subsequent_indent(&rest);
    for line in textwrap::wrap(&shown(words), options) {
        out.line(format_args!("{line}"))?;
    }
    Ok(())
}

/// An entry of a plain list.
pub(crate) fn entry(out: &mut (impl Lines + ?Sized), words: &str) -> io::Result<()> {
    let options = options(out)
        .initial_indent("   - ")
        .subsequent_indent("     ");
    for line in textwrap::wrap(&shown(words), options) {
        out.line(format_args!("{line}"))?;
    }
    Ok(())
}

/// Words behind a mark of their own, with what stands before the lines that follow the first.
pub(crate) fn hanging(
    out: &mut (impl Lines + ?Sized),
    first: &str,
    rest: &str,
    words: &str,
) -> io::Result<()> {
    let options = options(out).initial_indent(first).subsequent_indent(rest);
    for line in textwrap::wrap(&shown(words), options) {
        out.line(format_args!("{line}"))?;
    }
    Ok(())
}

/// The words with their first letter large.
pub(crate) fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
