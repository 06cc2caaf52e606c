//! What an address index answers, for people.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use kanta_conformance::{Escaped, Language, Text, text};
use textwrap::core::Word;

use crate::layout::{self, BOLD, Lines as _, Page};
use crate::view::{
    Day, Decision, DecisionReport, IndexExpiringReport, PermittedReport, Right, SpeakersReport,
};
use crate::words;

/// Writes a decision alone.
///
/// # Errors
/// Those of `out`.
pub fn decision(view: &DecisionReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    out.line(format_args!("{}", verdict(view.decision).get(language)))
}

/// Writes rights, each with the days on which it permits.
///
/// # Errors
/// Those of `out`.
pub fn permitted(view: &PermittedReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    expired(view.expired, view.expires, language, out)?;
    if view.rights.is_empty() {
        return none(language, out);
    }
    let names = Names(&view.ids);
    for its in &view.rights {
        let days = [its.permits.from, its.permits.until];
        wrapped(out, "", "  ", &names.right(&its.right, days, language))?;
    }
    Ok(())
}

/// Writes the access points that speak from an address.
///
/// # Errors
/// Those of `out`.
pub fn speakers(view: &SpeakersReport, language: Language, out: &mut Page<'_>) -> io::Result<()> {
    expired(view.expired, view.expires, language, out)?;
    if view.access_points.is_empty() {
        return none(language, out);
    }
    for its in &view.access_points {
        let line = format!("`{}` {}, {}", Escaped(&its.id), its.oid, its.range);
        wrapped(out, "", "  ", &line)?;
    }
    Ok(())
}

/// Writes what ends soon in an index, and the rights that stop with it.
///
/// # Errors
/// Those of `out`.
pub fn index_expiring(
    view: &IndexExpiringReport,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    expired(view.expired, view.expires, language, out)?;
    if view.expiring.is_empty() {
        return none(language, out);
    }
    let names = Names(&view.ids);
    let stops = text! { en: "stops:", fi: "lakkaa:", sv: "upphör:" };
    let first = format!("    {} ", stops.get(language));
    for end in &view.expiring {
        let on = end.on.0.display(language);
        out.line(format_args!("{on}  {}", Escaped(&end.what)))?;
        for right in &end.stops {
            let right = names.right(right, [right.from, right.until], language);
            wrapped(out, &first, "      ", &right)?;
        }
    }
    Ok(())
}

pub(super) const fn verdict(decision: Decision) -> Text {
    match decision {
        Decision::Permit => text! { en: "permit", fi: "sallittu", sv: "tillåtet" },
        Decision::Deny => text! { en: "deny", fi: "kielletty", sv: "nekat" },
    }
}

fn none(language: Language, out: &mut Page<'_>) -> io::Result<()> {
    let none = text! { en: "none", fi: "ei mitään", sv: "inget" };
    out.line(format_args!("{}", none.get(language)))
}

/// Where the data set has expired: that it has.
fn expired(
    is_expired: bool,
    expires: Day,
    language: Language,
    out: &mut Page<'_>,
) -> io::Result<()> {
    if is_expired {
        out.line(format_args!("{}", words::expired(expires.0, language)))?;
    }
    Ok(())
}

/// An index's own words for OIDs.
#[derive(Clone, Copy)]
pub(super) struct Names<'a>(pub(super) &'a BTreeMap<String, String>);

impl Names<'_> {
    /// The own word for an OID, or the OID.
    pub(super) fn of(self, oid: &str) -> String {
        let id = self.0.get(oid).map_or(oid, String::as_str);
        format!("`{}`", Escaped(id))
    }

    pub(super) fn triple(self, [subject, point, service]: [&str; 3], language: Language) -> String {
        let through = text! { en: "through", fi: "liityntäpiste", sv: "via" };
        format!(
            "{} → {service}, {} {}",
            self.of(subject),
            through.get(language),
            self.of(point)
        )
    }

    pub(super) fn right(self, right: &Right, days: [Option<Day>; 2], language: Language) -> String {
        let triple = [&right.subject, &right.access_point, &right.service];
        let triple = self.triple(triple.map(String::as_str), language);
        let mut text = format!("{triple}, {}", self::days(days, language));
        if let Some(reference) = &right.reference {
            text.push_str(&format!(", `{}`", Escaped(reference)));
        }
        text
    }
}

/// A time as people write it: `1.1.2025 – 1.1.2026`.
pub(super) fn days([from, until]: [Option<Day>; 2], language: Language) -> String {
    let day = |day: Option<Day>| day.map(|day| day.0.display(language).to_string());
    let from = day(from).unwrap_or_else(|| "?".to_owned());
    match day(until) {
        Some(until) => format!("{from} – {until}"),
        None => format!("{from} –"),
    }
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
pub(super) fn lines<'w>(
    width: usize,
    first: &'w str,
    rest: &'w str,
    words: &'w str,
) -> Vec<Cow<'w, str>> {
    let options = textwrap::Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_separator(textwrap::WordSeparator::Custom(words_of))
        .break_words(words.contains(' '))
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    textwrap::wrap(words, options)
}

pub(super) fn wrapped(out: &mut Page<'_>, first: &str, rest: &str, words: &str) -> io::Result<()> {
    for line in lines(out.width(), first, rest, words) {
        out.line(format_args!("{line}"))?;
    }
    Ok(())
}

pub(super) fn heading(
    out: &mut Page<'_>,
    words: Text,
    count: usize,
    language: Language,
) -> io::Result<()> {
    let words = words.get(language);
    layout::paragraph(out, BOLD, &format!("{words} ({count})"))
}
