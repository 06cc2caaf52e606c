//! The reports for people: at most 80 columns where words can be broken.

mod changes;
mod found;
mod problem;

use std::borrow::Cow;
use std::io::{self, Write};

use kanta_address_index::{AddressIndex, Decision, Expiring, Permitted, Right, Service, Speaker};
use kanta_conformance::{Date, Escaped, Language, Text};
use kanta_oid::{AccessPointOid, OwnerOid};
use textwrap::core::Word;

use super::words;

pub(super) use changes::{changes, trial};
pub(super) use found::explanation;
pub(crate) use problem::problem;
pub(super) use problem::refused;

pub(super) fn decision(
    decision: Decision,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{}", verdict(decision).get(language))
}

fn verdict(decision: Decision) -> Text {
    if decision.is_permit() {
        words::PERMIT
    } else {
        words::DENY
    }
}

/// Finds the indexes' own words for OIDs.
#[derive(Clone, Copy)]
struct Names<'a>(&'a [&'a AddressIndex]);

impl Names<'_> {
    fn owner(self, oid: OwnerOid) -> String {
        let mut ids = self.0.iter().filter_map(|index| index.id_of_owner(oid));
        quoted(ids.next(), oid)
    }

    fn point(self, oid: AccessPointOid) -> String {
        let ids = self.0.iter();
        let mut ids = ids.filter_map(|index| index.id_of_access_point(oid));
        quoted(ids.next(), oid)
    }

    fn triple(
        self,
        (subject, point, service): (OwnerOid, AccessPointOid, Service),
        language: Language,
    ) -> String {
        format!(
            "{} → {service}, {} {}",
            self.owner(subject),
            words::THROUGH.get(language),
            self.point(point)
        )
    }

    fn right(self, right: &Right, language: Language) -> String {
        let triple = (right.subject, right.access_point, right.service);
        let days = words::days(right.validity, language);
        let mut text = format!("{}, {days}", self.triple(triple, language));
        if let Some(reference) = &right.basis.reference {
            text.push_str(&format!(", `{}`", Escaped(reference)));
        }
        text
    }
}

fn quoted(id: Option<&str>, oid: impl std::fmt::Display) -> String {
    id.map_or_else(|| format!("`{oid}`"), |id| format!("`{}`", Escaped(id)))
}

/// The words of a line; `2025-01-01 – 2026-01-01` is one.
fn words_of(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut ends: Vec<usize> = Vec::new();
    let (mut at, mut dash) = (0_usize, false);
    for word in textwrap::WordSeparator::AsciiSpace.find_words(line) {
        let is_dash = word.word == "–";
        if is_dash || (dash && word.starts_with(|first: char| first.is_ascii_digit())) {
            ends.pop();
        }
        at = at
            .saturating_add(word.word.len())
            .saturating_add(word.whitespace.len());
        ends.push(at);
        dash = is_dash;
    }
    let starts = core::iter::once(0).chain(ends.clone());
    let words = starts.zip(ends).filter_map(|(from, to)| line.get(from..to));
    Box::new(words.map(Word::from))
}

/// Broken between words only: an id stays whole even where it is wider than the page.
fn lines<'w>(first: &'w str, rest: &'w str, words: &'w str) -> Vec<Cow<'w, str>> {
    let options = textwrap::Options::new(80)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(textwrap::WordSeparator::Custom(words_of))
        .break_words(words.contains(' '))
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(words, options)
}

fn wrapped(out: &mut dyn Write, first: &str, rest: &str, words: &str) -> io::Result<()> {
    for line in lines(first, rest, words) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn heading(out: &mut dyn Write, words: Text, count: usize, language: Language) -> io::Result<()> {
    let bold = anstyle::Style::new().bold();
    writeln!(out, "{bold}{} ({count}){bold:#}", words.get(language))
}

/// Where the data set has expired: that it has.
fn expired(
    index: &AddressIndex,
    day: Date,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if index.is_expired(day) {
        writeln!(out, "{}", words::expired(index.header().expires, language))?;
    }
    Ok(())
}

pub(super) fn rights(
    index: &AddressIndex,
    rights: &[Permitted],
    day: Date,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    expired(index, day, language, out)?;
    if rights.is_empty() {
        return writeln!(out, "{}", words::NONE.get(language));
    }
    for permitted in rights {
        let mut right = permitted.right.clone();
        right.validity = permitted.permits;
        wrapped(out, "", "  ", &Names(&[index]).right(&right, language))?;
    }
    Ok(())
}

pub(super) fn access_points(
    index: &AddressIndex,
    speakers: &[Speaker<'_>],
    day: Date,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    expired(index, day, language, out)?;
    if speakers.is_empty() {
        return writeln!(out, "{}", words::NONE.get(language));
    }
    for Speaker {
        range,
        access_point: point,
        ..
    } in speakers
    {
        let line = format!("`{}` {}, {range}", Escaped(&point.id), point.oid);
        wrapped(out, "", "  ", &line)?;
    }
    Ok(())
}

pub(super) fn expiring(
    index: &AddressIndex,
    ending: &[Expiring],
    day: Date,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    expired(index, day, language, out)?;
    if ending.is_empty() {
        return writeln!(out, "{}", words::NONE.get(language));
    }
    for end in ending {
        writeln!(out, "{}  {}", end.on.display(language), Escaped(&end.what))?;
        for right in &end.rights {
            let right = Names(&[index]).right(right, language);
            let first = format!("    {} ", words::STOPS.get(language));
            wrapped(out, &first, "      ", &right)?;
        }
    }
    Ok(())
}
