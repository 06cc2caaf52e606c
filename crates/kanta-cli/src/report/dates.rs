//! Days in words: when a requirement is in force, and on which of the days this is not known.

use kanta_conformance::{
    Bound, Date, Edition, Force, InForce, JudgedOn, Language, Requirement, Text,
};

use super::words;

/// A day as people know it: `edition 3.17 (2025-09-01)`, or the date where no edition carries it.
pub(super) fn day(date: Date, language: Language) -> String {
    Edition::dated(date).map_or_else(
        || date.display(language).to_string(),
        |edition| words::edition(edition, language),
    )
}

/// When a requirement is in force, with what is not known of it.
pub(super) fn in_force(requirement: &Requirement, language: Language) -> String {
    let InForce { from, until } = requirement.in_force;
    let say = |text: Text| text.get(language);
    let name = |date| day(date, language);
    let unknown = say(Text::new(
        "in between that is not known",
        "siltä väliltä ei tiedetä",
        "däremellan är det inte känt",
    ));
    let later = say(Text::new(
        "of later days that is not known",
        "myöhemmistä päivistä ei tiedetä",
        "om senare dagar är det inte känt",
    ));
    let mut parts = Vec::new();
    match from {
        Bound::Open => {}
        Bound::NotYet(date) => parts.push(format!(
            "{} {}; {later}",
            say(Text::new("not yet on", "ei vielä:", "ännu inte den")),
            name(date)
        )),
        Bound::On(date) => parts.push(format!(
            "{} {}",
            say(Text::new("from", "alkaen:", "från och med")),
            name(date)
        )),
        Bound::Between {
            not_yet: None,
            seen,
        } => parts.push(format!(
            "{} {}; {}",
            say(Text::new(
                "at the latest from",
                "viimeistään alkaen:",
                "senast från och med"
            )),
            name(seen),
            say(Text::new(
                "since when is not known",
                "alkamispäivää ei tiedetä",
                "sedan när är inte känt",
            )),
        )),
        Bound::Between {
            not_yet: Some(not_yet),
            seen,
        } => parts.push(format!(
            "{} {}, {} {}; {unknown}",
            say(Text::new("not yet on", "ei vielä:", "ännu inte den")),
            name(not_yet),
            say(Text::new(
                "at the latest from",
                "viimeistään alkaen:",
                "senast från och med"
            )),
            name(seen),
        )),
    }
    match until {
        Bound::Open => {}
        Bound::NotYet(date) => parts.push(format!(
            "{} {}; {later}",
            say(Text::new("still on", "vielä:", "ännu den")),
            name(date)
        )),
        Bound::On(date) => parts.push(format!(
            "{} {}",
            say(Text::new("until", "päättyen:", "till")),
            name(date)
        )),
        Bound::Between {
            not_yet: None,
            seen,
        } => parts.push(format!(
            "{} {}",
            say(Text::new(
                "at the latest until",
                "viimeistään päättyen:",
                "senast till"
            )),
            name(seen)
        )),
        Bound::Between {
            not_yet: Some(not_yet),
            seen,
        } => parts.push(format!(
            "{} {}, {} {}; {unknown}",
            say(Text::new("still on", "vielä:", "ännu den")),
            name(not_yet),
            say(Text::new(
                "at the latest until",
                "viimeistään päättyen:",
                "senast till"
            )),
            name(seen),
        )),
    }
    if parts.is_empty() {
        parts.push(say(Text::new("on every day", "kaikkina päivinä", "alla dagar")).to_owned());
    }
    if requirement.judged_on == JudgedOn::DayIssued {
        parts.push(
            say(Text::new(
                "the day on which the certificate was issued decides",
                "varmenteen myöntämispäivä ratkaisee",
                "dagen då certifikatet utfärdades avgör",
            ))
            .to_owned(),
        );
    }
    parts.join("; ")
}

/// Its word in machine-readable output.
pub(super) const fn force(force: Force) -> &'static str {
    match force {
        Force::Yes => "yes",
        Force::No => "no",
        Force::Unknown => "unknown",
    }
}
