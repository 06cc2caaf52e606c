//! Days in words: when a requirement is in force, and on which of the days this is not known.

use kanta_conformance::{Date, Edition, Force, Language, Text, text};

use crate::view::{Bound, Day, InForce, JudgedOn};
use crate::words;

/// A day as people know it: `edition 3.17 (2025-09-01)`, or the date where no edition carries it.
pub(crate) fn day(date: Date, language: Language) -> String {
    Edition::dated(date).map_or_else(
        || date.display(language).to_string(),
        |edition| words::edition(edition, language),
    )
}

/// How a day stands in a sentence.
#[derive(Clone, Copy)]
pub(crate) enum As {
    /// From that day on.
    Since,
    /// Up to that day.
    Until,
    /// On that day.
    On,
}

/// A day, or the edition that carries it, in the case that the language asks for.
pub(crate) fn when(date: Date, stands: As, language: Language) -> String {
    let day = date.display(language);
    let edition = Edition::dated(date).map(|edition| format!("{} ({day})", edition.version));
    match (language, stands, edition) {
        (Language::En, As::Since, Some(of)) => format!("from edition {of}"),
        (Language::En, As::Since, None) => format!("from {day}"),
        (Language::En, As::Until, Some(of)) => format!("until edition {of}"),
        (Language::En, As::Until, None) => format!("until {day}"),
        (Language::En, As::On, Some(of)) => format!("in edition {of}"),
        (Language::En, As::On, None) => format!("on {day}"),
        (Language::Fi, As::Since, Some(of)) => format!("versiosta {of} alkaen"),
        (Language::Fi, As::Since, None) => format!("{day} alkaen"),
        (Language::Fi, As::Until, Some(of)) => format!("versioon {of} asti"),
        (Language::Fi, As::Until, None) => format!("{day} asti"),
        (Language::Fi, As::On, Some(of)) => format!("versiossa {of}"),
        (Language::Fi, As::On, None) => format!("{day}"),
        (Language::Sv, As::Since, Some(of)) => format!("från och med version {of}"),
        (Language::Sv, As::Since, None) => format!("från och med {day}"),
        (Language::Sv, As::Until, Some(of)) => format!("till version {of}"),
        (Language::Sv, As::Until, None) => format!("till {day}"),
        (Language::Sv, As::On, Some(of)) => format!("i version {of}"),
        (Language::Sv, As::On, None) => format!("den {day}"),
    }
}

/// When a requirement is in force, with what is not known of it.
pub(crate) fn in_force(
    in_force: impl Into<InForce>,
    judged_on: impl Into<JudgedOn>,
    language: Language,
) -> String {
    let InForce { from, until } = in_force.into();
    let say = |text: Text| text.get(language);
    let when = |date, stands| when(date, stands, language);
    let unknown = say(text! {
        en: "in between that is not known",
        fi: "siltä väliltä ei tiedetä",
        sv: "däremellan är det inte känt",
    });
    let later = say(text! {
        en: "of later days that is not known",
        fi: "myöhemmistä päivistä ei tiedetä",
        sv: "om senare dagar är det inte känt",
    });
    let latest = say(text! { en: "at the latest", fi: "viimeistään", sv: "senast" });
    let seen_words = |seen: Option<Day>, stands| {
        seen.map_or_else(String::new, |seen| format!(" {}", when(seen.0, stands)))
    };
    let mut parts: Vec<String> = Vec::new();
    parts.extend(from.map(|bound| match bound {
        Bound::On { on } => when(on.0, As::Since),
        Bound::Between {
            not_yet: Some(not_yet),
            seen: None,
        } => format!(
            "{} {}; {later}",
            say(text! { en: "not yet", fi: "ei vielä", sv: "ännu inte" }),
            when(not_yet.0, As::On),
        ),
        Bound::Between {
            not_yet: None,
            seen,
        } => format!(
            "{latest}{}; {}",
            seen_words(seen, As::Since),
            say(text! {
                en: "since when is not known",
                fi: "alkamispäivää ei tiedetä",
                sv: "sedan när är inte känt",
            }),
        ),
        Bound::Between {
            not_yet: Some(not_yet),
            seen,
        } => format!(
            "{} {}, {latest}{}; {unknown}",
            say(text! { en: "not yet", fi: "ei vielä", sv: "ännu inte" }),
            when(not_yet.0, As::On),
            seen_words(seen, As::Since),
        ),
    }));
    parts.extend(until.map(|bound| match bound {
        Bound::On { on } => when(on.0, As::Until),
        Bound::Between {
            not_yet: Some(not_yet),
            seen: None,
        } => format!(
            "{} {}; {later}",
            say(text! { en: "still", fi: "vielä", sv: "ännu" }),
            when(not_yet.0, As::On),
        ),
        Bound::Between {
            not_yet: None,
            seen,
        } => format!("{latest}{}", seen_words(seen, As::Until)),
        Bound::Between {
            not_yet: Some(not_yet),
            seen,
        } => format!(
            "{} {}, {latest}{}; {unknown}",
            say(text! { en: "still", fi: "vielä", sv: "ännu" }),
            when(not_yet.0, As::On),
            seen_words(seen, As::Until),
        ),
    }));
    if parts.is_empty() {
        parts.push(
            say(text! { en: "on every day", fi: "kaikkina päivinä", sv: "alla dagar" }).to_owned(),
        );
    }
    if judged_on.into() == JudgedOn::DayIssued {
        parts.push(
            say(text! {
                en: "the day on which the certificate was issued decides",
                fi: "varmenteen myöntämispäivä ratkaisee",
                sv: "dagen då certifikatet utfärdades avgör",
            })
            .to_owned(),
        );
    }
    parts.join("; ")
}

/// Its word in machine-readable output.
pub(crate) const fn force(force: Force) -> &'static str {
    match force {
        Force::Yes => "yes",
        Force::No => "no",
        Force::Unknown => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_an_edition_stand_in_the_case_of_each_language() {
        let edition = Date::constant(2025, 9, 1);
        let day = Date::constant(2025, 9, 2);
        let told = |date, stands| Language::ALL.map(|language| when(date, stands, language));
        assert_eq!(
            told(edition, As::Since),
            [
                "from edition 3.17 (2025-09-01)",
                "versiosta 3.17 (1.9.2025) alkaen",
                "från och med version 3.17 (1.9.2025)"
            ]
        );
        assert_eq!(
            told(edition, As::Until),
            [
                "until edition 3.17 (2025-09-01)",
                "versioon 3.17 (1.9.2025) asti",
                "till version 3.17 (1.9.2025)"
            ]
        );
        assert_eq!(
            told(edition, As::On),
            [
                "in edition 3.17 (2025-09-01)",
                "versiossa 3.17 (1.9.2025)",
                "i version 3.17 (1.9.2025)"
            ]
        );
        assert_eq!(
            told(day, As::Since),
            [
                "from 2025-09-02",
                "2.9.2025 alkaen",
                "från och med 2.9.2025"
            ]
        );
        assert_eq!(
            told(day, As::Until),
            ["until 2025-09-02", "2.9.2025 asti", "till 2.9.2025"]
        );
        assert_eq!(
            told(day, As::On),
            ["on 2025-09-02", "2.9.2025", "den 2.9.2025"]
        );
    }
}
